import { expect, test } from 'vitest';
import {
  fileEntry,
  literalLine,
  maskCommands,
  workflowCommand,
} from '../../src/host/runner/workflow-commands.ts';

test('messages and properties are escaped, so that text cannot end a command or begin another', () => {
  expect(workflowCommand('error', 'a%b\r\n::warning::c')).toBe('::error::a%25b%0D%0A::warning::c');
  expect(
    workflowCommand('warning', 'x', { title: 'a,b:c', file: 'f.yml', line: 3, column: 5 }),
  ).toBe('::warning title=a%2Cb%3Ac,file=f.yml,line=3,col=5::x');
});

test('an annotation shows what would hide or turn its text', () => {
  expect(workflowCommand('error', 'a\u202Eb\u001B[2J\nc', { title: 'x\u0085y' })).toBe(
    '::error title=x\uFFFDy::a\uFFFDb\u241B[2J%0Ac',
  );
});

test('a mask hides each line of a secret, but no line as short as a brace', () => {
  expect(maskCommands('')).toEqual([]);
  expect(maskCommands('pw')).toEqual(['::add-mask::pw']);
  expect(maskCommands('{\n  "key": "value"\n}\n')).toEqual(['::add-mask::"key": "value"']);
});

test('a log line that looks like a command is printed and not obeyed', () => {
  expect(literalLine('::set-output name=a::b').startsWith('::')).toBe(false);
  expect(literalLine('  ::add-path::/x').trimStart().startsWith('::')).toBe(false);
  expect(literalLine('\u0085 ::warning::x')).not.toContain('::warning');
  expect(literalLine('##[error]x')).not.toContain('##[');
  expect(literalLine('a\n ::warning::b\r\n::c')).not.toMatch(/^\s*::/m);
  expect(literalLine('a::b')).toBe('a::b');
});

test('a value of several lines gets a delimiter that it does not contain', () => {
  const texts = ['1', '2'];
  expect(fileEntry('a', 'b=c', () => '1')).toBe('a=b=c\n');
  expect(fileEntry('a', 'x\ntransship_1\n', () => texts.shift() ?? '')).toBe(
    'a<<transship_2\nx\ntransship_1\n\ntransship_2\n',
  );
});
