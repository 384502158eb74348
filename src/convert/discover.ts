// Which files of a repository are legacy configuration, and which project each belongs to.

import { defined } from '../ground/defined.ts';
import { hasControl, visible } from '../ground/display-text.ts';
import type { Repository } from '../ground/repository.ts';
import { isMainName, mainOf } from '../legacy/sources.ts';
import type { Report } from '../source/diagnostic.ts';
import { sourceFile } from '../source/source-file.ts';

type ShippableFiles = {
  /** `shippable.yml` of the root, or what else Shippable CI took for it. */
  readonly main?: string;
  /** `shippable.templates.yml` of the root: anchors that the other files may use. */
  readonly templates?: string;
  /** Files that the Assembly Lines engine read, wherever they are (shippable.md 1). */
  readonly assemblyLines: readonly string[];
  /** Copies of `shippable.yml` below the root, which Shippable CI never ran. */
  readonly ignored: readonly string[];
};

/** A folder with CodeShip files; '' is the root. */
export type CodeshipProject = {
  readonly folder: string;
  readonly services?: string;
  readonly steps?: string;
  /** Files of the same role that lose against the one that counts. */
  readonly shadowed: readonly string[];
};

export type Discovery = {
  readonly shippable: ShippableFiles;
  readonly codeship: readonly CodeshipProject[];
  /** Files below the root that look like CodeShip's and that it cannot have built: examples, Compose files of their own. */
  readonly codeshipIgnored: readonly string[];
  /** A CodeShip Basic project, written by hand or saved from the API. */
  readonly basic?: string;
};

/** In the order in which CodeShip looked for them (codeship.md 1.1). */
const servicesNames = [
  'jet-services.yml',
  'jet-services.json',
  'codeship-services.yml',
  'codeship-services.json',
  'docker-compose.yml',
];
const stepsNames = ['jet-steps.yml', 'jet-steps.json', 'codeship-steps.yml', 'codeship-steps.json'];

/** Whether the name alone makes a file somebody's legacy configuration; a Compose file is CodeShip's only beside others. */
export const isLegacyConfiguration = (path: string): boolean => {
  const name = baseName(path);
  return (
    (servicesNames.includes(name) && name !== 'docker-compose.yml') ||
    stepsNames.includes(name) ||
    basicNames.includes(name) ||
    isMainName(name) ||
    /shippable(?:\.(?:jobs|resources|triggers|templates))?\.yml$/i.test(name)
  );
};

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** In the order in which they count; what `transship basic` writes comes first. */
const basicNames = [
  'codeship-basic.yml',
  'codeship-basic.yaml',
  'codeship-basic.json',
  'codeship-project.json',
  'codeship.json',
];

/**
 * The repository without files whose path has a control character: a line end in the name of a folder would write lines
 * of its own wherever the path is named. A configuration among them is refused, the others are not looked at.
 */
export function withoutOddNames(repository: Repository, report: Report): Repository {
  const { paths, read } = repository;
  for (const path of paths) {
    if (!hasControl(path) || !isLegacyConfiguration(path)) continue;
    const file = sourceFile(visible(path), '');
    report(
      'refused-name',
      { file, start: 0, end: 0 },
      'the name of the file, or of a folder around it, has a control character, so the file is not read',
      'rename it and convert again',
    );
  }
  return {
    ...repository,
    paths: paths.filter((path) => !hasControl(path)),
    read: (path) => (hasControl(path) ? undefined : read(path)),
  };
}

export function discover(paths: readonly string[]): Discovery {
  const [ignored, codeship] = partition(discoverCodeship(paths), isNoProject);
  const basic = basicNames.find((name) => paths.includes(name));
  return {
    shippable: discoverShippable(paths),
    codeship,
    ...defined({ basic }),
    codeshipIgnored: ignored.flatMap(({ services, steps, shadowed }) =>
      [services, steps, ...shadowed].flatMap((path) => path ?? []),
    ),
  };
}

/** CodeShip built what stood at the root; a folder may be a project of its own, but not by a Compose file's name alone. */
const isNoProject = ({ folder, services }: CodeshipProject): boolean =>
  folder !== '' &&
  (/(?:^|\/)(?:examples?|samples?|fixtures?|testdata|demos?)(?:\/|$)/i.test(folder) ||
    services?.endsWith('/docker-compose.yml') === true);

export function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

function discoverShippable(paths: readonly string[]): ShippableFiles {
  const root = paths.filter((path) => !path.includes('/'));
  const main = mainOf(root);
  const templates = root.find((path) => path.toLowerCase() === 'shippable.templates.yml');
  const assemblyLines: string[] = [];
  const ignored: string[] = [];
  for (const path of paths) {
    const name = baseName(path).toLowerCase();
    if (path === main) continue;
    if (/^shippable\.(?:jobs|resources|triggers)\.yml$/.test(name)) assemblyLines.push(path);
    else if (isMainName(name)) ignored.push(path);
    else if (name.endsWith('shippable.yml')) assemblyLines.push(path);
  }
  return {
    assemblyLines,
    ignored,
    ...defined({ main, templates }),
  };
}

function discoverCodeship(paths: readonly string[]): CodeshipProject[] {
  const folders = new Map<string, Set<string>>();
  for (const path of paths) {
    const name = baseName(path);
    if (!servicesNames.includes(name) && !stepsNames.includes(name)) continue;
    const folder = folderOf(path);
    const names = folders.get(folder) ?? new Set();
    folders.set(folder, names.add(name));
  }
  const projects: CodeshipProject[] = [];
  for (const [folder, names] of [...folders].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const at = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
    const services = servicesNames.filter((name) => names.has(name));
    const steps = stepsNames.filter((name) => names.has(name));
    // A Compose file alone is somebody's Compose file.
    const isCodeship = steps.length > 0 || services.some((name) => name !== 'docker-compose.yml');
    if (!isCodeship) continue;
    projects.push({
      folder,
      shadowed: [
        ...services.slice(1).filter((name) => name !== 'docker-compose.yml'),
        ...steps.slice(1),
      ].map(at),
      ...(services[0] === undefined ? {} : { services: at(services[0]) }),
      ...(steps[0] === undefined ? {} : { steps: at(steps[0]) }),
    });
  }
  return projects;
}
