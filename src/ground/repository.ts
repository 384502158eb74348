// A repository as the core sees it, whether it lies on a disk or in a test.

/** The repository as far as translators look at it: which files it has, and the text of small ones. */
export type Repository = {
  /** Paths relative to the repository, with `/`, sorted; version control and dependency folders left out. */
  readonly paths: readonly string[];
  /** The text of a file; undefined where it is missing, large (above 256 KiB) or not text. */
  readonly read: (path: string) => string | undefined;
};
