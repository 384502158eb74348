// When a service container would not do for MySQL: clients take `localhost` for the socket of the machine.

import { expect, test } from 'vitest';
import { comesAsVendorUser, whyNoContainer } from '../../../src/legacy/shippable/services/mysql.ts';
import type { Texts } from '../codeship/project.ts';

const repository = (texts: Texts) => ({
  paths: Object.keys(texts).sort(),
  read: (path: string) => texts[path],
});

type Case = {
  readonly commands?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly language?: string;
  readonly files?: Texts;
};

const why = ({ commands = [], variables = {}, language = 'php', files = {} }: Case) =>
  whyNoContainer(
    commands.map((text) => ({ text, from: [], before: [] })),
    Object.entries(variables).map(([name, value]) => ({ name, value })),
    language,
    repository(files),
  );

const user =
  'a command creates a MySQL user that can only connect from `localhost`, but clients never connect to a service container from there';
const client = 'a command connects to `localhost`, which means the local socket for MySQL clients';
const script =
  'a command or its script connects to `localhost`, which means the local socket for MySQL clients';
const variable = (name: string): string =>
  `\`${name}\` is \`localhost\`, which means the local socket for MySQL clients`;
const file = (path: string): string =>
  `\`${path}\` connects to MySQL's socket, which \`localhost\` and no host at all mean`;

test.each<[what: string, given: Case, reason: string | undefined]>([
  ['nothing', {}, undefined],
  ['a client without a host', { commands: ['mysql -u root -e "create database x"'] }, undefined],
  ['a client of localhost', { commands: ['mysql -h localhost x'] }, client],
  [
    'a client of localhost in any language',
    { commands: ['mysqladmin --host=localhost ping'], language: 'go' },
    client,
  ],
  ['a client of an address', { commands: ['mysql -h 127.0.0.1 x'] }, undefined],
  ['a host behind a pipe', { commands: ['mysql x | curl -h localhost'] }, script],
  ['the socket', { commands: ['php -d pdo=/var/run/mysqld/mysqld.sock x.php'] }, client],
  ['the socket of a client', { commands: ['mysql --socket /tmp/x.sock'] }, client],
  [
    'a user of localhost',
    { commands: [`mysql -e "CREATE USER 'a'@'localhost' IDENTIFIED BY 'b'"`] },
    user,
  ],
  [
    'a user of localhost in a file of SQL',
    {
      commands: ['mysql < db/users.sql'],
      files: { 'db/users.sql': "GRANT ALL ON x.* TO 'a'@'localhost' IDENTIFIED BY 'b';" },
    },
    user,
  ],
  ['a variable of the host', { variables: { DB_HOST: 'localhost' } }, variable('DB_HOST')],
  [
    'a variable of the server',
    { variables: { MYSQL_SERVER: 'localhost' } },
    variable('MYSQL_SERVER'),
  ],
  ['the address of the host', { variables: { DB_HOST: '127.0.0.1' } }, undefined],
  ['a variable of something else', { variables: { MAIL: 'localhost' } }, undefined],
  ['a variable for Java', { variables: { DB_HOST: 'localhost' }, language: 'java' }, undefined],
  ['a URL', { variables: { URL: 'mysql2://root@localhost/x' } }, variable('URL')],
  ['a URL without a user', { variables: { URL: 'mysql://localhost:3306/x' } }, variable('URL')],
  ['a URL of an address', { variables: { URL: 'mysql2://root@127.0.0.1/x' } }, undefined],
  ['a DSN', { variables: { DSN: 'mysql:dbname=x;host=localhost' } }, variable('DSN')],
  ['a URL in a command', { commands: ['rake db:setup URL=mysql://a@localhost/x'] }, script],
  ['a word of a command', { commands: ['./setup-mysql.sh localhost root'] }, script],
  ['a word without MySQL', { commands: ['./setup.sh localhost'] }, undefined],
  [
    'a default in a script',
    {
      commands: ['bin/setup.sh'],
      files: { 'bin/setup.sh': '#!/bin/sh\nHOST=${DB:-localhost}\nmysql -h $HOST\n' },
    },
    script,
  ],
  [
    'Rails without a host',
    { files: { 'config/database.yml': 'test:\n  adapter: mysql2\n' } },
    file('config/database.yml'),
  ],
  [
    'Rails of localhost',
    { files: { 'config/database.ci.yml': 'test:\n  adapter: mysql2\n  host: localhost\n' } },
    file('config/database.ci.yml'),
  ],
  [
    'Rails with an address',
    { files: { 'config/database.yml': 'test:\n  adapter: mysql2\n  host: 127.0.0.1\n' } },
    undefined,
  ],
  [
    'Rails with a URL',
    { files: { 'config/database.yml': 'test:\n  adapter: mysql2\n  url: x\n' } },
    undefined,
  ],
  [
    'Rails with PostgreSQL',
    { files: { 'config/database.yml': 'test:\n  adapter: postgresql\n' } },
    undefined,
  ],
  [
    'Django without a host',
    { files: { 'app/settings.py': "'ENGINE': 'django.db.backends.mysql'" } },
    file('app/settings.py'),
  ],
  [
    'Django with an empty host',
    { files: { 'app/settings.py': "'ENGINE': 'django.db.backends.mysql', 'HOST': ''" } },
    file('app/settings.py'),
  ],
  [
    'Django with an address',
    { files: { 'app/settings.py': "'ENGINE': 'django.db.backends.mysql', 'HOST': '127.0.0.1'" } },
    undefined,
  ],
  [
    'a file of settings',
    { files: { '.env.testing': 'DB_HOST=localhost\n' } },
    file('.env.testing'),
  ],
  ['settings of something else', { files: { '.env': 'MAIL_HOST=localhost\n' } }, undefined],
  [
    'a program',
    { files: { 'lib/db.php': '<?php mysqli_connect("localhost");' } },
    file('lib/db.php'),
  ],
  [
    'a program with an address',
    { files: { 'lib/db.php': '<?php mysqli_connect("127.0.0.1");' } },
    undefined,
  ],
  ['a page', { files: { 'README.md': 'mysqli_connect("localhost")' } }, undefined],
])('%s', (_what, given, reason) => {
  expect(why(given)).toBe(reason);
});

test.each<[what: string, given: Case, isVendor: boolean]>([
  ['a variable', { variables: { DB_USER: 'shippable' } }, true],
  ['a variable of another name', { variables: { DB_NAME: 'shippable' } }, false],
  ['another user', { variables: { DB_USER: 'root' } }, false],
  ['a file of settings', { files: { 'config/database.yml': 'username: shippable\n' } }, true],
  [
    'a file of settings of another user',
    { files: { 'config/database.yml': 'username: a\n' } },
    false,
  ],
  ['any other file', { files: { 'notes.txt': 'user: shippable\n' } }, false],
])('the user of the old images in %s', (_what, { variables = {}, files = {} }, isVendor) => {
  const list = Object.entries(variables).map(([name, value]) => ({ name, value }));
  expect(comesAsVendorUser(list, repository(files))).toBe(isVendor);
});
