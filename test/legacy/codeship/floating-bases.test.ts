import { expect, test } from 'vitest';
import {
  type BaseUse,
  changeOfBase,
} from '../../../src/legacy/codeship/services/floating-bases.ts';

const use = (runs: readonly string[], files: Readonly<Record<string, string>> = {}): BaseUse => ({
  runs,
  project: { paths: Object.keys(files).sort(), read: (path) => files[path] },
  dockerfile: runs.map((run) => `RUN ${run}`).join('\n'),
});

test.each([
  ['ubuntu', 'apt-get install -y python-pip', 'ubuntu:18.04'],
  ['ubuntu:latest', 'apt-get -qq install awscli', 'ubuntu:22.04'],
  ['ubuntu', 'apt-get install -y php7.0-cli', 'ubuntu:16.04'],
  ['ubuntu', 'apt-get install -y libssl1.0.0 python', 'ubuntu:18.04'],
  ['debian', 'apt-get install -y python-pip', 'debian:10'],
  ['debian:stable-slim', 'apt-get install -y python2.7', 'debian:11-slim'],
  ['debian:latest', 'apt install openjdk-8-jdk', 'debian:9'],
  ['alpine', 'apk add --no-cache python py-pip', 'alpine:3.11'],
  ['alpine', 'apk add --no-cache py2-pip', 'alpine:3.11'],
  ['alpine:latest', 'apk --no-cache add python2=2.7.18-r0', 'alpine:3.15'],
  ['alpine:3', 'apk add nodejs nodejs-npm', 'alpine:3.12'],
  ['node:12-alpine', 'apk add python make g++', 'node:12-alpine3.11'],
  ['node:alpine', 'apk add python', 'node:14-alpine3.11'],
  ['node:16-alpine', 'apk add python2', 'node:16-alpine3.15'],
  ['node:lts', 'apt-get install -y wkhtmltopdf', 'node:lts-bookworm'],
  ['php:8-apache', 'apt-get install -y software-properties-common', 'php:8-apache-bookworm'],
  ['python:3-slim', 'apt-get install -y wkhtmltopdf', 'python:3-slim-bookworm'],
  ['php:7-fpm', 'docker-php-ext-install mbstring mcrypt', 'php:7.1-fpm'],
  ['php:7', 'docker-php-ext-configure gd --with-freetype-dir=/usr/include/', 'php:7.3'],
])('a Dockerfile from %s that runs `%s` starts from %s', (image, run, instead) => {
  expect(changeOfBase(image, [use([run])])?.instead?.image).toBe(instead);
});

test.each([
  ['node', 'package.json', '{"devDependencies": {"gulp": "^3.9.1"}}', 'node:10'],
  ['node:lts-alpine', 'package.json', '{"devDependencies": {"gulp": "3"}}', 'node:10-alpine'],
  ['python', 'requirements.txt', 'django==1.8\n', 'python:3.6'],
  ['python:slim', 'requirements/base.txt', 'Pillow==5.2.0\n', 'python:3.8-slim'],
  ['ruby', 'Gemfile', "ruby '2.4.1'\n", 'ruby:2.4.1'],
  ['ruby:alpine', 'Gemfile.lock', 'BUNDLED WITH\n   1.16.1\n', 'ruby:2.6-alpine'],
  ['php:fpm', 'composer.json', '{"require": {"php": "^7.1.3"}}', 'php:7.4-fpm'],
  ['php', 'composer.json', '{"require": {"laravel/framework": "5.8.*"}}', 'php:7.4'],
  ['gradle', 'build.gradle', "dependencies {\n  compile 'a:b:1'\n}\n", 'gradle:6-jdk8'],
  ['maven:3', 'pom.xml', '<source>1.7</source>', 'maven:3-jdk-8'],
])('a Dockerfile from %s with %s that says %s starts from %s', (image, path, text, instead) => {
  expect(changeOfBase(image, [use([], { [path]: text })])?.instead?.image).toBe(instead);
});

test.each([
  ['ubuntu', 'apt-get install -y curl git python3'],
  ['ubuntu:16.04', 'apt-get install -y python-pip'],
  [
    'ubuntu',
    'apt-get install -y software-properties-common && add-apt-repository ppa:x && apt-get install php7.0',
  ],
  ['alpine', 'apk add curl'],
  ['alpine', 'apk add py-pip'],
  ['node:8-alpine', 'apk add python'],
  ['node:10', 'apt-get install -y python'],
  ['python:2.7', 'pip install awscli'],
  ['example/base', 'apt-get install -y python'],
])('a Dockerfile from %s that runs `%s` stays as it is', (image, run) => {
  expect(changeOfBase(image, [use([run])])).toBe(undefined);
});

test.each([
  ['ruby:2.5', 'apt-get install mysql-client', [['mysql-client', 'default-mysql-client']]],
  ['node', 'apt-get install python', [['python', 'python3']]],
  ['debian:12', 'apt-get install netcat', [['netcat', 'netcat-openbsd']]],
  ['ubuntu:24.04', 'apt-get install netcat', [['netcat', 'netcat-openbsd']]],
  ['ubuntu:18.04', 'apt-get install netcat mysql-client', undefined],
  ['debian:9', 'apt-get install mysql-client', undefined],
])('on %s, `%s` gets %j', (image, run, names) => {
  expect(changeOfBase(image, [use([run])])?.names).toEqual(names);
});

test.each([
  ['ubuntu', 'apt-get install python3-pip && pip3 install awscli', true],
  ['alpine', 'apk add py3-pip && pip install awscli', true],
  ['alpine', 'apk add py-pip && pip install awscli', true],
  ['node:20', 'apt-get install python3-pip && python3 -m pip install x', true],
  ['alpine', 'apk add py3-pip && pip install --break-system-packages awscli', undefined],
  ['alpine', 'apk add py3-pip && python3 -m venv /v && /v/bin/pip install x', undefined],
  ['alpine:3.12', 'apk add py3-pip && pip3 install awscli', undefined],
  ['alpine', 'apk add py3-pip', undefined],
])('on %s, whether `%s` is let through: %s', (image, run, breaks) => {
  expect(changeOfBase(image, [use([run])])?.breaksSystem).toBe(breaks);
});

test.each([
  [
    'python:3.7',
    'apt-get install libmysqlclient-dev',
    [['libmysqlclient-dev', 'default-libmysqlclient-dev']],
  ],
  ['node', 'apt-get install python-pip', [['python-pip', 'python3-pip']]],
  ['ubuntu:20.04', 'apt-get install python-pip', [['python-pip', 'python3-pip']]],
  ['ubuntu', 'apt-get install python-pip', []],
])('on %s, `%s` is told as %j', (image, run, gone) => {
  expect(changeOfBase(image, [use([run])])?.gone).toEqual(gone);
});

test('builds that start from one name agree on what it means', () => {
  const change = changeOfBase('ubuntu', [
    use(['apt-get install awscli']),
    use(['apt-get install python-pip']),
  ]);
  expect(change?.instead?.image).toBe('ubuntu:18.04');
});
