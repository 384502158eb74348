import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { commands } from '../../src/cli/commands.ts';
import { run } from './run.ts';

test('bash completes commands, options and their words', async () => {
  const { code, stdout } = await run(['completion', 'bash']);
  expect(code).toBe(0);
  const complete = (words: readonly string[]): readonly string[] => {
    const script = `${stdout}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_transship; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout.trim().split('\n');
  };
  expect(complete(['transship', 'con'])).toEqual(['convert']);
  expect(complete(['transship', 'convert', '--sty'])).toEqual(['--style']);
  expect(complete(['transship', 'convert', '--style', 'i'])).toEqual(['idiomatic']);
  expect(complete(['transship', 'convert', '--style', '='])).toEqual(['exact', 'idiomatic']);
  expect(complete(['transship', 'convert', '--style', '=', 'i'])).toEqual(['idiomatic']);
  expect(complete(['transship', 'secrets', ''])).toEqual(['plan', 'check', 'set']);
  expect(complete(['transship', 'integrations', 'ro'])).toEqual(['rotate']);
  expect(complete(['transship', 'lines', 'e'])).toEqual(['export']);
  expect(complete(['transship', 'secrets', '--js'])).toEqual(['--json']);
});

test.each(['zsh', 'fish'])('%s gets every command', async (shell) => {
  const { code, stdout } = await run(['completion', shell]);
  expect(code).toBe(0);
  for (const name of ['convert', 'audit', 'secrets', 'completion']) expect(stdout).toContain(name);
  expect(stdout).toContain('style');
});

/** What a shell that is installed completes; skipped, visibly, where it is not. */
const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

test.skipIf(!has('fish'))('fish completes commands, words and options', async () => {
  const { stdout } = await run(['completion', 'fish']);
  const complete = (line: string): readonly string[] =>
    spawnSync('fish', ['--no-config', '-c', `${stdout}\ncomplete -C '${line}'`], {
      encoding: 'utf8',
    })
      .stdout.trim()
      .split('\n')
      .map((row) => row.split('\t')[0] ?? '');
  expect(complete('transship con')).toEqual(['convert']);
  expect(complete('transship secrets ')).toEqual(['check', 'plan', 'set']);
  expect(complete('transship convert --styl')).toEqual(['--style']);
  expect(complete('transship convert --style i')).toEqual(['idiomatic']);
});

test.skipIf(!has('zsh'))('zsh takes the script', async () => {
  const { stdout } = await run(['completion', 'zsh']);
  expect(stdout).toContain("'1:what:(plan check set)'");
  expect(stdout).toContain("'*--report[");
  const script = `autoload -U compinit; compinit -u -D; ${stdout}\necho $_comps[transship]`;
  const { stdout: said, stderr } = spawnSync('zsh', ['-f', '-c', script], { encoding: 'utf8' });
  expect([said, stderr]).toEqual(['_transship\n', '']);
});

test('another shell is wrong usage', async () => {
  expect((await run(['completion', 'tcsh'])).code).toBe(2);
});

test('every command that has examples shows them, and its own exit codes', async () => {
  const { stdout } = await run(['tags', '--help']);
  expect(stdout).toContain('Examples:\n  transship tags ');
  expect(stdout).toContain('1  The registry refuses the request or cannot be reached.');
});

test.each(commands.flatMap(({ examples = [] }) => examples.map((line) => [line])))(
  'the example `%s` is a command line that there is',
  async (line) => {
    const words = /transship ([^|)]*)/.exec(line)?.[1]?.trim().split(/\s+/) ?? [];
    expect(await parseArguments(words, commands)).toMatchObject({ kind: 'run' });
  },
);
