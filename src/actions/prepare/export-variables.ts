// Computes the variables that were asked for and hands them to later steps.

import os from 'node:os';
import path from 'node:path';
import type { Host } from '../../host/host.ts';
import { codeshipVariables } from '../../variables/codeship.ts';
import { shippableVariables } from '../../variables/shippable.ts';
import type { VariableRow } from '../../variables/variable-row.ts';
import { buildTime, timeText } from '../build-time.ts';
import { builtCommit, eventPayload, eventText } from '../event.ts';
import type { ActionFailure } from '../program.ts';
import { type Asked, type CommitHistory, commitHistory } from './commit-history.ts';

type Facts = {
  readonly host: Host;
  readonly history: CommitHistory;
  /** A text of the payload. */
  readonly event: (path: string) => string | undefined;
  readonly jobIndex: string;
};

type Compute = (facts: Facts) => Asked | Promise<Asked>;

/** A program's arguments and environment have limits; one variable of this size leaves room for others. */
const longest = 100_000;

const given = (value: string): Asked => ({ ok: true, value });

/** The payload of a push has the commit itself; git answers for every other event. */
const ofCommit =
  (property: string, format: string): Compute =>
  async ({ event, history, host }) => {
    const pushed = event('head_commit.id') === host.env['GITHUB_SHA'];
    const value = pushed ? event(`head_commit.${property}`) : undefined;
    return value === undefined ? history.show(format) : given(value);
  };

const message = ofCommit('message', '%B');
const committerName = ofCommit('committer.name', '%cn');

const jobNumber: Compute = ({ jobIndex }) =>
  /^[0-9]{1,6}$/.test(jobIndex)
    ? given(String(Number(jobIndex) + 1))
    : {
        ok: false,
        failure: {
          message: `The place of the job in its matrix is not known: job-index is "${jobIndex}".`,
          remedy:
            'Leave the input job-index out: its default is `${{ strategy.job-index }}`. A runner that does not know that expression (act) needs a number, 0 where there is no matrix.',
        },
      };

const folder =
  (name: string): Compute =>
  ({ host }) => {
    const made = path.join(host.temporaryFolder, name);
    host.files.makeFolder(made, 0o755);
    return given(made);
  };

/** One row for each row of the tables that is `computed`. */
export const computations: Readonly<Record<string, Compute>> = {
  COMMIT_MESSAGE: (facts) => {
    const title = facts.event('pull_request.title');
    return title === undefined ? message(facts) : given(title);
  },
  COMMITTER: committerName,
  LAST_AUTHOR: ofCommit('author.name', '%an'),
  JOB_NUMBER: jobNumber,
  SHIPPABLE_JOB_NUMBER: jobNumber,
  SHIPPABLE_JOB_ID: jobNumber,
  TRAVIS_JOB_NUMBER: jobNumber,
  SHIPPABLE_ARTIFACTS_DIR: folder('shippableci'),
  SHIPPABLE_DATA_DIR: folder('shippable-data'),
  SHIPPABLE_GOPATH: ({ host }) => given(host.env['HOME'] || os.homedir()),
  CI_COMMIT_MESSAGE: message,
  CI_MESSAGE: message,
  CI_COMMIT_DESCRIPTION: ({ history }) => history.describe(),
  CI_COMMITTER_NAME: committerName,
  CI_COMMITTER_EMAIL: ofCommit('committer.email', '%ce'),
  CI_TIMESTAMP: ({ host }) => given(String(buildTime(host) / 1000)),
  CI_STRING_TIME: ({ host }) => given(timeText(buildTime(host))),
};

/**
 * Exports the named variables, each once.
 *
 * @param names separated by white space
 * @param jobIndex `strategy.job-index`, from 0
 */
export async function exportVariables(
  host: Host,
  names: string,
  jobIndex: string,
): Promise<readonly ActionFailure[]> {
  const failures: ActionFailure[] = [];
  const payload = eventPayload(host);
  const facts: Facts = {
    host,
    history: commitHistory(host, builtCommit(host, payload)),
    event: (at) => eventText(payload, at),
    jobIndex,
  };
  for (const name of new Set(names.split(/[\s,]+/).filter((word) => word !== ''))) {
    const compute = Object.hasOwn(computations, name) ? computations[name] : undefined;
    if (compute === undefined) {
      const refusal = refusalOf(name, host);
      if (refusal !== undefined) failures.push(refusal);
      continue;
    }
    const result = await compute(facts);
    if (result.ok) host.exportVariable(name, shortened(host, name, result.value));
    else if (!failures.some((failure) => failure.message === result.failure.message)) {
      failures.push(result.failure);
    }
  }
  return failures;
}

function shortened(host: Host, name: string, value: string): string {
  if (value.length <= longest) return value;
  host.warning(`${name} has ${value.length} characters and is cut to ${longest}.`, {
    title: 'transship prepare',
  });
  return value.slice(0, longest);
}

/** Why a name is not computed, with what to write instead. */
function refusalOf(name: string, host: Host): ActionFailure | undefined {
  const row = rowOf(name);
  if (row === undefined) {
    return {
      message: `${name} is no predefined variable of Shippable or CodeShip.`,
      remedy: 'Set variables of your own under `env:`.',
    };
  }
  const { way } = row;
  switch (way.kind) {
    case 'runner':
    case 'computed':
      host.log(`${name} is set by the runner already`);
      return undefined;
    case 'expression':
    case 'literal':
      return {
        message: `${name} needs no computing.`,
        remedy: `Write it under \`env:\` of the ${placeOf(row)}: \`${name}: ${way.value}\``,
      };
    case 'matrix':
      return {
        message: `${name} needs no computing: it is the value of a matrix axis.`,
        remedy: `Write it under \`env:\` of the job: \`${name}: \${{ matrix.${way.axis} }}\``,
      };
    case 'setting':
      return {
        message: `${name} needs no computing: it was the value of \`${way.key}\` in shippable.yml.`,
        remedy: 'Write that value under `env:`.',
      };
    case 'none':
      return { message: `${name} does not exist on GitHub.`, remedy: way.reason };
  }
}

function placeOf(row: VariableRow): string {
  return row.way.kind === 'expression' ? row.way.level : 'workflow';
}

function rowOf(name: string): VariableRow | undefined {
  if (Object.hasOwn(shippableVariables, name)) return shippableVariables[name];
  return Object.hasOwn(codeshipVariables, name) ? codeshipVariables[name] : undefined;
}
