// Volumes of services (codeship.md 2.6, 16). Of two paths the first is a file or folder of the repository, with or
// without a separator: named volumes did not exist. What lies in the container alone is new for every step, unless
// another service takes it over: then it is one volume for the whole job.

import { map, type OutEntry, scalar, type Traced, traced } from '../../../output/tree.ts';
import type { ScalarNode, SourceNode } from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';
import { composeText } from '../values/compose-text.ts';
import { repositoryPath } from '../values/repository-path.ts';
import type { Service } from './service.ts';

export type Volumes = {
  readonly of: (service: Service) => readonly Traced[];
  /** Values that `volumes_from` stands for: paths that one of those services brings. */
  readonly covered: (service: Service) => readonly SourceNode[];
  /** The top-level volumes of the Compose file. */
  readonly declared: readonly OutEntry[];
  /** Names of the declared volumes in the engine, as Compose and bash read them. */
  readonly names: readonly string[];
};

/** `host:container[:mode]`, or a path in the container alone. */
export type Mount =
  | { readonly kind: 'container'; readonly target: string; readonly node: ScalarNode }
  | {
      readonly kind: 'host';
      readonly source: string;
      readonly target: string;
      readonly node: ScalarNode;
    };

export function mountOf(node: ScalarNode): Mount {
  const [source = '', target] = withoutVariables(node.text).split(':');
  return target === undefined
    ? { kind: 'container', target: source, node }
    : { kind: 'host', source, target, node };
}

/**
 * Docker refuses a mount with a variable, so each stands for the one thing that it can be: the checkout, the home of root in
 * a container, and what Compose takes where nobody sets it.
 */
const withoutVariables = (text: string): string =>
  text
    .replace(/\$\{\w+:?-([^{}]*)\}/g, '$1')
    .replace(/^\$(?:\{PWD\}|PWD\b)/, '.')
    .replace(/:\$(?:\{HOME\}|HOME\b)/, ':/root')
    .replace(/^\$(?:\{HOME\}|HOME\b)(?=[^:]*$)/, '/root');

/** Files and folders of the repository that a service mounts. */
export function mountedPaths({ keys }: Service, folder: string): readonly string[] {
  return (keys.volumes ?? []).flatMap((node) => {
    const mount = mountOf(node);
    const path = mount.kind === 'host' ? repositoryPath(folder, mount.source) : undefined;
    return path === undefined ? [] : [path];
  });
}

export function readVolumes(services: readonly Service[], context: TranslationContext): Volumes {
  const holders = new Set(
    services.flatMap((each) => each.volumesFrom.map(({ service }) => service)),
  );
  const declared = new Map<string, SourceNode[]>();
  const declare = (name: string, node: SourceNode): string => {
    declared.set(name, [...(declared.get(name) ?? []), node]);
    return name;
  };
  const mounts = new Map<Service, readonly Traced[]>();
  const covered = new Map<Service, readonly SourceNode[]>();
  for (const service of services) {
    const brought = broughtTo(service);
    const own = (service.keys.volumes ?? []).map(mountOf);
    // Docker left out a volume of the container where another service brought one; Compose would hide that one.
    const isCovered = (mount: Mount): boolean =>
      mount.kind === 'container' && brought.has(withoutSlash(mount.target));
    covered.set(
      service,
      own.filter(isCovered).map(({ node }) => node),
    );
    for (const { node } of own) {
      const text = withoutVariables(node.text);
      if (text !== node.text)
        context.report(
          'volume-variable',
          { file: node.file, start: node.start, end: node.end },
          `Docker refuses a variable in a mount; the service mounts \`${text}\``,
          `write \`${text}\``,
        );
    }
    const texts = own
      .filter((mount) => !isCovered(mount))
      .map((mount): Traced => {
        const { node } = mount;
        if (mount.kind === 'host') return hostMount(mount.source, node);
        if (!holders.has(service)) return traced(composeText(mount.target), node);
        context.report(
          'volume-lifetime',
          { file: node.file, start: node.start, end: node.end },
          `\`${node.text}\` is shared by other services, so it keeps its files for the whole job`,
        );
        const name = declare(`${service.id}${node.text.replace(/[^A-Za-z0-9_.-]+/g, '-')}`, node);
        return traced(`${name}:${composeText(mount.target)}`, node);
      });
    if (service.keys.add_docker?.value === true) {
      const socket = '/var/run/docker.sock';
      texts.push(traced(`${socket}:${socket}`, service.keys.add_docker.node));
    }
    mounts.set(service, texts);
  }
  return {
    of: (service) => mounts.get(service) ?? [],
    covered: (service) => covered.get(service) ?? [],
    declared: [...declared].map(([name, from]) => ({
      key: name,
      value: map([{ key: 'name', value: scalar(traced(engineName(name), ...from)) }]),
    })),
    names: [...declared.keys()].map(engineName),
  };
}

/** A name of its own, for parallel steps have projects of their own; the run's id, for a machine may be used again. */
const engineName = (name: string): string => `codeship-\${GITHUB_RUN_ID:-0}-${name}`;

/** Places in the container where services under `volumes_from` mount something, and those that these name in turn. */
function broughtTo(service: Service, seen = new Set<Service>([service])): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { service: holder } of service.volumesFrom) {
    if (seen.has(holder)) continue;
    seen.add(holder);
    for (const node of holder.keys.volumes ?? []) found.add(withoutSlash(mountOf(node).target));
    for (const target of broughtTo(holder, seen)) found.add(target);
  }
  return found;
}

const withoutSlash = (path: string): string => path.replace(/(.)\/+$/, '$1');

/** Compose takes a path of the repository only with a dot in front. */
function hostMount(source: string, node: ScalarNode): Traced {
  const text = withoutVariables(node.text);
  const dotted = /^[./~]/.test(source) ? text : `./${text}`;
  return traced(composeText(dotted), node);
}
