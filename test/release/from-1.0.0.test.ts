// What release 1.0.0 left in repositories still holds: files that it wrote (1.0.0/project, converted by that release
// itself), and inputs of actions that workflows name by `@v1` (1.0.0/interface.json).

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith, readFile, run, treeOf } from '../cli/run.ts';

const release = new URL('1.0.0/', import.meta.url).pathname;
const repository = new URL('../../', import.meta.url).pathname;

function project(): string {
  const folder = folderWith({});
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  fs.cpSync(path.join(release, 'project'), folder, { recursive: true });
  return folder;
}

const edit = (folder: string, file: string, change: (text: string) => string): void =>
  fs.writeFileSync(path.join(folder, file), change(readFile(folder, file)));

/** Without what depends on a service, the script that starts dependencies is no longer written. */
const withoutDependencies = (folder: string): void =>
  edit(folder, 'codeship-services.yml', (text) => text.replace(/ {2}depends_on:\n {4}- db\n/, ''));

const script = '.github/codeship/run.sh';

describe('a repository that 1.0.0 converted', () => {
  test('is converted again without --force', async () => {
    const folder = project();
    const before = treeOf(folder);
    const { code, stderr } = await run(['convert'], { folder });
    expect(stderr).not.toMatch(/foreign-file|edited-file|orphaned-file/);
    expect(code).toBe(0);
    const after = treeOf(folder);
    expect(Object.keys(after)).toEqual(expect.arrayContaining(Object.keys(before)));
    expect(after['compose.codeship.yml']).not.toBe(before['compose.codeship.yml']);
    // And then nothing differs.
    expect((await run(['convert', '--check'], { folder })).code).toBe(0);
  });

  test('names a file that is no longer written, and removes it with --force', async () => {
    const folder = project();
    withoutDependencies(folder);
    const named = await run(['convert', '--report', 'report.json'], { folder });
    expect(named.code).toBe(0);
    expect(readFile(folder, 'report.json')).toContain('"orphaned-file"');
    expect(fs.existsSync(path.join(folder, script))).toBe(true);
    await run(['convert', '--force'], { folder });
    expect(fs.existsSync(path.join(folder, script))).toBe(false);
  });

  test('warns of such a file that somebody edited, and never removes it', async () => {
    const folder = project();
    withoutDependencies(folder);
    edit(folder, script, (text) => `${text}echo mine\n`);
    const { stderr } = await run(['convert', '--force'], { folder });
    expect(stderr).toContain('warning[edited-orphan]');
    expect(readFile(folder, script)).toContain('echo mine');
  });

  test('keeps a file that somebody edited', async () => {
    const folder = project();
    edit(folder, '.github/workflows/codeship.yml', (text) =>
      text.replace('timeout-minutes: 300', 'timeout-minutes: 30'),
    );
    const { code, stderr } = await run(['convert'], { folder });
    expect(stderr).toContain('error[edited-file]');
    expect(code).toBe(1);
    expect(readFile(folder, '.github/workflows/codeship.yml')).toContain('timeout-minutes: 30\n');
  });
});

type Interface = {
  readonly inputs: Readonly<
    Record<string, { readonly required: boolean; readonly default?: unknown }>
  >;
  readonly outputs: readonly string[];
  readonly secrets?: readonly string[];
};

type Declared = {
  readonly inputs?: Readonly<
    Record<string, { readonly required?: boolean; readonly default?: unknown }>
  >;
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, unknown>>;
};

const released = JSON.parse(readFile(release, 'interface.json')) as Readonly<
  Record<string, Interface>
>;

describe('what workflows name by @v1', () => {
  test.each(Object.entries(released))(
    '%s keeps its inputs, their defaults and its outputs',
    (file, old) => {
      const text = parse(readFile(repository, file)) as Declared & {
        readonly on?: { readonly workflow_call?: Declared };
      };
      const now = text.on?.workflow_call ?? text;
      for (const [name, row] of Object.entries(old.inputs)) {
        const input = now.inputs?.[name];
        expect(input, name).toBeDefined();
        expect({ required: input?.required ?? false, default: input?.default }, name).toEqual({
          required: row.required,
          default: row.default,
        });
      }
      expect(Object.keys(now.outputs ?? {})).toEqual(expect.arrayContaining([...old.outputs]));
      expect(Object.keys(now.secrets ?? {})).toEqual(
        expect.arrayContaining([...(old.secrets ?? [])]),
      );
      // Whoever named it before cannot know of a new one.
      const needed = Object.entries(now.inputs ?? {}).filter(
        ([, { required }]) => required === true,
      );
      expect(needed.map(([name]) => name).filter((name) => !(name in old.inputs))).toEqual([]);
    },
  );
});
