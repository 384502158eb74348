// The only module that loads the RE2 engine, which is large: callers `await import` it, and only when
// a pattern needs it.

import { RE2JS } from 're2js';
import { fail, ok, type Result } from '../ground/result.ts';

/** Whether the expression matches anywhere in a text, unless it anchors itself. */
type Search = (text: string) => boolean;

/** Compiles an expression of Go's `regexp` (RE2: no look-around, no back-references); else why not. */
export function compileRe2(text: string): Result<Search> {
  try {
    const compiled = RE2JS.compile(text);
    return ok((ref) => compiled.matcher(ref).find());
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
