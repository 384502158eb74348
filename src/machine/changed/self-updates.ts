// Tools that update themselves to a release of today, which does not run on the language version of the job any more.

import type { Call } from '../calls/calls.ts';
import type { Edit } from '../calls/edit.ts';
import { npmReleaseFor } from '../languages/npm-releases.ts';
import { majorOfNode } from '../versions/node.ts';

export type SelfUpdate = {
  readonly edits: readonly Edit[];
  readonly why: string;
};

/** The newest npm that each Node.js runs, by the major versions that npm names as its engines. */
const npmRelease =
  '$(node -p \'v=parseInt(process.versions.node);v<4?2:v<6?4:v<10?6:v<12?7:v<14?8:v<18?9:v<20?10:"latest"\')';

/** Gems without a version, for Bundler, which knows what each Ruby runs; `gem` takes the newest and gives up. */
function installedByBundler([verb, ...rest]: readonly string[]): string | undefined {
  const names = rest.filter((arg) => !/^--(?:no-(?:ri|rdoc|document)|quiet|force)$/.test(arg));
  if (!/^i(?:nstall)?$/.test(verb ?? '') || names.length === 0) return undefined;
  if (!names.every((name) => /^[a-z][\w-]*$/i.test(name))) return undefined;
  const lines = ['https://rubygems.org', ...names].map((name, at) =>
    at === 0 ? `"source '${name}'"` : `"gem '${name}'"`,
  );
  return `cd "$(mktemp -d)" && printf '%s\\n' ${lines.join(' ')} > Gemfile && env -u BUNDLE_GEMFILE bundle install`;
}

/** As one word for a program or an assignment in front, which cannot start a subshell. */
const asProgram = (script: string): string => `sh -c '${script.replaceAll("'", `'\\''`)}'`;

type NpmProject = {
  /** Packages that the project lists itself, in releases of its own. */
  readonly listed: ReadonlySet<string>;
  /** npm may be told to take the packages of an earlier day: what it takes needs no later ones. */
  readonly asOfThen?: boolean;
};

/** What a call gets in place of a release that its language version does not run. `versions`: those of the job. */
export function selfUpdate(
  { word, args, offset, command, wrappers }: Call,
  text: string,
  language: string,
  versions: readonly string[],
  { listed, asOfThen = false }: NpmProject,
): SelfUpdate | undefined {
  if (offset === undefined) return undefined;
  const before = (major: number, minor = 0): boolean =>
    versions.some((version) => {
      const [, a, b = '0'] = /^v?(\d+)(?:\.(\d+))?/.exec(version) ?? [];
      if (a === undefined) return false;
      return Number(a) < major || (Number(a) === major && Number(b) < minor);
    });
  const wordAt = (pattern: RegExp): { start: number; end: number } | undefined => {
    const line = text.slice(offset).split(/[;&|\n]/, 1)[0] ?? '';
    const found = pattern.exec(line);
    if (found === null) return undefined;
    const start = offset + found.index;
    return { start, end: start + found[0].length };
  };
  // `sudo` is taken away where the Ruby is the job's own.
  const isBare =
    command.assignments.length === 0 && wrappers.every((one) => /^(?:sudo|time)$/.test(one.word));
  if (language === 'ruby' && word === 'gem' && before(3, 2)) {
    if (args[0] === 'update' && args.includes('--system') && !args.some((arg) => /^\d/.test(arg)))
      return {
        edits: [{ start: offset, end: offset, text: isBare ? ': ' : 'true ' }],
        why: 'the RubyGems of today does not run on this Ruby; the one that is there stays',
      };
    const isPlain =
      /^i(?:nstall)?$/.test(args[0] ?? '') &&
      args.includes('bundler') &&
      !args.some((arg) => /^(?:-v.*|--version.*|--conservative)$/.test(arg));
    const at = isPlain ? wordAt(/\bbundler(?=\s|$)/) : undefined;
    if (at !== undefined)
      return {
        edits: [{ start: at.end, end: at.end, text: ' --conservative' }],
        why: 'the Bundler of today does not run on this Ruby; the one that is there stays',
      };
    const byBundler = installedByBundler(args);
    const end = command.words.at(-1)?.end;
    if (byBundler !== undefined && end !== undefined && before(3))
      return {
        edits: [{ start: offset, end, text: isBare ? `(${byBundler})` : asProgram(byBundler) }],
        why: '`gem` takes the newest release, whatever this Ruby runs; Bundler takes one that it does',
      };
  }
  if (language !== 'node_js' || !/^(?:npm|yarn)$/.test(word)) return undefined;
  const isGlobal = args.some((arg) => /^(?:-g|--global|global)$/.test(arg));
  const verbs = word === 'npm' ? /^(?:i|install|add|update|upgrade|up)$/ : /^add$/;
  if (!args.some((arg) => verbs.test(arg))) return undefined;
  const majors = versions.map(majorOfNode);
  const edits = args.flatMap((arg): readonly Edit[] => {
    const name = /^(@?[\w./-]+?)(?:@(?:latest|next|\*))?$/.exec(arg)?.[1];
    if (name === undefined || (!isGlobal && listed.has(name))) return [];
    const release =
      name !== 'npm'
        ? npmReleaseFor(name, majors, asOfThen && word === 'npm')
        : word === 'npm' && isGlobal && before(20, 17)
          ? npmRelease
          : undefined;
    if (release === undefined) return [];
    const escaped = arg.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const at = wordAt(new RegExp(`(?<=\\s)["']?${escaped}["']?(?=\\s|$)`));
    const wanted = `${name}@${release}`;
    return at === undefined ? [] : [{ ...at, text: /[$<]/.test(release) ? `"${wanted}"` : wanted }];
  });
  if (edits.length === 0) return undefined;
  return {
    edits,
    why: 'the newest release does not run on this Node.js; it becomes the newest that does',
  };
}
