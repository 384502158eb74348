// What all the steps from a repository to its pull request need.

import type { FolderRequest } from '../cli/convert/convert-folder.ts';
import type { Host } from '../host/host.ts';
import type { Parser } from '../judges/github-findings.ts';
import type { GitHub, RepositoryFacts } from './github-api.ts';

export type ProposeRequest = {
  readonly repository: string;
  readonly server: string;
  readonly token: string;
  readonly branch: string;
  /** '' for that of the open pull request, or the default branch. */
  readonly base: string;
  /** Folder of the legacy files that count, relative to the root of the repository. */
  readonly path: string;
  readonly force: boolean;
  readonly config?: string;
  readonly choices: NonNullable<FolderRequest['choices']>;
  readonly actionRef?: string;
  readonly version: string;
  /** Existing folder for the report and the patch. */
  readonly folder: string;
  readonly loadParser: () => Promise<Parser>;
};

export type Work = {
  readonly host: Host;
  readonly github: GitHub;
  readonly request: ProposeRequest;
  readonly facts: RepositoryFacts;
  readonly warnings: string[];
};
