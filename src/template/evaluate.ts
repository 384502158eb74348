// Renders the syntax tree of a template over fields.

import type { Node, Operand, TemplateCommand, TemplatePipeline } from './ast.ts';
import { printed } from './format.ts';
import { callFunction } from './functions.ts';
import { callMethod, hasMethods } from './methods.ts';
import {
  boolValue,
  type Failure,
  failure,
  isTrue,
  type Result,
  typeName,
  type Value,
} from './value.ts';

/** The state of one rendering. `dot` is handed from call to call. */
export type Rendering = {
  readonly fields: ReadonlyMap<string, Value>;
  readonly longest: number;
  variables: { readonly name: string; value: Value }[];
  text: string;
};

/** Renders nodes into `rendering.text`; the failure that ended it, if one did. */
export function renderNodes(
  rendering: Rendering,
  nodes: readonly Node[],
  dot: Value,
): Failure | undefined {
  for (const node of nodes) {
    if (node.kind === 'text') rendering.text += node.text;
    else if (node.kind === 'action') {
      const failed = renderAction(rendering, node.pipeline, dot);
      if (failed !== undefined) return failed;
    } else {
      const mark = rendering.variables.length;
      const value = evaluatePipeline(rendering, node.pipeline, dot);
      if (value.kind === 'failure') return value;
      const inner = node.kind === 'with' ? value : dot;
      const failed = isTrue(value)
        ? renderNodes(rendering, node.body, inner)
        : renderNodes(rendering, node.otherwise, dot);
      if (failed !== undefined) return failed;
      rendering.variables.length = mark;
    }
    if (rendering.text.length > rendering.longest) return failure('the text grows too long');
  }
  return undefined;
}

function renderAction(
  rendering: Rendering,
  pipeline: TemplatePipeline,
  dot: Value,
): Failure | undefined {
  const value = evaluatePipeline(rendering, pipeline, dot);
  if (value.kind === 'failure') return value;
  if (pipeline.variable !== undefined) return undefined;
  const text = value.kind === 'nil' ? '<no value>' : printed([value]);
  if (typeof text !== 'string') return at(text, pipeline.commands[0]?.offset);
  rendering.text += text;
  return undefined;
}

/** A failure with its place, unless it has one from deeper inside. */
function at<T extends Result>(result: T, offset: number | undefined): T {
  if (result.kind !== 'failure' || result.error !== undefined || offset === undefined)
    return result;
  return { ...result, error: { offset, message: result.message } };
}

function evaluatePipeline(rendering: Rendering, pipeline: TemplatePipeline, dot: Value): Result {
  let value: Value | undefined;
  for (const command of pipeline.commands) {
    const result = at(evaluateCommand(rendering, command, dot, value), command.offset);
    if (result.kind === 'failure') return result;
    value = result;
  }
  const result = value ?? { kind: 'nil' };
  const { variable } = pipeline;
  if (variable?.declares === true) rendering.variables.push({ name: variable.name, value: result });
  else if (variable !== undefined) {
    const known = findVariable(rendering, variable.name);
    if (known === undefined) return failure(`variable \`${variable.name}\` is not declared`);
    known.value = result;
  }
  return result;
}

function findVariable(rendering: Rendering, name: string): { value: Value } | undefined {
  return rendering.variables.findLast((variable) => variable.name === name);
}

/** Runs a command; `final` is what a pipe hands on, and becomes the last argument. */
function evaluateCommand(
  rendering: Rendering,
  { operands }: TemplateCommand,
  dot: Value,
  final: Value | undefined,
): Result {
  const [first, ...rest] = operands;
  if (first === undefined) return failure('a command is empty');
  if (first.kind === 'function') return evaluateFunction(rendering, first.name, rest, dot, final);
  const names = 'names' in first ? first.names : [];
  if (names.length > 0) {
    const values = (): readonly Value[] | Failure => evaluateAll(rendering, rest, dot, final);
    const receiver = evaluateReceiver(rendering, first, dot);
    if (receiver.kind === 'failure') return receiver;
    return evaluateFields(
      rendering,
      receiver,
      names,
      values,
      rest.length + (final === undefined ? 0 : 1),
    );
  }
  if (first.kind === 'nil') return failure('nil is not a command');
  if (rest.length > 0 || final !== undefined)
    return failure('only functions and methods take arguments');
  return evaluateOperand(rendering, first, dot);
}

function evaluateFunction(
  rendering: Rendering,
  name: string,
  operands: readonly Operand[],
  dot: Value,
  final: Value | undefined,
): Result {
  if (name !== 'and' && name !== 'or') {
    const values = evaluateAll(rendering, operands, dot, final);
    return 'kind' in values ? values : callFunction(name, values);
  }
  let value = final;
  for (const operand of operands) {
    const next = evaluateOperand(rendering, operand, dot);
    if (next.kind === 'failure' || isTrue(next) === (name === 'or')) return next;
    value = final ?? next;
  }
  return callFunction(name, value === undefined ? [] : [value]);
}

function evaluateAll(
  rendering: Rendering,
  operands: readonly Operand[],
  dot: Value,
  final: Value | undefined,
): readonly Value[] | Failure {
  const values: Value[] = [];
  for (const operand of operands) {
    const value = evaluateOperand(rendering, operand, dot);
    if (value.kind === 'failure') return value;
    values.push(value);
  }
  return final === undefined ? values : [...values, final];
}

/** What the fields of an operand are looked up in. */
function evaluateReceiver(rendering: Rendering, operand: Operand, dot: Value): Result {
  if (operand.kind === 'group') return evaluatePipeline(rendering, operand.pipeline, dot);
  if (operand.kind !== 'variable') return dot;
  const variable = findVariable(rendering, operand.name);
  return variable?.value ?? failure(`variable \`${operand.name}\` is not declared`);
}

function evaluateOperand(rendering: Rendering, operand: Operand, dot: Value): Result {
  switch (operand.kind) {
    case 'dot':
      return dot;
    case 'nil':
      return operand as Value;
    case 'bool':
      return boolValue(operand.value);
    case 'string':
      return operand;
    case 'int':
      return { kind: 'int', value: operand.value, type: 'int' };
    case 'function':
      return at(evaluateFunction(rendering, operand.name, [], dot, undefined), operand.offset);
    default: {
      const receiver = evaluateReceiver(rendering, operand, dot);
      if (receiver.kind === 'failure') return at(receiver, operand.offset);
      return at(
        evaluateFields(rendering, receiver, operand.names, () => [], 0),
        operand.offset,
      );
    }
  }
}

/** Looks up `.A.B.C`; arguments belong to the last name. */
function evaluateFields(
  rendering: Rendering,
  receiver: Value,
  names: readonly string[],
  values: () => readonly Value[] | Failure,
  count: number,
): Result {
  let value = receiver;
  for (const [place, name] of names.entries()) {
    const last = place === names.length - 1;
    const result = evaluateField(
      rendering,
      value,
      name,
      last ? values : () => [],
      last ? count : 0,
    );
    if (result.kind === 'failure') return result;
    value = result;
  }
  return value;
}

function evaluateField(
  rendering: Rendering,
  receiver: Value,
  name: string,
  values: () => readonly Value[] | Failure,
  count: number,
): Result {
  if (receiver.kind === 'nil') return receiver;
  if (receiver.kind === 'fields') {
    const field = rendering.fields.get(name);
    if (field === undefined) return failure(`there is no field \`${name}\``);
    return count === 0 ? field : failure(`\`${name}\` is a field and takes no arguments`);
  }
  if (!hasMethods(receiver)) return failure(`${typeName(receiver)} has no field \`${name}\``);
  const evaluated = values();
  return 'kind' in evaluated ? evaluated : callMethod(receiver, name, evaluated);
}
