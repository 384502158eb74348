import type { HttpFailureReason } from '../host/host.ts';

/** What went wrong outside, for a person: what happened, and what to check or do. */
export type Failure = {
  /**
   * `missing`: there is nothing to log in with, as on pull requests from forks. `refused`: the other side said no.
   * `unreachable`: there was no usable answer. `wrong`: what the user gave can't be right.
   */
  readonly kind: 'missing' | 'refused' | 'unreachable' | 'wrong';
  /** A full sentence without any secret. */
  readonly message: string;
  readonly remedy?: string;
  /** Why there was no answer at all. */
  readonly reason?: HttpFailureReason;
  /** The registry that it is about, where one of several failed. */
  readonly host?: string;
};

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(
  kind: Failure['kind'],
  message: string,
  remedy?: string,
): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { kind, message, ...(remedy !== undefined && { remedy }) } };
}
