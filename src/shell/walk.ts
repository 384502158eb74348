// A walk over all commands of a syntax tree, with the place where each runs.

import type { Command, List, Word } from './syntax.ts';

/** Where a command runs, seen from the shell that reads the text. */
export type Place = {
  /** In a process of its own: what it sets, and that it exits, stays there. */
  readonly subshell: boolean;
  /** In the body of a function. */
  readonly function: boolean;
};

const topPlace: Place = { subshell: false, function: false };

/** Visits every command of a list, those inside of other commands and of words included. */
export function walkCommands(
  list: List,
  visit: (command: Command, place: Place) => void,
  place: Place = topPlace,
): void {
  for (const { pipelines, background } of list.statements) {
    for (const { commands } of pipelines) {
      const alone = commands.length === 1 && !background;
      for (const command of commands) {
        walkCommand(command, visit, alone ? place : { ...place, subshell: true });
      }
    }
  }
}

function walkCommand(
  command: Command,
  visit: (command: Command, place: Place) => void,
  place: Place,
): void {
  visit(command, place);
  const apart = { ...place, subshell: true };
  const lists = (inner: readonly List[], at: Place): void => {
    for (const list of inner) walkCommands(list, visit, at);
  };
  const words = (all: readonly Word[]): void => {
    for (const word of all) lists(word.substitutions, apart);
  };
  if (command.kind === 'simple') {
    words(command.assignments);
    words(command.words);
  } else if (command.kind === 'function') {
    walkCommand(command.body, visit, { ...place, function: true });
  } else if ('substitutions' in command) {
    lists(command.substitutions, apart);
  } else {
    const inside = command.kind === 'subshell' ? apart : place;
    words(command.words);
    lists(command.conditions, inside);
    lists(command.bodies, inside);
  }
  for (const { target, body } of command.redirections) {
    words([target]);
    lists(body ?? [], apart);
  }
}
