// Commands that start a server or a screen of the vendor's machines.

import type { Edit } from '../../../machine/calls/edit.ts';
import { installRow } from '../../../machine/programs/installs.ts';
import { type CallSite, type Shared, say } from './command-context.ts';

const serviceNames: Readonly<Record<string, string>> = {
  postgresql: 'postgres',
  postgres: 'postgres',
  mysql: 'mysql',
  mysqld: 'mysql',
  mongodb: 'mongodb',
  mongod: 'mongodb',
  'redis-server': 'redis',
  redis: 'redis',
  'rabbitmq-server': 'rabbitmq',
  rabbitmq: 'rabbitmq',
  memcached: 'memcached',
  elasticsearch: 'elasticsearch',
  couchdb: 'couchdb',
  cassandra: 'cassandra',
  neo4j: 'neo4j',
  rethinkdb: 'rethinkdb',
  riak: 'riak',
  selenium: 'selenium',
};

/** `service mysql start`: where the server is a container it runs already; else the runner may have one. */
export function adaptService({
  call,
  command,
  machine,
  shared,
}: CallSite): readonly Edit[] | undefined {
  const { word, args, offset, wrappers } = call;
  const name =
    /^\/etc\/init\.d\/([\w.-]+)$/.exec(word)?.[1] ??
    (word === 'service'
      ? args[0]
      : word === 'systemctl'
        ? args[1]?.replace(/\.service$/, '')
        : undefined);
  if (name !== undefined && lostServers.test(name) && !installsServer(name, shared)) {
    if (machine.programs !== undefined && /^(?:start|restart)$/.test(args.at(-1) ?? ''))
      say(
        shared,
        'missing-program',
        command,
        `${machine.title} has no server \`${name}\` to start`,
        'install its package before the command, or start a container',
      );
    return undefined;
  }
  if (name === undefined || !Object.hasOwn(serviceNames, name)) return undefined;
  if (machine.programs === undefined) return [];
  const service = serviceNames[name] ?? name;
  if (shared.services.includes(service)) {
    say(
      shared,
      'server-command',
      command,
      `the server of \`${word.includes('/') ? word : `${word} ${name}`}\` is a service container, which starts before the first step; the command does nothing`,
    );
    const start = wrappers[0]?.offset ?? offset;
    return start === undefined ? [] : [{ start, end: start, text: ': ' }];
  }
  const isStopped = [...machine.stopped].some(
    (one) => one === name || serviceNames[one] === service,
  );
  if (isStopped) return undefined;
  say(
    shared,
    'missing-program',
    command,
    `${machine.title} has no server \`${name}\` to start`,
    `add \`services: [${service}]\` to the file and convert again`,
  );
  return [];
}

/** Servers that Shippable's images had, or that people installed, and no runner has. */
const lostServers =
  /^(?:tomcat\d|jetty\d?|php\d[\d.]*-fpm|beanstalkd|supervisor|vsftpd|slapd|haproxy|varnish|solr|zookeeper|kafka|gearman-job-server|sphinxsearch|postfix|cassandra|influxdb|riak|rethinkdb|lighttpd|squid3?|proftpd|bind9|activemq|nsqd|consul|vault)$/;

const installsServer = (name: string, { job }: Shared): boolean =>
  job.packages.some((one) => one.startsWith(name.replace(/[\d.]*(?:-fpm)?$/, '')));

/** The service of a virtual screen that the images had. */
export function adaptScreen({ call, machine, needs }: CallSite): readonly Edit[] | undefined {
  const { word, args, command } = call;
  const isScreen =
    /^\/etc\/init\.d\/xvfb$/.test(word) || args.some((arg) => arg === '/etc/init.d/xvfb');
  if (!isScreen) return undefined;
  const row = installRow('Xvfb');
  if (row !== undefined && machine.programs?.has('Xvfb') === false) needs.rows.add(row);
  return [
    {
      start: command.start,
      end: command.end,
      text: args.includes('stop')
        ? 'pkill Xvfb'
        : '{ Xvfb :99 -screen 0 1024x768x24 > /dev/null 2>&1 & }',
    },
  ];
}
