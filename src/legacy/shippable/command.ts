// One command item of a section.

import type { ScalarNode } from '../../source/node.ts';
import type { Reader } from '../../source/readers.ts';

/** A text; a mapping is what `- echo Note: x` means to YAML, and Shippable refused it (shippable.md 1.2). */
export const command: Reader<ScalarNode> = {
  expects: 'a command',
  read: (node, { report }) => {
    if (node.kind === 'scalar') return node;
    report(
      'command-not-text',
      node,
      'a command has to be one text; Shippable refused this one',
      'put the command in quotes: a colon and a blank inside it make YAML read a mapping',
    );
    return undefined;
  },
};
