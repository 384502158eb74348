// CodeShip Basic kept what dependencies were downloaded without a word: `~/.ivy2`, `~/.m2/repository`, `~/cache` (which
// bundler, pip and yarn used) and `node_modules` of the clone (codeship.md 10.2).

import { expression } from '../../expression/expression.ts';
import { mixedText } from '../../expression/text.ts';
import type { Step } from '../../workflow/model.ts';
import type { TranslationContext } from '../translation.ts';
import type { Command } from './read.ts';

type CacheRow = {
  /** A command that fills it. */
  readonly command: RegExp;
  readonly path: string;
};

const rows: readonly CacheRow[] = [
  { command: /\b(?:mvn|mvnw)\b/, path: '~/.m2/repository' },
  { command: /\bsbt\b/, path: '~/.ivy2' },
  { command: /\b(?:gradle|gradlew)\b/, path: '~/.gradle/caches' },
  { command: /\bnpm\s+(?:i|install)\b|\byarn\b(?!\s+--version)/, path: 'node_modules' },
  { command: /\bpip[\d.]*\s+install\b/, path: '~/.cache/pip' },
  { command: /\bcomposer\s+(?:install|update)\b/, path: '~/.cache/composer' },
  { command: /~\/cache\b|\$HOME\/cache\b/, path: '~/cache' },
  { command: /\bbundle(?:r)?(?:\s+install\b|\s*$|\s+--)/, path: 'vendor/bundle' },
];

/** One step for all of them. */
export function cacheStep(
  commands: readonly Command[],
  { repository }: TranslationContext,
): readonly Step[] {
  const text = commands.map((command) => command.text).join('\n');
  const found = rows.filter(
    ({ command, path }) =>
      new RegExp(command.source, 'm').test(text) &&
      // What the repository has itself is not a download.
      !repository.paths.some((each) => each.startsWith(`${path}/`)) &&
      (path !== 'vendor/bundle' || /--path[= ]vendor|BUNDLE_PATH/.test(text)),
  );
  if (found.length === 0) return [];
  const hashed = locks.filter((name) => repository.paths.includes(name));
  const key = mixedText`dependencies-${expression`runner.os`}-${expression`github.job`}-`;
  return [
    {
      kind: 'uses',
      name: 'Cache downloaded dependencies',
      uses: 'actions/cache',
      with: [
        { name: 'path', value: found.map(({ path }) => path).join('\n') },
        {
          name: 'key',
          value:
            hashed.length === 0
              ? mixedText`${key}${expression`github.run_id`}`
              : mixedText`${key}${hashOf(hashed)}`,
        },
        { name: 'restore-keys', value: key },
      ],
    },
  ];
}

const locks = [
  'package-lock.json',
  'yarn.lock',
  'package.json',
  'Gemfile.lock',
  'requirements.txt',
  'composer.lock',
  'pom.xml',
  'build.sbt',
  'build.gradle',
];

const hashOf = ([first = '', ...others]: readonly string[]) =>
  others.reduce(
    (all, name) => mixedText`${all}-${expression`hashFiles(${name})`}`,
    mixedText`${expression`hashFiles(${first})`}`,
  );
