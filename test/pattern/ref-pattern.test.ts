import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileRe2 } from '../../src/pattern/re2.ts';
import { classifyRefPattern, refMatches } from '../../src/pattern/ref-pattern.ts';
import { workOf } from '../work.ts';
import { REFS, refs } from './refs.ts';

/**
 * CodeShip's whole rule for `tag` and `exclude` (codeship.md 3.6), by the engine alone: equal text matches, text with `^`
 * or `$` is searched as RE2, an invalid expression never matches.
 */
function matchesByEngine(text: string, ref: string): boolean {
  if (text === ref) return true;
  if (!/[$^]/.test(text)) return false;
  const compiled = compileRe2(text);
  return compiled.ok && compiled.value(ref);
}

describe('classifyRefPattern', () => {
  const kind = (text: string): string => classifyRefPattern(text).kind;
  const tests = (text: string): unknown => {
    const pattern = classifyRefPattern(text);
    return pattern.kind === 'tests' ? pattern.tests : pattern.kind;
  };
  const equals = (text: string) => ({ test: 'equals', text });
  const starts = (text: string, longer = false) => ({ test: 'starts', text, longer });
  const ends = (text: string, longer = false) => ({ test: 'ends', text, longer });

  test.each([
    ['', 'unset'],
    ['master', 'literal'],
    ['v1.0', 'literal'],
    ['^', 'always'],
    ['$', 'always'],
    ['^.*$', 'always'],
    ['.*$', 'always'],
    ['^.+', 'always'],
    ['^(a|.*)$', 'always'],
    ['^$', 'never'],
    ['(\\d+(\\.\\d+)+)', 'never'],
    ['feature/*', 'never'],
    ['release-.*', 'never'],
    ['^\\d+', 'regex'],
    ['^v[0-9]', 'regex'],
    ['^(a', 'regex'],
    ['^a{2}$', 'regex'],
    ['(?i)^main$', 'regex'],
    ['a$b', 'regex'],
    ['^ab.*ba$', 'regex'],
    ['^a..$', 'regex'],
    ['\\Amain\\z^', 'regex'],
  ])('%j is %s', (text, expected) => {
    expect(kind(text)).toBe(expected);
  });

  test.each([
    // A name that is only the end, or only the begin, has both.
    ['^a.*a$', 'regex'],
    ['^ab.*bc$', 'regex'],
    ['^aba.*ba$', 'regex'],
    ['^ab.*ab$', 'regex'],
    ['^ab.*a$', 'tests'],
    ['^b.*ab$', 'tests'],
    ['^ab.*cd$', 'tests'],
  ])('%j is %s: what begins and ends may overlap', (text, expected) => {
    expect(kind(text)).toBe(expected);
  });

  test.each([
    ['^v.+-rc$', 'v-rc', false],
    ['^v.+-rc$', 'v1-rc', true],
    ['^v.*-rc$', 'v-rc', true],
    ['^v.*-rc$', 'v-r', false],
    ['^v.+-rc$', 'v1-rd', false],
    ['^v.+-rc$', 'w1-rc', false],
  ])('%j on %j: %j', (text, ref, expected) => {
    expect(refMatches(classifyRefPattern(text), ref)).toBe(expected);
  });

  // git-check-ref-format(1).
  test.each([
    ...[' ', '\t', '\x7f', '~', ':', '?', '*', '[', '\\', '..', '@{', '//'].map((no) => `a${no}b`),
    ...['/a', 'a/', 'a.', 'a.lock', 'a.lock/b', '@'],
  ])('no ref has the name %j', (text) => {
    expect(classifyRefPattern(text)).toEqual({ kind: 'never', text, reason: 'no-ref' });
  });

  test.each(['a/b', '@a', 'a@', 'a@b', 'a.b', 'a.locks', 'lock', 'a{b', 'a]b', 'é'])(
    'a ref may have the name %j',
    (text) => {
      expect(kind(text)).toBe('literal');
    },
  );

  test('as many alternatives as a person still reads are told apart, more are left to the engine', () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`);
    expect(tests(`^(${names(32).join('|')})$`)).toHaveLength(32);
    expect(kind(`^(${names(33).join('|')})$`)).toBe('regex');
    expect(tests('^(a|b)(c|d)(e|f)(g|h)(i|j)$')).toHaveLength(32);
    expect(kind('^(a|b)(c|d)(e|f)(g|h)(i|j)(k|l)$')).toBe('regex');
    expect(kind(`^${'(a)'.repeat(64)}$`)).toBe('regex');
    expect(tests(`^${'(a)'.repeat(62)}$`)).toEqual([equals('a'.repeat(62))]);
    expect(tests(`^${'('.repeat(20)}a${')'.repeat(20)}$`)).toEqual([equals('a')]);
    expect(kind(`^${'('.repeat(21)}a${')'.repeat(21)}$`)).toBe('regex');
  });

  test.each([
    ['^master$', [equals('master')]],
    ['^(main|dev)$', [equals('main'), equals('dev')]],
    ['^main$|^dev$', [equals('main'), equals('dev')]],
    ['^(?:main|dev)$', [equals('main'), equals('dev')]],
    ['^a', [starts('a')]],
    ['^(a|b)', [starts('a'), starts('b')]],
    ['^a.*$', [starts('a')]],
    ['^a/.*', [starts('a/')]],
    ['^release/.+$', [starts('release/')]],
    ['^v.+$', [starts('v', true)]],
    ['-rc$', [ends('-rc')]],
    ['^.+-rc$', [ends('-rc', true)]],
    ['^.*wip.*$', [{ test: 'contains', text: 'wip' }]],
    ['wip.*$', [{ test: 'contains', text: 'wip' }]],
    ['^(main|hotfix/.*)$', [equals('main'), starts('hotfix/')]],
    ['^a|b$', [starts('a'), ends('b')]],
    ['^v?1\\.0$', [equals('v1.0'), equals('1.0')]],
    ['^[Mm]ain$', [equals('Main'), equals('main')]],
    ['^(a|a)$', [equals('a')]],
    ['^v1.*-rc$', [{ test: 'starts-and-ends', start: 'v1', end: '-rc', longer: false }]],
  ])('%j asks %j', (text, expected) => {
    expect(tests(text)).toEqual(expected);
  });

  test('what was hardly meant as a name is marked', () => {
    expect(classifyRefPattern('a|b')).toMatchObject({ kind: 'literal', looksLikeRegex: true });
    expect(classifyRefPattern('(main)')).toMatchObject({ kind: 'literal', looksLikeRegex: true });
    expect(classifyRefPattern('v1.2')).toMatchObject({ kind: 'literal', looksLikeRegex: false });
    expect(classifyRefPattern('release-.*')).toMatchObject({ kind: 'never', reason: 'no-ref' });
    expect(classifyRefPattern('^$')).toMatchObject({ kind: 'never', reason: 'contradiction' });
  });

  const piece = fc.constantFrom(
    ...[
      '^',
      '$',
      'main',
      'v',
      '1',
      '\\.',
      '.*',
      '.+',
      '.',
      '/',
      '-',
      'rc',
      'a',
      'ab',
      'ba',
      'release',
      'é',
    ],
    ...[
      '(',
      ')',
      '|',
      '?',
      '(?:',
      '[ab]',
      '[a-c]',
      '\\/',
      '\\d',
      '*',
      '+',
      '.*?',
      '{2}',
      '\\A',
      '\\z',
      ']',
      '}',
    ],
  );
  const structured = fc
    .tuple(
      fc.constantFrom('^', '', '^(', '(^'),
      fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
      fc.constantFrom('$', '', ')$', '$)', ')'),
    )
    .map((parts) => parts.join(''));

  test('agrees with RE2 about every ref, wherever it gives an answer', () => {
    const answered = { yes: 0, no: 0 };
    fc.assert(
      fc.property(
        fc.oneof(
          structured,
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        refs,
        (text, ref) => {
          const pattern = classifyRefPattern(text);
          for (const each of [ref, ...REFS]) {
            const answer = refMatches(pattern, each);
            if (answer === undefined || each === text) continue;
            answered[answer ? 'yes' : 'no'] += 1;
            expect([text, each, answer]).toEqual([text, each, matchesByEngine(text, each)]);
          }
        },
      ),
      { numRuns: 4_000 },
    );
    expect(answered.yes).toBeGreaterThan(1_000);
    expect(answered.no).toBeGreaterThan(1_000);
  });

  test('any text is classified, and never wrongly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), refs, (text, ref) => {
        const answer = refMatches(classifyRefPattern(text), ref);
        return answer === undefined || answer === matchesByEngine(text, ref);
      }),
    );
  });

  test.each([
    ['a name', 'x'.repeat(100_000)],
    ['an anchored name', `^${'x'.repeat(100_000)}$`],
    ['gaps', `^${'a.*'.repeat(33_000)}$`],
    ['groups', `^${'('.repeat(50_000)}${')'.repeat(50_000)}$`],
    ['alternatives', `^(${'a|'.repeat(50_000)})$`],
    ['escapes', `^${'\\.'.repeat(50_000)}$`],
    ['open sets', `^${'['.repeat(100_000)}`],
    ['options', `^${'a?'.repeat(50_000)}`],
  ])('100 KB of %s are classified in work that grows with them', async (_, text) => {
    const work = await workOf(() => {
      classifyRefPattern(text);
    });
    expect(work).toBeLessThan(60 * text.length);
  });
});

describe('compileRe2', () => {
  test.each([
    ['^(a', 'missing closing'],
    ['(?=a)', 'invalid or unsupported Perl syntax'],
    ['(?<=a)b', 'invalid named capture'],
    ['(a)\\1', 'invalid escape sequence'],
    ['a**', 'invalid nested repetition'],
  ])('%j is refused: %s', (text, message) => {
    const compiled = compileRe2(text);
    expect(compiled.ok ? '' : compiled.failure.message).toContain(message);
  });

  test.each([
    ['(?i)^MAIN$', 'main', true],
    ['(?P<major>\\d+)\\.', 'v1.2', true],
    ['^[[:alpha:]]+$', 'main', true],
    ['^\\pL+$', 'über', true],
    ['^\\Qa.b\\E$', 'axb', false],
    ['^(?s:.)$', '😀', true],
    ['^(main|rel)', 'main-fix', true],
    ['^(main|rel)', 'my-main', false],
    ['\\d', 'v1', true],
  ])('%j on %j: %j', (text, ref, expected) => {
    const compiled = compileRe2(text);
    expect(compiled.ok && compiled.value(ref)).toBe(expected);
  });

  test('nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, ref) => {
        const compiled = compileRe2(text);
        if (compiled.ok) compiled.value(ref);
      }),
    );
  });
});
