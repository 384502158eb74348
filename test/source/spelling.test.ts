import { expect, test } from 'vitest';
import { nearestWord } from '../../src/source/spelling.ts';

test.each([
  ['pus', ['push'], 'push'],
  // Two edits of a short word make it another word: only one counts up to four letters.
  ['psuh', ['push'], undefined],
  ['tset', ['test'], undefined],
  ['tests', ['tags'], undefined],
  ['serivce', ['service'], 'service'],
  ['servcie', ['service', 'services'], 'service'],
  ['brnch', ['branch'], 'branch'],
  ['abcde', ['abxye'], 'abxye'],
  ['abcde', ['abxyz'], undefined],
  // As near to one as to the other: nothing is guessed.
  ['tas', ['tag', 'tax'], undefined],
  ['TAG', ['tag'], 'tag'],
  ['', ['tag'], undefined],
])('%s of %j is %s', (word, known, nearest) => {
  expect(nearestWord(word, known)).toBe(nearest);
});
