// What an audit has found out so far, one line of JSON each, so that it goes on where it stopped and reads no commit
// twice. A line is whole or does not count. Holds texts of repositories: only its owner may read it.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import type { RepositoryAccount } from '../../estate/account.ts';
import { reasonOf } from '../../host/repository.ts';

type JournalEntry = {
  /** Which repository, at which commit. */
  readonly key: string;
  readonly account: RepositoryAccount;
  /** What reports show beyond the account, as they keep it. */
  readonly view?: string;
};

export type Journal = {
  readonly find: (key: string) => JournalEntry | undefined;
  readonly add: (entry: JournalEntry) => void;
  /** An answer of a server, by what was asked; undefined where it was never given. */
  readonly answer: (request: string) => unknown;
  readonly keepAnswer: (request: string, answer: unknown) => void;
  readonly close: () => void;
};

const head = 'transship audit journal';

/** For an audit without a file. */
export const noJournal: Journal = {
  find: () => undefined,
  add: () => {},
  answer: () => undefined,
  keepAnswer: () => {},
  close: () => {},
};

/**
 * @param options everything that changes what is found: with other ones, the file begins anew
 * @returns why the file cannot be used, in words, where it cannot
 */
export function openJournal(file: string, options: unknown): Journal | string {
  const stamp = createHash('sha256').update(JSON.stringify(options)).digest('hex');
  const first = `${JSON.stringify({ journal: head, version: 1, stamp })}\n`;
  const entries = new Map<string, JournalEntry>();
  const answers = new Map<string, unknown>();
  let descriptor: number;
  try {
    const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    if (text !== '' && !text.startsWith(`{"journal":"${head}"`)) {
      return 'transship did not write it';
    }
    const isUsable = text.startsWith(first);
    const whole = isUsable ? text.slice(0, text.lastIndexOf('\n') + 1) : first;
    if (isUsable) readLines(whole, entries, answers);
    if (whole !== text) fs.writeFileSync(file, whole, { mode: 0o600 });
    fs.chmodSync(file, 0o600);
    descriptor = fs.openSync(file, 'a', 0o600);
  } catch (error) {
    return `it cannot be used (${reasonOf(error)})`;
  }
  const write = (line: object): void => {
    fs.writeSync(descriptor, `${JSON.stringify(line)}\n`);
  };
  return {
    find: (key) => entries.get(key),
    add: (entry) => {
      entries.set(entry.key, entry);
      write(entry);
    },
    answer: (request) => answers.get(request),
    keepAnswer: (request, answer) => {
      answers.set(request, answer);
      write({ request, answer });
    },
    close: () => fs.closeSync(descriptor),
  };
}

function readLines(
  text: string,
  entries: Map<string, JournalEntry>,
  answers: Map<string, unknown>,
): void {
  for (const line of text.split('\n').slice(1)) {
    let value: Partial<JournalEntry & { request: string; answer: unknown }>;
    try {
      value = JSON.parse(line);
    } catch {
      continue;
    }
    if (value.key !== undefined) entries.set(value.key, value as JournalEntry);
    else if (value.request !== undefined) answers.set(value.request, value.answer);
  }
}
