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
  ['apps/example/web', true],
  ['sample', true],
  ['samples/one', true],
  ['fixture', true],
  ['testdata', true],
  ['demo', true],
  ['demos', true],
  ['web', false],
  ['counterexamples', false],
  ['examples-of-users', false],
])('a project of CodeShip in the folder %s is an example: %s', (folder, isOne) => {
  const paths = [`${folder}/codeship-services.yml`, `${folder}/codeship-steps.yml`];
  const { codeship, codeshipIgnored } = discover(paths);
  expect(codeshipIgnored).toEqual(isOne ? paths : []);
  expect(codeship).toHaveLength(isOne ? 0 : 1);
});

test('of an example every file is named, those that lose against another one too', () => {
  const paths = ['codeship-services.yml', 'codeship-steps.yml', 'jet-steps.yml'].map(
    (name) => `demo/${name}`,
  );
  expect([...discover(paths).codeshipIgnored].sort()).toEqual(paths);
  expect(discover(paths.slice(0, 1)).codeshipIgnored).toEqual(paths.slice(0, 1));
});

test('a project with one file of the two has that one alone', () => {
  expect(discover(['codeship-services.json']).codeship).toEqual([
    { folder: '', services: 'codeship-services.json', shadowed: [] },
  ]);
  expect(discover(['app/jet-steps.json']).codeship).toEqual([
    { folder: 'app', steps: 'app/jet-steps.json', shadowed: [] },
  ]);
});

test('of the files of one role the first that CodeShip looked for counts', () => {
  const paths = ['codeship-services.yml', 'docker-compose.yml', 'jet-services.json'];
  expect(discover(paths).codeship).toEqual([
    { folder: '', services: 'jet-services.json', shadowed: ['codeship-services.yml'] },
  ]);
});

test('folders come in the order of their names', () => {
  const paths = ['b', 'a/c', 'c', 'a'].map((folder) => `${folder}/codeship-steps.yml`);
  expect(discover(paths).codeship.map(({ folder }) => folder)).toEqual(['a', 'a/c', 'b', 'c']);
});

test.each([
  [['shippable.jobs.yml.bak', 'my-shippable.jobs.yml', 'shippable.yml.old'], []],
  [['ci/Shippable.Resources.yml'], ['ci/Shippable.Resources.yml']],
  [
    ['a/shippable.triggers.yml', 'B.shippable.yml'],
    ['a/shippable.triggers.yml', 'B.shippable.yml'],
  ],
])('of %j Assembly Lines may have read %j', (paths, read) => {
  expect(discover(paths).shippable.assemblyLines).toEqual(read);
});

test('templates are known in the root alone, in whatever letters', () => {
  expect(discover(['Shippable.Templates.yml']).shippable.templates).toBe('Shippable.Templates.yml');
  expect(discover(['a/shippable.templates.yml']).shippable).toEqual({
    assemblyLines: [],
    ignored: [],
  });
});

test('of the files of CodeShip Basic the first in the order counts', () => {
  const names = ['codeship.json', 'codeship-project.json', 'codeship-basic.yaml'];
  expect(discover(names).basic).toBe('codeship-basic.yaml');
  expect(discover(names.slice(0, 2)).basic).toBe('codeship-project.json');
  expect(discover(['app/codeship-basic.yml'])).not.toHaveProperty('basic');
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
