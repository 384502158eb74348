import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { masksFor } from '../../src/secret/masking.ts';

const dockercfg = JSON.stringify(
  {
    auths: {
      'https://index.docker.io/v1/': {
        auth: Buffer.from('bob:pass:word').toString('base64'),
        email: 'b@example.test',
      },
    },
  },
  null,
  2,
);

describe('what is hidden', () => {
  test.each([
    ['a value and its line', 'FOO=secret-text', ['FOO=secret-text', 'secret-text'], []],
    [
      'a quoted value with and without its quotes',
      'FOO="secret text"',
      ['FOO="secret text"', '"secret text"', 'secret text'],
      [],
    ],
    [
      'the parts of a key in one line',
      'KEY=-----BEGIN\\nMIIabc\\n-----END',
      ['MIIabc', '-----BEGIN', '-----END'],
      [],
    ],
    [
      'the password in an address, also decoded',
      'DB=postgres://ada:p%40ss@db/x',
      ['p%40ss', 'p@ss', 'postgres://ada:p%40ss@db/x'],
      [],
    ],
    [
      'a value that a later line overrides',
      'A=first-one\nA=second-one',
      ['first-one', 'second-one'],
      [],
    ],
    ['a comment', '# the old one was hunter2', ['# the old one was hunter2'], []],
    ['a bare value', 'ghp_sometoken\n', ['ghp_sometoken'], []],
    [
      'the old YAML form',
      'A: some secret\nB: other',
      ['A: some secret', 'some secret', 'other'],
      [],
    ],
    ['line ends of Windows', 'A=one-secret\r\nB=two-secret\r\n', ['one-secret', 'two-secret'], []],
    [
      'a dockercfg: the base64 text, the pair and the password',
      dockercfg,
      [
        Buffer.from('bob:pass:word').toString('base64'),
        'bob:pass:word',
        'pass:word',
        'b@example.test',
      ],
      [],
    ],
  ])('%s', (_, text, hidden, spared) => {
    const masks = masksFor(text);
    for (const mask of hidden) expect(masks.texts).toContain(mask);
    expect(masks.spared).toEqual(spared);
  });

  test.each([
    ['two characters', 'A=ab'],
    ['true', 'A=true'],
    ['a mode', 'RAILS_ENV=Production'],
    ['a port', 'PORT=5432'],
    ['a region', 'AWS_REGION=us-gov-west-1'],
    ['a region of Google', 'ZONE=europe-west1'],
    ['a region between points of the compass', 'AWS_REGION=ap-southeast-2'],
    ['a closed region', 'AWS_REGION=us-iso-east-1'],
    ['another closed region', 'AWS_REGION=us-isob-east-1'],
    ['a region with a number of two digits', 'ZONE=us-central11'],
    ['a port of five digits', 'PORT=65535'],
  ])('%s is hidden only in its line, and that is said', (_, line) => {
    const { texts, spared } = masksFor(`FIRST=long-secret\n${line}`);
    expect(texts).toContain(line);
    expect(texts).not.toContain(line.slice(line.indexOf('=') + 1));
    expect(spared).toEqual([2]);
  });

  test.each([
    ...['my-secret-1', 'postgres', '123456', 'Trust-No-1', 'x-east-1', 'us-east-100', 'us-east-1x'],
    ...['xus-govern-east-1', 'us-iso9-east-1', 'us-iso1east-1', 'us-middle-1', '1us-east-1'],
  ])('%s is not a common word', (word) => {
    expect(masksFor(`A=${word}`).texts).toContain(word);
  });

  test('a bare value that is a common word is named by its line', () => {
    expect(masksFor('production\n')).toEqual({ texts: [], spared: [1] });
  });

  test('a JSON file of any shape: its texts', () => {
    const { texts } = masksFor(
      '{"a":[null,1,true,{"b":"inner-text"}],"auth":null,"c":"outer-text"}',
    );
    expect(texts).toEqual(expect.arrayContaining(['inner-text', 'outer-text']));
    expect(masksFor('null').spared).toEqual([1]);
  });

  test('an empty value hides nothing and is not worth a word', () => {
    expect(masksFor('A=\n\nB= \n')).toEqual({ texts: [], spared: [] });
  });
});

describe('exactly what is hidden', () => {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');

  test.each<[what: string, text: string, hidden: string[], spared: number[]]>([
    ['a variable', 'FOO=secret-text', ['FOO=secret-text', 'secret-text'], []],
    ['a value of three characters', 'A=x7q', ['A=x7q', 'x7q'], []],
    ['base64 alone, whose padding is no value', 'QUJDREVGRw==\n', ['QUJDREVGRw=='], []],
    ['a comment that looks like a variable', '  # OLD=on', ['# OLD=on'], []],
    [
      'words in quotes inside of a value',
      "A=use 'on'\nB='on' it\nC='on\"",
      [...["A=use 'on'", "use 'on'", "B='on' it", "'on' it", 'C=\'on"', '\'on"']],
      [],
    ],
    ['a value in single quotes', "A='x7 q'", ["A='x7 q'", "'x7 q'", 'x7 q'], []],
    ['a word in quotes, which is hidden with them alone', 'A="on"', ['A="on"', '"on"'], [1]],
    [
      'the lines of a key with the ends of Windows',
      'A=one-x\\r\\ntwo-x',
      [...['A=one-x\\r\\ntwo-x', 'one-x\\r\\ntwo-x', 'one-x', 'two-x']],
      [],
    ],
    [
      'a password in an address in quotes',
      'A="x://u:p-w@h"',
      [...['A="x://u:p-w@h"', '"x://u:p-w@h"', 'x://u:p-w@h', 'p-w']],
      [],
    ],
    [
      'a password without a user',
      'A=redis://:p-w@h/0',
      [...['A=redis://:p-w@h/0', 'redis://:p-w@h/0', 'p-w']],
      [],
    ],
    [
      'a password that only looks encoded',
      'A=x://u:p%zz@h',
      [...['A=x://u:p%zz@h', 'x://u:p%zz@h', 'p%zz']],
      [],
    ],
    [
      'an address behind other text, which no program reads',
      'A=at x://u:on@h',
      [...['A=at x://u:on@h', 'at x://u:on@h']],
      [],
    ],
    ['JSON that is none', '{ broken: "x"', ['{ broken: "x"'], []],
    ['a list in a value', 'on\nA=[x]', ['A=[x]', '[x]'], [1]],
    [
      'only `auth` holds a pair',
      `{"token":"${base64('bob:p-w-1')}"}`,
      [`{"token":"${base64('bob:p-w-1')}"}`, base64('bob:p-w-1')],
      [],
    ],
    [
      'an `auth` without a pair',
      `{"auth":"${base64('some-word')}"}`,
      [`{"auth":"${base64('some-word')}"}`, base64('some-word')],
      [],
    ],
    [
      'an `auth` without a user, with what C leaves behind it',
      `{"auth":"${base64(':p-w\0\0')}"}`,
      [...[`{"auth":"${base64(':p-w\0\0')}"}`, base64(':p-w\0\0'), ':p-w', 'p-w']],
      [],
    ],
  ])('%s', (_what, text, hidden, spared) => {
    const masks = masksFor(text);
    // A longer line and a shorter value: the order says nothing.
    expect([...masks.texts].sort()).toEqual([...hidden].sort());
    expect(masks.spared).toEqual(spared);
  });

  test.each([
    ['an object with blanks in front', '\n  {"a":"b-c"}'],
    ['a list', '["b-c"]'],
    ['a key of several lines', '{"a":"x-y\\nb-c"}'],
    ['an address', '{"a":"x://u:b-c@h"}'],
    ['an object in a list', '[[{"a":{"x":"b-c"}}]]'],
  ])('a text in JSON: %s', (_what, text) => {
    expect(masksFor(text).texts).toContain('b-c');
    expect(masksFor(text).spared).toEqual([]);
  });

  test('lines with what cannot be hidden are named in their order', () => {
    expect(masksFor(`A: ab\nC:\n${'B: long-value\n'.repeat(8)}D: on\n`).spared).toEqual([1, 2, 11]);
  });
});

test('no line of three characters or more is left, and no mask has a line end', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { texts } = masksFor(text);
      for (const mask of texts) expect(mask).not.toMatch(/[\r\n]/);
      for (const line of text.split(/\r\n|\r|\n/)) {
        if (line.trim().length >= 6) expect(texts).toContain(line.trim());
      }
    }),
  );
});
