// The types of a module for `transship convert --hooks FILE`: `import type { Hooks } from 'transship/hooks'`.

/** What the module exports by default. */
export type Hooks = {
  /** For a construct, the first one that gives an answer counts. */
  readonly constructs: readonly ConstructHook[];
};

/** Says what becomes of one kind of construct. */
export type ConstructHook = {
  /**
   * Where the construct stands: keys joined by dots, `[]` for any item of a list, `*` for any key. `build.post_ci` is a
   * section of `shippable.yml`, `jobs[]` a job of Assembly Lines, `[]` a step of `codeship-steps.yml`.
   */
  readonly key: string;
  /** Only in files of this name, such as `codeship-steps.yml`. Without it, in every legacy file. */
  readonly file?: string;
  /** Undefined leaves the construct to the next hook, and in the end to transship. */
  readonly translate: (construct: Construct) => Answer | undefined | Promise<Answer | undefined>;
};

export type Construct = {
  /** Path of the legacy file in the repository, with `/`. */
  readonly file: string;
  /** Where in the file: `jobs[2]`. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** Mappings, lists, and texts as they are written: `1.10` is the text `1.10`, and an empty value is null. */
  readonly value: LegacyValue;
  /** What transship makes from the construct alone; empty where it makes nothing. */
  readonly steps: readonly Step[];
  /** Id of the job that these steps are in; undefined where there are none. */
  readonly job?: string;
  /** Ids of all jobs that come from the legacy files. */
  readonly jobs: readonly string[];
};

export type LegacyValue =
  | string
  | null
  | readonly LegacyValue[]
  | { readonly [key: string]: LegacyValue };

export type Answer = {
  /** Stand in place of what transship made. An empty list leaves the construct out. */
  readonly steps: readonly Step[];
  /** Id of the job for them, where transship made no step from the construct. Without it, the only job. */
  readonly job?: string;
  /** Where in that job; without it, at the end. */
  readonly at?: 'start' | 'end';
  /** Permissions that the job needs besides its own, with the reason for each: `{ 'id-token': ['write', 'Needed to ...'] }`. */
  readonly permissions?: { readonly [scope: string]: readonly ['read' | 'write', string] };
};

/**
 * A step as GitHub reads it, with `run` or with `uses`. Every text is written as it is, so that GitHub evaluates `${{ }}`
 * in it. Behind `uses` the release may follow as a comment: `owner/name@COMMIT # v1.2.3`.
 */
export type Step = {
  readonly id?: string;
  readonly if?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly 'working-directory'?: string;
  readonly shell?: string;
  readonly with?: { readonly [input: string]: string | number | boolean };
  readonly env?: { readonly [variable: string]: string | number | boolean };
  readonly 'continue-on-error'?: boolean | string;
  readonly 'timeout-minutes'?: number | string;
};
