// MySQL as a step, where a service container would not do: accounts that are bound to the machine of the server, and
// clients that come in by its socket.

import type { Repository } from '../../../ground/repository.ts';
import { readCalls } from '../../../machine/calls/calls.ts';
import type { RunStep, ServiceContainer } from '../../../workflow/model.ts';
import type { Command } from '../keys/config.ts';
import { hostServerStep } from './host-server.ts';

export const startMysql = 'Start MySQL';

/** The folder in which clients look for the socket, on the runner and in Debian's images. */
export const mysqlSocket = '/var/run/mysqld';

/** A MySQL account that is bound to the machine of the server; the `@` of an address is none. */
const localUser = /(?<!:\/\/\S*)@\s*\\?['"`]?(?:localhost|127\.0\.0\.1)\b/;

/** Files in which projects say where their database is. */
const settingsFile =
  /(?:^|\/)(?:\.env[^/]*|wp-(?:tests-)?config[^/]*|(?:[^/]*[-_.])?(?:database|databases|db|config|configuration|settings|parameters|phpunit|app|local|test|testing|bootstrap)(?:[-_.][^/]*)?)\.(?:ya?ml|php|xml|py|rb|ini|json|env|dist|sample|example|travis|ci|neon)(?:\.(?:dist|sample|example|travis|ci|shippable))?$|(?:^|\/)\.env[^/]*$/i;

/** Without a host, Rails goes to the socket too. */
const rails = /^\s*adapter:\s*["']?mysql2?\b/m;

/** Without a host, or an empty one, Django does as well. */
const django = /\bdjango\.db\.backends\.mysql\b/;
const djangoHost = /['"]HOST['"]\s*:(?!\s*['"]{2})/;

/** `localhost` as a host, not part of a URL or of another name. */
const localHost = /(?:^|[\s'"=:>(,])(?:tcp:)?localhost(?=$|[\s'",;)<])/m;

/** A URL of a database on `localhost`, which the drivers take for the socket all the same. */
const localUrl = /\b(?:mysql2?|mariadb|jdbc:mysql)(?:\+\w+)?:\/\/(?:[^\s'"]*@)?localhost\b/i;

/** What a program says where it connects: a DSN of PDO, the functions of PHP, the client of a language. */
const connection =
  /mysql:[^'"\n]*host=localhost|mysqli?(?:_p?connect|::real_connect)?\s*\(\s*['"](?:p:)?localhost|(?:mysql2?|MySQLdb|mysqlclient)\b[^\n]{0,120}\bhost['"]?\s*(?:=>|=|:)\s*['"]localhost['"]/i;

/** Files of a language in which programs connect. */
const sourceFile = /\.(?:php|inc|phtml|module|install|rb|rake|py|sh)$/;

/** A word of a command, and what a script takes where it is given no host. */
const localWord = /(?:^|\s)["']?localhost["']?(?=\s|$)|\$\{\w+:?[-=]localhost\}/m;

/** Why a service container would not do, for a message; undefined where it does. */
export function whyNoContainer(
  commands: readonly Command[],
  variables: readonly { readonly name: string; readonly value?: string | undefined }[],
  language: string,
  repository: Repository,
): string | undefined {
  const texts = commands.flatMap(({ text }) => [text, ...filesNamed(text, repository)]);
  if (texts.some((text) => localUser.test(text)))
    return 'a command creates a MySQL user that can only connect from `localhost`, but clients never connect to a service container from there';
  if (
    texts.some((text) =>
      /\bmysql\w*\s[^|;&\n]*(?:-h\s?|--host[= ])["']?localhost\b|--socket|mysqld\.sock/.test(text),
    )
  )
    return 'a command connects to `localhost`, which means the local socket for MySQL clients';
  // The drivers of other languages take `localhost` for a name.
  if (!/^(?:php|ruby|python)$/.test(language)) return undefined;
  const variable = variables.find(
    ({ name, value = '' }) =>
      (/HOST|SERVER|(?:^|_)DB/i.test(name) && value === 'localhost') ||
      localUrl.test(value) ||
      connection.test(value),
  );
  if (variable !== undefined)
    return `\`${variable.name}\` is \`localhost\`, which means the local socket for MySQL clients`;
  if (texts.some((text) => localUrl.test(text) || (/mysql/i.test(text) && localWord.test(text))))
    return 'a command or its script connects to `localhost`, which means the local socket for MySQL clients';
  const path = repository.paths
    .filter((each) => settingsFile.test(each))
    .slice(0, 200)
    .find((each) => {
      const text = repository.read(each) ?? '';
      if (/(?:^|\/)config\/database[^/]*\.yml/.test(each))
        return rails.test(text) && (localHost.test(text) || !/^\s*(?:host|url):/m.test(text));
      if (django.test(text)) return localHost.test(text) || !djangoHost.test(text);
      return (/mysql|mariadb|DB_HOST/i.test(text) && localHost.test(text)) || localUrl.test(text);
    });
  const program = (): string | undefined =>
    repository.paths
      .filter((each) => sourceFile.test(each))
      .slice(0, 500)
      .find((each) => connection.test(repository.read(each) ?? ''));
  const where = path ?? program();
  return where === undefined
    ? undefined
    : `\`${where}\` connects to MySQL's socket, which \`localhost\` and no host at all mean`;
}

/** The accounts of a configuration, by name; MySQL of Shippable's old images had one, without a password. */
const vendorUser = /\buser(?:name)?\b["']?\s*(?:[:=]|=>)\s*["']?shippable\b/i;

/** Whether the project comes in as the user `shippable`, whom the images of the older format had. */
export const comesAsVendorUser = (
  variables: readonly { readonly name: string; readonly value?: string | undefined }[],
  repository: Repository,
): boolean =>
  variables.some(({ name, value }) => /user/i.test(name) && value === 'shippable') ||
  repository.paths
    .filter((path) => settingsFile.test(path))
    .slice(0, 200)
    .some((path) => vendorUser.test(repository.read(path) ?? ''));

/** Scripts that a command runs, and files of SQL that it names. */
function filesNamed(text: string, repository: Repository): readonly string[] {
  const { scripts } = readCalls(text, repository);
  const sql = repository.paths.filter((path) => path.endsWith('.sql') && text.includes(path));
  return [...scripts, ...sql].flatMap((path) => repository.read(path) ?? []);
}

/**
 * A container in the network of the runner: a client is `localhost` there. The image switches the lookup of names off,
 * without which accounts of `localhost` match the socket alone. The socket lies where the clients of the runner look.
 */
export function mysqlStep(container: ServiceContainer): RunStep {
  const name = 'shippable-mysql';
  return hostServerStep(
    {
      title: startMysql,
      name,
      prepare: [`sudo install -d -m 777 ${mysqlSocket}`],
      options: `-v ${mysqlSocket}:${mysqlSocket} -e MYSQL_ALLOW_EMPTY_PASSWORD=yes`,
      args: '--skip-name-resolve=OFF',
      answers: `docker exec ${name} mysqladmin ping -h 127.0.0.1 --silent`,
    },
    container,
  );
}
