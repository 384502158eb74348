import type { ActionInterface } from './action-interface.ts';
import { hasArtifacts } from './line-start.ts';
import { pins } from './pins.ts';

const upload = pins['actions/upload-artifact'];

export const lineEndInterface = {
  name: 'line-end',
  title: 'transship line-end',
  icon: 'check-circle',
  description:
    'End a job of a Shippable Assembly Line that line-start began: finds out which resources have a new version, and passes versions and state on to later jobs. Put `if: "!cancelled()"` on the step.',
  inputs: {
    status: {
      description: 'Result of the job so far. Do not set it.',
      default: '${{ job.status }}',
    },
    key: {
      description:
        'Key that encrypts state files (AES-256-GCM), the secret ASSEMBLY_LINE_KEY. Public repositories with state files need it.',
      secret: true,
    },
    'job-index': {
      description: 'Index of the job in its matrix, from 0. Do not set it.',
      default: '${{ strategy.job-index }}',
    },
    'job-total': {
      description: 'Number of jobs in the matrix. Do not set it.',
      default: '${{ strategy.job-total }}',
    },
  },
  outputs: {
    new: {
      description:
        "JSON list of the names of OUT resources that have a new version, for an output of the job: `contains(steps.end.outputs.new, '\"NAME\"') && 'line-new-version' || ''`.",
    },
    artifact: {
      description: 'Name of the artifact with the versions; empty after a cancelled job.',
    },
    file: {
      description:
        'The file in it, in RUNNER_TEMP. On Enterprise Server, upload it with actions/upload-artifact v3 under that name, and download line-* to RUNNER_TEMP/line-artifacts before line-start.',
    },
  },
  afterProgram: [
    '- name: Hand on versions and state',
    `  if: steps.run.outputs.artifact != '' && (${hasArtifacts})`,
    `  uses: actions/upload-artifact@${upload.commit} # ${upload.version}`,
    '  with:',
    '    name: ${{ steps.run.outputs.artifact }}',
    '    path: ${{ steps.run.outputs.file }}',
    '    overwrite: true',
    '    if-no-files-found: error',
    '    compression-level: 9',
  ],
} as const satisfies ActionInterface;
