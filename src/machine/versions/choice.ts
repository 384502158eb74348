// What a version of a language becomes on GitHub. Every language has a closed table of what can really be
// had; a version that is in no table gets the nearest one that works, and a word to the user.

import { defined } from '../../ground/defined.ts';

/** How a version comes onto the machine. */
type Way =
  /** The language's setup action. */
  | 'setup'
  /** `nvm install`, a shell function that the hosted runners have. */
  | 'nvm'
  /** The official image of the language, which the job boots. */
  | 'image'
  /** The machine's own, without a step. */
  | 'machine';

/** What a choice may depend on besides the version. */
export type BuildPlace = {
  /** The runner's label, `ubuntu-24.04`. */
  readonly runner: string;
  /** The files of the repository. */
  readonly paths: readonly string[];
  /** The newest Node.js that packages of the project run. */
  readonly nodeLimit?: { readonly last: number; readonly by: string };
};

export type VersionChoice = {
  readonly way: Way;
  /** The version as the setup action, nvm or the tag of the image spells it. */
  readonly spelled: string;
  /** `image` alone: the repository on Docker Hub. */
  readonly image?: string;
  /** JDKs alone: whose build it is. */
  readonly distribution?: 'temurin' | 'zulu';
  /** Absent where the version is exactly the one that was asked for. */
  readonly change?: VersionChange;
};

type VersionChange = {
  /** `near`: the same language level, so the build goes on; `other`: a person has to look at it. */
  readonly kind: 'near' | 'other';
  /** Why it is not the one that was asked for, as the rest of a sentence about it. */
  readonly why: string;
};

export const near = (why: string): VersionChange => ({ kind: 'near', why });
export const other = (why: string): VersionChange => ({ kind: 'other', why });

/** A numbered version. A missing part is absent, never zero: `3` is any Python 3. */
type Numbered = {
  readonly major: number;
  readonly minor?: number;
  readonly patch?: number;
};

/** `3`, `3.x`, `3.7`, `v3.7.*`, `3.7.1`; undefined for everything else. */
export function numbered(version: string): Numbered | undefined {
  const match = /^v?(\d+)(?:\.(\d+|[x*]))?(?:\.(\d+|[x*]))?$/.exec(version);
  if (match === null) return undefined;
  const part = (text: string | undefined): number | undefined =>
    text === undefined || /[x*]/.test(text) ? undefined : Number(text);
  const [, major, second, third] = match;
  const minor = part(second);
  const patch = minor === undefined ? undefined : part(third);
  return {
    major: Number(major),
    ...defined({ minor, patch }),
  };
}

/** First and last patch release that there is of each `major.minor`. */
export type PatchTable = Readonly<Record<string, readonly [first: number, last: number]>>;

export const minorOf = ({ major, minor }: Numbered): string => `${major}.${minor ?? 0}`;

/** Whether a table has the release, or, where no patch is named, one of its minor. */
export function isOffered(table: PatchTable, version: Numbered): boolean {
  const range = table[minorOf(version)];
  if (range === undefined) return false;
  return version.patch === undefined || (version.patch >= range[0] && version.patch <= range[1]);
}
