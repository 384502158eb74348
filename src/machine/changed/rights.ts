// What only root may do, for commands that were written for a machine where everybody was root.

import { parseShell } from '../../shell/parse.ts';
import { walkCommands } from '../../shell/walk.ts';
import type { Call } from '../calls/calls.ts';
import type { Edit } from '../calls/edit.ts';
import { quoteAt } from '../calls/edit.ts';
import { words } from '../programs/facts.ts';

/** Programs that change the machine whatever their arguments are. */
const always: ReadonlySet<string> = new Set(
  words(`apt-get apt aptitude add-apt-repository apt-add-repository apt-key service useradd userdel usermod adduser deluser addgroup delgroup
    groupadd groupdel groupmod chpasswd su chroot mount umount modprobe iptables ufw locale-gen update-locale
    update-ca-certificates dpkg-reconfigure debconf-set-selections start-stop-daemon update-rc.d invoke-rc.d mkswap
    swapon swapoff visudo runuser ldconfig losetup insmod a2enmod a2dismod a2ensite a2dissite apachectl apache2ctl
    update-java-alternatives shutdown reboot gitlab-runner`),
);

/** Programs that need root for some arguments only. */
const sometimes: Readonly<Record<string, (args: readonly string[]) => boolean>> = {
  dpkg: (args) =>
    args.some((arg) =>
      /^(?:-[irPa]|--(?:install|remove|purge|configure|add-architecture|unpack)(?:=.*)?)$/.test(
        arg,
      ),
    ),
  systemctl: (args) => !args.some((arg) => /^(?:status|is-|show|list-|cat$|--user$)/.test(arg)),
  snap: (args) => /^(?:install|remove|refresh)$/.test(args[0] ?? ''),
  sysctl: (args) => args.some((arg) => arg === '-w' || arg === '-p' || arg.includes('=')),
  hostname: (args) => args.length > 0 && !args[0]?.startsWith('-'),
  hostnamectl: (args) => args[0] === 'set-hostname',
  date: (args) => args.some((arg) => /^(?:-s|--set)/.test(arg)),
  'update-alternatives': (args) =>
    args.some((arg) => /^--(?:set|install|config|auto|remove)/.test(arg)),
  ip: (args) => args.some((arg) => /^(?:add|del|delete|set)$/.test(arg)),
  ifconfig: (args) => args.length > 1,
  // Only root gives files to others.
  chown: (args) =>
    !/^\$[({]?(?:USER|LOGNAME|UID|id|whoami)/.test(args.find((arg) => !arg.startsWith('-')) ?? ''),
  pecl: (args) => args[0] === 'install',
  pear: (args) => args[0] === 'install',
  luarocks: (args) => args[0] === 'install',
  nginx: () => true,
  git: (args) => args[0] === 'config' && args.includes('--system'),
  find: (args) =>
    belongsToRoot(args[0] ?? '') && args.some((arg) => /^-(?:delete|exec|execdir|ok)$/.test(arg)),
  'apt-mark': () => true,
};

/** No password is asked for reading; these are the answers of the shell. */
export function needsRoot(word: string, args: readonly string[]): boolean {
  const name = /^\/(?:usr\/)?s?bin\/([\w.-]+)$/.exec(word)?.[1] ?? word;
  if (/^\/etc\/init\.d\//.test(word)) return true;
  if (always.has(name)) return !/^(?:--version|-v|--help|download|source)$/.test(args[0] ?? '');
  return Object.hasOwn(sometimes, name) && (sometimes[name]?.(args) ?? false);
}

/**
 * Folders that the runner's user may write. The image opens `/opt` and `/usr/share` to everybody (actions/runner-images,
 * images/ubuntu/scripts/build/configure-system.sh).
 */
const ownFolder =
  /^\/(?:tmp|dev|home\/runner|github|var\/tmp|run\/user|opt|usr\/share|proc\/(?:self|\d+))(?:\/|$)/;

/** Whether only root may write at a path. */
export const belongsToRoot = (path: string): boolean =>
  path.startsWith('/') && !ownFolder.test(path) && path !== '/';

/** A folder that a build made for itself, so that its user may own it: not among programs and settings. */
const mayBeOwned = (path: string): boolean =>
  belongsToRoot(path) &&
  !/^\/(?:etc|usr|bin|sbin|lib|lib64|boot|root|sys|var\/lib|var\/run|run)(?:\/|$)/.test(path);

/** `/app/log` with `/app`, which nobody had before; not `/opt` with `/opt/tool`. */
const withOwnRoot = (path: string): string[] => {
  const [, root = ''] = path.split('/');
  return /^(?:opt|srv|var|mnt|media)$/.test(root) ? [path] : [`/${root}`, path];
};

const isOption = (arg: string): boolean => arg.startsWith('-') && arg !== '-';

/** The paths that a file command writes, as far as its words tell. */
export function pathsWritten(word: string, args: readonly string[]): readonly string[] {
  const plain = args.filter((arg) => !isOption(arg));
  const after = (...flags: readonly string[]): string[] =>
    args.flatMap((arg, at) => {
      const next = args[at + 1];
      if (flags.includes(arg)) return next === undefined ? [] : [next];
      const flag = flags.find((one) =>
        one.length === 2 ? arg.startsWith(one) && arg.length > 2 : arg.startsWith(`${one}=`),
      );
      return flag === undefined ? [] : [arg.slice(flag.length).replace(/^=/, '')];
    });
  switch (word) {
    case 'mkdir':
    case 'rm':
    case 'rmdir':
    case 'touch':
    case 'tee':
    case 'truncate':
    case 'mkfifo':
      return plain;
    case 'chmod':
    case 'chown':
    case 'chgrp':
      return plain.slice(1);
    case 'mv':
      return plain;
    case 'cp':
    case 'ln':
    case 'install':
    case 'rsync':
      return [...plain.slice(-1), ...after('-t', '--target-directory')];
    case 'tar':
      return after('-C', '--directory');
    case 'unzip':
      return after('-d');
    case 'sed':
      return args.some((arg) => /^(?:-[a-zA-Z]*i|--in-place)/.test(arg)) ? plain.slice(1) : [];
    case 'curl':
      return after('-o', '--output');
    case 'wget':
      return after('-O', '-P', '--output-document', '--directory-prefix');
    case 'openssl':
      return after('-out', '-keyout');
    case 'git':
      return plain[0] === 'clone' && plain.length > 2 ? plain.slice(-1) : [];
    default:
      return [];
  }
}

export type RightsChange = {
  readonly edits: readonly Edit[];
  /** Folders to be made, for the user, before the script. */
  readonly folders: readonly string[];
  /** What got root's rights, as written. */
  readonly raised: readonly string[];
  /** Paths that root would have written, and that no edit helps. */
  readonly left?: readonly string[];
};

/** The folder after a call, as far as it is one of root's: undefined elsewhere, and where nobody can tell. */
export function folderOfRoot(
  { word, args }: Pick<Call, 'word' | 'args'>,
  folder: string | undefined,
  owned: readonly string[],
): string | undefined {
  if (word !== 'cd' && word !== 'pushd') return word === 'popd' ? undefined : folder;
  const target = (args.find((arg) => !isOption(arg)) ?? '~').replace(/["']/g, '');
  if (!/^[\w./-]+$/.test(target) || target === '-') return undefined;
  if (!target.startsWith('/') && folder === undefined) return undefined;
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : `${folder}/${target}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const moved = `/${parts.join('/')}`;
  const isOwned = owned.some((own) => moved === own || moved.startsWith(`${own}/`));
  return belongsToRoot(moved) && !isOwned ? moved : undefined;
}

/** Programs that write into the folder in which they run, with the `sudo` that lets them. */
export function sudoWithin({ word, args }: Pick<Call, 'word' | 'args'>): string | undefined {
  const isRelative = (path: string): boolean => !/^["']?[/~$]/.test(path);
  const written = pathsWritten(word, args);
  if (written.length > 0) return written.some(isRelative) ? 'sudo ' : undefined;
  switch (word) {
    case 'tar':
      return args.some((arg) => /^-?[A-Za-z]*x|^--extract|^--get$/.test(arg)) ? 'sudo ' : undefined;
    case 'curl':
      return args.some((arg) => /^(?:-[A-Za-z]*O|--remote-name)/.test(arg)) ? 'sudo ' : undefined;
    case 'git':
      return args[0] === 'clone' ? 'sudo ' : undefined;
    case 'unzip':
    case 'wget':
    case 'gunzip':
    case 'bunzip2':
    case 'patch':
      return 'sudo ';
    default:
      return /^(?:g?make|cmake|ninja|npm|yarn|bower|composer|bundle|ant|mvn|gradle|scons|(?:bash )?\.\/(?:configure|autogen\.sh|bootstrap\S*|buildconf|install\S*))$/.test(
        word,
      )
        ? 'sudo -E env "PATH=$PATH" '
        : undefined;
  }
}

/** Installers behind a pipe that want root, and say so; others use sudo themselves, or the home. */
export const installerOfRoot =
  /https?:\/\/[^\s'"]*(?:nodesource\.com\/setup|packagecloud\.io\/install|omnitruck|chef\.(?:io|sh)\/(?:chef\/)?install|bootstrap\.saltstack|script\.(?:deb|rpm)\.sh)/;

/** The edits that give a call of the text what root had. `owned`: folders that the user has been given. */
export function raiseRights(call: Call, text: string, owned: readonly string[]): RightsChange {
  const none: RightsChange = { edits: [], folders: [], raised: [] };
  const { offset, word, args, command, wrappers } = call;
  if (offset === undefined || wrappers.some((one) => one.word === 'sudo' || one.word === 'su'))
    return none;
  const isOwned = (path: string): boolean =>
    owned.some((folder) => path === folder || path.startsWith(`${folder}/`));
  const sudo =
    command.assignments.length > 0 ||
    /\bDEBIAN_FRONTEND\b/.test(text) ||
    /^(?:su|runuser)$/.test(word)
      ? 'sudo -E '
      : 'sudo ';
  // Words before the first wrapper are assignments, which `sudo -E` keeps.
  const edit: Edit = { start: offset, end: offset, text: sudo };
  if (needsRoot(word, args)) return { edits: [edit], folders: [], raised: [word] };
  const written = pathsWritten(word, args)
    .map((path) => path.replace(/["']/g, ''))
    .filter(belongsToRoot);
  if (written.length === 0 || written.every(isOwned)) return none;
  if (word === 'mkdir' && written.every(mayBeOwned)) {
    const folders = written.filter((path) => /^[\w./-]+$/.test(path));
    if (folders.length === written.length) {
      const hasParents = args.some((arg) => /^(?:-[a-z]*p[a-z]*|--parents)$/.test(arg));
      return {
        edits: hasParents
          ? []
          : [{ start: offset + 'mkdir'.length, end: offset + 'mkdir'.length, text: ' -p' }],
        folders: [...new Set(folders.flatMap(withOwnRoot))],
        raised: [],
      };
    }
  }
  return { edits: [edit], folders: [], raised: [word] };
}

/** `echo x >> /etc/hosts` as a pipe into `sudo tee`. */
export function raiseRedirections(
  call: Call,
  text: string,
  owned: readonly string[],
  /** The folder of root in which the call runs. */
  folder?: string,
): RightsChange {
  const none: RightsChange = { edits: [], folders: [], raised: [] };
  const { offset, command } = call;
  if (offset === undefined || command.words[0]?.start !== offset) return none;
  const edits: Edit[] = [];
  const raised: string[] = [];
  const left: string[] = [];
  for (const { operator, target } of command.redirections) {
    const path = (target.value ?? target.raw).replace(/["']/g, '');
    const isWithin = folder !== undefined && /^[\w.]/.test(path);
    if (!/^[\d&]*>[>|]?$/.test(operator) || !(belongsToRoot(path) || isWithin)) continue;
    if (owned.some((folder) => path.startsWith(`${folder}/`))) continue;
    const start = text.lastIndexOf(operator, target.start);
    // `2> file` stays: only the output of the command goes through a pipe.
    if (/^[\d&]/.test(operator) || /[\d&]/.test(text.charAt(start - 1))) {
      left.push(path);
      continue;
    }
    if (start < 0 || quoteAt(text, start) !== '') continue;
    edits.push({
      start,
      end: target.end,
      text: `| sudo tee ${operator === '>>' ? '-a ' : ''}${target.raw} > /dev/null`,
    });
    raised.push(`${operator} ${path}`);
  }
  return { edits, folders: [], raised, left };
}

/** `{ …; } > /etc/x`, `for … done >> /etc/x`: what the whole command writes, as a pipe into `sudo tee`. */
export function raiseCompounds(text: string): RightsChange {
  const edits: Edit[] = [];
  const raised: string[] = [];
  walkCommands(parseShell(text), (command) => {
    if (command.kind === 'simple' || command.kind === 'function') return;
    for (const { operator, target } of command.redirections) {
      const path = (target.value ?? target.raw).replace(/["']/g, '');
      if (!/^>[>|]?$/.test(operator) || !belongsToRoot(path)) continue;
      const start = text.lastIndexOf(operator, target.start);
      if (start < 0 || /[\d&]/.test(text.charAt(start - 1)) || quoteAt(text, start) !== '')
        continue;
      edits.push({
        start,
        end: target.end,
        text: `| sudo tee ${operator === '>>' ? '-a ' : ''}${target.raw} > /dev/null`,
      });
      raised.push(`${operator} ${path}`);
    }
  });
  return { edits, folders: [], raised };
}
