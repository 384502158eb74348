// What is said of files that Shippable refused, ignored in part, or read in a way of its own.

import { expect, test } from 'vitest';
import { convertTexts } from '../codeship/project.ts';

test.each<[text: string, said: string[]]>([
  ['', ['empty-file: the file has no keys, so there is nothing to convert']],
  ['[a]\n', ['wrong-type: found no mapping: the file has no keys, so there is nothing to convert']],
  [
    'text\n',
    ['wrong-type: found no mapping: the file has no keys, so there is nothing to convert'],
  ],
  ['language: none\n', []],
  [
    'language: [a]\n',
    [
      'unknown-language: Shippable did not support the language `a`; use one of node_js, python, ruby, java, go, php, scala, clojure, c, none',
    ],
  ],
  [
    'language: cobol\nbuild: {ci: [make]}\n',
    [
      'unknown-language: Shippable did not support the language `cobol`; use one of node_js, python, ruby, java, go, php, scala, clojure, c, none',
    ],
  ],
  [
    'language: none\nbuild: make\n',
    ['wrong-type: found a single value, expected a mapping; write a mapping'],
  ],
  [
    'language: none\nbuild: [make]\n',
    ['wrong-type: found a list, expected a mapping; write a mapping'],
  ],
  [
    'language: none\nbuild: {ci: {a: b}}\n',
    [
      'command-not-text: a command has to be a string; Shippable rejected this one; put the command in quotes: a colon followed by a space makes YAML read a mapping',
    ],
  ],
  [
    'language: none\nbuild: {ci: [{a: b}]}\n',
    [
      'command-not-text: a command has to be a string; Shippable rejected this one; put the command in quotes: a colon followed by a space makes YAML read a mapping',
    ],
  ],
  [
    'language: none\nbuild: {ci: [[a, b]]}\n',
    [
      'missing-program: `a` is unknown, and no earlier command installs anything; install `a` in the first commands of the section',
      'missing-program: `b` is unknown, and no earlier command installs anything; install `b` in the first commands of the section',
    ],
  ],
  [
    'language: none\nbuild: {ci: }\n',
    ['empty-value: `ci` has no value, which is the same as no key'],
  ],
  ['language: none\nbuild: {ci: make}\n', []],
  ['language: none\nbuild: {c: [make]}\n', ['unknown-key: unknown key `c`; did you mean `ci`?']],
  [
    'language: none\nbiuld: {ci: [make]}\n',
    ['unknown-key: unknown key `biuld`: Shippable ignored it; did you mean `build`?'],
  ],
  [
    'language: none\nbuild: {ci: [make], cache: maybe}\n',
    ['wrong-type: found a single value, expected `true` or `false`; write `true` or `false`'],
  ],
  [
    'language: none\nbuild: {ci: [make], cache: true, cache_dir_list: [node_modules, /root/.m2, "$HOME/x", ../y, "a b"]}\n',
    [
      'cache-scope: Shippable kept one cache for the project; GitHub keeps one per branch and run, and restores the newest one that the branch can access; commit message keywords that reset the cache have no effect: delete caches on the Actions page, or with `gh cache delete`',
    ],
  ],
  [
    'language: none\nbuild: {ci: [make], cache_dir_list: [a]}\n',
    ['ignored-without: `cache_dir_list` had no effect without `cache: true`'],
  ],
  [
    'language: none\nbuild: {ci: [make], cache: {directories: [a, ~/.b], bundler: true, timeout: 5}}\n',
    [
      'cache-of-travis: Shippable expected `true` here; what the value stands for is cached: `a`, `~/.b`, `$SHIPPABLE_BUILD_DIR/vendor/bundle`; write `cache: true` with a `cache_dir_list`',
      'cache-scope: Shippable kept one cache for the project; GitHub keeps one per branch and run, and restores the newest one that the branch can access; commit message keywords that reset the cache have no effect: delete caches on the Actions page, or with `gh cache delete`',
      'cache-of-travis: Shippable expected `true` here; what the value stands for is cached: `a`, `~/.b`, `$SHIPPABLE_BUILD_DIR/vendor/bundle`; write `cache: true` with a `cache_dir_list`',
      'cache-of-travis: Shippable expected `true` here; what the value stands for is cached: `a`, `~/.b`, `$SHIPPABLE_BUILD_DIR/vendor/bundle`; write `cache: true` with a `cache_dir_list`',
      'cache-of-travis: Shippable expected `true` here; what the value stands for is cached: `a`, `~/.b`, `$SHIPPABLE_BUILD_DIR/vendor/bundle`; write `cache: true` with a `cache_dir_list`',
      'unread-value: this value was not understood, so nothing was made from it; translate it by hand',
    ],
  ],
  [
    'language: none\ncache: bundler\nbuild: {ci: [make]}\n',
    [
      'cache-of-travis: Shippable expected `true` here; what the value stands for is cached: `$SHIPPABLE_BUILD_DIR/vendor/bundle`; write `cache: true` with a `cache_dir_list`',
      'cache-scope: Shippable kept one cache for the project; GitHub keeps one per branch and run, and restores the newest one that the branch can access; commit message keywords that reset the cache have no effect: delete caches on the Actions page, or with `gh cache delete`',
    ],
  ],
  [
    'language: none\nbranches: master\nbuild: {ci: [make]}\n',
    ['wrong-type: found a single value, expected a mapping; write a mapping'],
  ],
  [
    'language: none\nbranches: {only: [master, /^v\\d+/, /(a|b)c/, "/x?/"]}\nbuild: {ci: [make]}\n',
    [
      'branch-expression-as-wildcard: `/^v\\d+/` is a regular expression, which Shippable took literally; it is read as `v*`; write `v*` if that is what you mean',
      'branch-expression-as-wildcard: `/(a|b)c/` is a regular expression, which Shippable took literally; it is read as `*ac*`, `*bc*`; write `*ac*`, `*bc*` if that is what you mean',
      'branch-expression: `/x?/` is a regular expression, which Shippable took literally; no wildcard is equivalent, so it is left out; list the branches, with `*` for any characters',
    ],
  ],
  [
    'language: none\nbranches: {except: [master, ""]}\nbuild: {ci: [make]}\n',
    ['empty-value: an empty name is not a branch'],
  ],
  [
    'language: none\nbranches: {only: {a: b}}\nbuild: {ci: [make]}\n',
    ['wrong-type: found a mapping, expected a single value; write a single value'],
  ],
  ['language: none\nbranches: {only: [a], except: [a]}\nbuild: {ci: [make]}\n', []],
  [
    'language: none\nbranches: [a, b]\nbuild: {ci: [make]}\n',
    ['wrong-type: found a list, expected a mapping; write a mapping'],
  ],
  [
    'language: none\nruntime: {nodePool: big}\nbuild: {ci: [make]}\n',
    [
      'node-pool: the machines of the pool `big` are unknown; the job runs on `ubuntu-24.04`; set the runner in `.github/transship.yml` under `node-pools`',
    ],
  ],
  [
    'language: none\nruntime: {nodePool: [a, b]}\nbuild: {ci: [make]}\n',
    ['wrong-type: found a list, expected a single value; write a single value'],
  ],
  [
    'language: none\nruntime: x\nbuild: {ci: [make]}\n',
    ['wrong-type: found a single value, expected a mapping; write a mapping'],
  ],
  ['language: none\nservices: redis\nbuild: {ci: [make]}\n', []],
  [
    'language: none\nservices: [reddis]\nbuild: {ci: [make]}\n',
    [
      'unknown-service: Shippable did not support the service `reddis`; known services: postgres, mysql, mongodb, redis, memcached, rabbitmq, elasticsearch, couchdb, cassandra, neo4j, rethinkdb, riak, selenium; if you need it, add a service container by hand',
    ],
  ],
  [
    'language: none\nservices: [sqlite, docker, mongodb-3.2, riak]\nbuild: {ci: [make]}\n',
    [
      'dropped-key: `sqlite` is left out: it is a library, so there is no service to start',
      'dropped-key: `docker` is left out: runners have Docker running',
      'unknown-service: Shippable did not support the service `mongodb-3.2`; known services: postgres, mysql, mongodb, redis, memcached, rabbitmq, elasticsearch, couchdb, cassandra, neo4j, rethinkdb, riak, selenium; if you need it, add a service container by hand',
    ],
  ],
  [
    'language: none\nservices: {a: b}\nbuild: {ci: [make]}\n',
    [
      'unknown-service: Shippable did not support the service `a`; known services: postgres, mysql, mongodb, redis, memcached, rabbitmq, elasticsearch, couchdb, cassandra, neo4j, rethinkdb, riak, selenium; if you need it, add a service container by hand',
    ],
  ],
  [
    'language: none\naddons: {firefox: "42.0", postgresql: "9.3", selenium: "2", hosts: [a.test], apt: {packages: [x]}}\nbuild: {ci: [make]}\n',
    [
      "old-browser: runners have a current Firefox, so 42.0 is installed from Mozilla's archive, and comes first on PATH; move the tests to the runner's Firefox when you can",
      'ignored-without: `addons.postgresql` sets the version of a service that the file does not use',
      'ignored-without: `addons.selenium` sets the version of a service that the file does not use',
      'addon: the addon `hosts` is not translated; install it in the first commands of `ci`, or use an image that has it',
      'addon: the addon `apt` is not translated; install it in the first commands of `ci`, or use an image that has it',
    ],
  ],
  [
    'language: none\naddons: {firefox: latest}\nbuild: {ci: [make]}\n',
    ['default-value: runners have a current Firefox'],
  ],
  [
    'language: none\naddons: {firefox: x}\nbuild: {ci: [make]}\n',
    [
      'addon: runners have a current Firefox, not this one; use a container image with the version that the tests need',
    ],
  ],
  ['language: none\nbuild: {ci: [make], pre_ci_boot: {image_name: a/b}}\n', []],
  [
    'language: none\nbuild: {ci: [make], pre_ci_boot: {image_tag: x}}\n',
    ['part-of-vendor-image: this belongs to the official image, which is gone'],
  ],
  [
    'language: none\nbuild: {ci: [make], pre_ci_boot: {image_name: A/b, image_tag: 1, pull: maybe, env: A=1, options: "--privileged"}}\n',
    [
      'image-name-capitals: `A/b` contains uppercase letters, which image names cannot have; write `a/b` everywhere',
      'wrong-type: found a single value, expected `true` or `false`; write `true` or `false`',
    ],
  ],
  [
    'language: none\nbuild: {ci: [make], pre_ci_boot: x}\n',
    ['wrong-type: found a single value, expected a mapping; write a mapping'],
  ],
  [
    'language: none\nbuild: {ci: [make], pre_ci_boot: {image_name: a/b, image_tag: $TAG, colour: x}}\n',
    ['unknown-key: unknown key `colour`'],
  ],
  ['language: none\nbuild_image: acme/x\nbuild: {ci: [make]}\n', []],
  ['language: none\nbuild_image: {name: a}\nbuild: {ci: [make]}\n', []],
  [
    'language: none\nbuild: {ci: [make]}\nintegrations: x\n',
    ['wrong-type: found a single value, expected a mapping; write a mapping'],
  ],
  [
    'language: none\nbuild: {ci: [make]}\nintegrations: {hub: [{integrationName: a, type: dokcer}]}\n',
    [
      'unknown-integration-type: `dokcer` is not a type of registry integration; did you mean `docker`?',
    ],
  ],
  [
    'language: none\nbuild: {ci: [make]}\nintegrations: {hub: [{type: docker}]}\n',
    [
      'integration-without-name: this integration has no name, so Shippable rejected it; `docker` is used instead; set the name that the integration had in the subscription',
    ],
  ],
  [
    'language: none\nbuild: {ci: [make]}\nintegrations: {hub: {integrationName: a, type: ecr, region: us-east-1}}\n',
    [
      'wrong-type: found a mapping, expected a list, each item any value; write a list, each item any value',
    ],
  ],
  [
    'language: none\nbuild: {ci: [make]}\nintegrations: {hub: [{integrationName: a, type: quay, branches: {only: master}}]}\n',
    [],
  ],
  [
    'language: none\nbuild: {ci: [make]}\nintegrations: {notifications: [{integrationName: a, type: slack, recipients: ["#x", "@y"], on_success: sometimes}]}\n',
    [
      'wrong-type: found `sometimes`, expected one of `always`, `change`, `never`; write one of `always`, `change`, `never`',
    ],
  ],
  [
    'language: none\nbuild: {ci: [make]}\nintegrations: {notifications: [{integrationName: email, type: email, recipients: [a@b.c]}]}\n',
    [
      "mail-notification: GitHub sends emails according to each person's settings, so no step is written for them; each person chooses under Settings, Notifications, Actions; a@b.c got emails before",
    ],
  ],
  [
    'language: none\nbuild: {ci: [make]}\nintegrations: {notifications: [{integrationName: a, type: irc}]}\n',
    [
      'manual-notification: no step is written for IRC; send the message from a step at the end, or move to Slack or a webhook',
    ],
  ],
  [
    'language: none\nbuild: {ci: [make]}\nintegrations: {notifications: [{integrationName: a, type: slack, on_success: never, on_failure: never}]}\n',
    [
      'notification-never: this notification is never sent, so no step is written for it',
      'notification-never: this notification is never sent, so no step is written for it',
      'notification-never: this notification is never sent, so no step is written for it',
      'notification-never: this notification is never sent, so no step is written for it',
    ],
  ],
  [
    'language: none\nbuild: {ci: [make]}\nintegrations: {notifications: [{integrationName: a, type: webhook, on_start: always, payload: [A=1, B]}]}\n',
    [],
  ],
  [
    'language: none\nbuild: {ci: [make]}\nintegrations: {key: [{integrationName: a, type: ssh-key}, {integrationName: b, type: pem-key}]}\n',
    [],
  ],
  [
    'language: none\nbuild: {ci: [make]}\nintegrations: {generic: [{integrationName: a}]}\n',
    [
      'generic-integration: Shippable stored the keys of `a`; create a secret for each key, and add it to `env` of the steps that read it',
    ],
  ],
  [
    'language: none\nbuild: {ci: [make]}\nintegrations: {deploy: [{integrationName: a, type: aws, target: eb_docker}]}\n',
    [
      'incomplete-deploy: a deployment to Elastic Beanstalk needs `integrationName`, `application_name` and `env_name`; this one never worked; add what is missing and convert again',
    ],
  ],
  [
    'language: none\nbuild: {ci: [make]}\nintegrations: {others: [a]}\n',
    ['unknown-key: unknown key `others`'],
  ],
  [
    'language: none\ngit: {submodules: maybe, depth: 0}\nbuild: {ci: [make]}\n',
    [
      'wrong-type: found a single value, expected `true` or `false`; write `true` or `false`',
      'unknown-key: unknown key `depth`',
    ],
  ],
  [
    'language: none\ngit: {depth: 10}\ndepth: 5\nbuild: {ci: [make]}\n',
    ['unknown-key: unknown key `depth`'],
  ],
  ['language: none\narchive: true\nbuild: {ci: [make]}\n', []],
  [
    'language: none\nbuild: {ci: [make], on_success: [a], on_failure: [b], always: [c], post_ci: [d], push: [e], pre_ci: [f]}\n',
    [
      'unknown-program: `a` is unknown: an earlier command has to install it; install `a` in the first commands of the section',
      'unknown-program: `b` is unknown: an earlier command has to install it; install `b` in the first commands of the section',
      'unknown-program: `c` is unknown: an earlier command has to install it; install `c` in the first commands of the section',
      'unknown-program: `d` is unknown: an earlier command has to install it; install `d` in the first commands of the section',
      'unknown-program: `e` is unknown: an earlier command has to install it; install `e` in the first commands of the section',
      'unknown-program: `f` is unknown: an earlier command has to install it; install `f` in the first commands of the section',
    ],
  ],
  [
    'language: node_js\nnode_js: []\nbuild: {ci: [make]}\n',
    [
      'default-version: without a version Shippable used Node.js 10.15.1, so the job does, too; to change it, set `node_js` in the file',
      'empty-value: `node_js` has no value, which is the same as no key',
    ],
  ],
  [
    'language: node_js\nnode_js: {a: b}\nbuild: {ci: [make]}\n',
    [
      'default-version: without a version Shippable used Node.js 10.15.1, so the job does, too; to change it, set `node_js` in the file',
      'wrong-type: found a mapping, expected a single value; write a single value',
    ],
  ],
  ['language: node_js\nnode_js: 0.10\nbuild: {ci: [npm test]}\n', []],
  [
    'language: python\npython: "9.9"\nbuild: {ci: [make]}\n',
    [
      'lost-version: Python `9.9` becomes `3.14`: there is no such release; run the build with `3.14` once; if it fails, set a version that works',
    ],
  ],
  [
    'language: ruby\nrvm: [ree, jruby-19mode]\nbuild: {ci: [make]}\n',
    [
      'lost-version: Ruby `ree` becomes `1.9.3`: Ruby Enterprise Edition is no longer available; run the build with `1.9.3` once; if it fails, set a version that works',
      'lost-version: Ruby `jruby-19mode` becomes `jruby-9.1.17.0`: setup-ruby begins with JRuby 9.1.17.0, which speaks Ruby 2.3; run the build with `jruby-9.1.17.0` once; if it fails, set a version that works',
    ],
  ],
  [
    'language: java\njdk: [oraclejdk8, openjdk99]\nbuild: {ci: [make]}\n',
    [
      "near-version: JDK `oraclejdk8` becomes `8`: Oracle's JDK is not on GitHub; OpenJDK 8 of Temurin is used",
      'lost-version: JDK `openjdk99` becomes `8`: this JDK is not available; run the build with `8` once; if it fails, set a version that works',
    ],
  ],
  [
    'language: php\nphp: [hhvm, 5.3]\nbuild: {ci: [make]}\n',
    [
      'lost-version: PHP `hhvm` becomes `7.1`: HHVM ran PHP until 2018 and is no longer available; run the build with `7.1` once; if it fails, set a version that works',
    ],
  ],
  [
    'language: go\ngo: [tip, 1.3]\nbuild: {ci: [make]}\n',
    [
      'near-version: Go `tip` becomes `1.21`: newer ones refuse `go get` in a project without `go.mod`',
    ],
  ],
  [
    'language: scala\nscala: [2.11.2]\nbuild: {ci: [sbt test]}\n',
    [
      'default-version: without a version Shippable used JDK 8, so the job does, too; to change it, set `jdk` in the file',
    ],
  ],
  [
    'language: clojure\nlein: lein2\nbuild: {ci: [lein test]}\n',
    [
      'default-version: without a version Shippable used JDK 8, so the job does, too; to change it, set `jdk` in the file',
    ],
  ],
  [
    'language: c\ncompiler: [gcc, clang, tcc]\nbuild: {ci: [make]}\n',
    ['near-version: C `tcc` becomes `gcc`: the runner has gcc and clang'],
  ],
  [
    'language: none\nnode_js: 4\nbuild: {ci: [make]}\n',
    ['other-language: `node_js` does not apply to this language, so Shippable ignored it'],
  ],
  [
    'language: none\nmatrix: {fast_finish: true}\nbuild: {ci: [make]}\n',
    ['unknown-key: unknown key `fast_finish`'],
  ],
  [
    'language: none\nmatrix: x\nbuild: {ci: [make]}\n',
    ['wrong-type: found a single value, expected a mapping; write a mapping'],
  ],
  [
    'language: none\nbefore_install: [a]\ninstall: b\nscript: c\nafter_success: d\n',
    [
      'missing-program: `a` is unknown, and no earlier command installs anything; install `a` in the first commands of the section',
      'missing-program: `b` is unknown, and no earlier command installs anything; install `b` in the first commands of the section',
      'missing-program: `c` is unknown, and no earlier command installs anything; install `c` in the first commands of the section',
      'missing-program: `d` is unknown, and no earlier command installs anything; install `d` in the first commands of the section',
    ],
  ],
  [
    'language: none\nbuild: {ci: [make]}\nscript: c\n',
    [
      'shadowed-key: `script` is ignored because there is a `build`; move its commands to `build.ci` if they should run',
    ],
  ],
  [
    'language: none\nsudo: false\ndist: trusty\nos: linux\nbuild: {ci: [make]}\n',
    [
      'default-value: this key is of Travis CI: every build of Shippable was root',
      'default-value: this key is of Travis CI: the image chose the system on Shippable',
      'default-value: this key is of Travis CI: the node pool chose the system on Shippable',
    ],
  ],
  [
    'language: none\nbuild: {ci: [make]}\njobs: [{name: a}]\n',
    [
      'line-type: the job `a` has no `type`; use one of `runSh`, `runCLI`, `runCI`, `manifest`, `release`, `deploy`, `provision`, `externalCI`, `jenkinsJob`, `rSync`',
    ],
  ],
  [
    'language: none\nbuild: {ci: [make]}\nnotifications: {email: false}\n',
    [
      "mail-notification: GitHub sends emails according to each person's settings, so no step is written for them; each person chooses under Settings, Notifications, Actions",
    ],
  ],
  [
    'language: none\nbuild: {ci: [make]}\nhooks: x\n',
    ['unknown-key: unknown key `hooks`: Shippable ignored it'],
  ],
  [
    "language: none\nintegrations: {hub: [{integrationName: e, type: ecr}]}\nbuild: {ci: ['docker push 1.dkr.ecr.eu-west-1.amazonaws.com/x']}\n",
    [
      'region-mismatch: the login uses `us-east-1`, but the images are in `eu-west-1`; set `region` to the region of the images',
      'deploys-in-pull-requests: `docker push 1.dkr.ecr.eu-west-1.amazonaws.com/x` publishes, and it also runs in pull requests, as on Shippable; to skip it in pull requests, convert with `--pull-requests no-deploy`, or put `[ "$IS_PULL_REQUEST" = true ] ||` before it here and convert again',
    ],
  ],
  [
    "language: none\nintegrations: {hub: [{integrationName: e, type: ecr, region: eu-west-1}]}\nbuild: {ci: ['docker push 1.dkr.ecr.eu-west-1.amazonaws.com/x']}\n",
    [
      'deploys-in-pull-requests: `docker push 1.dkr.ecr.eu-west-1.amazonaws.com/x` publishes, and it also runs in pull requests, as on Shippable; to skip it in pull requests, convert with `--pull-requests no-deploy`, or put `[ "$IS_PULL_REQUEST" = true ] ||` before it here and convert again',
    ],
  ],
  [
    "language: none\nintegrations: {hub: [{integrationName: e, type: ecr}]}\nbuild: {ci: ['docker push 1.dkr.ecr.us-east-1.amazonaws.com/x']}\n",
    [
      'deploys-in-pull-requests: `docker push 1.dkr.ecr.us-east-1.amazonaws.com/x` publishes, and it also runs in pull requests, as on Shippable; to skip it in pull requests, convert with `--pull-requests no-deploy`, or put `[ "$IS_PULL_REQUEST" = true ] ||` before it here and convert again',
    ],
  ],
  [
    'language: none\nintegrations: {hub: [{integrationName: e, type: ecr}]}\nbuild: {ci: [\'[ "$IS_PULL_REQUEST" = true ] || docker push 1.dkr.ecr.eu-west-1.amazonaws.com/x\']}\n',
    [],
  ],
  [
    "language: none\nintegrations: {hub: [{integrationName: e, type: ecr}]}\nbuild: {ci: ['docker push acme/x']}\n",
    [
      'deploys-in-pull-requests: `docker push acme/x` publishes, and it also runs in pull requests, as on Shippable; to skip it in pull requests, convert with `--pull-requests no-deploy`, or put `[ "$IS_PULL_REQUEST" = true ] ||` before it here and convert again',
    ],
  ],
])('%j', async (text, said) => {
  const { diagnostics } = await convertTexts({ 'shippable.yml': text });
  expect(
    diagnostics.map(
      ({ code, message, help }) => `${code}: ${message}${help === undefined ? '' : `; ${help}`}`,
    ),
  ).toEqual(said);
});
