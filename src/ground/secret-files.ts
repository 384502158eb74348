// The files that `decrypt` and `encrypt` work on, as these commands are given them.

import type { Result } from './result.ts';

export type SecretWriteResult =
  | { readonly kind: 'written' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'failed'; readonly reason: string };

/** What the two commands do to the machine; paths are absolute. */
export type SecretFiles = {
  /** The bytes of a file, or why it cannot be read. */
  readonly read: (path: string) => Result<Uint8Array, string>;
  readonly exists: (path: string) => boolean;
  /** Whole or not at all, with mode 0600; a file that is there stays unless told to replace it. */
  readonly write: (path: string, bytes: Uint8Array, replace: boolean) => SecretWriteResult;
  /**
   * The same, with the bytes of a file on their way through `work`, which may throw to give up: then nothing is left.
   * What it throws is thrown on.
   */
  readonly transform: (
    from: string,
    to: string,
    replace: boolean,
    work: (pieces: Iterable<Uint8Array>) => Iterable<Uint8Array>,
  ) => SecretWriteResult;
  /** The first bytes of a file, at most so many; undefined where it cannot be read. */
  readonly begin: (path: string, count: number) => Uint8Array | undefined;
  readonly randomBytes: (count: number) => Uint8Array;
};
