import { expect, test } from 'vitest';
import {
  mergeArguments,
  readBuildArguments,
  readPlatforms,
  readSecrets,
  readSsh,
} from '../../../src/actions/build/read-inputs.ts';
import { readKeyValues } from '../../../src/actions/list-entries.ts';

test.each([
  [
    'A=1\n\n B=two words \r\nC=',
    [
      ['A', '1'],
      ['B', 'two words'],
      ['C', ''],
    ],
  ],
  ['URL=http://x/?a=b', [['URL', 'http://x/?a=b']]],
  ['Q="quoted"', [['Q', '"quoted"']]],
  ['FROM_ENV', [['FROM_ENV', 'given']]],
  [
    '"KEY=first\nsecond ""quoted""\n"\nB=2',
    [
      ['KEY', 'first\nsecond "quoted"\n'],
      ['B', '2'],
    ],
  ],
])('build arguments %j', (text, pairs) => {
  const { items, problems } = readBuildArguments(text, { FROM_ENV: 'given' });
  expect(items.map(({ name, value }) => [name, value])).toEqual(pairs);
  expect(problems).toEqual([]);
});

test('a secret keeps the blank that belongs to it', () => {
  expect(readSecrets('a= x \n').items).toEqual([{ id: 'a', value: ' x ' }]);
});

test('several in one line are told, and no value of a broken line is shown', () => {
  expect(readBuildArguments('A=1,B=2', {})).toEqual({
    items: [{ name: 'A', value: '1,B=2' }],
    problems: [],
    warnings: [expect.stringContaining('everything after `A=` is its value')],
  });
  expect(readKeyValues('labels', 'a=1,b=2').warnings).toHaveLength(1);
  expect(readBuildArguments('OPTS=-Da=1,x -Db=2', {}).warnings).toEqual([]);
  const { problems } = readBuildArguments('KEY=-----BEGIN\nMIIsecret\n-----END', {});
  expect(problems).toHaveLength(2);
  expect(problems.join()).not.toMatch(/MIIsecret|END/);
  expect(readKeyValues('labels', 'a=1\nsecret words').problems.join()).not.toContain('secret');
});

test.each(['=1', 'a b=1', 'MISSING', '--x=1'])('%j is not a build argument', (text) => {
  expect(readBuildArguments(text, {})).toMatchObject({ items: [], problems: [expect.any(String)] });
});

test.each([
  ['npm=abc', [['npm', 'abc']]],
  [
    'a=1\nb=2=3\n',
    [
      ['a', '1'],
      ['b', '2=3'],
    ],
  ],
  [
    '"key=-----BEGIN\nMII""x\n-----END\n"\nb=2',
    [
      ['key', '-----BEGIN\nMII"x\n-----END\n'],
      ['b', '2'],
    ],
  ],
  ['a="quoted"', [['a', '"quoted"']]],
  ['empty=', [['empty', '']]],
  ['', []],
])('secrets %j', (text, pairs) => {
  const { items, problems } = readSecrets(text);
  expect(items.map(({ id, value }) => [id, value])).toEqual(pairs);
  expect(problems).toEqual([]);
});

test.each(['justasecret', '=x', '"a=1', 'a,b=1'])('the broken secret %j is not shown', (text) => {
  const { items, problems } = readSecrets(text);
  expect(items).toEqual([]);
  expect(problems).toEqual(['Input secrets: entry 1 is not an `id=value`.']);
});

test('labels, keys and platforms', () => {
  expect(readKeyValues('labels', 'a.b=c d\nbroken')).toEqual({
    items: ['a.b=c d'],
    problems: [expect.stringContaining('entry 2')],
    warnings: [],
  });
  expect(readSsh('default\nkey=/k,/l\n=x').items).toEqual(['default', 'key=/k,/l']);
  expect(readSsh('=x').problems).toHaveLength(1);
  expect(readPlatforms('linux/amd64, linux/arm/v7\nlinux/amd64')).toEqual({
    items: ['linux/amd64', 'linux/arm/v7'],
    problems: [],
  });
  expect(readPlatforms('arm64!').problems).toHaveLength(1);
});

test('encrypted arguments win and say so; any name may stand', () => {
  const plain = [
    { name: 'A', value: '1' },
    { name: 'PATH', value: '/x' },
  ];
  const encrypted = [
    { name: 'A', value: '2' },
    { name: 'DOCKER_HOST', value: 'x' },
  ];
  const merged = mergeArguments(plain, encrypted);
  expect(merged.items).toEqual([
    { name: 'A', value: '2', secret: true },
    { name: 'PATH', value: '/x', secret: false },
    { name: 'DOCKER_HOST', value: 'x', secret: true },
  ]);
  expect(merged.warnings).toHaveLength(1);
});
