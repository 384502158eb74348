// Names of services become the services themselves: what depends on what, whose volumes, whose credentials.

import type { ScalarNode, SourceNode } from '../../../source/node.ts';
import { nearestWord } from '../../../source/spelling.ts';
import type { TranslationContext } from '../../translation.ts';
import { withVariables } from './environment.ts';
import { linkVariables } from './link-variables.ts';
import { scanRepository } from './scan-repository.ts';
import type { Credentials, Dependency, Link, Service } from './service.ts';

export type UnconnectedService = Omit<
  Service,
  'dependencies' | 'links' | 'volumesFrom' | 'credentials'
>;

type Connected = Omit<Service, 'dependencies' | 'links' | 'volumesFrom' | 'keys'> & {
  keys: Service['keys'];
  dependencies: readonly Dependency[];
  links: readonly Link[];
  volumesFrom: readonly Dependency[];
  credentials?: Credentials;
};

export function connectServices(
  found: readonly UnconnectedService[],
  { folder, steps }: { readonly folder: string; readonly steps: string },
  context: TranslationContext,
): ReadonlyMap<string, Service> {
  const services = new Map<string, Connected>();
  for (const service of found) {
    services.set(service.name, { ...service, dependencies: [], links: [], volumesFrom: [] });
  }
  for (const service of services.values()) {
    service.links = linksOf(service, services, context);
    service.dependencies = dependenciesOf(service, services, context);
    service.volumesFrom = volumesFrom(service, services, context);
    const credentials = credentialsOf(
      service.keys.encrypted_dockercfg_path,
      service.keys.dockercfg_service,
      services,
      context,
    );
    if (credentials !== undefined) service.credentials = credentials;
  }
  cutCycles(services.values(), context);
  const scan = () => scanRepository(context.repository);
  for (const service of services.values()) {
    const { set } = linkVariables(service, { scan, steps, folder });
    if (set.length > 0) service.keys = withVariables(service.keys, set);
  }
  return services;
}

/** The service of that name; an error at the value where there is none. */
export function serviceNamed(
  name: string,
  node: SourceNode,
  services: ReadonlyMap<string, Service>,
  { report }: TranslationContext,
): Service | undefined {
  const service = services.get(name);
  if (service === undefined) {
    const near = nearestWord(name, [...services.keys()]);
    report(
      'no-such-service',
      node,
      `there is no service \`${name}\``,
      near === undefined ? 'use a service from the services file' : `did you mean \`${near}\`?`,
    );
  }
  return service;
}

function linksOf(
  service: Connected,
  services: ReadonlyMap<string, Service>,
  context: TranslationContext,
): Link[] {
  const links: Link[] = [];
  for (const node of service.keys.links ?? []) {
    const colon = node.text.indexOf(':');
    const name = colon < 0 ? node.text : node.text.slice(0, colon);
    const alias = colon < 0 ? undefined : node.text.slice(colon + 1);
    const target = serviceNamed(name, node, services, context);
    if (target === undefined) continue;
    links.push({ service: target, node, ...(alias ? { alias } : {}) });
  }
  return links;
}

/** `depends_on` and `links` together, each service once. */
function dependenciesOf(
  service: Connected,
  services: ReadonlyMap<string, Service>,
  context: TranslationContext,
): Dependency[] {
  const from = new Map<Service, SourceNode[]>();
  const add = (target: Service, node: SourceNode): void => {
    from.set(target, [...(from.get(target) ?? []), node]);
  };
  for (const { name, node } of service.keys.depends_on ?? []) {
    const target = serviceNamed(name, node, services, context);
    if (target !== undefined) add(target, node);
  }
  for (const link of service.links) add(link.service, link.node);
  return [...from].map(([target, nodes]) => ({ service: target, from: nodes }));
}

function volumesFrom(
  service: Connected,
  services: ReadonlyMap<string, Service>,
  context: TranslationContext,
): Dependency[] {
  const found: Dependency[] = [];
  for (const node of service.keys.volumes_from ?? []) {
    const name = services.has(node.text) ? node.text : node.text.replace(/:r[ow]$/, '');
    const target = serviceNamed(name, node, services, context);
    if (target !== undefined) found.push({ service: target, from: [node] });
  }
  return found;
}

/** The encrypted path wins over a generator (codeship.md 3.3). */
export function credentialsOf(
  path: ScalarNode | undefined,
  generator: ScalarNode | undefined,
  services: ReadonlyMap<string, Service>,
  context: TranslationContext,
): Credentials | undefined {
  if (path !== undefined) {
    if (generator !== undefined) {
      context.report(
        'conflicting-keys',
        generator,
        '`dockercfg_service` is next to `encrypted_dockercfg_path`, which wins',
        'remove the one that you do not mean',
      );
    }
    return { kind: 'file', path: path.text, nodes: [path] };
  }
  if (generator === undefined) return undefined;
  const service = serviceNamed(generator.text, generator, services, context);
  return service === undefined ? undefined : { kind: 'generator', service, nodes: [generator] };
}

/** Leaves out what makes services need each other: neither CodeShip nor Compose could start one first. */
function cutCycles(services: Iterable<Connected>, { report }: TranslationContext): void {
  const state = new Map<Service, 'open' | 'done'>();
  const visit = (service: Connected): void => {
    state.set(service, 'open');
    const keep = ({ service: needed, from }: Dependency): boolean => {
      if (state.get(needed) === undefined) visit(needed as Connected);
      if (state.get(needed) === 'done') return true;
      for (const node of from) {
        report(
          'dependency-cycle',
          node,
          `\`${service.name}\` needs \`${needed.name}\`, which needs \`${service.name}\``,
          'remove one of them',
        );
      }
      return false;
    };
    service.dependencies = service.dependencies.filter(keep);
    service.volumesFrom = service.volumesFrom.filter(keep);
    const kept = new Set(service.dependencies.map((each) => each.service));
    service.links = service.links.filter((link) => kept.has(link.service));
    state.set(service, 'done');
  };
  for (const service of services) if (state.get(service) === undefined) visit(service);
}
