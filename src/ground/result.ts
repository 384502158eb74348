// What a function gives that may not succeed for a reason that somebody outside can put right.

import { defined } from './defined.ts';
import type { Failure } from './failure.ts';

export type Failed<F = Failure> = { readonly ok: false; readonly failure: F };

/** A value, or why there is none. `F` says more than a message where a caller decides by it. */
export type Result<T, F = Failure> = { readonly ok: true; readonly value: T } | Failed<F>;

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** @param failure what a caller decides by */
export const failedBy = <F>(failure: F): Failed<F> => ({ ok: false, failure });

/** @param message what happened @param remedy what to do about it */
export function fail(message: string, remedy?: string): Failed {
  return { ok: false, failure: { message, ...defined({ remedy }) } };
}
