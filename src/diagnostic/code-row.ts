// What is said of a diagnostic code.

export type Severity = 'error' | 'warning' | 'note';
export type Outcome = 'translated' | 'approximated' | 'manual' | 'dropped' | 'invalid';

export type CodeRow = {
  readonly severity: Severity;
  readonly outcome?: Exclude<Outcome, 'translated'>;
  /** Stands before all other work in reports: without it, the rest is in vain. */
  readonly first?: true;
  /** One sentence: what it means. */
  readonly title: string;
  /** Why it matters and what to do, for `explain`. */
  readonly explain: string;
};
