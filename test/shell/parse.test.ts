import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { parseShell } from '../../src/shell/parse.ts';
import { bash, HAS_BASH } from './bash.ts';
import { shellText } from './shell-text.ts';

/** Texts that bash accepts. */
const GOOD: readonly string[] = [
  'echo a; echo b\necho c & echo d &',
  'a && b || c\n',
  'a &&\n\n# why\n b',
  'a |& b | c',
  '! a',
  'time -p a | b',
  'if a; then b; elif c; then d; else e; fi > x 2>&1',
  'if\na\nthen\nb\nfi',
  'if a; then (b) fi',
  'while a; do b; done < x | c',
  'until a\ndo b\ndone',
  'for x; do a; done',
  'for x in; do a; done',
  'for x\nin a "b c" $d; do e; done',
  'for x in a b\ndo c; done',
  'for ((i = 0; i < 3; i++)); do a; done',
  'for x in a; { b; }',
  'select x in a b; do c; break; done',
  'case x in esac',
  'case x in a) b;; (c|d) e ;& *) f ;;& "g h") i; esac',
  'case "$x" in\n  a)\n    b\n    ;;\n  *) c\nesac',
  'case x in $(a)) b;; [a-z]*) c;; \\)) d;; esac',
  '{ a; b; } 2>/dev/null && c',
  '( a; b ) &',
  '((a + (b)))',
  '( (a) ; (b) )',
  '((a) ; (b))',
  'echo $((1 + (2 * 3))) $(( $(a) + 1 ))',
  'echo $( (a); (b) ) $((a) ; b)',
  '[[ a && ( b || c ) && d =~ ^(x|y)$ && e < f ]]',
  '[[ $a == *(b|c) ]]',
  '[[ -n $(a "]]") ]]',
  'f() { a; }',
  'f ( )\n{\na\n}',
  'f() ( a )',
  'function f { a; }',
  'function f() if a; then b; fi',
  'f() { a; } > x; g() for x in a; do b; done',
  'a=1 b=$(c) d',
  'a=(1 "2 3" $(b) # note\n 4) b+=(5) c[1]=2',
  'declare -a a=(1 2)',
  'echo a=b =c d=',
  'a >x 2>&1 <y >>z &>w <>v >|u 3<&- {fd}>t',
  'a <<< "b c"',
  'cat <<A <<B\na\nA\nb\nB\nc',
  "cat <<'A B'\n$(\nA B\n",
  'cat <<"A"\n`\nA',
  'cat <<\\A\n"\nA',
  'cat <<-A\n\ta $(b)\n\tA\nc',
  'x=$(cat <<A\n)\nA\n)',
  'a <(b) >(c; d)',
  'echo "a $(b "c $(d)") `e` ${f:-"g}"} \\" $"',
  "echo 'a' $'b\\'c' $\"d\" \\' \\\n e",
  'echo ${a} ${#a} ${#} ${a#b} ${a##*/} ${a/b/c} ${a:1:2} ${!a} ${a[@]} ${a//\\//_} ${a:-{\\}}',
  'echo ${a:-$(b ")")} ${a:-\'}\'}',
  'echo a#b #c "d',
  'echo $ $% $',
  '# only',
  '',
  'a;',
  'echo if then fi { } ! [[ time',
  'echo {a,b} {} a{1..3}',
  'coproc a',
  '>x',
  'a=1',
  'echo \\',
  'echo é 😀',
  'echo $[1 + 2]',
  '! ! a',
  'if ! a; then b; fi',
  'a && { b; } || ( c )',
  'let "a = 1"',
  'echo "${a["b c"]}"',
  'f(){ a;};f',
  'if a;then b;fi;c',
  "trap 'a; b' EXIT",
  'a | while read x; do b; done',
  'echo `a \\`b\\` c`',
  'case x in x) a ;; esac; b',
];

/** Texts that bash refuses, or reads only because they end. */
const BAD: readonly string[] = [
  'a &&',
  'a ||\n',
  'a |',
  '&& a',
  '| a',
  '; a',
  'a ;; b',
  'a & ; b',
  'if a; then fi',
  'if a; b; fi',
  'if a; then b',
  'fi',
  'then a',
  'while a; b; done',
  'do a; done',
  'for x in a; b; done',
  'case x in a) b',
  'case x a) b;; esac',
  '{ a',
  '{ a }',
  '}',
  '( a',
  'a )',
  '()',
  'f() a',
  'f() {',
  'a (b)',
  'echo a(b',
  '[[ a',
  'echo "a',
  "echo 'a",
  'echo `a',
  'echo $(a',
  'echo ${a',
  'echo $((1 + 2)',
  'a=(1 2',
  'a >',
  'a > ;',
  'function',
  '(a) b',
  '{ a; } b',
  'if a; then b; fi c',
];

/** Which of the texts bash accepts, by `bash -n`. */
function accepted(texts: readonly string[]): readonly boolean[] {
  const quoted = texts.map((text) => `'${text.replaceAll("'", "'\\''")}'`);
  const script = quoted.map((text) => `bash -n <<< ${text} 2>/dev/null; echo $?\n`).join('');
  return bash([], script)
    .output.trim()
    .split('\n')
    .map((status) => status === '0');
}

describe('parseShell', () => {
  test.each(GOOD.filter((text) => text !== 'echo \\'))('understands %j', (text) => {
    expect(parseShell(text).problem).toBeUndefined();
  });

  test.each(BAD)('has a problem with %j', (text) => {
    expect(parseShell(text).problem).toBeDefined();
  });

  test.skipIf(!HAS_BASH)('bash accepts and refuses the same', () => {
    const byBash = accepted([...GOOD, ...BAD]);
    const wrong = [...GOOD, ...BAD].filter((_, index) => byBash[index] !== index < GOOD.length);
    expect(wrong).toEqual([]);
  });

  test.each([
    ['a "b', 2, true],
    ['if a; then b', 0, true],
    ['a && ', 5, true],
    ['x )', 2, false],
    ['cat <<E\nx', 8, true],
    ['echo \\', 5, true],
  ])('%j: its problem is at %i, at the open end: %j', (text, offset, open) => {
    expect(parseShell(text).problem).toMatchObject({ offset, open });
  });

  test('problems lie in the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), shellText), (text) => {
        const { problem } = parseShell(text);
        return problem === undefined || (problem.offset >= 0 && problem.offset <= text.length);
      }),
      { numRuns: 1_000 },
    );
  });
});

const CORPUS = new URL('../../../shared/corpus/', import.meta.url).pathname;

/** All texts of a tree of configurations that could be commands. */
function commandsOf(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return commandsOf(path);
    const text = readFileSync(path, 'utf8');
    if (name.endsWith('.sh')) return [text];
    if (!/\.ya?ml$/.test(name)) return [];
    try {
      return textsIn(parseYaml(text, { logLevel: 'silent' }));
    } catch {
      return [];
    }
  });
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /\s/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test.skipIf(!HAS_BASH || !existsSync(CORPUS))(
  'real commands are understood exactly where bash accepts them',
  () => {
    // Plain words are no test of a parser.
    const texts = [...new Set(commandsOf(CORPUS))].filter((text) =>
      /[&|;()<>`'"$\\{}#]/.test(text),
    );
    expect(texts.length).toBeGreaterThan(100);
    const byBash = accepted(texts);
    const different = texts.filter(
      (text, index) => (parseShell(text).problem === undefined) !== byBash[index],
    );
    expect(different).toEqual([]);
  },
);
