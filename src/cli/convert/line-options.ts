// Options of `convert` for Assembly Lines. They win over the settings, and hold for later conversions as the other options
// do: the heads of the workflows name them.

import path from 'node:path';
import { defined, filled } from '../../ground/defined.ts';
import type { Settings } from '../../legacy/translation.ts';
import type { EarlierFile } from './recorded-choices.ts';

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
    ...defined({ environment }),
  };
}

/** The options as words of a head: values have no blanks there, and folders are as `folder` sees them. */
export function lineWords(
  { queue, watch, environment, types = {}, with: folders }: LineOptions,
  folder: string | undefined,
): readonly string[] {
  const word = (name: string, value: string): string =>
    `--${name}=${value
      .split('/')
      .map((part) => encodeURIComponent(part).replaceAll('%3D', '='))
      .join('/')}`;
  return [
    ...(queue === true ? [word('queue', 'on')] : []),
    ...(watch === undefined ? [] : [word('watch', watch)]),
    ...(environment === undefined ? [] : [word('environment', environment)]),
    ...Object.entries(types).map(([name, kind]) => word('type', `${name}=${kind}`)),
    ...(folder === undefined
      ? []
      : folders.map((one) => word('with', path.relative(folder, one).replaceAll('\\', '/')))),
  ];
}

export type RecordedLines = {
  readonly options: Partial<LineOptions>;
  /** The words, and the workflow whose head has them. */
  readonly said: readonly { readonly word: string; readonly path: string }[];
};

/** What the heads of workflows say, as far as it is not given anew; without `folder` no other folders are found. */
export function recordedLines(
  files: readonly EarlierFile[],
  given: LineOptions,
  folder: string | undefined,
): RecordedLines {
  const said: { word: string; path: string }[] = [];
  const types: Record<string, string> = Object.create(null);
  const folders: string[] = [];
  let options: Partial<LineOptions> = {};
  for (const { path: file, options: words } of files) {
    if (!file.startsWith('.github/workflows/')) continue;
    for (const word of words) {
      const [, name = '', text = ''] =
        /^--(queue|watch|environment|type|with)=(.+)$/.exec(word) ?? [];
      const value = decoded(text);
      if (value === undefined || said.some((one) => one.word === word)) continue;
      if (name === 'queue' && given.queue === undefined) options = { ...options, queue: true };
      else if (name === 'watch' && value === 'poll' && given.watch === undefined)
        options = { ...options, watch: 'poll' };
      else if (name === 'environment' && given.environment === undefined)
        options = { ...options, environment: value };
      else if (name === 'type') {
        const at = value.lastIndexOf('=');
        const of = value.slice(0, at);
        if (at < 1 || Object.hasOwn(given.types ?? {}, of)) continue;
        types[of] = value.slice(at + 1);
      } else if (name === 'with' && folder !== undefined && given.with.length === 0)
        folders.push(path.resolve(folder, value));
      else continue;
      said.push({ word, path: file });
    }
  }
  return {
    options: {
      ...options,
      ...(Object.keys(types).length === 0 ? {} : { types }),
      ...defined({ with: filled(folders) }),
    },
    said,
  };
}

function decoded(text: string): string | undefined {
  try {
    return text === '' ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
