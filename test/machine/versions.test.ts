// The tables of versions: what each word of a legacy file becomes, and that nothing is chosen that is not offered.

import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { releaseFor } from '../../src/machine/languages/build-tools.ts';
import type { VersionChoice } from '../../src/machine/versions/choice.ts';
import { chooseGo } from '../../src/machine/versions/go.ts';
import { chooseJdk } from '../../src/machine/versions/jdk.ts';
import { chooseNode } from '../../src/machine/versions/node.ts';
import { choosePhp } from '../../src/machine/versions/php.ts';
import { choosePython } from '../../src/machine/versions/python.ts';
import { chooseRuby } from '../../src/machine/versions/ruby.ts';

const facts = new URL('../../../shared/reference/runner-facts/', import.meta.url);
const go = (version: string): VersionChoice => chooseGo(version, { paths: ['go.mod'] });
const python = (version: string): VersionChoice =>
  choosePython(version, { runner: 'ubuntu-24.04' });

const said = ({ way, spelled, image, distribution, change }: VersionChoice): string =>
  [way, image, distribution, spelled, change?.kind].filter((part) => part).join(' ');

describe('what a word becomes', () => {
  for (const [choose, rows] of [
    [
      python,
      {
        '2.6': 'image python 2.7 other',
        '2.7': 'image python 2.7',
        '2.7.9': 'image python 2.7 near',
        '3': 'setup 3',
        '3.2': 'image python 3.3 other',
        '3.8.5': 'setup 3.8 near',
        '3.8.12': 'setup 3.8.12',
        '3.7-dev': 'image python 3.7 near',
        pypy: 'setup pypy2.7',
        'pypy-5.4': 'setup pypy2.7 near',
        'pypy3.9': 'setup pypy3.9',
        system: 'machine',
      },
    ],
    [
      chooseRuby,
      {
        '1.8.7': 'setup 1.9.3 other',
        '2': 'setup 2',
        '2.1.9': 'setup 2.1.9',
        'ruby-2.1.1': 'setup 2.1.9 near',
        '2.4.8': 'setup 2.4.10 near',
        '2.4.1@global': 'setup 2.4.1 near',
        'jruby-9.2': 'setup jruby-9.2',
        'jruby-1.7.27': 'setup jruby-9.1.17.0 other',
        'ruby-head': 'setup head',
      },
    ],
    [
      chooseNode,
      {
        '0.10': 'nvm 0.10',
        '5.x': 'nvm 5',
        'v6.1': 'setup 6.1',
        iojs: 'nvm iojs',
        'iojs-v3.2': 'nvm iojs-v3.2',
        stable: 'setup latest',
        'lts/argon': 'nvm 4',
        'lts/fermium': 'setup lts/fermium',
      },
    ],
    [
      chooseJdk,
      {
        openjdk6: 'setup zulu 6',
        oraclejdk9: 'setup zulu 9 near',
        openjdk10: 'setup zulu 10',
        '1.8': 'setup temurin 8',
        openjdk15: 'setup zulu 15',
        openjdk17: 'setup temurin 17',
        jikes: 'setup temurin 8 other',
      },
    ],
    [
      go,
      { '1': 'setup 1.x', '1.x': 'setup 1.x', '1.0.3': 'setup 1.2 other', 'go1.4': 'setup 1.4' },
    ],
    [
      choosePhp,
      {
        hhvm: 'setup 7.1 other',
        '5.2': 'setup 5.3 other',
        '7': 'setup 7.4',
        '5.6.40': 'setup 5.6 near',
      },
    ],
  ] as const) {
    for (const [version, expected] of Object.entries(rows)) {
      test(`${version}: ${expected}`, () => expect(said(choose(version))).toBe(expected));
    }
  }
});

describe('nothing is chosen that is not offered', () => {
  test.skipIf(!fs.existsSync(facts))('Python, by the manifest', () => {
    const offered = new Set(
      fs
        .readFileSync(new URL('python-on-ubuntu.tsv', facts), 'utf8')
        .split('\n')
        .flatMap((line) => (line.split('\t')[1] === 'yes' ? [line.split('\t')[0]] : [])),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(2, 3),
        fc.nat(16),
        fc.option(fc.nat(30)),
        (major, minor, patch) => {
          const choice = python(
            patch === null ? `${major}.${minor}` : `${major}.${minor}.${patch}`,
          );
          if (choice.way !== 'setup') return;
          const found = [...offered].some(
            (one) => one === choice.spelled || one?.startsWith(`${choice.spelled}.`),
          );
          expect(found, choice.spelled).toBe(true);
        },
      ),
    );
  });

  test.skipIf(!fs.existsSync(facts))('Ruby and JRuby, by the list of setup-ruby', () => {
    const list = JSON.parse(
      fs.readFileSync(new URL('setup-ruby-versions.json', facts), 'utf8'),
    ) as Record<'ruby' | 'jruby', string[]>;
    const offered = [...list.ruby, ...list.jruby.map((one) => `jruby-${one}`)];
    fc.assert(
      fc.property(
        fc.constantFrom('', 'ruby-', 'jruby-'),
        fc.nat(10),
        fc.option(fc.nat(9)),
        fc.option(fc.nat(20)),
        (prefix, major, minor, patch) => {
          const parts = [major, minor, minor === null ? null : patch].filter((one) => one !== null);
          const { spelled } = chooseRuby(`${prefix}${parts.join('.')}`);
          const cached = ['3.3.12', '4.0.6'].includes(spelled);
          const found = offered.some(
            (one) => one === spelled || new RegExp(`^${spelled}[.-]`).test(one),
          );
          expect(found || cached, spelled).toBe(true);
        },
      ),
    );
  });

  test('every text gives something', () => {
    fc.assert(
      fc.property(fc.string(), (version) => {
        for (const choose of [python, chooseRuby, chooseNode, chooseJdk, go, choosePhp]) {
          const { way, spelled } = choose(version);
          expect(way === 'machine' || spelled !== '').toBe(true);
        }
      }),
    );
  });
});

describe('build tools go with the JDK', () => {
  for (const [tool, jdks, expected] of [
    ['mvn', [8], undefined],
    ['mvn', [7], '3.6.3'],
    ['mvn', [6], '3.2.5'],
    ['gradle', [17], undefined],
    ['gradle', [8, 11], '5.2.1'],
    ['gradle', [7, 8], '4.10.3'],
    ['gradle', [8, 17], '7.6.4'],
    ['ant', [6], '1.9.16'],
  ] as const) {
    test(`${tool} with ${jdks.join(' and ')}: ${expected ?? "the runner's"}`, () =>
      expect(releaseFor(tool, jdks)).toBe(expected));
  }
});

test('a project without modules gets a Go whose `go get` takes it', () => {
  const spelled = (version: string): string => chooseGo(version, { paths: [] }).spelled;
  expect(['stable', 'release', 'tip', '1.x', '1.22', '1.21.3', '1.9'].map(spelled)).toEqual([
    ...['1.21', '1.21', '1.21', '1.21', '1.21', '1.21.3', '1.9'],
  ]);
});
