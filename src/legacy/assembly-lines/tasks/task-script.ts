// A TASK as one script: each item was given to `eval` under a trap on failures, one after the other in one shell, and
// the hooks saw what the items had set (shippable.md 14.2).

import type { Line } from '../../../output/tree.ts';
import { commandWords, isOnlyComment, usesReturn } from '../../../shell/commands.ts';
import { completeItem, endItems } from '../../../shell/item.ts';
import { quoteWord } from '../../../shell/words.ts';
import type { Command } from '../../shippable/keys/config.ts';
import { commentLines, plainLine } from '../../shippable/scripts/script.ts';
import { functionNames, type TaskCommands } from './task-commands.ts';

export type TaskScript = {
  readonly items: readonly Command[];
  readonly hooks: TaskCommands['hooks'];
  /** Hooks after a success belonged to the last TASK alone. */
  readonly isLast: boolean;
  readonly isInside: boolean;
  /** Lines at the top that make functions for what the machine lacks. */
  readonly utilities: readonly Line[];
  /** Whether a login before it may have failed, so that no item runs. */
  readonly asksLogin: boolean;
};

export function taskScript(task: TaskScript): Line[] {
  const { items, hooks, isLast, isInside, utilities, asksLogin } = task;
  return [
    ...(isInside ? [plainLine('. "$SHIPPABLE_LINE_DIR/inside"')] : []),
    plainLine(isLast ? '. shippable-task' : '. shippable-task --more'),
    ...utilities,
    ...functionNames.flatMap((name) =>
      name === 'on_success' && !isLast ? [] : hookLines(name, hooks[name]),
    ),
    ...(asksLogin ? [plainLine('shippable_begin')] : []),
    ...itemLines(items),
  ];
}

function hookLines(name: string, commands: readonly Command[]): Line[] {
  const items = commands.filter(({ text }) => text !== '');
  if (items.length === 0) return [];
  const body = items.flatMap(({ text, from, before }) => [
    ...commentLines(before).map((line) => ({ ...line, text: `  ${line.text}` })),
    { text: indented(completeItem(text)), from },
  ]);
  const has = items.some(({ text }) => !isOnlyComment(text));
  return [plainLine(`${name}() {`), ...body, ...(has ? [] : [plainLine('  :')]), plainLine('}')];
}

/** A text of several lines may hold a document or a string, so it stays where it is. */
const indented = (text: string): string => (text.includes('\n') ? text : `  ${text}`);

/** Whether only the old frame itself does what it did: `return` ended an item, and the trap stood around each. */
const needsFrame = (text: string): boolean =>
  usesReturn(text) ||
  commandWords(text).some(
    ({ word, rest }) => word === 'trap' || (word === 'set' && /^-\w*[eE]/.test(rest[0] ?? '')),
  );

function itemLines(commands: readonly Command[]): Line[] {
  const items = commands.filter(({ text }) => text !== '');
  const ended = endItems(items.map(({ text }) => text));
  return items.flatMap(({ text, from, before }, index) => [
    ...commentLines(before),
    {
      text: needsFrame(text) ? `shippable_item ${quoteWord(text)}` : (ended[index] ?? text),
      from,
    },
  ]);
}
