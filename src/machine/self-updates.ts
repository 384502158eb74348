// Tools that update themselves to a release of today, which does not run on the language version of the job any more.

import type { Call } from './calls.ts';
import type { Edit } from './edit.ts';

export type SelfUpdate = {
  readonly edit: Edit;
  readonly why: string;
};

/** The newest npm that each Node.js runs, by the major versions that npm names as its engines. */
const npmRelease =
  'npm@$(node -p \'v=parseInt(process.versions.node);v<4?2:v<6?4:v<10?6:v<12?7:v<14?8:v<18?9:v<20?10:"latest"\')';

/** What a call gets in place of a release that its language version does not run. `versions`: those of the job. */
export function selfUpdate(
  { word, args, offset }: Call,
  text: string,
  language: string,
  versions: readonly string[],
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
  if (language === 'ruby' && word === 'gem' && before(3, 2)) {
    if (args[0] === 'update' && args.includes('--system') && !args.some((arg) => /^\d/.test(arg)))
      return {
        edit: { start: offset, end: offset, text: ': ' },
        why: 'the RubyGems of today does not run on this Ruby; the one that is there stays',
      };
    const isPlain =
      /^i(?:nstall)?$/.test(args[0] ?? '') &&
      args.includes('bundler') &&
      !args.some((arg) => /^(?:-v.*|--version.*|--conservative)$/.test(arg));
    const at = isPlain ? wordAt(/\bbundler(?=\s|$)/) : undefined;
    if (at !== undefined)
      return {
        edit: { start: at.end, end: at.end, text: ' --conservative' },
        why: 'the Bundler of today does not run on this Ruby; the one that is there stays',
      };
  }
  if (language === 'node_js' && word === 'npm' && before(20, 17)) {
    const isGlobal = args.some((arg) => arg === '-g' || arg === '--global');
    const isNpm = args.some((arg) => /^npm(?:@(?:latest|next|\*))?$/.test(arg));
    if (!isGlobal || !isNpm || !/^(?:i|install|update|upgrade|up)$/.test(args[0] ?? ''))
      return undefined;
    const at = wordAt(/(?<=\s)["']?npm(?:@(?:latest|next|\*))?["']?(?=\s|$)/);
    if (at === undefined) return undefined;
    return {
      edit: { ...at, text: `"${npmRelease}"` },
      why: 'the npm of today does not run on this Node.js; it becomes the newest that does',
    };
  }
  return undefined;
}
