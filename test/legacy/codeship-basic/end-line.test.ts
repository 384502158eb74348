import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { endLine } from '../../../src/legacy/codeship-basic/script.ts';

/** Whether a line let the next one run on CodeShip: its last status alone counted. */
const goesOn: readonly (readonly [string, boolean])[] = [
  ['true', true],
  ['false', false],
  ['false; true', true],
  ['true; false', false],
  ['true && false', false],
  ['false && true', false],
  ['false || true', true],
  ['! true', false],
  ['! false', true],
  ['if false; then true; fi', true],
  ['if true; then false; true; fi', true],
  ['if true; then true; false; fi', false],
  ['for x in 1 2; do false; true; done', true],
  ['(false; true)', true],
  ['(true; false)', false],
  ['false | true', true],
  ['true | false', false],
  ['f() { false; true; }', true],
  ['false && true # a comment', false],
  ['[ 1 = 2 ] && echo x', false],
  ['false &', true],
  ['false & true', true],
  ['x=$(false; true)', true],
  ['# a comment', true],
];

test.each(goesOn)('%s', (line, expected) => {
  const script = `${endLine(line)}\necho on\n`;
  const shell = ['--noprofile', '--norc', '-e', '-c', script];
  let printed: string;
  try {
    printed = execFileSync('bash', shell, { encoding: 'utf8' });
  } catch (error) {
    printed = String((error as { stdout?: string }).stdout ?? '');
  }
  expect(printed === 'on\n').toBe(expected);
});

test('what a line leaves in the shell stays', () => {
  const lines = ['cd / && export A=1', 'B=2; false; true', 'if true; then C=3; fi'].map(endLine);
  const script = `${lines.join('\n')}\necho "$PWD $A $B $C"`;
  expect(execFileSync('bash', ['-e', '-c', script], { encoding: 'utf8' })).toBe('/ 1 2 3\n');
});
