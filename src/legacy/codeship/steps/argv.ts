// The words of a command (codeship.md 3.5).

import { splitWords } from '../../../shell/words.ts';
import type { SourceNode } from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Words } from '../values/values.ts';

/** Undefined where the command, which is said to be wrong then, has none. */
export function argvOf(
  command: Words | undefined,
  { report }: TranslationContext,
): { readonly argv: readonly string[]; readonly command: readonly SourceNode[] } | undefined {
  if (command === undefined) return undefined;
  if (command.kind === 'list') {
    const argv = command.nodes.map((node) => node.text);
    if (argv.length > 0) return { argv, command: command.nodes };
    report(
      'incomplete-step',
      command.node,
      'the command is empty',
      'write a command, such as `true`',
    );
    return undefined;
  }
  const { node } = command;
  const split = splitWords(node.text);
  if (split.error !== undefined) {
    report(
      'broken-command',
      node,
      `the command cannot be split into words: a ${split.error.message}`,
      'close the quote, or put a backslash before it',
    );
    return undefined;
  }
  if (split.words.length === 0) {
    report('incomplete-step', node, 'the command is empty', 'write a command, such as `true`');
    return undefined;
  }
  return { argv: split.words, command: [node] };
}
