// The language of the file and the commands of `ci`, with the defaults that ran where the file gives none.

import type { TranslationContext } from '../../translation.ts';
import {
  defaultCommands,
  type LanguageRow,
  languageName,
  languages,
} from '../environment/languages.ts';
import type { Command, ShippableConfig } from '../keys/config.ts';

export function chooseLanguage(
  config: ShippableConfig,
  { report }: TranslationContext,
): LanguageRow {
  const node = config.keys.language;
  if (node === undefined) {
    report(
      'missing-language',
      { file: config.root.file, start: config.root.start, end: config.root.start },
      'the file does not set `language`, which meant Ruby on Shippable',
      'if the project does not use Ruby, add `language: none` and convert again',
    );
    return languages.ruby;
  }
  const name = languageName(node.text);
  if (name !== undefined) return languages[name];
  report(
    'unknown-language',
    node,
    `Shippable did not support the language \`${node.text}\``,
    `use one of ${Object.keys(languages).join(', ')}`,
  );
  return languages.none;
}

/** The commands of `ci`: as given, or joined from the older keys, or the language's own. */
export function settleCommands(
  config: ShippableConfig,
  language: LanguageRow,
  context: TranslationContext,
): readonly Command[] {
  const { sections, oldScript, keys } = config;
  if (sections.ci !== undefined) return sections.ci;
  const from = keys.language === undefined ? [] : [keys.language];
  const defaults = defaultCommands(language, context.repository, from, keys.gemfile !== undefined);
  // Without a language the defaults were Ruby's; where no Gemfile is known they could only fail.
  const known = keys.language !== undefined || context.repository.paths.includes('Gemfile');
  const install = known ? withBundlerArgs(defaults.install, config) : [];
  const test = known ? defaults.test : [];
  if (oldScript === undefined) return [...install, ...test];
  return [
    ...oldScript.beforeInstall,
    ...(oldScript.install ?? install),
    ...oldScript.beforeScript,
    ...(oldScript.script ?? test),
  ];
}

function withBundlerArgs(
  commands: readonly Command[],
  { keys }: ShippableConfig,
): readonly Command[] {
  const args = keys.bundler_args;
  if (args === undefined) return commands;
  return commands.map((command) =>
    command.text.includes('bundle install')
      ? { ...command, text: `${command.text} ${args.text}`, from: [...command.from, args] }
      : command,
  );
}

export function allCommands({ sections }: ShippableConfig, ci: readonly Command[]): Command[] {
  return [
    ...sections.preCi,
    ...ci,
    ...sections.postCi,
    ...sections.onSuccess,
    ...sections.onFailure,
    ...sections.always,
    ...sections.push,
  ];
}
