import { describe, expect, test } from 'vitest';
import { createLedger } from '../../src/convert/ledger.ts';
import { limits } from '../../src/source/build-nodes.ts';
import { entryOf, leavesOf, type SourceNode, valueAt } from '../../src/source/node.ts';
import { parseSource } from '../../src/source/parse.ts';
import { positionAt } from '../../src/source/source-file.ts';

function read(text: string, anchors?: Map<string, SourceNode>) {
  const ledger = createLedger();
  const document = parseSource('file.yml', text, ledger.report, anchors);
  return {
    document,
    codes: ledger.diagnostics().map(({ code }) => code),
    diagnostics: ledger.diagnostics(),
  };
}

const textAt = (node: SourceNode | undefined, key: string): string | undefined => {
  const value = valueAt(node, key);
  return value?.kind === 'scalar' ? value.text : undefined;
};

describe('scalars keep their source text', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['1.10', '1.10'],
    ['010', '010'],
    ['true', 'true'],
    ['off', 'off'],
    ['~', '~'],
    ['2020-01-01', '2020-01-01'],
    ['"quoted \\t tab"', 'quoted \t tab'],
    ["'it''s'", "it's"],
  ];
  test.each(cases)('%s', (written, expected) => {
    expect(textAt(read(`key: ${written}\n`).document.root, 'key')).toBe(expected);
  });

  test('blocks and Windows line ends', () => {
    expect(textAt(read('key: |\r\n  a\r\n  b\r\n').document.root, 'key')).toBe('a\nb\n');
    expect(textAt(read('key: >-\n  a\n  b\n').document.root, 'key')).toBe('a b');
  });
});

describe('places', () => {
  test('are of the value, with JSON Pointers that escape', () => {
    const { document } = read('a/b:\n  - x\n  - c~d: y\n');
    expect(document.leaves.map(({ path }) => path)).toEqual(['/a~1b/0', '/a~1b/1/c~0d']);
    const last = document.leaves.at(-1);
    expect(last && positionAt(document.file, last.start)).toEqual({ line: 3, column: 10 });
  });

  test('count UTF-16 units', () => {
    const { document } = read('"😀": x\n');
    const [leaf] = document.leaves;
    expect(leaf && positionAt(document.file, leaf.start)).toEqual({ line: 1, column: 7 });
  });
});

describe('aliases and merge keys', () => {
  test('an alias is the node of its anchor, counted once', () => {
    const { document } = read('a: &x [1, 2]\nb: *x\n');
    expect(valueAt(document.root, 'b')).toBe(valueAt(document.root, 'a'));
    expect(document.leaves).toHaveLength(2);
  });

  test('`<<` is not a segment of a pointer, and own keys win', () => {
    const { document } = read(
      'base: &b {x: 1, y: 2}\nuse:\n  <<: *b\n  y: 3\ninline:\n  <<: {z: 4}\n',
    );
    const use = valueAt(document.root, 'use');
    expect([textAt(use, 'x'), textAt(use, 'y')]).toEqual(['1', '3']);
    expect(entryOf(use, 'x')?.merged).toBe(true);
    expect(document.leaves.map(({ path }) => path)).toContain('/inline/z');
  });

  test('anchors of one file are known in the next', () => {
    const anchors = new Map<string, SourceNode>();
    read('steps: &steps [a, b]\n', anchors);
    const { document, codes } = read('ci: *steps\n', anchors);
    expect(codes).toEqual([]);
    expect(leavesOf(document.root as SourceNode)).toHaveLength(2);
  });

  test('unknown and cyclic aliases are reported at their place', () => {
    expect(read('a: *nobody\n').codes).toEqual(['unresolved-alias']);
    expect(read('a: &a {b: *a}\n').codes).toEqual(['unresolved-alias']);
    expect(read('a:\n  <<: text\n').codes).toEqual(['bad-merge']);
  });
});

describe('what a vendor would have refused or overlooked', () => {
  test('the last of equal keys counts, the others are invalid', () => {
    const { document, diagnostics } = read('a: 1\na: 2\n');
    expect(textAt(document.root, 'a')).toBe('2');
    expect(diagnostics).toMatchObject([{ code: 'duplicate-key', at: { start: 3 } }]);
    expect(document.leaves.map(({ path }) => path)).toEqual(['/a', '/a']);
  });

  test('a second document is told, and accounted for', () => {
    const { document, codes } = read('---\na: 1\n---\nb: 2\n');
    expect(codes).toEqual(['extra-document']);
    expect(document.leaves.map(({ path }) => path)).toEqual(['/a', '/b']);
  });

  test('broken syntax has a place and leaves nothing to translate', () => {
    const { document, diagnostics } = read('a: "open\n');
    expect(document.broken).toBe(true);
    expect(diagnostics[0]).toMatchObject({ code: 'yaml-syntax' });
  });

  test('a tab as indent is broken syntax', () => {
    expect(read('a:\n\t- b\n').document.broken).toBe(true);
  });
});

describe('bounds', () => {
  const refused: readonly (readonly [string, string, string])[] = [
    ['bytes', `a: ${'x'.repeat(limits.bytes)}`, 'file-too-large'],
    ['values', '- a\n'.repeat(limits.nodes * 3), 'file-too-large'],
    ['flow depth', '['.repeat(50_000), 'file-too-large'],
    ['block depth', `${'- '.repeat(40_000)}x`, 'file-too-large'],
    ['binary', 'a\u0000b', 'binary-file'],
    ['not UTF-8', 'a: \uFFFD', 'binary-file'],
    ['aliases that multiply', bomb(9), 'file-too-large'],
  ];
  test.each(refused)('%s', (_name, text, code) => {
    const { document, codes } = read(text);
    expect(codes).toContain(code);
    expect(document.broken).toBe(true);
  });

  test('values that aliases stand for count, up to the limit and no further', () => {
    // A collection is one itself: `a` stands for 500, and 98 of it leave room for 498 more beside the three around them.
    const list = (values: number): string =>
      `a: &a [${Array(499).fill('x').join(', ')}]\nb: [${[...Array(98).fill('*a'), ...Array(values).fill('y')].join(', ')}]\n`;
    const most = limits.nodes - 99 * 500 - 2;
    expect(read(list(most)).codes).toEqual([]);
    expect(read(list(most + 1)).codes).toEqual(['file-too-large']);
  });

  test.each(['<<', 'a'])('mappings nest under `%s` up to the limit and no further', (key) => {
    const nested = (levels: number): string =>
      `${`{${key}: `.repeat(levels)}{b: c}${'}'.repeat(levels)}\n`;
    expect(read(nested(limits.depth - 1)).codes).toEqual([]);
    expect(read(nested(limits.depth)).codes).toEqual(['file-too-large']);
  });

  test('an ordinary use of aliases is none of them', () => {
    expect(read(bomb(2)).document.broken).toBe(false);
  });
});

function bomb(levels: number): string {
  const lines = ['l0: &l0 [x, x, x, x, x, x]'];
  for (let level = 1; level <= levels; level++) {
    lines.push(
      `l${level}: &l${level} [${Array(6)
        .fill(`*l${level - 1}`)
        .join(', ')}]`,
    );
  }
  return `${lines.join('\n')}\n`;
}

test('comments stay with what they stand above or behind', () => {
  const { document } = read('# head\n\nci:\n  # first\n  - a # behind\n  # second\n  - b\n');
  const ci = valueAt(document.root, 'ci');
  expect(ci?.kind === 'sequence' && ci.items.map(({ before, behind }) => [before, behind])).toEqual(
    [
      [['first'], 'behind'],
      [['second'], undefined],
    ],
  );
});

test.each([
  ['ci:\n  - a # behind\n    # below\n  - b\n', 'behind', ['below']],
  ['ci:\n  - a # behind\n\n    # below\n  - b\n', 'behind', ['below']],
  ['ci:\n  - a # behind\n    # below\n\n    # more\n  - b\n', 'behind', ['below', '', 'more']],
  ['ci:\n  - a\n    # below\n  - b\n', undefined, ['below']],
])('a comment below a value is of what follows: %j', (text, behind, before) => {
  const ci = valueAt(read(text).document.root, 'ci');
  const [a, b] = ci?.kind === 'sequence' ? ci.items : [];
  expect(a).toMatchObject({ text: 'a', before: [] });
  expect(a?.behind).toBe(behind);
  expect(b).toMatchObject({ text: 'b', before });
});

describe('one mistake is one error', () => {
  const errorsOf = (text: string): readonly string[] => {
    const found: string[] = [];
    parseSource('shippable.yml', text, (code, at, message, help) =>
      found.push(`${code} ${at.start} ${message}${help === undefined ? '' : `; ${help}`}`),
    );
    return found;
  };

  test.each([
    [
      'a:\n  b:\n    - c\n   - d\n',
      'yaml-syntax 16 this line begins with 3 spaces, and no line that it could belong to does; begin it with 4 spaces, or with 2',
    ],
    [
      'a:\n    b: c\n  d: e\n',
      'yaml-syntax 12 this line begins with 2 spaces, and no line that it could belong to does; begin it with 4 spaces, or with 0',
    ],
    [
      'a:\n    b:\n        c: d\n  e: f\n',
      'yaml-syntax 23 this line begins with 2 spaces, and no line that it could belong to does; begin it with 4 spaces, or with 0',
    ],
    [
      '  a: b\nc: d\n',
      'yaml-syntax 7 this line begins with 0 spaces, and no line that it could belong to does; begin it with 2 spaces',
    ],
    [
      ' a: b\n}\n',
      'yaml-syntax 6 this line begins with 0 spaces, and no line that it could belong to does; begin it with 1 space',
    ],
    ['a: "b" c\n', 'yaml-syntax 7 unexpected scalar at node end'],
    ['"a\n', 'yaml-syntax 3 missing closing "quote'],
    ['- a\n- b:\n    c: "d" e\n', 'yaml-syntax 20 unexpected scalar at node end'],
    ['a:\n  b\n c: d\n', 'yaml-syntax 5 implicit keys need to be on a single line'],
    ['a:\n  b:\n\t- c\n', 'yaml-syntax 8 tabs are not allowed as indentation'],
    [
      'a: [1\nb: 2\n',
      'yaml-syntax 6 flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  ])('%j', (text, error) => {
    expect(errorsOf(text)).toEqual([error]);
  });
});
