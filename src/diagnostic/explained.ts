// Where more is said about a diagnostic code.

/** The place of a code in the list of all. */
export const explained = (id: string): string =>
  `https://github.com/transship/transship/blob/main/.github/docs/diagnostics.md#${id}`;
