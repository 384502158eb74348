// The only module that loads the RE2 engine, which is large: callers `await import` it, and only when
// a pattern needs it.

import { RE2JS } from 're2js';

export type CompiledRe2 =
  | {
      readonly ok: true;
      /** Searches; a match anywhere counts unless the expression anchors itself. */
      readonly matches: (text: string) => boolean;
    }
  | { readonly ok: false; readonly message: string };

/** Compiles an expression of Go's `regexp` (RE2: no look-around, no back-references). */
export function compileRe2(text: string): CompiledRe2 {
  try {
    const compiled = RE2JS.compile(text);
    return { ok: true, matches: (ref) => compiled.matcher(ref).find() };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
