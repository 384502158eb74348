// What a conversion tells beside its files, what stands in the head of a workflow, and what GitHub's limits make of it.

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type ConvertOptions, convert } from '../../src/convert/convert.ts';
import { defaultSettings, type Settings } from '../../src/legacy/translation.ts';
import { ownPin } from '../golden-case.ts';
import type { Texts } from '../legacy/codeship/project.ts';

async function converted(
  texts: Texts,
  settings: Partial<Settings> = {},
  more: Partial<ConvertOptions> = {},
) {
  const conversion = await convert({
    repository: { paths: Object.keys(texts).sort(), read: (path) => texts[path] },
    settings: { ...defaultSettings, ...settings },
    own: ownPin,
    ...more,
  });
  const said = (code: string): string[] =>
    conversion.diagnostics
      .filter((one) => one.code === code)
      .map(({ at, message }) => `${at?.file.path}:${at?.start} ${message}`);
  const textOf = (path: string): string =>
    conversion.files.find((file) => file.path === `.github/workflows/${path}`)?.content ?? '';
  return { ...conversion, said, textOf };
}

const shippable: Texts = { 'shippable.yml': 'language: none\nbuild:\n  ci:\n    - make\n' };
const codeship = (folder = ''): Texts => ({
  [`${folder}codeship-services.yml`]: 'app: {image: busybox}\n',
  [`${folder}codeship-steps.yml`]: `- {service: app, command: make ${folder}}\n`,
});
const job = (name: string, after: string, task: string): string =>
  `  - name: ${name}\n    type: runSh\n    steps:\n${after}      - TASK:\n          - script: ${task}\n`;
const lines: Texts = {
  'shippable.jobs.yml': `jobs:\n${job('one', '', 'make')}${job('two', '      - IN: one\n', 'make')}`,
};

describe('what was read and written', () => {
  test('each product with its files, each workflow, and no graph without Assembly Lines', async () => {
    const conversion = await converted({ ...shippable, ...codeship(), ...codeship('app/') });
    expect(conversion.sources).toEqual([
      { system: 'shippable', files: ['shippable.yml'] },
      { system: 'codeship', files: ['codeship-services.yml', 'codeship-steps.yml'] },
      { system: 'codeship', files: ['app/codeship-services.yml', 'app/codeship-steps.yml'] },
    ]);
    const paths = conversion.workflows.map(({ path }) => path);
    expect(paths).toEqual([
      '.github/workflows/shippable.yml',
      '.github/workflows/codeship.yml',
      '.github/workflows/codeship-app.yml',
    ]);
    expect(conversion).not.toHaveProperty('lines');
    expect(conversion).not.toHaveProperty('chosenActions');
  });

  test('the graph of Assembly Lines', async () => {
    const { lines: graph } = await converted({ ...lines, ...codeship() });
    expect(graph?.jobs.map(({ name }) => name)).toEqual(['one', 'two']);
  });

  test('actions that the settings choose, by the names that workflows then have', async () => {
    const { chosenActions } = await converted(shippable, {
      actions: { 'actions/checkout': { name: 'acme/checkout', ref: 'v9' } },
    });
    expect([...(chosenActions ?? [])]).toEqual(['acme/checkout']);
  });
});

describe('when a project in a folder starts', () => {
  const startsOf = (text: string): string[] => Object.keys(parse(text).on);

  test('by hand alone, where the root has one of its own', async () => {
    const { textOf } = await converted({ ...codeship(), ...codeship('app/') });
    expect(startsOf(textOf('codeship.yml'))).toEqual(['push']);
    expect(startsOf(textOf('codeship-app.yml'))).toEqual(['workflow_dispatch']);
  });

  test('by hand alone beside Shippable in the root', async () => {
    const { textOf } = await converted({ ...shippable, ...codeship('app/') });
    expect(startsOf(textOf('codeship-app.yml'))).toEqual(['workflow_dispatch']);
  });

  test('by pushes, where the root has none', async () => {
    const { textOf } = await converted({ ...codeship('app/'), ...codeship('web/') });
    expect(startsOf(textOf('codeship-app.yml'))).toEqual(['push']);
    expect(startsOf(textOf('codeship-web.yml'))).toEqual(['push']);
  });
});

describe('attestations of pushes', () => {
  const push: Texts = {
    'codeship-services.yml': 'web: {build: .}\n',
    'codeship-steps.yml':
      '- {service: web, type: push, image_name: acme/web, encrypted_dockercfg_path: dockercfg.encrypted}\n',
  };
  const attests = async (settings: Partial<Settings>): Promise<boolean> =>
    (await converted(push, settings)).textOf('codeship.yml').includes('attestations: write');

  test('only where the settings ask for them, and where GitHub has them', async () => {
    expect(await attests({})).toBe(false);
    expect(await attests({ attest: false })).toBe(false);
    expect(await attests({ attest: true })).toBe(true);
    expect(await attests({ attest: true, server: 'git.example.com' })).toBe(false);
  });
});

describe('the head of a workflow names what it was made with', () => {
  const headOf = async (texts: Texts, more: Partial<ConvertOptions>): Promise<string> =>
    (await converted(texts, {}, more)).files
      .find(({ path }) => path.startsWith('.github/workflows/'))
      ?.content.split('\n')[0] ?? '';
  const given = { secretValues: 'each', parallel: 'shell' } as const;

  test('options, in the order of their table', async () => {
    expect(await headOf(codeship(), { given })).toContain(
      ' with --parallel=shell --secrets=each; checksum',
    );
    expect(await headOf(codeship(), {})).not.toContain(' with ');
  });

  test('words for Assembly Lines only where there are some', async () => {
    const lineWords = ['--with=../other'];
    expect(await headOf(lines, { lineWords })).toContain(' with --with=../other; checksum');
    expect(await headOf(codeship(), { lineWords })).not.toContain(' with ');
    const both = await converted({ ...lines, ...codeship() }, {}, { lineWords });
    for (const path of ['codeship.yml', 'assembly-line-one.yml'])
      expect(both.textOf(path)).toContain(' with --with=../other; checksum');
  });

  test('the module of hooks only where a hook had an answer', async () => {
    const hooks = (answer: { steps: [] } | undefined) => ({
      name: 'hooks.mjs',
      module: { constructs: [{ key: 'build.ci', translate: () => answer }] },
    });
    expect(await headOf(shippable, { hooks: hooks({ steps: [] }) })).toContain(
      ' with --hooks=hooks.mjs; checksum',
    );
    expect(await headOf(shippable, { hooks: hooks(undefined) })).not.toContain(' with ');
  });
});

describe('a workflow that is larger than GitHub takes', () => {
  const large = (kilobytes: number): string => `./run ${'x'.repeat(kilobytes * 1000)}`;

  test('is split, with the size that it had, and how many of its jobs moved', async () => {
    const { said, files } = await converted({
      'shippable.jobs.yml': `jobs:\n${job('one', '', large(300))}${job('two', '      - IN: one\n', large(280))}`,
    });
    expect(said('workflow-split')).toEqual([
      expect.stringMatching(
        /^\.github\/workflows\/assembly-line-one\.yml:0 the workflow has 58\d kB, and GitHub takes at most 500 kB: 1 of its jobs are files of their own, which it calls in the same run$/,
      ),
    ]);
    expect(said('workflow-too-large')).toEqual([]);
    const called = files.find(({ content }) => content.includes('workflow_call:'));
    expect(called?.content).toContain("name: 'Assembly line (one): one'\n");
  });

  test('is said to be too large where one job alone is, and is written all the same', async () => {
    const { said, files } = await converted({
      'shippable.yml': `language: none\nbuild:\n  ci:\n    - ${large(510)}\n`,
    });
    expect(said('workflow-too-large')).toEqual([
      '.github/workflows/shippable-ci.yml:0 the workflow has 511 kB, and GitHub takes at most 500 kB',
    ]);
    expect(files.map(({ path }) => path)).toContain('.github/workflows/shippable-ci.yml');
  });

  test('other files may be as large as they are', async () => {
    const { said, files } = await converted({
      ...codeship(),
      'codeship-services.yml': `app:\n  image: busybox\n  environment:\n    LONG: ${'x'.repeat(510_000)}\n`,
    });
    expect(files.some(({ content }) => content.length > 500_000)).toBe(true);
    expect(said('workflow-too-large')).toEqual([]);
  });

  test('what is just small enough stays whole', async () => {
    const { said, files } = await converted({
      'shippable.jobs.yml': `jobs:\n${job('one', '', large(240))}${job('two', '      - IN: one\n', large(240))}`,
    });
    expect(said('workflow-split')).toEqual([]);
    expect(files).toHaveLength(1);
  });
});

describe('actions that the settings do not allow', () => {
  test('each is named once a workflow, where the value is that it serves', async () => {
    const { said } = await converted(
      {
        'shippable.jobs.yml':
          `resources:\n  - name: repo\n    type: gitRepo\n    integration: gh\n    pointer: {sourceName: acme/web, branch: main}\n${lines['shippable.jobs.yml']}`.replace(
            '    steps:\n',
            '    steps:\n      - IN: repo\n',
          ),
        ...codeship(),
      },
      { allowedActions: ['transship/*'] },
    );
    expect(said('action-not-allowed')).toEqual([
      // No value asked for this one.
      '.github/workflows/codeship.yml:0 `.github/workflows/codeship.yml` uses `actions/checkout`, which `allowed-actions` does not list',
      'shippable.jobs.yml:90 `.github/workflows/assembly-line-one.yml` uses `actions/checkout`, which `allowed-actions` does not list',
    ]);
  });

  test('that of a hook is one of them, at what the hook is for', async () => {
    const { said } = await converted(
      shippable,
      { allowedActions: ['actions/*'] },
      {
        hooks: {
          name: 'hooks.mjs',
          module: {
            constructs: [
              { key: 'build.ci', translate: () => ({ steps: [{ uses: 'acme/report@v1' }] }) },
            ],
          },
        },
      },
    );
    expect(said('action-not-allowed')).toEqual([
      'shippable.yml:34 `.github/workflows/shippable.yml` uses `acme/report`, which `allowed-actions` does not list',
    ]);
  });

  test('without the setting nothing is said', async () => {
    expect((await converted(shippable)).said('action-not-allowed')).toEqual([]);
  });
});
