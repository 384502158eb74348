// The file versions/NAME.json on the branch assembly-lines: the last versions of one resource or job, the newest first.

import { defined } from '../ground/defined.ts';
import {
  isObject,
  type Json,
  type JsonObject,
  objectOf,
  parseObject,
  textOf,
} from '../ground/json.ts';
import { readVersion, type Version } from './version.ts';

export type RecordedVersion = Version & {
  /** ISO 8601. */
  readonly at: string;
  /** Which job of which run made it; empty for one that was set by hand. */
  readonly by: JsonObject;
  /** Mark of the definition that it began from. */
  readonly template?: string;
  /** Mode of each state file, octal; undefined where the version has no state of its own. */
  readonly files?: Readonly<Record<string, string>>;
  /** Whether the state is one sealed file. */
  readonly sealed?: true;
};

export type Recorded = {
  readonly name: string;
  readonly type: string;
  readonly versions: readonly RecordedVersion[];
};

/** Older ones are in the history of the branch. */
const kept = 50;

/** Reads a file of the branch; undefined where it is none of ours. */
export function readRecorded(text: string): Recorded | undefined {
  const value = parseObject(text);
  const name = textOf(value?.['name']);
  const list = value?.['versions'];
  if (value === undefined || name === undefined || !Array.isArray(list)) return undefined;
  return {
    name,
    type: textOf(value['type']) ?? '',
    versions: list.flatMap((item: Json) => {
      const version = readVersion(item);
      if (version === undefined || !isObject(item)) return [];
      const template = textOf(item['template']);
      const files = item['files'];
      return [
        {
          ...version,
          at: textOf(item['at']) ?? '',
          by: objectOf(item['by']),
          ...defined({ template }),
          ...(isObject(files) && { files: textsOf(files) }),
          ...(item['sealed'] === true && { sealed: true as const }),
        },
      ];
    }),
  };
}

/** A new version in front; its number follows the newest one that is there. */
export function withVersion(
  before: Recorded | undefined,
  name: string,
  type: string,
  version: RecordedVersion,
): Recorded {
  const newest = before?.versions[0]?.versionNumber ?? 0;
  const versionNumber = Math.max(newest + 1, version.versionNumber);
  return {
    name,
    type,
    versions: [{ ...version, versionNumber }, ...(before?.versions ?? [])].slice(0, kept),
  };
}

export const recordedText = (recorded: Recorded): string =>
  `${JSON.stringify(recorded, undefined, 1)}\n`;

/** The newest version of this name, or the one of this number where the text is `#NUMBER`. */
export function findVersion({ versions }: Recorded, asked: string): RecordedVersion | undefined {
  const number = /^#(\d+)$/.exec(asked)?.[1];
  return versions.find((version) =>
    number === undefined ? version.versionName === asked : version.versionNumber === Number(number),
  );
}

const textsOf = (value: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const text = textOf(item);
      return text === undefined ? [] : [[key, text]];
    }),
  );
