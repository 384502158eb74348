import { expect, test } from 'vitest';
import { eventLabels } from '../../../src/actions/build/event-labels.ts';
import { fakeHost } from '../../fake-host.ts';

const payload = {
  repository: { description: 'A shop.', license: { spdx_id: 'MIT' } },
  pull_request: { head: { sha: 'b'.repeat(40) } },
};
const host = (event: unknown = payload) =>
  fakeHost({
    env: {
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_EVENT_PATH: '/temp/event.json',
    },
    files: { '/temp/event.json': JSON.stringify(event) },
  });

test('an image tells where it comes from', async () => {
  expect(await eventLabels(host(), 'FROM x')).toEqual([
    'org.opencontainers.image.title=shop',
    'org.opencontainers.image.description=A shop.',
    'org.opencontainers.image.url=https://github.com/acme/shop',
    'org.opencontainers.image.source=https://github.com/acme/shop',
    `org.opencontainers.image.revision=${'b'.repeat(40)}`,
    'org.opencontainers.image.licenses=MIT',
  ]);
});

test('what the Dockerfile names stays, and what the event does not say is left out', async () => {
  const labels = await eventLabels(host({}), 'LABEL org.opencontainers.image.source=elsewhere');
  expect(labels.map((label) => label.replace(/=.*/, '').split('.').at(-1))).toEqual([
    'title',
    'url',
    'revision',
  ]);
  expect(await eventLabels(fakeHost(), '')).toEqual([]);
});
