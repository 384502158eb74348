// What steps leave on the machine for later ones: where there is any of it, both stay in one job.

import { readDockerfile } from '../../../format/dockerfile.ts';
import { dockerfileOf } from '../services/dockerfiles.ts';
import { imageKey, type Service, startedWith } from '../services/service.ts';
import { mountOf } from '../services/volumes.ts';
import type { Leaf } from '../steps/items.ts';
import { isWithin, repositoryPath } from '../values/repository-path.ts';
import type { Plan } from './plan.ts';
import type { Crossing } from './segments.ts';

export const crossingOf = (plan: Plan): Crossing => {
  const { services, folder, registryOf, context } = plan;
  const all = [...services.values()];
  const builder = (name: string): Service | undefined =>
    all.find(({ build, image }) => build !== undefined && image.name === name);
  const baseOf = (service: Service): Service | undefined => {
    const text = dockerfileOf(service, folder, context.repository);
    if (text === undefined) return undefined;
    const given = service.build?.args?.items.map(({ name, value }): readonly [string, string] => [
      name,
      value ?? '',
    ]);
    return readDockerfile(text, new Map(given))
      .baseImages.map(builder)
      .find((base) => base !== undefined && base !== service);
  };
  const overlap = (one: string, other: string): boolean =>
    isWithin(one, other) || isWithin(other, one);
  return (earlier, later) => {
    const before = containersOf(earlier);
    const after = containersOf(later);
    const engine = [...before, ...after].find(usesEngine);
    if (engine !== undefined)
      return `\`${engine.name}\` uses the engine of the machine, where it leaves or finds images`;
    const holder = before
      .flatMap(holdersOf)
      .find((each) => after.flatMap(holdersOf).includes(each));
    if (holder !== undefined) return `they share the volumes of \`${holder.name}\``;
    const written = before.flatMap((service) => writtenPaths(service, folder));
    const shared = after
      .flatMap((service) => mountPaths(service, folder))
      .find((path) => written.some((each) => overlap(each, path)));
    if (shared !== undefined) return `they share the folder \`${shared === '' ? '.' : shared}\``;
    const dirty = dirtyImages(earlier, folder, overlap);
    for (const service of [...after, ...later.map((leaf) => leaf.service)]) {
      const { build, image } = service;
      const made = build === undefined ? builder(image.name) : undefined;
      if (made !== undefined)
        return `\`${service.name}\` is the image that \`${made.name}\` builds`;
      if (build === undefined) continue;
      if (dirty(service))
        return `the image of \`${service.name}\` is built from files that earlier steps write`;
      const base = baseOf(service);
      if (base !== undefined && !after.includes(base))
        return `the image of \`${service.name}\` starts from that of \`${base.name}\``;
    }
    const pushed = earlier.find((leaf) => leaf.kind === 'push' && registryOf(leaf.imageName.text));
    return pushed === undefined ? undefined : 'the registry of the build runs there';
  };
};

const containersOf = (leaves: readonly Leaf[]): readonly Service[] => [
  ...new Set(
    leaves.flatMap(({ kind, service }) =>
      kind === 'run' ? [...startedWith(service), service] : [],
    ),
  ),
];

const usesEngine = ({ keys }: Service): boolean =>
  keys.add_docker?.value === true ||
  (keys.volumes ?? []).some(({ text }) => text.includes('docker.sock'));

const holdersOf = ({ volumesFrom }: Service): readonly Service[] =>
  volumesFrom.map(({ service }) => service);

function mountPaths(service: Service, folder: string): readonly string[] {
  return [service, ...holdersOf(service)].flatMap(({ keys }) =>
    (keys.volumes ?? []).flatMap((node) => {
      const mount = mountOf(node);
      return mount.kind === 'host' ? [repositoryPath(folder, mount.source) ?? mount.source] : [];
    }),
  );
}

const writtenPaths = (service: Service, folder: string): readonly string[] =>
  mountPaths(
    {
      ...service,
      keys: {
        ...service.keys,
        volumes: (service.keys.volumes ?? []).filter(({ text }) => !text.endsWith(':ro')),
      },
    },
    folder,
  );

/** Images that are first built when steps have written into their context: elsewhere they come out different. */
function dirtyImages(
  earlier: readonly Leaf[],
  folder: string,
  overlap: (one: string, other: string) => boolean,
): (service: Service) => boolean {
  const written: string[] = [];
  const clean = new Set<string>();
  for (const leaf of earlier) {
    for (const service of [...startedWith(leaf.service), leaf.service]) {
      if (!written.some((path) => overlap(path, contextOf(service, folder))))
        clean.add(imageKey(service));
    }
    if (leaf.kind === 'run')
      for (const service of containersOf([leaf])) written.push(...writtenPaths(service, folder));
  }
  return (service) =>
    !clean.has(imageKey(service)) &&
    written.some((path) => overlap(path, contextOf(service, folder)));
}

const contextOf = ({ build }: Service, folder: string): string =>
  repositoryPath(folder, build?.context?.text ?? '.') ?? '';
