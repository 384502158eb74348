import { afterEach, describe, expect, test, vi } from 'vitest';
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

describe('a server of Google', () => {
  const whole = `https://iam.googleapis.com/${provider}`;
  const asking = (reply: ReturnType<typeof answer>, given: Partial<GoogleIdentity> = {}) =>
    ask(
      { provider, ...given },
      {
        env: oidc,
        request: ({ url }) => (url.includes('oidc') ? answer(200, { value: 'jwt' }) : reply),
      },
    );

  test('that gives no token, or is out of order, is no refusal', async () => {
    expect((await asking(answer(200, { access_token: 'two words' }))).result).toEqual({
      ok: false,
      failure: { kind: 'unreachable', message: 'sts.googleapis.com returned no token.' },
    });
    for (const status of [408, 429, 500, 503]) {
      const { result } = await asking(answer(status, { error: 'busy' }));
      expect(result).toMatchObject({ failure: { kind: 'unreachable' } });
      expect(JSON.stringify(result)).toContain(`HTTP ${status}`);
    }
    const { result } = await asking(answer(499));
    expect(result).toMatchObject({
      failure: {
        kind: 'refused',
        remedy: expect.stringContaining('roles/iam.workloadIdentityUser'),
      },
    });
  });

  test('that is not reached is not, and neither is one that refuses the account', async () => {
    const silent = await ask(
      { provider },
      {
        env: oidc,
        request: ({ url }) =>
          url.includes('oidc')
            ? answer(200, { value: 'jwt' })
            : { kind: 'failure', reason: 'impossible', message: 'no way' },
      },
    );
    expect(silent.result).toMatchObject({ failure: { message: 'No way.' } });
    const { result, host } = await ask(
      { provider, serviceAccount: 'ci@p' },
      {
        env: oidc,
        request: ({ url }) => {
          if (url.includes('oidc')) return answer(200, { value: 'jwt' });
          return url.includes('sts') ? answer(200, { access_token: 'f' }) : answer(403);
        },
      },
    );
    expect(result).toMatchObject({
      failure: { kind: 'refused', message: 'iamcredentials.googleapis.com returned HTTP 403.' },
    });
    expect(JSON.parse(String(host.requests[2]?.body))).toEqual({
      scope: ['https://www.googleapis.com/auth/cloud-platform'],
    });
  });

  test('is asked the whole question', async () => {
    const { host } = await asking(answer(200, { access_token: 't' }));
    expect(host.requests[1]).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    expect(JSON.parse(String(host.requests[1]?.body))).toEqual({
      grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
      audience: `//iam.googleapis.com/${provider}`,
      scope: 'https://www.googleapis.com/auth/cloud-platform',
      requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
      subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
      subjectToken: 'jwt',
    });
    const { result } = await asking(answer(200, { access_token: 't' }), {
      provider: `//iam.googleapis.com/${provider}`,
    });
    expect(result.ok).toBe(true);
    for (const wrong of [whole, `x${provider}`, `${provider}/x`])
      expect((await ask({ provider: wrong }, { env: oidc })).result).toEqual({
        ok: false,
        failure: {
          kind: 'wrong',
          message: `${wrong} is not a workload identity provider.`,
          remedy:
            'The format is projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/NAME.',
        },
      });
  });
});

describe('the identity of the machine', () => {
  afterEach(() => void vi.unstubAllEnvs());

  test('that is none is missing, with the words of the library', async () => {
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', '/nowhere/key.json');
    expect((await ask({})).result).toEqual({
      ok: false,
      failure: {
        kind: 'missing',
        message: expect.stringMatching(/^There is no Google identity here \(.*key\.json.*\)\.$/),
        remedy: expect.stringMatching(/^Give JSON_KEY, or WORKLOADIDENTITYPROVIDER .*\S\. \S/),
      },
    });
  });

  test('by a key of another type is for the library to understand', async () => {
    const { host, result } = await ask({ key: '{"type": "strange", "a": "secret-thing"}' });
    expect(result).toMatchObject({ failure: { kind: 'missing' } });
    expect(JSON.stringify(result)).not.toContain('secret-thing');
    expect(host.masks).toContain('{"type": "strange", "a": "secret-thing"}');
  });
});

test.each([
  ['{"type": "service_account", "client_email": "a@b"}'],
  ['{"type": "service_account", "private_key": "k"}'],
])('a key that lacks a part says so: %s', async (text) => {
  expect((await ask({ key: text })).result).toEqual({
    ok: false,
    failure: {
      kind: 'wrong',
      message: 'The Google key lacks `client_email` or `private_key`.',
      remedy: 'Store the whole downloaded file as the secret.',
    },
  });
});

test('what is not JSON holds no token', async () => {
  const { result } = await ask(
    { provider },
    {
      env: oidc,
      request: ({ url }) =>
        url.includes('oidc') ? answer(200, { value: 'jwt' }) : answer(200, '<html>'),
    },
  );
  expect(result).toMatchObject({ failure: { message: 'sts.googleapis.com returned no token.' } });
});
