// The conditions of both products on the ref that is built, decided by what they say: CodeShip's `tag` and `exclude`
// (codeship.md 3.6), Shippable's `branches` (shippable.md 2.3).

import { classifyRefPattern, refMatches } from './ref-pattern.ts';
import { matchesWildcard } from './wildcard.ts';

/** What has to hold together. An absent or empty member asks nothing. */
export type RefCondition = {
  readonly tag?: string;
  readonly exclude?: string;
  readonly branches?: { readonly only: readonly string[]; readonly except: readonly string[] };
};

/** The names that the products compared. On tags and releases both are the tag's name. */
export type BuiltRefs = {
  /** The source branch on pull requests. */
  readonly codeship: string;
  /** The base branch on pull requests. */
  readonly shippable: string;
};

export type Decision = {
  readonly holds: boolean;
  /** Why, as a part of a sentence: "`tag` ^v matches v1.2". */
  readonly reason: string;
  /** Patterns that can't do what they seem to be written for, as full sentences. */
  readonly warnings: readonly string[];
};

/** `exclude` wins over `tag`, `except` over `only`. */
export async function decideRefCondition(
  condition: RefCondition,
  refs: BuiltRefs,
): Promise<Decision> {
  const { tag = '', exclude = '', branches } = condition;
  const warnings: string[] = [];
  const matches = async (key: string, pattern: string): Promise<boolean> => {
    const answer = await matchesPattern(pattern, refs.codeship);
    if (answer.warning !== undefined) warnings.push(`\`${key}: ${pattern}\` ${answer.warning}`);
    return answer.matches;
  };
  const decided = (holds: boolean, reason: string): Decision => ({ holds, reason, warnings });

  // Both are asked before either decides, so that a broken pattern is always reported.
  const excluded = exclude !== '' && (await matches('exclude', exclude));
  const tagged = tag === '' || (await matches('tag', tag));
  if (excluded) return decided(false, `\`exclude\` ${exclude} matches ${refs.codeship}`);
  if (!tagged) return decided(false, `\`tag\` ${tag} does not match ${refs.codeship}`);

  const except = branches?.except.find((pattern) => matchesWildcard(pattern, refs.shippable));
  if (except !== undefined) return decided(false, `\`except\` ${except} matches ${refs.shippable}`);
  const only = branches?.only ?? [];
  const chosen = only.find((pattern) => matchesWildcard(pattern, refs.shippable));
  if (only.length > 0 && chosen === undefined)
    return decided(false, `no \`only\` matches ${refs.shippable}`);

  if (chosen !== undefined) return decided(true, `\`only\` ${chosen} matches ${refs.shippable}`);
  if (tag !== '') return decided(true, `\`tag\` ${tag} matches ${refs.codeship}`);
  return decided(true, 'nothing speaks against it');
}

async function matchesPattern(
  text: string,
  ref: string,
): Promise<{ readonly matches: boolean; readonly warning?: string }> {
  if (text === ref) return { matches: true };
  const pattern = classifyRefPattern(text);
  if (pattern.kind === 'literal' && pattern.looksLikeRegex) {
    return {
      matches: false,
      warning:
        'has neither `^` nor `$`, so it is compared as it stands and matches no ref but its own text.',
    };
  }
  if (pattern.kind === 'never' && pattern.reason === 'no-ref') {
    return {
      matches: false,
      warning:
        'has neither `^` nor `$`, so it is compared as it stands, and no ref can have this name.',
    };
  }
  const known = refMatches(pattern, ref);
  if (known !== undefined) return { matches: known };
  const { compileRe2 } = await import(/* webpackMode: "eager" */ './re2.ts');
  const compiled = compileRe2(text);
  if (compiled.ok) return { matches: compiled.value(ref) };
  return {
    matches: false,
    warning: `is not a valid RE2 expression (${compiled.failure.message}), so it never matches, as in CodeShip.`,
  };
}
