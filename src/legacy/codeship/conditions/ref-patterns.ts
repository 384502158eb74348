// One `tag` or `exclude`, read: what it matches, and whether it can have been meant so (codeship.md 3.6).

import type { RefMatcher } from '../../../pattern/ref-choice.ts';
import { classifyRefPattern, type RefPattern, refMatches } from '../../../pattern/ref-pattern.ts';
import type { ScalarNode } from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';

/** Why a pattern hardly does what it was written for. */
export type Doubt = 'no-anchor' | 'invalid';

type ReadPattern = {
  readonly matcher: RefMatcher;
  readonly doubt?: Doubt;
};

/** What never matches is compared as it stands, which is CodeShip's own first rule and true for no ref. */
export async function readPattern(
  node: ScalarNode,
  { report }: TranslationContext,
): Promise<ReadPattern> {
  const { text } = node;
  const pattern = classifyRefPattern(text);
  const literally: RefMatcher = {
    pattern: { kind: 'literal', text, looksLikeRegex: true },
    matches: (ref) => ref === text,
  };
  if (pattern.kind === 'regex') {
    const { compileRe2 } = await import('../../../pattern/re2.ts');
    const compiled = compileRe2(text);
    if (compiled.ok) return { matcher: { pattern, matches: compiled.value } };
    report(
      'invalid-pattern',
      node,
      `\`${text}\` is not a valid expression, so it never matches: ${compiled.failure.message}`,
    );
    return { matcher: literally, doubt: 'invalid' };
  }
  if (isMeantOtherwise(pattern)) {
    report(
      'pattern-without-anchor',
      node,
      `\`${text}\` has neither \`^\` nor \`$\`, so according to CodeShip's documentation it is compared literally, and ${pattern.kind === 'never' ? 'no branch or tag can have that name' : 'only a branch with exactly that name matches'}`,
      `if it was meant as a pattern, write \`${cure(text)}\`, in the workflow as here`,
    );
    return { matcher: literally, doubt: 'no-anchor' };
  }
  return {
    matcher: { pattern, matches: (ref) => refMatches(pattern, ref) ?? true },
  };
}

const isMeantOtherwise = (pattern: RefPattern): boolean =>
  (pattern.kind === 'literal' && pattern.looksLikeRegex) ||
  (pattern.kind === 'never' && pattern.reason === 'no-ref');

/** The expression that was probably meant: a lone `*` was written for any text. */
function cure(text: string): string {
  const isGlob = text.includes('*') && !/[()|[\]\\+]|\.\*/.test(text);
  const expression = isGlob ? text.replace(/\./g, '\\.').replace(/\*+/g, '.*') : text;
  return /^\([^()]*\)$/.test(expression) || !expression.includes('|')
    ? `^${expression}$`
    : `^(${expression})$`;
}
