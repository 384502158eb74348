import { describe, expect, test } from 'vitest';
import { seal } from '../../../src/secret/encrypted-file.ts';
import { answer, exited, type FakeExec } from '../../fake-host.ts';
import { given } from '../../given.ts';
import { pair, passwordRegistries, runLogin } from './login-runner.ts';

const key = Buffer.alloc(32, 7).toString('base64');
function sealed(text: string, withKey = key): string {
  return given(seal(Buffer.from(text), withKey, Buffer.alloc(16, 3)));
}
const config = JSON.stringify({
  auths: {
    'https://index.docker.io/v1/': { auth: pair('bob:hub-pw') },
    'quay.io': { auth: pair('org+ci:quay-pw') },
  },
});
const both = {
  'https://index.docker.io/v1/': { auth: pair('bob:hub-pw') },
  'quay.io': { auth: pair('org+ci:quay-pw') },
};
const files = (text: string) => ({ '/workspace/dockercfg.encrypted': text });
const inputs = { dockercfg: 'dockercfg.encrypted', 'aes-key': key };

describe('a dockercfg', () => {
  test.each([
    ['encrypted, new format', sealed(config)],
    ['encrypted, old format', sealed(JSON.stringify(both))],
    ['plain, new format', config],
    ['plain, old format', JSON.stringify(both)],
  ])('%s: all its registries', async (_what, text) => {
    const { code, auths, host } = await runLogin(inputs, { files: files(text) });
    expect(code).toBe(0);
    expect(auths).toEqual(both);
    for (const secret of [key, 'hub-pw', 'quay-pw', pair('bob:hub-pw')])
      expect(host.masks).toContain(secret);
  });

  test('that an earlier step opened below RUNNER_TEMP', async () => {
    const { auths } = await runLogin(
      { dockercfg: '/temp/codeship/dockercfg' },
      { files: { '/temp/codeship/dockercfg': config } },
    );
    expect(auths).toEqual(both);
  });

  test('several, and one that is not there', async () => {
    const { code, auths, host } = await runLogin(
      { dockercfg: 'a.json\nnone.json' },
      { files: { '/workspace/a.json': config } },
    );
    expect(code).toBe(1);
    expect(auths).toEqual(both);
    expect(host.lines.at(-1)).toContain('none.json was not found in the workspace');
  });

  test.each([
    ['JSON', config],
    ['JSON on several lines', JSON.stringify(JSON.parse(config), undefined, 2)],
    ['base64', Buffer.from(config).toString('base64')],
    ['what CodeShip encrypted', sealed(config)],
  ])('given as content, %s: nothing of it is shown', async (_what, content) => {
    const { code, host } = await runLogin({ dockercfg: content, 'aes-key': key });
    expect(code).toBe(1);
    const said = host.lines.join('\n');
    expect(said).toContain('was given content, which is not shown here');
    for (const part of content.split(/\s+/).filter((word) => word.length > 8))
      expect(said).not.toContain(part);
  });

  test('in a folder whose name has braces is a path', async () => {
    const { auths } = await runLogin(
      { dockercfg: '{{cookiecutter.name}}/dockercfg' },
      { files: { '/workspace/{{cookiecutter.name}}/dockercfg': config } },
    );
    expect(auths).toEqual(both);
  });

  test('encrypted with another key: CodeShip’s own cause, and nothing of the content', async () => {
    const other = Buffer.alloc(32, 9).toString('base64');
    const { code, host } = await runLogin(
      { ...inputs, 'aes-key': other },
      { files: files(sealed(config)) },
    );
    expect(code).toBe(1);
    expect(host.lines[0]).toMatch(/^error: dockercfg\.encrypted: The AES key does not fit/);
  });

  test('encrypted, without a key: obeys on-missing', async () => {
    const run = (onMissing: string) =>
      runLogin(
        { dockercfg: 'dockercfg.encrypted', 'on-missing': onMissing },
        { files: files(sealed(config)) },
      );
    expect((await run('fail')).host.lines[0]).toMatch(
      /^error: dockercfg\.encrypted is encrypted, and `aes-key` is empty\.\n.*CODESHIP_AES_KEY/,
    );
    expect((await run('skip')).code).toBe(0);
  });

  test('that is not JSON', async () => {
    const { host } = await runLogin(inputs, { files: files('{"quay.io": secret') });
    expect(host.lines[0]).toMatch(
      /^error: dockercfg\.encrypted: Failed to parse dockercfg: it is not a JSON object\./,
    );
    expect(host.lines.join()).not.toContain('secret');
  });

  test('from a machine with a keychain', async () => {
    const text = JSON.stringify({ auths: { 'quay.io': {} }, credsStore: 'osxkeychain' });
    const { code, host } = await runLogin(
      { dockercfg: 'dockercfg.encrypted' },
      { files: files(text) },
    );
    expect(code).toBe(1);
    expect(host.lines[0]).toContain('notice: dockercfg.encrypted: credsStore refer to');
    expect(host.lines[1]).toMatch(
      /^error: dockercfg\.encrypted: no credentials for quay\.io: its entry is empty\.\n.*keychain/,
    );
  });

  const refused =
    /Login as org\+ci to quay\.io \(dockercfg\.encrypted\) failed\. quay\.io returned HTTP 401/;
  const withWrongQuay = (hosts: string, text = config) =>
    runLogin(
      { ...inputs, hosts },
      { files: files(text), request: passwordRegistries({ 'quay.io': 'x:y' }) },
    );

  test.each(['', 'docker.io', 'docker.io\nlocalhost:5000'])(
    'with one wrong password that no step needs (hosts: %j): a warning, and the others work',
    async (hosts) => {
      const { code, host, auths } = await withWrongQuay(hosts);
      expect(code).toBe(0);
      expect(Object.keys(auths)).toEqual(['https://index.docker.io/v1/']);
      const said = host.lines.find((line) => refused.test(line));
      expect(said).toMatch(/^warning: /);
    },
  );

  test('with one wrong password that a step needs: that one is told by its host and file', async () => {
    const { code, host, auths } = await withWrongQuay('quay.io');
    expect(code).toBe(1);
    expect(Object.keys(auths)).toEqual(['https://index.docker.io/v1/']);
    expect(host.lines.at(-1)).toMatch(refused);
  });

  test('with nothing that works: a failure, unless only a registry of the machine is needed', async () => {
    const one = JSON.stringify({ auths: { 'quay.io': { auth: pair('org+ci:quay-pw') } } });
    const empty = JSON.stringify({ auths: { 'https://index.docker.io/v1/': {} } });
    expect((await withWrongQuay('', one)).code).toBe(1);
    expect((await withWrongQuay('docker.io', empty)).code).toBe(1);
    expect((await withWrongQuay('localhost:5000', empty)).code).toBe(0);
  });
});

describe('a known generator is not run', () => {
  const ecr = (request: Parameters<ReturnType<typeof passwordRegistries>>[0]) => {
    if (request.url.startsWith('https://sts.')) {
      return answer(
        200,
        '<A><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>role-secret</SecretAccessKey><SessionToken>role-session</SessionToken></A>',
      );
    }
    return request.url.startsWith('https://api.ecr')
      ? answer(200, {
          authorizationData: [
            {
              authorizationToken: pair('AWS:token'),
              proxyEndpoint: 'https://111111111111.dkr.ecr.us-west-2.amazonaws.com',
            },
          ],
        })
      : passwordRegistries({})(request);
  };
  const aws = 'AWS_REGION=us-west-2\nAWS_ACCESS_KEY_ID=AKIA\nAWS_SECRET_ACCESS_KEY=secret1';
  const google = `GOOGLE_AUTH_JSON=${JSON.stringify({ type: 'service_account', client_email: 'a@b', private_key: 'pk1' })}`;

  test.each([
    ['codeship/aws-ecr-dockercfg-generator', aws, ['111111111111.dkr.ecr.us-west-2.amazonaws.com']],
    ['codeship/aws-ecr-dockercfg-generator:latest', `${aws}\nECR_PUBLIC=1`, ['public.ecr.aws']],
    [
      'codeship/aws-ecr-dockercfg-generator',
      `${aws}\nAWS_STS_ROLE=ci\nAWS_STS_ACCOUNT=111111111111`,
      ['111111111111.dkr.ecr.us-west-2.amazonaws.com'],
    ],
    [
      'codeship/gcr-dockercfg-generator',
      `${google}\nGOOGLE_LOCATION=europe`,
      ['gcr.io', 'us.gcr.io', 'eu.gcr.io', 'asia.gcr.io', 'europe-docker.pkg.dev'],
    ],
    [
      'codeship/azure-dockercfg-generator',
      'AZURE_USERNAME=team\nAZURE_PASSWORD=pw1\nAZURE_REGISTRY=team.azurecr.io',
      ['team.azurecr.io'],
    ],
    [
      'codeship/azure-dockercfg-generator',
      'AZURE_USERNAME=team\nAZURE_PASSWORD=pw1\nAZURE_REGISTRY_NAME=team',
      ['team.azurecr.io'],
    ],
    [
      'codeship/ibm-bluemix-dockercfg-generator',
      'BLUEMIX_API_KEY=key1\nBLUEMIX_API_ENDPOINT=api.eu-de.bluemix.net',
      ['de.icr.io'],
    ],
    ['codeship/heroku-dockercfg-generator', 'HEROKU_API_KEY=key1', ['registry.heroku.com']],
    [
      'codeship/dockercfg-generator',
      'DOCKER_USERNAME=bob\nDOCKER_PASSWORD=pw1',
      ['https://index.docker.io/v1/'],
    ],
  ])('%s with %j', async (generator, env, hosts) => {
    const { code, host, auths } = await runLogin(
      { generator, 'generator-env': env },
      { request: ecr },
    );
    expect(host.lines[0]).toBe(`${generator} is not run: this action does the same.`);
    expect(code).toBe(0);
    expect(Object.keys(auths)).toEqual(hosts);
    expect(host.execs).toEqual([]);
  });

  test('with its environment in an encrypted file, which wins over the plain one', async () => {
    const { auths } = await runLogin(
      {
        generator: 'codeship/dockercfg-generator',
        'generator-env': 'DOCKER_USERNAME=old\nDOCKER_PASSWORD=old-pw',
        'generator-env-file': 'dockercfg.env.encrypted',
        'aes-key': key,
      },
      {
        files: {
          '/workspace/dockercfg.env.encrypted': sealed(
            '# x\nDOCKER_USERNAME=bob\nDOCKER_PASSWORD=new-pw\nDOCKER_REGISTRY=https://reg.corp\n',
          ),
        },
      },
    );
    expect(auths).toEqual({ 'reg.corp': { auth: pair('bob:new-pw') } });
  });
});

describe('any other generator', () => {
  const tar = (content: string): string => {
    const header = Buffer.alloc(512);
    header.write('dockercfg', 0);
    header.write('0000544\0', 100);
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('0', 156);
    return (
      header.toString('latin1') + content.padEnd(Math.ceil(content.length / 512) * 512 + 1024, '\0')
    );
  };
  const docker =
    (content: string | undefined, exitCode = 0) =>
    ({ args }: FakeExec) => {
      if (args.includes('create')) return exited(0, 'pulling\nabc123\n');
      if (args[0] === 'start') return exited(exitCode, 'the log');
      if (args[0] === 'cp') return content === undefined ? exited(1) : exited(0, tar(content));
      return exited(0);
    };
  const generator = { generator: 'corp/generator:1', 'generator-env': 'TOKEN=token-1\nREGION=eu' };

  test('is run by the protocol, with its environment on standard input only', async () => {
    const { code, host, auths } = await runLogin(
      {
        ...generator,
        'generator-options': '-v ./cache:/cache --volume=/var/run/docker.sock:/var/run/docker.sock',
      },
      { exec: docker(config) },
    );
    expect(code).toBe(0);
    expect(auths).toEqual(both);
    expect(host.execs.map(({ args }) => args)).toEqual([
      [
        '-c',
        'cat | docker "$@"',
        'docker',
        'create',
        '--env-file',
        '/dev/stdin',
        '-v',
        '/opt/data',
        '-v',
        '/workspace/cache:/cache',
        '--volume=/var/run/docker.sock:/var/run/docker.sock',
        'corp/generator:1',
        '/opt/data/dockercfg',
      ],
      ['cp', '-', 'abc123:/opt'],
      ['start', '--attach', 'abc123'],
      ['cp', 'abc123:/opt/data/dockercfg', '-'],
      ['rm', '--force', '--volumes', 'abc123'],
    ]);
    expect(host.execs[0]?.options.stdin).toBe('TOKEN=token-1\nREGION=eu\n');
    expect(host.masks).toContain('token-1');
    // The programs that are started get no credential of the step.
    for (const { options } of host.execs) {
      expect(Object.keys(options.env ?? {}).filter((name) => name.startsWith('INPUT_'))).toEqual(
        [],
      );
    }
    expect(host.execs[2]?.options.output).toBe('show');
  });

  test.each([
    [
      'that fails',
      docker(config, 3),
      /The generator corp\/generator:1 ended with code 3\.\nIts log is above/,
    ],
    [
      'that writes nothing',
      docker(undefined),
      /did not write a file to the path in its argument, \/opt\/data\/dockercfg/,
    ],
    [
      'that writes no dockercfg',
      docker('hello'),
      /generator corp\/generator:1: Failed to parse dockercfg/,
    ],
  ])('%s is told, and removed', async (_what, exec, message) => {
    const { code, host } = await runLogin(generator, { exec });
    expect(code).toBe(1);
    expect(host.lines.at(-1)).toMatch(message);
    expect(host.execs.at(-1)?.args[0]).toBe('rm');
  });

  test('needs Docker', async () => {
    const { host } = await runLogin(generator);
    expect(host.lines[0]).toMatch(/needs Docker, and there is no docker command here\./);
  });

  test('with an image that cannot be had', async () => {
    const { host } = await runLogin(generator, {
      exec: () =>
        exited(125, '', 'Unable to find image\nError: pull access denied for corp/generator'),
    });
    expect(host.lines[0]).toBe(
      'error: The generator corp/generator:1 cannot be created: Error: pull access denied for corp/generator',
    );
  });
});
