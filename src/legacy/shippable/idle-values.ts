// Values that have an effect only together with others, or that others replace everywhere.

import type { TranslationContext } from '../translation.ts';
import type { Command, ShippableConfig } from './keys/config.ts';

/** Values that count only together with others, which this file may not have. */
export function settleIdle(
  { keys }: ShippableConfig,
  otherwise: TranslationContext['otherwise'],
): void {
  if (keys.bundler_args !== undefined) {
    otherwise(
      'ignored-without',
      keys.bundler_args,
      '`bundler_args` only had an effect on the default `bundle install`',
    );
  }
  if (keys.archive !== undefined) {
    otherwise(
      'default-value',
      keys.archive.node,
      'by default, nothing is kept unless a step uploads it',
    );
  }
}

/** What every node pool replaces is read by none. */
export function settleOverridden(
  { keys, sections, oldScript, boot, buildImage, cacheFolders }: ShippableConfig,
  otherwise: TranslationContext['otherwise'],
): void {
  if ((keys.runtime ?? []).every((pool) => pool.build === undefined)) return;
  const commands: Command[] = [sections, oldScript].flatMap((part) =>
    part === undefined ? [] : Object.values(part).flat(),
  );
  const nodes = [
    ...commands.flatMap(({ from }) => from),
    ...cacheFolders,
    ...(boot === undefined ? [] : [boot.node]),
    ...(buildImage === undefined ? [] : [buildImage]),
  ];
  for (const node of nodes) {
    otherwise('shadowed-key', node, 'every node pool replaces this with its own `build`');
  }
}
