/**
 * Decides an expression over `github.ref_name` with JavaScript's own operators, whose precedence is the
 * same. With regard to case, unlike GitHub, so that it can be compared with what the products did.
 */
export function evaluateExpression(expression: string, ref: string): boolean {
  const javascript = expression
    .replace(/'(?:[^']|'')*'/g, (text) => JSON.stringify(text.slice(1, -1).replaceAll("''", "'")))
    .replaceAll('github.ref_name', 'ref');
  const decide = new Function(
    'ref',
    `const startsWith = (a, b) => a.startsWith(b);
     const endsWith = (a, b) => a.endsWith(b);
     const contains = (a, b) => a.includes(b);
     return ${javascript};`,
  );
  return decide(ref);
}
