// A TASK as one script: each item was given to `eval` under a trap on failures, one after the other in one shell, and
// the hooks saw what the items had set (shippable.md 14.2).

import { type Line, traced } from '../../output/tree.ts';
import { isOnlyComment, usesReturn } from '../../shell/commands.ts';
import { completeItem, endItems } from '../../shell/item.ts';
import type { ScalarNode } from '../../source/node.ts';
import { commentLines, plainLine } from '../shippable/script.ts';
import type { Hook, LineJob, Task } from './model.ts';

/** Hooks that are functions in the step of a TASK. */
const functionNames = ['on_success', 'on_failure', 'always'] as const;

const textOf = (node: ScalarNode): string => node.text.replace(/\s+$/, '');

const comments = (node: ScalarNode): Line[] =>
  commentLines([...node.before, ...(node.behind === undefined ? [] : [node.behind])]);

/** `isLast`: hooks after a success belonged to the last TASK alone. */
export function taskScript(job: LineJob, task: Task, isLast: boolean): Line[] {
  const hooks = functionNames.flatMap((name) =>
    name === 'on_success' && !isLast ? [] : hookLines(name, job.hooks[name]),
  );
  return [
    plainLine(isLast ? '. shippable-task' : '. shippable-task --more'),
    ...hooks,
    ...itemLines(task.script),
  ];
}

function hookLines(name: string, hook: Hook | undefined): Line[] {
  const items = (hook?.script ?? []).filter((node) => textOf(node) !== '');
  if (items.length === 0) return [];
  const body = items.flatMap((node) => [
    ...comments(node).map((line) => ({ ...line, text: `  ${line.text}` })),
    traced(indented(completeItem(textOf(node))), node),
  ]);
  const has = items.some((node) => !isOnlyComment(node.text));
  return [plainLine(`${name}() {`), ...body, ...(has ? [] : [plainLine('  :')]), plainLine('}')];
}

/** A text of several lines may hold a document or a string, so it stays where it is. */
const indented = (text: string): string => (text.includes('\n') ? text : `  ${text}`);

function itemLines(nodes: readonly ScalarNode[]): Line[] {
  const items = nodes.filter((node) => textOf(node) !== '');
  const ended = endItems(items.map(textOf));
  return items.flatMap((node, index) => {
    const text = ended[index] ?? textOf(node);
    // `return` ended the item, because the frame was a function; the trap is not inherited by one.
    const lines = usesReturn(text)
      ? [
          plainLine('item() {'),
          plainLine("  trap 'exit $?' ERR"),
          traced(indented(text), node),
          plainLine('}'),
          plainLine('item'),
        ]
      : [traced(text, node)];
    return [...comments(node), ...lines];
  });
}
