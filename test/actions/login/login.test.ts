import { describe, expect, test } from 'vitest';
import { answer } from '../../fake-host.ts';
import { pair, passwordRegistries, runLogin } from './login-runner.ts';

describe('the plain form', () => {
  test('logs in, masks, and tells later steps', async () => {
    const { code, host, registries, auths } = await runLogin({
      registry: 'quay.io',
      username: 'org+ci',
      password: 's3cret',
    });
    expect(host.lines).toEqual(['Logged in to quay.io as org+ci.']);
    expect(code).toBe(0);
    expect(registries).toEqual([{ host: 'quay.io', account: 'org+ci', state: 'logged-in' }]);
    expect(auths).toEqual({ 'quay.io': { auth: pair('org+ci:s3cret') } });
    expect([...host.masks]).toEqual(['s3cret', pair('org+ci:s3cret')]);
    expect(host.outputs.get('docker-config')).toBe(host.exported.get('DOCKER_CONFIG'));
    expect(host.execs).toEqual([]);
  });

  test('without a registry is Docker Hub', async () => {
    const { auths, host } = await runLogin({ username: 'bob', password: 'pw' });
    expect(auths).toEqual({ 'https://index.docker.io/v1/': { auth: pair('bob:pw') } });
    expect(host.requests[0]?.url).toBe('https://registry-1.docker.io/v2/');
  });

  test('with a wrong password says where, who, what the registry said, and what to check', async () => {
    const { code, host, auths, registries } = await runLogin(
      { registry: 'quay.io', username: 'bob', password: 'wrong' },
      { request: passwordRegistries({ 'quay.io': 'bob:right' }) },
    );
    expect(code).toBe(1);
    expect(host.lines).toEqual([
      'error: Login as bob to quay.io failed. quay.io returned HTTP 401 (authentication required).\n' +
        'Check the name of the robot account (`ORG+NAME`) and its token. The password of a person only works if it is an encrypted password from the account settings.',
    ]);
    expect(registries).toEqual([{ host: 'quay.io', account: '', state: 'failed' }]);
    expect(auths).toEqual({});
  });

  test.each([
    ['fail', 1, 'error: quay.io: `password` is empty.'],
    ['warn', 0, 'warning: quay.io: `password` is empty. Not logged in.'],
    ['skip', 0, 'quay.io: `password` is empty. Not logged in.'],
  ])('with an empty password and on-missing: %s', async (onMissing, expected, line) => {
    const { code, host, registries } = await runLogin({
      registry: 'quay.io',
      username: 'bob',
      password: '',
      'on-missing': onMissing,
    });
    expect(code).toBe(expected);
    expect(host.lines[0]?.split('\n')[0]).toBe(line);
    expect(registries).toEqual([
      { host: 'quay.io', account: '', state: expected === 1 ? 'failed' : 'skipped' },
    ]);
    expect(host.requests).toEqual([]);
  });

  test('names each of several registries that share an empty credential', async () => {
    const { code, registries } = await runLogin({
      registry: 'a.corp b.corp:5000 quay.io',
      'on-missing': 'skip',
    });
    expect(code).toBe(0);
    expect(registries).toEqual(
      ['a.corp', 'b.corp:5000', 'quay.io'].map((host) => ({ host, account: '', state: 'skipped' })),
    );
  });

  // Docker Hub on a pull request from a fork: the account and the token are secrets, and nothing else is given.
  test.each([
    ['fail', 1, 'error: There is nothing to log in to: all inputs are empty.'],
    ['warn', 0, 'warning: There is nothing to log in to: all inputs are empty. Not logged in.'],
    ['skip', 0, 'There is nothing to log in to: all inputs are empty. Not logged in.'],
  ])('with nothing but empty inputs and on-missing: %s', async (onMissing, expected, line) => {
    const inputs = { username: '', password: '', 'on-missing': onMissing };
    const { code, host, registries } = await runLogin(inputs);
    expect(code).toBe(expected);
    expect(host.lines[0]?.split('\n')[0]).toBe(line);
    expect(registries).toEqual([
      { host: '', account: '', state: expected === 1 ? 'failed' : 'skipped' },
    ]);
  });

  test('logs in to several registries with one credential', async () => {
    const { auths, registries } = await runLogin({
      registry: 'a.corp, b.corp',
      username: 'bob',
      password: 'pw1',
    });
    expect(Object.keys(auths)).toEqual(['a.corp', 'b.corp']);
    expect(registries).toHaveLength(2);
  });

  test('for ghcr.io needs nothing but the token of the job', async () => {
    const { auths } = await runLogin(
      { registry: 'ghcr.io', 'github-token': 'ghs_1' },
      { env: { GITHUB_ACTOR: 'octocat' } },
    );
    expect(auths).toEqual({ 'ghcr.io': { auth: pair('octocat:ghs_1') } });
  });

  test('sends the token of the job nowhere else', async () => {
    const { host } = await runLogin({
      registry: 'quay.io',
      username: 'bob',
      password: 'pw',
      'github-token': 'ghs_1',
    });
    expect(JSON.stringify(host.requests)).not.toContain('ghs_1');
  });

  test('with a ready token for Amazon or Google is a login like any other', async () => {
    const registry = '123456789012.dkr.ecr.us-east-1.amazonaws.com';
    const { auths, host } = await runLogin({ registry, username: 'AWS', password: 'token' });
    expect(auths).toEqual({ [registry]: { auth: pair('AWS:token') } });
    expect(host.requests.every(({ url }) => url.startsWith(`https://${registry}/`))).toBe(true);
    const google = await runLogin({
      registry: 'europe-docker.pkg.dev',
      username: 'oauth2accesstoken',
      password: 'ya29',
    });
    expect(google.auths).toEqual({
      'europe-docker.pkg.dev': { auth: pair('oauth2accesstoken:ya29') },
    });
  });

  test('with keys of Amazon gets a token', async () => {
    const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
    const { auths, registries } = await runLogin(
      { registry, username: 'AKIA', password: 'secret' },
      {
        request: (request) =>
          request.url.startsWith('https://api.ecr.eu-west-1')
            ? answer(200, { authorizationData: [{ authorizationToken: pair('AWS:ecr') }] })
            : passwordRegistries({})(request),
      },
    );
    expect(auths).toEqual({ [registry]: { auth: pair('AWS:ecr') } });
    expect(registries).toEqual([{ host: registry, account: '123456789012', state: 'logged-in' }]);
  });

  const oidc = {
    ACTIONS_ID_TOKEN_REQUEST_URL: 'https://oidc.test/',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'ask',
  };
  test.each([
    ['quay.io', { username: 'org+ci' }, 'org+ci:exchanged'],
    ['', { username: 'org', identity: '123e4567-e89b-42d3-a456-426614174000' }, 'org:exchanged'],
    [
      'us-docker.pkg.dev',
      { identity: 'projects/1/locations/global/workloadIdentityPools/p/providers/g' },
      'oauth2accesstoken:exchanged',
    ],
  ])(
    'without a password at %s uses the identity token of the job',
    async (registry, inputs, auth) => {
      const { host, auths } = await runLogin(
        { registry, ...inputs },
        {
          env: oidc,
          request: (request) => {
            if (request.url.startsWith('https://oidc.test/')) return answer(200, { value: 'jwt' });
            if (/oauth\/token|robot\/token|v1\/token/.test(request.url))
              return answer(200, { token: 'exchanged', access_token: 'exchanged' });
            return passwordRegistries({})(request);
          },
        },
      );
      expect(host.lines).toHaveLength(1);
      expect(Object.values(auths)).toEqual([{ auth: pair(auth) }]);
    },
  );

  test('names the permission that is missing', async () => {
    const { code, host } = await runLogin({ registry: 'quay.io', username: 'org+ci' });
    expect(code).toBe(1);
    expect(host.lines[0]).toBe(
      'error: quay.io: The job has no identity token.\nGive it `permissions: id-token: write`. Pull requests from forks never get one.',
    );
  });

  test.each([
    [{}, /^error: There is nothing to log in to: all inputs are empty\./],
    [
      { registry: 'a|b', username: 'x', password: 'pw1' },
      /^error: a\|b: `registry` is not a registry address\./,
    ],
    [{ registry: 'quay.io', password: 'pw1' }, /^error: quay.io: `username` is empty\./],
    [
      { registry: 'quay.io', username: 'x', password: 'pw1', 'on-missing': 'ignore' },
      /^error: `on-missing: ignore` is not `fail`, `warn` or `skip`/,
    ],
    [
      { registry: 'quay.io', username: 'x', password: 'pw1', timeout: 'long' },
      /^error: `timeout: long` is not a number/,
    ],
  ])('%j is a mistake that is told', async (inputs, line) => {
    const { code, host } = await runLogin(inputs);
    expect(code).toBe(1);
    expect(host.lines[0]).toMatch(line);
    expect(host.requests).toEqual([]);
  });

  test('an open registry is not said to be logged in to', async () => {
    const { code, host, registries } = await runLogin(
      { registry: 'localhost:5000', username: 'x', password: 'pw1' },
      { request: () => answer(200) },
    );
    expect(code).toBe(0);
    expect(registries).toEqual([{ host: 'localhost:5000', account: 'x', state: 'unverifiable' }]);
    expect(host.lines).toEqual([
      'notice: localhost:5000 lets everybody in, so the credential of x could not be verified. It is kept for pushes.',
    ]);
  });

  test('plain http and a foreign token server are told to later steps', async () => {
    const { host } = await runLogin({
      registry: 'http://reg.corp:5000',
      username: 'x',
      password: 'pw1',
      realm: 'auth.corp',
    });
    expect(JSON.parse(host.exported.get('TRANSSHIP_REGISTRIES') ?? '')).toEqual({
      'reg.corp:5000': { scheme: 'http', realms: ['auth.corp'] },
    });
    expect(host.requests[0]?.url).toBe('http://reg.corp:5000/v2/');
  });
});

describe('where Node cannot reach what Docker can', () => {
  const cut = {
    kind: 'failure',
    reason: 'certificate',
    message: 'the certificate of reg.corp is not trusted (X)',
  } as const;
  const inputs = { registry: 'reg.corp', username: 'bob', password: 's3cret' };

  test('Docker is asked; the password goes by standard input to a folder that is removed', async () => {
    const { code, host, auths } = await runLogin(inputs, {
      request: () => cut,
      exec: () => ({
        kind: 'exited',
        exitCode: 0,
        stdout: 'Login Succeeded\n',
        stderr: '',
        timedOut: false,
      }),
    });
    expect(code).toBe(0);
    expect(auths).toEqual({ 'reg.corp': { auth: pair('bob:s3cret') } });
    expect(host.execs[0]?.args).toEqual([
      'login',
      '--username',
      'bob',
      '--password-stdin',
      'reg.corp',
    ]);
    expect(host.execs[0]?.options.stdin).toBe('s3cret');
    expect([...host.folders.keys()].some((folder) => folder.includes('verify'))).toBe(false);
  });

  test.each([
    ['a client that ends with 0 and no word', 0, '', '', /not trusted/],
    [
      'a client that says no',
      1,
      '',
      'Error: unauthorized: incorrect username or password',
      /also rejected the login by Docker/,
    ],
    ['a client that fails', 1, '', 'x509: certificate signed by unknown authority', /not trusted/],
  ])('%s is not a login', async (_what, exitCode, stdout, stderr, line) => {
    const { code, host, auths } = await runLogin(inputs, {
      request: () => cut,
      exec: () => ({ kind: 'exited', exitCode, stdout, stderr, timedOut: false }),
    });
    expect(code).toBe(1);
    expect(host.lines[0]).toMatch(line);
    expect(auths).toEqual({});
  });

  test('without Docker, what Node saw is told, and what to do', async () => {
    const { host } = await runLogin(inputs, { request: () => cut });
    expect(host.lines[0]).toContain(
      'Login as bob to reg.corp failed. The certificate of reg.corp is not trusted (X).',
    );
    expect(host.lines[0]).toContain('/etc/docker/certs.d/HOST/ca.crt');
  });
});
