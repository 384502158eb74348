// PHP on a runner: what its setup step installs besides, and what a step behind it has to say to PHP and Composer.

import type { Repository } from '../../ground/repository.ts';
import type { Reading } from '../calls/calls.ts';
import { composerNeeds, type Extension, loadedBy, phpLines } from './php.ts';

/** What the setup step of PHP installs besides the language. */
export type PhpSetup = {
  readonly extensions: readonly Extension[];
  /** Composer 1 alone runs the plugins of the lock file. */
  readonly isFirstComposer: boolean;
  /** A release of PHPUnit, where not the newest that the version runs. */
  readonly phpUnit?: string;
};

type Told = {
  /** The place of the command in the list. */
  readonly command: number;
  readonly message: string;
  readonly help: string;
};

type Preparation = PhpSetup & {
  /** Of a step. */
  readonly lines: readonly string[];
  readonly told: readonly Told[];
};

/** What commands, each with what was read of it, need of PHP. `isSetUp`: a step sets PHP up. */
export function preparePhp(
  commands: readonly { readonly text: string; readonly reading: Reading }[],
  isSetUp: boolean,
  repository: Repository,
): Preparation {
  const texts = commands.flatMap(({ text, reading }) => [
    text,
    ...reading.scripts.map((path) => repository.read(path) ?? ''),
  ]);
  const calls = commands.flatMap(({ reading }) => reading.calls);
  const needs = composerNeeds(calls, repository);
  const composer =
    needs?.isFirst === true && !isSetUp
      ? { ...needs, isFirst: false, hasPlugins: !needs.isDecided }
      : needs;
  const command = commands.findIndex(
    ({ reading }) => composerNeeds(reading.calls, repository) !== undefined,
  );
  const tell = (isTrue: boolean | undefined, message: string, help: string): readonly Told[] =>
    isTrue === true ? [{ command, message, help }] : [];
  return {
    extensions: isSetUp ? texts.flatMap(loadedBy) : [],
    isFirstComposer: composer?.isFirst === true,
    lines: phpLines(texts, composer),
    told: [
      ...tell(
        composer?.hasPlugins,
        'since 2.2 Composer runs only plugins that are allowed; a step allows all of them',
        'list the plugins of the project under `config.allow-plugins` in `composer.json`',
      ),
      ...tell(
        composer?.chooses,
        'since 2.9 Composer refuses releases with known vulnerabilities; a variable lets them in',
        'update the dependencies, then remove `COMPOSER_NO_SECURITY_BLOCKING`',
      ),
      ...tell(
        composer?.isFirst,
        'a plugin in `composer.lock` runs in Composer 1 only; the setup step installs that',
        'update the plugin, and commit the new `composer.lock`',
      ),
    ],
  };
}
