// Which repository is converted. Where nothing outside of the files says it, names in the files tell.

import { defined } from '../../../ground/defined.ts';
import type { Report } from '../../../source/diagnostic.ts';
import { sourceName } from './definition.ts';
import type { LineResource, Lines } from './model.ts';

export type OwnRepository = {
  /** Whether the remote, the settings or the name of the CI job say it. */
  readonly known: boolean;
  /** OWNER/NAME, as far as it is known. */
  readonly slug?: string;
  /** The name without its owner, as far as it is known. */
  readonly repository?: string;
  /** Whether this is the name of the repository, without owner. */
  readonly isCalled: (name: string) => boolean;
  /** Whether a gitRepo is this repository. */
  readonly is: (resource: LineResource) => boolean;
};

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const lastPart = (slug: string): string => slug.slice(slug.lastIndexOf('/') + 1);

/**
 * `name`: OWNER/NAME. Without it, the gitRepo that a job `NAME_runCI` is called after; else, where the files come
 * without a CI part, the one repository that all gitRepos name.
 */
export function ownRepository(
  lines: Lines,
  name: string | undefined,
  hasCi: boolean,
  report: Report,
): OwnRepository {
  const repositories = lines.resources.filter(({ type }) => type === 'gitRepo');
  const slugOf = (resource: LineResource): string | undefined => sourceName(resource)?.text;
  if (name !== undefined) {
    return {
      known: true,
      slug: name,
      repository: lastPart(name),
      isCalled: (other) => same(other, lastPart(name)),
      is: (resource) => same(slugOf(resource) ?? name, name),
    };
  }
  const slugs = [...new Set(repositories.flatMap((one) => slugOf(one)?.toLowerCase() ?? []))];
  const ci = [
    ...lines.jobs.filter(({ type }) => type === 'runCI').map((job) => job.name),
    ...lines.jobs.flatMap(({ ins }) => ins.map((step) => step.name)),
  ]
    .filter((one) => one.endsWith('_runCI'))
    .map((one) => one.slice(0, -'_runCI'.length));
  const called = hasCi
    ? slugs.find((slug) => ci.some((one) => same(one, lastPart(slug))))
    : undefined;
  const own = called ?? (hasCi || slugs.length !== 1 ? undefined : slugs[0]);
  const isOwn = (slug: string): boolean => own !== undefined && same(slug, own);
  for (const one of repositories) {
    const node = sourceName(one);
    if (node === undefined || called !== undefined) continue;
    report(
      'line-repository',
      node,
      isOwn(node.text)
        ? `\`${node.text}\` is treated as the repository that is converted`
        : `\`${node.text}\` is treated as a different repository from the one that is converted`,
      'if that is wrong, add `repository: OWNER/NAME` to `.github/transship.yml` and convert again',
    );
  }
  const repository = own === undefined ? ci[0] : lastPart(own);
  return {
    known: called !== undefined,
    isCalled: (other) => repository !== undefined && same(other, repository),
    // Without a name it is the one that the file stands in.
    is: (resource) => {
      const slug = slugOf(resource);
      return slug === undefined || isOwn(slug);
    },
    ...defined({ repository, slug: own }),
  };
}
