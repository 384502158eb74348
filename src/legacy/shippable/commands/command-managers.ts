// Commands of version managers: what they choose is set up already, and their files are not there.

import type { Call } from '../../../machine/calls/calls.ts';
import type { Edit } from '../../../machine/calls/edit.ts';
import { installRow } from '../../../machine/programs/installs.ts';
import type { broughtBySetup } from '../../../machine/programs/judge-calls.ts';
import { managerUse, sourcedManager } from '../../../machine/programs/version-managers.ts';
import {
  buildPlace,
  type LanguageName,
  type LanguageRow,
  languageKey,
  languages,
} from '../environment/languages.ts';
import type { Command } from '../keys/config.ts';
import { type CallSite, isBrought, type Shared, say } from './command-context.ts';
import { adaptPhp, versionsOf } from './command-languages.ts';

/** `[ -s FILE ] && source FILE`, where a version manager was that no runner has: false would end the section. */
export const dropGuards = (text: string): string =>
  text.replace(
    /(?:\[\[?|\btest)\s+-[a-z]\s+\S+(?:\s+\]\]?)?\s*&&\s*((?:source|\.)\s+(\S+))/g,
    (whole, source: string, path: string) => {
      const manager = sourcedManager(path.replace(/["']/g, ''))?.manager;
      return manager === undefined || manager === 'nvm' ? whole : source;
    },
  );

/** Calls of version managers, and the files of theirs that are sourced. */
export function adaptManager(site: CallSite): readonly Edit[] | undefined {
  const { call, text, command, machine, shared } = site;
  const { word, args, offset } = call;
  if (machine.programs === undefined) return undefined;
  if (word === 'source' || word === '.') return adaptSource(site);
  const run = /[/]/.test(word) ? sourcedManager(word) : undefined;
  if (run !== undefined && /^(?:rvm|gvm)$/.test(run.manager) && offset !== undefined) {
    // A manager's file, run instead of sourced, did nothing to the shell.
    return [{ start: offset, end: offset + word.length, text: ':' }];
  }
  const use = managerUse(call);
  if (use === undefined) return undefined;
  if (use.manager === 'nvm') return adaptNvm(site, use.version);
  if (use.manager === 'phpenv' && /^config-/.test(args[0] ?? '')) return adaptPhp(site).edits;
  if (use.manager === 'sdk') return adaptSdk(site);
  if (use.version !== undefined) {
    checkVersion(use.language, use.version, `${word} ${args.join(' ')}`, command, shared);
  }
  // The stand-in for the one program serves the other as well.
  const set = offset === undefined ? null : /^shipctl\s+jdk\s+set(?=\s)/.exec(text.slice(offset));
  return set === null || offset === undefined
    ? []
    : [{ start: offset, end: offset + set[0].length, text: 'jdk_switcher use' }];
}

/** Where people had the installers of the managers from. */
const installers: readonly { readonly language: LanguageName; readonly pattern: RegExp }[] = [
  { language: 'ruby', pattern: /\bget\.rvm\.io\b|\brvm-installer$|\brbenv-installer\b/ },
  { language: 'go', pattern: /\bgvm-installer\b/ },
  { language: 'python', pattern: /\bpyenv-installer\b|\bpyenv\.run\b/ },
  { language: 'php', pattern: /\bphpenv-install(?:er)?(?:\.sh)?$/ },
];

/** `curl get.rvm.io | bash`, where a step has set up what the manager would: the shell behind it gets nothing to do. */
export function adaptInstaller({ call, command, shared }: CallSite): readonly Edit[] {
  const { word, args, offset } = call;
  const end = call.command.words.at(-1)?.end;
  if (!/^(?:curl|wget)$/.test(word) || offset === undefined || end === undefined) return [];
  const row = installers.find(
    ({ language, pattern }) =>
      isBrought(language, shared) && args.some((arg) => pattern.test(arg.replace(/["']/g, ''))),
  );
  // A download into a file is run by another command.
  if (row === undefined || args.some((arg) => /^-(?:\w*[oO]|-output|-remote-name)/.test(arg)))
    return [];
  const manager = args.find((arg) => row.pattern.test(arg.replace(/["']/g, ''))) ?? word;
  say(
    shared,
    'version-manager',
    command,
    `\`${manager}\` is not run: a step sets up what it would install`,
  );
  return [{ start: offset, end, text: ':' }];
}

/** `source ~/.nvm/nvm.sh`, `. ve/bin/activate`: the file of a manager that no runner has becomes `:`. */
function adaptSource(site: CallSite): readonly Edit[] | undefined {
  const { call, command, shared } = site;
  const { word, args, offset } = call;
  const path = (args[0] ?? '').replace(/["']/g, '');
  const sourced = sourcedManager(path);
  if (sourced === undefined || offset === undefined) return undefined;
  if (sourced.manager === 'nvm') {
    // Without the version that the file names nvm would end the section; a command installs it later.
    const end = call.command.words[call.command.words.length - args.length]?.end;
    return args.length === 1 &&
      end !== undefined &&
      shared.context.repository.paths.includes('.nvmrc')
      ? [{ start: end, end, text: ' --no-use' }]
      : [];
  }
  const isMade = shared.calls.some(
    (one) =>
      /^(?:virtualenv|pyvenv|python[\d.]*)$/.test(one.word) &&
      one.args.some(
        (arg) => arg !== '' && path.startsWith(`${arg.replace(/["']/g, '').replace(/\/$/, '')}/`),
      ),
  );
  if (sourced.manager === 'virtualenv' && isMade) return undefined;
  if (sourced.manager === 'sdk') {
    if (installsSdk(shared.calls)) return [];
    const isNeeded = shared.calls.some((one) => one.word === 'sdk' && jdkOfSdk(one) === undefined);
    if (!isNeeded) return [{ start: offset, end: offset + word.length, text: ':' }];
    bringSdk(path, site);
    return [];
  }
  checkVersion(sourced.language, sourced.version, path, command, shared);
  return [{ start: offset, end: offset + word.length, text: ':' }];
}

const installsSdk = (calls: readonly Call[]): boolean =>
  calls.some(({ args }) => args.some((arg) => /\bget\.(?:sdkman\.io|gvmtool\.net)\b/.test(arg)));

/** A step brings SDKMAN to the runner, as Shippable's images had it. */
function bringSdk(what: string, site: CallSite): void {
  const { call, command, machine, needs, shared } = site;
  const row = installRow('sdk');
  if (machine.user === 'root' || row === undefined) {
    tellMissing(what, site);
    return;
  }
  if (needs.rows.has(row)) return;
  needs.rows.add(row);
  const inScript = call.script === undefined ? '' : `, in \`${call.script}\``;
  say(
    shared,
    'installed-program',
    command,
    `${machine.title} lacks \`sdk\`${inScript}; a step installs it`,
  );
}

/** The JDK of the runner that a call of SDKMAN chooses; SDKMAN itself serves the releases of today alone. */
function jdkOfSdk({ args }: Call): string | undefined {
  const [verb, candidate, version = ''] = args.filter((arg) => !arg.startsWith('-'));
  if (candidate !== 'java' || !/^(?:i|install|u|use|d|default)$/.test(verb ?? '')) return undefined;
  return /^(?:1\.)?(8|11|17|21|25)(?:$|[.u+-])/.exec(version)?.[1];
}

/** Calls of SDKMAN. */
function adaptSdk(site: CallSite): readonly Edit[] {
  const { call, text, command, machine, shared } = site;
  const { args, offset } = call;
  const called = ['sdk', ...args].join(' ');
  const jdk = machine.user === 'runner' ? jdkOfSdk(call) : undefined;
  const end = call.command.words.at(-1)?.end;
  if (jdk !== undefined && offset !== undefined && end !== undefined) {
    say(
      shared,
      'as-before',
      command,
      `\`${called}\`: SDKMAN has only the newest releases of a JDK; the job switches to JDK ${jdk} of the runner`,
    );
    // In a pipeline the switch would be lost with the subshell.
    const isPiped = /\|\s*$/.test(text.slice(0, offset));
    return [
      { start: offset, end, text: `${isPiped ? 'true; ' : ''}jdk_switcher use openjdk${jdk}` },
    ];
  }
  if (args[1] === 'java' && args[2] !== undefined && !args[2].startsWith('-'))
    say(
      shared,
      'version-switch',
      command,
      `\`${called}\`: SDKMAN has only the newest releases of a JDK`,
      'name the version under `jdk` and convert again',
    );
  if (!installsSdk(shared.calls)) bringSdk('sdk', site);
  return [];
}

/** Calls of nvm, which runners have and images have not. */
function adaptNvm(
  { call, text, command, machine, needs, shared }: CallSite,
  version: string | undefined,
): readonly Edit[] {
  const { args, offset } = call;
  if (machine.user === 'root') {
    say(
      shared,
      'missing-program',
      command,
      `${machine.title} lacks \`nvm\``,
      'use the version in the image',
    );
    return [];
  }
  const chosen = version?.includes('$')
    ? versionsOf(shared.language, shared)
    : version === undefined
      ? []
      : [version];
  if (
    chosen.some((one) => /^v?(?:0|[1-5])(?:\.|$)|^iojs/.test(one)) &&
    !(shared.machine.kind === 'runner' && shared.machine.nvm === true)
  )
    needs.oldNpm = true;
  // A version that the vendor's machine had is still to be installed here; `install` also chooses it.
  const called = offset === undefined ? undefined : /^nvm\s+use(?=\s)/.exec(text.slice(offset));
  const isNamed = /^(?:default|system|node|stable)?$/.test(
    args.filter((arg) => !arg.startsWith('-'))[1] ?? '',
  );
  return called === null || called === undefined || offset === undefined || isNamed
    ? []
    : [{ start: offset, end: offset + called[0].length, text: 'nvm install' }];
}

const tellMissing = (what: string, { command, shared }: CallSite): void =>
  say(
    shared,
    'version-switch',
    command,
    `runners do not have \`${what}\``,
    'set up what it selected with a step',
  );

/** Whether the version that a command chooses is the one that the job has. */
function checkVersion(
  language: keyof typeof broughtBySetup,
  version: string | undefined,
  what: string,
  command: Command,
  shared: Shared,
): void {
  const { context } = shared;
  // The step that brings it is told once.
  if (shared.chosen.some((one) => one.language === language)) return;
  const row = languages[language as keyof typeof languages] as LanguageRow | undefined;
  if (version === undefined || row === undefined) return;
  const isOwn =
    languageKey(shared.language) === language &&
    (shared.isSetUp || shared.machine.kind === 'official');
  const tellSame = (): void =>
    say(
      shared,
      'version-manager',
      command,
      `\`${what}\` selects what the setup step has already set up`,
    );
  // The versions of the rows themselves: `$SHIPPABLE_RUBY_VERSION`.
  if (isOwn && /\$/.test(version)) {
    tellSame();
    return;
  }
  const asked = /\$/.test(version) ? undefined : row.choose(version, buildPlace(context)).spelled;
  // The runner has several JDKs, and the stand-in switches between them.
  if (language === 'java' && /^(?:8|11|17|21|25)$/.test(asked ?? '')) return;
  const key = row.versionKey;
  const chosen = versionsOf(row, shared);
  const same =
    isOwn &&
    asked !== undefined &&
    chosen.length > 0 &&
    chosen.every(
      (one) => one === asked || one.startsWith(`${asked}.`) || asked.startsWith(`${one}.`),
    );
  if (same) {
    tellSame();
    return;
  }
  say(
    shared,
    'version-switch',
    command,
    `\`${what}\` selected ${row.title}${asked === undefined ? '' : ` ${asked}`} from several on Shippable's machine; the job has ${isOwn && chosen.length > 0 ? chosen.join(', ') : "the runner's own"}`,
    `set the version under \`${key}\` with \`language: ${language}\` and convert again, or set it up with a step`,
  );
}
