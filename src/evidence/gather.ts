// Which variables the files of a repository need from outside: what they read and nothing sets, and what example files of
// the environment list. Evidence for names whose values are gone; never a value.

import type { Repository } from '../ground/repository.ts';
import { needsOfCommand } from './known-needs.ts';
import { isCredentialName, isOrdinaryName } from './ordinary-names.ts';
import { type FileVariables, mayReadVariables, variablesOf } from './reads.ts';

export type Evidence = {
  readonly name: string;
  /** Where it is needed first: a path of the repository, or what was said to have it read. */
  readonly path: string;
  readonly line?: number;
  readonly why: 'read' | 'example' | 'program' | 'image';
};

type Scanned = FileVariables & { readonly path: string; readonly needs: readonly string[] };

export type EvidenceScan = {
  /**
   * Names that files in these folders ('' is the root) need and neither they nor `given` set, credentials first, then in
   * the order of the files.
   */
  readonly neededIn: (
    folders: readonly string[],
    given: ReadonlySet<string>,
  ) => readonly Evidence[];
};

const limits = { files: 3000, characters: 16_000_000 };

/** Other products' files, documents, what is generated, and samples that nobody runs. */
const passedOver =
  /(?:^|\/)(?:\.github|\.gitlab|\.circleci|docs?|node_modules|bower_components|vendor|third_party|dist|fixtures?|__snapshots__)\/|(?:^|\/)(?:\.gitlab-ci|\.travis|appveyor|circle|bitbucket-pipelines|azure-pipelines|wercker|\.drone|shippable[\w.]*|compose\.codeship|(?:codeship|jet)-(?:services|steps))\.(?:ya?ml|json)$|lock\.(?:json|ya?ml)$|\.min\.js$|\.map$|(?:^|\/)(?:gradlew|mvnw)(?:\.bat|\.cmd)?$/i;

/** Files that list what an environment needs, by the names that people give them. */
const example =
  /(?:^|\/)(?:\.?env[._-]?(?:example|sample|dist|template|tmpl|defaults?|schema)|(?:example|sample|template)s?[._-]?\.?env|\.env\.[\w-]+\.(?:example|sample|dist|template)|[\w-]+\.env\.(?:example|sample|dist|template)|application\.(?:example|sample)\.yml|application\.yml\.(?:example|sample))$/i;

/** Plain files of variables that a program loads by itself. */
const plainFile = /(?:^|\/)\.env(?:\.(?:development|test|production|local|defaults))?$/;

export function scanForEvidence({ paths, read }: Repository): EvidenceScan {
  let scanned: readonly Scanned[] | undefined;
  const scan = (): readonly Scanned[] => {
    let left = limits.characters;
    scanned ??= paths
      .filter(
        (path) =>
          !passedOver.test(path) &&
          (mayReadVariables(path) || example.test(path) || plainFile.test(path)),
      )
      .slice(0, limits.files)
      .flatMap((path) => {
        const text = left > 0 ? (read(path) ?? '') : '';
        left -= text.length;
        return text === '' ? [] : [scanFile(path, text)];
      });
    return scanned;
  };
  return {
    neededIn: (folders, given) => {
      if (folders.length === 0) return [];
      const within = (path: string): boolean =>
        folders.some((folder) => folder === '' || path === folder || path.startsWith(`${folder}/`));
      return needed(
        scan().filter(({ path }) => within(path)),
        given,
      );
    },
  };
}

function scanFile(path: string, text: string): Scanned {
  if (example.test(path)) {
    return { path, reads: exampleNames(text), sets: new Set(), gives: new Set(), needs: [] };
  }
  if (plainFile.test(path)) {
    return { path, reads: [], sets: new Set(), gives: givenBy(text), needs: [] };
  }
  const isScript = /\.(?:sh|bash)$|(?:^|\/)(?:Makefile|package\.json)$|(?:^|\/)[^./]+$/.test(path);
  const variables = variablesOf(
    path,
    /(?:^|\/)package\.json$/.test(path) ? scriptsOfPackage(text) : text,
  );
  return { path, ...variables, needs: isScript ? needsOfCommand(text) : [] };
}

/** A name counts where its value is nothing, or stands for one; what has a value of use is a default. */
function exampleNames(text: string): FileVariables['reads'] {
  return text.split('\n').flatMap((line, index) => {
    const [, found = '', value = ''] =
      /^\s*(?:#\s*)?(?:export\s+)?([A-Z][A-Z0-9_]+)\s*[=:]\s*(.*?)\s*$/.exec(line) ?? [];
    return found === ''
      ? []
      : [{ name: found, line: index + 1, hasDefault: !isPlaceholder(value) }];
  });
}

const isPlaceholder = (value: string): boolean =>
  /^["']?(?:|<.*>|\[.*\]|\{.*\}|x{2,}.*|\.{2,}|\*+|\?+|-+|your.*|my[_-].*|change.?me.*|replace.*|todo.*|fill.*|insert.*|secret.*|.*(?:[_-]|\b)here)["']?$/i.test(
    value,
  );

const givenBy = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)=["']?[^\s"']/gm)].map(
      ([, found = '']) => found,
    ),
  );

/** Only the scripts of a package are commands. */
function scriptsOfPackage(text: string): string {
  const [, scripts = ''] = /"scripts"\s*:\s*\{([^{}]*)\}/.exec(text) ?? [];
  return scripts;
}

function needed(files: readonly Scanned[], given: ReadonlySet<string>): readonly Evidence[] {
  const gives = new Set([...given, ...files.flatMap((file) => [...file.gives])]);
  const found = new Map<string, Evidence & { readonly isSure: boolean }>();
  const listed = new Set(
    files
      .filter(({ path }) => example.test(path))
      .flatMap(({ reads }) => reads.map((read) => read.name)),
  );
  const add = (evidence: Evidence, isSure: boolean): void => {
    const known = found.get(evidence.name);
    if (known === undefined || (isSure && !known.isSure))
      found.set(evidence.name, { ...evidence, isSure });
  };
  for (const { path, reads, sets, needs } of files) {
    const isExample = example.test(path);
    for (const { name, line, hasDefault } of reads) {
      if (gives.has(name) || sets.has(name) || isOrdinaryName(name) || name.length < 3) continue;
      if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name) || !/[A-Z]/.test(name)) continue;
      // A value to fall back on is enough, unless the name says that it is a credential, or a list names it.
      const isSure = !hasDefault;
      if (hasDefault && !isCredentialName(name) && !listed.has(name)) continue;
      if (isExample && hasDefault && !isCredentialName(name)) continue;
      add({ name, path, line, why: isExample ? 'example' : 'read' }, isSure);
    }
    for (const name of needs) if (!gives.has(name)) add({ name, path, why: 'program' }, true);
  }
  const all = [...found.values()].map(({ isSure: _sure, ...evidence }) => evidence);
  return [
    ...all.filter(({ name }) => isCredentialName(name)),
    ...all.filter(({ name }) => !isCredentialName(name)),
  ];
}
