import type { ActionInterface } from './action-interface.ts';
import { lineStartInterface } from './line-start.ts';

export const lineRecordInterface = {
  name: 'line-record',
  title: 'transship line-record',
  icon: 'database',
  description:
    'Record the versions and the state of a run on the branch assembly-lines, for the runs that follow. The last job, the only one that may write (`contents: write`).',
  inputs: {
    jobs: {
      description:
        'The jobs of the workflow, a YAML list: `name`, and under `out` the names of the resources that the job may give a version. `repos` lists IN repositories whose commit to record.',
      required: true,
    },
    token: {
      description: 'Token that may push the branch assembly-lines (contents: write).',
      default: '${{ github.token }}',
      secret: true,
    },
  },
  outputs: {
    commit: { description: 'The commit on the branch; empty where nothing was new.' },
    recorded: { description: 'JSON list of the names that got a new version.' },
  },
  beforeProgram: lineStartInterface.beforeProgram,
} as const satisfies ActionInterface;
