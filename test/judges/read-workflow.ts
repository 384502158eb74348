// A generated workflow as GitHub's own parser reads it: which scalars are text, which are expressions, and what the
// latter say to GitHub's own evaluator.

import { data, Evaluator, Lexer, Parser, wellKnownFunctions } from '@actions/expressions';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { parse } from 'yaml';
import { devParser } from '../../src/dev/judges/github-parser.ts';

export type ReadScalar = {
  /** Keys and indices from the root, joined by `/`. */
  readonly path: string;
  readonly isKey: boolean;
  /** What a text says; what stands between the signs of an expression, where the whole scalar is one. */
  readonly text: string;
  readonly isExpression: boolean;
};

const silent = { error: () => {}, info: () => {}, verbose: () => {} };
const types = { sequence: 1, mapping: 2 };

/** Every scalar and key of the workflow, in order, and what GitHub refuses of it. */
export async function readWorkflow(
  content: string,
): Promise<{ readonly scalars: readonly ReadScalar[]; readonly errors: readonly string[] }> {
  const parser = await devParser();
  // The parser takes literal parts from the source as it stands, indents of blocks included; GitHub takes what YAML says.
  const said = JSON.stringify(parse(content));
  const result = parser.parseWorkflow({ name: 'workflow.yml', content: said }, silent);
  const scalars: ReadScalar[] = [];
  const note = (token: TemplateToken, path: string, isKey: boolean): void => {
    const { isExpression } = token;
    const text =
      isExpression && 'expression' in token ? String(token.expression) : token.toString();
    scalars.push({ path, isKey, text, isExpression });
  };
  const walk = (token: TemplateToken, path: string): void => {
    if (token.templateTokenType === types.mapping) {
      for (const { key, value } of token.assertMapping('workflow')) {
        const at = `${path}/${key.toString()}`;
        note(key, at, true);
        walk(value, at);
      }
    } else if (token.templateTokenType === types.sequence) {
      [...token.assertSequence('workflow')].forEach((item, index) => {
        walk(item, `${path}/${index}`);
      });
    } else note(token, path, false);
  };
  if (result.value !== undefined) walk(result.value, '');
  const errors = result.context.errors.getErrors().map(({ message }) => message);
  return { scalars, errors };
}

const functions = Object.values(wellKnownFunctions);
const contexts = [
  'github',
  'strategy',
  'matrix',
  'job',
  'steps',
  'secrets',
  'runner',
  'needs',
  'inputs',
];

/** What an expression says where nothing is known of any context but what is given. */
export function evaluateCode(code: string, known: Readonly<Record<string, unknown>> = {}): string {
  const asData = JSON.parse(JSON.stringify(known), data.reviver) as data.Dictionary;
  const parsed = new Parser(
    new Lexer(oneQuoteEach(code)).lex().tokens,
    contexts,
    functions,
  ).parse();
  return new Evaluator(parsed, asData).evaluate().coerceString();
}

/** The package's lexer undoubles only the first quote of a string (GitHub's own does all), so each gets a string. */
const oneQuoteEach = (code: string): string =>
  code.replace(/'(?:[^']|'')*'/g, (string) => {
    const parts = string.slice(1, -1).match(/[^']*''|[^']+$/g) ?? [];
    if (parts.length < 3) return string;
    const places = parts.map((_, index) => `{${index}}`).join('');
    // In the first operand of `format`, braces are a matter of their own.
    return `format('${places}', ${parts.map((part) => `'${part}'`).join(', ')})`;
  });

/** The strings of an expression, without their quotes, and everything else of it. */
export function splitCode(code: string): {
  readonly strings: readonly string[];
  readonly rest: string;
} {
  const strings: string[] = [];
  const rest = code.replace(/'((?:[^']|'')*)'/g, (_, inner: string) => {
    strings.push(inner.replaceAll("''", "'"));
    return "''";
  });
  return { strings, rest };
}
