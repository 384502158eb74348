// Names of images with capitals, in commands and in `pre_ci_boot`: said at conversion, since no machine takes them.

import { withoutCapitals } from '../../../image/capitals.ts';
import { readCalls } from '../../../machine/calls/calls.ts';
import type { SourceNode } from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Environment } from '../environment/environment.ts';
import type { Command, ShippableConfig } from '../keys/config.ts';

export function reportImageNames(
  config: ShippableConfig,
  commands: readonly Command[],
  { global }: Environment,
  { report, repository }: TranslationContext,
): void {
  const values = new Map(global.map(({ name, value }) => [name, value]));
  const expanded = (text: string): string =>
    text
      .replace(/["']/g, '')
      .replace(/\$\{?(\w+)\}?/g, (whole, name: string) => values.get(name) ?? whole);
  const told = new Set<string>();
  const tell = (text: string, node: SourceNode | undefined): void => {
    const lower = withoutCapitals(expanded(text));
    if (lower === undefined || node === undefined || told.has(text)) return;
    told.add(text);
    report(
      'image-name-capitals',
      node,
      `\`${expanded(text)}\` contains uppercase letters, which image names cannot have`,
      `write \`${lower}\` everywhere`,
    );
  };
  const image = config.boot?.image_name;
  if (image !== undefined) tell(image.text, image);
  for (const { text, from } of commands) {
    for (const { word, args } of readCalls(text, repository).calls)
      if (word === 'docker') for (const name of namesIn(args)) tell(name, from[0]);
  }
}

/** The names of images among the arguments of docker. */
function namesIn([verb, ...args]: readonly string[]): readonly string[] {
  if (verb === 'push' || verb === 'pull' || verb === 'tag')
    return args.filter((arg) => !arg.startsWith('-'));
  if (verb !== 'build') return [];
  return args.flatMap((arg, at) => {
    if (arg === '-t' || arg === '--tag') return args[at + 1] ?? [];
    return /^(?:--tag=|-t(?=.))(.*)$/.exec(arg)?.[1] ?? [];
  });
}
