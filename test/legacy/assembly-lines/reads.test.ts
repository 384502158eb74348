// What jobs are found to read and need: versions, fields of integrations, scripts that are not here, encrypted values.

import { expect, test } from 'vitest';
import { convertTexts, stepsOf } from '../codeship/project.ts';

const resources = `resources:
  - {name: img, type: image, pointer: {sourceName: acme/app}, seed: {versionName: "1"}}
  - {name: db, type: image, pointer: {sourceName: acme/db}, seed: {versionName: "1"}}
  - {name: i, type: integration, integration: acme}
  - {name: cl, type: cluster, integration: aws, pointer: {sourceName: c, region: us-east-1}}
  - {name: k8s, type: cluster, integration: kubernetes, pointer: {sourceName: c}}
  - {name: ddc, type: cluster, integration: ddc, pointer: {sourceName: c}}
  - {name: p, type: params, version: {params: {secure: c2VhbGVk}}}
`;

const converted = (jobs: string) =>
  convertTexts({ 'shippable.yml': `${resources}jobs:\n${jobs}`, 'tools/known.sh': 'make\n' });

/** A job that runs one command. */
const job = (input: string, command: string, variable = 'img') =>
  converted(`  - name: a
    type: runSh
    steps:
      - {IN: ${input}}
      - TASK:
          runtime: {options: {env: [{W: ${variable}}]}}
          script: [${JSON.stringify(command)}]
`);

test.each<[command: string, isRead: boolean, variable?: string]>([
  ['shipctl get_resource_version_name other', true],
  ["shipctl get_resource_version_name 'other'", true],
  ['shipctl get_resource_version_number other', true],
  ['shipctl get_resource_version_key other versionName', true],
  ['shipctl get_resource_version_key other versionNumber', false],
  ['shipctl get_resource_version_name another', false],
  ['shipctl get_resource_state other', false],
  ['echo get_resource_version_name other', false],
  ['shipctl get_resource_version_name $W', true, 'other'],
  ['shipctl get_resource_version_name "${W}"', true, 'other'],
  ['shipctl get_resource_version_name $W', false],
  ['shipctl get_resource_version_name $W-old', false, 'other'],
  ['echo $OTHER_VERSIONNAME', true],
  ['echo "${OTHER_VERSIONNAME}"', true],
  ['echo $OTHER_VERSIONNAMES', false],
  ['echo OTHER_VERSIONNAME', false],
])('%s asks for a version of another repository: %s', async (command, isRead, variable) => {
  const steps = stepsOf(await job('other', command, variable));
  const inputs = steps.flatMap(({ with: given }) => given?.['in'] ?? []);
  expect(inputs.some((text) => /^ +versioned: true$/m.test(text))).toBe(isRead);
});

test.each([
  ['./deploy.sh', true],
  ['deploy/x.sh prod', true],
  ['bash deploy.sh', true],
  ['. "lib.sh"', true],
  ['make && sh x', true],
  ['tools/known.sh', false],
  ['bash tools/known.sh', false],
  ['bash -c make', false],
  ['echo a.sh', false],
  ['make', false],
])('%s is a script that is not here, which may read every field: %s', async (command, isUnseen) => {
  const { diagnostics } = await job('i', command);
  const said = diagnostics.filter(({ code }) => code === 'line-kind').map(({ message }) => message);
  expect(said).toEqual(
    isUnseen
      ? ['the type of the integration `acme` is unknown, and scripts of `a` use all of its fields']
      : [],
  );
});

test.each([
  'echo $I_INTEGRATION_TOKEN',
  'shipctl get_integration_resource_field i token',
  'T=$(shipctl get_integration_resource_field i token)',
])('the field that %s reads is a secret', async (command) => {
  const { secrets } = await job('i', command);
  expect(secrets.map(({ name, why }) => `${name}: ${why}`)).toEqual([
    'ACME_INTEGRATION_TOKEN: TOKEN of the integration `acme`',
  ]);
});

test.each([
  ['{IN: m}', '`d`'],
  ['{IN: m}, {IN: n}', '`d`, `d-n`'],
  ['{IN: m, deployName: web}', undefined],
  ['{IN: m, deployName: web}, {IN: n, deployName: db}', undefined],
  ['{IN: m, deployName: web}, {IN: n}', '`d-n`'],
  ['{IN: m}, {IN: n, deployName: db}', '`d`'],
])('a deployment of %s to services that have to exist names them: %s', async (inputs, names) => {
  const { diagnostics } = await converted(`  - {name: m, type: manifest, steps: [{IN: img}]}
  - {name: n, type: manifest, steps: [{IN: db}]}
  - {name: d, type: deploy, steps: [${inputs}, {IN: cl}]}
`);
  const told = diagnostics.find(({ code }) => code === 'line-service');
  expect(/service(?:s)? (`.*`),/.exec(told?.message ?? '')?.[1]).toBe(names);
});

test.each([
  [
    'cl',
    'store the value in AWS Secrets Manager, and name it under `secrets` of the container, with `valueFrom`',
  ],
  [
    'k8s',
    '`kubectl create secret generic NAME --from-literal KEY=VALUE`, and name it under `envFrom` of the container',
  ],
  ['ddc', 'hand the value to the container when you deploy it'],
])('where to keep what was encrypted for a container on %s', async (cluster, help) => {
  const { diagnostics } =
    await converted(`  - {name: m, type: manifest, steps: [{IN: img}, {IN: p}]}
  - {name: d, type: deploy, steps: [{IN: m}, {IN: ${cluster}}]}
`);
  expect(
    diagnostics.flatMap((one) => (one.code === 'line-container-secret' ? [one.help] : [])),
  ).toEqual([help]);
});

test.each([
  ['major', []],
  ['Minor', []],
  ['RC', []],
  [
    'huge',
    [
      '`huge` is not a part of a version; write one of `major`, `minor`, `patch`, `alpha`, `beta`, `rc`, `final`',
    ],
  ],
])('a release that raises %s', async (bump, said) => {
  const { diagnostics } = await converted(`  - {name: m, type: manifest, steps: [{IN: img}]}
  - {name: r, type: release, steps: [{IN: m}, {TASK: managed, bump: ${bump}}]}
`);
  expect(
    diagnostics.flatMap(({ code, message, help }) =>
      code === 'line-bump' ? [`${message}; ${help}`] : [],
    ),
  ).toEqual(said);
});
