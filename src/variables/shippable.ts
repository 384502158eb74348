// Shippable's predefined variables (shippable.md 7). PATH is not a row: $HOME/bin went in front of it, GITHUB_PATH does that.

import { expression } from '../expression/expression.ts';
import type { Text } from '../expression/text.ts';
import {
  baseOrBuiltRef,
  builtCommit,
  commitRange,
  jobId,
  pullRequestNumberOrFalse,
  repositoryUrl,
  runUrl,
} from './expressions.ts';
import { gerritVariables, platformVariables, serviceVariables } from './shippable-unavailable.ts';
import { sameRow, type VariableRow, type VariableTable, type Way } from './variable-row.ts';

const evaluated = (value: Text, level: 'workflow' | 'job' | 'step' = 'workflow'): Way => ({
  kind: 'expression',
  value,
  level,
});
const literal = (value: string): Way => ({ kind: 'literal', value });
const setting = (key: string, absent: string): Way => ({ kind: 'setting', key, absent });

const yes: VariableRow = { meaning: 'Says that a build runs here.', way: literal('true') };

const commit: VariableRow = {
  meaning: 'The commit that is built; on pull requests the head, not the merge.',
  way: evaluated(builtCommit),
};

const branch: VariableRow = {
  meaning:
    'The branch that is built; the base branch on pull requests, the tag on tags and releases.',
  way: evaluated(baseOrBuiltRef),
};

const baseBranch: VariableRow = {
  meaning: 'The branch that a pull request goes to; empty without one.',
  way: evaluated(expression`github.base_ref`),
};

const pullRequest: VariableRow = {
  meaning: 'The number of the pull request, or the word false.',
  way: evaluated(pullRequestNumberOrFalse),
};

const range: VariableRow = {
  meaning: 'The commits of this build as OLD...NEW; on pull requests from the base to the head.',
  way: evaluated(commitRange),
  differs:
    'A new branch or tag, a manual run and a release have no older commit: the range is COMMIT...COMMIT.',
};

const runNumber: VariableRow = {
  meaning: 'The number of the run within the project.',
  way: evaluated(expression`github.run_number`),
  differs: 'Starts at 1 again, and counts for each workflow: as an image tag it meets older tags.',
};

const runId: VariableRow = {
  meaning: 'The id of the run.',
  way: evaluated(expression`github.run_id`),
  differs: 'A number, not 24 hexadecimal digits.',
};

const internalJobId: VariableRow = {
  meaning: 'The id of the job.',
  way: evaluated(jobId, 'job'),
  differs: "Made from the run's id, the job's name and its place in the matrix.",
};

const jobNumber: VariableRow = {
  meaning: 'The place of the job in its run, from 1.',
  way: { kind: 'computed', alone: '1' },
};

const slug: VariableRow = {
  meaning: 'Owner and name of the repository, OWNER/NAME.',
  way: evaluated(expression`github.repository`),
};

const clone: VariableRow = {
  meaning: 'The folder of the clone.',
  way: evaluated(expression`github.workspace`),
  differs: 'Names the folder on the runner; inside a job container it is $GITHUB_WORKSPACE.',
};

const axis = (key: string): VariableRow => ({
  meaning: `The value of \`${key}\` in this job.`,
  way: { kind: 'matrix', axis: key },
});

const axes = {
  NODE_VERSION: 'node_js',
  PYTHON_VERSION: 'python',
  GO_VERSION: 'go',
  PHP_VERSION: 'php',
  SCALA_VERSION: 'scala',
  JDK_VERSION: 'jdk',
  LEIN_VERSION: 'lein',
} as const;

const versionVariables: VariableTable = Object.fromEntries([
  ...Object.entries(axes).flatMap(([suffix, key]) => [
    [`SHIPPABLE_${suffix}`, axis(key)],
    [`TRAVIS_${suffix}`, axis(key)],
  ]),
  ['SHIPPABLE_RUBY', axis('rvm')],
  ['SHIPPABLE_RUBY_VERSION', axis('rvm')],
  ['TRAVIS_RUBY_VERSION', axis('rvm')],
  ['SHIPPABLE_GEMFILE', axis('gemfile')],
]);

const os: VariableRow = {
  meaning: 'The kind of operating system of the node.',
  way: literal('linux'),
};

const testEnvironment: VariableRow = {
  meaning: 'The mode in which Ruby frameworks start.',
  way: literal('test'),
};

const locale: VariableRow = { meaning: 'The locale.', way: literal('en_US.UTF-8') };

export const shippableVariables: VariableTable = {
  CI: { meaning: 'Says that a build runs here.', way: { kind: 'runner' } },
  ...sameRow(['CONTINUOUS_INTEGRATION', 'SHIPPABLE', 'TRAVIS'], yes),

  ...sameRow(['BRANCH', 'TRAVIS_BRANCH'], branch),
  ...sameRow(['BASE_BRANCH', 'PULL_REQUEST_BASE_BRANCH'], baseBranch),
  HEAD_BRANCH: {
    meaning: 'The branch that a pull request comes from; empty without one.',
    way: evaluated(expression`github.head_ref`),
  },
  ...sameRow(['COMMIT', 'TRAVIS_COMMIT'], commit),
  COMMIT_MESSAGE: {
    meaning: 'The message of the commit; on pull requests the title.',
    way: {
      kind: 'computed',
      shortcut: {
        events: ['push', 'pull_request'],
        value: expression`github.event.pull_request.title || github.event.head_commit.message`,
        level: 'workflow',
      },
    },
  },
  COMMITTER: {
    meaning: 'The name of the committer.',
    way: {
      kind: 'computed',
      shortcut: {
        events: ['push'],
        value: expression`github.event.head_commit.committer.name`,
        level: 'workflow',
      },
    },
  },
  LAST_AUTHOR: {
    meaning: 'The name of the author of the commit.',
    way: {
      kind: 'computed',
      shortcut: {
        events: ['push'],
        value: expression`github.event.head_commit.author.name`,
        level: 'workflow',
      },
    },
  },
  COMPARE_URL: {
    meaning: 'A page that shows what changed.',
    way: evaluated(
      expression`github.event.compare || github.event.pull_request && format('{0}/files', github.event.pull_request.html_url)`,
    ),
    differs: 'Empty for manual runs and releases.',
  },
  ...sameRow(['SHIPPABLE_COMMIT_RANGE', 'TRAVIS_COMMIT_RANGE'], range),

  IS_PULL_REQUEST: {
    meaning: 'true for a pull request, else false.',
    way: evaluated(expression`github.event_name == 'pull_request'`),
  },
  ...sameRow(['PULL_REQUEST', 'TRAVIS_PULL_REQUEST'], pullRequest),
  PULL_REQUEST_REPO_FULL_NAME: {
    meaning: 'The repository that a pull request comes from, OWNER/NAME; empty without one.',
    way: evaluated(expression`github.event.pull_request.head.repo.full_name`),
  },
  IS_FORK: {
    meaning: 'true where the repository itself is a fork; says nothing about pull requests.',
    way: evaluated(expression`github.event.repository.fork || 'false'`),
  },
  IS_GIT_TAG: {
    meaning: 'true for a pushed tag, else false.',
    way: evaluated(expression`github.event_name == 'push' && github.ref_type == 'tag'`),
  },
  GIT_TAG_NAME: {
    meaning: 'The tag, for tags and releases; else empty.',
    way: evaluated(expression`github.ref_type == 'tag' && github.ref_name || ''`),
  },
  IS_RELEASE: {
    meaning: 'true for a release, else false.',
    way: evaluated(expression`github.event_name == 'release'`),
  },
  RELEASE_NAME: {
    meaning: 'The title of the release; else empty.',
    way: evaluated(expression`github.event.release.name`),
  },
  RELEASED_AT: {
    meaning: 'When the release was published; else empty.',
    way: evaluated(expression`github.event.release.published_at`),
  },
  IS_PRERELEASE: {
    meaning: 'true for a release that is marked as preliminary, else false.',
    way: evaluated(expression`github.event.release.prerelease || 'false'`),
  },

  ...sameRow(['BUILD_NUMBER', 'SHIPPABLE_BUILD_NUMBER', 'TRAVIS_BUILD_NUMBER'], runNumber),
  ...sameRow(['BUILD_ID', 'SHIPPABLE_BUILD_ID', 'TRAVIS_BUILD_ID'], runId),
  BUILD_URL: { meaning: "The page with the run's log.", way: evaluated(runUrl) },
  ...sameRow(['JOB_ID', 'TRAVIS_JOB_ID'], internalJobId),
  ...sameRow(
    ['JOB_NUMBER', 'SHIPPABLE_JOB_NUMBER', 'SHIPPABLE_JOB_ID', 'TRAVIS_JOB_NUMBER'],
    jobNumber,
  ),
  SHIPPABLE_JOB_COUNT: {
    meaning: 'How many jobs the run has.',
    way: evaluated(expression`strategy.job-total`, 'job'),
    differs: 'Counts the rows of this job, not other jobs of the workflow.',
  },
  LAST_SUCCESSFUL_BUILD_TIMESTAMP: {
    meaning: 'When the last successful build of the branch started, in seconds; or the word false.',
    way: {
      kind: 'none',
      reason:
        'GitHub tells it only over its API: `gh run list --status success --limit 1 --json startedAt`, with the permission `actions: read`.',
    },
  },

  ...sameRow(['REPO_FULL_NAME', 'SHIPPABLE_REPO_SLUG', 'TRAVIS_REPO_SLUG'], slug),
  REPO_NAME: {
    meaning: 'The name of the repository, without its owner.',
    way: evaluated(expression`github.event.repository.name`),
  },
  ORG_NAME: {
    meaning: 'The owner of the repository.',
    way: evaluated(expression`github.repository_owner`),
  },
  REPOSITORY_URL: { meaning: "The repository's address.", way: evaluated(repositoryUrl) },
  PROJECT_ID: {
    meaning: "The project's id.",
    way: evaluated(expression`github.repository_id`),
    differs: "GitHub's id of the repository.",
  },
  SUBSCRIPTION_ID: {
    meaning: "The subscription's id.",
    way: evaluated(expression`github.repository_owner_id`),
    differs: "GitHub's id of the owner.",
  },

  ...sameRow(['SHIPPABLE_BUILD_DIR', 'SHIPPABLE_REPO_DIR', 'TRAVIS_BUILD_DIR'], clone),
  SHIPPABLE_ARTIFACTS_DIR: {
    meaning: 'A folder for what the build leaves, /shippableci.',
    way: { kind: 'computed' },
    differs: 'A folder below RUNNER_TEMP. What lies there is not uploaded by itself.',
  },
  SHIPPABLE_DATA_DIR: {
    meaning: 'A folder for data of services, $HOME/data.',
    way: { kind: 'computed' },
    differs: 'A folder below RUNNER_TEMP.',
  },
  SHIPPABLE_CONTAINER_NAME: {
    meaning: 'The name of the build container.',
    way: {
      kind: 'none',
      reason:
        'The action pull-boot-image sets it; a job that boots no image has no container to name.',
    },
  },

  ...versionVariables,
  SHIPPABLE_BUNDLER_ARGS: {
    meaning: 'The value of `bundler_args`.',
    way: setting('bundler_args', ''),
  },
  SHIPPABLE_GOPATH: { meaning: 'The GOPATH, which was $HOME.', way: { kind: 'computed' } },
  SHIPPABLE_VE_DIR: {
    meaning: 'The folder of the Python virtualenv that was active.',
    way: {
      kind: 'none',
      reason:
        'No virtualenv is active on a runner: make one with `python -m venv` where a script needs it.',
    },
  },
  SHIPPABLE_SUBMODULE_ENABLED: {
    meaning: 'The value of `git.submodules`.',
    way: setting('git.submodules', 'true'),
  },
  SHIPPABLE_DEPTH: { meaning: 'The value of `depth`.', way: setting('depth', '') },
  CACHE_DIR: { meaning: 'true where `build.cache` is on.', way: setting('build.cache', 'false') },
  CACHE_CONTAINER: {
    meaning: 'Whether the container was cached; always false.',
    way: literal('false'),
  },
  SHIPPABLE_ARCHIVE: { meaning: 'The value of `archive`.', way: setting('archive', 'false') },
  SERVICE_SKIP: { meaning: 'Whether services were left out; always false.', way: literal('false') },

  ...sameRow(['LANG', 'LC_ALL', 'LC_CTYPE'], locale),
  DEBIAN_FRONTEND: { meaning: 'Keeps apt from asking.', way: literal('noninteractive') },
  ...sameRow(['RAILS_ENV', 'RACK_ENV', 'MERB_ENV'], testEnvironment),
  ...sameRow(['SHIPPABLE_OS_NAME', 'TRAVIS_OS_NAME'], os),
  SHIPPABLE_NODE_ARCHITECTURE: { meaning: 'The processor of the node.', way: literal('x86_64') },
  SHIPPABLE_NODE_OPERATING_SYSTEM: {
    meaning: 'The operating system of the node.',
    way: literal('Ubuntu_16.04'),
    differs: 'Keeps the old name so that scripts take the same path; the runner is newer.',
  },

  ...platformVariables,
  ...serviceVariables,
  ...gerritVariables,
};
