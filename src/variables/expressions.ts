// Expressions that several variables share. Each holds on push, tag, pull_request, release, workflow_dispatch and
// schedule: a property that an event lacks is null, which `||` passes over and which prints as nothing.

import { expression } from '../expression/expression.ts';
import { mixedText } from '../expression/text.ts';

/** The hash that a push event names as the one before, when the branch or tag is new. */
const noCommit = '0'.repeat(40);

/** `github.sha` is the merge commit on pull requests. A release or tag has its commit there. */
export const builtCommit = expression`github.event.pull_request.head.sha || github.sha`;

/** `ref_name` is the tag on tags and releases; `base_ref` is empty but for pull requests. */
export const baseOrBuiltRef = expression`github.base_ref || github.ref_name`;
export const headOrBuiltRef = expression`github.head_ref || github.ref_name`;

export const pullRequestNumberOrFalse = expression`github.event.pull_request.number || 'false'`;

/** A new ref, a manual run and a release have no commit before: the range is empty then, and still one that git accepts. */
export const commitRange = mixedText`${expression`github.event.pull_request.base.sha || github.event.before != ${noCommit} && github.event.before || github.sha`}...${builtCommit}`;

export const repositoryUrl = mixedText`${expression`github.server_url`}/${expression`github.repository`}`;
export const runUrl = mixedText`${repositoryUrl}/actions/runs/${expression`github.run_id`}`;
export const jobId = mixedText`${expression`github.run_id`}-${expression`github.job`}-${expression`strategy.job-index`}`;
