// Other repositories of the same subscription: what they define.

import { defined } from '../../../ground/defined.ts';
import type { Repository } from '../../../ground/repository.ts';
import { type SourceNode, valueAt } from '../../../source/node.ts';
import { parseSource, type SourceDocument } from '../../../source/parse.ts';
import { isMainName } from '../../sources.ts';
import { sourceName } from './definition.ts';
import type { LineJob, LineResource, Lines } from './model.ts';
import { ownRepository } from './own-repository.ts';
import { readLines } from './read.ts';

export type Foreign = {
  /** OWNER/NAME, where anything tells it. */
  readonly slug?: string;
  readonly lines: Lines;
};

const isLineFile = (path: string): boolean =>
  isMainName(path) ||
  /(?:^|\/)(?:[^/]*shippable\.yml|shippable\.(?:jobs|resources|triggers)\.yml)$/i.test(path);

/** What a repository without a name is called in files that people have to complete. */
export const unknownRepository = 'OWNER/REPOSITORY';

const silent = { report: () => {}, otherwise: () => {} };

/** Their mistakes are told where they are converted themselves. */
export function readOthers(repositories: readonly Repository[]): readonly Foreign[] {
  return repositories.map((repository): Foreign => {
    const documents: SourceDocument[] = repository.paths
      .filter(isLineFile)
      .map((path) => parseSource(path, repository.read(path) ?? '', silent.report))
      .filter(({ root }) => hasPart(root));
    const lines = readLines(documents, silent);
    const main = documents.find(({ file }) => isMainName(file.path));
    const hasCi = valueAt(main?.root, 'build') !== undefined;
    const own = ownRepository(lines, repository.name, hasCi, silent.report);
    const self = lines.resources.find(
      (resource) =>
        resource.type === 'gitRepo' && sourceName(resource) !== undefined && own.is(resource),
    );
    const slug = repository.name ?? (self === undefined ? undefined : sourceName(self)?.text);
    return { lines, ...defined({ slug }) };
  });
}

const hasPart = (root: SourceNode | undefined): boolean =>
  ['jobs', 'resources', 'triggers'].some((key) => valueAt(root, key) !== undefined);

export const foreignResource = (
  others: readonly Foreign[],
  name: string,
): LineResource | undefined =>
  others.flatMap(({ lines }) => lines.resources).find((one) => one.name === name);

export const foreignJob = (others: readonly Foreign[], name: string): LineJob | undefined =>
  others.flatMap(({ lines }) => lines.jobs).find((one) => one.name === name);
