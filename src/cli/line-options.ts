// Options of `convert` for Assembly Lines. They win over the settings.

import type { Settings } from '../legacy/translation.ts';

export type LineOptions = Pick<Settings, 'queue' | 'watch' | 'environment'> & {
  readonly types?: Readonly<Record<string, string>>;
  /** Absolute paths of further repositories. */
  readonly with: readonly string[];
};

/** The options, or what is wrong with them. */
export function lineOptions(
  given: Readonly<Record<string, string>>,
  lists: Readonly<Record<string, readonly string[]>>,
  absolute: (path: string) => string,
): LineOptions | string {
  const types: Record<string, string> = Object.create(null);
  for (const pair of lists['type'] ?? []) {
    const at = pair.lastIndexOf('=');
    if (at < 1 || at === pair.length - 1) return `\`--type ${pair}\`: write NAME=KIND`;
    types[pair.slice(0, at)] = pair.slice(at + 1);
  }
  const { environment } = given;
  return {
    with: (lists['with'] ?? []).map(absolute),
    ...(Object.keys(types).length === 0 ? {} : { types }),
    ...('queue' in given ? { queue: true } : {}),
    ...(given['watch'] === 'poll' ? { watch: 'poll' } : {}),
    ...(environment === undefined ? {} : { environment }),
  };
}
