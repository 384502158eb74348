// Services as service containers. Shippable started them inside the build container, on localhost, and
// waited for their ports (shippable.md 5); published ports and health checks do the same on a runner.

import { defined, filled } from '../../../ground/defined.ts';
import { joined, traced } from '../../../output/tree.ts';
import { isNull, leavesOf, type ScalarNode, type SourceNode } from '../../../source/node.ts';
import type { Field, ServiceContainer, Step } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Environment } from '../environment/environment.ts';
import type { Command, ShippableConfig } from '../keys/config.ts';
import { scriptsOf } from '../scripts/scripts.ts';
import { mysqlSocket, mysqlStep, startMysql, whyNoContainer } from './mysql.ts';
import { seleniumStep } from './selenium.ts';
import { unlistedServices } from './unlisted-services.ts';

type ServiceRow = {
  /** Image and the tag nearest to the last machine image (v7.2.4). */
  readonly image: string;
  readonly tag: string;
  readonly ports: readonly number[];
  readonly env?: readonly Field[];
  /** Command that says the service is ready; ports without one are waited for by the runner's engine only. */
  readonly health?: string;
  /** Variables that make clients use the network: a service container has no socket in the job's file system. */
  readonly client?: readonly Field[];
};

const rows: Readonly<Record<string, ServiceRow>> = {
  postgres: {
    image: 'postgres',
    tag: '11',
    ports: [5432],
    health: 'pg_isready -U postgres',
    env: [{ name: 'POSTGRES_HOST_AUTH_METHOD', value: 'trust' }],
    client: [
      { name: 'PGHOST', value: 'localhost' },
      { name: 'PGUSER', value: 'postgres' },
    ],
  },
  mysql: {
    image: 'mysql',
    tag: '5.7',
    ports: [3306],
    health: 'mysqladmin ping -h 127.0.0.1',
    env: [{ name: 'MYSQL_ALLOW_EMPTY_PASSWORD', value: 'yes' }],
  },
  mongodb: { image: 'mongo', tag: '4.0', ports: [27017], health: "mongo --eval 'db.stats()'" },
  redis: { image: 'redis', tag: '5', ports: [6379], health: 'redis-cli ping' },
  memcached: { image: 'memcached', tag: '1.5', ports: [11211] },
  rabbitmq: { image: 'rabbitmq', tag: '3.6', ports: [5672], health: 'rabbitmqctl status' },
  elasticsearch: {
    image: 'elasticsearch',
    tag: '6.8.23',
    ports: [9200],
    health: 'curl -sf http://localhost:9200',
    env: [{ name: 'discovery.type', value: 'single-node' }],
  },
  couchdb: {
    image: 'couchdb',
    tag: '2.3',
    ports: [5984],
    health: 'curl -sf http://localhost:5984',
  },
  cassandra: {
    image: 'cassandra',
    tag: '3.11',
    ports: [9042, 9160],
    health: "cqlsh -e 'describe keyspaces'",
  },
  neo4j: {
    image: 'neo4j',
    tag: '3.5',
    ports: [7474, 7687],
    health: 'wget -qO /dev/null http://localhost:7474',
    env: [{ name: 'NEO4J_AUTH', value: 'none' }],
  },
  rethinkdb: { image: 'rethinkdb', tag: '2.3', ports: [28015, 8080] },
  riak: { image: 'basho/riak-kv', tag: 'ubuntu-2.2.3', ports: [8087, 8098] },
  selenium: {
    image: 'selenium/standalone-firefox',
    tag: '3.141.59',
    ports: [4444],
  },
};

const otherNames: Readonly<Record<string, string>> = {
  postgresql: 'postgres',
  mongo: 'mongodb',
  'redis-server': 'redis',
  memcache: 'memcached',
  'rabbitmq-server': 'rabbitmq',
  couch: 'couchdb',
};

export type Services = {
  readonly containers: readonly ServiceContainer[];
  readonly client: readonly Field[];
  /** Steps that start what a service container cannot be. */
  readonly start: readonly Step[];
  /** A MySQL server runs, as a service or by a step. */
  readonly mysql: boolean;
  /** A server of any kind is on `localhost` of the runner. */
  readonly onLocalhost: boolean;
  /** Folders of the runner with the sockets of servers; a booted image is given them. */
  readonly sockets: readonly string[];
};

type Wanted = {
  readonly name: ScalarNode | undefined;
  readonly word: string;
  readonly version?: ScalarNode;
  readonly from: readonly SourceNode[];
};

export function translateServices(given: Surroundings): Services {
  const { config, onOwnImage, environment, context } = given;
  reportStartCommands(environment, context);
  const scripts = given.commands.flatMap((command) => scriptsOf(command, context.repository));
  const around: Surroundings = { ...given, commands: [...given.commands, ...scripts] };
  const unlisted = onOwnImage ? [] : unlistedServices(config, around.commands, namesOf(config));
  const wanted = [...wantedServices(config), ...impliedBy(unlisted, context)];
  const started = startAll(wanted, around);
  const names = new Set([...namesOf(config), ...unlisted.map(({ service }) => service)]);
  const start = [...started.steps, ...settleAddons(names, around)];
  const { containers, client } = started;
  const bySocket = start.some((step) => step.kind === 'run' && step.name === startMysql);
  const mysql = bySocket || containers.some(({ id }) => id === 'mysql');
  const selenium = wanted.some(({ word }) => word === 'selenium') && !onOwnImage;
  return {
    containers,
    client,
    start,
    mysql,
    sockets: bySocket ? [mysqlSocket] : [],
    onLocalhost: containers.length > 0 || mysql || selenium,
  };
}

/** The job that services are started for. */
type Surroundings = {
  readonly config: ShippableConfig;
  /** The user booted an image of his own: Shippable started no service there. */
  readonly onOwnImage: boolean;
  /** Any image is booted. */
  readonly boots: boolean;
  readonly environment: Environment;
  readonly commands: readonly Command[];
  readonly context: TranslationContext;
};

/** Servers that the old images started without a word in the file. */
function impliedBy(
  unlisted: ReturnType<typeof unlistedServices>,
  { report }: TranslationContext,
): readonly Wanted[] {
  return unlisted.map(({ service, client, at }) => {
    report(
      'unlisted-service',
      at,
      `\`${client}\` needs a server that the file does not list, because Shippable's old images started it automatically; the workflow starts it`,
      `list \`${service}\` under \`services\` to choose its version`,
    );
    return { name: undefined, word: service, from: [at] };
  });
}

type Started = {
  readonly containers: readonly ServiceContainer[];
  readonly client: readonly Field[];
  readonly steps: readonly Step[];
};

/** Each service once, as a container, or by a step where it has to share the network of the runner. */
function startAll(wanted: readonly Wanted[], around: Surroundings): Started {
  const containers: ServiceContainer[] = [];
  const client: Field[] = [];
  const steps: Step[] = [];
  for (const one of wanted) {
    const [node] = one.from;
    if (node === undefined) continue;
    const word = otherNames[one.word] ?? one.word;
    const row = startable(one, word, around);
    if (row === undefined || containers.some(({ id }) => id === word)) continue;
    const made = container(word, row, one, versionOf(one, word, around), around.context);
    const byStep = startedByStep(word, made, around);
    if (byStep === undefined) containers.push(made);
    else {
      steps.push(byStep.step);
      around.context.report('service-in-a-step', node, byStep.why);
    }
    client.push(...(row.client ?? []));
  }
  return { containers, client, steps };
}

/** The row of a service that can be started; else says what becomes of it. */
function startable(one: Wanted, word: string, around: Surroundings): ServiceRow | undefined {
  const { report } = around.context;
  const row = rows[word];
  for (const at of one.from) {
    if (word === 'sqlite')
      report(
        'dropped-key',
        at,
        '`sqlite` is left out: it is a library, so there is no service to start',
      );
    else if (word === 'docker')
      report('dropped-key', at, '`docker` is left out: runners have Docker running');
    else if (row === undefined)
      report(
        'unknown-service',
        at,
        `Shippable did not support the service \`${one.word}\``,
        `known services: ${Object.keys(rows).join(', ')}; if you need it, add a service container by hand`,
      );
    else if (around.onOwnImage)
      report(
        'service-on-own-image',
        at,
        `Shippable did not start \`${one.word}\` on an image of your own, so there is no container for it`,
      );
  }
  return around.onOwnImage ? undefined : row;
}

/** Said at the service, by an addon of its name, or by a variable; undefined for the usual one. */
function versionOf(
  { version }: Wanted,
  word: string,
  { config, environment, context }: Surroundings,
): ScalarNode | undefined {
  const addon = (name: string): ScalarNode | undefined => {
    const node = config.keys.addons?.find(({ key }) => key.text === name)?.value;
    return node?.kind === 'scalar' ? node : undefined;
  };
  return (
    version ??
    addon(word) ??
    (word === 'postgres' ? addon('postgresql') : undefined) ??
    (word === 'mongodb' ? addon('mongodb') : undefined) ??
    versionVariable(word, environment, context)
  );
}

/** The step that starts what a service container cannot be, and why it cannot. */
function startedByStep(
  word: string,
  made: ServiceContainer,
  { config, environment, commands, context }: Surroundings,
): { readonly step: Step; readonly why: string } | undefined {
  if (word === 'selenium')
    return {
      step: seleniumStep(made),
      why: 'the browser has to reach what the tests serve on `localhost`, so a step starts the server in the network of the runner',
    };
  if (word !== 'mysql') return undefined;
  const why = whyNoContainer(
    commands,
    [...environment.global, ...environment.rows.flatMap(({ variables }) => variables)],
    config.keys.language?.text ?? 'ruby',
    context.repository,
  );
  return why === undefined
    ? undefined
    : {
        step: mysqlStep(made),
        why: `${why}, so a step starts the server in the runner's network, with its socket`,
      };
}

/** Steps for the browsers among the addons; the others are accounted for. */
function settleAddons(
  names: ReadonlySet<string>,
  { config, boots, context }: Surroundings,
): readonly Step[] {
  return (config.keys.addons ?? []).flatMap(({ key, value }) => {
    const steps =
      key.text === 'firefox' && value.kind === 'scalar' && !boots
        ? firefoxSteps(value, context)
        : [];
    settleAddon(key.text, value, names, context);
    return steps;
  });
}

/** A Firefox by its version, from Mozilla's archive; those before 46 drew with GTK 2. */
function firefoxSteps(version: ScalarNode, { report, otherwise }: TranslationContext): Step[] {
  const text = version.text.trim();
  if (/^latest/.test(text)) {
    otherwise('default-value', version, 'runners have a current Firefox');
    return [];
  }
  if (!/^\d+(?:\.\d+)+(?:esr)?$/.test(text)) return [];
  report(
    'old-browser',
    version,
    `runners have a current Firefox, so ${text} is installed from Mozilla's archive, and comes first on PATH`,
    "move the tests to the runner's Firefox when you can",
  );
  const major = Number.parseInt(text, 10);
  const [ending, flag] = major >= 135 ? ['xz', 'J'] : ['bz2', 'j'];
  return [
    {
      kind: 'run',
      name: traced(`Install Firefox ${text}`, version),
      run: [
        ...(major < 46
          ? [
              traced(
                'sudo apt-get update -qq && sudo apt-get install -y -qq libgtk2.0-0t64 libdbus-glib-1-2 libxt6t64',
              ),
            ]
          : []),
        traced(
          `curl -fsSL https://archive.mozilla.org/pub/firefox/releases/${text}/linux-x86_64/en-US/firefox-${text}.tar.${ending} | tar -x${flag} -C "$RUNNER_TEMP"`,
          version,
        ),
        traced('echo "$RUNNER_TEMP/firefox" >> "$GITHUB_PATH"'),
      ],
    },
  ];
}

/** `SHIPPABLE_POSTGRES_VERSION=9.4` chose the server (shippable.md 5). */
function versionVariable(
  word: string,
  environment: Environment,
  { report }: TranslationContext,
): ScalarNode | undefined {
  const name = `SHIPPABLE_${word.toUpperCase()}_VERSION`;
  const of = (variables: Environment['global']) =>
    variables.filter((variable) => variable.name === name).at(-1);
  const global = of(environment.global);
  const rows = environment.rows.map((row) => of(row.variables) ?? global);
  const wanted = rows.length === 0 ? [global] : rows;
  const values = new Set(wanted.map((variable) => variable?.value));
  const [value] = values;
  const node = wanted.find((variable) => variable !== undefined)?.from[0];
  if (node?.kind !== 'scalar') return undefined;
  if (values.size > 1 || value === undefined) {
    report(
      'service-version-of-rows',
      node,
      `\`${name}\` is not one plain version for all jobs, so each job uses the default version`,
      'set the version of each row in the matrix of the workflow, and use it in the image of the service',
    );
    return undefined;
  }
  return { ...node, text: value };
}

/** `SHIPPABLE_MYSQL_CMD` replaced the command that started a service, which a service container has of its own. */
function reportStartCommands(environment: Environment, { report }: TranslationContext): void {
  const variables = [...environment.global, ...environment.rows.flatMap((row) => row.variables)];
  for (const { name, from } of variables) {
    if (!/^SHIPPABLE_\w+_CMD$/.test(name)) continue;
    for (const node of from)
      report(
        'service-command',
        node,
        `\`${name}\` replaced the command that started a service; the service is now a container, which its image starts`,
        'set the options of the command as `env` or `options` of the service in the workflow',
      );
  }
}

const namesOf = (config: ShippableConfig): ReadonlySet<string> =>
  new Set([...wantedServices(config)].map(({ word }) => otherNames[word] ?? word));

function* wantedServices(config: ShippableConfig): Iterable<Wanted> {
  for (const item of config.keys.services ?? []) {
    if (!Array.isArray(item)) {
      const node = item as ScalarNode;
      yield { name: node, word: node.text.trim().toLowerCase(), from: [node] };
      continue;
    }
    for (const { key, value } of item) {
      yield {
        name: undefined,
        word: key.text.trim().toLowerCase(),
        ...(isNull(value) ? {} : { version: value }),
        from: [value],
      };
    }
  }
}

function container(
  word: string,
  row: ServiceRow,
  wanted: Wanted,
  version: ScalarNode | undefined,
  { settings, report }: TranslationContext,
): ServiceContainer {
  const mapped = settings.images[word];
  const name = wanted.name === undefined ? row.image : traced(row.image, wanted.name);
  let image = joined([name, ':', version === undefined ? row.tag : traced(version.text, version)]);
  if (mapped !== undefined) image = joined([{ text: mapped, from: wanted.from }]);
  if (word === 'selenium' && version !== undefined && !/^3\.\d+\.\d+/.test(version.text)) {
    report(
      'service-version',
      version,
      `there is no image for Selenium ${version.text}; ${row.tag} is used`,
      'check that the tests work with it',
    );
    image = joined([`${row.image}:${row.tag}`]);
  }
  const health =
    row.health === undefined
      ? ''
      : `--health-cmd "${row.health}" --health-interval 5s --health-timeout 5s --health-retries 24`;
  return {
    id: word,
    image,
    ports: row.ports.map((port) => `${port}:${port}`),
    ...defined({ env: row.env }),
    ...defined({ options: filled(health) }),
    from: wanted.name === undefined ? [] : [wanted.name],
    before: commentsOf(wanted.from[0]),
  };
}

/** The comments of an item; the first one has those of the list, too. */
function commentsOf(node: SourceNode | undefined): readonly string[] {
  if (node === undefined) return [];
  const { parent } = node;
  const isFirst = parent?.kind === 'sequence' && parent.items[0] === node;
  const behind = node.behind === undefined ? [] : [node.behind];
  return [...(isFirst ? parent.before : []), ...node.before, ...behind];
}

/** Additions in the manner of Travis CI (shippable.md 2.1). */
function settleAddon(
  name: string,
  node: SourceNode,
  services: ReadonlySet<string>,
  { otherwise }: TranslationContext,
): void {
  const service = otherNames[name] ?? name;
  if (Object.hasOwn(rows, service) && !services.has(service)) {
    const said = `\`addons.${name}\` sets the version of a service that the file does not use`;
    for (const leaf of leavesOf(node)) otherwise('ignored-without', leaf, said);
    return;
  }
  if (name === 'firefox') {
    otherwise(
      'addon',
      node,
      'runners have a current Firefox, not this one',
      'use a container image with the version that the tests need',
    );
  } else {
    otherwise(
      'addon',
      node,
      `the addon \`${name}\` is not translated`,
      'install it in the first commands of `ci`, or use an image that has it',
    );
  }
}
