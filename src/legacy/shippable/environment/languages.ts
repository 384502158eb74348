// One row for each language: how GitHub gets it, the table of versions that it has, and the
// commands that Shippable ran where the file gives none (shippable.md 4).

import type { Text } from '../../../expression/text.ts';
import { defined } from '../../../ground/defined.ts';
import type { Repository } from '../../../ground/repository.ts';
import type { PinnedAction } from '../../../interfaces/pins.ts';
import { nodeLimit } from '../../../machine/languages/node-limits.ts';
import type { PhpSetup } from '../../../machine/languages/php-commands.ts';
import type { BuildPlace, VersionChoice } from '../../../machine/versions/choice.ts';
import { chooseGo } from '../../../machine/versions/go.ts';
import { chooseJdk } from '../../../machine/versions/jdk.ts';
import { chooseNode } from '../../../machine/versions/node.ts';
import { chooseCompiler, chooseLein, chooseScala } from '../../../machine/versions/others.ts';
import { choosePhp } from '../../../machine/versions/php.ts';
import { choosePython } from '../../../machine/versions/python.ts';
import { chooseRuby } from '../../../machine/versions/ruby.ts';
import type { SourceNode } from '../../../source/node.ts';
import type { Field, UsesStep } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Command } from '../keys/config.ts';
import { defaultCommand } from '../keys/config.ts';

export type LanguageName =
  | 'node_js'
  | 'python'
  | 'ruby'
  | 'java'
  | 'go'
  | 'php'
  | 'scala'
  | 'clojure'
  | 'c'
  | 'none';

export type LanguageRow = {
  /** For step and job names. */
  readonly title: string;
  /** The key of the version, and the axis of the matrix. */
  readonly versionKey?:
    | 'node_js'
    | 'python'
    | 'rvm'
    | 'jdk'
    | 'go'
    | 'php'
    | 'scala'
    | 'lein'
    | 'compiler';
  /** What the last machine image had (v7.2.4). */
  readonly defaultVersion?: string;
  /** The official image on Docker Hub, whose tags are versions. */
  readonly image?: string;
  /** What a version of the file becomes on a runner with this label. */
  readonly choose: (version: string, place: BuildPlace) => VersionChoice;
  readonly setup?: (version: Text, php: PhpSetup) => Omit<UsesStep, 'kind'>;
  /** Variables that the image set for every job. */
  readonly env?: readonly Field[];
  readonly install: (repository: Repository, gemfile: boolean) => readonly string[];
  readonly test: (repository: Repository) => readonly string[];
};

const uses = (
  uses: PinnedAction,
  name: string,
  fields: readonly Field[],
): Omit<UsesStep, 'kind'> => ({ name, uses, with: fields });

/** The inputs of setup-php besides the version. */
const phpFields = ({ extensions, isFirstComposer, phpUnit }: PhpSetup): readonly Field[] => [
  {
    name: 'tools',
    value: `${isFirstComposer ? 'composer:v1, ' : ''}phpunit${phpUnit === undefined ? '' : `:${phpUnit}`}`,
  },
  ...(extensions.length === 0
    ? []
    : [{ name: 'extensions', value: [...new Set(extensions)].join(', ') }]),
];

const itself = (version: string): VersionChoice => ({ way: 'machine', spelled: version });

const has = (repository: Repository, path: string): boolean => repository.paths.includes(path);

/** `parts`: what the JDK has besides, as setup-java calls it. */
export const setupJava = (
  version: Text,
  distribution: Text,
  parts?: 'jdk+fx',
): Omit<UsesStep, 'kind'> =>
  uses('actions/setup-java', 'Set up the JDK', [
    { name: 'distribution', value: distribution },
    { name: 'java-version', value: version },
    ...(parts === undefined ? [] : [{ name: 'java-package', value: parts }]),
  ]);

export const languages: Readonly<Record<LanguageName, LanguageRow>> = {
  node_js: {
    title: 'Node.js',
    versionKey: 'node_js',
    defaultVersion: '10.15.1',
    image: 'node',
    choose: chooseNode,
    setup: (version) =>
      uses('actions/setup-node', 'Set up Node.js', [
        { name: 'node-version', value: version },
        { name: 'package-manager-cache', value: 'false', raw: true },
      ]),
    install: (repository) =>
      has(repository, 'yarn.lock')
        ? ['shippable_retry yarn install']
        : ['shippable_retry npm install'],
    test: () => ['npm test'],
  },
  python: {
    title: 'Python',
    versionKey: 'python',
    defaultVersion: '2.7',
    image: 'python',
    choose: choosePython,
    setup: (version) =>
      uses('actions/setup-python', 'Set up Python', [{ name: 'python-version', value: version }]),
    install: (repository) =>
      has(repository, 'requirements.txt')
        ? ['shippable_retry pip install -r requirements.txt']
        : repository.paths.length > 3
          ? []
          : ['[ ! -f requirements.txt ] || shippable_retry pip install -r requirements.txt'],
    test: () => [],
  },
  ruby: {
    title: 'Ruby',
    versionKey: 'rvm',
    defaultVersion: '2.3.8',
    image: 'ruby',
    choose: chooseRuby,
    setup: (version) =>
      uses('ruby/setup-ruby', 'Set up Ruby', [{ name: 'ruby-version', value: version }]),
    env: [
      { name: 'RAILS_ENV', value: 'test' },
      { name: 'RACK_ENV', value: 'test' },
    ],
    install: (_repository, gemfile) => [
      gemfile
        ? 'shippable_retry bundle install --gemfile="$SHIPPABLE_GEMFILE"'
        : 'shippable_retry bundle install',
    ],
    test: () => [],
  },
  java: {
    title: 'JDK',
    versionKey: 'jdk',
    defaultVersion: 'openjdk8',
    choose: chooseJdk,
    install: () => [],
    test: (repository) => {
      if (has(repository, 'pom.xml')) return ['shippable_retry mvn install -DskipTests=true'];
      if (has(repository, 'build.gradle') || has(repository, 'build.gradle.kts')) {
        // The wrapper brings the release that the build file was written for.
        const gradle = has(repository, 'gradlew') ? './gradlew' : 'gradle';
        return [`shippable_retry ${gradle} assemble`];
      }
      if (repository.paths.length > 3) return ['ant test'];
      return [
        'if [ -f pom.xml ]; then mvn install -DskipTests=true; elif [ -f build.gradle ]; then gradle assemble; else ant test; fi',
      ];
    },
  },
  go: {
    title: 'Go',
    versionKey: 'go',
    defaultVersion: '1.11.5',
    image: 'golang',
    choose: chooseGo,
    setup: (version) =>
      uses('actions/setup-go', 'Set up Go', [
        { name: 'go-version', value: version },
        { name: 'cache', value: 'false', raw: true },
      ]),
    install: () => ['shippable_retry go get -d -v ./...', 'go build -v ./...'],
    test: () => ['go test -v ./...'],
  },
  php: {
    title: 'PHP',
    versionKey: 'php',
    defaultVersion: '7.2',
    image: 'php',
    choose: choosePhp,
    setup: (version, php) =>
      uses('shivammathur/setup-php', 'Set up PHP', [
        { name: 'php-version', value: version },
        ...phpFields(php),
      ]),
    install: () => [],
    test: () => ['phpunit'],
  },
  scala: {
    title: 'Scala',
    versionKey: 'scala',
    defaultVersion: '2.12.8',
    choose: chooseScala,
    setup: () => uses('sbt/setup-sbt', 'Set up sbt', []),
    install: () => [],
    test: () => ['sbt ++$SHIPPABLE_SCALA_VERSION test'],
  },
  clojure: {
    title: 'Leiningen',
    versionKey: 'lein',
    defaultVersion: '2.8.1',
    image: 'clojure',
    choose: chooseLein,
    setup: (version) =>
      uses('DeLaGuardo/setup-clojure', 'Set up Leiningen', [{ name: 'lein', value: version }]),
    install: () => [],
    test: () => ['lein test'],
  },
  c: {
    title: 'C',
    versionKey: 'compiler',
    defaultVersion: 'gcc',
    choose: chooseCompiler,
    install: () => [],
    test: () => ['./configure', 'make', 'make test'],
  },
  none: { title: 'CI', choose: itself, install: () => [], test: () => [] },
};

export const buildPlace = ({ settings, repository }: TranslationContext): BuildPlace => ({
  runner: settings.runner,
  paths: repository.paths,
  ...defined({ nodeLimit: nodeLimit(repository) }),
});

/** The key of a row. */
export const languageKey = (row: LanguageRow): LanguageName =>
  (Object.keys(languages) as LanguageName[]).find((name) => languages[name] === row) ?? 'none';

/** Names that occur besides those of the table (shippable.md 2.1, 4). */
const otherNames: Readonly<Record<string, LanguageName>> = {
  nodejs: 'node_js',
  node: 'node_js',
  jruby: 'ruby',
  golang: 'go',
  'c++': 'c',
  cpp: 'c',
  generic: 'none',
  clojure: 'clojure',
};

export function languageName(text: string): LanguageName | undefined {
  const word = text.toLowerCase();
  if (Object.hasOwn(languages, word)) return word as LanguageName;
  return otherNames[word];
}

/** The commands that ran where neither `build.ci` nor the older keys say any. */
export function defaultCommands(
  language: LanguageRow,
  repository: Repository,
  from: readonly SourceNode[],
  gemfile = false,
): { install: Command[]; test: Command[] } {
  const make = (texts: readonly string[]): Command[] =>
    texts.map((text) => defaultCommand(text, ...from));
  return {
    install: make(language.install(repository, gemfile)),
    test: make(language.test(repository)),
  };
}
