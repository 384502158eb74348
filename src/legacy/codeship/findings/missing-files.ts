// Files and folders that the services file names and the repository does not have: the first run would be red. The
// workflow stays as it is, for a step of the build may make them.

import { readDockerfile } from '../../../format/dockerfile.ts';
import type { Repository } from '../../../ground/repository.ts';
import type { ScalarNode, SourceNode } from '../../../source/node.ts';
import { nearestWord } from '../../../source/spelling.ts';
import type { TranslationContext } from '../../translation.ts';
import { dockerfileOf } from '../services/dockerfiles.ts';
import { type Credentials, dockerfileName, type Service } from '../services/service.ts';
import { mountedPaths, mountOf } from '../services/volumes.ts';
import type { Leaf } from '../steps/items.ts';
import { filePath, isAddress, isWithin, repositoryPath } from '../values/repository-path.ts';

type Kind = 'file' | 'folder' | 'either';

type Mention = {
  /** Undefined where it lies outside of the repository. */
  readonly path: string | undefined;
  readonly kind: Kind;
  /** What goes wrong without it. */
  readonly without: string;
  readonly code: 'missing-mount' | 'missing-file';
  readonly at: SourceNode;
};

/** The services whose files matter: all that are built, pulled or pushed, and those of them whose environment is read. */
export type Needed = {
  readonly services: readonly Service[];
  readonly readsEnvironment: (service: Service) => boolean;
};

/** One warning for each path, at the value that names it first. */
export function reportMissingFiles(
  { services, readsEnvironment }: Needed,
  leaves: readonly Leaf[],
  folder: string,
  context: TranslationContext,
): void {
  const { repository, report } = context;
  const seen = new Set<string>();
  const missing = new Set<string>();
  const mentions = [
    ...services.flatMap((service) => [
      ...mentionsOf(service, readsEnvironment(service), folder),
      ...copiesOf(service, services, folder, repository),
    ]),
    ...leaves.flatMap((leaf) => credentialsFile(leaf.credentials, folder)),
  ];
  for (const { path, kind, without, at, code } of mentions) {
    const place = { file: at.file, start: at.start, end: at.end };
    if (path === undefined) {
      report(
        'outside-checkout',
        place,
        `this path lies outside of the repository, and the runner has nothing there: ${without}`,
        'name a path within the repository, or check out what it needs in a step before',
      );
      continue;
    }
    if (path === '' || seen.has(path)) continue;
    seen.add(path);
    // What lies in a folder that is missing is missing with it.
    if (foldersAbove(path).some((each) => missing.has(each))) continue;
    if (!isThere(path, kind, repository)) {
      missing.add(path);
      const near = nearest(path, kind, repository);
      if (code === 'missing-mount' && isExchange(path, near)) {
        report(
          'empty-mount',
          place,
          `\`${path}\` is not in the repository: Docker mounts an empty folder, which steps can fill`,
        );
        continue;
      }
      report(
        code,
        place,
        `\`${path}\` is not in the repository: ${without}`,
        near === undefined
          ? 'add it to the repository, or correct the path, unless an earlier step of the build creates it'
          : `did you mean \`${near}\`?`,
      );
    } else if (repository.isTracked?.(path) === false) {
      report(
        code,
        place,
        `\`${path}\` is in this folder, but not in git: ${without}`,
        'commit it; if it contains secrets, encrypt it first, or write it from a secret in an earlier step',
      );
    } else if (kind === 'file' && isEnvironmentFile(at, services)) {
      reportGrammar(path, at, context);
    }
  }
}

function mentionsOf(
  service: Service,
  readsEnvironment: boolean,
  folder: string,
): readonly Mention[] {
  const { build, keys } = service;
  const found: Mention[] = [];
  const add = (
    node: SourceNode | undefined,
    path: string | undefined,
    kind: Kind,
    without: string,
    code: Mention['code'] = 'missing-file',
  ): void => {
    if (node !== undefined) found.push({ path, kind, without, code, at: node });
  };
  if (build !== undefined) {
    const context = repositoryPath(folder, build.context?.text ?? '.');
    const at = build.context ?? keyNode(service, 'build');
    if (!isAddress(build.context?.text ?? ''))
      add(at, context, 'folder', `\`${service.name}\` is built from it`);
    // A Dockerfile is looked for in its context.
    if (context !== undefined) {
      const dockerfile = repositoryPath(context, dockerfileName(build));
      add(build.dockerfile ?? at, dockerfile, 'file', `\`${service.name}\` is built with it`);
    }
    for (const node of build.encryptedArgsFiles)
      add(node, filePath(folder, node.text), 'file', 'the build cannot read its arguments');
  }
  const environment: Partial<Service['keys']> = readsEnvironment ? keys : {};
  for (const node of environment.env_file ?? [])
    add(node, filePath(folder, node.text), 'file', 'Compose refuses to start anything');
  for (const node of [
    ...(environment.encrypted_env ?? []),
    ...(environment.encrypted_env_file ?? []),
  ])
    add(node, filePath(folder, node.text), 'file', 'the job ends before its first step');
  for (const mount of (keys.volumes ?? []).map(mountOf)) {
    // An absolute path is one of the machine.
    if (mount.kind === 'host' && !/^[/~]/.test(mount.source))
      add(
        mount.node,
        repositoryPath(folder, mount.source),
        'either',
        'Docker mounts an empty folder in its place',
        'missing-mount',
      );
  }
  return [...found, ...credentialsFile(service.credentials, folder)];
}

/** What a Dockerfile takes from its context. Files in folders that services mount may come from an earlier step. */
function copiesOf(
  service: Service,
  services: readonly Service[],
  folder: string,
  repository: Repository,
): readonly Mention[] {
  const { build } = service;
  const at = build?.dockerfile ?? build?.context ?? keyNode(service, 'build');
  const context = build && repositoryPath(folder, build.context?.text ?? '.');
  const text = dockerfileOf(service, folder, repository);
  if (at === undefined || context === undefined || text === undefined) return [];
  const mounted = services.flatMap((each) => mountedPaths(each, folder));
  return readDockerfile(text, new Map()).copies.flatMap((source): Mention[] => {
    const path = repositoryPath(context, source.replace(/^(?:\.*\/)+/, ''));
    if (path === undefined || path === '' || mounted.some((each) => isWithin(each, path)))
      return [];
    const without = `the Dockerfile of \`${service.name}\` copies it`;
    return [{ path, kind: 'either', without, code: 'missing-file', at }];
  });
}

const keyNode = ({ node }: Service, key: string): SourceNode | undefined =>
  node.entries.find((entry) => entry.key.text === key)?.value;

function credentialsFile(credentials: Credentials | undefined, folder: string): readonly Mention[] {
  const [at] = credentials?.nodes ?? [];
  if (credentials?.kind !== 'file' || at === undefined) return [];
  const path = filePath(folder, credentials.path);
  return [{ path, kind: 'file', without: 'the login fails', code: 'missing-file', at }];
}

type Tree = { readonly files: ReadonlySet<string>; readonly folders: ReadonlySet<string> };

const trees = new WeakMap<Repository, Tree>();

function treeOf(repository: Repository): Tree {
  const known = trees.get(repository);
  if (known !== undefined) return known;
  const { paths } = repository;
  const tree = { files: new Set(paths), folders: new Set(paths.flatMap(foldersAbove)) };
  trees.set(repository, tree);
  return tree;
}

function isThere(path: string, kind: Kind, repository: Repository): boolean {
  const { files, folders } = treeOf(repository);
  const isFile = kind !== 'folder' && files.has(path);
  return isFile || (kind !== 'file' && folders.has(path)) || repository.holds?.(path) === true;
}

/** The same name elsewhere, or in other letter case, or one of the same folder that is nearly the same. */
function nearest(path: string, kind: Kind, repository: Repository): string | undefined {
  const { files, folders } = treeOf(repository);
  const all = kind === 'file' ? [...files] : [...folders, ...files];
  const other = all.filter((each) => each.toLowerCase() === path.toLowerCase());
  if (other.length === 1) return other[0];
  const parent = parentOf(path);
  const beside = all.filter((each) => parentOf(each) === parent).map(baseName);
  const near = nearestWord(baseName(path), beside);
  if (near !== undefined) return parent === '' ? near : `${parent}/${near}`;
  const same = all.filter((each) => baseName(each) === baseName(path));
  return same.length === 1 ? same[0] : undefined;
}

/**
 * A folder in which steps pass files on. One of the same name elsewhere is another one, and what is named like a file was
 * to be one.
 */
const isExchange = (path: string, near: string | undefined): boolean =>
  /^[\w./-]+$/.test(path) &&
  !/.\.\w+$|^\.env|^\..*rc$/.test(baseName(path)) &&
  (near === undefined ||
    (parentOf(near) !== parentOf(path) && near.toLowerCase() !== path.toLowerCase()));

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const foldersAbove = (path: string): readonly string[] => {
  const parent = parentOf(path);
  return parent === '' ? [] : [parent, ...foldersAbove(parent)];
};

const isEnvironmentFile = (at: SourceNode, services: readonly Service[]): boolean =>
  services.some(({ keys }) => (keys.env_file ?? []).includes(at as ScalarNode));

/** Compose reads what CodeShip read, `KEY=value` a line (codeship.md 2.3), and refuses a name with a blank, or none. */
function reportGrammar(path: string, at: SourceNode, { repository, report }: TranslationContext) {
  const lines = (repository.read(path) ?? '').replace(/^\uFEFF/, '').split('\n');
  const wrong = lines.findIndex((line) => {
    const text = line.trim();
    return text !== '' && !text.startsWith('#') && !/^[^\s=]+(?:=|$)/.test(text);
  });
  const line = lines[wrong]?.trim();
  if (line === undefined) return;
  report(
    'broken-env-file',
    { file: at.file, start: at.start, end: at.end },
    `line ${wrong + 1} of \`${path}\` is not a \`KEY=value\` line: Compose refuses to start anything`,
    /^export\s/.test(line)
      ? 'remove the word `export`'
      : 'write `KEY=value`, without spaces in the name',
  );
}
