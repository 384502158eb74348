// What `npm run X`, `yarn X` and `composer X` run: the scripts that `package.json` and `composer.json` name.

import { objectOf, parseJson } from '../../ground/json.ts';
import type { Repository } from '../../ground/repository.ts';
import { remembered } from '../../shell/remembered.ts';

type Project = {
  readonly scripts: Readonly<Record<string, readonly string[]>>;
  /** Packages whose programs the scripts find. */
  readonly packages: readonly string[];
};

export type PackageCall = {
  readonly file: 'package.json' | 'composer.json';
  readonly folder?: string;
  /** In their order; a name that the file has not runs nothing. */
  readonly scripts: readonly string[];
};

const around = (name: string): string[] => [`pre${name}`, name, `post${name}`];
const installing = [...around('install'), 'prepublish', 'prepare'];
const composerOwn =
  /^(?:install|update|require|remove|self-?update|config|global|show|validate|dump-?autoload|create-project|clear-?cache|diagnose|init|outdated|status|search|depends|archive|about|licenses|audit|i|u)$/;

/** The scripts that a call runs; undefined for every other program. */
export function readPackageCall(word: string, args: readonly string[]): PackageCall | undefined {
  if (!/^(?:npm|yarn|yarnpkg|pnpm|composer|composer\.phar)$/.test(word)) return undefined;
  const at = args.findIndex((arg) => /^(?:--prefix|--cwd|-C|-d|--working-dir)$/.test(arg));
  const glued = args.find((arg) => /^--(?:prefix|cwd|working-dir)=/.test(arg));
  const folder = glued?.replace(/^[^=]*=/, '') ?? (at < 0 ? undefined : args[at + 1]);
  const plain = args.filter((arg, index) => !arg.startsWith('-') && (at < 0 || index !== at + 1));
  const [first, second] = plain;
  const place = folder === undefined ? {} : { folder };
  const isGlobal = args.includes('-g') || args.includes('--global') || first === 'global';
  const runs = first === 'run' || first === 'run-script';
  if (word.startsWith('composer')) {
    const name = runs ? second : first;
    if (name === undefined) return undefined;
    const event = /^(?:install|update|i|u)$/.exec(name)?.[0].startsWith('u') ? 'update' : 'install';
    const scripts =
      runs || !composerOwn.test(name) ? [name] : [`pre-${event}-cmd`, `post-${event}-cmd`];
    return runs || !composerOwn.test(name) || /^(?:install|update|i|u)$/.test(name)
      ? { file: 'composer.json', ...place, scripts }
      : undefined;
  }
  const call = (scripts: readonly string[]): PackageCall => ({
    file: 'package.json',
    ...place,
    scripts,
  });
  if (isGlobal) return undefined;
  if (runs) return second === undefined ? undefined : call(around(second));
  if (/^(?:test|t|tst)$/.test(first ?? '')) return call(around('test'));
  if (/^(?:start|stop|restart)$/.test(first ?? '')) return call(around(first ?? ''));
  if (word.startsWith('yarn') || word === 'pnpm') {
    if (first === undefined || first === 'install') return call(installing);
    return call(around(first));
  }
  // With a name behind it, a package is installed and the project's own scripts rest.
  return /^(?:install|i|ci)$/.test(first ?? '') && second === undefined
    ? call(installing)
    : undefined;
}

/** The texts that a shell gets, and what the project lists. */
export function packageCommands(
  text: string,
  { scripts: wanted }: PackageCall,
): { readonly texts: readonly string[]; readonly packages: readonly string[] } {
  const { scripts, packages } = parseProject(text);
  const texts: string[] = [];
  const done = new Set<string>();
  const run = (name: string): void => {
    if (done.has(name) || !Object.hasOwn(scripts, name)) return;
    done.add(name);
    for (const entry of scripts[name] ?? []) {
      // Composer: another script, or a method of PHP, which runs no program.
      const other = /^@([\w:-]+)/.exec(entry)?.[1];
      if (other === undefined) {
        if (!/^[\w\\]+::\w+$/.test(entry)) texts.push(entry);
      } else if (Object.hasOwn(scripts, other)) run(other);
      else texts.push(entry.slice(1));
    }
  };
  for (const name of wanted) run(name);
  return { texts, packages };
}

const parseProject = remembered((text): Project => {
  const file = fileOf(text);
  const scripts = Object.fromEntries(
    Object.entries(objectOf(file['scripts'])).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string'),
    ]),
  );
  const packages = [
    'dependencies',
    'devDependencies',
    'optionalDependencies',
    'require',
    'require-dev',
  ].flatMap((key) => Object.keys(objectOf(file[key])));
  return { scripts, packages: packages.map((name) => name.split('/').at(-1) ?? name) };
});

/** Names of the packages that the `package.json` of the root lists. */
export function npmPackages(repository: Repository): ReadonlySet<string> {
  const file = fileOf(repository.read('package.json') ?? '');
  return new Set(
    ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((key) =>
      Object.keys(objectOf(file[key])),
    ),
  );
}

/** The ranges of the packages that the `package.json` of the root lists, and that of Node.js among its engines. */
export function npmRanges(repository: Repository): {
  readonly ranges: ReadonlyMap<string, string>;
  readonly node?: string;
} {
  const file = fileOf(repository.read('package.json') ?? '');
  const node = objectOf(file['engines'])['node'];
  const ranges = new Map(
    ['dependencies', 'devDependencies'].flatMap((key) =>
      Object.entries(objectOf(file[key])).map(([name, range]): [string, string] => [
        name,
        String(range),
      ]),
    ),
  );
  return typeof node === 'string' ? { ranges, node } : { ranges };
}

/** Commands ask for the same file again and again. One that is not JSON runs nothing that could be read. */
const fileOf = remembered((text) => objectOf(parseJson(text.replace(/^\uFEFF/, ''))));
