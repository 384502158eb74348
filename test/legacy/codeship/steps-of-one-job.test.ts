// In the idiomatic style tests, publishing and deployments are jobs of their own, unless one leaves something on the
// machine that another one needs.

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { convertTexts, type Texts, workflowsOf } from './project.ts';

/** The jobs of the workflow, and what is said of steps that stay together. */
async function jobsOf(services: string, steps: string, files: Texts = {}) {
  const conversion = await convertTexts(
    { ...files, 'codeship-services.yml': services, 'codeship-steps.yml': steps },
    { style: 'idiomatic' },
  );
  const [workflow] = workflowsOf(conversion);
  return {
    jobs: Object.keys((parse(workflow?.content ?? '') as { jobs: object }).jobs),
    why: conversion.diagnostics
      .filter(({ code }) => code === 'kept-together')
      .map(({ message }) => message.replace(/^.*?: /s, '')),
  };
}

const testAndDeploy = `- { service: web, command: make test }
- { service: deploy, command: ./deploy.sh }
`;

test('a deployment is a job of its own', async () => {
  expect(
    await jobsOf('web: { build: . }\ndeploy: { image: acme/deploy }\n', testAndDeploy),
  ).toEqual({ jobs: ['test', 'deploy-production'], why: [] });
});

test.each<[what: string, services: string, why: string, files?: Texts]>([
  [
    'the engine of the machine',
    'web: { build: ., add_docker: true }\ndeploy: { image: acme/deploy }\n',
    '`web` uses the engine of the machine, where it leaves or finds images',
  ],
  [
    'the socket of the engine',
    'web: { build: . }\ndeploy: { image: acme/deploy, volumes: ["/var/run/docker.sock:/s"] }\n',
    '`deploy` uses the engine of the machine, where it leaves or finds images',
  ],
  [
    'the volumes of a third service',
    'web: { build: ., volumes_from: [data] }\ndeploy: { image: acme/deploy, volumes_from: [data] }\ndata: { image: busybox, volumes: [/out] }\n',
    'they share the volumes of `data`',
  ],
  [
    'a folder',
    'web: { build: ., volumes: ["./dist:/dist"] }\ndeploy: { image: acme/deploy, volumes: ["./dist/web:/in"] }\n',
    'they share the folder `dist/web`',
  ],
  [
    'the whole checkout',
    'web: { build: ., volumes: ["./:/app"] }\ndeploy: { image: acme/deploy, volumes: [".:/in"] }\n',
    'they share the folder `.`',
  ],
  [
    'an image',
    'web: { build: { context: ., image: acme/web } }\ndeploy: { image: acme/web }\n',
    '`deploy` is the image that `web` builds',
  ],
  [
    'files that go into an image',
    'web: { image: acme/web, volumes: ["./dist:/dist"] }\ndeploy: { build: . }\n',
    'the image of `deploy` is built from files that earlier steps write',
  ],
  [
    'an image that another one starts from',
    'web: { build: { context: web, image: acme/web } }\ndeploy: { build: deploy }\n',
    'the image of `deploy` starts from that of `web`',
    { 'web/Dockerfile': 'FROM busybox\n', 'deploy/Dockerfile': 'FROM acme/web\n' },
  ],
  [
    'an image that an argument of the build names',
    'web: { build: { context: web, image: acme/web } }\ndeploy: { build: { context: deploy, args: { BASE: acme/web } } }\n',
    'the image of `deploy` starts from that of `web`',
    { 'web/Dockerfile': 'FROM busybox\n', 'deploy/Dockerfile': 'ARG BASE\nFROM $BASE\n' },
  ],
])('steps that share %s stay in one job', async (...[, services, why, files]) => {
  const found = await jobsOf(services, testAndDeploy, files);
  expect(found.why).toEqual([why]);
  expect(found.jobs).toEqual(['build']);
});

test.each<[what: string, services: string, files?: Texts]>([
  [
    'a folder that the first only reads',
    'web: { build: ., volumes: ["./dist:/dist:ro"] }\ndeploy: { image: acme/deploy, volumes: ["./dist:/in"] }\n',
  ],
  [
    'different folders',
    'web: { image: acme/web, volumes: ["./dist:/dist"] }\ndeploy: { image: acme/deploy, volumes: ["./distribution:/in"] }\n',
  ],
  [
    'a base that both build anew',
    'web: { build: { context: web, image: acme/web } }\ndeploy: { build: deploy, depends_on: [web] }\n',
    { 'web/Dockerfile': 'FROM busybox\n', 'deploy/Dockerfile': 'FROM acme/web\n' },
  ],
  [
    'an image that stood before anything was written',
    'web: { image: acme/web, volumes: ["./dist:/dist"], depends_on: [deploy] }\ndeploy: { build: . }\n',
  ],
])('%s keeps no steps together', async (...[, services, files]) => {
  expect(await jobsOf(services, testAndDeploy, files)).toEqual({
    jobs: ['test', 'deploy-production'],
    why: [],
  });
});

const two = 'web: { image: acme/web }\ntool: { image: acme/tool }\n';

test.each([
  ['by the name of the step', '- { name: to staging, service: tool, command: deploy }', 'staging'],
  ['by its command', '- { service: tool, command: deploy --to uat }', 'uat'],
  ['in short', '- { service: tool, command: deploy dev }', 'development'],
  ['by its branch', '- { service: tool, command: deploy, tag: release }', 'release'],
  ['by the main branch', '- { service: tool, command: deploy, tag: ^main$ }', 'production'],
  ['by nothing', '- { service: tool, command: deploy, tag: ^v.* }', 'production'],
])('the environment is told %s', async (_how, deploying, environment) => {
  const { jobs } = await jobsOf(two, `- { service: web, command: make }\n${deploying}\n`);
  expect(jobs).toEqual(['test', `deploy-${environment}`]);
});

test.each([
  [
    'a test behind a push belongs to it',
    `- { service: web, command: make }
- { service: app, type: push, image_name: acme/app }
- { service: web, command: make smoke }
`,
    ['test', 'publish'],
  ],
  [
    'deployments to one place are one job, to two places two',
    `- { service: tool, command: deploy dev a }
- { service: tool, command: deploy dev b }
- { service: tool, command: deploy qa }
`,
    ['deploy-development', 'deploy-qa'],
  ],
  [
    'serial groups are lists of steps',
    `- type: serial
  steps:
    - { service: web, command: make }
    - type: serial
      steps:
        - { service: tool, command: deploy }
- type: serial
  steps: []
- { service: web, command: make }
`,
    ['test', 'deploy-production'],
  ],
  [
    'steps side by side are a matrix',
    `- type: parallel
  steps:
    - { service: web, command: make a }
    - type: parallel
      steps:
        - { service: web, command: make b }
        - { service: web, command: make c }
- { service: tool, command: deploy }
`,
    ['test', 'deploy-production'],
  ],
])('%s', async (_what, steps, jobs) => {
  const services = `${two}app: { build: . }\n`;
  expect((await jobsOf(services, steps)).jobs).toEqual(jobs);
});
