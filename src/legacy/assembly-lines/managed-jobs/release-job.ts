// A release: the next semantic version of what comes in (shippable.md 8.3).

import { integrationPrefix } from '../../../integration/prefix.ts';
import { plainLine } from '../../shippable/scripts/script.ts';
import type { JobNode } from '../graph/graph.ts';
import type { JobParts } from '../tasks/job-parts.ts';
import { notices } from '../tasks/notify.ts';
import { endStep, startStep } from '../tasks/start-step.ts';
import { resourceInputs } from './deployment.ts';
import { type ManagedJob, withImages } from './managed-job.ts';

const bumps = ['major', 'minor', 'patch', 'alpha', 'beta', 'rc', 'final'];

export function releaseJob(node: JobNode, parts: JobParts): ManagedJob {
  const { job } = node;
  const whole = withImages(node);
  const told = notices(job, parts.resources, parts);
  const bump = job?.keys.bump ?? job?.managed.bump;
  const word = bump === undefined ? 'minor' : bump.text.toLowerCase();
  if (bump !== undefined && !bumps.includes(word))
    parts.context.report(
      'line-bump',
      bump,
      `\`${bump.text}\` is not a part of a version`,
      `write one of ${bumps.map((one) => `\`${one}\``).join(', ')}`,
    );
  const version = resourceInputs(node, 'version')[0]?.step.name;
  const before = node.inputs.find(
    (input) => input.kind === 'job' && ['release', 'deploy', 'manifest'].includes(input.from.role),
  );
  const seed = version ?? before?.step.name;
  const prefix = seed === undefined ? '' : `\${${integrationPrefix(seed)}_VERSIONNAME:-}`;
  return {
    steps: [
      startStep(whole, parts, undefined, { in: told.lines }),
      ...told.start,
      {
        kind: 'run',
        name: 'Raise the version',
        run: [
          plainLine('# The greater of the last version and the incoming one.'),
          plainLine(
            `last=$(shipctl greatest_version "\${JOB_PREVIOUS_VERSIONNAME:-}" "${prefix}")`,
          ),
          {
            text: `next=$(shipctl bump_version "\${last:-0.0.0}" ${bumps.includes(word) ? word : 'minor'})`,
            from: bump === undefined ? [] : [bump],
          },
          plainLine('shipctl post_resource_state "$JOB_NAME" versionName "$next"'),
          plainLine('echo "$next"'),
        ],
      },
      ...told.end,
      endStep(node),
    ],
    documents: [],
  };
}
