// What machine/docker kept of the commands of a run.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyOf } from './steps.ts';

export type RanCommand = {
  readonly key: string;
  /** Nanoseconds. */
  readonly began: bigint;
  readonly ended: bigint;
  readonly printed: readonly string[];
  readonly code: number;
};

/** In the order in which they began. */
export function ranCommands(folder: string): readonly RanCommand[] {
  return readdirSync(folder)
    .map((name) => {
      const text = (file: string): string => {
        const at = join(folder, name, file);
        return existsSync(at) ? readFileSync(at, 'utf8') : '';
      };
      return {
        key: keyOfWords(text('words').split('\0').slice(0, -1)),
        began: BigInt(text('began').trim()),
        // One that never ended.
        ended: BigInt(text('ended').trim() || 2 ** 62),
        printed: text('printed').split('\n').slice(0, -1),
        code: text('code') === '' ? -1 : Number(text('code')),
      };
    })
    .sort((a, b) => (a.began < b.began ? -1 : 1));
}

/** `compose run OPTION... SERVICE WORD...`; none of the options that the workflows use has a value of its own. */
function keyOfWords(words: readonly string[]): string {
  const at = words.findIndex((word, index) => index > 1 && !word.startsWith('-'));
  return keyOf(words[at] ?? '', words.slice(at + 1));
}
