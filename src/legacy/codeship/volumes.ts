// Volumes of services (codeship.md 2.6). What lies in the container alone is new for every step, unless another
// service takes it over: then it is one volume for the whole job.

import { map, type OutEntry, scalar, type Traced, traced } from '../../output/tree.ts';
import type { ScalarNode, SourceNode } from '../../source/node.ts';
import type { TranslationContext } from '../translation.ts';
import { composeText, composeValue } from './compose-text.ts';
import { repositoryPath } from './repository-path.ts';
import type { Service } from './service.ts';

export type Volumes = {
  readonly of: (service: Service) => readonly Traced[];
  /** The top-level volumes of the Compose file. */
  readonly declared: readonly OutEntry[];
};

/** `host:container[:mode]`, with the kind of its source. */
type Mount =
  | { readonly kind: 'container'; readonly node: ScalarNode }
  | { readonly kind: 'folder' | 'name'; readonly source: string; readonly node: ScalarNode };

function mountOf(node: ScalarNode): Mount {
  const colon = node.text.indexOf(':');
  if (colon < 0) return { kind: 'container', node };
  const source = node.text.slice(0, colon);
  return { kind: /^[.~]|\//.test(source) ? 'folder' : 'name', source, node };
}

/** Folders of the repository that a service mounts. */
export function mountedFolders({ keys }: Service, folder: string): readonly string[] {
  return (keys.volumes ?? []).flatMap((node) => {
    const mount = mountOf(node);
    const path = mount.kind === 'folder' ? repositoryPath(folder, mount.source) : undefined;
    return path === undefined ? [] : [path];
  });
}

export function readVolumes(
  services: readonly Service[],
  folder: string,
  context: TranslationContext,
): Volumes {
  const holders = new Set(
    services.flatMap((each) => each.volumesFrom.map(({ service }) => service)),
  );
  const declared = new Map<string, SourceNode[]>();
  const declare = (name: string, node: SourceNode): string => {
    declared.set(name, [...(declared.get(name) ?? []), node]);
    return name;
  };
  const mounts = new Map<Service, readonly Traced[]>();
  for (const service of services) {
    const texts = (service.keys.volumes ?? []).map((node): Traced => {
      const mount = mountOf(node);
      if (mount.kind === 'name') return named(mount.source, node, folder, declare, context);
      if (mount.kind === 'folder') return folderMount(mount.source, node);
      if (!holders.has(service)) return composeValue(node);
      context.report(
        'volume-lifetime',
        { file: node.file, start: node.start, end: node.end },
        `\`${node.text}\` is taken over by other services, so it keeps its files for the whole job`,
      );
      const name = declare(`${service.id}${node.text.replace(/[^A-Za-z0-9_.-]+/g, '-')}`, node);
      return traced(`${name}:${composeText(node.text)}`, node);
    });
    if (service.keys.add_docker?.value === true) {
      const socket = '/var/run/docker.sock';
      texts.push(traced(`${socket}:${socket}`, service.keys.add_docker.node));
    }
    mounts.set(service, texts);
  }
  return {
    of: (service) => mounts.get(service) ?? [],
    declared: [...declared].map(([name, from]) => ({
      key: name,
      // A name of its own, for parallel steps have projects of their own; the run's id, for a machine may be used again.
      value: map([
        { key: 'name', value: scalar(traced(`codeship-\${GITHUB_RUN_ID:-0}-${name}`, ...from)) },
      ]),
    })),
  };
}

/** Compose takes a relative folder only with a dot in front. */
function folderMount(source: string, node: ScalarNode): Traced {
  const dotted = /^[./~]/.test(source) ? node.text : `./${node.text}`;
  return traced(composeText(dotted), node);
}

function named(
  source: string,
  node: ScalarNode,
  folder: string,
  declare: (name: string, node: SourceNode) => string,
  context: TranslationContext,
): Traced {
  const path = repositoryPath(folder, source);
  const isFolder =
    path !== undefined && context.repository.paths.some((each) => each.startsWith(`${path}/`));
  context.report(
    'named-volume',
    node,
    `\`${source}\` has no separator, so it is the name of a volume${isFolder ? ', although the repository has a folder of that name' : ''}`,
    `write \`./${node.text}\` in the Compose file if the folder is meant`,
  );
  const name = declare(source.replace(/[^A-Za-z0-9_.-]+/g, '-'), node);
  return traced(composeText(name + node.text.slice(source.length)), node);
}
