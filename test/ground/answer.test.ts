import { expect, test } from 'vitest';
import { type Part, readAnswer } from '../../src/ground/answer.ts';
import { parseJson } from '../../src/ground/json.ts';

const read = (text: string, reading: (answer: Part) => unknown) =>
  readAnswer(parseJson(text), reading);

test('what is wanted of an answer', () => {
  const text = '{"id": 7, "items": [{"name": "a", "on": true}, {"name": "b", "on": false}]}';
  expect(
    read(text, (answer) => ({
      id: answer.field('id').number(),
      names: answer
        .field('items')
        .list()
        .map((item) => (item.field('on').flag() ? item.field('name').text() : '')),
      whole: answer.object(),
      more: answer.field('more').maybe((more) => more.text()),
    })),
  ).toEqual({
    ok: true,
    value: { id: 7, names: ['a', ''], whole: JSON.parse(text), more: undefined },
  });
  expect(read('{"more": null}', (answer) => answer.field('more').maybe(() => 1))).toEqual({
    ok: true,
    value: undefined,
  });
});

test.each<[string, (answer: Part) => unknown, string]>([
  ['<html>', (answer) => answer, 'it is not JSON'],
  ['[]', (answer) => answer.field('a'), 'it is not an object'],
  ['null', (answer) => answer.object(), 'it is not an object'],
  ['{}', (answer) => answer.field('a').text(), '`a` is missing'],
  ['{}', (answer) => answer.field('constructor').field('name'), '`constructor` is missing'],
  ['{"a": null}', (answer) => answer.field('a').text(), '`a` is not a text'],
  ['{"a": {"b": "1"}}', (answer) => answer.field('a').field('b').number(), '`a.b` is not a number'],
  ['{"a": 0}', (answer) => answer.field('a').flag(), '`a` is not true or false'],
  ['{"a": {}}', (answer) => answer.field('a').list(), '`a` is not a list'],
  ['{"a": 0}', (answer) => answer.field('a').maybe((a) => a.text()), '`a` is not a text'],
  [
    '[{"a": [1]}]',
    (all) => all.list()[0]?.field('a').list()[0]?.text(),
    '`[0].a[0]` is not a text',
  ],
])('%s is not what was wanted', (text, reading, reason) => {
  expect(read(text, reading)).toEqual({ ok: false, failure: reason });
});

test('a bug of the reader is no fault of the answer', () => {
  expect(() =>
    readAnswer({}, () => {
      throw new TypeError('ours');
    }),
  ).toThrow('ours');
});
