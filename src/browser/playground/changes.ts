// Of a folder that was dropped, a key changes one file: the worker keeps the rest, and only what changed is sent to it.

import { defined } from '../../ground/defined.ts';
import type { InputChanges, PlaygroundInput } from './messages.ts';

/** The page's side: what to send of each input. */
export function createSender(): (input: PlaygroundInput) => InputChanges {
  let sent = new Map<string, string>();
  let names: Pick<PlaygroundInput, 'paths' | 'held'> | undefined;
  return ({ files, paths, held, ...rest }) => {
    const next = new Map(files.map(({ path, text }) => [path, text]));
    const changed = files.filter(({ path, text }) => sent.get(path) !== text);
    const removed = [...sent.keys()].filter((path) => !next.has(path));
    sent = next;
    const same = names !== undefined && names.paths === paths && names.held === held;
    if (same) return { ...rest, files: changed, removed };
    names = { paths, ...defined({ held }) };
    return { ...rest, files: changed, removed, names };
  };
}

/** The worker's side: the whole input again. */
export function createReceiver(): (changes: InputChanges) => PlaygroundInput {
  const texts = new Map<string, string>();
  let names: Pick<PlaygroundInput, 'paths' | 'held'> = { paths: [] };
  return ({ files, removed, names: given, ...rest }) => {
    for (const path of removed) texts.delete(path);
    for (const { path, text } of files) texts.set(path, text);
    names = given ?? names;
    return { ...rest, ...names, files: [...texts].map(([path, text]) => ({ path, text })) };
  };
}
