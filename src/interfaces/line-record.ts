import type { ActionInterface } from './action-interface.ts';
import { lineStartInterface } from './line-start.ts';

export const lineRecordInterface = {
  name: 'line-record',
  title: 'transship line-record',
  icon: 'database',
  description:
    'Record the versions and the state of a run on the branch assembly-lines, for later runs. Use it in the last job, the only one that needs `contents: write`.',
  inputs: {
    jobs: {
      description:
        'The jobs of the workflow, as a YAML list: `name`, and under `out` the names of the resources that the job can give a new version. `repos` lists IN repositories whose commit is recorded.',
      required: true,
    },
    token: {
      description: 'Token that can push the branch assembly-lines (contents: write).',
      default: '${{ github.token }}',
      secret: true,
    },
  },
  outputs: {
    commit: { description: 'The commit on the branch; empty if nothing was new.' },
    recorded: { description: 'JSON list of the resources that got a new version.' },
  },
  beforeProgram: lineStartInterface.beforeProgram,
} as const satisfies ActionInterface;
