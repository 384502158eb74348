import { expect, test } from 'vitest';
import {
  byRepository,
  linesOf,
  planTargets,
  type RenderedTag,
} from '../../../src/actions/push/targets.ts';

const asIs = (tag: string): RenderedTag => ({ ok: true, value: { tag } });
const plan = (
  names: string,
  tags = 'latest',
  render: (tag: string, name: string) => RenderedTag = asIs,
) => {
  const { targets, ...rest } = planTargets(linesOf(names), linesOf(tags), render);
  return { targets: targets.map((target) => target.text), ...rest };
};
const nothing = { warnings: [], problems: [] };

test.each([
  ['busybox', 'latest', ['busybox:latest']],
  ['docker.io/library/busybox', '1', ['busybox:1']],
  ['acme/web', '', ['acme/web:latest']],
  ['index.docker.io/acme/web', '1', ['acme/web:1']],
  ['acme/web', '1\n2', ['acme/web:1', 'acme/web:2']],
  [
    'acme/web\nquay.io/acme/web',
    '1\n2',
    ['acme/web:1', 'acme/web:2', 'quay.io/acme/web:1', 'quay.io/acme/web:2'],
  ],
  [' acme/web \n\n docker.io/acme/web', ' 1 \r\n1', ['acme/web:1']],
  ['localhost:5000/web', '9.10', ['localhost:5000/web:9.10']],
])('%j with %j', (names, tags, targets) => {
  expect(plan(names, tags)).toEqual({ targets, ...nothing });
});

test('a tag in the name counts where no other is asked for', () => {
  expect(plan('acme/web:7')).toEqual({
    targets: ['acme/web:7'],
    warnings: ['`acme/web:7` contains a tag; put it in `image_tag` instead.'],
    problems: [],
  });
  expect(plan('acme/web:7', '8').problems).toEqual([
    '`acme/web:7` has a tag, and `image_tag` has others: remove one of them.',
  ]);
});

test.each([
  ['acme/Web', '`acme/Web` cannot be pushed to: `Web` has to be in lower case.'],
  [`acme/web@sha256:${'0'.repeat(64)}`, 'contains a digest'],
  ['-', 'cannot be pushed to'],
])('%j is a problem', (name, message) => {
  const { targets, problems } = plan(name);
  expect(targets).toEqual([]);
  expect(problems.join()).toContain(message);
});

test.each([
  ['1,2, latest', 'a list with commas'],
  ['{{ .Branch }},{{ .CommitID }}', 'a list with commas'],
  ['- 1', 'a list in YAML or JSON'],
  ['["1","2"]', 'a list in YAML or JSON'],
  ['# the release', 'a comment'],
  ['latest # the newest', 'a tag with a comment'],
  ['{{ .Branch }}\t#one a branch', 'a tag with a comment'],
  ['fix-#12', undefined],
  ['quay.io/acme/web:1', 'a whole reference'],
  ['reg.test:5000/acme/web:{{ .Branch }}', 'a whole reference'],
  ['{{ .Branch }}-{{ printf "%.8s" .CommitID }}', undefined],
  ['{{ join "," .X }}', undefined],
  ['{"broken', 'a list in YAML or JSON'],
  ['{{ .Branch', undefined],
  ['release/1.2', undefined],
])('the tag %j is taken for %j', (tag, shape) => {
  expect(plan('acme/web', tag).problems).toEqual(
    shape === undefined
      ? []
      : [`\`image_tag\`: \`${tag}\` is ${shape}, not a tag. Write only names, one per line.`],
  );
});

test('the template sees the name, and what went wrong names both', () => {
  const render = (tag: string, name: string): RenderedTag =>
    tag === 'bad'
      ? { ok: false, failure: { message: 'no.' } }
      : { ok: true, value: { tag: name.replace('/', '-'), warning: 'cut' } };
  expect(plan('acme/web\nacme/api', 'x\nbad', render)).toEqual({
    targets: ['acme/web:acme-web', 'acme/api:acme-api'],
    warnings: ['cut'],
    problems: ['The tag `bad` of `acme/web`: no.', 'The tag `bad` of `acme/api`: no.'],
  });
});

test('targets are grouped by repository', () => {
  const { targets } = planTargets(['acme/web', 'quay.io/acme/web'], ['1', '2'], asIs);
  expect(
    byRepository(targets).map(({ host, path, targets: all }) => [host, path, all.length]),
  ).toEqual([
    ['docker.io', 'acme/web', 2],
    ['quay.io', 'acme/web', 2],
  ]);
});
