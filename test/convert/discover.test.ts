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
