// Aliases can make a small file large. Above these a project is refused, so that no input exhausts time or memory.

import type { SourceNode } from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';

export const limits = {
  services: 300,
  /** Values of all services together, aliases written out. */
  serviceValues: 100_000,
  /** Steps that are read, and steps that run after fan-out. */
  steps: 3000,
  /** Groups within groups. */
  depth: 60,
};

export type Budget = {
  /** False once more was spent than there is; the first time that is reported. */
  readonly spend: (amount: number, at: SourceNode) => boolean;
};

export function budget(
  total: number,
  what: string,
  { report, otherwise }: TranslationContext,
): Budget {
  let left = total;
  let told = false;
  return {
    spend: (amount, at) => {
      left -= amount;
      if (left >= 0) return true;
      const message = `there are more than ${total} ${what}; the rest is left out`;
      if (told) otherwise('too-many-values', at, message);
      else report('too-many-values', at, message);
      told = true;
      return false;
    },
  };
}
