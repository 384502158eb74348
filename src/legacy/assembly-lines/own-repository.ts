// Which repository is converted. Names in the files tell it where nothing else does.

import type { LineResource, Lines } from './model.ts';

export type OwnRepository = {
  /** Whether something outside of the files says it. */
  readonly known: boolean;
  /** The name without its owner, as far as it is known. */
  readonly repository?: string;
  /** Whether this is the name of the repository, without owner. */
  readonly isCalled: (name: string) => boolean;
  /** Whether a gitRepo is this repository. */
  readonly is: (resource: LineResource) => boolean;
};

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/**
 * `name`: OWNER/NAME of the remote, or the name of the folder. Else the job `NAME_runCI`; else the one repository that all
 * gitRepos name.
 */
export function ownRepository(
  lines: Lines,
  name: string | undefined,
  sourceName: (resource: LineResource) => string | undefined,
): OwnRepository {
  const repositories = lines.resources.filter(({ type }) => type === 'gitRepo');
  const slugs = [...new Set(repositories.flatMap((one) => sourceName(one)?.toLowerCase() ?? []))];
  const lastPart = (slug: string): string => slug.slice(slug.lastIndexOf('/') + 1);
  const isNamed = (slug: string): boolean => {
    if (name === undefined) return false;
    if (name.includes('/')) return slug.toLowerCase() === name.toLowerCase();
    return plain(name) === plain(slug) || plain(name) === plain(lastPart(slug));
  };
  const ci = lines.jobs.find(({ type }) => type === 'runCI')?.name.replace(/_runCI$/, '');
  const hasName = name?.includes('/') === true || slugs.some(isNamed);
  const mine = (slug: string): boolean => {
    if (hasName) return isNamed(slug);
    if (ci !== undefined) return plain(lastPart(slug)) === plain(ci);
    return slugs.length === 1 && name === undefined;
  };
  const isCalled = (repository: string): boolean =>
    name === undefined
      ? slugs.some((slug) => mine(slug) && plain(lastPart(slug)) === plain(repository))
      : plain(lastPart(name)) === plain(repository) ||
        plain(name).endsWith(`-${plain(repository)}`);
  const own = slugs.find(mine);
  const repository =
    name === undefined ? (own === undefined ? undefined : lastPart(own)) : lastPart(name);
  return {
    known: name !== undefined,
    isCalled,
    is: (resource) => {
      const slug = sourceName(resource);
      // Without a name it is the one that the file stands in.
      return slug === undefined || mine(slug.toLowerCase());
    },
    ...(repository === undefined ? {} : { repository }),
  };
}
