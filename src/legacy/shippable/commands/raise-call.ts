// Rights of root for one call of the file itself: where a runner's user may not do it, it gets `sudo`, and the folders
// that it makes or enters are remembered for the calls behind it.

import type { Call } from '../../../machine/calls/calls.ts';
import type { Edit } from '../../../machine/calls/edit.ts';
import {
  folderOfRoot,
  type RightsChange,
  raiseRedirections,
  raiseRights,
} from '../../../machine/changed/rights.ts';
import { type CallSite, isBrought, type Place, type Shared, say } from './command-context.ts';
import {
  givesCloneAway,
  isSystemInstall,
  keepVariables,
  leaveSubshell,
  raiseInPlace,
  subshellEnd,
  tellRaised,
} from './command-rights.ts';

/**
 * What changes at the call itself.
 * @param before what other passes change there; a call that has `sudo` by them gets no second one
 */
export function raiseCall(
  site: CallSite,
  offset: number,
  place: Place,
  before: readonly Edit[],
): readonly Edit[] {
  const { call, text, command, needs, shared } = site;
  const edits = [...keepVariables(site), ...raiseInstalls(site, offset)];
  if (givesCloneAway(call)) {
    say(
      shared,
      'needs-root',
      command,
      `\`${[call.word, ...call.args].join(' ')}\` changes the owner of the clone, and later commands, which do not run as root, can no longer write there`,
      'add `&& sudo chmod -R a+rwX .`, or only change the owner of the folders that the server writes to',
    );
  }
  const owned = [...needs.folders];
  leaveSubshell(place, offset);
  edits.push(...raiseInPlace(site, place, [...before, ...edits]));
  follow(call, text, offset, place, owned);
  for (const change of [
    raiseRights(call, text, owned),
    raiseRedirections(call, text, owned, place.folder),
  ]) {
    edits.push(...change.edits);
    for (const folder of change.folders) needs.folders.add(folder);
    tell(change, site);
  }
  return edits;
}

/** Installations into the folders of the machine: of gems, of `setup.py`, of what was built from source. */
function raiseInstalls({ call, command, shared }: CallSite, offset: number): readonly Edit[] {
  const edits: Edit[] = [];
  if (call.wrappers.some((one) => one.word === 'sudo')) return edits;
  const isSystemGem =
    call.word === 'gem' && call.args[0] === 'install' && !isBrought('ruby', shared);
  if (isSystemGem) {
    edits.push({ start: offset, end: offset, text: 'sudo ' });
    say(
      shared,
      'raised-rights',
      command,
      "`gem install` needs root, because the runner's own Ruby belongs to root; it gets `sudo`",
    );
  }
  if (isSetupScript(call, shared) || isSystemInstall(call, shared)) {
    edits.push({ start: offset, end: offset, text: 'sudo -E env "PATH=$PATH" ' });
    say(
      shared,
      'raised-rights',
      command,
      `\`${[call.word, ...call.args].join(' ')}\` writes where only root can; it gets \`sudo\``,
    );
  }
  return edits;
}

/** `python setup.py install` into the Python of the machine. */
const isSetupScript = ({ word, args }: Call, shared: Shared): boolean =>
  /^python[\d.]*$/.test(word) &&
  args[0] === 'setup.py' &&
  /^(?:install|develop)$/.test(args[1] ?? '') &&
  !args.includes('--user') &&
  !isBrought('python', shared) &&
  !shared.calls.some((one) => one.args.some((arg) => arg.endsWith('/bin/activate')));

/** Where the calls behind this one run. */
function follow(
  call: Call,
  text: string,
  offset: number,
  place: Place,
  owned: readonly string[],
): void {
  const end = subshellEnd(text, offset);
  if (call.word === 'cd' && end !== undefined) place.until = { end, folder: place.folder };
  const moved = folderOfRoot(call, place.folder, owned);
  if (moved === undefined) delete place.folder;
  else place.folder = moved;
}

function tell({ raised, left, folders }: RightsChange, { command, shared }: CallSite): void {
  for (const what of raised) tellRaised(what, command, shared);
  for (const path of left ?? []) {
    say(
      shared,
      'needs-root',
      command,
      `only root can write to \`${path}\``,
      'write to a file under `$RUNNER_TEMP`',
    );
  }
  for (const folder of folders) {
    say(
      shared,
      'raised-rights',
      command,
      `only root can create \`${folder}\`; a step creates it for the user of the runner`,
    );
  }
}
