// What make and the scripts of packages run, read without running anything.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCalls } from '../../src/machine/calls/calls.ts';
import { makeCommands, readMakeCall } from '../../src/machine/calls/makefile.ts';

const lines = (text: string, ...args: string[]): readonly string[] =>
  makeCommands(text, readMakeCall(args));

describe('make', () => {
  test('runs the first target, its needs before it, each once', () => {
    const text = '.PHONY: a\na: b c\n\tone\nb: c\n\ttwo\nc:\n\t@-three\n';
    expect(lines(text)).toEqual(['three', 'two', 'one']);
  });

  test('runs what is asked for', () => {
    expect(lines('a:\n\tone\nb: ; two; three\n', 'b', '-j', '4')).toEqual(['two; three']);
  });

  test('fills in variables of the file and of the command line', () => {
    const text = 'A ?= x\nB = $(A)/y\nB += z\nt:\n\tgo $(B) $$HOME $(shell date) $(UNSET) $@\n';
    expect(lines(text)).toEqual(['go x/y z $HOME $made $UNSET $made']);
    expect(lines(text, 'A=k', 't')).toEqual(['go k/y z $HOME $made $UNSET $made']);
  });

  test('reads long lines, both ways of conditions, and skips definitions', () => {
    const text =
      'define X\nt:\n\tnever\nendef\nifeq (1,1)\nt:\n\tone \\\n\t  two\nelse\nt:\n\tthree\nendif\n';
    expect(lines(text)).toEqual(['one two', 'three']);
  });

  test('what a file multiplies without end, ends', () => {
    const letters = [...'ABCDEFGHIJ'];
    const growing = letters.map(
      (name, at) => `${name} = ${`$(${letters[at + 1] ?? 'x'})`.repeat(20)}`,
    );
    expect(lines(`${growing.join('\n')}\nt:\n\techo $(A)\n`)).toHaveLength(1);
    const chain = Array.from({ length: 20_000 }, (_, at) => `t${at}: t${at + 1}\n\tone`);
    expect(lines(chain.join('\n')).length).toBeLessThan(1000);
  });

  test('a circle, and a variable that names itself, end', () => {
    expect(lines('a: b\n\tone\nb: a\n\ttwo\n')).toEqual(['two', 'one']);
    expect(lines('A = $(A)$(A)\nt:\n\techo $(A)\n')).toHaveLength(1);
  });
});

const files: Readonly<Record<string, string>> = {
  'package.json':
    '{"scripts":{"pretest":"one","test":"npm run two","two":"two","prepare":"three"},"devDependencies":{"@x/four":"1"}}',
  'sub/Makefile': 'all:\n\tfive\n',
  'composer.json': '{"scripts":{"t":["@u","A::b","@php six"],"u":"seven"}}',
  'broken/package.json': '{',
  'ci/run.sh': '#!/bin/sh\n./more.sh\n',
  'ci/more.sh': '#!/bin/bash\neight\n',
};
const repository = { paths: Object.keys(files), read: (path: string) => files[path] };

const called = (text: string): readonly string[] =>
  readCalls(text, repository)
    .calls.filter(({ script }) => script !== undefined)
    .map(({ word, shell }) => `${word} ${shell}`);

test.each([
  ['npm test', ['one sh', 'npm sh', 'two sh']],
  ['npm t', ['one sh', 'npm sh', 'two sh']],
  ['yarn two', ['two sh']],
  ['npm ci', ['three sh']],
  ['npm install left-pad', []],
  ['npm i -g x', []],
  ['npm run nothing', []],
  ['cd broken && npm test', []],
  ['make -C sub', ['five sh']],
  ['cd sub && make all', ['five sh']],
  ['make', []],
  ['composer t', ['seven sh', 'php sh']],
  ['composer install', []],
  ['cd ci && ./run.sh', ['./more.sh sh', 'eight bash']],
  ['sh ci/more.sh', ['eight sh']],
])('%s', (text, expected) => {
  expect(called(text)).toEqual(expected);
});

test('no text of a file is an exception', () => {
  const part = fc.constantFrom(
    '\t',
    '\n',
    ':',
    '=',
    '$(',
    ')',
    '$',
    'a',
    ' ',
    '\\\n',
    ';',
    'define',
    'ifeq',
    '{',
    '"',
    '@',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const paths = ['Makefile', 'package.json', 'composer.json'];
      readCalls('make a && npm test && composer a', { paths, read: () => text });
    }),
  );
});
