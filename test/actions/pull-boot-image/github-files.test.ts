import { expect, test } from 'vitest';
import { pathEntries, splitEnvFile } from '../../../src/actions/pull-boot-image/github-files.ts';

test.each<[string, string, Record<string, string>]>([
  ['A=1\nB=2\n', 'A=1\nB=2\n', {}],
  ['PATH=/x\nA=1\n', 'A=1\n', { PATH: '/x' }],
  ['A<<END\nPATH=/x\nEND\nB=2', 'A<<END\nPATH=/x\nEND\nB=2', {}],
  ['PATH<<END\n/x\n/y\nEND\nA=1\n', 'A=1\n', { PATH: '/x\n/y' }],
  ['USER=a=b<<c\nA=<<b\n', 'A=<<b\n', { USER: 'a=b<<c' }],
  ['LD_PRELOAD=\r\nA=1\r\n', 'A=1\r\n', { LD_PRELOAD: '' }],
  ['no entry\nXDG_DATA_HOME=x\n', 'no entry\n', { XDG_DATA_HOME: 'x' }],
  ['A=1\nPATH<<END\nnever ends', 'A=1\nPATH<<END\nnever ends', {}],
  ['', '', {}],
])('%j', (text, outside, inside) => {
  expect(splitEnvFile(text)).toEqual({ outside, inside });
});

test('the last line of GITHUB_PATH goes first', () => {
  expect(pathEntries('/a\n\n /b \r\n/c')).toEqual(['/c', '/b', '/a']);
});
