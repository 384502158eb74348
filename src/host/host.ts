// Everything outside that a program may touch, as one record of functions. Programs (src/actions, src/registry) take it as
// an argument; github-runner.ts is the real one, a plain object stands in for it in unit tests (test/fake-host.ts).

import type { LogPlace } from '../ground/failure.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type Host = {
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
  /** Folder for files of this job, RUNNER_TEMP; the system's own where there is none. */
  readonly temporaryFolder: string;

  /** What a step was given for an input, by its variable: `INPUT_FILE`. Undefined where the step has none of that name. */
  readonly input: (variable: string) => string | undefined;

  /** One line to the log. Text that begins like a workflow command is printed, not obeyed. */
  readonly log: (line: string) => void;
  readonly notice: (message: string, place?: LogPlace) => void;
  readonly warning: (message: string, place?: LogPlace) => void;
  readonly error: (message: string, place?: LogPlace) => void;
  /** Folds the lines up to the next `endGroup`. */
  readonly group: (title: string) => void;
  readonly endGroup: () => void;
  /** Hides a secret, and each line of it, in everything that the log shows from now on. Empty text is left alone. */
  readonly mask: (secret: string) => void;

  /** Sets an output of the step. */
  readonly output: (name: string, value: string) => void;
  /** Sets a variable for later steps. */
  readonly exportVariable: (name: string, value: string) => void;
  /** Puts a folder in front of PATH for later steps. */
  readonly addPath: (folder: string) => void;
  /** Adds Markdown to the step's summary. */
  readonly summary: (markdown: string) => void;

  readonly files: HostFiles;
  readonly exec: (
    command: string,
    args: readonly string[],
    options?: ExecOptions,
  ) => Promise<ExecResult>;
  /** One HTTP exchange; redirects are returned, never followed, and nothing is tried twice. */
  readonly request: (request: HttpRequest) => Promise<HttpResult>;

  /** Whether the runner asked to end the step. Then no program is started and no request is sent any more. */
  readonly cancelled: () => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends early where the step is to end. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 up to 1, for jitter. */
  readonly random: () => number;
};

/** Files by absolute path. Synchronous: they are few and small, and loading promises costs more than waiting for them. */
export type HostFiles = {
  /** The text, or undefined where there is no such file (or it is a folder). */
  readonly read: (path: string) => string | undefined;
  readonly readBytes: (path: string) => Uint8Array | undefined;
  /** Replaces the file in one move, by default with mode 0600; its folder must exist. */
  readonly write: (path: string, content: string | Uint8Array, mode?: number) => void;
  /** Makes a folder and those above it; the mode, by default 0700, is that of the last one. A link in its place goes. */
  readonly makeFolder: (path: string, mode?: number) => void;
  /** A new folder of mode 0700 below `temporaryFolder`. */
  readonly makeTemporaryFolder: (prefix: string) => string;
  /** Where a path really lies once every link in it is followed; undefined where nothing is. */
  readonly realPath: (path: string) => string | undefined;
  /** Names in a folder, sorted; undefined where there is none. */
  readonly list: (path: string) => readonly string[] | undefined;
  /** Removes a file or a whole folder; nothing there is fine. */
  readonly remove: (path: string) => void;
};

export type ExecOptions = {
  /**
   * Text for standard input, the only way for a secret; a promise of it for a program that starts before its input is
   * known, and which gets none where the promise fails. Without it, standard input is empty.
   */
  readonly stdin?: string | Uint8Array | Promise<string>;
  /**
   * Variables on top of the process's own, which come without what is for the step alone (child-environment.ts);
   * undefined takes one away.
   */
  readonly env?: Environment;
  /** Variables that would be withheld and that this program needs, by name. */
  readonly needs?: readonly string[];
  readonly cwd?: string;
  /**
   * `collect` (default): only the result has it. `show`: also printed as it comes, with workflow commands switched off
   * meanwhile, because what runs is not trusted with them.
   */
  readonly output?: 'collect' | 'show';
  /** Is given what the program prints, on either stream, as it comes; the result then has no text. */
  readonly watch?: (piece: Uint8Array) => void;
  /** Ends the program after so many milliseconds; the result then has `timedOut`. */
  readonly timeoutMs?: number;
  /** What the program has to end in once the end is asked for, before it is killed; default 3 s. */
  readonly graceMs?: number;
  /** It removes what this step made, and so runs where the step is to end, too. */
  readonly cleansUp?: true;
};

export type ExecResult =
  | {
      readonly kind: 'exited';
      /** 128 plus the signal's number where a signal ended it. */
      readonly exitCode: number;
      readonly stdout: string;
      readonly stderr: string;
      readonly timedOut: boolean;
    }
  | { readonly kind: 'not-found'; readonly command: string };

export type HttpRequest = {
  readonly url: string;
  /** A Unix socket to ask instead of the host in the URL, such as the Docker engine's. */
  readonly socketPath?: string;
  /** Default GET. */
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Path of a file that is the body instead. */
  readonly bodyFile?: string;
  /** Path of a file that takes the body of an answer with status 200, whatever its size; `body` is empty then. */
  readonly saveTo?: string;
  /** For the whole exchange; default 30 s. */
  readonly timeoutMs?: number;
  /** More than this many bytes of body is a failure; default 8 MiB. */
  readonly maxBytes?: number;
};

export type HttpResponse = {
  readonly kind: 'response';
  readonly status: number;
  /** Names in lower case; several of one name are joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The body as UTF-8. */
  readonly text: () => string;
};

export type HttpFailure = {
  readonly kind: 'failure';
  readonly reason: HttpFailureReason;
  /** One line without the request's headers or body. */
  readonly message: string;
};

export type HttpFailureReason =
  | 'unknown-host'
  | 'refused'
  | 'cut'
  | 'timeout'
  | 'certificate'
  | 'not-tls'
  | 'proxy'
  /** The step is to end. */
  | 'cancelled'
  | 'too-large'
  /** No request could be made of what was given: the URL or a header is none. */
  | 'impossible'
  | 'other';

export type HttpResult = HttpResponse | HttpFailure;
