// One service of the Compose file, key by key in the order in which the user wrote it.

import { defined, filled } from '../../../ground/defined.ts';
import {
  flowList,
  list,
  map,
  type Out,
  type OutEntry,
  type OutMap,
  raw,
  scalar,
  seq,
  type Traced,
  traced,
} from '../../../output/tree.ts';
import type { ScalarNode, SourceNode } from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';
import {
  type EnvironmentFacts,
  environmentFiles,
  environmentOf,
  type PlainVariables,
  type Started,
} from '../services/environment.ts';
import { dockerfileName, type Service } from '../services/service.ts';
import type { Volumes } from '../services/volumes.ts';
import { composeText, composeValue, composeWords } from '../values/compose-text.ts';
import type { BuildArgument } from './build-arguments.ts';
import type { HealthChecks } from './health-check.ts';

export type ServiceFacts = {
  readonly environment: (service: Service) => EnvironmentFacts;
  readonly plain: (service: Service) => PlainVariables;
  readonly arguments: (service: Service) => readonly BuildArgument[];
  readonly healthCheck: HealthChecks;
  readonly volumes: Volumes;
  readonly started: (service: Service) => Started;
  /** Services whose ports are published: registries within the build. */
  readonly publishes: (service: Service) => boolean;
};

type Part = {
  readonly key: string;
  readonly value: Out;
};

type Writer = (
  service: Service,
  facts: ServiceFacts,
  context: TranslationContext,
) => readonly Part[];

const one = (key: string, value: Out | undefined): readonly Part[] =>
  value === undefined ? [] : [{ key, value }];

const text = (key: keyof Service['keys']): Writer => {
  return ({ keys }) => {
    const node = keys[key];
    return isScalar(node) ? one(key as string, scalar(composeValue(node))) : [];
  };
};

const texts = (key: keyof Service['keys']): Writer => {
  return ({ keys }) => {
    const nodes = keys[key];
    if (!Array.isArray(nodes) || nodes.length === 0) return [];
    return one(key as string, commented((nodes as readonly ScalarNode[]).map(composeValue), nodes));
  };
};

/**
 * A list whose items keep the comments that stood above them; in one line where there are none. Those above an item that
 * was a key (`add_docker`) stand above the list.
 */
const commented = (items: readonly Traced[], written: readonly SourceNode[]): Out => ({
  ...seq(
    items.map((item) => {
      const [node] = item.from;
      return {
        value: scalar(item),
        before: node !== undefined && written.includes(node) ? node.before : [],
      };
    }),
  ),
  flow: true,
});

const isScalar = (value: unknown): value is ScalarNode =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'scalar';

const environmentFile: Writer = (service, facts) =>
  one('env_file', environmentFiles(service, facts.environment(service), facts.started(service)));

const environment: Writer = (service, facts) =>
  one('environment', environmentOf(service, facts.plain(service).inline));

const dependencies: Writer = ({ dependencies: found }, { healthCheck }) => {
  if (found.length === 0) return [];
  const waits = found.some(({ service }) => healthCheck(service) === 'yes');
  if (!waits) {
    return one(
      'depends_on',
      flowList(found.map(({ service, from }) => traced(service.id, ...from))),
    );
  }
  return one(
    'depends_on',
    map(
      found.map(({ service, from }) => ({
        key: service.id,
        value: map(
          [
            {
              key: 'condition',
              value: scalar(healthCheck(service) === 'yes' ? 'service_healthy' : 'service_started'),
            },
          ],
          from,
        ),
      })),
    ),
  );
};

const links: Writer = ({ links: found }) => {
  const aliases = found.flatMap(({ service, alias, node }) =>
    alias === undefined ? [] : [traced(`${service.id}:${composeText(alias)}`, node)],
  );
  return aliases.length === 0 ? [] : one('links', list(aliases));
};

const volumes: Writer = (service, facts) => {
  const mounts = facts.volumes.of(service);
  return mounts.length === 0 ? [] : one('volumes', commented(mounts, service.keys.volumes ?? []));
};

const volumesFrom: Writer = (service, { volumes: { covered } }) =>
  service.volumesFrom.length === 0
    ? []
    : one(
        'volumes_from',
        list(
          service.volumesFrom.map(({ service: holder, from }) => {
            const mode = /:r[ow]$/.exec(
              from.map((node) => ('text' in node ? node.text : '')).join(''),
            );
            return traced(`${holder.id}${mode?.[0] ?? ''}`, ...from, ...covered(service));
          }),
        ),
      );

const words = (key: 'command' | 'entrypoint'): Writer => {
  return ({ keys }, _facts, { report }) => {
    const found = keys[key];
    if (found === undefined) return [];
    const value = composeWords(found);
    if (value === undefined) {
      report(
        'broken-command',
        found.node,
        `\`${key}\` cannot be split into words: a quote is never closed`,
        'close the quote',
      );
    }
    return one(key, value);
  };
};

const build: Writer = (service, facts) => {
  const found = service.build;
  if (found === undefined) return [];
  const named = service.image.node;
  const image = scalar(
    named === undefined ? service.image.name : traced(composeText(service.image.name), named),
  );
  const args = facts.arguments(service);
  const { context, dockerfile } = found;
  const isDefault = dockerfile !== undefined && dockerfileName(found) === 'Dockerfile';
  const from = [...found.from, ...(isDefault ? [dockerfile] : [])];
  const entries: OutEntry[] = [];
  if (dockerfile !== undefined && !isDefault) {
    entries.push({
      key: 'dockerfile',
      value: scalar(traced(composeText(dockerfileName(found)), dockerfile)),
    });
  }
  const said = args.flatMap(({ argument, compose }) =>
    compose === undefined ? [] : [{ argument, compose }],
  );
  if (said.length > 0) {
    entries.push({
      key: 'args',
      value: map(
        said.map(({ argument, compose }) => ({
          key: argument.name,
          value: scalar(compose),
          before: argument.before,
        })),
      ),
    });
  }
  const isRoot = context === undefined || context.text === '.';
  if (entries.length > 0 && !isRoot) {
    entries.unshift({ key: 'context', value: scalar(composeValue(context)) });
  }
  const sources = [...from, ...(isRoot && context !== undefined ? [context] : [])];
  // A folder alone says as much as a mapping of nothing else.
  const value =
    entries.length > 0
      ? { ...map(entries, sources), flow: true as const }
      : scalar(traced(composeText(context?.text ?? '.'), ...(context ? [context] : []), ...from));
  return [
    { key: 'build', value },
    { key: 'image', value: image },
  ];
};

const image: Writer = ({ build: built, image: { name, node } }, _facts, { settings }) => {
  if (built !== undefined || node === undefined) return [];
  const replaced = Object.hasOwn(settings.images, name) ? settings.images[name] : undefined;
  return one('image', scalar(traced(composeText(replaced ?? name), node)));
};

const pairs: Writer = ({ keys: { extra_hosts: found } }) => {
  if (found === undefined || found.length === 0) return [];
  const entries = found.flatMap((item) => ('key' in item ? [item] : []));
  if (entries.length === 0) {
    return one('extra_hosts', list((found as readonly ScalarNode[]).map(composeValue)));
  }
  return one(
    'extra_hosts',
    map(entries.map(({ key, value }) => ({ key: key.text, value: scalar(composeValue(value)) }))),
  );
};

const readOnly: Writer = ({ keys }) =>
  keys.read_only === undefined
    ? []
    : one('read_only', raw(traced(String(keys.read_only.value), keys.read_only.node)));

const ports: Writer = (service, facts, { report }) => {
  const found = service.keys.ports ?? [];
  if (facts.publishes(service)) return one('ports', list(found.map(composeValue)));
  for (const node of found) {
    report(
      'ignored-key',
      node,
      '`ports` is left out: CodeShip published no ports; steps reach a service by its name',
    );
  }
  return [];
};

/** What each key of a service becomes. Several keys may become one; it stands where the first of them stood. */
const writers: Readonly<Record<string, Writer>> = {
  image,
  build,
  dockerfile: build,
  environment,
  env_file: environmentFile,
  encrypted_environment: environmentFile,
  encrypted_env_file: environmentFile,
  encrypted_env: environmentFile,
  depends_on: dependencies,
  links: (...all) => [...dependencies(...all), ...links(...all)],
  volumes,
  add_docker: volumes,
  volumes_from: volumesFrom,
  command: words('command'),
  entrypoint: words('entrypoint'),
  working_dir: text('working_dir'),
  user: text('user'),
  hostname: text('hostname'),
  domainname: text('domainname'),
  dns: texts('dns'),
  dns_search: texts('dns_search'),
  extra_hosts: pairs,
  expose: texts('expose'),
  security_opt: texts('security_opt'),
  cap_add: texts('cap_add'),
  cap_drop: texts('cap_drop'),
  mem_limit: text('mem_limit'),
  cpuset: text('cpuset'),
  cpu_shares: text('cpu_shares'),
  restart: text('restart'),
  read_only: readOnly,
  ports,
};

/** The service as Compose has it. What is not the user's own stands at the end. */
export function composeService(
  service: Service,
  facts: ServiceFacts,
  context: TranslationContext,
): OutMap {
  const entries: OutEntry[] = [];
  const from: SourceNode[] = [];
  const add = (parts: readonly Part[], before: readonly string[]): void => {
    for (const { key, value } of parts) {
      if (entries.some((entry) => entry.key === key)) continue;
      entries.push({ key, value, ...defined({ before: filled(before) }) });
    }
  };
  for (const { key, value, merged } of service.node.entries) {
    const writer = Object.hasOwn(writers, key.text) ? writers[key.text] : undefined;
    if (writer === undefined) continue;
    add(writer(service, facts, context), merged ? [] : value.before);
  }
  add(environmentFile(service, facts, context), []);
  add(environment(service, facts, context), []);
  for (const flag of [service.keys.add_docker, service.keys.cached]) {
    if (flag?.value === false) from.push(flag.node);
  }
  return map(entries, from);
}
