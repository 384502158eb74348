// One command item of a section.

import type { ScalarNode } from '../../../source/node.ts';
import type { Reader } from '../../../source/readers.ts';

/** A text; a mapping is what `- echo Note: x` means to YAML, and Shippable refused it (shippable.md 1.2). */
export const command: Reader<ScalarNode> = {
  expects: 'a command',
  read: (node, { report }) => {
    if (node.kind === 'scalar') return node;
    report(
      'command-not-text',
      node,
      'a command has to be a string; Shippable rejected this one',
      'put the command in quotes: a colon followed by a space makes YAML read a mapping',
    );
    return undefined;
  },
};
