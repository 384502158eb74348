// What went wrong, in words for the user of an action, and where.

export type LogPlace = {
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
};

/** Something that the user can put right: what happened, and what to do about it. */
export type Failure = {
  readonly message: string;
  readonly remedy?: string;
  readonly place?: LogPlace;
  /** Whether we are to blame: then the step ends with 3. */
  readonly isBug?: true;
};
