// What is said of a Dockerfile whose base, packages or programs are of another time, and where.

import { expect, test } from 'vitest';
import { positionAt } from '../../../src/source/source-file.ts';
import { convertTexts, type Texts } from './project.ts';

/** `LINE: message; help` for each thing that is said of the Dockerfile, and the lines of its step. */
async function saidOf(dockerfile: string, files: Texts = {}): Promise<string[]> {
  const { diagnostics, files: written } = await convertTexts({
    'codeship-services.yml': 'app: { build: . }\n',
    'codeship-steps.yml': '- { service: app, command: make }\n',
    ...files,
    Dockerfile: dockerfile,
  });
  const said = diagnostics.flatMap(({ code, message, help, at }) => {
    if (at?.file.path !== 'Dockerfile') return [];
    const { line, column } = positionAt(at.file, at.start);
    const shown = at.file.text.slice(at.start, at.end);
    return [`${code} ${line}:${column} ${JSON.stringify(shown)} ${message}; ${help}`];
  });
  const steps = written.flatMap(
    ({ content }) => /- name: (Prepare .*|.*base.*)$/gim.exec(content)?.[1] ?? [],
  );
  return [...said, ...steps];
}

const lock = '{"packages": [{"type": "composer-plugin", "name": "a/b"}]}';

const cases: readonly (readonly [dockerfile: string, files: Texts, said: string[]])[] = [
  ['FROM debian:12\nRUN true\n', {}, []],
  [
    'FROM debian:8\nRUN apt-get update && apt-get install -y python-pip\nRUN pip install flask\n',
    {},
    [
      'old-base-packages 1:6 "debian:8" the packages of `debian:8` have moved to an archive; a step before the build points it there; to do without the step, start from a newer image',
      'too-new-for-base 3:5 "pip install" `pip install flask`: the pip of `debian:8` takes the newest release, also where that needs a newer Python; write `pip install --upgrade \'pip<10\'` before it',
    ],
  ],
  [
    'FROM debian:jessie-slim\nRUN apt install python3-pip\nRUN pip3 install flask[async]\n',
    {},
    [
      'too-new-for-base 3:5 "pip3 install" `pip3 install flask[async]`: the pip of `debian:jessie-slim` takes the newest release, also where that needs a newer Python; write `pip3 install --upgrade \'pip<10\'` before it',
    ],
  ],
  [
    'FROM debian:8\nRUN apt-get install -y python-pip && pip install flask==1.0 "django<2"\n',
    {},
    [],
  ],
  [
    'FROM debian:8\nRUN apt-get install -y python-pip && pip install --upgrade pip\n',
    {},
    [
      'too-new-for-base 2:38 "pip install" `pip install --upgrade pip`: the pip of `debian:8` takes the newest release, also where that needs a newer Python; write `pip install --upgrade \'pip<10\'`',
    ],
  ],
  [
    'FROM debian:8\nRUN apt-get install -y python-pip && pip install "pip<10" && pip install flask\n',
    {},
    [],
  ],
  [
    'FROM debian:8\nRUN apt-get install -y python-pip && pip install pip==9.0.3\nRUN pip install flask\n',
    {},
    [],
  ],
  ['FROM debian:8\nRUN pip install flask\n', {}, []],
  [
    'FROM ubuntu:14.04\nRUN apt-get install -y python-pip && pip install flask\n',
    {},
    [
      'too-new-for-base 2:38 "pip install" `pip install flask`: PyPI no longer answers the Python 2 of `ubuntu:14.04`; start from a newer image',
    ],
  ],
  ['FROM ubuntu:14.04\nRUN apt-get install -y python3-pip && pip3 install flask\n', {}, []],
  [
    'FROM phusion/baseimage:0.9.9\nRUN apt-get install -y python-pip && pip2.7 install flask\n',
    {},
    [
      'image-not-pulled 1:6 "phusion/baseimage:0.9.9" no runner can pull `phusion/baseimage:0.9.9`: its format is from before 2016; the build fails; use a later version',
      'too-new-for-base 2:38 "pip2.7 install" `pip2.7 install flask`: PyPI no longer answers the Python 2 of `phusion/baseimage:0.9.9`; start from a newer image',
    ],
  ],
  [
    'FROM ubuntu:16.04\nRUN apt-get install -y python-pip \\\n  && pip install \\\n    flask\n',
    {},
    [
      'too-new-for-base 3:6 "pip install" `pip install flask`: the pip of `ubuntu:16.04` takes the newest release, also where that needs a newer Python; write `pip install --upgrade \'pip<10\'` before it',
    ],
  ],
  [
    'FROM node:8.9.4\nRUN apt-get update && apt-get install -y python-pip && pip install awscli\n',
    {},
    [
      'old-base-packages 1:6 "node:8.9.4" the packages of `node:8.9.4` have moved to an archive; a step before the build points it there; to do without the step, start from a newer image',
      'too-new-for-base 2:56 "pip install" `pip install awscli`: the pip of `node:8.9.4` takes the newest release, also where that needs a newer Python; write `pip install --upgrade \'pip<10\'` before it',
    ],
  ],
  [
    'FROM node:6\nRUN npm install -g npm@latest\n',
    {},
    [
      'too-new-for-base 2:5 "npm install -g npm@latest" `npm install -g npm@latest`: the newest release does not run on Node.js 6; write `npm install -g "npm@$(node -p \'v=parseInt(process.versions.node);v<4?2:v<6?4:v<10?6:v<12?7:v<14?8:v<18?9:v<20?10:"latest"\')"`',
    ],
  ],
  [
    'FROM node:8\nRUN npm install -g npm && npm i -g yarn\n',
    {},
    [
      'too-new-for-base 2:5 "npm install -g npm" `npm install -g npm`: the newest release does not run on Node.js 8; write `npm install -g "npm@$(node -p \'v=parseInt(process.versions.node);v<4?2:v<6?4:v<10?6:v<12?7:v<14?8:v<18?9:v<20?10:"latest"\')"`',
    ],
  ],
  ['FROM library/node:10\nRUN npm install -g npm@6\n', {}, []],
  [
    'FROM docker.io/library/node:v10.15\nRUN npm install --global npm\n',
    {},
    [
      'too-new-for-base 2:5 "npm install --global npm" `npm install --global npm`: the newest release does not run on Node.js 10.15; write `npm install --global "npm@$(node -p \'v=parseInt(process.versions.node);v<4?2:v<6?4:v<10?6:v<12?7:v<14?8:v<18?9:v<20?10:"latest"\')"`',
    ],
  ],
  ['FROM node\nRUN npm install -g npm\n', {}, []],
  ['FROM node:22\nRUN npm install -g npm\n', {}, []],
  [
    'FROM ruby:2.3\nRUN gem install bundler\n',
    {},
    [
      'too-new-for-base 2:5 "gem install bundler" `gem install bundler`: the newest release does not run on Ruby 2.3; write `gem install bundler --conservative`',
    ],
  ],
  [
    'FROM ruby:2.3\nRUN gem update --system && gem install rake\n',
    {},
    [
      'too-new-for-base 2:5 "gem update --system" `gem update --system`: the newest release does not run on Ruby 2.3; remove it',
      'too-new-for-base 2:28 "gem install rake" `gem install rake`: it takes the newest release, which may not run on Ruby 2.3; write `(cd "$(mktemp -d)" && printf \'%s\\n\' "source \'https://rubygems.org\'" "gem \'rake\'" > Gemfile && env -u BUNDLE_GEMFILE bundle install)`',
    ],
  ],
  ['FROM ruby:2.3\nRUN gem install bundler -v 1.17.3\n', {}, []],
  [
    'FROM ruby:2.3\nRUN gem install \\\n  bundler\n',
    {},
    [
      'too-new-for-base 2:5 "gem install \\\\\\n  bundler" `gem install bundler`: the newest release does not run on Ruby 2.3; write `gem install bundler --conservative`',
    ],
  ],
  [
    'FROM php:7.4\nRUN composer install\n',
    { 'composer.lock': lock },
    [
      'too-new-for-base 2:5 "composer install" `composer install`: since 2.2 Composer runs only plugins that are allowed, and `composer.lock` has plugins: the build fails; list them under `config.allow-plugins` in `composer.json`',
    ],
  ],
  ['FROM php:7.4\nRUN composer install --no-plugins\n', { 'composer.lock': lock }, []],
  [
    'FROM php:7.4\nRUN composer install\n',
    { 'composer.lock': lock, 'composer.json': '{"config": {"allow-plugins": true}}' },
    [],
  ],
  [
    'FROM golang\nRUN go get ./...\n',
    { 'main.go': '' },
    [
      'base-without-modules 1:6 "golang" the newest `golang` builds modules only, and the repository has no `go.mod`; the build starts from `golang:1.21`; write `FROM golang:1.21` and `ENV GO111MODULE=auto`, or add a `go.mod`',
    ],
  ],
  [
    'FROM golang:alpine\nRUN go build\n',
    { 'main.go': '' },
    [
      'base-without-modules 1:6 "golang:alpine" the newest `golang:alpine` builds modules only, and the repository has no `go.mod`; the build starts from `golang:1.21-alpine`; write `FROM golang:1.21-alpine` and `ENV GO111MODULE=auto`, or add a `go.mod`',
    ],
  ],
  [
    'FROM golang:1-alpine\nRUN go build\n',
    { 'cmd/main.go': '' },
    [
      'base-without-modules 1:6 "golang:1-alpine" the newest `golang:1-alpine` builds modules only, and the repository has no `go.mod`; the build starts from `golang:1.21-alpine`; write `FROM golang:1.21-alpine` and `ENV GO111MODULE=auto`, or add a `go.mod`',
    ],
  ],
  ['FROM golang\nRUN go build\n', { 'main.go': '', 'go.mod': '' }, []],
  ['FROM golang\nENV GO111MODULE=off\nRUN go build\n', { 'main.go': '' }, []],
  ['FROM golang:1.22\nRUN go build\n', { 'main.go': '' }, []],
  ['FROM golang\nRUN make\n', { 'vendor/a/main.go': '' }, []],
  [
    'FROM debian:9\nRUN apt-get update && apt-get install -y curl\n',
    {},
    [
      'old-base-packages 1:6 "debian:9" the packages of `debian:9` have moved to an archive; a step before the build points it there; to do without the step, start from a newer image',
    ],
  ],
  ['FROM debian:9\nRUN make\n', {}, []],
  [
    'FROM debian:9\nRUN sed -i s/deb.debian.org/archive.debian.org/ /etc/apt/sources.list && apt-get update\n',
    {},
    [],
  ],
  [
    'FROM debian:9\nCOPY sources.list /etc/apt/sources.list\nRUN apt-get update\n',
    { 'sources.list': '' },
    [
      'old-base-unmended 1:6 "debian:9" the packages of `debian:9` have moved to an archive, and the Dockerfile writes its own sources: the build fails; start from a newer image, or name the archive in these sources',
    ],
  ],
  [
    'FROM debian:9\nRUN echo "deb http://ftp.debian.org/debian stretch main" > /etc/apt/sources.list && apt-get update\n',
    {},
    [
      'old-base-unmended 1:6 "debian:9" the packages of `debian:9` have moved to an archive, and the Dockerfile writes its own sources: the build fails; start from a newer image, or name the archive in these sources',
    ],
  ],
  [
    'FROM ubuntu:17.04\nRUN apt-get update\n',
    {},
    [
      'old-base-packages 1:6 "ubuntu:17.04" the packages of `ubuntu:17.04` have moved to an archive; a step before the build points it there; to do without the step, start from a newer image',
    ],
  ],
  [
    'FROM centos:7\nRUN yum install -y git\n',
    {},
    [
      'old-base-packages 1:6 "centos:7" the packages of `centos:7` have moved to an archive; a step before the build points it there; to do without the step, start from a newer image',
    ],
  ],
  [
    'FROM centos:6 AS one\nRUN yum install -y git\nFROM debian:12\nCOPY --from=one /a /a\n',
    {},
    [
      'old-base-packages 1:6 "centos:6" the packages of `centos:6` have moved to an archive; a step before the build points it there; to do without the step, start from a newer image',
    ],
  ],
  [
    'FROM debian:9 AS base\nFROM base\nRUN apt-get update\n',
    {},
    [
      'old-base-packages 1:6 "debian:9" the packages of `debian:9` have moved to an archive; a step before the build points it there; to do without the step, start from a newer image',
    ],
  ],
  [
    'FROM ruby:2.3-onbuild\nRUN apt-get update\n',
    {},
    [
      'old-base-unmended 1:6 "ruby:2.3-onbuild" the packages of `ruby:2.3-onbuild` have moved to an archive: the build fails; start from a newer image, or from the same one without `-onbuild`',
    ],
  ],
  ['FROM node:6-onbuild\n', {}, []],
  ['FROM python\nRUN pip install nose\n', {}, []],
  ['FROM python:3\nRUN apt-get update && apt-get install -y python-dev\n', {}, []],
  [
    'FROM debian:latest\nRUN apt-get update && apt-get install -y python-pip && pip install flask\n',
    {},
    [
      'floating-base 1:6 "debian:latest" the newest `debian:latest` has no package `python-pip`; the build starts from `debian:10`; write `FROM debian:10`',
    ],
  ],
  [
    'FROM debian\nRUN apt-get update && apt-get install -y python3-pip && pip3 install flask\n',
    {},
    [
      'pip-of-the-system 1:6 "debian" the pip of the newest `debian` refuses to install outside of a virtual environment; the build starts with `PIP_BREAK_SYSTEM_PACKAGES=1`; write `ENV PIP_BREAK_SYSTEM_PACKAGES=1`',
    ],
  ],
  [
    'FROM ubuntu\nRUN apt-get update && apt-get install -y mysql-client libmysqlclient-dev python\n',
    {},
    [
      'floating-base 1:6 "ubuntu" the newest `ubuntu` has no package `python`; the build starts from `ubuntu:18.04`; write `FROM ubuntu:18.04`',
    ],
  ],
  ['FROM openjdk:8\nRUN apt-get update\n', {}, []],
  ['FROM openjdk\nRUN java -version\n', {}, []],
  [
    'FROM java:8\nRUN apt-get update && apt-get install -y maven\n',
    {},
    [
      'old-base-packages 1:6 "java:8" the packages of `java:8` have moved to an archive; a step before the build points it there; to do without the step, start from a newer image',
    ],
  ],
  [
    'ARG BASE=debian:9\nFROM $BASE\nRUN apt-get update\n',
    {},
    [
      'old-base-packages 2:1 "FROM $BASE" the packages of `debian:9` have moved to an archive; a step before the build points it there; to do without the step, start from a newer image',
    ],
  ],
  ['FROM gcr.io/google-appengine/nodejs\nRUN true\n', {}, []],
  ['FROM quay.io/acme/old:1\nRUN apt-get update\n', {}, []],
  ['FROM mongo:2.6\nRUN true\n', {}, []],
  ['FROM alpine:3.4\nRUN apk add --no-cache python py-pip && pip install awscli\n', {}, []],
  [
    'FROM alpine\nRUN apk add --no-cache python2 mysql-client\n',
    {},
    [
      'floating-base 1:6 "alpine" the newest `alpine` has no package `python2`; the build starts from `alpine:3.15`; write `FROM alpine:3.15`',
    ],
  ],
  ['FROM debian:12\nRUN curl -sL https://deb.nodesource.com/setup_6.x | bash -\n', {}, []],
  [
    'FROM debian:12\nRUN wget https://bintray.com/a/b.deb\n',
    {},
    [
      'gone-server 2:18 "bintray.com" Bintray was closed in 2021: the build fails; download from where the project has its releases today',
    ],
  ],
  ['FROM debian:12\n# https://dl.bintray.com/a\nRUN true\n', {}, []],
  [
    'FROM debian:12\nRUN gpg --keyserver ha.pool.sks-keyservers.net --recv-keys A\nRUN gpg --keyserver ha.pool.sks-keyservers.net --recv-keys B\n',
    {},
    [
      'gone-server 2:24 "pool.sks-keyservers.net" these key servers were closed in 2021: the build fails; write `keyserver.ubuntu.com`',
    ],
  ],
];

test.each(cases)('%j', async (dockerfile, files, said) => {
  expect(await saidOf(dockerfile, files)).toEqual(said);
});
