// Shippable's variables about itself, its service scripts, Gerrit and Assembly Lines: nothing on GitHub corresponds.

import { sameRow, type VariableTable } from './variable-row.ts';

const none = (meaning: string, reason: string) =>
  ({ meaning, way: { kind: 'none', reason } }) as const;

export const platformVariables: VariableTable = {
  ...sameRow(
    [
      'SHIPPABLE_AMI_VERSION',
      'SHIPPABLE_WWW_URL',
      'SHIPPABLE_API_URL',
      'RUN_MODE',
      'SHIPPABLE_IS_OFFICIAL_IMAGE',
      'SHIPPABLE_IS_LEGACY_IMAGE',
      'SHIPPABLE_DOCKER_VERSION',
    ],
    none(
      "Said something about Shippable's own machines.",
      'It described machines that no longer exist: remove what depends on it.',
    ),
  ),
  ...sameRow(
    [
      'JOB_NAME',
      'JOB_TYPE',
      'JOB_PATH',
      'JOB_STATE',
      'JOB_PREVIOUS_STATE',
      'JOB_TRIGGERED_BY_NAME',
      'BUILD_JOB_ID',
      'BUILD_JOB_NUMBER',
    ],
    none(
      'The job of an Assembly Line that ran this build.',
      'It was set only where an Assembly Line ran the build.',
    ),
  ),
};

const services = ['POSTGRES', 'MYSQL', 'SELENIUM'] as const;
const serviceFields = ['VERSION', 'BINARY', 'CMD', 'PORT'] as const;

export const serviceVariables: VariableTable = sameRow(
  services.flatMap((service) => serviceFields.map((field) => `SHIPPABLE_${service}_${field}`)),
  none(
    'How a script of the official image started a service.',
    'Services are containers here: their image, command and ports stand under `services:`.',
  ),
);

const people = ['CHANGE_OWNER', 'PATCHSET_UPLOADER', 'CHANGE_UPLOADER'] as const;

export const gerritVariables: VariableTable = sameRow(
  [
    'PROJECT',
    'REST_URL',
    'HOST',
    'PORT',
    'BRANCH',
    'EVENT_TYPE',
    'CHANGE_ID',
    'CHANGE_URL',
    'CHANGE_NUMBER',
    'CHANGE_SUBJECT',
    'CHANGE_COMMIT_MESSAGE',
    'REFSPEC',
    'PATCHSET_NUMBER',
    'PATCHSET_REVISION',
    ...people.flatMap((person) => [person, `${person}_NAME`, `${person}_EMAIL`]),
  ].map((name) => `GERRIT_${name}`),
  none('Something about a Gerrit change.', 'GitHub Actions has no Gerrit events.'),
);
