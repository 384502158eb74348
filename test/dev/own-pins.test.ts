import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pinnedText, pinsOf, whyUnfit } from '../../src/dev/own-pins.ts';

const root = new URL('../../', import.meta.url);
const workflows = readdirSync(new URL('.github/workflows/', root)).map((name) => ({
  name,
  text: readFileSync(new URL(`.github/workflows/${name}`, root), 'utf8'),
}));
const git = (...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
const history = (() => {
  try {
    return git('rev-parse', '--is-shallow-repository') === 'false';
  } catch {
    return false;
  }
})();

describe('the own workflows', () => {
  test('name the own actions at one commit', () => {
    expect(new Set(workflows.flatMap(({ text }) => pinsOf(text))).size).toBe(1);
  });

  test.skipIf(!history)('at one of this history, where that is here', () => {
    const [pin = ''] = workflows.flatMap(({ text }) => pinsOf(text));
    expect(() => git('merge-base', '--is-ancestor', pin, 'HEAD')).not.toThrow();
  });

  test.each(workflows)('$name gives the actions of now inputs that they have', ({ text }) => {
    const read = (path: string): string | undefined =>
      // The bundles are made last.
      path.startsWith('dist/') ? '' : readFileSync(new URL(path, root), 'utf8');
    expect(whyUnfit(text, read)).toEqual([]);
  });
});

const workflow = `jobs:
  a:
    steps:
      - uses: actions/checkout@${'2'.repeat(40)} # v7.0.1
      - uses: transship/transship/actions/login@${'1'.repeat(40)} # v1.0.0
        with:
          registry: here
          colour: red
`;

test('only the own actions get the commit', () => {
  const text = pinnedText(workflow, '3'.repeat(40), '1.2.0');
  expect(pinsOf(text)).toEqual(['3'.repeat(40)]);
  expect(text).toContain(`@${'3'.repeat(40)} # v1.2.0\n`);
  expect(text).toContain(`actions/checkout@${'2'.repeat(40)} # v7.0.1`);
});

test('a commit that lacks an action, its bundle or an input is unfit', () => {
  expect(whyUnfit(workflow, () => undefined)).toEqual(['there is no actions/login']);
  const files: Readonly<Record<string, string>> = {
    'actions/login/action.yml': 'inputs: { registry: {} }',
  };
  expect(whyUnfit(workflow, (path) => files[path])).toEqual([
    'there is no dist/login',
    'actions/login has no input colour',
  ]);
  const own = workflow.replace(/transship\/transship(\S+)@\S+ .*/, '$$$1');
  expect(own).toContain('uses: $/actions/login\n');
  expect(whyUnfit(own, () => undefined)).toEqual(['there is no actions/login']);
});
