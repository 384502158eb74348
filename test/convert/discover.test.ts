import { expect, test } from 'vitest';
import { discover } from '../../src/convert/discover.ts';
import { convertTexts } from '../legacy/codeship/project.ts';

test('a Compose file alone is somebody’s Compose file', async () => {
  expect(discover(['docker-compose.yml', 'Dockerfile'])).toMatchObject({
    codeship: [],
    codeshipIgnored: [],
    shippable: { assemblyLines: [], ignored: [] },
  });
  const { files, diagnostics } = await convertTexts({
    'docker-compose.yml': 'services: { web: { image: nginx } }\n',
  });
  expect(files).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
});

test('beside steps it is CodeShip’s services file', () => {
  expect(discover(['docker-compose.yml', 'codeship-steps.yml']).codeship).toEqual([
    { folder: '', services: 'docker-compose.yml', steps: 'codeship-steps.yml', shadowed: [] },
  ]);
});

test.each([
  [['shippable.yaml', '.shippable.yml', 'shippable.yml'], 'shippable.yml'],
  [['.shippable.yml', 'shippable.yaml'], '.shippable.yml'],
  [['Shippable.yaml', 'app/shippable.yaml'], 'Shippable.yaml'],
  [['.shippable.yaml'], '.shippable.yaml'],
])('of %j Shippable CI read one', (paths, main) => {
  expect(discover(paths).shippable.main).toBe(main);
  expect(discover(paths).shippable.assemblyLines).toEqual([]);
});

test('what Assembly Lines read stands anywhere; copies of the main file below the root are no part', () => {
  const { shippable } = discover([
    'a/Shippable.jobs.yml',
    'a/shippable.yml',
    'shippable.resources.yml',
    'shippable.templates.yml',
    'shippable.yml',
    'team.shippable.jobs.yml',
    'team.shippable.yml',
    'x/shippable.templates.yml',
  ]);
  expect(shippable).toEqual({
    main: 'shippable.yml',
    templates: 'shippable.templates.yml',
    assemblyLines: ['a/Shippable.jobs.yml', 'shippable.resources.yml', 'team.shippable.yml'],
    ignored: ['a/shippable.yml'],
  });
});

test.each([
  ['examples/web', true],
  ['web/Fixtures', true],
  ['web', false],
  ['counterexamples', false],
])('a project of CodeShip in the folder %s is an example: %s', (folder, isOne) => {
  const paths = [`${folder}/codeship-services.yml`, `${folder}/codeship-steps.yml`];
  const { codeship, codeshipIgnored } = discover(paths);
  expect(codeshipIgnored).toEqual(isOne ? paths : []);
  expect(codeship).toHaveLength(isOne ? 0 : 1);
});

test('a Compose file beside steps in a folder is no project of CodeShip', () => {
  expect(discover(['web/codeship-steps.yml', 'web/docker-compose.yml'])).toMatchObject({
    codeship: [],
    codeshipIgnored: ['web/docker-compose.yml', 'web/codeship-steps.yml'],
  });
});

test('the project of the root comes first; a Compose file beside it loses nothing', () => {
  const { codeship } = discover([
    'a/codeship-services.yml',
    'codeship-services.yml',
    'codeship-steps.yml',
    'docker-compose.yml',
  ]);
  expect(codeship.map(({ folder, shadowed }) => [folder, shadowed])).toEqual([
    ['', []],
    ['a', []],
  ]);
});
