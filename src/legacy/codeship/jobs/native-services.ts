// `--style=idiomatic`: where every dependency is an image with variables and nothing more, it is a service container of
// GitHub's, and commands run by `docker run` on its network: no step needs a Compose file.

import { type Expression, expression, property } from '../../../expression/expression.ts';
import { defined, filled } from '../../../ground/defined.ts';
import { joined, type Line, type Traced, traced } from '../../../output/tree.ts';
import { quoteWord } from '../../../shell/words.ts';
import type { Field, ServiceContainer } from '../../../workflow/model.ts';
import type { BuildPlan } from '../compose/build-plan.ts';
import { type Service, startedWith } from '../services/service.ts';
import { allLeavesOf, type Item, type Leaf } from '../steps/items.ts';
import { repositoryPath } from '../values/repository-path.ts';

export type NativeServices = {
  /** The items without the dependencies of their services. */
  readonly items: readonly Item[];
  /** The services of the project, the same way. */
  readonly services: ReadonlyMap<string, Service>;
  /** What a service of these items needs. */
  readonly containersOf: (service: Service) => readonly ServiceContainer[];
  /** The network of a job's containers. */
  readonly networkOf: (service: Service) => Expression | undefined;
  readonly folder: string;
};

const dependencyKeys = new Set(['image', 'environment', 'ports', 'expose']);
const stepKeys = new Set([
  'image',
  'build',
  'dockerfile',
  'cached',
  'default_cache_branch',
  'environment',
  'depends_on',
  'links',
  'working_dir',
  'user',
  'encrypted_dockercfg_path',
]);

/** Undefined where some step needs the Compose file, or none has a dependency. */
export function nativeServices(
  items: readonly Item[],
  services: ReadonlyMap<string, Service>,
  folder: string,
  buildOf: (service: Service) => BuildPlan | undefined,
): NativeServices | undefined {
  const leaves = items.flatMap(allLeavesOf);
  const own = new Set(leaves.map(({ service }) => service));
  const needed = new Set([...own].flatMap(startedWith));
  if (needed.size === 0) return undefined;
  if (![...needed].every((each) => !own.has(each) && isPlain(each))) return undefined;
  if (!leaves.every((leaf) => runsAlone(leaf, buildOf))) return undefined;
  const containers = new Map([...needed].map((each) => [each.name, containerOf(each, own)]));
  const stripped = new Map<Service, Service>(
    [...services.values()].map((each) => [
      each,
      own.has(each) ? { ...each, dependencies: [], links: [] } : each,
    ]),
  );
  const needs = new Map(
    [...own].map((each) => [
      stripped.get(each) ?? each,
      startedWith(each).flatMap(({ name }) => containers.get(name) ?? []),
    ]),
  );
  const strip = (item: Item): Item => {
    const onFail = item.onFail.map(strip);
    if ('items' in item) return { ...item, onFail, items: item.items.map(strip) };
    return { ...item, onFail, service: stripped.get(item.service) ?? item.service };
  };
  const containersOf = (service: Service): readonly ServiceContainer[] => needs.get(service) ?? [];
  return {
    items: items.map(strip),
    services: new Map([...services].map(([name, each]) => [name, stripped.get(each) ?? each])),
    containersOf,
    networkOf: (service) => {
      const [first] = containersOf(service);
      return first === undefined
        ? undefined
        : expression`${property(expression`job.services`, first.id)}.network`;
    },
    folder,
  };
}

/** An image with variables, under a name that GitHub takes as a host name too. */
const isPlain = ({ name, id, node, build, credentials, dependencies }: Service): boolean =>
  build === undefined &&
  credentials === undefined &&
  dependencies.length === 0 &&
  name === id &&
  /^[A-Za-z_][\w-]*$/.test(id) &&
  node.entries.every(({ key }) => dependencyKeys.has(key.text));

function runsAlone(leaf: Leaf, buildOf: (service: Service) => BuildPlan | undefined): boolean {
  const { service, kind } = leaf;
  const { build, node, links, volumesFrom } = service;
  if (kind === 'load' || (kind === 'push' && build === undefined)) return false;
  const plan = buildOf(service);
  return (
    node.entries.every(({ key }) => stepKeys.has(key.text)) &&
    volumesFrom.length === 0 &&
    links.every(({ alias }) => alias === undefined) &&
    (plan === undefined || plan.action !== undefined || plan.arguments.length === 0)
  );
}

function containerOf(service: Service, users: ReadonlySet<Service>): ServiceContainer {
  const { id, image, keys, before } = service;
  const env = (keys.environment?.items ?? []).map(
    ({ name, value, node, before: above }): Field => ({
      name,
      value: traced(value ?? '', node),
      ...defined({ before: filled(above) }),
    }),
  );
  const from = [...users].flatMap(({ dependencies }) =>
    dependencies.flatMap((each) => (each.service === service ? each.from : [])),
  );
  return {
    id,
    image: traced(image.name, ...(image.node === undefined ? [] : [image.node])),
    ...optionsOf(image.name),
    ...defined({ env: filled(env) }),
    ...defined({ before: filled(before) }),
    ...defined({ from: filled(from) }),
  };
}

/** GitHub waits for what says that it is healthy; these images have the programs that ask. */
const healthCommands: Readonly<Record<string, string>> = {
  postgres: 'pg_isready',
  mysql: '"mysqladmin ping --host=127.0.0.1"',
  redis: '"redis-cli ping"',
};

function optionsOf(image: string): { readonly options?: string } {
  const command = healthCommands[image.replace(/^library\//, '').replace(/:.*$/, '')];
  return command === undefined
    ? {}
    : {
        options: `--health-cmd ${command} --health-interval 5s --health-timeout 5s --health-retries 24`,
      };
}

/** `docker run` of a command, up to its words. */
export function nativeRun(
  service: Service,
  { networkOf }: NativeServices,
  namesFile: string | undefined,
): Line {
  const { keys, image } = service;
  const words: Traced[] = [traced('docker run --rm')];
  if (networkOf(service) !== undefined) words.push(traced('--network "$NETWORK"'));
  if (namesFile !== undefined) words.push(traced(`--env-file ${quoteWord(namesFile)}`));
  for (const { name, value, node } of keys.environment?.items ?? [])
    words.push(traced(`--env ${quoteWord(value === undefined ? name : `${name}=${value}`)}`, node));
  for (const [option, node] of [
    ['--workdir', keys.working_dir],
    ['--user', keys.user],
  ] as const) {
    if (node !== undefined) words.push(traced(`${option} ${quoteWord(node.text)}`, node));
  }
  words.push(traced(quoteWord(image.name), ...(image.node === undefined ? [] : [image.node])));
  return joined([joined(words, ' '), ' ']);
}

/** A build for each of them. */
export const nativeBuilds = (
  services: readonly Service[],
  { folder }: NativeServices,
): readonly Line[] =>
  services.map(({ build, image, keys }) => {
    const written = build?.context?.text ?? '.';
    const context = repositoryPath(folder, written) ?? written;
    const file = build?.dockerfile;
    const path =
      file === undefined || file.text === 'Dockerfile'
        ? undefined
        : repositoryPath(context, file.text);
    const nodes = [
      ...(build?.from ?? []),
      ...(build?.context === undefined ? [] : [build.context]),
      ...(file === undefined ? [] : [file]),
      ...(image.node === undefined ? [] : [image.node]),
      ...(keys.cached?.value === false ? [keys.cached.node] : []),
    ];
    return traced(
      `docker build --tag ${quoteWord(image.name)} ${path === undefined ? '' : `--file ${quoteWord(path)} `}${context === '' ? '.' : quoteWord(context)}`,
      ...nodes,
    );
  });
