/** A workflow (or `action.yml`) to be judged. `path` names it in findings: relative, unique in one call. */
export type JudgedFile = { readonly path: string; readonly content: string };

/** What a judge says of one place. `line` and `column` start at 1, in the text as it was given. */
export type Finding = {
  readonly judge: 'github' | 'actionlint' | 'zizmor';
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The judge's own name of the rule; GitHub's parser names none: `schema`, `conversion` or `parallel`. */
  readonly rule: string;
  readonly message: string;
};

/** One line a finding, for assertion messages and logs. */
export const describeFinding = (finding: Finding): string =>
  `${finding.path}:${finding.line}:${finding.column}: ${finding.message} [${finding.judge} ${finding.rule}]`;

/** Whether a file is an action's metadata by its name; every other file is taken for a workflow. */
export const isAction = (file: JudgedFile): boolean => /(^|\/)action\.ya?ml$/.test(file.path);
