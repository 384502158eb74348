import { describe, expect, test } from 'vitest';
import { registries } from '../../../src/integration/registries.ts';
import { answer } from '../../fake-host.ts';
import { pair, passwordRegistries, runLogin } from './login-runner.ts';

const hub = '- integrationName: my-hub\n  type: dockerRegistryLogin\n';
const credentials = 'MYHUB_INTEGRATION_USERNAME=bob\nMYHUB_INTEGRATION_PASSWORD=pw1\n';

describe('credentials', () => {
  test('come from the input by the name of the integration', async () => {
    const { auths, registries: rows, host } = await runLogin({ integrations: hub, credentials });
    expect(auths).toEqual({ 'https://index.docker.io/v1/': { auth: pair('bob:pw1') } });
    expect(rows).toEqual([
      { host: 'docker.io', account: 'bob', state: 'logged-in', name: 'my-hub' },
    ]);
    expect(host.lines).toEqual(['Logged in to docker.io as bob (my-hub).']);
  });

  test('or from the environment; the input wins', async () => {
    const env = {
      MYHUB_INTEGRATION_USERNAME: 'env',
      MYHUB_INTEGRATION_PASSWORD: 'envpw',
      MYHUB_INTEGRATION_URL: '',
    };
    expect((await runLogin({ integrations: hub }, { env })).auths).toEqual({
      'https://index.docker.io/v1/': { auth: pair('env:envpw') },
    });
    expect((await runLogin({ integrations: hub, credentials }, { env })).auths).toEqual({
      'https://index.docker.io/v1/': { auth: pair('bob:pw1') },
    });
  });

  test('of two integrations with one variable are told apart by the exact name', async () => {
    const { auths } = await runLogin({
      integrations:
        '- integrationName: a-b\n  type: private docker registry\n- integrationName: ab\n  type: private docker registry\n',
      credentials: [
        'a-b_INTEGRATION_URL=one.corp',
        'a-b_INTEGRATION_USERNAME=u1',
        'a-b_INTEGRATION_PASSWORD=pw1',
        'AB_INTEGRATION_URL=two.corp',
        'AB_INTEGRATION_USERNAME=u2',
        'AB_INTEGRATION_PASSWORD=pw2',
      ].join('\n'),
    });
    expect(auths).toEqual({
      'one.corp': { auth: pair('u1:pw1') },
      'two.corp': { auth: pair('u2:pw2') },
    });
  });

  test('may be JSON of several lines; every line is masked, addresses and accounts are not', async () => {
    const key = JSON.stringify(
      { type: 'service_account', client_email: 'a@p', private_key: 'k-e-y' },
      null,
      2,
    );
    const { auths, host } = await runLogin({
      integrations: '- integrationName: g\n  type: gcr\n',
      credentials: `G_INTEGRATION_JSON_KEY=${key}\nG_INTEGRATION_URL=eu.gcr.io\n`,
    });
    expect(Object.keys(auths)).toEqual(['eu.gcr.io']);
    expect([...host.masks]).toContain('"private_key": "k-e-y"');
    expect([...host.masks]).not.toContain('eu.gcr.io');
  });

  test('with a line that is none are refused, without its content', async () => {
    const { code, host } = await runLogin({ integrations: hub, credentials: 'MYHUB_PASSWORD=pw1' });
    expect(code).toBe(1);
    expect(host.lines[0]).toMatch(
      /^error: Line 1 of `credentials` is not a `NAME_INTEGRATION_FIELD=value` line\./,
    );
  });
});

describe('an integration', () => {
  test('that nobody gave credentials for is the error that Shippable documented', async () => {
    const { code, host } = await runLogin({ integrations: hub, 'on-missing': 'skip' });
    expect(code).toBe(1);
    expect(host.lines).toEqual([
      'error: Integration name specified in yml does not match integrations present in Subscription settings: my-hub (entry 1, line 1 of integrations).\n' +
        "On GitHub its credentials come from the input `credentials` or the step's `env`, by names that begin with MYHUB_INTEGRATION_, such as MYHUB_INTEGRATION_PASSWORD. The name must be exactly the same.",
    ]);
  });

  test('whose secrets are empty, as on a fork, obeys on-missing', async () => {
    const env = { MYHUB_INTEGRATION_USERNAME: '', MYHUB_INTEGRATION_PASSWORD: '' };
    const skipped = await runLogin({ integrations: hub, 'on-missing': 'skip' }, { env });
    expect(skipped.code).toBe(0);
    expect(skipped.registries).toEqual([
      { host: '', account: '', state: 'skipped', name: 'my-hub' },
    ]);
    expect(skipped.host.lines[0]).toBe(
      'my-hub (entry 1, line 1 of integrations): MYHUB_INTEGRATION_USERNAME and MYHUB_INTEGRATION_PASSWORD are empty. Not logged in.',
    );
    expect((await runLogin({ integrations: hub }, { env })).code).toBe(1);
  });

  test('with a field that nobody names is a mistake, whatever on-missing says', async () => {
    const { code, host } = await runLogin({
      integrations: hub,
      'on-missing': 'skip',
      credentials: 'MYHUB_INTEGRATION_USERNAME=bob',
    });
    expect(code).toBe(1);
    expect(host.lines[0]).toContain('MYHUB_INTEGRATION_PASSWORD is not given.');
  });

  test('of an unknown type, without a name or a type, is told with its place; the others still log in', async () => {
    const { code, host, auths } = await runLogin(
      { config: 'shippable.yml', credentials },
      {
        files: {
          '/workspace/shippable.yml':
            'integrations:\n  hub:\n    - integrationName: x\n      type: harbour\n    - type: ecr\n    - integrationName: y\n    - just text\n    - integrationName: my-hub\n      type: docker\n',
        },
      },
    );
    expect(code).toBe(1);
    expect(Object.keys(auths)).toHaveLength(1);
    expect(host.lines.map((line) => line.split('\n')[0])).toEqual([
      'Logged in to docker.io as bob (my-hub).',
      'error: Integration (entry 2, line 5 of shippable.yml): `integrationName` is missing.',
      'error: Integration (entry 3, line 6 of shippable.yml): `type` of y is missing.',
      'error: Integration (entry 4, line 7 of shippable.yml): it is not a mapping with `integrationName` and `type`.',
      'error: x (entry 1, line 3 of shippable.yml): `harbour` is not a type of registry.',
    ]);
  });

  test.each(registries.flatMap(({ id, types }) => types.map((type) => [type, id])))(
    'of type %s is read',
    async (type) => {
      const all = ['URL=reg.corp', 'USERNAME=u', 'PASSWORD=pw1', 'ACCESSKEY=AKIA', 'SECRETKEY=sk1'];
      const { code, host } = await runLogin(
        {
          integrations: `- integrationName: i\n  type: ${type.toUpperCase()}\n`,
          credentials: [
            ...all.filter((line) => !(line.startsWith('URL') && /ecr|amazon|aws/i.test(type))),
            `JSON_KEY=${JSON.stringify({ type: 'service_account', client_email: 'a@b', private_key: 'pk1' })}`,
          ]
            .map((line) => `I_INTEGRATION_${line}`)
            .join('\n'),
        },
        {
          request: (request) =>
            request.url.includes('api.ecr')
              ? answer(200, {
                  authorizationData: [
                    {
                      authorizationToken: pair('AWS:token'),
                      proxyEndpoint: 'https://123456789012.dkr.ecr.us-east-1.amazonaws.com',
                    },
                  ],
                })
              : passwordRegistries({})(request),
        },
      );
      expect(host.lines.join('\n')).toMatch(/^Logged in to/);
      expect(code).toBe(0);
    },
  );

  test('of notifications, put under hub by mistake, is left alone', async () => {
    const { code, host } = await runLogin({
      integrations: `${hub}- integrationName: s\n  type: slack\n  recipients: "#a"\n`,
      credentials,
    });
    expect(code).toBe(0);
    expect(host.lines[0]).toBe(
      'Integration (entry 2, line 3 of integrations): slack is a notification, not a registry; nothing to log in to.',
    );
  });

  test('with a filter on the entry itself is warned of', async () => {
    const { host } = await runLogin({ integrations: `${hub}  only:\n    - master\n`, credentials });
    expect(host.lines[0]).toBe(
      'warning: `only` has no effect directly in my-hub (entry 1, line 1 of integrations): move it below `branches`.',
    );
  });
});

describe('several integrations', () => {
  const two =
    '- integrationName: a\n  type: private docker registry\n- integrationName: b\n  type: private docker registry\n  agent_only: true\n';
  const lines = (b: string): string =>
    `A_INTEGRATION_URL=one.corp\nA_INTEGRATION_USERNAME=u1\nA_INTEGRATION_PASSWORD=pw1\nB_INTEGRATION_URL=${b}\nB_INTEGRATION_USERNAME=u2\nB_INTEGRATION_PASSWORD=pw2`;

  test('are all tried, and each failure is told', async () => {
    const {
      code,
      host,
      auths,
      registries: rows,
    } = await runLogin(
      { integrations: two, credentials: lines('two.corp') },
      { request: passwordRegistries({ 'one.corp': 'no:no' }) },
    );
    expect(code).toBe(1);
    expect(auths).toEqual({ 'two.corp': { auth: pair('u2:pw2') } });
    expect(rows.map(({ host: name, state }) => [name, state])).toEqual([
      ['one.corp', 'failed'],
      ['two.corp', 'logged-in'],
    ]);
    expect(host.lines.at(-1)).toMatch(
      /^error: Login as u1 to one\.corp for a \(entry 1, line 1 of integrations\) failed\. one\.corp returned HTTP 401/,
    );
  });

  test('agent_only keeps a credential out of the container', async () => {
    const { auths, containerAuths, host } = await runLogin({
      integrations: two,
      credentials: lines('two.corp'),
    });
    expect(Object.keys(auths)).toEqual(['one.corp', 'two.corp']);
    expect(Object.keys(containerAuths)).toEqual(['one.corp']);
    expect(host.lines).toContain('Logged in to two.corp as u2 (b, not in the container).');
  });

  test('of one host: the last wins, with a warning, in the container as on the machine', async () => {
    const { auths, host } = await runLogin({
      integrations: two,
      credentials: lines('https://one.corp/v1/'),
    });
    expect(auths).toEqual({ 'one.corp': { auth: pair('u2:pw2') } });
    expect(host.lines[0]).toBe(
      'warning: Two logins for one.corp: b (entry 2, line 3 of integrations) replaces a (entry 1, line 1 of integrations). Docker keeps one credential per host.',
    );
  });
});

describe('branch filters', () => {
  const filtered = `${hub}  branches:\n    only:\n      - master\n      - release/*\n      - v1.*\n    except:\n      - release/old\n`;
  test.each([
    ['a branch', { GITHUB_REF_NAME: 'master' }, true],
    ['a branch by a wildcard', { GITHUB_REF_NAME: 'release/2/x' }, true],
    ['a branch that is left out', { GITHUB_REF_NAME: 'release/old' }, false],
    ['another branch', { GITHUB_REF_NAME: 'topic' }, false],
    ['a tag', { GITHUB_REF_NAME: 'v1.2', GITHUB_REF_TYPE: 'tag' }, true],
    ['another tag', { GITHUB_REF_NAME: 'v2.0', GITHUB_REF_TYPE: 'tag' }, false],
    [
      'a pull request, by its base',
      { GITHUB_REF_NAME: '7/merge', GITHUB_BASE_REF: 'master', GITHUB_HEAD_REF: 'topic' },
      true,
    ],
    [
      'a pull request to elsewhere',
      { GITHUB_REF_NAME: '7/merge', GITHUB_BASE_REF: 'topic', GITHUB_HEAD_REF: 'master' },
      false,
    ],
  ])('%s', async (_what, env, applies) => {
    const {
      code,
      registries: rows,
      host,
    } = await runLogin({ integrations: filtered, credentials }, { env });
    expect(code).toBe(0);
    expect(rows[0]?.['state']).toBe(applies ? 'logged-in' : 'skipped');
    if (!applies)
      expect(host.lines[0]).toMatch(
        /^my-hub \(entry 1, line 1 of integrations\): not for this build, /,
      );
  });

  test('an integration that is filtered out needs no credentials', async () => {
    expect(
      (await runLogin({ integrations: filtered }, { env: { GITHUB_REF_NAME: 'topic' } })).code,
    ).toBe(0);
  });
});

describe('the address', () => {
  test('comes from the credential, never from the file', async () => {
    const { host, auths } = await runLogin({
      integrations:
        '- integrationName: a\n  type: private docker registry\n  url: https://evil.net\n  registry: evil.net\n',
      credentials:
        'A_INTEGRATION_URL=one.corp\nA_INTEGRATION_USERNAME=u\nA_INTEGRATION_PASSWORD=pw1',
    });
    expect(Object.keys(auths)).toEqual(['one.corp']);
    expect(host.requests.every(({ url }) => url.startsWith('https://one.corp/'))).toBe(true);
    expect(host.lines[0]).toContain(
      '`url` of a (entry 1, line 1 of integrations) is unknown and has no effect.',
    );
  });

  test('that the credential names wins over that of the type', async () => {
    const { auths } = await runLogin({
      integrations: '- integrationName: a\n  type: quay\n',
      credentials:
        'A_INTEGRATION_URL=quay.corp\nA_INTEGRATION_USERNAME=u\nA_INTEGRATION_PASSWORD=pw1',
    });
    expect(Object.keys(auths)).toEqual(['quay.corp']);
  });

  test('that is missing where the type has none is a mistake', async () => {
    const { host, code } = await runLogin({
      integrations: '- integrationName: a\n  type: private docker registry\n',
      credentials: 'A_INTEGRATION_USERNAME=u\nA_INTEGRATION_PASSWORD=pw1',
    });
    expect(code).toBe(1);
    expect(host.lines[0]).toContain('A_INTEGRATION_URL is not given');
    expect(host.requests).toEqual([]);
  });

  test('a region cannot lead anywhere else', async () => {
    const { host } = await runLogin({
      integrations: '- integrationName: a\n  type: ecr\n  region: us-east-1.evil.net/\n',
      credentials: 'A_INTEGRATION_ACCESSKEY=AKIA\nA_INTEGRATION_SECRETKEY=sk1',
    });
    expect(host.lines[0]).toContain('us-east-1.evil.net/ is not an AWS region.');
    expect(host.requests).toEqual([]);
  });
});

describe('config', () => {
  test('reads the file, and with it the templates that Shippable put in front', async () => {
    const { code, auths } = await runLogin(
      { config: 'shippable.yml', credentials },
      {
        files: {
          '/workspace/shippable.templates.yml': 'only: &only\n  only: [master]\n',
          '/workspace/shippable.yml':
            'integrations:\n  hub:\n    - integrationName: my-hub\n      type: docker\n      branches: *only\n',
        },
        env: { GITHUB_REF_NAME: 'master' },
      },
    );
    expect(code).toBe(0);
    expect(Object.keys(auths)).toHaveLength(1);
  });

  test.each([
    [{ config: 'none.yml' }, /none\.yml was not found in the workspace/],
    [{ config: '../etc/passwd' }, /is outside of the workspace/],
    [{ config: 'shippable.yml', integrations: hub }, /cannot be combined/],
  ])('%j', async (inputs, message) => {
    const { code, host } = await runLogin(inputs, {
      files: { '/workspace/shippable.yml': 'a: b' },
    });
    expect(code).toBe(1);
    expect(host.lines[0]).toMatch(message);
  });

  test('without registries has nothing to do', async () => {
    const { code, host } = await runLogin(
      { config: 'shippable.yml' },
      { files: { '/workspace/shippable.yml': 'language: node\n' } },
    );
    expect(code).toBe(0);
    expect(host.lines).toEqual([
      'notice: shippable.yml lists no registry under `integrations.hub`.',
    ]);
  });
});

test('Amazon by an integration: default region, several accounts, a role', async () => {
  const { host, registries: rows } = await runLogin(
    {
      integrations: '- integrationName: e\n  type: ecr\n',
      credentials:
        'E_INTEGRATION_AWS_ACCESS_KEY_ID=AKIA\nE_INTEGRATION_AWS_SECRET_ACCESS_KEY=sk1\nE_INTEGRATION_ACCOUNTS=111111111111, 222222222222',
    },
    {
      request: (request) =>
        request.url.includes('api.ecr')
          ? answer(200, { authorizationData: [{ authorizationToken: pair('AWS:token') }] })
          : passwordRegistries({})(request),
    },
  );
  expect(host.requests[0]?.url).toBe('https://api.ecr.us-east-1.amazonaws.com/');
  expect(rows.map(({ host: name, account }) => [name, account])).toEqual([
    ['111111111111.dkr.ecr.us-east-1.amazonaws.com', '111111111111'],
    ['222222222222.dkr.ecr.us-east-1.amazonaws.com', '222222222222'],
  ]);
});
