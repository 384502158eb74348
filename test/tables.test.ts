// What holds of every row of the tables that messages, documents and `explain` are made from.

import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands, convertOptions } from '../src/cli/commands.ts';
import { readSettings, settingKeys } from '../src/cli/convert/settings.ts';
import { type Code, codeRow, codes } from '../src/diagnostic/codes.ts';
import { formats, keyReference } from '../src/report/key-reference.ts';
import { run } from './cli/run.ts';
import { goldenCases } from './golden-case.ts';

const sentence = /^[A-Z`.].*[.?]$/s;

describe('diagnostic codes', () => {
  test.each(Object.keys(codes) as Code[])('%s is explained in sentences', (code) => {
    const { title, explain } = codeRow(code);
    expect(code).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/);
    expect(title).toMatch(sentence);
    expect(explain).toMatch(sentence);
  });

  test('a value that is manual, dropped, approximated or invalid is never an unlikely severity', () => {
    for (const code of Object.keys(codes) as Code[]) {
      const { outcome, severity } = codeRow(code);
      if (outcome === 'manual') expect([code, severity]).not.toEqual([code, 'note']);
    }
  });
});

describe('legacy keys', () => {
  test.each(keyReference().map((entry) => [`${entry.file} ${entry.path}`, entry] as const))(
    '%s is told in sentences',
    (_name, { row }) => {
      expect(row.summary).toMatch(sentence);
      expect(row.becomes).toMatch(sentence);
      expect(row.source).not.toBe('');
      expect(row.accepts.expects).not.toBe('');
    },
  );

  test('each format has keys', () => {
    const all = keyReference();
    for (const { file } of formats)
      expect(all.filter((entry) => entry.file === file).length).toBeGreaterThan(5);
  });
});

describe('transship explain', () => {
  test('lists all', async () => {
    const { code, stdout } = await run(['explain']);
    expect(code).toBe(0);
    for (const name of Object.keys(codes)) expect(stdout).toContain(`  ${name} `);
    for (const { path } of keyReference()) expect(stdout).toContain(`  ${path} `);
  });

  test('explains each code and each key', async () => {
    const words = [...Object.keys(codes), ...keyReference().map(({ path }) => path)];
    for (const word of new Set(words)) {
      expect(await run(['explain', word]), word).toMatchObject({ code: 0, stderr: '' });
    }
  });

  test('a key by its last word, wherever it stands', async () => {
    const { stdout } = await run(['explain', 'image_name']);
    expect(stdout).toContain('build.pre_ci_boot.image_name (shippable.yml');
    expect(stdout).toContain('image_name (codeship-steps.yml');
  });

  test('what is neither is wrong usage, with the word that was meant', async () => {
    const { code, stderr } = await run(['explain', 'unknown-kee']);
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean `unknown-key`?');
  });
});

describe('options and settings', () => {
  test('are told without a full stop, or with one', () => {
    for (const { summary } of convertOptions) expect(summary).toMatch(/^[A-Z].*[^.]$/);
    for (const { summary } of commands) expect(summary).toMatch(sentence);
    for (const row of Object.values(settingKeys)) expect(row.becomes).toMatch(sentence);
  });

  test('every setting arrives', () => {
    const commit = 'a'.repeat(40);
    const text = `runner: r\nnode-pools:\n  p: q\nimages:\n  a: b\nsecrets:\n  A: B\nname: n\nserver: GitHub.acme.example\nworkflow-dispatch: yes\nparallel: shell\nstyle: idiomatic\nsecret-values: each\npull-requests: no-deploy\npublic-values: [P]\nworkflows: { a.yml: B }\njobs: { ci: T }\nallowed-actions: ['actions/*']\nactions:\n  actions/cache: acme/cache@${commit} # v6\n  actions/checkout: ${commit}\nown-actions:\n  commit: ${commit}\n  version: v2.0.0\n`;
    const { settings, own, diagnostics, usable } = readSettings('x.yml', text);
    expect(diagnostics).toEqual([]);
    expect(usable).toBe(true);
    expect(settings).toEqual({
      runner: 'r',
      nodePools: { p: 'q' },
      images: { a: 'b' },
      secrets: { A: 'B' },
      name: 'n',
      server: 'github.acme.example',
      workflowDispatch: true,
      parallel: 'shell',
      style: 'idiomatic',
      secretValues: 'each',
      pullRequests: 'no-deploy',
      publicValues: ['P'],
      workflowNames: { 'a.yml': 'B' },
      jobNames: { ci: 'T' },
      allowedActions: ['actions/*'],
      actions: {
        'actions/cache': { name: 'acme/cache', ref: commit, version: 'v6' },
        'actions/checkout': { ref: commit },
      },
    });
    expect(own).toEqual({ commit, version: 'v2.0.0' });
  });

  test.each([
    ['own-actions:\n  version: v1\n', 'own-actions'],
    ['own-actions:\n  commit: v1\n', 'full commit'],
    ['parallel: both\n', '`native`, `shell`'],
    ['images: [a]\n', 'mapping'],
    ['runner: [\n', ''],
    ['runner: ${{ vars.RUNNER }}\n', 'label of a runner'],
    ['node-pools: { p: "a\\nb" }\n', 'label of a runner'],
    ['images: { redis: "redis:${{ secrets.X }}" }\n', 'an image'],
    ['secrets: { CODESHIP_AES_KEY: "X }}${{ toJSON(secrets)" }\n', 'name of a secret'],
    ['secrets: { A: GITHUB_TOKEN }\n', 'name of a secret'],
    [`own-actions: { commit: ${'a'.repeat(40)}, version: "v1\\e[2J" }\n`, 'a release such as'],
    ['server: "https://x"\n', 'a host'],
    ['- a\n', 'mapping'],
    ['actions: { actions/checkout: "./local" }\n', 'OWNER/NAME@COMMIT'],
    ['actions: { actions/checkout: "a/b@c ${{ x }}" }\n', 'OWNER/NAME@COMMIT'],
    ['allowed-actions: ["*"]\n', 'a pattern such as'],
    ['jobs: { ci: "a\\nb" }\n', 'one line'],
  ])('%j cannot be used', (text, message) => {
    const { diagnostics, usable } = readSettings('x.yml', text);
    expect(usable).toBe(false);
    expect(diagnostics.map((one) => `${one.message} ${one.help}`).join('\n')).toContain(message);
  });
});

test('an action that no workflow uses, and a version that can be moved, are said', () => {
  const { diagnostics, usable } = readSettings(
    'x.yml',
    'actions:\n  actions/chekout: acme/checkout@v4\n  actions/cache: acme/cache@main\n',
  );
  expect(usable).toBe(true);
  expect(diagnostics).toMatchObject([
    { code: 'ignored-setting', help: 'did you mean `actions/checkout`?' },
    {
      code: 'unpinned-action',
      message: '`actions/cache` is named by `main`, which is not a commit',
    },
  ]);
});

describe('golden cases', () => {
  /** Codes that only the edge reports (of a disk, of settings, of a checkout), and a gap that must not show. */
  const ofTheEdge: ReadonlySet<string> = new Set([
    'no-configuration',
    'key-at-hand',
    'basic-project',
    'repository-cut',
    'folder-unreadable',
    'file-unreadable',
    'foreign-file',
    'edited-file',
    'blocked-file',
    'orphaned-file',
    'below-root',
    'nothing-to-compare',
    'edited-orphan',
    'recorded-option',
    'workflow-too-large',
    'workflow-split',
    'enterprise-server',
    'native-parallel',
    'write-failed',
    'ignored-setting',
    'bad-setting',
    'unpinned-own-action',
    'unpinned-action',
    'by-hook',
    'left-out-by-hook',
    'hook-failed',
    'hook-shares-step',
    'hooks-not-given',
    'old-badge',
    'refused-name',
    'foreign-pin',
    'inherited-finding',
    'unread-value',
  ]);
  const texts = goldenCases().map(({ folder }) =>
    fs.readFileSync(`${folder}/expected.txt`, 'utf8'),
  );

  test.each(Object.keys(codes).filter((code) => !ofTheEdge.has(code)))('show %s', (code) => {
    expect(
      texts.some((text) => text.includes(` ${code} `)),
      `No golden case shows ${code} (${codeRow(code as Code).title}) Make a folder test/golden/SYSTEM/CASE with a legacy file that leads to it, run \`npm run test:update -- SYSTEM/CASE\` and read what it wrote. A code that only a disk, a setting or a checkout can lead to belongs into \`ofTheEdge\`, with a unit test.`,
    ).toBe(true);
  });

  test('none shows a value that was not understood', () => {
    expect(texts.filter((text) => text.includes(' unread-value '))).toEqual([]);
  });
});
