import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { equivalenceFolder } from './case.ts';
import { withoutTerminal } from './without-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'transship-wrapper-'));
const record = join(folder, 'ci');
const program = join(equivalenceFolder, 'runner/without-terminal');
beforeEach(() => rmSync(record, { force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function step(script: string): { readonly code: number | null; readonly console: string } {
  const { status, stdout } = spawnSync(program, ['bash', '-ec', script], {
    env: { ...process.env, EQUIVALENCE_CONSOLE: folder, GITHUB_JOB: 'ci' },
    input: 'what a terminal would give',
    encoding: 'utf8',
  });
  return { code: status, console: stdout };
}

test('what a step writes is on the console and in the record of its job, in its order', () => {
  const { code, console } = step('echo one; echo two >&2; (sleep 0.2; echo late) & echo three');
  expect(code).toBe(0);
  expect(console).toBe('one\ntwo\nthree\nlate\n');
  expect(readFileSync(record, 'utf8')).toBe(console);
});

test('a step goes on where the one before ended, on a line of its own', () => {
  for (const script of [
    'printf one',
    'true',
    'printf "two\\n"',
    'printf three; kill -9 $$',
    'echo four',
  ])
    step(script);
  expect(readFileSync(record, 'utf8')).toBe('one\ntwo\nthree\nfour\n');
});

test('a step has nothing to read, no terminal, and nothing of the wrapper', () => {
  const { console } = step(
    'cat; [ -t 1 ] || echo none; ls -d /proc/$$/fd/[3-6] || :; env | grep EQUIVALENCE_CONSOLE || :',
  );
  expect(console.replace(/^ls: .*\n/gm, '')).toBe('none\n');
});

test.each([
  ['exit 7', 7],
  ['false', 1],
  ['kill -TERM $$', 143],
  ['printf x; exit 3', 3],
])('%s ends with %i', (script, code) => {
  expect(step(script).code).toBe(code);
});

test('a step that uses an action stays', () => {
  const uses = { uses: 'some/action@v1' };
  expect(withoutTerminal(uses, 'sh')).toBe(uses);
  expect(withoutTerminal({ run: 'x' }, 'sh')).toEqual({
    run: 'x',
    shell: 'without-terminal sh -e {0}',
  });
});
