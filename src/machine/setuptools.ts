// setuptools, which `setup.py` runs on: Python comes without it from 3.12 on, and it has no command `test` from 72 on.

import type { Call } from './calls.ts';
import type { Edit } from './edit.ts';

/** `python setup.py test`, also by `coverage run`. */
const argumentsOfSetup = ({ args }: Call): readonly string[] | undefined => {
  const at = args.findIndex((arg) => /(?:^|\/)setup\.py$/.test(arg));
  return at < 0 ? undefined : args.slice(at + 1);
};

/** Versions as setup-python spells them: `3` is the newest. */
const isFrom = (version: string, minor: number): boolean =>
  version === '3' || (/^3\.\d+/.test(version) && Number(version.split('.')[1]) >= minor);

/** What a step installs for `setup.py`, as a word of the shell; undefined where each Python has what it needs. */
export function setuptoolsFor(
  calls: readonly Call[],
  versions: readonly string[],
): string | undefined {
  const runs = calls.flatMap((call) => {
    const found = argumentsOfSetup(call);
    return found === undefined ? [] : [found];
  });
  if (runs.length === 0 || !versions.some((version) => isFrom(version, 12))) return undefined;
  return runs.some((args) => args.includes('test')) ? "'setuptools<72'" : 'setuptools';
}

/** `pip install --upgrade setuptools` in a job that has `setup.py test` run. */
export function keepsTests(
  { word, args, command, offset }: Call,
  calls: readonly Call[],
  versions: readonly string[],
): readonly Edit[] {
  const isPip = /^pip[\d.]*$/.test(word) || (/^python/.test(word) && args.includes('pip'));
  if (!isPip || !args.includes('install') || offset === undefined) return [];
  if (!versions.some((version) => isFrom(version, 8))) return [];
  if (!calls.some((call) => argumentsOfSetup(call)?.includes('test') === true)) return [];
  return command.words.flatMap(({ value, start, end }) =>
    value === 'setuptools' ? [{ start, end, text: "'setuptools<72'" }] : [],
  );
}
