import { describe, expect, test } from 'vitest';
import { patience } from '../../src/registry/protocol/patience.ts';
import { type GoogleIdentity, googleCredential } from '../../src/registry/vendors/google.ts';
import { answer, type FakeHostOptions, fakeHost } from '../fake-host.ts';

const key = {
  type: 'service_account',
  client_email: 'ci@project.iam.gserviceaccount.com',
  private_key: '-----BEGIN PRIVATE KEY-----\nline-one\nline-two\n-----END PRIVATE KEY-----\n',
};
const provider = 'projects/123/locations/global/workloadIdentityPools/pool/providers/github';
const oidc = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://oidc.test/',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'ask',
};

async function ask(identity: GoogleIdentity, options: FakeHostOptions = {}) {
  const host = fakeHost(options);
  return { host, result: await googleCredential(patience(host, 60), identity) };
}

describe('a key', () => {
  test.each([
    ['as it was downloaded', JSON.stringify(key, null, 2)],
    ['in base64', Buffer.from(JSON.stringify(key)).toString('base64')],
  ])('%s is the password of _json_key, in one line', async (_how, text) => {
    const { host, result } = await ask({ key: text });
    expect(result).toEqual({
      ok: true,
      value: {
        credential: { kind: 'password', username: '_json_key', password: JSON.stringify(key) },
        account: key.client_email,
      },
    });
    expect(host.masks).toContain('line-one');
    expect(host.masks).toContain(JSON.stringify(key));
    expect(host.requests).toHaveLength(0);
  });

  test.each([
    ['no JSON', 'hello', 'The Google key is neither JSON nor base64 of JSON.'],
    ['no type', '{"a": "secret-thing"}', 'The Google key has no `type`.'],
    ['a type that is none', '{"type": 3, "a": "secret-thing"}', 'The Google key has no `type`.'],
    [
      'no parts',
      '{"type": "service_account"}',
      'The Google key lacks `client_email` or `private_key`.',
    ],
  ])('with %s says so, without its content', async (_what, text, message) => {
    const { result } = await ask({ key: text });
    expect(result).toMatchObject({ failure: { kind: 'wrong', message } });
    expect(JSON.stringify(result)).not.toContain('secret-thing');
  });
});

describe('workload identity federation', () => {
  test('works without a service account', async () => {
    const { host, result } = await ask(
      { provider },
      {
        env: oidc,
        request: ({ url }) =>
          url.startsWith('https://oidc.test')
            ? answer(200, { value: 'jwt' })
            : answer(200, { access_token: 'federated' }),
      },
    );
    expect(result).toMatchObject({
      ok: true,
      value: {
        credential: { kind: 'issued', username: 'oauth2accesstoken', token: 'federated' },
        account: 'pool/providers/github',
      },
    });
    expect(new URL(host.requests[0]?.url ?? '').searchParams.get('audience')).toBe(
      `https://iam.googleapis.com/${provider}`,
    );
    expect(host.requests[1]?.url).toBe('https://sts.googleapis.com/v1/token');
    expect(JSON.parse(String(host.requests[1]?.body))).toMatchObject({
      audience: `//iam.googleapis.com/${provider}`,
      subjectToken: 'jwt',
    });
    expect([...host.masks]).toEqual(['jwt', 'federated']);
  });

  test('acts as a service account where one is named', async () => {
    const { host, result } = await ask(
      { provider, serviceAccount: 'ci@p.iam.gserviceaccount.com' },
      {
        env: oidc,
        request: ({ url }) => {
          if (url.startsWith('https://oidc.test')) return answer(200, { value: 'jwt' });
          return url.includes('sts')
            ? answer(200, { access_token: 'federated' })
            : answer(200, { accessToken: 'acting' });
        },
      },
    );
    expect(result).toMatchObject({
      value: { credential: { token: 'acting' }, account: 'ci@p.iam.gserviceaccount.com' },
    });
    expect(host.requests[2]).toMatchObject({
      url: 'https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/ci%40p.iam.gserviceaccount.com:generateAccessToken',
      headers: { authorization: 'Bearer federated' },
    });
  });

  test('says what Google says when the provider does not want this job', async () => {
    const { result } = await ask(
      { provider },
      {
        env: oidc,
        request: ({ url }) =>
          url.includes('oidc')
            ? answer(200, { value: 'jwt' })
            : answer(400, {
                error: 'unauthorized_client',
                error_description: 'The given credential is rejected by the attribute condition.',
              }),
      },
    );
    expect(result).toMatchObject({
      failure: {
        kind: 'refused',
        message:
          'sts.googleapis.com returned HTTP 400 (The given credential is rejected by the attribute condition.).',
        remedy: expect.stringContaining('attribute condition'),
      },
    });
  });

  test('needs the permission, and a provider that is one', async () => {
    expect((await ask({ provider })).result).toMatchObject({ failure: { kind: 'missing' } });
    expect((await ask({ provider: 'my-pool' }, { env: oidc })).result).toMatchObject({
      failure: { kind: 'wrong', message: 'my-pool is not a workload identity provider.' },
    });
  });
});
