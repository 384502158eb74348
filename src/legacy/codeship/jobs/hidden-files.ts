// Files that containers leave in the checkout and that only root can read. CodeShip built as root; a builder that a
// runner's user starts stops at the first of them (github-runner.md 1).

import { type Service, startedWith } from '../services/service.ts';
import { mountOf } from '../services/volumes.ts';
import type { Leaf } from '../steps/items.ts';
import { isWithin, repositoryPath } from '../values/repository-path.ts';

/** Databases keep their files to themselves. */
const database =
  /(?:postgres|postgis|mysql|mariadb|percona|mongo|couchdb|cassandra|neo4j|rabbitmq)/i;
/** Folders whose files are private by custom. */
const privateFolder = /(?:^|\/)\.(?:ssh|gnupg|aws|kube|docker)(?:\/|$)/;
/** Commands that make private files. */
const makesPrivate =
  /\bchmod\s+(?:-\S+\s+)*0?[0-7]00\b|\bumask\s+0?[0-7]?77\b|\bssh-keygen\b|\bopenssl\s+gen/;

/** Folders of the repository in which a step may leave such files. */
export function hiddenFolders(
  leaf: Leaf,
  folder: string,
  isFile: (path: string) => boolean,
): readonly string[] {
  if (leaf.kind !== 'run') return [];
  const own = makesPrivate.test(leaf.argv.join(' '));
  return [...startedWith(leaf.service), leaf.service].flatMap((service) =>
    (service.keys.volumes ?? []).map(mountOf).flatMap((mount) => {
      if (mount.kind !== 'host') return [];
      const hides =
        privateFolder.test(mount.source) ||
        privateFolder.test(mount.target) ||
        database.test(service.image.name) ||
        (own && mounts(leaf.service, service));
      const path = hides ? repositoryPath(folder, mount.source) : undefined;
      return path === undefined || isFile(path) ? [] : [path];
    }),
  );
}

const mounts = (service: Service, other: Service): boolean =>
  service === other || service.volumesFrom.some((each) => each.service === other);

/** Whether a build sends one of these folders to the builder. */
export function sendsHidden({ build }: Service, folder: string, hidden: Iterable<string>): boolean {
  const context = repositoryPath(folder, build?.context?.text ?? '.');
  if (context === undefined) return false;
  return [...hidden].some((path) => isWithin(context, path) || isWithin(path, context));
}

/** Gives the runner's user what it cannot read; a container of root reads it all the same. */
export const readableLine =
  'find . ! -readable -print0 2> /dev/null | xargs --null --no-run-if-empty sudo chown --recursive "$(id -u)"';
