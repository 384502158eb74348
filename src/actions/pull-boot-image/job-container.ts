/** Where this process runs: on the machine itself, or in a container whose folders the engine knows by other names. */

import { type Mount, mountsIn } from '../../docker/engine-answers.ts';
import { ask, type EngineAddress } from '../../docker/engine-api.ts';
import type { Host } from '../../host/host.ts';

/** Something that the engine can mount. */
export type MountSource =
  | { readonly kind: 'bind'; readonly path: string }
  | { readonly kind: 'volume'; readonly name: string };

/** The engine's name for a folder here; undefined where no mount leads to it. */
export type ToEngine = (folder: string) => MountSource | undefined;

/**
 * In a job container, or a runner in a container, with the engine's socket: the mounts of that container tell where its
 * folders are. Elsewhere a folder's name is the same for the engine.
 */
export async function toEngine(host: Host, address: EngineAddress): Promise<ToEngine> {
  const own = ownContainer(host);
  if (own === undefined) return (path) => ({ kind: 'bind', path });
  const answer = await ask(address, { method: 'GET', path: `/containers/${own}/json` });
  // Another engine's container, such as a runner in Kubernetes with an engine beside it: names are the same there.
  if (answer.status !== 200) return (path) => ({ kind: 'bind', path });
  const mounts = mountsIn(answer.text);
  return (folder) => mountSource(folder, mounts);
}

export function mountSource(folder: string, mounts: readonly Mount[]): MountSource | undefined {
  const [mount] = mounts
    .filter(({ destination }) => folder === destination || folder.startsWith(`${destination}/`))
    .sort((a, b) => b.destination.length - a.destination.length);
  if (mount === undefined) return undefined;
  const rest = folder.slice(mount.destination.length);
  if (mount.type === 'bind') return { kind: 'bind', path: mount.source + rest };
  // Part of a volume can't be mounted by every engine.
  return mount.type === 'volume' && rest === '' && mount.name !== undefined
    ? { kind: 'volume', name: mount.name }
    : undefined;
}

/** The id of the container that this process runs in: Docker mounts files of its own there, by the id. */
function ownContainer(host: Host): string | undefined {
  const mounts = host.files.read('/proc/self/mountinfo') ?? '';
  return /^\S+ \S+ \S+ \S*\/containers\/([0-9a-f]{64})\/\S+ \/etc\/(?:hostname|hosts|resolv\.conf) /m.exec(
    mounts,
  )?.[1];
}

/** What a container gets to see, and where. */
export type ContainerMount = {
  readonly source: MountSource;
  readonly target: string;
  readonly readOnly: boolean;
};

const sourceText = (source: MountSource): string =>
  source.kind === 'bind' ? source.path : source.name;

/** As the engine's API takes it. */
export const mountFields = ({ source, target, readOnly }: ContainerMount): object => ({
  Type: source.kind,
  Source: sourceText(source),
  Target: target,
  ReadOnly: readOnly,
});

/** As `docker create --mount` takes it. */
export function mountOption({ source, target, readOnly }: ContainerMount): string {
  const fields = [
    `type=${source.kind}`,
    `src=${sourceText(source)}`,
    `dst=${target}`,
    ...(readOnly ? ['readonly'] : []),
  ];
  return fields
    .map((field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',');
}
