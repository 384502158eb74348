// What is wrong or worth knowing, and where. A stage reports and goes on; it never throws for what a user wrote.

import type { Severity } from '../diagnostic/code-row.ts';
import type { Code } from '../diagnostic/codes.ts';
import type { SourceNode } from './node.ts';
import type { SourceFile } from './source-file.ts';

/** UTF-16 offsets into a file; a node is a place. */
export type Place = { readonly file: SourceFile; readonly start: number; readonly end: number };

export type Diagnostic = {
  readonly code: Code;
  readonly severity: Severity;
  /** What is wrong: lower case, no full stop, user text in backticks. */
  readonly message: string;
  /** What to do. */
  readonly help?: string;
  readonly at?: Place;
  /** What a person is shown, where that is not the value: the key that is wrong. */
  readonly shown?: Place;
};

/**
 * Reports at a place. A code whose row has an `outcome` also settles what becomes of the value that
 * stands there, so `at` must then be the value's node; `shown` is what a person is shown instead.
 */
export type Report = (
  code: Code,
  at: SourceNode | Place,
  message: string,
  help?: string | undefined,
  shown?: Place,
) => void;
