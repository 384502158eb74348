// What is said of a conversion beyond its values: linter findings that are the user's own, badges, and actions without a
// commit. The command, the root action and the playground say the same.

import { basicTrace } from '../convert/basic-trace.ts';
import type { Conversion } from '../convert/convert.ts';
import { type Code, codeRow } from '../diagnostic/codes.ts';
import type { Repository } from '../ground/repository.ts';
import { type FoundPin, ownRepository } from '../interfaces/pins.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { sourceFile } from '../source/source-file.ts';
import { inheritedFindings } from './inherited.ts';
import { findOldBadges } from './old-badges.ts';

/** The diagnostics that a finished conversion gets besides its own. */
export function furtherFindings(
  conversion: Conversion,
  repository: Repository,
  { pin, exact }: FoundPin,
): readonly Diagnostic[] {
  const trace = conversion.sources.some(({ system }) => system === 'codeship')
    ? undefined
    : basicTrace(repository);
  const isUnread = conversion.diagnostics.some(({ code }) => code === 'file-unreadable');
  const nothing = trace === undefined && !isUnread ? [nothingFound()] : [];
  return [
    ...inheritedFindings(conversion),
    ...(trace === undefined ? [] : [basicFound(trace)]),
    ...(conversion.sources.length === 0 ? nothing : findOldBadges(repository)),
    ...(exact ? [] : unpinned(conversion, pin.commit)),
    ...nativeParallel(conversion),
  ];
}

/** A diagnostic about a whole file, or about none. */
export function fileDiagnostic(
  code: Code,
  file: string | undefined,
  message: string,
  help: string,
): Diagnostic {
  const { severity } = codeRow(code);
  const at = file === undefined ? {} : { at: { file: sourceFile(file, ''), start: 0, end: 0 } };
  return { code, severity, message, help, ...at };
}

/** @param where what names the folder: PATH of the command, or an input of the action */
export const nothingToCompare = (where: string): Diagnostic =>
  fileDiagnostic(
    'nothing-to-compare',
    undefined,
    `nothing to compare: there is no legacy file at ${where}`,
    `if you are done, delete the job or step that checks; otherwise pass the folder of the repository as ${where}`,
  );

const nothingFound = (): Diagnostic =>
  fileDiagnostic(
    'no-configuration',
    undefined,
    'the folder contains no configuration of Shippable or CodeShip',
    'pass the folder of the repository; `transship explain no-configuration` lists the files',
  );

const basicFound = (trace: string): Diagnostic =>
  fileDiagnostic(
    'basic-project',
    trace,
    'this file belongs to a CodeShip Basic project, whose commands were in the dashboard, not in the repository',
    'run `transship basic`, which asks for them, or save the project object from the API as `codeship-basic.json`; then run `transship convert`',
  );

/** What reads workflows and does not know parallel steps. */
const nativeParallel = ({ files }: Conversion): Diagnostic[] =>
  files
    .filter(({ path: at, content }) => at.endsWith('.yml') && /^ {6}- parallel:$/m.test(content))
    .map(({ path: at }) =>
      fileDiagnostic(
        'native-parallel',
        at,
        'it has parallel steps, which GitHub supports; act, and actionlint up to 1.7.12, reject the key',
        'you do not have to do anything for GitHub; `--parallel=shell` writes one script instead',
      ),
    );

/** Only a workflow that names one of our actions has something to pin. */
const unpinned = ({ files }: Conversion, ref: string): Diagnostic[] =>
  files
    .filter(({ content }) => content.includes(`${ownRepository}/actions/`))
    .map(({ path: at }) =>
      fileDiagnostic(
        'unpinned-own-action',
        at,
        `the actions of transship are referenced by \`${ref}\`, which is not a commit`,
        'add the commit of the release under `own-actions` in the settings',
      ),
    );
