import type { Result } from '../src/ground/result.ts';

/** The value of a result that a test takes for granted. */
export function given<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}
