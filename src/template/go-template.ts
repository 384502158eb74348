// Go templates over CodeShip's fields, from outside: parse, render, and which fields one reads.

import { ok, type Result } from '../ground/result.ts';
import type { Node, Operand, Template, TemplateError, TemplatePipeline } from './ast.ts';
import { type Rendering, renderNodes } from './evaluate.ts';
import { longestText } from './functions.ts';
import type { GoTime } from './time.ts';
import { boolValue, intValue, stringValue, type Value } from './value.ts';

export type { Template } from './ast.ts';
export { parseTemplate } from './parse.ts';

/** The value of a field. Numbers are whole. */
export type FieldValue = string | number | boolean | GoTime;

type RenderedTemplate = Result<string, TemplateError>;

/**
 * Renders a template over fields (`.Branch` is `fields.Branch`), as Go did for CodeShip (codeship.md 4.3).
 * An unknown field is an error, as in Go only where it is reached.
 */
export function renderTemplate(
  template: Template,
  fields: Readonly<Record<string, FieldValue>>,
): RenderedTemplate {
  const root: Value = { kind: 'fields' };
  const rendering: Rendering = {
    fields: new Map(Object.entries(fields).map(([name, value]) => [name, fieldValue(value)])),
    longest: longestText,
    variables: [{ name: '$', value: root }],
    text: '',
  };
  const failed = renderNodes(rendering, template.nodes, root);
  if (failed === undefined) return ok(rendering.text);
  return { ok: false, failure: failed.error ?? { offset: 0, message: failed.message } };
}

function fieldValue(value: FieldValue): Value {
  switch (typeof value) {
    case 'string':
      return stringValue(value);
    case 'boolean':
      return boolValue(value);
    case 'number':
      return intValue(value);
    default:
      return { kind: 'time', time: value };
  }
}

/** The names of all fields that a template may read, in any of its branches. */
export function templateFields(template: Template): ReadonlySet<string> {
  const names = new Set<string>();
  addNodes(names, template.nodes, true);
  return names;
}

/** `root` says that the dot holds all fields; inside of `with` it doesn't. */
function addNodes(names: Set<string>, nodes: readonly Node[], root: boolean): void {
  for (const node of nodes) {
    if (node.kind === 'text') continue;
    addPipeline(names, node.pipeline, root);
    if (node.kind === 'action') continue;
    addNodes(names, node.body, root && (node.kind === 'if' || isRoot(node.pipeline)));
    addNodes(names, node.otherwise, root);
  }
}

function isRoot({ commands }: TemplatePipeline): boolean {
  const operands = commands.flatMap((command) => command.operands);
  const [only] = operands;
  return (
    operands.length === 1 && only !== undefined && (only.kind === 'dot' || only.kind === 'variable')
  );
}

function addPipeline(names: Set<string>, pipeline: TemplatePipeline, root: boolean): void {
  for (const { operands } of pipeline.commands)
    for (const operand of operands) addOperand(names, operand, root);
}

function addOperand(names: Set<string>, operand: Operand, root: boolean): void {
  if (operand.kind === 'group') addPipeline(names, operand.pipeline, root);
  const [first] = 'names' in operand ? operand.names : [];
  if (first === undefined) return;
  // A variable may hold all fields, as `$` does.
  if (operand.kind === 'variable' || (operand.kind === 'field' && root)) names.add(first);
  if (operand.kind === 'group') names.add(first);
}
