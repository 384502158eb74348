// `tag` and `exclude` as conditions of GitHub (codeship.md 3.6): an expression where one can say the same, else a
// condition that the `prepare` action decides with a real RE2 engine.

import { joined, type Text, type Traced, traced } from '../../output/tree.ts';
import { combinedRefExpression } from '../../pattern/ref-expression.ts';
import { classifyRefPattern, type RefPattern } from '../../pattern/ref-pattern.ts';
import type { ScalarNode, SourceNode } from '../../source/node.ts';
import type { TranslationContext } from '../translation.ts';
import type { Item, Term } from './items.ts';
import { stepId, uniqueName } from './names.ts';

type Meaning =
  | { readonly kind: 'always' }
  | { readonly kind: 'expression'; readonly text: string }
  | { readonly kind: 'engine' };

export type Conditions = {
  /** An expression for all of them together; undefined where they ask nothing. */
  readonly expression: (terms: readonly Term[], holds?: string) => Traced | undefined;
  /** Equal for conditions that ask the same. */
  readonly key: (term: Term) => string;
  /** The name under which `prepare` decides it. */
  readonly name: (term: Term) => string;
  /** Whether it asks nothing. */
  readonly isAlways: (term: Term) => boolean;
  /** Whether only `prepare` can decide it. */
  readonly needsEngine: (term: Term) => boolean;
};

/** The step that decides what expressions cannot. */
export const prepareId = 'codeship';
const holdsOfStep = `steps.${prepareId}.outputs.holds`;

export const nodesOf = ({ tag, exclude }: Term): readonly ScalarNode[] =>
  [tag, exclude].filter((node) => node !== undefined);

/** Reads every condition of a project once, and says what is odd about it. */
export async function readConditions(
  terms: readonly Term[],
  context: TranslationContext,
): Promise<Conditions> {
  const meanings = new Map<string, Meaning>();
  let caseTold = false;
  for (const term of terms) {
    if (meanings.has(keyOf(term))) continue;
    const tag = term.tag && (await readPattern(term.tag, context));
    const exclude = term.exclude && (await readPattern(term.exclude, context));
    const combined = combinedRefExpression(tag, exclude);
    const text = combined === 'false' ? neverRuns(term, context) : combined;
    const meaning: Meaning =
      text === undefined
        ? { kind: 'engine' }
        : text === 'true'
          ? { kind: 'always' }
          : { kind: 'expression', text };
    meanings.set(keyOf(term), meaning);
    const [first] = nodesOf(term);
    if (
      meaning.kind === 'expression' &&
      !caseTold &&
      first !== undefined &&
      /[a-z]/i.test(text ?? '')
    ) {
      caseTold = true;
      context.report(
        'letter-case',
        { file: first.file, start: first.start, end: first.end },
        'the conditions of this file become expressions, which do not tell upper and lower case apart',
      );
    }
  }
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const name = (term: Term): string => {
    const key = keyOf(term);
    const known = names.get(key) ?? uniqueName(stepId(term.label, 'condition'), taken);
    names.set(key, known);
    return known;
  };
  const meaningOf = (term: Term): Meaning => meanings.get(keyOf(term)) ?? { kind: 'always' };
  return {
    key: keyOf,
    name,
    isAlways: (term) => meaningOf(term).kind === 'always',
    needsEngine: (term) => meaningOf(term).kind === 'engine',
    expression: (all, holds = holdsOfStep) => {
      const distinct = new Map(all.map((term) => [keyOf(term), term]));
      const parts: Traced[] = [];
      for (const [key, term] of distinct) {
        const meaning = meaningOf(term);
        // A group and its step may say the same.
        const nodes = all.filter((each) => keyOf(each) === key).flatMap(nodesOf);
        if (meaning.kind === 'expression') parts.push(traced(meaning.text, ...nodes));
        if (meaning.kind === 'engine') {
          parts.push(traced(`contains(fromJSON(${holds}), '${name(term)}')`, ...nodes));
        }
      }
      return allOf(parts);
    },
  };
}

/** A condition that no ref fulfils, which is no constant: GitHub's linters refuse those. */
function neverRuns(term: Term, { report }: TranslationContext): string {
  const node = term.exclude ?? term.tag;
  if (node !== undefined) {
    report(
      'step-never-runs',
      node,
      `\`${node.text}\` ${node === term.exclude ? 'excludes every branch and tag' : 'matches nothing'}, so the step never runs`,
      'remove the step, or correct the pattern',
    );
  }
  return "github.ref_name == ''";
}

const keys = new WeakMap<Term, string>();

function keyOf(term: Term): string {
  const key = keys.get(term) ?? JSON.stringify([term.tag?.text, term.exclude?.text]);
  keys.set(term, key);
  return key;
}

/** An item whose conditions are known to hold where it stands, without them. */
export function withoutTerms(item: Item, known: ReadonlySet<string>, conditions: Conditions): Item {
  const terms = item.terms.filter((term) => !known.has(conditions.key(term)));
  const dropped = item.terms.filter((term) => known.has(conditions.key(term)));
  const from = [...item.from, ...dropped.flatMap(nodesOf)];
  if (!('items' in item)) return { ...item, terms, from };
  return {
    ...item,
    terms,
    from,
    items: item.items.map((each) => withoutTerms(each, known, conditions)),
  };
}

/** All of these expressions; one with `||` is put into brackets. */
export function allOf(parts: readonly Text[]): Traced | undefined {
  const [only, ...others] = parts;
  if (only === undefined) return undefined;
  if (others.length === 0) return joined([only]);
  const closed = parts.map((part) => {
    const { text, from } = joined([part]);
    return text.includes('||') ? { text: `(${text})`, from } : { text, from };
  });
  return joined(closed, ' && ');
}

/**
 * A pattern as a test of the ref. What never matches is compared as it stands, which is CodeShip's own first rule
 * and true for no ref: so the condition stays to be seen.
 */
async function readPattern(node: ScalarNode, { report }: TranslationContext): Promise<RefPattern> {
  const { text } = node;
  const pattern = classifyRefPattern(text);
  const literally: RefPattern = { kind: 'literal', text, looksLikeRegex: false };
  if (pattern.kind === 'regex') {
    const { compileRe2 } = await import('../../pattern/re2.ts');
    const compiled = compileRe2(text);
    if (compiled.ok) return pattern;
    reportAt(
      'invalid-pattern',
      `\`${text}\` is no valid expression, so it never matches: ${compiled.message}`,
    );
    return literally;
  }
  if (pattern.kind === 'never') {
    const why =
      pattern.reason === 'no-ref'
        ? 'it has neither `^` nor `$`, so it is compared as it stands, and no branch or tag can have that name'
        : 'it contradicts itself';
    reportAt('pattern-never-matches', `\`${text}\` matches nothing: ${why}`, suggestion(text));
    return literally;
  }
  if (pattern.kind === 'literal' && pattern.looksLikeRegex) {
    reportAt(
      'pattern-never-matches',
      `\`${text}\` has neither \`^\` nor \`$\`, so it is compared as it stands`,
      suggestion(text),
    );
  }
  return pattern;

  function reportAt(
    code: 'invalid-pattern' | 'pattern-never-matches',
    message: string,
    help?: string,
  ): void {
    report(code, node satisfies SourceNode, message, help);
  }
}

const suggestion = (text: string): string | undefined =>
  /[$^]/.test(text) ? undefined : `write \`^${text}$\` if an expression is meant`;
