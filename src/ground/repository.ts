// A repository as the core sees it, whether it lies on a disk or in a test.

/** The repository as far as translators look at it: which files it has, and the text of small ones. */
export type Repository = {
  /** OWNER/NAME by the remote `origin`, where it has one. */
  readonly name?: string;
  /** Host of that remote, in lower case, without a port. */
  readonly server?: string;
  /** Paths relative to the repository, with `/`, sorted; version control and dependency folders left out. */
  readonly paths: readonly string[];
  /** The text of a file; undefined where it is missing, large (above 256 KiB) or not text. */
  readonly read: (path: string) => string | undefined;
  /** The system's word for why a file cannot be read, such as EACCES; undefined where it can. */
  readonly whyUnreadable?: (path: string) => string | undefined;
  /** Whether a file or folder is there that `paths` leaves out. */
  readonly holds?: (path: string) => boolean;
  /**
   * Whether git has a file, or anything in a folder; undefined where nothing can be said. For diagnostics alone: what is
   * written never depends on it.
   */
  readonly isTracked?: (path: string) => boolean | undefined;
};
