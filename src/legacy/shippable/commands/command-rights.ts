// What only root could do: commands that get `sudo`, those that lose it, and what is told where neither helps.

import type { Call } from '../../../machine/calls/calls.ts';
import type { Edit } from '../../../machine/calls/edit.ts';
import {
  belongsToRoot,
  installerOfRoot,
  needsRoot,
  pathsWritten,
  sudoWithin,
} from '../../../machine/changed/rights.ts';
import type { Machine as MachineFacts } from '../../../machine/programs/facts.ts';
import { broughtBySetup } from '../../../machine/programs/judge-calls.ts';
import { languagePrograms } from '../../../machine/programs/language-programs.ts';
import { languageKey, languages } from '../environment/languages.ts';
import type { Command } from '../keys/config.ts';
import {
  type CallSite,
  isBrought,
  logsIn,
  type Place,
  type Shared,
  say,
} from './command-context.ts';

/** Containers took the folders of the build's own; on a runner the clone lies on the machine itself. */
export function shareClone(text: string, command: Command, shared: Shared): string {
  const shown = text.replace(
    /--volumes-from(?:=|\s+)"?\$\{?SHIPPABLE_CONTAINER_NAME\}?"?/g,
    '-v "$GITHUB_WORKSPACE:$GITHUB_WORKSPACE"',
  );
  if (shown !== text)
    say(
      shared,
      'as-before',
      command,
      '`--volumes-from` the container of the build gave its folders to another one; the clone of the runner is mounted',
    );
  return shown;
}

export const tellRaised = (what: string, command: Command, shared: Shared): void =>
  say(
    shared,
    'raised-rights',
    command,
    `\`${what}\` needs root, as everything had on Shippable; it gets \`sudo\``,
  );

/** What a subshell does to the folder ends with it. */
export function leaveSubshell(place: Place, at: number): void {
  const { until } = place;
  if (until === undefined || at < until.end) return;
  delete place.until;
  if (until.folder === undefined) delete place.folder;
  else place.folder = until.folder;
}

/** Where the subshell ends whose first command this is. */
export function subshellEnd(text: string, offset: number): number | undefined {
  if (!/(?:^|[^$\\])\(\s*$/.test(text.slice(0, offset))) return undefined;
  let depth = 1;
  for (let at = offset; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** What writes into a folder of root because it runs there, and installers that want root. */
export function raiseInPlace(
  { call, command, shared }: CallSite,
  { folder }: Place,
  edits: readonly Edit[],
): readonly Edit[] {
  const { offset, word, args } = call;
  if (offset === undefined || call.wrappers.some((one) => /^(?:sudo|su)$/.test(one.word)))
    return [];
  if (edits.some(({ start }) => start === offset)) return [];
  const isInstaller =
    /^(?:ba|da)?sh$/.test(word) &&
    args.every((arg) => arg.startsWith('-') && !arg.includes('c')) &&
    installerOfRoot.test(command.text);
  const sudo = isInstaller ? 'sudo -E ' : folder === undefined ? undefined : sudoWithin(call);
  if (sudo === undefined) return [];
  const where = isInstaller
    ? 'is an installer that needs root'
    : `writes to \`${folder}\`, which belongs to root`;
  say(shared, 'raised-rights', command, `\`${word}\` ${where}; it gets \`sudo\``);
  return [{ start: offset, end: offset, text: sudo }];
}

/** Debian's Python refuses packages of pip until it is told that they may break it. */
export const installsIntoSystemPython = ({ word, args, local }: Call, shared: Shared): boolean =>
  ((/^pip3?$/.test(word) && args[0] === 'install') ||
    (/^python3?$/.test(word) && args[0] === '-m' && args[1] === 'pip' && args[2] === 'install')) &&
  local === undefined &&
  !isBrought('python', shared) &&
  !shared.calls.some((one) => one.args.some((arg) => arg.endsWith('/bin/activate')));

/** `make install` of what was configured on the machine; the recipes of a Makefile of the repository were read. */
export function isSystemInstall({ word, args }: Call, { calls, context }: Shared): boolean {
  const builds = /^(?:make|gmake|ninja)$/.test(word) && args.includes('install');
  const cmake =
    word === 'cmake' &&
    (args.includes('--install') || (args.includes('--target') && args.includes('install')));
  if (!builds && !cmake) return false;
  if (builds && context.repository.paths.some((path) => /(?:^|\/)(?:GNUm|[mM])akefile$/.test(path)))
    return false;
  const prefixes = [...args, ...calls.flatMap((call) => call.args)].flatMap(
    (arg) =>
      /^(?:--prefix|-DCMAKE_INSTALL_PREFIX(?::PATH)?|DESTDIR|PREFIX|prefix)=(.*)$/.exec(arg)?.[1] ??
      [],
  );
  return prefixes.every((path) => belongsToRoot(path.replace(/["']/g, '')));
}

/** `chown -R www-data .`: the whole clone. */
export const givesCloneAway = ({ word, args }: Call): boolean =>
  word === 'chown' &&
  args.some((arg) => /^-\w*R|^--recursive$/.test(arg)) &&
  needsRoot(word, args) &&
  args
    .slice(1)
    .some((arg) =>
      /^(?:\.\/?|"?\$\{?(?:PWD|SHIPPABLE_BUILD_DIR|GITHUB_WORKSPACE)\}?"?\/?|`pwd`|\$\(pwd\))$/.test(
        arg,
      ),
    );

/**
 * `sudo pip install`: root's PATH lacks what the setup step brought, and the user owns it anyway. `sudo docker`: root
 * lacks what the user logged in to, since sudo drops `DOCKER_CONFIG` and changes `HOME`, and the user needs no rights.
 */
export function dropSudo({ call, text, command, machine, shared }: CallSite): readonly Edit[] {
  const { word, offset, wrappers } = call;
  const sudo = wrappers.at(-1);
  if (offset === undefined || sudo === undefined || sudo.word !== 'sudo') return [];
  const why = needlessFor(word, machine, shared);
  const asOther = sudo.args.some((arg) => /^(?:-\w*[ugis]|--(?:user|group|login|shell))/.test(arg));
  if (why === undefined || asOther) return [];
  const between = text.slice(sudo.offset, offset);
  if (between.includes('\n')) return [];
  say(shared, 'needless-sudo', command, `\`sudo ${word}\` would use ${why}; \`sudo\` is removed`);
  // `sudo A="$B" docker`: what the command is given stays, as it was written.
  const given = /\s(\w+=.*)$/.exec(between)?.[1] ?? '';
  return [{ start: sudo.offset, end: offset, text: given }];
}

/** The same in a script of the repository, which nothing here changes. */
export function reportRootLogins({ call, command, shared }: CallSite): void {
  const { word, args, wrappers, script, outer } = call;
  const isOwn = wrappers.at(-1)?.word === 'sudo';
  const keepsVariables = /\bsudo\s+(?:-\w*E|--preserve-env)/.test(command.text);
  if (word !== 'docker' || !(isOwn ? script !== undefined : outer?.isRoot) || keepsVariables)
    return;
  const action = args.find((arg) => !arg.startsWith('-'));
  if ((action !== 'push' && action !== 'pull') || !logsIn(shared)) return;
  const where = script === undefined ? '' : ` in \`${script}\``;
  say(
    shared,
    'root-logins',
    command,
    `\`${isOwn ? 'sudo ' : ''}docker ${action}\`${where} runs as root, with root's own logins, not those of the job`,
    `remove \`sudo\` ${isOwn ? `before \`docker\`${where}` : 'before the call'}: the user of the runner may use Docker`,
  );
}

/** What root would get instead of what the user has; undefined where root is meant. */
function needlessFor(
  word: string,
  machine: MachineFacts,
  { language, isSetUp, chosen }: Shared,
): string | undefined {
  if (/^docker(?:-compose)?$/.test(word))
    return machine.programs?.has('docker') === true
      ? "root's own logins, not those of the job"
      : undefined;
  const brought = chosen.find((one) => languagePrograms[one.language]?.has(word) === true);
  if (brought !== undefined && brought.language !== 'php')
    return `the runner's own ${brought.title}, not the one that is set up`;
  const key = languageKey(language);
  if (!isSetUp || broughtBySetup[key] === undefined || language === languages.php) return undefined;
  return languagePrograms[key]?.has(word) === true
    ? `the runner's own ${language.title}, not the one that is set up`
    : undefined;
}

/** `su - postgres`: a login shell would lose where the server is. */
export function keepVariables({ call, text, shared }: CallSite): readonly Edit[] {
  const { word, offset } = call;
  const { services } = shared;
  if (!/^(?:su|runuser)$/.test(word) || offset === undefined || !services.includes('postgres'))
    return [];
  const match = /^(?:su|runuser)\b[^;&|\n"']*?(\s(?:-l?|--login))(?=\s)/.exec(text.slice(offset));
  if (match?.[1] === undefined) return [];
  const end = offset + match[0].length;
  return [{ start: end - match[1].length, end, text: '' }];
}

/** `sudo -u postgres psql`: the server is at the end of a variable that sudo would drop. */
export function keepEnvironment({ call, shared }: CallSite): readonly Edit[] {
  const { word, args, wrappers } = call;
  const { services } = shared;
  const sudo = wrappers.at(-1);
  if (sudo?.word !== 'sudo' || !services.includes('postgres')) return [];
  const isClient = /^(?:psql|createdb|dropdb|createuser|dropuser|pg_\w+)$/.test(word);
  const isAdministrator =
    (/^(?:su|runuser)$/.test(word) && args.includes('postgres')) ||
    sudo.args.some((arg) => /^(?:--user=|-u)?postgres$/.test(arg));
  if (!isClient && !isAdministrator) return [];
  if (sudo.args.some((arg) => /^-\w*E|^--preserve-env/.test(arg))) return [];
  const end = sudo.offset + 'sudo'.length;
  return [{ start: end, end, text: ' -E' }];
}

/** What needs root within a script: the functions of the section reach bash alone; others run as root whole. */
export function raiseScript({ call, command, needs, shared }: CallSite): readonly Edit[] {
  const { word, args, wrappers, script, outer, local } = call;
  const owned = [...needs.folders];
  if (outer?.isRoot || wrappers.some((one) => one.word === 'sudo')) return [];
  const isForeign = (path: string): boolean =>
    belongsToRoot(path) &&
    !owned.some((folder) => path === folder || path.startsWith(`${folder}/`));
  const targets = call.command.redirections.flatMap(({ operator, target }) =>
    operator.startsWith('>') && isForeign(target.value ?? '') ? [target.value ?? ''] : [],
  );
  const written = pathsWritten(word, args).filter((path) => isForeign(path.replace(/["']/g, '')));
  if (!needsRoot(word, args) && targets.length === 0 && written.length === 0) return [];
  const where = script === undefined ? '' : ` in \`${script}\``;
  const what = written.length > 0 ? [word, ...written].join(' ') : [word, ...targets].join(' > ');
  // A package manager that runs as root gives its scripts to somebody else.
  if (outer === undefined || local !== undefined || /^(?:source|\.)$/.test(outer.word)) {
    say(
      shared,
      'needs-root',
      command,
      `\`${what}\`${where} needs root`,
      `put \`sudo\` before it${script === undefined ? '' : ` in \`${script}\``}`,
    );
    return [];
  }
  const key = `${outer.word}\n${outer.offset}\n${command.text}`;
  const edit = { start: outer.offset, end: outer.offset, text: 'sudo -E env "PATH=$PATH" ' };
  if (shared.raised.has(key)) return [edit];
  shared.raised.add(key);
  say(
    shared,
    'script-as-root',
    command,
    `\`${what}\`${where} needs root, so \`${outer.word}\` runs as root, as on Shippable`,
    'put `sudo` before the call in the file, and remove it from the workflow',
  );
  return [edit];
}
