// Whether a job needs its language at all: `language: python` with commands that only call docker needs none.

import type { Reading } from '../calls/calls.ts';
import { builtins } from './base-programs.ts';
import { languagePrograms, opaquePrograms } from './language-programs.ts';
import { hostedRunner } from './machines.ts';

/** Shippable's own words, which use no language. */
const neutral = /^(?:shippable_\w+|shipctl|docker-compose|heroku|jfrog)$/;

/** False only where every command was read, and none runs anything of the language. */
export function usesLanguage(language: string, readings: readonly Reading[]): boolean {
  const own = languagePrograms[language];
  if (own === undefined) return true;
  if (readings.some(({ hasUnread }) => hasUnread)) return true;
  const functions = new Set(readings.flatMap((reading) => [...reading.functions]));
  return readings.some(({ calls }) =>
    calls.some(({ word, isLiteral, script, wrappers }) => {
      if (functions.has(word) || neutral.test(word)) return false;
      if (!isLiteral || own.has(word)) return true;
      // A script that was read runs nothing by itself; its commands are calls of their own.
      if (word.includes('/') && script === undefined && wrappers.length === 0)
        return !readings.some(({ scripts }) => scripts.some((path) => word.endsWith(path)));
      if (opaquePrograms.has(word)) return !/^(?:\.|source|env|bash|sh|eval)$/.test(word);
      return !builtins.has(word) && !hostedRunner.programs?.has(word);
    }),
  );
}
