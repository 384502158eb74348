// Packages of Python that Shippable's own images had in the virtualenv of every version (the recipes of u14pytall and
// u16pytall): nose, mock, pytest, coverage, and lxml where it could be built. Projects called them without installing them.

import type { Repository } from '../../ground/repository.ts';
import type { Call } from '../calls/calls.ts';

type Package = {
  readonly name: string;
  /** Programs that it brings, also as `python -m NAME`. */
  readonly programs: readonly string[];
  /** What the tests of a project import. */
  readonly module: string;
  /** Names of packages that bring it too. */
  readonly by: RegExp;
};

const packages: readonly Package[] = [
  { name: 'nose', programs: ['nosetests', 'nose'], module: 'nose', by: /^nose(?![\w.-])/i },
  { name: 'mock', programs: [], module: 'mock', by: /^mock(?![\w.-])/i },
  { name: 'pytest', programs: ['pytest', 'py.test'], module: 'pytest', by: /^pytest/i },
  {
    name: 'coverage',
    programs: ['coverage'],
    module: 'coverage',
    by: /^(?:coverage|codecov|coveralls|pytest-cov|nose-cov|nosexcover)(?![\w.-])/i,
  },
  { name: 'lxml', programs: [], module: 'lxml', by: /^lxml(?![\w.-])/i },
];

/** The programs that they bring. */
export const preinstalledPrograms: ReadonlySet<string> = new Set(
  packages.flatMap(({ programs }) => programs),
);

export type Preinstalled = {
  readonly name: string;
  /** The place in `sections` of the first that calls it; absent where only a file of the tests imports it. */
  readonly command?: number;
};

/** What the commands, each with its calls, or the tests of the repository use and nothing installs. */
export function preinstalledPython(
  commands: readonly (readonly Call[])[],
  repository: Repository,
): readonly Preinstalled[] {
  const called = commands.map((calls) => calls.flatMap(programOf));
  if (!called.some((words) => words.some((word) => testPrograms.has(word)))) return [];
  const installed = commands.flat().flatMap((call) => installedBy(call, repository));
  const lacking = packages.filter(({ by }) => !installed.some((one) => by.test(one)));
  const imported = importsOfTests(repository, lacking);
  return lacking.flatMap(({ name, programs, module }) => {
    const command = called.findIndex((words) => words.some((word) => programs.includes(word)));
    if (command >= 0) return [{ name, command }];
    return imported.has(module) ? [{ name }] : [];
  });
}

/** Without one of these, nothing of a project's tests runs. */
const testPrograms = new Set(
  'nosetests nose pytest py.test coverage unittest unittest2 manage.py setup.py runtests.py tests.py'.split(
    ' ',
  ),
);

/** The program, or what `python` runs. */
function programOf({ word, args }: Call): readonly string[] {
  const name = word.replace(/^.*\//, '').replace(/-?[23](?:\.\d+)?$/, '');
  if (!/^python$/.test(name)) return [name];
  const module = args[args.indexOf('-m') + 1];
  if (args.includes('-m')) return module === undefined ? [] : [module];
  const script = args.find((arg) => !arg.startsWith('-'));
  return script === undefined ? [] : [script.replace(/^.*\//, '')];
}

/** The names of the packages that a call installs, those of the files that it names included. */
function installedBy({ word, args }: Call, repository: Repository): readonly string[] {
  const isPip = /^(?:.*\/)?pip[\d.]*$/.test(word) || (/python/.test(word) && args.includes('pip'));
  if (!isPip && !/^(?:easy_install|conda)/.test(word)) return [];
  const names: string[] = [];
  args.forEach((arg, index) => {
    const file = /^(?:-r|--requirement)$/.test(arg)
      ? args[index + 1]
      : /^(?:-r|--requirement=)(.+)$/.exec(arg)?.[1];
    if (file === undefined) names.push(arg);
    else names.push(...requirements(file.replace(/^\.\//, ''), repository, 0));
  });
  return names;
}

/** The lines of a file of requirements, and of those that it includes. */
function requirements(path: string, repository: Repository, depth: number): readonly string[] {
  const text = depth > 3 ? undefined : repository.read(path);
  return (text ?? '').split(/\r?\n/).flatMap((line) => {
    const included = /^\s*(?:-r|--requirement)[ =]*(\S+)/.exec(line)?.[1];
    if (included === undefined) return [line.trim()];
    const folder = path.includes('/') ? path.replace(/[^/]*$/, '') : '';
    return requirements(`${folder}${included}`.replace(/^\.\//, ''), repository, depth + 1);
  });
}

/** Of all files, the first hundreds with tests in their path say enough. */
const mostFiles = 300;

function importsOfTests(repository: Repository, lacking: readonly Package[]): ReadonlySet<string> {
  const found = new Set<string>();
  const wanted = new Set(lacking.map(({ module }) => module));
  const files = repository.paths.filter((path) => /test[^/]*(?:\/.*)?\.py$/i.test(path));
  for (const path of files.slice(0, mostFiles)) {
    for (const [, module = ''] of (repository.read(path) ?? '').matchAll(importLine))
      if (wanted.has(module)) found.add(module);
    if (found.size === wanted.size) break;
  }
  return found;
}

const importLine = /^\s*(?:import|from)\s+(nose|mock|pytest|coverage|lxml)\b/gm;
