// Which releases of PostgreSQL's image refuse to start without a password.

import { expect, test } from 'vitest';
import { convertFiles } from './project.ts';

test.each([
  ['postgres', true],
  ['postgres:latest', true],
  ['postgres:alpine', true],
  ['postgres:9.6', true],
  ['postgres:9.6-alpine', true],
  ['postgres:9', true],
  ['postgres:12', true],
  ['postgis/postgis', true],
  ['postgres:9.6.17', true],
  ['postgres:9.6.16', false],
  ['postgres:12.2', true],
  ['postgres:13', false],
  ['postgres:12.1', false],
  ['postgres:8.4', false],
  ['postgres:old9', false],
  ['acme/postgres', false],
  ['quay.io/library/postgres', false],
  ['postgres-tools', false],
])('%s asks for a password: %s', async (image, asks) => {
  const services = `app: { image: acme/app, depends_on: [db] }\ndb: { image: "${image}" }\n`;
  const { diagnostics } = await convertFiles(services, '- { service: app, command: make }\n');
  expect(diagnostics.some(({ code }) => code === 'database-password')).toBe(asks);
});
