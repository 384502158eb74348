// The functions that stand for version managers, run by bash.

import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import {
  managerStandIns,
  managerUse,
  sourcedManager,
} from '../../src/machine/programs/version-managers.ts';

function run(line: string): string {
  const { stdout, status } = spawnSync(
    '/bin/bash',
    [
      '--noprofile',
      '--norc',
      '-e',
      '-c',
      [...Object.values(managerStandIns).flat(), 'php() { echo 7.2; }', line].join('\n'),
    ],
    {
      env: { PATH: '/bin', JAVA_HOME_8_X64: '/jdk/8', JAVA_HOME_11_X64: '/jdk/11' },
      encoding: 'utf8',
    },
  );
  return stdout.trim() + (status === 0 ? '' : `(${status})`);
}

describe('stand-ins', () => {
  for (const [line, expected] of [
    ['rvm use 2.4 --install && echo on', 'on'],
    ['rvm 2.4,2.5 do echo a "b c"', 'a b c'],
    ['rvm gemset use x; echo on', 'on'],
    ['rbenv exec echo a', 'a'],
    ['pyenv local 3.6 && echo on', 'on'],
    ['gvm install go1.4; echo on', 'on'],
    ['phpenv version-name', '7.2'],
    ['phpenv rehash; echo on', 'on'],
    ['jdk_switcher use oraclejdk8; echo $JAVA_HOME; echo ${PATH%%:*}', '/jdk/8\n/jdk/8/bin'],
    ['jdk_switcher home openjdk11', '/jdk/11'],
    ['jdk_switcher use openjdk7; echo on', '(1)'],
  ] as const) {
    test(line, () => expect(run(line)).toBe(expected));
  }
});

describe('what a call chooses', () => {
  for (const [line, expected] of [
    ['rvm use 2.3 --default', 'ruby 2.3'],
    ['rvm --default use ruby-2.1.1', 'ruby ruby-2.1.1'],
    ['rvm 2.3.1', 'ruby 2.3.1'],
    ['rvm gemset create x', 'ruby'],
    ['nvm install 8', 'node_js 8'],
    ['gvm use go1.4', 'go go1.4'],
    ['phpenv local 7.1', 'php 7.1'],
    ['pyenv global 3.6.1', 'python 3.6.1'],
    ['jdk_switcher use oraclejdk8', 'java oraclejdk8'],
    ['shipctl jdk set openjdk9', 'java openjdk9'],
    ['sdk use java 8.0.202', 'java 8.0.202'],
    ['sdk install gradle 5.2', 'java'],
    ['ls -l', ''],
  ] as const) {
    test(line, () => {
      const [word = '', ...args] = line.split(' ');
      const use = managerUse({ word, args });
      expect([use?.language, use?.version].filter((part) => part !== undefined).join(' ')).toBe(
        expected,
      );
    });
  }
});

test('files that are sourced', () => {
  const of = (path: string): string | undefined => {
    const found = sourcedManager(path);
    return found === undefined ? undefined : `${found.manager} ${found.version ?? ''}`.trim();
  };
  expect(
    [
      '~/.gvm/scripts/gvm',
      '/usr/local/rvm/scripts/rvm',
      '/etc/profile.d/rvm.sh',
      '$NVM_DIR/nvm.sh',
      '~/venv/2.7/bin/activate',
      '~/virtualenv/python3.4/bin/activate',
      '$VIRTUAL_ENV/bin/activate',
      'env/bin/activate',
      './setup.sh',
    ].map(of),
  ).toEqual([
    'gvm',
    'rvm',
    'rvm',
    'nvm',
    'virtualenv 2.7',
    'virtualenv 3.4',
    'virtualenv',
    undefined,
    undefined,
  ]);
});
