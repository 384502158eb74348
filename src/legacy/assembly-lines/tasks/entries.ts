// The inputs `in` and `out` of `line-start`: a list with an entry for each step, the definition as it was written, and
// what the step said of it below `step`.

import { writeScalar } from '../../../output/scalar.ts';
import { type Line, type Traced, traced } from '../../../output/tree.ts';
import { type Entry, isNull, type MappingNode, type SourceNode } from '../../../source/node.ts';
import type { Input, Output } from '../graph/graph.ts';

/** A number or a truth value of YAML, which reaches scripts as one. */
const isRaw = (text: string): boolean =>
  /^(?:true|false|null|~|-?(?:(?:0|[1-9]\d*)(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?)$/i.test(text);

/** Names of versions are texts, whatever they look like: `1.10` is not 1.1. */
const isText = (key: string): boolean => /^(?:versionName|tag|image_?tag)$/i.test(key);

/** A value as YAML behind its key; `indent` is that of the key. */
function valueLines(head: string, node: SourceNode, indent: string, key: string): readonly Line[] {
  if (node.kind === 'scalar') {
    const { text } = node;
    if (isNull(node)) return [traced(head.trimEnd(), node)];
    // A number without a digit in front of its point was the number all the same.
    const number = text.replace(/^(-?)\./, '$10.');
    const written =
      node.style === 'plain' && isRaw(text) && !isText(key) ? number : writeScalar(text);
    return [traced(`${head}${written}`, node)];
  }
  if (node.kind === 'mapping') {
    if (node.entries.length === 0) return [traced(`${head}{}`, node)];
    return [
      traced(head.trimEnd()),
      ...node.entries
        // Text that only the old service could open: secrets stand for it.
        .filter((entry) => !(key === 'params' && entry.key.text === 'secure'))
        .flatMap((entry) => entryLines(entry, `${indent}  `)),
    ];
  }
  if (node.items.length === 0) return [traced(`${head}[]`, node)];
  return [traced(head.trimEnd()), ...node.items.flatMap((item) => itemLines(item, `${indent}  `))];
}

const keyText = (key: string): string => writeScalar(key);

const entryLines = ({ key, value }: Entry, indent: string): readonly Line[] =>
  valueLines(`${indent}${keyText(key.text)}: `, value, indent, key.text);

function itemLines(node: SourceNode, indent: string): readonly Line[] {
  if (node.kind === 'scalar') return valueLines(`${indent}- `, node, indent, '');
  const lines =
    node.kind === 'mapping'
      ? node.entries.flatMap((entry) => entryLines(entry, `${indent}  `))
      : node.items.flatMap((item) => itemLines(item, `${indent}  `));
  return asItem(lines, indent, node);
}

/** The first line gets the dash. */
function asItem(lines: readonly Line[], indent: string, node: SourceNode): readonly Line[] {
  const [first, ...rest] = lines;
  if (first === undefined)
    return [traced(`${indent}- ${node.kind === 'mapping' ? '{}' : '[]'}`, node)];
  return [{ ...first, text: `${indent}- ${first.text.trimStart()}` }, ...rest];
}

/** What stands beside `IN` or `OUT`, as it was written; a switch that is off is false in every YAML. */
function stepLines(
  step: { readonly node: MappingNode; readonly named: SourceNode },
  flags: Readonly<Record<string, boolean | undefined>>,
): readonly Line[] {
  const entries = step.node.entries.filter(
    ({ key, value }) =>
      value !== step.named &&
      !['IN', 'GET', 'OUT', 'pull', 'vote'].includes(key.text) &&
      !isNull(value),
  );
  if (entries.length === 0) return [];
  return [
    traced('  step:'),
    ...entries.flatMap((entry) => {
      const flag = flags[entry.key.text];
      return flag === undefined || entry.value.kind !== 'scalar'
        ? entryLines(entry, '    ')
        : [traced(`    ${keyText(entry.key.text)}: ${flag}`, entry.value)];
    }),
  ];
}

/** Further lines of an entry, such as the fields of its integration. */
export type More = (name: string) => readonly Line[];

const nothing: More = () => [];

export function definitionLines(
  named: SourceNode,
  node: MappingNode,
  name: string,
): readonly Line[] {
  const own = node.entries.filter(({ key }) => key.text !== 'name');
  return [
    traced(`- name: ${writeScalar(name)}`, named, ...nameOf(node)),
    ...own.flatMap((entry) => entryLines(entry, '  ')),
  ];
}

const nameOf = (node: MappingNode): readonly SourceNode[] =>
  node.entries.filter(({ key }) => key.text === 'name').map(({ value }) => value);

function bareLines(named: SourceNode, name: string, type: string, isJob: boolean): readonly Line[] {
  return [
    traced(`- name: ${writeScalar(name)}`, named),
    traced(`  type: ${writeScalar(type)}`),
    ...(isJob ? [traced('  job: true')] : []),
  ];
}

export function inEntry(input: Input, more: More = nothing): readonly Line[] {
  const { step } = input;
  const attributes = stepLines(step, {
    switch: step.keys.switch?.value,
    trigger: step.keys.trigger?.value,
    force: step.keys.force?.value,
    showBuildStatus: step.keys.showBuildStatus?.value,
  });
  const of = (): readonly Line[] => {
    switch (input.kind) {
      case 'job':
        return bareLines(step.named, step.name, input.from.job?.type ?? 'runCI', true);
      case 'resource':
        return definitionLines(step.named, input.resource.node, step.name);
      case 'elsewhere':
        return bareLines(step.named, step.name, input.type ?? 'external', input.type !== undefined);
      default:
        return input satisfies never;
    }
  };
  return [...of(), ...more(step.name), ...attributes];
}

export function outEntry(output: Output, more: More = nothing): readonly Line[] {
  const { step } = output;
  if (output.kind === 'unknown') return [];
  const attributes = stepLines(step, {
    replicateOnPullRequest: step.keys.replicateOnPullRequest?.value,
    overwrite: step.keys.overwrite?.value,
    on_failure: step.keys.on_failure?.value,
  });
  const definition =
    output.kind === 'resource'
      ? definitionLines(step.named, output.resource.node, step.name)
      : [traced(`- name: ${writeScalar(step.name)}`, step.named), traced('  job: true')];
  return [...definition, ...more(step.name), ...attributes];
}

/** Lines as the value of an input. */
export function block(lines: readonly Line[]): Traced {
  return {
    text: `${lines.map(({ text }) => text).join('\n')}\n`,
    from: [...new Set(lines.flatMap(({ from }) => from))],
  };
}
