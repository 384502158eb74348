// The fields of CodeShip's Go templates, in `image_tag` and in build arguments (codeship.md 4.3).

/** Where the value of a field comes from. */
type TemplateSource =
  /** The predefined variable of that name has the value. */
  | { readonly kind: 'variable'; readonly name: string }
  /** The start of the build, a Go `time.Time`. */
  | { readonly kind: 'build-time' }
  /** The push step itself says it. */
  | { readonly kind: 'step'; readonly key: 'name' | 'service' | 'image_name' }
  | { readonly kind: 'literal'; readonly value: string };

export type TemplateField = {
  readonly meaning: string;
  readonly source: TemplateSource;
  /** Whether build arguments may name it; every field may stand in `image_tag`. */
  readonly inBuildArguments: boolean;
};

const variable = (meaning: string, name: string): TemplateField => ({
  meaning,
  source: { kind: 'variable', name },
  inBuildArguments: true,
});

export const codeshipTemplateFields: Readonly<Record<string, TemplateField>> = {
  ProjectID: variable("The project's id.", 'CI_PROJECT_ID'),
  BuildID: variable("The build's id.", 'CI_BUILD_ID'),
  RepoName: variable('The name of the repository.', 'CI_REPO_NAME'),
  Branch: variable('The branch, or the tag on builds of tags.', 'CI_BRANCH'),
  CommitID: variable('The full hash of the commit.', 'CI_COMMIT_ID'),
  Commit: variable('The name of CommitID until jet 0.7.10.', 'CI_COMMIT_ID'),
  CommitMessage: variable('The message of the commit.', 'CI_COMMIT_MESSAGE'),
  CommitDescription: variable('What `git describe` says.', 'CI_COMMIT_DESCRIPTION'),
  CommitterName: variable('The name of the committer.', 'CI_COMMITTER_NAME'),
  CommitterEmail: variable('The e-mail address of the committer.', 'CI_COMMITTER_EMAIL'),
  CommitterUsername: variable('The account of the committer.', 'CI_COMMITTER_USERNAME'),
  Time: {
    meaning: 'The time of the build, with the methods of a Go time.',
    source: { kind: 'build-time' },
    inBuildArguments: true,
  },
  Timestamp: variable('The time of the build in seconds since 1970.', 'CI_TIMESTAMP'),
  StringTime: variable('The time of the build as text.', 'CI_STRING_TIME'),
  StepName: {
    meaning: 'The name of the push step.',
    source: { kind: 'step', key: 'name' },
    inBuildArguments: false,
  },
  ServiceName: {
    meaning: 'The name of the service.',
    source: { kind: 'step', key: 'service' },
    inBuildArguments: false,
  },
  ImageName: {
    meaning: 'The name of the image.',
    source: { kind: 'step', key: 'image_name' },
    inBuildArguments: false,
  },
  Ci: {
    meaning: 'The word true.',
    source: { kind: 'literal', value: 'true' },
    inBuildArguments: true,
  },
  CiName: {
    meaning: 'The word codeship.',
    source: { kind: 'literal', value: 'codeship' },
    inBuildArguments: false,
  },
};
