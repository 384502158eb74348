// Build arguments: what stands in the Compose file, and what only the `build` action can say (codeship.md 2.2, 4.3).

import { hasMark } from '../../../ground/open-mark.ts';
import { joined, type Traced, traced } from '../../../output/tree.ts';
import { parseTemplate, type Template, templateFields } from '../../../template/go-template.ts';
import { codeshipTemplateFields } from '../../../variables/codeship-template.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Build } from '../services/service.ts';
import { composeText } from '../values/compose-text.ts';
import type { Assignment } from '../values/values.ts';

export type BuildArgument = {
  readonly argument: Assignment;
  /** As Go rendered templates: the value that the `build` action takes. */
  readonly template: Traced;
  /** The value in the Compose file; undefined where Compose has no words for the template. */
  readonly compose?: Traced;
  /** Predefined variables that the value in the Compose file names. */
  readonly variables: readonly string[];
  /** Fields that the template reads. */
  readonly fields: ReadonlySet<string>;
};

export function readBuildArguments(
  build: Build,
  context: TranslationContext,
): readonly BuildArgument[] {
  return (build.args?.items ?? []).flatMap((argument) => readArgument(argument, context) ?? []);
}

function readArgument(
  argument: Assignment,
  context: TranslationContext,
): BuildArgument | undefined {
  const { node } = argument;
  const value = yamlWord(argument, context);
  const plain = {
    argument,
    template: traced(value, node),
    variables: [],
    fields: new Set<string>(),
  };
  // Only the action takes a secret; Compose would write it down.
  if (hasMark(value)) return plain;
  if (!value.includes('{{')) return { ...plain, compose: traced(composeText(value), node) };
  const parsed = parseTemplate(value);
  if (!parsed.ok) {
    context.report(
      'broken-template',
      node,
      `the template cannot be parsed: ${parsed.failure.message}`,
      'correct the template',
    );
    return undefined;
  }
  const simple = simpleParts(parsed.value);
  const fields = templateFields(parsed.value);
  if (simple === undefined) return { ...plain, fields };
  return { ...plain, fields, compose: traced(simple.text, node), variables: simple.variables };
}

/** What go-yaml made of an unquoted word of YAML 1.1 (codeship.md 1.3). */
function yamlWord({ node, value = '' }: Assignment, { report }: TranslationContext): string {
  if (node.style !== 'plain' || node.text !== value) return value;
  const word = value.toLowerCase();
  if (['yes', 'on', 'true'].includes(word) && value !== 'true') return say('true');
  if (['no', 'off', 'false'].includes(word) && value !== 'false') return say('false');
  return value;

  function say(read: string): string {
    report(
      'word-argument',
      node,
      `\`${value}\` without quotes was read as \`${read}\``,
      `write \`"${value}"\` if you mean the word itself`,
    );
    return read;
  }
}

/** A template of text and plain fields, as text with `${VARIABLE}`; undefined for anything beyond. */
function simpleParts(
  template: Template,
): { readonly text: string; readonly variables: readonly string[] } | undefined {
  const variables: string[] = [];
  let text = '';
  for (const node of template.nodes) {
    if (node.kind === 'text') {
      text += composeText(node.text);
      continue;
    }
    if (node.kind !== 'action' || node.pipeline.variable !== undefined) return undefined;
    const [command, ...others] = node.pipeline.commands;
    const [operand, ...further] = command?.operands ?? [];
    if (others.length > 0 || further.length > 0 || operand?.kind !== 'field') return undefined;
    const [field = '', ...methods] = operand.names;
    const row = Object.hasOwn(codeshipTemplateFields, field)
      ? codeshipTemplateFields[field]
      : undefined;
    if (methods.length > 0 || row === undefined) return undefined;
    if (row.source.kind === 'literal') text += row.source.value;
    else if (row.source.kind === 'variable') {
      variables.push(row.source.name);
      text += `\${${row.source.name}}`;
    } else return undefined;
  }
  return { text, variables };
}

/** `KEY=value` lines for the `build` action. */
export const argumentLines = (found: readonly BuildArgument[]): Traced =>
  joined(
    found.map(({ argument, template }) => joined([`${argument.name}=`, template])),
    '\n',
  );
