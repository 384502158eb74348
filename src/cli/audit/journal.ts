// What an audit has found out so far, one line of JSON each, so that it goes on where it stopped, asks nothing twice, and
// reads no commit twice. A line is whole or does not count. Holds texts of repositories: only its owner may read it.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import type { RepositoryAccount } from '../../estate/account.ts';
import { reasonOf } from '../../host/files/repository.ts';

type JournalEntry = {
  /** Which repository, at which commit. */
  readonly key: string;
  readonly account: RepositoryAccount;
  /** What reports show beyond the account, as they keep it. */
  readonly view?: string;
  /** The objects of the legacy files, by which branches are told apart. */
  readonly configuration?: string;
};

export type Journal = {
  readonly find: (key: string) => JournalEntry | undefined;
  /** Answers about the repository are not needed any more. */
  readonly add: (entry: JournalEntry) => void;
  /**
   * An answer of a server that this audit has been given.
   *
   * @param group the key of the repository that it is about, or a word for what is about none
   */
  readonly answer: (group: string, request: string) => unknown;
  /** The same of an audit that came to its end earlier: it may be out of date. */
  readonly earlier: (group: string, request: string) => unknown;
  readonly keepAnswer: (group: string, request: string, answer: unknown) => void;
  /** Says whether the audit came to its end. */
  readonly close: (isComplete: boolean) => void;
};

const head = 'transship audit journal';

type Answers = Map<string, Map<string, unknown>>;

/** For an audit without a file: nothing is found, and answers are asked for once all the same. */
export const noJournal: Journal = {
  find: () => undefined,
  add: () => {},
  answer: () => undefined,
  earlier: () => undefined,
  keepAnswer: () => {},
  close: () => {},
};

type State = { entries: Map<string, JournalEntry>; answers: Answers; old: Answers };

/**
 * @param options everything that changes what is found: with other ones, the file begins anew
 * @returns why the file cannot be used, in words, where it cannot
 */
export function openJournal(file: string, options: unknown): Journal | string {
  const stamp = createHash('sha256').update(JSON.stringify(options)).digest('hex');
  const first = `${JSON.stringify({ journal: head, version: 1, stamp })}\n`;
  let state: State = { entries: new Map(), answers: new Map(), old: new Map() };
  let descriptor: number;
  try {
    const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    if (text !== '' && !text.startsWith(`{"journal":"${head}"`)) {
      return 'transship did not write it';
    }
    if (text.startsWith(first)) state = readState(text.slice(0, text.lastIndexOf('\n') + 1));
    const needed = `${first}${linesOf(state)}`;
    // A new file in its place, so that an end in the middle leaves the old one.
    if (needed !== text) {
      fs.writeFileSync(`${file}.new`, needed, { mode: 0o600 });
      fs.renameSync(`${file}.new`, file);
    }
    fs.chmodSync(file, 0o600);
    descriptor = fs.openSync(file, 'a', 0o600);
  } catch (error) {
    return `it cannot be used (${reasonOf(error)})`;
  }
  const { entries, answers, old } = state;
  const write = (line: object): void => {
    fs.writeSync(descriptor, `${JSON.stringify(line)}\n`);
  };
  return {
    find: (key) => entries.get(key),
    add: (entry) => {
      entries.set(entry.key, entry);
      answers.delete(entry.key);
      write(entry);
    },
    answer: (group, request) => answers.get(group)?.get(request),
    earlier: (group, request) => old.get(group)?.get(request),
    keepAnswer: (group, request, answer) => {
      keep(answers, group, request, answer);
      write({ group, request, answer });
    },
    close: (isComplete) => {
      if (isComplete && answers.size > 0) write({ ended: true });
      fs.closeSync(descriptor);
    },
  };
}

function keep(answers: Answers, group: string, request: string, answer: unknown): void {
  const of = answers.get(group) ?? new Map();
  answers.set(group, of);
  of.set(request, answer);
}

/** Answers about repositories that are done are left out; those of an audit that ended count as old. */
function readState(text: string): State {
  const entries = new Map<string, JournalEntry>();
  let answers: Answers = new Map();
  let old: Answers = new Map();
  for (const line of text.split('\n').slice(1)) {
    let value: Partial<JournalEntry> & {
      readonly group?: string;
      readonly request?: string;
      readonly answer?: unknown;
      readonly ended?: true;
    };
    try {
      value = JSON.parse(line);
    } catch {
      continue;
    }
    if (value.key !== undefined) {
      entries.set(value.key, value as JournalEntry);
      answers.delete(value.key);
    } else if (value.group !== undefined && value.request !== undefined) {
      keep(answers, value.group, value.request, value.answer);
    } else if (value.ended) {
      old = answers;
      answers = new Map();
    }
  }
  return { entries, answers, old };
}

function linesOf({ entries, answers, old }: State): string {
  const answersOf = (from: Answers): string[] =>
    [...from].flatMap(([group, of]) =>
      [...of].map(([request, answer]) => `${JSON.stringify({ group, request, answer })}\n`),
    );
  return [
    ...answersOf(old),
    ...(old.size === 0 ? [] : [`${JSON.stringify({ ended: true })}\n`]),
    ...[...entries.values()].map((entry) => `${JSON.stringify(entry)}\n`),
    ...answersOf(answers),
  ].join('');
}
