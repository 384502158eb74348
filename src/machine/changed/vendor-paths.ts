// Folders of the vendors' machines, and what is there on GitHub.

import { type Edit, quoteAt } from '../calls/edit.ts';

type PathRow = {
  readonly pattern: RegExp;
  /** What stands for it, as a shell expands it; undefined where nothing does. */
  readonly to?: (match: RegExpExecArray) => string;
  /** Also inside of an image that the user boots: the path is of the clone, not of the machine. */
  readonly everywhere?: true;
  readonly help: string;
};

/** In the order in which they are looked for: the longer ones first. */
const rows: readonly PathRow[] = [
  {
    pattern:
      /\/(?:root|home\/\w+)\/(?:workspace\/)?src\/(?:github\.com|bitbucket\.org|gitlab\.com)\/[\w.-]+\/[\w.-]+/,
    to: () => '$GITHUB_WORKSPACE',
    everywhere: true,
    help: 'use `$GITHUB_WORKSPACE` for the clone',
  },
  {
    // GOPATH of the older format: the clone lay below it.
    pattern: /\/(?:root|home\/shippable)\/workspace(?=\/?(?:["'\s;:]|$)|\/(?:bin|pkg|src)\b)/,
    to: () => '$HOME',
    help: 'use `$HOME`, which is `GOPATH`',
  },
  {
    pattern: /\/usr\/lib\/jvm\/java-(?:1\.)?(\d+)-(?:openjdk|oracle)(?:-amd64)?/,
    to: ([, version]) => `$JAVA_HOME_${version}_X64`,
    help: 'use `$JAVA_HOME`',
  },
  {
    pattern: /\/build\/state(?=\/|\b)/,
    to: () => '$JOB_STATE',
    everywhere: true,
    help: 'use `$JOB_STATE`',
  },
  {
    pattern: /\/shippableci(?=\/|\b)/,
    to: () => '$SHIPPABLE_ARTIFACTS_DIR',
    everywhere: true,
    help: 'use `$SHIPPABLE_ARTIFACTS_DIR`',
  },
  {
    // The keys of the subscription and of the project; those of integrations are written by their names.
    pattern: /\/tmp\/ssh\/(?:00_sub|01_deploy)(?:\.pub)?|\$\{?SUBSCRIPTION_PRIVATE_KEY\b\}?/,
    everywhere: true,
    help: 'this key went with Shippable: add a deploy key or a token of your own as a secret, and use that',
  },
  {
    pattern: /\/root\/\.nvm\/versions\/node\/v[\d.]+\/lib\/node_modules/,
    to: () => '$(npm root -g)',
    help: 'use `$(npm root -g)`',
  },
  {
    pattern: /\/root\/\.nvm\/versions\/node\/v[\d.]+/,
    to: () => '$(npm prefix -g)',
    help: 'use `$(npm prefix -g)`',
  },
  {
    // The home of the older images, where a file of a user is meant.
    pattern: /\/home\/shippable(?=\/\.|["'\s;:]|$)/,
    to: () => '$HOME',
    help: 'use `$HOME`',
  },
  {
    pattern: /\/home\/shippable\/[^\s'"]+/,
    help: 'remove the command, or write down what it did: it was a program or a folder of the vendor',
  },
  {
    pattern: /\/root(?=\/|["'\s;:]|$)/,
    to: () => '$HOME',
    help: 'use `$HOME`',
  },
];

type PathChange = {
  readonly edits: readonly Edit[];
  /** Paths that nothing can stand for where they are. */
  readonly left: readonly { readonly path: string; readonly help: string }[];
  readonly mapped: readonly { readonly path: string; readonly to: string }[];
};

/** Programs whose arguments name paths of another machine, except the first part of a volume. */
const elsewhere =
  /(?:^|[\s;&|(])(?:docker|docker-compose|kubectl|ssh|scp|rsync|heroku)\s(?:(?![;&|\n]).)*$/;
const ofVolume = /(?:-v|--volume)[=\s]+["']?$/;

/** The edits of a command's text. `isOwnImage`: it runs in an image that has folders of its own. */
export function mapPaths(text: string, isOwnImage: boolean): PathChange {
  const edits: Edit[] = [];
  const left: { path: string; help: string }[] = [];
  const mapped: { path: string; to: string }[] = [];
  for (const { pattern, to, everywhere, help } of rows) {
    if (isOwnImage && everywhere !== true) continue;
    const all = new RegExp(pattern.source, 'g');
    for (let match = all.exec(text); match !== null; match = all.exec(text)) {
      const start = match.index;
      const end = start + match[0].length;
      const before = text.slice(0, start);
      // Only a whole path: not `https://host/root`, not `/srv/root`, not `$X/root`.
      if (
        /[\w.}$)/-]$/.test(before) ||
        edits.some((edit) => start < edit.end && end > edit.start)
      ) {
        continue;
      }
      if (elsewhere.test(before) && !ofVolume.test(before)) continue;
      if (to === undefined || quoteAt(text, start) === "'") {
        left.push({ path: match[0], help });
        continue;
      }
      const replacement = to(match);
      edits.push({ start, end, text: replacement });
      mapped.push({ path: match[0], to: replacement });
    }
  }
  return { edits, left, mapped };
}
