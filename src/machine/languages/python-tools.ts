// Tools of Python that its versions of today gave up. Python comes without setuptools from 3.12 on, and setuptools has no
// command `test` from 72 on. nose runs on no Python from 3.10 on; pynose has the same modules and programs.

import type { Call } from '../calls/calls.ts';
import type { Edit } from '../calls/edit.ts';

/** `python setup.py test`, also by `coverage run`. */
const argumentsOfSetup = ({ args }: Call): readonly string[] | undefined => {
  const at = args.findIndex((arg) => /(?:^|\/)setup\.py$/.test(arg));
  return at < 0 ? undefined : args.slice(at + 1);
};

/** Versions as setup-python spells them: `3` is the newest. */
export const isFrom = (version: string, minor: number): boolean =>
  version === '3' || (/^3\.\d+/.test(version) && Number(version.split('.')[1]) >= minor);

/** What a step installs for `setup.py`, as a word of the shell; undefined where each Python has what it needs. */
export function setuptoolsFor(
  calls: readonly Call[],
  versions: readonly string[],
  /** Something is built that needs a setuptools of old. */
  holdsBack = false,
): string | undefined {
  const runs = calls.flatMap((call) => {
    const found = argumentsOfSetup(call);
    return found === undefined ? [] : [found];
  });
  if (runs.length === 0) return undefined;
  if (holdsBack) return "'setuptools<58'";
  if (!versions.some((version) => isFrom(version, 12))) return undefined;
  return runs.some((args) => args.includes('test')) ? "'setuptools<72'" : 'setuptools';
}

/** What brings `nosetests` to these versions. */
export const noseFor = (versions: readonly string[]): 'nose' | 'pynose' =>
  versions.some((version) => isFrom(version, 10)) ? 'pynose' : 'nose';

type Replaced = {
  readonly edits: readonly Edit[];
  /** Each for a message. */
  readonly why: readonly string[];
};

/** What takes the place of packages that a command installs. `calls`: all of the job. */
export function replacePythonTools(
  { word, args, command, offset }: Call,
  calls: readonly Call[],
  versions: readonly string[],
): Replaced {
  const isPip = /^pip[\d.]*$/.test(word) || (/^python/.test(word) && args.includes('pip'));
  if (!isPip || !args.includes('install') || offset === undefined) return { edits: [], why: [] };
  const runsTests = calls.some((call) => argumentsOfSetup(call)?.includes('test') === true);
  const rows = [
    {
      name: /^setuptools$/,
      to: "'setuptools<72'",
      why: 'setuptools has no command `test` from 72 on; the last release before is installed',
      isNeeded: runsTests && versions.some((version) => isFrom(version, 8)),
    },
    {
      name: /^nose(?:[=~<>]=?1\..*)?$/,
      to: 'pynose',
      why: 'nose runs on no Python from 3.10 on; pynose, which has the same programs, is installed',
      isNeeded: noseFor(versions) === 'pynose',
    },
  ].filter(({ isNeeded }) => isNeeded);
  const found = command.words.flatMap(({ value, start, end }) =>
    rows
      .filter(({ name }) => name.test(value ?? ''))
      .map(({ to, why }) => ({ edit: { start, end, text: to }, why })),
  );
  return { edits: found.map(({ edit }) => edit), why: found.map(({ why }) => why) };
}
