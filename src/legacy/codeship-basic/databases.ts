// The databases that CodeShip's machine had running (codeship.md 10.3). A service container is made for those that the
// project names; all of them at once would only cost time.

import { defined } from '../../ground/defined.ts';
import type { Repository } from '../../ground/repository.ts';
import { type Line, traced } from '../../output/tree.ts';
import type { SourceNode } from '../../source/node.ts';
import { nearestWord } from '../../source/spelling.ts';
import type { Field, ServiceContainer } from '../../workflow/model.ts';
import type { TranslationContext } from '../translation.ts';
import type { BasicProject, Command } from './read.ts';
import { scriptLinesOf } from './repository-scripts.ts';

type DatabaseRow = {
  readonly image: string;
  readonly ports: readonly string[];
  readonly health?: string;
  readonly env?: readonly Field[];
  /** Words in files and commands that tell that the project uses it. */
  readonly named: RegExp;
  /** Variables that clients read. */
  readonly client?: readonly Field[];
  /** Makes the databases `development` and `test` that were there. */
  readonly prepare?: readonly string[];
  /** Was installed and not running: the line that started it. */
  readonly started?: RegExp;
};

const onInit = (name: string): RegExp =>
  new RegExp(
    `^(?:sudo\\s+)?(?:/etc/init\\.d/${name}\\s+(?:re)?start|service\\s+${name}\\s+(?:re)?start)$`,
  );

const postgres = (version: string, port: string): DatabaseRow => ({
  image: `postgres:${version}`,
  ports: [`${port}:5432`],
  health: 'pg_isready -U postgres',
  env: [
    { name: 'POSTGRES_PASSWORD', value: 'postgres' },
    { name: 'POSTGRES_DB', value: 'test' },
  ],
  named: new RegExp(`\\b${port}\\b`),
  client: [
    { name: 'PGHOST', value: 'localhost' },
    { name: 'PGUSER', value: 'postgres' },
    { name: 'PGPASSWORD', value: 'postgres' },
  ],
  prepare: [`createdb --port ${port} development`],
});

const rows: Readonly<Record<string, DatabaseRow>> = {
  postgresql: {
    ...postgres('10', '5432'),
    named: /\b(?:pg|postgres|postgresql|postgrex|psycopg2?|asyncpg|pgsql|PGUSER|psql|createdb)\b/i,
    prepare: ['createdb development'],
  },
  'postgresql-9.5': postgres('9.5', '5435'),
  'postgresql-9.6': postgres('9.6', '5436'),
  'postgresql-11': postgres('11', '5433'),
  'postgresql-12': postgres('12', '5434'),
  mysql: {
    image: 'mysql:5.7',
    ports: ['3306:3306'],
    health: 'mysqladmin ping --host 127.0.0.1',
    env: [
      { name: 'MYSQL_ROOT_PASSWORD', value: 'root' },
      { name: 'MYSQL_DATABASE', value: 'test' },
    ],
    named: /\b(?:mysql2?|mysqli|mysqlclient|pymysql|MYSQL_\w+)\b/i,
    client: [
      { name: 'MYSQL_HOST', value: '127.0.0.1' },
      { name: 'MYSQL_USER', value: 'root' },
      { name: 'MYSQL_PASSWORD', value: 'root' },
    ],
    prepare: [
      // Clients take `localhost` for this socket, which the server in its container does not make.
      'if [ -d /run/systemd/system ]; then',
      '  sudo systemd-run --quiet --socket-property=ListenStream=/run/mysqld/mysqld.sock --socket-property=SocketMode=0777 /usr/lib/systemd/systemd-socket-proxyd 127.0.0.1:3306 ||',
      "    echo '::warning::MySQL has no socket; use the host 127.0.0.1'",
      'fi',
      // `mysql` itself then finds the server at `localhost` too.
      "printf '[client]\\nprotocol = tcp\\n' >> ~/.my.cnf",
      'MYSQL_PWD="$MYSQL_PASSWORD" mysql --host 127.0.0.1 --user root --execute "CREATE DATABASE development"',
    ],
  },
  redis: {
    image: 'redis:4',
    ports: ['6379:6379'],
    health: 'redis-cli ping',
    named: /\b(?:redis|ioredis|predis|sidekiq|resque|bull)\b/i,
  },
  mongodb: {
    image: 'mongo:3.6',
    ports: ['27017:27017'],
    health: 'mongo --quiet --eval 1',
    named: /\b(?:mongo|mongodb|mongoid|mongoose|pymongo|mongoengine)\b/i,
  },
  memcached: {
    image: 'memcached:1.5',
    ports: ['11211:11211'],
    named: /\b(?:memcached?|dalli|pymemcache|pylibmc)\b/i,
  },
  rabbitmq: {
    image: 'rabbitmq:3.6-management',
    ports: ['5672:5672', '15672:15672'],
    health: 'rabbitmqctl status',
    named: /\b(?:rabbitmq|bunny|amqplib|amqp|pika)\b/i,
  },
  couchdb: {
    image: 'couchdb:3',
    ports: ['5984:5984'],
    env: [
      { name: 'COUCHDB_USER', value: 'admin' },
      { name: 'COUCHDB_PASSWORD', value: 'password' },
    ],
    health: 'curl --silent --fail http://localhost:5984/_up',
    named: /\b(?:couchdb|couchrest)\b/i,
  },
  elasticsearch: {
    image: 'elasticsearch:6.6.2',
    ports: ['9200:9200'],
    env: [{ name: 'discovery.type', value: 'single-node' }],
    health: 'curl --silent --fail http://localhost:9200',
    named: /(?!)/,
    started: onInit('elasticsearch'),
  },
  cassandra: {
    image: 'cassandra:2.1',
    ports: ['9042:9042'],
    health: 'cqlsh --execute "describe keyspaces"',
    named: /(?!)/,
    started: onInit('cassandra'),
  },
};

const otherNames: Readonly<Record<string, string>> = {
  postgres: 'postgresql',
  mongo: 'mongodb',
  memcache: 'memcached',
};

/** Where a project says what it depends on and how it connects. */
const telling =
  /^(?:[\w.-]+\/)?(?:Gemfile(?:\.lock)?|package\.json|requirements[\w-]*\.txt|Pipfile|setup\.py|pyproject\.toml|composer\.json|pom\.xml|build\.gradle|go\.mod|mix\.exs|\.env[\w.-]*|database[\w.-]*\.yml|mongoid\.yml|cable\.yml|redis\.yml|settings[\w.-]*\.py)$/;

export type Databases = {
  readonly containers: readonly ServiceContainer[];
  readonly client: readonly Field[];
  readonly prepare: readonly Line[];
  /** Names for the report. */
  readonly names: readonly string[];
};

export function databasesOf(project: BasicProject, context: TranslationContext): Databases {
  const wanted =
    project.services === undefined ? found(project, context.repository) : said(project, context);
  for (const [name, nodes] of startedBy(project, context.repository)) {
    wanted.set(name, [...(wanted.get(name) ?? []), ...nodes]);
  }
  const containers: ServiceContainer[] = [];
  const client = new Map<string, Field>();
  const prepare: Line[] = [];
  for (const [name, row] of Object.entries(rows)) {
    const from = wanted.get(name);
    if (from === undefined) continue;
    containers.push({
      id: name.replace('.', '-'),
      image: traced(context.settings.images[row.image] ?? row.image, ...from),
      ports: row.ports,
      ...defined({ env: row.env }),
      ...(row.health === undefined
        ? {}
        : {
            options: `--health-cmd "${row.health.replaceAll('"', '\\"')}" --health-interval 5s --health-timeout 5s --health-retries 24`,
          }),
    });
    for (const field of row.client ?? []) client.set(field.name, field);
    prepare.push(...(row.prepare ?? []).map((text) => traced(text)));
  }
  return {
    containers,
    client: [...client.values()],
    prepare,
    names: containers.map(({ id }) => id),
  };
}

function said(
  { services = [] }: BasicProject,
  { report }: TranslationContext,
): Map<string, SourceNode[]> {
  const wanted = new Map<string, SourceNode[]>();
  for (const node of services) {
    const word = node.text.trim().toLowerCase();
    const name = otherNames[word] ?? word;
    if (Object.hasOwn(rows, name)) {
      wanted.set(name, [...(wanted.get(name) ?? []), node]);
      continue;
    }
    const near = nearestWord(name, Object.keys(rows));
    report(
      'basic-unknown-service',
      node,
      `\`${node.text}\` was not on CodeShip's machine`,
      near === undefined
        ? `known services: ${Object.keys(rows).join(', ')}; add another one under \`services\` of the job`
        : `did you mean \`${near}\`?`,
    );
  }
  return wanted;
}

function found(project: BasicProject, { paths, read }: Repository): Map<string, SourceNode[]> {
  const texts = [
    ...commandsOf(project).map(({ text }) => text),
    ...scriptLinesOf(commandsOf(project), { paths, read }).map(({ text }) => text),
    ...project.variables.map(({ name, value }) => `${name} ${value ?? ''}`),
    ...paths.filter((path) => telling.test(path)).map((path) => read(path) ?? ''),
  ];
  return new Map(
    Object.entries(rows).flatMap(([name, { named }]): [string, SourceNode[]][] =>
      texts.some((text) => named.test(text)) ? [[name, []]] : [],
    ),
  );
}

const commandsOf = ({ setup, tests, deployments }: BasicProject): readonly Command[] => [
  ...setup,
  ...tests.flatMap(({ commands }) => commands),
  ...deployments.flatMap(({ commands }) => commands),
];

function startedBy(
  project: BasicProject,
  repository: Repository,
): ReadonlyMap<string, readonly SourceNode[]> {
  const starts = new Map<string, SourceNode[]>();
  const commands = commandsOf(project);
  for (const { text, from } of commands) {
    const name = databaseStartedBy(text);
    if (name !== undefined) starts.set(name, [...(starts.get(name) ?? []), ...from]);
  }
  for (const { text } of scriptLinesOf(commands, repository)) {
    const name = databaseStartedBy(text);
    if (name !== undefined && !starts.has(name)) starts.set(name, []);
  }
  return starts;
}

/** The database that a line only starts, which the service container stands for. */
export const databaseStartedBy = (line: string): string | undefined =>
  Object.entries(rows).find(([, { started }]) => started?.test(line))?.[0];
