import { expect, test } from 'vitest';
import { patience } from '../../src/registry/protocol/patience.ts';
import { dockerHubToken, quayToken } from '../../src/registry/vendors/keyless.ts';
import { answer, fakeHost } from '../fake-host.ts';

const env = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://oidc.test/',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'ask',
};
const connection = '123e4567-e89b-42d3-a456-426614174000';

const vendor = (reply: ReturnType<typeof answer>) =>
  fakeHost({
    env,
    request: ({ url }) =>
      url.startsWith('https://oidc.test') ? answer(200, { value: 'jwt' }) : reply,
  });

test('Docker Hub gives a token for a connection', async () => {
  const host = vendor(answer(200, { access_token: 'hub-token' }));
  expect(await dockerHubToken(patience(host, 60), 'org', connection)).toMatchObject({
    ok: true,
    value: { kind: 'issued', username: 'org', token: 'hub-token' },
  });
  expect(host.requests[0]?.url).toBe(
    'https://oidc.test/?audience=https%3A%2F%2Fidentity.docker.com',
  );
  expect(host.requests[1]?.url).toBe('https://identity.docker.com/oauth/token');
  expect(Object.fromEntries(new URLSearchParams(String(host.requests[1]?.body)))).toEqual({
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    subject_token: 'jwt',
    connection_id: connection,
    expires_in: '3600',
  });
  expect([...host.masks]).toEqual(['jwt', 'hub-token']);
});

test('Docker Hub refuses a job that no rule matches', async () => {
  const host = vendor(
    answer(403, { error: 'access_denied', error_description: 'no matching ruleset' }),
  );
  expect(await dockerHubToken(patience(host, 60), 'org', connection)).toMatchObject({
    failure: {
      kind: 'refused',
      message: 'Docker Hub gives this job no token (HTTP 403 (no matching ruleset)).',
      remedy: expect.stringContaining('subject must match'),
    },
  });
});

test('a connection that is none is not asked for', async () => {
  const host = vendor(answer(200));
  expect(await dockerHubToken(patience(host, 60), 'org', 'secret')).toMatchObject({
    failure: { kind: 'wrong' },
  });
  expect(host.requests).toHaveLength(0);
});

test('Quay gives a token to a robot with federation', async () => {
  const host = vendor(answer(200, { token: 'robot-token' }));
  expect(await quayToken(patience(host, 60), { host: 'quay.io' }, 'org+ci')).toMatchObject({
    ok: true,
    value: { kind: 'issued', username: 'org+ci', token: 'robot-token' },
  });
  expect(host.requests[1]).toMatchObject({
    url: 'https://quay.io/oauth2/federation/robot/token',
    headers: { authorization: `Basic ${Buffer.from('org+ci:jwt').toString('base64')}` },
  });
});

test('Quay refuses a robot without it', async () => {
  const host = vendor(answer(401, { message: 'Robot does not have federated login' }));
  expect(await quayToken(patience(host, 60), { host: 'quay.io' }, 'org+ci')).toMatchObject({
    failure: {
      message:
        'quay.io gives this job no token for org+ci (HTTP 401 (Robot does not have federated login)).',
      remedy: expect.stringContaining('robot federation'),
    },
  });
});

test.each([200, 500, 429])('HTTP %i without a token is no refusal', async (status) => {
  const own = await quayToken(patience(vendor(answer(status, {})), 60), { host: 'quay.io' }, 'a+b');
  const hub = await dockerHubToken(patience(vendor(answer(status, {})), 60), 'org', connection);
  for (const [result, name, host] of [
    [own, 'quay.io', 'quay.io'],
    [hub, 'Docker Hub', 'identity.docker.com'],
  ] as const) {
    const message = status === 200 ? `${name} returned no token.` : expect.stringContaining(host);
    expect(result).toMatchObject({ failure: { kind: 'unreachable', message } });
  }
});

test.each([
  [200, 'oidc.test returned no identity token.'],
  [403, 'oidc.test does not answer like a registry (HTTP 403).'],
])('a job whose identity is answered with HTTP %i has none', async (status, message) => {
  const host = fakeHost({
    env,
    request: () => answer(status, status === 200 ? {} : { value: 'x' }),
  });
  expect(await dockerHubToken(patience(host, 60), 'org', connection)).toMatchObject({
    failure: { message },
  });
});
