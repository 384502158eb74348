import fc from 'fast-check';

/** Ref names that the patterns of these tests nearly match. */
export const REFS: readonly string[] = [
  ...[
    'main',
    'master',
    'v',
    'v1',
    'v1.0',
    '1.0',
    'a',
    'b',
    'ab',
    'aba',
    'abba',
    'ba',
    'rc',
    'v1-rc',
    '-rc',
  ],
  ...['release', 'release/1', 'main-rc', 'xmain', 'é', 'a/b', 'main.', 'vrc', 'aa', '11', 'v.1'],
];

const word = fc.constantFrom(
  ...REFS,
  '-',
  '.',
  '_',
  '1',
  'x',
  'Main',
  '(',
  ')',
  '|',
  '+',
  '$',
  '😀',
);

/** Names that git allows for a branch or a tag, roughly: no white space, no empty part. */
export const refs = fc
  .array(
    fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('')),
    { minLength: 1, maxLength: 2 },
  )
  .map((parts) => parts.join('/'))
  .filter(
    (ref) =>
      !ref.includes('..') && !ref.includes('//') && !/(?:^|\/)\.|\.(?:\/|$)|^\/|\/$/.test(ref),
  );
