// The predefined variables that only the running job can compute: one row each.

import os from 'node:os';
import path from 'node:path';
import { fail, ok } from '../ground/result.ts';
import type { Host } from '../host/host.ts';
import { buildTime, timeText } from './build-time.ts';
import type { Asked, CommitHistory } from './commit-history.ts';

export type Facts = {
  readonly host: Host;
  readonly history: CommitHistory;
  /** A text of the payload. */
  readonly event: (path: string) => string | undefined;
  readonly jobIndex: string;
};

type Compute = (facts: Facts) => Asked | Promise<Asked>;

/** The payload of a push has the commit itself; git answers for every other event. */
const ofCommit =
  (property: string, format: string): Compute =>
  async ({ event, history, host }) => {
    const pushed = event('head_commit.id') === host.env['GITHUB_SHA'];
    const value = pushed ? event(`head_commit.${property}`) : undefined;
    return value === undefined ? history.show(format) : ok(value);
  };

const message = ofCommit('message', '%B');
const committerName = ofCommit('committer.name', '%cn');

const jobNumber: Compute = ({ jobIndex }) =>
  /^[0-9]{1,6}$/.test(jobIndex)
    ? ok(String(Number(jobIndex) + 1))
    : fail(
        `The index of the job in its matrix is unknown: job-index is "${jobIndex}".`,
        'Do not set the input job-index: its default is `${{ strategy.job-index }}`. A runner that does not support that expression (act) needs a number: 0 without a matrix.',
      );

const folder =
  (name: string): Compute =>
  ({ host }) => {
    const made = path.join(host.temporaryFolder, name);
    host.files.makeFolder(made, 0o755);
    return ok(made);
  };

/** One row for each row of the tables that is `computed`. */
export const computations: Readonly<Record<string, Compute>> = {
  COMMIT_MESSAGE: (facts) => {
    const title = facts.event('pull_request.title');
    return title === undefined ? message(facts) : ok(title);
  },
  COMMITTER: committerName,
  LAST_AUTHOR: ofCommit('author.name', '%an'),
  JOB_NUMBER: jobNumber,
  SHIPPABLE_JOB_NUMBER: jobNumber,
  SHIPPABLE_JOB_ID: jobNumber,
  TRAVIS_JOB_NUMBER: jobNumber,
  SHIPPABLE_ARTIFACTS_DIR: folder('shippableci'),
  SHIPPABLE_DATA_DIR: folder('shippable-data'),
  SHIPPABLE_GOPATH: ({ host }) => ok(host.env['HOME'] || os.homedir()),
  CI_COMMIT_MESSAGE: message,
  CI_MESSAGE: message,
  CI_COMMIT_DESCRIPTION: ({ history }) => history.describe(),
  CI_COMMITTER_NAME: committerName,
  CI_COMMITTER_EMAIL: ofCommit('committer.email', '%ce'),
  CI_TIMESTAMP: ({ host }) => ok(String(buildTime(host) / 1000)),
  CI_STRING_TIME: ({ host }) => ok(timeText(buildTime(host))),
};
