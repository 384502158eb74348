import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeItem, endItem, endItems, turnsErrexitOff } from '../../src/shell/item.ts';
import { workOf } from '../work.ts';
import { bash, HAS_BASH } from './bash.ts';
import { shellText } from './shell-text.ts';

/** Programs of the items below: each says its name, and ends as the variable of its name says. */
const PROGRAMS = ['make', 'git', 'npm'] as const;
const DEFINITIONS = `
make() { echo "make $*"; return "\${make:-0}"; }
git() { echo "git $*"; return "\${git:-0}"; }
npm() { echo "npm $*"; return "\${npm:-0}"; }
# Its last command only runs after a failure where -e is ignored.
deploy() { git; npm; echo deployed; }
`;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'item-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Items, with what is expected of their text: kept, ended with `|| exit`, a line, or `eval`. */
const ITEMS: readonly (readonly [string, 'same' | 'exit' | 'line' | 'eval'])[] = [
  ['make', 'same'],
  ['make test; git push', 'same'],
  ['make && git', 'exit'],
  ['make && git && npm', 'exit'],
  ['make && git;', 'exit'],
  ['make && git # then push', 'exit'],
  ['make && git; # then push', 'exit'],
  ['{ make && git; } > /dev/null &', 'same'],
  ['make && git & wait', 'same'],
  ['make || git', 'same'],
  ['make || true', 'same'],
  ['make || git && npm', 'exit'],
  ['make && git || npm', 'same'],
  ['make && git || npm && git', 'exit'],
  ['! make', 'exit'],
  ['! make && git', 'exit'],
  ['make && ! git', 'exit'],
  ['make || ! git', 'exit'],
  ['! ! make', 'same'],
  ['! make | git', 'exit'],
  ['make | git', 'same'],
  ['make | git && npm', 'exit'],
  ['make && git | npm', 'exit'],
  ['make; git && npm', 'exit'],
  ['make && git; npm', 'same'],
  ['make &&\n  git', 'exit'],
  ['make && \\\n  git', 'exit'],
  ['make\ngit && npm', 'exit'],
  ['make\ngit && npm\n', 'exit'],
  ['make && git\nnpm', 'same'],
  ['make && git\n# nothing more', 'exit'],
  ['make && cat <<END\ntext && more\nEND', 'exit'],
  ['cat <<END && make\ntext\nEND', 'exit'],
  ['cat <<-END && make\n\ttext\n\tEND\n', 'exit'],
  ["cat <<'END'\n$(make && git)\nEND", 'same'],
  ['if make; then git; fi', 'same'],
  ['if make; then git && npm; fi', 'line'],
  ['if make; then git; else git && npm; fi', 'line'],
  ['if make; then git; elif git; then ! npm; fi', 'line'],
  ['if make && git; then npm; fi', 'same'],
  ['if ! make; then git; fi', 'same'],
  ['if make; then git && npm; fi # why', 'line'],
  ['if make; then git && npm; fi && npm', 'exit'],
  ['if make; then git && npm; fi | cat', 'same'],
  ['for i in 1 2; do make; done', 'same'],
  ['for i in 1 2; do make && git; done', 'line'],
  ['for i in 1 2; do make && break; npm; done', 'same'],
  ['for i in 1 2; do make || continue; git; done', 'same'],
  ['for ((i = 0; i < 2; i++)); do make && git; done', 'line'],
  ['for ((i = 0; i < 1 / 0; i++)); do make; done', 'line'],
  ['while make; do git && npm; break; done', 'same'],
  ['until make; do git && break; npm; break; done', 'same'],
  ['until make; do git; break; done', 'same'],
  ['for i in 1; do until make; do git && npm; break; done; done', 'same'],
  ['case x in x) make ;; *) git && npm ;; esac', 'line'],
  ['case y in x) make ;; *) git && npm ;; esac', 'line'],
  ['case x in x) make ;; *) git ;; esac', 'same'],
  ['case x in (x | y) make && git ;; esac', 'line'],
  ['{ make && git; }', 'line'],
  ['{ make; git; }', 'same'],
  ['{ ! make; } 2>/dev/null', 'line'],
  ['( make && git )', 'same'],
  ['( make; git )', 'same'],
  ['make && ( git; npm )', 'line'],
  ['make && { git; npm; }', 'line'],
  ['make && deploy', 'line'],
  ['deploy && make', 'exit'],
  ['deploy', 'same'],
  ['! deploy', 'exit'],
  ['make && build_all() { git; }', 'line'],
  ['build_all() { make && git; }', 'same'],
  ['build_all() { make && git; }; build_all', 'same'],
  ['function build_all { make && git; }', 'same'],
  ['[ -n "$make" ] && export X=1', 'exit'],
  ['[[ -n $make ]] && git', 'exit'],
  ['make && [[ 1 == 2 ]]', 'exit'],
  ['make && (( 0 ))', 'exit'],
  ['(( 0 ))', 'same'],
  ['[[ a == b && c == c ]]', 'same'],
  ['X=$(make && git)', 'same'],
  ['X=`make && git`', 'same'],
  ['make && X=$(git)', 'exit'],
  ['echo "make && git"', 'same'],
  ["echo 'a && b' # && c", 'same'],
  ['cat <(make && git)', 'same'],
  ['time make && git', 'exit'],
  ['time { make && git; }', 'line'],
  ['set +e; make && git', 'line'],
  ['set +e\nmake\ngit && npm', 'line'],
  ['make && eval "git; npm"', 'line'],
  ['make && $make', 'line'],
  ['make && exit 4', 'exit'],
  ['make && git > /dev/null 2>&1', 'exit'],
  ['make && git >&2 2>/nowhere/x', 'exit'],
  ['{ make; } > /nowhere/x', 'same'],
  ['while read -r line; do make && git; done <<< "a"', 'line'],
  ['echo "a', 'eval'],
  ["echo it's", 'eval'],
  ['cat <<END\ntext', 'eval'],
  ['make && git \\', 'eval'],
  ['make &&', 'eval'],
  ['if make; then git', 'eval'],
  ['make )', 'eval'],
  ['{ make', 'eval'],
  ['', 'same'],
  ['# only a comment', 'same'],
  ['# one\n\n  # two', 'same'],
];

function shapeOf(item: string): string {
  const ended = endItem(item);
  if (ended === item) return 'same';
  if (ended.startsWith('eval ')) return 'eval';
  return ended.endsWith('\n(exit $?)') ? 'line' : ended.includes(' || exit') ? 'exit' : 'other';
}

/** Ways in which the programs that an item names can end: all well, each one badly, all badly. */
function endings(item: string): readonly string[] {
  const named = PROGRAMS.filter((name) => item.includes(name) || item.includes('deploy'));
  const each = named.map((name, index) => `${name}=${index + 2}`);
  return [...new Set(['', ...each, each.join(' ')])];
}

/** One run of a script: with the programs ending in one way. */
interface Case {
  readonly item: string;
  readonly ending: string;
}

/**
 * What bash makes of each case, in one form: its output, whether it went on after the item, and its
 * status. `command` runs the file `$1`.
 */
function results(
  cases: readonly Case[],
  form: (item: string) => string,
  command: string,
): readonly string[] {
  const names = new Map<string, string>();
  for (const { item } of cases) {
    if (names.has(item)) continue;
    const name = `item-${names.size}.sh`;
    writeFileSync(join(folder, name), `${form(item)}\necho "after $?"\n`);
    names.set(item, name);
  }
  const runs = cases.map(({ item, ending }) => `run ${names.get(item)} ${ending}\n`);
  const driver = `${DEFINITIONS}
export -f make git npm deploy
run() {
  local file="$1" make=0 git=0 npm=0
  shift
  [ $# = 0 ] || local "$@"
  export make git npm
  ${command} 2>/dev/null </dev/null
  echo "== status $?"
}
cd "$1" || exit
${runs.join('')}`;
  writeFileSync(join(folder, 'driver.sh'), driver);
  return bash([join(folder, 'driver.sh'), folder]).output.split(/(?<=^== status \d+\n)/m);
}

function evaluated(item: string): string {
  return `eval '${item.replaceAll("'", "'\\''")}'`;
}

function expectSame(cases: readonly Case[], command: string): readonly string[] {
  const expected = results(cases, evaluated, command);
  expect(expected).toHaveLength(cases.length);
  const got = results(cases, endItem, command);
  for (const [index, each] of cases.entries()) {
    expect([each, got[index]]).toEqual([each, expected[index]]);
  }
  return expected;
}

describe.skipIf(!HAS_BASH)('endItem, run by bash', () => {
  test('all items end as `eval` ended them', () => {
    expect(ITEMS.length).toBeGreaterThan(60);
    const cases = ITEMS.flatMap(([item]) => endings(item).map((ending) => ({ item, ending })));
    expectSame(cases, 'bash -e "$file"');
  });

  test('random items end as `eval` ended them', () => {
    const samples = fc.sample(fc.tuple(scripts, fc.nat(7)), { numRuns: 400, seed: 20_251_121 });
    const cases = samples.map(([item, bits]) => ({
      item,
      ending: PROGRAMS.map((name, bit) => `${name}=${(bits >> bit) & 1 ? bit + 2 : 0}`).join(' '),
    }));
    const ran = expectSame(cases, '( set -e; . "./$file" )');
    // Items that go on and items that end have to occur for this to mean something.
    expect(ran.filter((each) => each.includes('after')).length).toBeGreaterThan(100);
    expect(ran.filter((each) => !each.includes('after')).length).toBeGreaterThan(100);
  });
});

/** Compound commands around up to three lists. */
const COMPOUNDS: readonly ((lists: readonly [string, string, string]) => string)[] = [
  ([a]) => `{ ${a}; }`,
  ([a]) => `( ${a} )`,
  ([a, b]) => `if ${a}; then ${b}; fi`,
  ([a, b, c]) => `if ${a}; then ${b}; else ${c}; fi`,
  ([a]) => `for i in 1 2; do ${a}; done`,
  ([a, b]) => `until ${a}; do ${b}; break; done`,
  ([a, b]) => `case $git in 0) ${a} ;; *) ${b} ;; esac`,
  ([a]) => `f() { ${a}; }`,
];

const { scripts } = fc.letrec<{ scripts: string; list: string; pipeline: string; command: string }>(
  (tie) => ({
    scripts: fc
      .tuple(
        fc.array(tie('list'), { minLength: 1, maxLength: 2 }),
        fc.constantFrom('; ', '\n', ' # note\n'),
      )
      .map(([lists, separator]) => lists.join(separator)),
    list: fc
      .tuple(
        tie('pipeline'),
        fc.constantFrom('', '', ' && ', ' && ', ' || ', ' &&\n'),
        tie('pipeline'),
      )
      .map(([first, operator, second]) => (operator === '' ? first : first + operator + second)),
    pipeline: fc
      .tuple(
        fc.constantFrom('', '', '', '', '! '),
        tie('command'),
        fc.constantFrom('', '', '', '', '', ' | cat'),
      )
      .map((parts) => parts.join('')),
    command: fc.oneof(
      { maxDepth: 3 },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ...['make', 'git', 'npm', 'deploy', 'true', 'false', '[ "$git" = 0 ]', '[[ $npm = 0 ]]'],
          'X=$(make && git)',
        ),
      },
      {
        weight: 3,
        arbitrary: fc
          .tuple(fc.constantFrom(...COMPOUNDS), tie('list'), tie('list'), tie('list'))
          .map(([make, ...lists]) => make(lists)),
      },
    ),
  }),
);

describe('endItem', () => {
  test.each(ITEMS)('%j: %s', (item, shape) => {
    expect(shapeOf(item)).toBe(shape);
  });

  test('puts `|| exit` behind the list, before comments and here-documents', () => {
    expect(endItem('a=1 make && git; # done')).toBe('a=1 make && git || exit; # done');
    expect(endItem('make && cat <<E # x\ntext\nE\n')).toBe(
      'make && cat <<E || exit # x\ntext\nE\n',
    );
    expect(endItem('make &&\n  git # x\n# y')).toBe('make &&\n  git || exit # x\n# y');
  });

  test('trusts no name that a function may have', () => {
    expect(endItem('make && ./deploy.sh')).toBe('make && ./deploy.sh || exit');
    expect(endItem('make && rollout')).toBe('make && rollout\n(exit $?)');
    expect(endItem('make && git', { functions: new Set(['git']) })).toBe('make && git\n(exit $?)');
  });

  test('leaves the end to `-e` where that may be off', () => {
    expect(endItem('make && git', { errexitOff: true })).toBe('make && git\n(exit $?)');
  });

  test('leaves the end to `-e` where a trap watches failures', () => {
    expect(endItem('trap cleanup ERR; make && git')).toBe(
      'trap cleanup ERR; make && git\n(exit $?)',
    );
  });

  test('nothing throws, and ended text is complete', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), shellText), (text) => {
        const ended = endItem(text);
        return ended.includes(text.replace(/\n+$/, '').slice(0, 1));
      }),
    );
  });

  test.each([
    ['one line', 'make && '.repeat(12_000)],
    ['braces', '{ '.repeat(50_000)],
    ['parentheses', '('.repeat(100_000)],
    ['arithmetic', '$(('.repeat(33_000)],
    ['arithmetic that ends', `${'((a) '.repeat(20_000)}))`],
    ['quotes', '"$(echo "'.repeat(11_000)],
    ['here-documents', 'cat <<A\n'.repeat(12_000)],
    ['here-documents that end', 'cat <<A\nx\nA\n'.repeat(8_000)],
    ['many here-documents', `cat ${'<<A '.repeat(20_000)}\nx`],
    ['backquotes', '`echo` '.repeat(14_000)],
    ['expansions', '${a:-'.repeat(20_000)],
    ['lines', 'echo a b c\n'.repeat(9_000)],
    ['one word', 'a'.repeat(100_000)],
    ['array', `a=(${'b '.repeat(50_000)})`],
    ['assignments', 'a='.repeat(50_000)],
    ['marks', '?*+@!'.repeat(20_000)],
    ['cases', `case x in ${'a) b;; '.repeat(14_000)} esac`],
    ['tests', `[[ ${'a && '.repeat(20_000)} b ]]`],
  ])('100 KB of %s are read in work that grows with them', async (_, text) => {
    const work = await workOf(() => {
      endItem(text);
    });
    expect(work).toBeLessThan(200 * text.length);
  });
});

describe('endItems', () => {
  test('what one item does is known to the next', () => {
    expect(
      endItems([
        'git() { command git "$@"; }',
        'make && git',
        'make && npm',
        'set +e',
        'make && npm',
      ]),
    ).toEqual([
      'git() { command git "$@"; }',
      'make && git\n(exit $?)',
      'make && npm || exit',
      'set +e',
      'make && npm\n(exit $?)',
    ]);
  });
});

test('an item that is not complete takes nothing along', () => {
  expect(completeItem('make && git')).toBe('make && git');
  expect(completeItem("echo it's")).toBe('eval "echo it\'s"');
  expect(completeItem('make \\')).toBe("eval 'make \\'");
});

test.each([
  ['set +e', true],
  ['set -x +e', true],
  ['set +xe', true],
  ['set +o errexit', true],
  ['set -e', false],
  ['set +x', false],
  ['echo "set +e"', false],
  ['set +o pipefail', false],
])('%j turns `-e` off: %j', (text, expected) => {
  expect(turnsErrexitOff(text)).toBe(expected);
});
