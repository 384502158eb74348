// A name in a `branches` list as Shippable's wildcards. People wrote Travis CI's `/^regular expression/` there, which
// Shippable never read as one (shippable.md 2.3); what it was meant to say is kept where wildcards can say it.

import type { ScalarNode } from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';

/** The patterns, with `*` for any characters; none where no wildcard says the same, which is then reported. */
export function branchPatterns(
  node: ScalarNode,
  { report }: TranslationContext,
): readonly string[] {
  const body = /^\/(.+)\/[a-z]*$/.exec(node.text)?.[1];
  if (body === undefined) return [node.text];
  const patterns = alternatives(body).map(wildcardOf);
  const known = patterns.filter((pattern) => pattern !== undefined);
  const about = `\`${node.text}\` is a regular expression, which Shippable took literally`;
  if (known.length < patterns.length) {
    const help = 'list the branches, with `*` for any characters';
    report(
      'branch-expression',
      node,
      `${about}; no wildcard is equivalent, so it is left out`,
      help,
    );
    return [];
  }
  const said = known.map((pattern) => `\`${pattern}\``).join(', ');
  report(
    'branch-expression-as-wildcard',
    node,
    `${about}; it is read as ${said}`,
    `write ${said} if that is what you mean`,
  );
  return known;
}

/** `^(a|b)$` is `^a$` and `^b$`. */
function alternatives(body: string): readonly string[] {
  const group = /(?<!\\)\(((?:[^()\\]|\\.)*\|(?:[^()\\]|\\.)*)\)(?![*+?{])/.exec(body);
  if (group === null) return body.includes('(') ? [body] : splitAlternatives(body);
  const [whole, inner = ''] = group;
  return splitAlternatives(inner).flatMap((part) =>
    alternatives(body.slice(0, group.index) + part + body.slice(group.index + whole.length)),
  );
}

const splitAlternatives = (text: string): readonly string[] => text.split(/(?<!\\)\|/);

function wildcardOf(body: string): string | undefined {
  let pattern = body.startsWith('^') ? '' : '*';
  const end = body.endsWith('$') && !body.endsWith('\\$') ? body.length - 1 : body.length;
  let at = body.startsWith('^') ? 1 : 0;
  while (at < end) {
    const rest = body.slice(at, end);
    const any = /^(?:\.|\\d|\\w|\[0-9\]|\[\w+-\w+\])[*+]/.exec(rest) ?? /^\(\.[*+]\)/.exec(rest);
    const literal = /^(?:\\([./_-])|([\w/-]))(?![*+?{])/.exec(rest);
    if (any !== null) {
      pattern += '*';
      at += any[0].length;
    } else if (literal !== null) {
      pattern += literal[1] ?? literal[2] ?? '';
      at += literal[0].length;
    } else return undefined;
  }
  return (end < body.length ? pattern : `${pattern}*`).replace(/\*+/g, '*');
}
