import { describe, expect, test } from 'vitest';
import { answer } from '../../fake-host.ts';
import { pair, passwordRegistries, runLogin } from './login-runner.ts';

const list = '- integrationName: own\n  type: private docker registry\n';
const registry = passwordRegistries({ 'registry.example': 'bob: right ' });
const given = (password: string, end: string) => ({
  OWN_INTEGRATION_URL: `registry.example${end}`,
  OWN_INTEGRATION_USERNAME: `bob${end}`,
  OWN_INTEGRATION_PASSWORD: `${password}${end}`,
});

describe('what is copied along does not count, whichever way a value comes in', () => {
  const opened = { 'registry.example': { auth: pair('bob: right ') } };

  test.each(['', '\n', '\r\n', '\n\n'])('from the environment, ending in %j', async (end) => {
    const run = await runLogin(
      { integrations: list },
      { env: given(' right ', end), request: registry },
    );
    expect(run.auths).toEqual(opened);
  });

  test.each(['', '\r', '\n\n'])('from `credentials`, ending in %j', async (end) => {
    const lines = Object.entries(given(' right ', '')).map(([name, value]) => `${name}=${value}`);
    const credentials = `${lines.join('\n')}${end}`;
    const run = await runLogin({ integrations: list, credentials }, { request: registry });
    expect(run.auths).toEqual(opened);
  });

  test.each(['', '\n', '\r\n'])('from the plain form, ending in %j', async (end) => {
    const run = await runLogin(
      { registry: `registry.example${end}`, username: `bob${end}`, password: ` right ${end}` },
      { request: registry },
    );
    expect(run.auths).toEqual(opened);
  });

  test('a region with a line break is that region', async () => {
    const asked: string[] = [];
    await runLogin(
      { integrations: '- integrationName: amazon\n  type: ecr\n' },
      {
        env: {
          AMAZON_INTEGRATION_ACCESSKEY: 'AKIAEXAMPLE\n',
          AMAZON_INTEGRATION_SECRETKEY: 'secret\n',
          AMAZON_INTEGRATION_REGION: 'eu-west-1\n',
        },
        request: ({ url }) => {
          asked.push(url);
          return answer(400, { __type: 'UnrecognizedClientException', message: 'no' });
        },
      },
    );
    expect(asked).toEqual(['https://api.ecr.eu-west-1.amazonaws.com/']);
  });
});

describe('the list of integrations', () => {
  test.each([
    ['integrationName: own\ntype: private docker registry\n', 'a mapping'],
    ['own', 'a single value'],
    ['integrations:\n  - integrationName: own\n', 'a sequence'],
  ])('%j is an error that says how it is written', async (integrations, shape) => {
    const { code, host } = await runLogin({ integrations });
    expect(code).toBe(1);
    expect(host.lines[0]).toContain(`\`integrations\` is ${shape}, not a list of registries`);
  });

  test.each(['hub:\n  - integrationName: own\n    type: private docker registry\n', '[]'])(
    '%j is one',
    async (integrations) => {
      const { code } = await runLogin(
        { integrations },
        { env: given(' right ', ''), request: registry },
      );
      expect(code).toBe(0);
    },
  );
});

describe('what to check', () => {
  const refused = passwordRegistries({
    'registry.example': 'a:b',
    'quay.io': 'a:b',
    'registry-1.docker.io': 'a:b',
  });
  const said = async (
    inputs: Readonly<Record<string, string>>,
    request: Parameters<typeof runLogin>[1] = { request: refused },
  ): Promise<readonly string[]> => (await runLogin(inputs, request)).host.lines;

  test('is said of each of two registries in its own words', async () => {
    const lines = await said({
      registry: 'quay.io registry.example',
      username: 'bob',
      password: 'no',
    });
    expect(lines).toHaveLength(2);
    expect(lines.find((line) => line.includes('to quay.io'))).toContain('robot account');
    expect(lines.find((line) => line.includes('to registry.example'))).not.toContain('robot');
  });

  test('of a registry with a URL is not what Docker Hub wants', async () => {
    const lines = await said(
      { integrations: '- integrationName: own\n  type: dockerRegistryLogin\n' },
      { env: given('no', ''), request: refused },
    );
    expect(lines[0]).not.toContain('Docker Hub');
  });

  test('is the name where an e-mail address stands for an account of Docker Hub', async () => {
    const lines = await said({ username: 'bob@acme.example', password: 'no' });
    expect(lines[0]).toContain('Docker Hub needs the Docker ID');
  });

  test('is that a name with a colon says another', async () => {
    const lines = await said({ registry: 'registry.example', username: 'a:b', password: 'wrong' });
    expect(lines[0]).toContain('A user name with `:` cannot be sent');
  });

  test('is not the password where the registry has a problem of its own', async () => {
    const lines = await said(
      { registry: 'registry.example', username: 'bob', password: 'no', timeout: '2' },
      { request: () => answer(502) },
    );
    expect(lines.at(-1)).toMatch(/HTTP 502.*\nThe credential is .* the problem/s);
  });

  test.each([
    [{ username: '"_json_key"', password: '{}' }, 'Write `username: _json_key`.'],
    [{ username: '_json_key', password: '\'{"type":"x"}\'' }, 'without quotes around it'],
    [{ username: '_json_key', password: 'e30=' }, '`username: _json_key_base64`'],
  ])('is how the key of Google was stored: %j', async (inputs, remedy) => {
    const lines = await said({ registry: 'gcr.io', ...inputs });
    expect(lines[0]).toContain(remedy);
  });
});
