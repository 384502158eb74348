// Which jobs the steps become in the idiomatic style.

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { convertTexts, workflowsOf } from './project.ts';

const services = `app: {build: {image: acme/shop}}
db: {image: 'postgres:9.6'}
lint: {image: acme/lint}
deployer: {image: acme/tools}
staging: {image: acme/tools}
`;

type Step = { readonly name?: string; readonly uses?: string; readonly parallel?: readonly Step[] };
type Job = {
  readonly needs?: string | readonly string[];
  readonly environment?: string;
  readonly steps: readonly Step[];
};

/** Each job with what it waits for, its environment, and the steps that come from the file. */
async function jobsOf(steps: string, more: Readonly<Record<string, string>> = {}) {
  const conversion = await convertTexts(
    { 'codeship-services.yml': services, 'codeship-steps.yml': steps, Dockerfile: '', ...more },
    { style: 'idiomatic' },
  );
  const names = (all: readonly Step[]): string[] =>
    all.flatMap(({ name = '', parallel }) =>
      parallel === undefined ? [name] : [`(${names(parallel).join(', ')})`],
    );
  return workflowsOf(conversion).flatMap(({ content }) =>
    Object.entries(parse(content).jobs as Record<string, Job>).map(
      ([id, { needs = [], environment, steps: all }]) =>
        `${[id, ...[needs].flat().map((one) => `< ${one}`)].join(' ')}${environment === undefined ? '' : ` @ ${environment}`}: ${names(all).join(', ')}`,
    ),
  );
}

const run = (name: string, service: string, command: string, more = ''): string =>
  `- {name: ${name}, service: ${service}, command: ${command}${more}}\n`;
const push = (name: string, more = ''): string =>
  `- {name: ${name}, service: app, type: push, image_name: acme/shop${more}}\n`;
const group = (type: string, name: string, ...steps: readonly string[]): string =>
  `- name: ${name}\n  type: ${type}\n  steps:\n${steps
    .join('')
    .replace(/^/gm, '  ')
    .replace(/ {2}$/, '')}`;
const onFail = (text: string): string => `${text}  on_fail:\n  - {service: app, command: ./tell}\n`;

const unit = run('unit', 'app', './test');
const style = run('style', 'lint', './lint');

const cases: readonly (readonly [what: string, steps: string, jobs: string[]])[] = [
  ['tests alone are one job', unit + style, ['build: Check out the repository, unit, style']],
  ['one step is one job', unit, ['build: Check out the repository, unit']],
  [
    'a group of tests is a job for each',
    group('parallel', 'checks', unit, style),
    ['checks: Check out the repository, ${{ matrix.name }}'],
  ],
  [
    'a group of one test is none',
    group('parallel', 'checks', unit) + style,
    ['build: Check out the repository, checks / unit, style'],
  ],
  [
    'a group within a group runs beside its siblings',
    group(
      'parallel',
      'all',
      unit,
      group('parallel', 'more', style, run('third', 'lint', './third')),
    ),
    ['all: Check out the repository, ${{ matrix.name }}'],
  ],
  [
    'a list within a group stays together',
    group('parallel', 'all', unit, group('serial', 'list', style, run('third', 'lint', './third'))),
    [
      'unit: Check out the repository, all / unit',
      'list: Check out the repository, all / list / style, all / list / third',
    ],
  ],
  [
    'a list of one step that may not run is a job of its own',
    group(
      'parallel',
      'all',
      unit,
      style,
      group('serial', 'rare', run('never', 'lint', './never', ', tag: "a b"')),
    ),
    [
      'all: Check out the repository, ${{ matrix.name }}',
      'rare: Check out the repository, Decide conditions, all / rare / never',
    ],
  ],
  [
    'a group that tells of failures stays as it is',
    onFail(group('parallel', 'checks', unit, style)),
    [
      'build: Check out the repository, Build app, Create the network of the parallel steps, (checks / unit, checks / style), checks failed / ./tell (app)',
    ],
  ],
  [
    'a list that tells of failures stays as it is',
    onFail(group('serial', 'checks', unit, style)) + push('image'),
    [
      'test: Check out the repository, checks / unit, checks / style, checks failed / ./tell (app)',
      'publish < test: Check out the repository, Build app, image',
    ],
  ],
  [
    'tests before a push',
    unit + push('image'),
    [
      'test: Check out the repository, unit',
      'publish < test: Check out the repository, Build app, image',
    ],
  ],
  [
    'tests before, between and behind pushes',
    unit + push('image') + style + push('again'),
    [
      'test: Check out the repository, unit',
      'publish < test: Check out the repository, Build app, image, style, again',
    ],
  ],
  [
    'a push first',
    push('image') + unit,
    ['build: Check out the repository, Build app, image, unit'],
  ],
  [
    'a group behind a push',
    push('image') + group('parallel', 'checks', unit, style),
    [
      'build: Check out the repository, Build app, image, Create the network of the parallel steps, (checks / unit, checks / style)',
    ],
  ],
  [
    'a group before a push',
    group('parallel', 'checks', unit, style) + push('image'),
    [
      'checks: Check out the repository, ${{ matrix.name }}',
      'publish < checks: Check out the repository, Build app, image',
    ],
  ],
  [
    'a push in a group',
    group('parallel', 'checks', unit, push('image')),
    ['build: Check out the repository, Build app, checks / unit, checks / image'],
  ],
  [
    'a deployment behind a push',
    unit + push('image') + run('deploy', 'deployer', './go'),
    [
      'test: Check out the repository, unit',
      'publish < test: Check out the repository, Build app, image',
      'deploy-production < test < publish @ production: Check out the repository, deploy',
    ],
  ],
  [
    'deployments to two places',
    unit +
      run('deploy to staging', 'deployer', './go') +
      run('deploy to production', 'deployer', './go'),
    [
      'test: Check out the repository, unit',
      'deploy-staging < test @ staging: Check out the repository, deploy to staging',
      'deploy-production < test < deploy-staging @ production: Check out the repository, deploy to production',
    ],
  ],
  [
    'deployments to one place',
    unit +
      run('deploy', 'deployer', './go --to staging') +
      run('release', 'deployer', 'helm upgrade staging'),
    [
      'test: Check out the repository, unit',
      'deploy-staging < test @ staging: Check out the repository, deploy, release',
    ],
  ],
  [
    'a deployment named by its branch',
    unit + run('ship', 'deployer', 'kubectl apply -f a', ', tag: ^develop$'),
    [
      'test: Check out the repository, Decide conditions, unit',
      'deploy-develop < test @ develop: Check out the repository, ship',
    ],
  ],
  [
    'a deployment of the branch that people use',
    unit + run('ship', 'deployer', 'kubectl apply -f a', ', tag: master'),
    [
      'test: Check out the repository, Decide conditions, unit',
      'deploy-production < test @ production: Check out the repository, ship',
    ],
  ],
  [
    'a deployment by a service that says where',
    unit + run('ship', 'staging', './deploy'),
    [
      'test: Check out the repository, unit',
      'deploy-staging < test @ staging: Check out the repository, ship',
    ],
  ],
  [
    'a deployment that says nothing',
    unit + run('ship', 'deployer', 'terraform apply'),
    [
      'test: Check out the repository, unit',
      'deploy-production < test @ production: Check out the repository, ship',
    ],
  ],
  [
    'a deployment for several branches',
    unit + run('ship', 'deployer', 'terraform apply', ', tag: ^(a|b)$'),
    [
      'test: Check out the repository, Decide conditions, unit',
      'deploy-production < test @ production: Check out the repository, ship',
    ],
  ],
  [
    'tests behind a deployment',
    unit + run('deploy', 'deployer', './go') + style,
    [
      'test: Check out the repository, unit',
      'deploy-production < test @ production: Check out the repository, deploy, style',
    ],
  ],
  [
    'a deployment and a test of the same folder',
    run('make', 'app', './make') + run('deploy', 'app', './deploy'),
    [
      'test: Check out the repository, make',
      'deploy-production < test @ production: Check out the repository, deploy',
    ],
  ],
  [
    'words that are not deployments',
    run('developer', 'app', './develop') +
      run('captain', 'app', './cape') +
      run('product', 'app', './produce'),
    ['build: Check out the repository, developer, captain, product'],
  ],
];

test.each(cases)('%s', async (_what, steps, jobs) => {
  expect(await jobsOf(steps)).toEqual(jobs);
});
