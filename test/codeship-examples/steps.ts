// What a steps file says that is run, and in which order (codeship.md 3.2 to 3.6), read apart from the product. It
// knows what the examples use: no patterns, no quotes in the middle of a word.

import { parse } from 'yaml';

export type Command = {
  readonly service: string;
  readonly words: readonly string[];
  /** Service and words as one text. */
  readonly key: string;
  /** Keys of the commands that have to be over before this one begins. */
  readonly after: readonly string[];
};

export type Pipeline = {
  readonly commands: readonly Command[];
  /** Names of images that are pushed. */
  readonly pushes: readonly string[];
};

type Item = {
  readonly type?: 'run' | 'push' | 'serial' | 'parallel' | 'matrix';
  readonly service?: string;
  readonly services?: readonly string[];
  readonly command?: string;
  readonly steps?: readonly Item[];
  readonly tag?: string;
  readonly image_name?: string;
};

export function pipelineOf(text: string, branch: string): Pipeline {
  const commands: Command[] = [];
  const pushes: string[] = [];
  /** Gives the keys of what it added. */
  const visit = (item: Item, inherited: string, after: readonly string[]): readonly string[] => {
    if (item.tag !== undefined && item.tag !== branch) return [];
    const service = item.service ?? inherited;
    const steps = item.steps ?? [];
    const inOrder = (own: string): readonly string[] => {
      const done: string[] = [];
      for (const step of steps) done.push(...visit(step, own, [...after, ...done]));
      return done;
    };
    switch (item.type ?? 'run') {
      case 'run': {
        const words = wordsOf(item.command ?? '');
        const key = keyOf(service, words);
        commands.push({ service, words, key, after });
        return [key];
      }
      case 'push':
        pushes.push(item.image_name ?? '');
        return [];
      case 'serial':
        return inOrder(service);
      case 'parallel':
        return steps.flatMap((step) => visit(step, service, after));
      case 'matrix':
        return (item.services ?? []).flatMap(inOrder);
    }
  };
  visit({ type: 'serial', steps: parse(text) as readonly Item[] }, '', []);
  return { commands, pushes };
}

export const keyOf = (service: string, words: readonly string[]): string =>
  `${service}: ${words.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ')}`;

const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
