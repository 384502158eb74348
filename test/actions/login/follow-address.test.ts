// Credentials go to the hosts that they are for, and what cannot be sent is the failure of one login.

import { describe, expect, test } from 'vitest';
import type { HttpRequest } from '../../../src/host/host.ts';
import { seal } from '../../../src/secret/encrypted-file.ts';
import { answer } from '../../fake-host.ts';
import { given } from '../../given.ts';
import { pair, passwordRegistries, runLogin } from './login-runner.ts';

const sentTo = (requests: readonly HttpRequest[], secret: string): readonly string[] => [
  ...new Set(
    requests
      .filter(({ headers = {}, body = '', url }) =>
        [...Object.values(headers), String(body), url].some(
          (text) =>
            text.includes(secret) ||
            Buffer.from(text.replace(/^Basic /, ''), 'base64')
              .toString()
              .includes(secret),
        ),
      )
      .map(({ url }) => new URL(url).host),
  ),
];

const identity = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://oidc.test/token?a=1',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
};

describe('the token of the job', () => {
  const job = { 'github-token': 'ghs_job' };

  test('goes to ghcr.io and not to a registry beside it', async () => {
    const { code, host, registries, auths } = await runLogin({
      ...job,
      registry: 'ghcr.io other.example',
    });
    expect(sentTo(host.requests, 'ghs_job')).toEqual(['ghcr.io']);
    expect(code).toBe(1);
    expect(Object.keys(auths)).toEqual(['ghcr.io']);
    expect(registries.map(({ host: at, state }) => [at, state])).toEqual([
      ['other.example', 'failed'],
      ['ghcr.io', 'logged-in'],
    ]);
    expect(host.lines.join('\n')).toContain(
      'The token of the job is for ghcr.io. It is not sent to other.example.',
    );
  });

  test.each(['other.example', 'ghcr.io.other.example', 'ghcr.io:8443', 'http://ghcr.io'])(
    'does not go to the URL %s of an integration',
    async (url) => {
      const { code, host } = await runLogin(
        { ...job, integrations: '- integrationName: gh\n  type: ghcr' },
        { env: { GH_INTEGRATION_URL: url } },
      );
      expect(sentTo(host.requests, 'ghs_job')).toEqual([]);
      expect(code).toBe(1);
    },
  );

  test("goes to the registry of one's own server, and that server's token not to ghcr.io", async () => {
    const env = { GITHUB_SERVER_URL: 'https://github.corp', GH_INTEGRATION_URL: '' };
    const own = await runLogin(
      { ...job, integrations: '- integrationName: gh\n  type: ghcr' },
      { env: { ...env, GH_INTEGRATION_URL: 'containers.github.corp' } },
    );
    expect(own.code).toBe(0);
    const other = await runLogin({ ...job, registry: 'ghcr.io' }, { env });
    expect(sentTo(other.host.requests, 'ghs_job')).toEqual([]);
  });
});

describe('tokens that vendors give', () => {
  const vendors = (request: HttpRequest) => {
    if (request.url.startsWith('https://oidc.test')) return answer(200, { value: 'jwt-value' });
    if (/oauth2\/federation|identity\.docker\.com|googleapis/.test(request.url))
      return answer(200, { token: 'issued-token', access_token: 'issued-token' });
    return passwordRegistries({})(request);
  };

  test("Quay's does not go to a registry beside it", async () => {
    const { host } = await runLogin(
      { registry: 'quay.io other.example', username: 'org+ci' },
      { env: identity, request: vendors },
    );
    expect(sentTo(host.requests, 'issued-token')).toEqual(['quay.io']);
    expect(sentTo(host.requests, 'jwt-value')).toEqual(['quay.io']);
  });

  test('the identity token goes to a Quay of one’s own only where `realm` names it', async () => {
    const inputs = { integrations: '- integrationName: q\n  type: quay' };
    const env = { ...identity, Q_INTEGRATION_USERNAME: 'org+ci', Q_INTEGRATION_URL: 'quay.corp' };
    const without = await runLogin(inputs, { env, request: vendors });
    expect(sentTo(without.host.requests, 'jwt-value')).toEqual([]);
    expect(without.host.lines.join('\n')).toContain('also set it as `realm`');
    const named = await runLogin(inputs, {
      env: { ...env, Q_INTEGRATION_REALM: 'quay.corp' },
      request: vendors,
    });
    expect(named.code).toBe(0);
    expect(sentTo(named.host.requests, 'jwt-value')).toEqual(['quay.corp']);
  });

  test.each([
    ['docker', { USERNAME: 'org', CONNECTIONID: '01234567-89ab-cdef-0123-456789abcdef' }],
    [
      'gar',
      {
        WORKLOADIDENTITYPROVIDER: 'projects/1/locations/global/workloadIdentityPools/p/providers/x',
      },
    ],
  ])('that of %s does not go to another registry', async (type, fields) => {
    const env = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [`R_INTEGRATION_${name}`, value]),
    );
    const { code, host } = await runLogin(
      { integrations: `- integrationName: r\n  type: ${type}` },
      { env: { ...identity, ...env, R_INTEGRATION_URL: 'other.example' }, request: vendors },
    );
    expect(code).toBe(1);
    expect(host.requests.length).toBeGreaterThan(0);
    expect(sentTo(host.requests, 'issued-token')).toEqual([]);
  });

  test('the endpoint that Amazon names gets its token only where it is of Amazon', async () => {
    const { code, host } = await runLogin(
      { integrations: '- integrationName: r\n  type: ecr' },
      {
        env: { R_INTEGRATION_ACCESSKEY: 'AKIA', R_INTEGRATION_SECRETKEY: 'sk' },
        request: ({ url }) =>
          url.includes('amazonaws')
            ? answer(200, {
                authorizationData: [
                  {
                    authorizationToken: pair('AWS:issued-token'),
                    proxyEndpoint: 'https://evil.example',
                  },
                ],
              })
            : answer(401, '', { 'www-authenticate': 'Basic realm="r"' }),
      },
    );
    expect(code).toBe(1);
    expect(sentTo(host.requests, 'issued-token')).toEqual([]);
  });
});

describe('what no request can carry', () => {
  const good = '- integrationName: good\n  type: private docker registry\n';
  const goodEnv = {
    GOOD_INTEGRATION_URL: 'good.corp',
    GOOD_INTEGRATION_USERNAME: 'u',
    GOOD_INTEGRATION_PASSWORD: 'pw-good',
  };
  test.each([
    ['a key with a line break', 'ecr', { ACCESSKEY: 'AK\nIA', SECRETKEY: 'sk' }],
    [
      'a session token with a line break',
      'ecr',
      { ACCESSKEY: 'A', SECRETKEY: 's', SESSIONTOKEN: 'first\r\nsecond' },
    ],
    [
      'a port above 65535',
      'private docker registry',
      { URL: 'quay.corp:99999', USERNAME: 'u', PASSWORD: 'p' },
    ],
    [
      'an address that is none',
      'private docker registry',
      { URL: '1.2.3.999', USERNAME: 'u', PASSWORD: 'p' },
    ],
    [
      'a region with a line break',
      'ecr',
      { ACCESSKEY: 'A', SECRETKEY: 's', REGION: 'us-east\n-1' },
    ],
  ])('%s fails one login and no other', async (_what, type, fields) => {
    const env = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [`BAD_INTEGRATION_${name}`, value]),
    );
    const { code, host, auths } = await runLogin(
      { integrations: `- integrationName: bad\n  type: ${type}\n${good}` },
      { env: { ...env, ...goodEnv } },
    );
    expect(code).toBe(1);
    expect(Object.keys(auths)).toEqual(['good.corp']);
    const errors = host.lines.filter((line) => line.startsWith('error: '));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('bad');
    expect(errors[0]).not.toContain('bug in transship');
  });

  test('a registry token with a line break', async () => {
    const { code, host, auths } = await runLogin(
      { dockercfg: 'cfg.json' },
      {
        files: {
          '/workspace/cfg.json': JSON.stringify({
            auths: { 'a.corp': { registrytoken: 't\nok' }, 'b.corp': { auth: pair('u:pw-b') } },
          }),
        },
        request: (request) =>
          request.url.includes('a.corp')
            ? answer(401, '', { 'www-authenticate': 'Bearer realm="https://a.corp/t"' })
            : passwordRegistries({})(request),
      },
    );
    expect(code).toBe(0);
    expect(Object.keys(auths)).toEqual(['b.corp']);
    expect(host.lines.find((line) => line.includes('a.corp'))).toMatch(/^warning: /);
    expect(host.lines.join('\n')).not.toContain('bug in transship');
  });

  test.each([
    ['with a line break', 'to\r\n::add-mask::e\r\nken'],
    ['longer than 16 KiB', 'x'.repeat(16 * 1024 + 1)],
    ['with a blank', 'a b'],
    ['that is not text', 7],
    ['that is empty', ''],
  ])('a token of a server %s is none, and is masked nowhere', async (_what, token) => {
    const { code, host } = await runLogin(
      { registry: 'a.corp', username: 'u', password: 'pw' },
      {
        request: ({ url, headers }) => {
          if (url.startsWith('https://a.corp/t')) return answer(200, { token });
          return headers?.['authorization'] === undefined
            ? answer(401, '', { 'www-authenticate': 'Bearer realm="https://a.corp/t"' })
            : answer(200);
        },
      },
    );
    expect(code).toBe(1);
    expect([...host.masks]).toEqual(['pw', pair('u:pw')]);
    expect(host.lines.join('\n')).toContain('returned no valid token');
    expect(host.lines.join('\n')).not.toContain('bug in transship');
  });

  test.each([
    'file:///etc/passwd',
    'ftp://a.corp/t',
    'javascript:1',
    'nonsense',
    'https://a.corp:99999/t',
  ])('the realm %s', async (realm) => {
    const { code, host } = await runLogin(
      { registry: 'a.corp', username: 'u', password: 'pw' },
      { request: () => answer(401, '', { 'www-authenticate': `Bearer realm="${realm}"` }) },
    );
    expect(code).toBe(1);
    expect(host.requests).toHaveLength(1);
    expect(host.lines.join('\n')).toContain('token server that is not an http(s) URL');
  });
});

describe('a redirect', () => {
  test.each(['https://a.corp:8443/v2/', 'https://b.corp/v2/', 'http://a.corp/v2/'])(
    'to %s gets no credential',
    async (location) => {
      const { code, host } = await runLogin(
        { registry: 'a.corp', username: 'u', password: 'pw' },
        {
          request: ({ url }) =>
            url === 'https://a.corp/v2/' ? answer(307, '', { location }) : answer(401, ''),
        },
      );
      expect(code).toBe(1);
      expect(host.requests).toHaveLength(1);
    },
  );
});

describe('what is opened', () => {
  const key = Buffer.alloc(32, 7).toString('base64');
  const sealed = (text: string): string => {
    return given(seal(Buffer.from(text), key, Buffer.alloc(16, 3)));
  };

  test('is masked whatever its name, before a generator is run', async () => {
    const { host } = await runLogin(
      {
        generator: 'acme/generator',
        'generator-env-file': 'gen.env.encrypted',
        'aes-key': key,
      },
      {
        files: {
          '/workspace/gen.env.encrypted': sealed(
            'VAULT_URL=https://vault.corp/v1/s3cr3t-path\nNPM_REGISTRY=https://user:pass-word@npm.corp\n',
          ),
        },
        exec: () => ({ kind: 'not-found', command: 'sh' }),
      },
    );
    expect([...host.masks]).toEqual(
      expect.arrayContaining([
        'https://vault.corp/v1/s3cr3t-path',
        'https://user:pass-word@npm.corp',
        'pass-word',
      ]),
    );
  });

  test('a plain value with a password in a URL is not a public value', async () => {
    const { host } = await runLogin(
      {
        generator: 'acme/generator',
        'generator-env': 'NPM_REGISTRY=https://user:pass-word@npm.corp\nAWS_REGION=us-east-1',
      },
      { exec: () => ({ kind: 'not-found', command: 'sh' }) },
    );
    expect([...host.masks]).toContain('https://user:pass-word@npm.corp');
    expect([...host.masks]).not.toContain('us-east-1');
  });
});
