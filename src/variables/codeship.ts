// CodeShip's predefined variables: Pro (codeship.md 6.1) and Basic (6.2).

import { expression, property as propertyOf } from '../expression/expression.ts';
import type { Text } from '../expression/text.ts';
import { builtCommit, headOrBuiltRef, runUrl } from './expressions.ts';
import { sameRow, type VariableRow, type VariableTable, type Way } from './variable-row.ts';

const evaluated = (value: Text): Way => ({ kind: 'expression', value, level: 'workflow' });

/** What git knows about a commit; the event of a push carries it too. */
const ofCommit = (property: string): Way => ({
  kind: 'computed',
  shortcut: {
    events: ['push'],
    value: property.split('.').reduce(propertyOf, expression`github.event.head_commit`),
    level: 'workflow',
  },
});

const commit: VariableRow = {
  meaning: 'The commit that is built; on pull requests the head, not the merge.',
  way: evaluated(builtCommit),
};

export const codeshipVariables: VariableTable = {
  CI: { meaning: 'Says that a build runs here.', way: { kind: 'runner' } },
  CI_NAME: {
    meaning: 'The name of the product.',
    way: { kind: 'literal', value: 'codeship' },
    differs:
      'Coverage services read it to find out where they run: leave it out where no script of yours tests it.',
  },
  CI_BRANCH: {
    meaning:
      'The branch that is built; the source branch on pull requests, the tag on tags and releases.',
    way: evaluated(headOrBuiltRef),
  },
  ...sameRow(['CI_COMMIT_ID', 'CI_COMMIT'], commit),
  CI_COMMIT_MESSAGE: { meaning: 'The message of the commit.', way: ofCommit('message') },
  CI_COMMIT_DESCRIPTION: {
    meaning:
      'The commit as the nearest tag describes it: `git describe --abbrev=1 --tags --always`.',
    way: { kind: 'computed' },
    differs: 'Needs the history and the tags: `fetch-depth: 0` at the checkout.',
  },
  CI_COMMITTER_NAME: { meaning: 'The name of the committer.', way: ofCommit('committer.name') },
  CI_COMMITTER_EMAIL: {
    meaning: 'The e-mail address of the committer.',
    way: ofCommit('committer.email'),
  },
  CI_COMMITTER_USERNAME: {
    meaning: 'The account of the committer.',
    way: evaluated(expression`github.event.head_commit.committer.username || github.actor`),
    differs: 'On events other than a push: the account that caused the run.',
  },
  CI_PROJECT_ID: {
    meaning: "The project's id.",
    way: evaluated(expression`github.repository_id`),
    differs: "GitHub's id of the repository.",
  },
  CI_BUILD_ID: {
    meaning: "The build's id.",
    way: evaluated(expression`github.run_id`),
    differs: 'A number; a second attempt of a run has the same.',
  },
  CI_REPO_NAME: {
    meaning: 'The name of the repository, without its owner.',
    way: evaluated(expression`github.event.repository.name`),
  },
  CI_TIMESTAMP: {
    meaning: 'The time of the build in seconds since 1970.',
    way: { kind: 'computed' },
  },
  CI_STRING_TIME: {
    meaning: 'The time of the build as text.',
    way: { kind: 'computed' },
    differs: "CodeShip's form is not known; this one reads 2026-01-31 12:00:00 +0000 UTC.",
  },
  CI_PR_NUMBER: {
    meaning: 'The number of the pull request; empty without one.',
    way: evaluated(expression`github.event.pull_request.number`),
  },
  CI_PULL_REQUEST: {
    meaning: 'The address of the pull request, or the word false.',
    way: evaluated(expression`github.event.pull_request.html_url || 'false'`),
  },
  CI_BUILD_APPROVED: {
    meaning: 'Set once a person approved the manual step.',
    way: {
      kind: 'none',
      reason:
        'Only the job behind the approval has it: `CI_BUILD_APPROVED: true` stands in the `env` of that job.',
    },
  },

  CI_BUILD_NUMBER: {
    meaning: 'The number of the build (Basic).',
    way: evaluated(expression`github.run_number`),
    differs: 'Starts at 1 again, and counts for each workflow.',
  },
  CI_BUILD_URL: { meaning: "The page with the build's log (Basic).", way: evaluated(runUrl) },
  CI_MESSAGE: {
    meaning: 'The message of the commit (Basic).',
    way: ofCommit('message'),
    differs: 'Long messages were cut; here they are whole.',
  },
};
