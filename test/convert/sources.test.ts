// Which files count, and what is said of those that do not.

import { describe, expect, test } from 'vitest';
import { basicTrace } from '../../src/convert/basic-trace.ts';
import { convert } from '../../src/convert/convert.ts';
import { isLegacyConfiguration } from '../../src/convert/discover.ts';
import type { Repository } from '../../src/ground/repository.ts';
import { defaultSettings, type Settings } from '../../src/legacy/translation.ts';
import { ownPin } from '../golden-case.ts';
import type { Texts } from '../legacy/codeship/project.ts';

async function converted(
  texts: Readonly<Record<string, string | undefined>>,
  more: Partial<Repository> = {},
  settings: Partial<Settings> = {},
) {
  const { files, diagnostics } = await convert({
    repository: { paths: Object.keys(texts).sort(), read: (path) => texts[path], ...more },
    settings: { ...defaultSettings, ...settings },
    own: ownPin,
  });
  const said = diagnostics.map(({ code, at, message, help }) =>
    [`${code} ${at?.file.path}: ${message}`, ...(help === undefined ? [] : [help])].join('; '),
  );
  return { files, said };
}

const plain = 'language: none\nbuild:\n  ci:\n    - make\n';

test.each([
  ['no reason', undefined, 'the file could not be read as text of at most 1 MB'],
  ['another reason', 'EIO', 'the file cannot be read (EIO)'],
  ['no right', 'EACCES', 'the file cannot be read (EACCES); give yourself the right to read it'],
])('a file that cannot be read, for %s', async (_why, reason, message) => {
  const { files, said } = await converted(
    { 'shippable.yml': undefined },
    { whyUnreadable: () => reason },
  );
  expect(files).toEqual([]);
  expect(said).toEqual([`file-unreadable shippable.yml: ${message}`]);
});

test.each(['shippable.jobs.yml', 'codeship-services.yml', 'codeship-steps.yml'])(
  '%s that cannot be read is said once, and the rest is converted',
  async (path) => {
    const { said } = await converted({ 'shippable.yml': plain, [path]: undefined });
    expect(said.filter((line) => line.startsWith('file-unreadable'))).toEqual([
      `file-unreadable ${path}: the file could not be read as text of at most 1 MB`,
    ]);
  },
);

test.each<readonly [string, Texts, boolean]>([
  [
    'with test pipelines',
    { 'codeship.json': '{"test_pipelines": [{"commands": ["make"]}]}' },
    true,
  ],
  ['with setup commands', { 'codeship.json': '{"setup_commands": ["make"]}' }, true],
  ['with deployments', { 'codeship.json': '{"deployment_pipelines": []}' }, true],
  ['with anything else', { 'codeship.json': '{"steps": []}' }, false],
  ['by its name alone', { 'codeship-basic.json': '{"setup": ["make"]}' }, true],
])('a project of CodeShip Basic as JSON %s', async (_what, texts, isRead) => {
  const { said } = await converted(texts);
  expect(said.length > 0).toBe(isRead);
});

test('what a newer file takes the place of is said', async () => {
  const steps = '- {service: app, command: make}\n';
  const services = 'app: {image: busybox}\n';
  const { said } = await converted({
    'jet-services.yml': services,
    'jet-steps.yml': steps,
    'codeship-steps.yml': steps,
    'codeship-services.json': '{}',
  });
  const beside = 'stands beside it, which CodeShip looked for first, so this one is not read';
  const remove = (file: string): string =>
    `if your last builds ran by this file, remove \`${file}\` and convert again`;
  expect(said).toEqual(
    expect.arrayContaining([
      `two-dialects codeship-services.json: \`jet-services.yml\` ${beside}; ${remove('jet-services.yml')}`,
      `two-dialects codeship-steps.yml: \`jet-steps.yml\` ${beside}; ${remove('jet-steps.yml')}`,
    ]),
  );
});

test.each([
  ['shippable.yml', true],
  ['app/.shippable.yml', true],
  ['shippable.jobs.yml', true],
  ['deep/shippable.resources.yml', true],
  ['shippable.triggers.yml', true],
  ['shippable.templates.yml', true],
  ['team.shippable.yml', true],
  ['shippable.jobs.yml.bak', false],
  ['shippable.others.yml', false],
  ['shippable.yml.old', false],
  ['.shippable.yaml', true],
  ['app/codeship-services.json', true],
  ['app/codeship-basic.yaml', true],
  ['codeship-services.yml', true],
  ['jet-steps.json', true],
  ['codeship.json', true],
  ['docker-compose.yml', false],
  ['compose.yml', false],
])('%s is a configuration by its name: %s', (path, isOne) => {
  expect(isLegacyConfiguration(path)).toBe(isOne);
});

test.each<readonly [string, Texts, string | undefined]>([
  ['a script of its own', { 'README.md': '', 'script/codeship': '' }, 'script/codeship'],
  ['a script with an ending', { 'bin/run-codeship-tests.sh': '' }, 'bin/run-codeship-tests.sh'],
  ['a script by its name alone', { codeship: '' }, 'codeship'],
  ['a script in a folder of scripts', { 'scripts/codeship.rb': '' }, 'scripts/codeship.rb'],
  ['a folder of scripts', { '.codeship/setup.sh': '' }, '.codeship/setup.sh'],
  ['a folder of scripts without a dot', { 'codeship/set-up_1.sh': '' }, 'codeship/set-up_1.sh'],
  ['a script without an ending, elsewhere', { 'lib/codeship': '' }, undefined],
  ['a file of another kind', { 'bin/codeship.png': '' }, undefined],
  ['a longer ending', { 'bin/codeship.sh.erb': '' }, undefined],
  ['a folder within the folder', { '.codeship/old/setup.sh': '' }, undefined],
  ['files of CodeShip Pro in another spelling', { 'codeship_services.yaml': '' }, undefined],
  ['steps of CodeShip Pro in another spelling', { 'ci/codeship.steps.yml': '' }, undefined],
  [
    'a readme with an ending of its own, in whatever letters',
    { 'ReadMe.rst': 'https://CodeShip.io/projects/1/status' },
    'ReadMe.rst',
  ],
  ['a readme that is not the project’s', { 'app/README.md': 'codeship.com/projects/1' }, undefined],
  ['a file that a readme is a part of', { 'my-readme.md': 'codeship.com/projects/1' }, undefined],
  [
    'the badge',
    { 'a.md': '', 'README.md': '![x](https://app.codeship.com/projects/1/status)' },
    'README.md',
  ],
  ['a badge elsewhere', { 'docs.md': 'https://codeship.com/projects/1' }, undefined],
  ['a badge of another service', { 'README.md': 'https://travis-ci.org/projects/1' }, undefined],
  ['a name that only contains it', { 'src/codeship/client.rb': '' }, undefined],
])('%s tells of CodeShip Basic, or does not', (_what, texts, trace) => {
  expect(basicTrace({ paths: Object.keys(texts), read: (path) => texts[path] })).toBe(trace);
});

test('a readme that cannot be read tells nothing', () => {
  expect(basicTrace({ paths: ['README.md'], read: () => undefined })).toBeUndefined();
});

test('a workflow can be started by hand where the settings say so', async () => {
  const start = /^ {2}workflow_dispatch:$/m;
  const [without] = (await converted({ 'shippable.yml': plain })).files;
  expect(without?.content).not.toMatch(start);
  const settings = { workflowDispatch: true };
  const [withIt] = (await converted({ 'shippable.yml': plain }, {}, settings)).files;
  expect(withIt?.content).toMatch(start);
});

test('only a first line is one of `#!`: text of the user’s that looks like it stays where it is', async () => {
  const { files } = await converted({
    'codeship-services.yml':
      'db: {image: redis}\napp:\n  image: busybox\n  depends_on: [db]\n  environment:\n    SCRIPT: |\n      #!/bin/sh\n      exit 0\n',
    'codeship-steps.yml': '- {service: app, command: env}\n',
  });
  const compose = files.find(({ path }) => path === 'compose.codeship.yml');
  expect(compose?.content).toMatch(/^# Generated by transship/);
  expect(compose?.content).toContain('#!/bin/sh\n');
  expect(compose?.content.split('#!/bin/sh')).toHaveLength(2);
  const script = files.find(({ path }) => path.endsWith('.sh'));
  expect(script?.content).toMatch(/^#!\/usr\/bin\/env bash\n# Generated by transship/);
});

test.each([
  ['a plain name', plain, 'Tests'],
  ['what tells its rows apart', `${plain}env: [A=1, A=2]\n`, 'Tests (${{ matrix.A }})'],
])('a job under another name keeps %s', async (_what, text, name) => {
  const { files } = await converted({ 'shippable.yml': text }, {}, { jobNames: { ci: 'Tests' } });
  expect(files[0]?.content).toContain(`    name: ${name}\n`);
});

describe('the name of a workflow', () => {
  const names = async (texts: Texts, settings: Partial<Settings> = {}): Promise<string[]> => {
    const { files } = await converted(texts, {}, settings);
    const workflows = files.filter((file) => file.path.startsWith('.github/workflows/'));
    return workflows.flatMap(({ content }) => /^name: (.*)$/m.exec(content)?.[1] ?? []);
  };
  const project = (folder: string): Texts => ({
    [`${folder}codeship-services.yml`]: 'app: {image: busybox}\n',
    [`${folder}codeship-steps.yml`]: `- {service: app, command: make ${folder}}\n`,
  });

  test('tells products and folders apart where there are several', async () => {
    const shippable = { 'shippable.yml': plain };
    expect(await names(shippable)).toEqual(['CI']);
    expect(await names({ ...shippable, ...project('app/') })).toEqual([
      'CI (CodeShip, app)',
      'CI (Shippable)',
    ]);
    expect(await names({ ...project(''), ...project('app/') })).toEqual(['CI (app)', 'CI']);
  });

  test('of a line is that of its first job, and no product beside CI', async () => {
    const texts = { 'shippable.jobs.yml': jobs, ...project('') };
    expect(await names(texts)).toEqual(['Assembly line (one)', 'CI']);
    expect(await names(texts, { name: 'Build' })).toEqual(['Build (one)', 'Build']);
  });

  test.each(['codeship', 'codeship.yml'])('is what the settings give to %s', async (file) => {
    const given = { workflowNames: { [file]: 'Mine', other: 'x' } };
    expect(await names(project(''), given)).toEqual(['Mine']);
    expect(await names(project('app/'), given)).toEqual(['CI (app)']);
  });
});

const jobs =
  'jobs:\n  - name: one\n    type: runSh\n    steps:\n      - TASK:\n          - script: make\n';

test.each<readonly [string, Texts, string[]]>([
  ['CI', { 'shippable.yml': plain }, ['shippable.templates.yml', 'shippable.yml']],
  [
    'Assembly Lines',
    { 'shippable.jobs.yml': jobs },
    ['shippable.jobs.yml', 'shippable.templates.yml'],
  ],
  ['nothing', {}, []],
])('beside %s every value of the templates is accounted for once', async (_what, texts, files) => {
  const all = { ...texts, 'shippable.templates.yml': 'templates:\n  - &x make\n' };
  const { entries } = await convert({
    repository: { paths: Object.keys(all).sort(), read: (path) => all[path as keyof typeof all] },
    settings: defaultSettings,
    own: ownPin,
  });
  const named = entries.map(({ node }) => `${node.file.path} ${node.path}`);
  expect([...new Set(entries.map(({ node }) => node.file.path))].sort()).toEqual(files);
  expect(new Set(named).size).toBe(named.length);
});

const app = 'app: {image: busybox}\n';
const step = '- {service: app, command: make}\n';
const copy = 'it is a link to the file of the root, or a copy of it, so it is not read';

test.each<readonly [string, Texts, string[]]>([
  [
    'of both files',
    { 'a/codeship-services.yml': app, 'a/codeship-steps.yml': step },
    [`ignored-file a/codeship-services.yml: ${copy}`, `ignored-file a/codeship-steps.yml: ${copy}`],
  ],
  [
    'with other steps',
    { 'a/codeship-services.yml': app, 'a/codeship-steps.yml': `${step}${step}` },
    [],
  ],
  [
    'with other services',
    { 'a/codeship-services.yml': `${app}#`, 'a/codeship-steps.yml': step },
    [],
  ],
  ['of the steps alone', { 'a/codeship-steps.yml': step }, []],
])(
  'a copy %s of the project in the root is read, or is said not to be',
  async (_what, texts, ignored) => {
    const root = { 'codeship-services.yml': app, 'codeship-steps.yml': step };
    const { said } = await converted({ ...root, ...texts });
    expect(said.filter((line) => line.startsWith('ignored-file'))).toEqual(ignored);
  },
);

test('a copy of steps without services is one beside a root without services', async () => {
  const { said } = await converted({ 'codeship-steps.yml': step, 'a/codeship-steps.yml': step });
  expect(said).toContain(`ignored-file a/codeship-steps.yml: ${copy}`);
});

test('equal projects in folders, with none in the root, are both read', async () => {
  const { files, said } = await converted({
    'a/codeship-services.yml': app,
    'a/codeship-steps.yml': step,
    'b/codeship-services.yml': app,
    'b/codeship-steps.yml': step,
  });
  expect(said.filter((line) => line.startsWith('ignored-file'))).toEqual([]);
  expect(files.filter(({ path }) => path.startsWith('.github/workflows/'))).toHaveLength(2);
});

test.each([
  ['app', 'app'],
  ['my app', "'my app'"],
  ['app (old)', "'app (old)'"],
])('the command that converts the folder %j can be run', async (folder, word) => {
  const { said } = await converted({ [`${folder}/shippable.yml`]: plain });
  expect(said.join()).toContain(`\`transship convert ${word} --out .\` converts it`);
});

test('a file of one role that loses against another spelling of it is named', async () => {
  const { said } = await converted({
    'codeship-services.yml': app,
    'codeship-services.json': '{}',
    'codeship-steps.yml': step,
    'app/jet-services.yml': app,
    'app/jet-services.json': '{}',
    'app/codeship-steps.yml': `${step}${step}`,
  });
  const first = 'CodeShip looked for another file first and found it, so this one is not read';
  expect(said.filter((line) => line.startsWith('ignored-file'))).toEqual([
    `ignored-file app/jet-services.json: ${first}`,
    `ignored-file codeship-services.json: ${first}`,
  ]);
});

test.each<readonly [string, string, boolean]>([
  ['team.shippable.yml', jobs, true],
  ['team.shippable.yml', 'resources: []\n', true],
  ['team.shippable.yml', 'build: {ci: [make]}\n', false],
  ['sub/shippable.jobs.yml', 'build: {ci: [make]}\n', true],
  ['shippable.triggers.yml', '{}\n', true],
])('%s with %j is read as a part of Assembly Lines: %s', async (path, text, isRead) => {
  const { said } = await converted({ [path]: text });
  expect(said.filter((line) => line.startsWith('ignored-file'))).toEqual(
    isRead
      ? []
      : [
          `ignored-file ${path}: the name ends like one of Assembly Lines, but the file has none of their keys, so it is not read`,
        ],
  );
});

test('a copy of the main file below the root is named, with no command where the root has one', async () => {
  const { said } = await converted({ 'shippable.yml': plain, 'old/shippable.yml': plain });
  expect(said).toContain(
    'ignored-file old/shippable.yml: Shippable only ran the `shippable.yml` of the root, so this one is not read',
  );
});

test('what nobody reads has no place but its first line', async () => {
  const { diagnostics } = await convert({
    repository: {
      paths: ['codeship-services.yaml', 'old/shippable.yml', 'shippable.jobs.yml'],
      read: () => undefined,
    },
    settings: defaultSettings,
    own: ownPin,
  });
  expect(diagnostics.map(({ code, at }) => [code, at?.start, at?.file.text])).toEqual([
    ['ignored-file', 0, ''],
    ['ignored-file', 0, ''],
    ['file-unreadable', 0, ''],
  ]);
});

test.each(['codeship-services', 'jet-steps'])(
  '%s.yaml is named, and how it is read',
  async (name) => {
    const { said } = await converted({ 'shippable.yml': plain, [`${name}.yaml`]: '{}' });
    expect(said).toContain(
      `ignored-file ${name}.yaml: CodeShip looked for \`${name}.yml\`, so this one is not read; if it is yours, rename it to \`${name}.yml\` and convert again`,
    );
  },
);

test('a workflow that is larger than GitHub takes is split, and that is said', async () => {
  const script = (at: number): string =>
    `      - TASK:\n          - script: ./run-${at} ${'x'.repeat(45_000)}\n`;
  const tasks = Array.from({ length: 7 }, (_, at) => script(at)).join('');
  const one = (name: string): string => `  - name: ${name}\n    type: runSh\n    steps:\n${tasks}`;
  const { files, said } = await converted({
    'shippable.jobs.yml': `jobs:\n${one('one')}${one('two')}`.replace(
      'name: two\n    type: runSh\n    steps:\n',
      'name: two\n    type: runSh\n    steps:\n      - IN: one\n',
    ),
  });
  const codes = said.map((line) => line.split(' ')[0]);
  expect(codes).toContain('workflow-split');
  expect(codes).not.toContain('workflow-too-large');
  for (const { content } of files) expect(content.length).toBeLessThan(500_000);
});
