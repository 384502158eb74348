// The legacy files of a repository, read and sorted by the translator that they are for.

import { defined } from '../ground/defined.ts';
import type { Repository } from '../ground/repository.ts';
import { type CodeshipSources, lineKeys, type ShippableSources } from '../legacy/sources.ts';
import type { Report } from '../source/diagnostic.ts';
import { entryOf, type SourceNode } from '../source/node.ts';
import { parseSource, type SourceDocument } from '../source/parse.ts';
import { sourceFile } from '../source/source-file.ts';
import { type CodeshipProject, type Discovery, partition } from './discover.ts';

export type ReadSources = {
  readonly shippable?: ShippableSources;
  /** Of Shippable: anchors that its other files use. */
  readonly templates?: SourceDocument;
  readonly assemblyLines: readonly SourceDocument[];
  readonly codeship: readonly CodeshipSources[];
  readonly basic?: SourceDocument;
  /** Every file that was read, for the ledger. */
  readonly documents: readonly SourceDocument[];
};

export function readSources(found: Discovery, repository: Repository, report: Report): ReadSources {
  const documents: SourceDocument[] = [];
  const keep = (document: SourceDocument): SourceDocument => {
    documents.push(document);
    return document;
  };
  const read = (path: string, anchors?: Map<string, SourceNode>): SourceDocument | undefined => {
    const text = repository.read(path);
    if (text !== undefined) return parseSource(path, text, report, anchors);
    reportUnreadable(path, repository, report);
    return undefined;
  };
  const ignored = (path: string, why: string, help?: string): void =>
    report('ignored-file', { file: sourceFile(path, ''), start: 0, end: 0 }, why, help);
  // The anchors of the templates file are known in all the others.
  const anchors = new Map<string, SourceNode>();
  const templates =
    found.shippable.templates === undefined ? undefined : read(found.shippable.templates, anchors);
  const assemblyLines = found.shippable.assemblyLines.flatMap((path) => {
    const document = read(path, new Map(anchors));
    if (document === undefined) return [];
    const named = /(?:^|\/)shippable\.(?:jobs|resources|triggers)\.yml$/i.test(path);
    if (named || lineKeys.some((key) => entryOf(document.root, key) !== undefined))
      return [keep(document)];
    ignored(
      path,
      'the name ends like one of Assembly Lines, but the file has none of their keys, so it is not read',
    );
    return [];
  });
  reportIgnored(found, repository, ignored);
  const [copies, projects] = partition(found.codeship, isCopyOfRoot(found, repository));
  for (const path of copies.flatMap(({ services, steps }) => [services, steps]))
    if (path !== undefined)
      ignored(path, 'it is a link to the file of the root, or a copy of it, so it is not read');
  const codeship = projects.map((project) => readProject(project, read, keep, report));
  const shippable = readShippable(found, templates, (path) => read(path, new Map(anchors)), keep);
  const isRead = shippable !== undefined || assemblyLines.length > 0;
  if (templates !== undefined && isRead && shippable === undefined) keep(templates);
  const basic =
    found.basic === undefined || !isBasicProject(found.basic, repository)
      ? undefined
      : read(found.basic);
  return {
    assemblyLines,
    codeship,
    documents,
    ...defined({ shippable }),
    ...(templates === undefined || !isRead ? {} : { templates }),
    ...(basic === undefined ? {} : { basic: keep(basic) }),
  };
}

function reportUnreadable(path: string, repository: Repository, report: Report): void {
  const reason = repository.whyUnreadable?.(path);
  report(
    'file-unreadable',
    { file: sourceFile(path, ''), start: 0, end: 0 },
    reason === undefined
      ? 'the file could not be read as text of at most 1 MB'
      : `the file cannot be read (${reason})`,
    reason === 'EACCES' ? 'give yourself the right to read it' : undefined,
  );
}

/** Files that look like those of a service, and that it did not read. */
function reportIgnored(
  found: Discovery,
  repository: Repository,
  ignored: (path: string, why: string, help?: string) => void,
): void {
  for (const path of found.shippable.ignored)
    ignored(
      path,
      // Without one in the root, this may well be the file that somebody wants to convert.
      found.shippable.main === undefined
        ? `Shippable only ran the \`shippable.yml\` of the root, so this one is not read; \`transship convert ${folderOf(path)} --out .\` converts it`
        : 'Shippable only ran the `shippable.yml` of the root, so this one is not read',
    );
  for (const path of repository.paths) {
    const name = /^((?:codeship|jet)-(?:services|steps))\.yaml$/.exec(path)?.[1];
    if (name === undefined) continue;
    ignored(
      path,
      `CodeShip looked for \`${name}.yml\`, so this one is not read`,
      `if it is yours, rename it to \`${name}.yml\` and convert again`,
    );
  }
  for (const path of found.codeshipIgnored)
    ignored(
      path,
      'this is an example or a Compose file of its own, which CodeShip did not build, so it is not read',
    );
}

/** Whether a project is a link to the root's, or a copy: its paths are those of the root. */
function isCopyOfRoot(
  { codeship }: Discovery,
  repository: Repository,
): (project: Discovery['codeship'][number]) => boolean {
  const root = codeship.find(({ folder }) => folder === '');
  const sameText = (a: string | undefined, b: string | undefined): boolean =>
    a === b || (a !== undefined && b !== undefined && repository.read(a) === repository.read(b));
  return (project) =>
    root !== undefined &&
    project !== root &&
    sameText(project.services, root.services) &&
    sameText(project.steps, root.steps);
}

/** A `codeship.json` may be anything. */
const isBasicProject = (path: string, { read }: Repository): boolean =>
  path.startsWith('codeship-basic.') ||
  /"(?:setup_commands|test_pipelines|deployment_pipelines)"/.test(read(path) ?? '');

function readShippable(
  found: Discovery,
  templates: SourceDocument | undefined,
  read: (path: string) => SourceDocument | undefined,
  keep: (document: SourceDocument) => SourceDocument,
): ShippableSources | undefined {
  const { main } = found.shippable;
  if (main === undefined) return undefined;
  if (templates !== undefined) keep(templates);
  const document = read(main);
  if (document === undefined) return undefined;
  return { main: keep(document), ...defined({ templates }) };
}

function readProject(
  project: CodeshipProject,
  read: (path: string) => SourceDocument | undefined,
  keep: (document: SourceDocument) => SourceDocument,
  report: Report,
): CodeshipSources {
  for (const path of project.shadowed) {
    const file = sourceFile(path, '');
    const taken = /(?:^|\/)codeship-(services|steps)\.\w+$/.exec(path);
    const other = taken?.[1] === 'steps' ? project.steps : project.services;
    if (taken !== null && /(?:^|\/)jet-[^/]*$/.test(other ?? '')) {
      report(
        'two-dialects',
        { file, start: 0, end: 0 },
        `\`${other}\` stands beside it, which CodeShip looked for first, so this one is not read`,
        `if your last builds ran by this file, remove \`${other}\` and convert again`,
      );
      continue;
    }
    report(
      'ignored-file',
      { file, start: 0, end: 0 },
      'CodeShip looked for another file first and found it, so this one is not read',
    );
  }
  const services = project.services === undefined ? undefined : read(project.services);
  const steps = project.steps === undefined ? undefined : read(project.steps);
  return {
    folder: project.folder,
    ...(services === undefined ? {} : { services: keep(services) }),
    ...(steps === undefined ? {} : { steps: keep(steps) }),
  };
}

/** As a word of a command. */
const folderOf = (path: string): string => {
  const folder = path.slice(0, path.lastIndexOf('/'));
  return /^[\w./-]+$/.test(folder) ? folder : `'${folder}'`;
};
