// The lines that give a runner what phpenv had, run by bash over a folder of PHP's configuration.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Repository } from '../../src/ground/repository.ts';
import { readCalls } from '../../src/machine/calls/calls.ts';
import { composerNeeds, loadedBy, phpLines } from '../../src/machine/languages/php.ts';
import { managerStandIns } from '../../src/machine/programs/version-managers.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test('commands reach the configuration by the folders of phpenv', () => {
  const home = mkdtempSync(join(tmpdir(), 'transship-php-'));
  folders.push(home);
  const etc = join(home, 'real/cli');
  mkdirSync(join(etc, 'conf.d'), { recursive: true });
  writeFileSync(join(etc, 'conf.d/20-xdebug.ini'), 'zend_extension=xdebug.so\n');
  writeFileSync(join(etc, 'php.ini'), ';date.timezone =\n');
  writeFileSync(join(home, 'own.ini'), 'memory_limit = 1G\n');
  const ini = '~/.phpenv/versions/$(phpenv version-name)/etc/php.ini';
  const script = [
    'sudo() { "$@"; }',
    // Only the constants of the build are asked for, so that no setting of the configuration matters.
    `php() { [[ $1 == -n ]] || exit 9; case $3 in *MINOR*) echo 5.6 ;; *dirname*) echo ${etc} ;; *) echo ${etc}/conf.d ;; esac; }`,
    ...phpLines([ini], undefined),
    ...(managerStandIns.phpenv ?? []),
    'phpenv config-add ~/own.ini',
    'phpenv config-rm xdebug.ini',
    `echo extension=redis.so >> ${ini}`,
    `sed -i 's/;date.timezone =/date.timezone = UTC/' ${ini}`,
  ].join('\n');
  const { status, stderr } = spawnSync('/bin/bash', ['--noprofile', '--norc', '-e', '-c', script], {
    env: { PATH: '/usr/bin:/bin', HOME: home },
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(readdirSync(join(etc, 'conf.d'))).toEqual(['own.ini']);
  expect(readFileSync(join(etc, 'php.ini'), 'utf8')).toBe(
    'date.timezone = UTC\nextension=redis.so\n',
  );
});

test.each([
  ['extension=redis.so', ['redis']],
  ['echo "extension = memcached.so" >> php.ini', ['memcached']],
  ['  extension="Mongo"\nextension=apcu', ['mongo', 'apcu']],
  ['zend_extension=xdebug.so\n;extension_dir = "x"', []],
])('extensions that %j loads', (text, expected) => {
  expect(loadedBy(text)).toEqual(expected);
});

const repositoryOf = (files: Readonly<Record<string, string>>): Repository => ({
  paths: Object.keys(files).sort(),
  read: (path) => files[path],
});
const lockOf = (api: string): string =>
  JSON.stringify({
    packages: [{ name: 'a/b', type: 'composer-plugin', require: { 'composer-plugin-api': api } }],
  });

test.each([
  ['composer --version', {}, undefined],
  ['composer install', {}, 'plugins releases'],
  ['composer install', { 'composer.lock': '{"packages": []}' }, ''],
  ['composer install', { 'composer.lock': '{"packages": 5, "packages-dev": [null, {}]}' }, ''],
  ['composer install', { 'composer.json': '[]', 'composer.lock': '[]' }, 'plugins'],
  ['composer install', { 'composer.lock': 'too large to read' }, 'plugins'],
  ['composer install', { 'composer.lock': lockOf('^2.0') }, 'plugins lacking'],
  ['composer install', { 'composer.lock': lockOf('^1.0 || ^2.0') }, 'plugins lacking'],
  ['composer install', { 'composer.lock': lockOf('^1.0') }, 'first lacking'],
  ['composer update', { 'composer.lock': lockOf('^1.0') }, 'plugins releases'],
  ['php composer.phar install', { 'composer.lock': lockOf('^1.0') }, 'plugins lacking'],
  [
    'composer install',
    { 'composer.json': '{"config": {"allow-plugins": {}}}', 'composer.lock': lockOf('^2.0') },
    '',
  ],
  ['composer global require a/b', { 'composer.lock': lockOf('^2.0') }, 'plugins releases'],
] as const)('%s with %j', (line, files, expected) => {
  const repository = repositoryOf(files);
  const needs = composerNeeds(readCalls(line, repository).calls, repository);
  const words = [
    needs?.isFirst && 'first',
    needs?.hasPlugins && 'plugins',
    needs?.chooses && 'releases',
    needs?.lacksPlugins && 'lacking',
  ];
  expect(needs && words.filter(Boolean).join(' ')).toBe(expected);
});
