import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { folderWith, run } from './run.ts';

// The vendors' pages on managing integrations: adding, editing and deleting one of each registry, and what stands in the
// way of deleting it. Each test is a sentence of theirs.

const ci = (integrations: string): string =>
  `language: none\nbuild:\n  ci:\n    - make\nintegrations:\n  hub:\n${integrations}`;
const hub = (name: string, type: string): string =>
  `    - integrationName: ${name}\n      type: ${type}\n`;

const registries: readonly (readonly [string, string, readonly string[]])[] = [
  ['Docker Hub', 'docker', ['USERNAME', 'PASSWORD']],
  ['Amazon ECR', 'ecr', ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']],
  ['Google Container Registry', 'gcr', ['JSON_KEY']],
  ['Quay.io', 'quay.io', ['USERNAME', 'PASSWORD']],
  ['Private Docker registry', '"private docker registry"', ['URL', 'USERNAME', 'PASSWORD']],
  ['Docker Trusted Registry', '"docker trusted registry"', ['URL', 'USERNAME', 'PASSWORD']],
];

describe.each(registries)('%s', (_product, type, fields) => {
  const bare = type.replaceAll('"', '');
  const url = fields.includes('URL') ? ['--url', 'registry.example'] : [];

  test('adding asks for a type, a name and its credentials', async () => {
    const ran = await run(['integrations', 'add', 'our-hub', '--type', bare, ...url]);
    expect(ran.code, ran.stderr).toBe(0);
    const asked = [...ran.stdout.matchAll(/gh secret set OURHUB_INTEGRATION_(\w+)/g)].map(
      ([, n]) => n,
    );
    expect(asked).toEqual(expect.arrayContaining([...fields]));
    expect(ran.stdout).toContain(`type: ${bare}`);
  });

  test('the list is filtered by type, or by a part of the name', async () => {
    const folder = folderWith({
      'web/shippable.yml': ci(
        hub('our-hub', type) + hub('other', type === 'docker' ? 'ecr' : 'docker'),
      ),
    });
    const byType = await run(['integrations', 'list', '.', '--type', bare], { folder });
    expect(byType.stdout).toContain('our-hub (');
    expect(byType.stdout).not.toContain('other (');
    const byName = await run(['integrations', '.', '--name', 'OUR'], { folder });
    expect(byName.stdout).toBe(byType.stdout);
  });

  test('deleting shows every dependency, and does nothing as long as there is one', async () => {
    const folder = folderWith({
      'web/shippable.yml': ci(hub('our-hub', type)),
      'api/shippable.yml': ci(hub('our-hub', type)),
    });
    const ran = await run(['integrations', 'delete', 'our-hub', '.', '--yes'], { folder });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain(
      '  api: shippable.yml:7 (project)\n  web: shippable.yml:7 (project)\n',
    );
    expect(ran.stdout).not.toContain('No dependency');
  });

  test('without dependencies it says so', async () => {
    const folder = folderWith({ 'web/shippable.yml': ci(hub('another', type)) });
    const ran = await run(['integrations', 'delete', 'our-hub', '.'], { folder });
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringMatching(/^No dependency\n/) });
  });
});

describe('what depends on an integration', () => {
  test('projects, resources and jobs of Assembly Lines, services and steps, workflows', async () => {
    const folder = folderWith({
      'line/shippable.yml':
        'resources:\n  - name: img\n    type: image\n    integration: our-hub\n    pointer:\n      sourceName: acme/web\n  - name: free\n    type: params\njobs:\n  - name: deploy\n    type: runSh\n    steps:\n      - IN: img\n      - TASK:\n        - script: make\n',
      'ship/codeship-services.yml':
        'app:\n  image: acme/app\n  encrypted_dockercfg_path: dockercfg.encrypted\n',
      'ship/codeship-steps.yml':
        '- name: publish\n  service: app\n  type: push\n  image_name: acme/app\n  registry: https://index.docker.io/v1/\n  encrypted_dockercfg_path: dockercfg.encrypted\n',
      'done/.github/workflows/ci.yml':
        'jobs:\n  build:\n    steps:\n      - env:\n          A: ${{ secrets.OURHUB_INTEGRATION_PASSWORD }}\n  ship:\n    steps:\n      - env:\n          A: ${{ secrets.OURHUB_INTEGRATION_PASSWORD }}\n',
      'done/.git/HEAD': 'ref: refs/heads/main\n',
    });
    const { stdout } = await run(['integrations', 'list', '.'], { folder });
    expect(stdout).toMatchSnapshot();
  });

  test('an image that is pulled or pushed does not name it: only what is configured counts', async () => {
    const folder = folderWith({
      'web/shippable.yml': 'build:\n  ci:\n    - docker pull acme/web\n',
    });
    expect((await run(['integrations', '.'], { folder })).stdout).toBe('no integrations\n');
  });

  test('a repository that cannot be read blocks a removal: it may be the one', async () => {
    const folder = folderWith({
      'web/shippable.yml': 'build: {}\n',
      'web/.github/transship.yml': 'runner: [\n',
    });
    const ran = await run(['integrations', 'delete', 'x', '.'], { folder });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('not known');
  });
});

describe('changing one', () => {
  const folder = (): string => folderWith({ 'web/shippable.yml': ci(hub('our-hub', 'docker')) });

  test('name, URL and credentials can be changed, each in its way', async () => {
    const { code, stdout } = await run(['integrations', 'edit', 'our-hub', '.'], {
      folder: folder(),
    });
    expect(code).toBe(0);
    expect(stdout).toContain('web: shippable.yml:7 (project)');
    for (const word of ['Its name:', 'Its URL:', 'Its credentials:'])
      expect(stdout).toContain(word);
  });

  test('a new name goes in before the old one goes out', async () => {
    const { stdout } = await run(['integrations', 'rename', 'our-hub', 'docker-io', '.'], {
      folder: folder(),
    });
    expect(stdout).toMatchSnapshot();
    const same = await run(['integrations', 'rename', 'our-hub', 'Our Hub', '.'], {
      folder: folder(),
    });
    expect(same.stdout).toContain('keep their names');
  });

  test('two integrations with the same secrets are refused', async () => {
    const both = folderWith({
      'web/shippable.yml': ci(hub('a', 'docker') + hub('our-hub', 'docker')),
    });
    const ran = await run(['integrations', 'rename', 'a', 'ourhub', '.'], { folder: both });
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('same secrets') });
  });

  test('a credential is renewed so that no build fails in between', async () => {
    const { stdout } = await run(['integrations', 'rotate', 'our-hub', '.'], { folder: folder() });
    expect(stdout).toMatchSnapshot();
  });

  test('a name that nobody has, an action that is none, a type that is none', async () => {
    const at = folder();
    expect((await run(['integrations', 'edit', 'our-hup', '.'], { folder: at })).stderr).toContain(
      'did you mean `our-hub`?',
    );
    expect((await run(['integrations', 'dellete', 'x'], { folder: at })).stderr).toContain(
      'did you mean `delete`?',
    );
    expect(
      (await run(['integrations', 'add', 'x', '--type', 'quayy'], { folder: at })).stderr,
    ).toContain('did you mean `quay`?');
  });
});

/** GitHub's API for secrets, and a registry: what was asked is kept. */
async function server(
  secrets: string[],
): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const made = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(`${request.method} ${path}`);
    if (path === '/v2/') {
      const isOpen =
        request.headers.authorization === `Basic ${Buffer.from('me:right').toString('base64')}`;
      response.writeHead(isOpen ? 200 : 401, { 'www-authenticate': 'Basic realm="x"' });
      response.end('{}');
    } else if (request.method === 'DELETE') {
      secrets.splice(secrets.indexOf(path.split('/').at(-1) ?? ''), 1);
      response.writeHead(204).end();
    } else {
      const names = path.includes('organization-secrets') ? [] : secrets;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ secrets: names.map((name) => ({ name })) }));
    }
  });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void made.close());
  return { url: `http://127.0.0.1:${(made.address() as AddressInfo).port}`, asked };
}

describe('deleting', () => {
  test('its secrets are named at first, and removed with --yes; those of others stay', async () => {
    const secrets = ['OURHUB_INTEGRATION_USERNAME', 'OURHUB_INTEGRATION_PASSWORD', 'OTHER'];
    const { url, asked } = await server(secrets);
    const folder = folderWith({
      'web/.git/config': '[remote "origin"]\n\turl = git@github.com:acme/web.git\n',
      'web/.git/HEAD': 'ref: refs/heads/main\n',
    });
    const env = { GITHUB_API_URL: url, GH_TOKEN: 'ghp_x' };
    const args = ['integrations', 'delete', 'our-hub', '.'];
    const dry = await run(args, { folder, env });
    expect(dry.code, dry.stderr).toBe(0);
    expect(dry.stdout).toBe(
      'No dependency\nacme/web: would remove OURHUB_INTEGRATION_PASSWORD\nacme/web: would remove OURHUB_INTEGRATION_USERNAME\nNothing was removed; `--yes` removes.\n',
    );
    expect(asked.filter((line) => line.startsWith('DELETE'))).toEqual([]);
    const done = await run([...args, '--yes'], { folder, env });
    expect(done.code, done.stderr).toBe(0);
    expect(secrets).toEqual(['OTHER']);
  });
});

test('secrets of integrations that nobody uses are named', async () => {
  const { url } = await server([
    'GONE_INTEGRATION_PASSWORD',
    'OURHUB_INTEGRATION_PASSWORD',
    'OTHER',
  ]);
  const folder = folderWith({ 'web/shippable.yml': ci(hub('our-hub', 'docker')) });
  const env = { GITHUB_API_URL: url, GH_TOKEN: 'ghp_x' };
  const ran = await run(['integrations', 'list', '.', '--repo', 'acme/web'], { folder, env });
  expect(ran.stdout).toMatch(/\nacme\/web: nobody uses GONE_INTEGRATION_PASSWORD\n$/);
});

describe('checking a credential with the registry', () => {
  const add = async (
    password: string,
  ): Promise<{ code: number; stdout: string; stderr: string }> => {
    const { url } = await server([]);
    return run(
      [
        'integrations',
        'add',
        'ours',
        '--type',
        'private registry',
        '--url',
        url,
        '--username',
        'me',
      ],
      { stdin: `${password}\n` },
    );
  };

  test('one that opens it, before anything is said of secrets', async () => {
    const ran = await add('right');
    expect(ran.code, ran.stderr).toBe(0);
    expect(ran.stdout).toMatch(/^127\.0\.0\.1:\d+ takes the credential\.\n/);
    expect(ran.stdout).not.toContain('right');
  });

  test('one that does not: nothing is to be created', async () => {
    const ran = await add('wrong');
    expect(ran.code).toBe(1);
    expect(ran.stdout).not.toContain('gh secret set');
    expect(ran.stderr).toContain('help:');
    expect(ran.stderr).not.toContain('wrong\n');
  });
});

describe('checking keys of Amazon and Google', () => {
  const listen = async (
    answer: (request: IncomingMessage, body: string) => readonly [status: number, body: object],
  ): Promise<string> => {
    const made = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        const [status, said] = answer(request, body);
        response.writeHead(status, {
          'content-type': 'application/json',
          'www-authenticate': 'Basic realm="x"',
        });
        response.end(JSON.stringify(said));
      });
    });
    await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void made.close());
    return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
  };
  const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

  /** Answers as Amazon gives them: moto and the real service agree on these. */
  const amazon = (status: number, body: object): Promise<string> =>
    listen(({ headers }) => {
      expect(headers['x-amz-target']).toBe(
        'AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken',
      );
      expect(headers.authorization).toMatch(
        /^AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE\/\d{8}\/eu-west-1\/ecr\/aws4_request/,
      );
      return [status, body];
    });
  const addEcr = (endpoint: string, more: readonly string[] = []) =>
    run(
      [
        ...['integrations', 'add', 'ours', '--type', 'ecr', '--username', 'AKIAIOSFODNN7EXAMPLE'],
        ...more,
      ],
      { stdin: `${secret}\n`, env: { AWS_ENDPOINT_URL_ECR: endpoint, AWS_REGION: 'eu-west-1' } },
    );

  test.each([
    ['in the region of the environment', []],
    ['where the image is', ['--url', '123456789012.dkr.ecr.eu-west-1.amazonaws.com']],
  ])('Amazon takes the keys: %s', async (_name, more) => {
    const endpoint = await amazon(200, {
      authorizationData: [
        {
          authorizationToken: Buffer.from('AWS:token-of-amazon').toString('base64'),
          proxyEndpoint: 'https://123456789012.dkr.ecr.eu-west-1.amazonaws.com',
        },
      ],
    });
    const ran = await addEcr(endpoint, more);
    expect(ran.code, ran.stderr).toBe(0);
    expect(ran.stdout).toContain('.dkr.ecr.eu-west-1.amazonaws.com takes the credential.\n');
    expect(ran.stdout).toContain('gh secret set OURS_INTEGRATION_AWS_ACCESS_KEY_ID');
    for (const value of [secret, 'token-of-amazon'])
      expect(ran.stdout + ran.stderr).not.toContain(value);
  });

  test.each([
    ['UnrecognizedClientException', 'The security token included in the request is invalid.'],
    ['InvalidSignatureException', 'The request signature we calculated does not match'],
    [
      'AccessDeniedException',
      'User: arn:aws:iam::1:user/x is not authorized to perform: ecr:GetAuthorizationToken',
    ],
  ])('Amazon says %s: nothing is to be created', async (type, message) => {
    const ran = await addEcr(await amazon(400, { __type: type, message }));
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(`Amazon returned ${type}`);
    expect(ran.stderr).toContain('help: ');
    expect(ran.stdout).not.toContain('gh secret set');
    expect(ran.stdout + ran.stderr).not.toContain(secret);
  });

  const key = JSON.stringify({
    type: 'service_account',
    client_email: 'ci@acme.iam.gserviceaccount.com',
    private_key: '-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----\n',
  });
  const google = (accepts: string): Promise<string> =>
    listen(({ headers }) => {
      const given = `Basic ${Buffer.from(`_json_key:${accepts}`).toString('base64')}`;
      return headers.authorization === given ? [200, {}] : [401, { errors: [] }];
    });
  const addGar = async (stdin: string, accepts = key, username = '_json_key') =>
    run(
      [
        ...['integrations', 'add', 'ours', '--type', 'gar', '--username', username],
        ...['--url', await google(accepts)],
      ],
      { stdin },
    );

  test('a key of Google, as JSON of several lines or as base64', async () => {
    const pretty = JSON.stringify(JSON.parse(key), undefined, 2);
    for (const given of [pretty, Buffer.from(pretty).toString('base64')]) {
      const ran = await addGar(given);
      expect(ran.code, ran.stderr).toBe(0);
      expect(ran.stdout).toMatch(/^127\.0\.0\.1:\d+ takes the credential\.\n/);
      expect(ran.stdout).toContain('OURS_INTEGRATION_JSON_KEY');
      expect(ran.stdout).not.toContain('MIIEvQ');
    }
  });

  test.each([
    ['a key that Google does not take', key, 'another', 1, 'help: '],
    ['what is no key', 'hello', key, 1, 'neither JSON nor base64'],
    ['nothing', '', key, 2, 'standard input, which is empty'],
  ])('%s', async (_name, given, accepts, code, message) => {
    const ran = await addGar(given, accepts);
    expect(ran).toMatchObject({ code, stderr: expect.stringContaining(message) });
    expect(ran.stdout).not.toContain('gh secret set');
    expect(ran.stdout + ran.stderr).not.toContain('MIIEvQ');
  });

  test('another account than that of a key is wrong usage', async () => {
    const ran = await addGar(key, key, 'me');
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('`_json_key`') });
  });
});
