export type Figure = {
  readonly name: string;
  readonly value: string;
  /** Undefined where there is no bound. */
  readonly holds?: boolean;
  /** What is behind the number, one line each. */
  readonly details?: readonly string[];
};
