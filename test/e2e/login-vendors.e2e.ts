// Every integration of the vendors' pages under its real host name: real registries on loopback, and in front of them what
// speaks the vendors' own protocols. Amazon's is moto, which checks signatures and policies.

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newImage, removeImages } from './image-job.ts';
import { createLoginJob, type LoginJob } from './login-step.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { type Authority, createAuthority } from './setup/authority.ts';
import { startFaultyProxy } from './setup/faulty-proxy.ts';
import { nameAddress, ownAddress } from './setup/hosts.ts';
import { takeMachineLock } from './setup/machine-lock.ts';
import { startRegistry } from './setup/registry.ts';
import { startService } from './setup/service.ts';
import { startTokenServer, type TokenServer } from './setup/token-server.ts';

const cleanups: (() => unknown)[] = [];
const ecrHost = '123456789012.dkr.ecr.us-east-1.amazonaws.com';
const publicHost = 'public.ecr.aws';
const googleKey = JSON.stringify({
  type: 'service_account',
  client_email: 'ci@p.iam.gserviceaccount.com',
  private_key: 'google-private-key',
});
const provider = 'projects/1/locations/global/workloadIdentityPools/pool/providers/github';
const connection = '123e4567-e89b-42d3-a456-426614174000';

let actions: ActionsFolder;
let authority: Authority;
let hub: TokenServer;
let keys: { readonly id: string; readonly secret: string };
let identityUrl = '';

/** A registry under a vendor's name and port 443. */
async function at(
  names: readonly string[],
  options: Parameters<typeof startRegistry>[0],
): Promise<void> {
  const address = ownAddress();
  for (const name of names) cleanups.push(await nameAddress(name, address));
  const tls = await authority.issue(names);
  const { stop } = await startRegistry({
    ...options,
    tls,
    address,
    name: names[0] ?? '',
    port: 443,
  });
  cleanups.push(stop);
}

/** An API under a vendor's name. */
async function api(
  names: readonly string[],
  answer: (url: string, body: string, authorization: string) => unknown,
): Promise<void> {
  const address = ownAddress();
  for (const name of names) cleanups.push(await nameAddress(name, address));
  const { certificate, key } = await authority.issue(names);
  const server = createTlsServer(
    { cert: readFileSync(certificate), key: readFileSync(key) },
    (message, response) => {
      let body = '';
      message.on('data', (chunk) => {
        body += chunk;
      });
      message.on('end', () => {
        const url = `${message.headers.host}${message.url}`;
        const given = answer(url, body, message.headers.authorization ?? '');
        response.writeHead(given === undefined ? 403 : 200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(given ?? { error: 'access_denied' }));
      });
    },
  );
  await listen(server, 443, address);
}

async function listen(server: Server, port: number, address: string): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, address, resolve));
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** moto with one user; after these five calls it lets nobody in without a right signature and policy. */
async function startAmazon(): Promise<string> {
  const moto = await startService('moto_server', ['-p', '0', '-H', '127.0.0.1'], {
    ready: /Running on (http:\/\/127\.0\.0\.1:\d+)/,
    env: { ...process.env, INITIAL_NO_AUTH_ACTION_COUNT: '5' },
  });
  cleanups.push(moto.stop);
  const url = moto.match[1] ?? '';
  const call = async (form: Record<string, string>): Promise<string> => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization:
          'AWS4-HMAC-SHA256 Credential=x/20260102/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=x',
      },
      body: new URLSearchParams({ Version: '2010-05-08', ...form }),
    });
    return answer.text();
  };
  const policy = (action: string): string =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
    });
  await call({ Action: 'CreateUser', UserName: 'ci' });
  const made = await call({ Action: 'CreateAccessKey', UserName: 'ci' });
  const element = (name: string): string => new RegExp(`<${name}>([^<]+)`).exec(made)?.[1] ?? '';
  keys = { id: element('AccessKeyId'), secret: element('SecretAccessKey') };
  await call({
    Action: 'PutUserPolicy',
    UserName: 'ci',
    PolicyName: 'p',
    PolicyDocument: policy('*'),
  });
  await call({
    Action: 'CreateRole',
    RoleName: 'ci',
    AssumeRolePolicyDocument: policy('sts:AssumeRole'),
  });
  await call({
    Action: 'PutRolePolicy',
    RoleName: 'ci',
    PolicyName: 'p',
    PolicyDocument: policy('ecr:*'),
  });
  return url;
}

/** The registry, and the endpoint that gives a federated robot a token. */
async function startQuay(): Promise<void> {
  const { url, stop } = await startRegistry({
    htpasswd: { 'org+ci': 'quay-password', 'org+keyless': 'exchanged-token' },
  });
  cleanups.push(stop);
  const robot = Buffer.from('org+keyless:job-identity').toString('base64');
  await inFrontOf('quay.io', url, ({ path, headers }) => {
    if (path !== '/oauth2/federation/robot/token') return undefined;
    return headers.authorization === `Basic ${robot}`
      ? { kind: 'answer', status: 200, body: '{"token":"exchanged-token"}' }
      : { kind: 'answer', status: 401, body: '{"message":"Robot does not have federated login"}' };
  });
}

async function inFrontOf(
  name: string,
  upstream: string,
  fault: Parameters<typeof startFaultyProxy>[0]['fault'] = () => undefined,
): Promise<void> {
  const address = ownAddress();
  cleanups.push(await nameAddress(name, address));
  const tls = await authority.issue([name]);
  const proxy = await startFaultyProxy({ upstream, fault, tls, address, name, port: 443 });
  cleanups.push(proxy.stop);
}

beforeAll(async () => {
  cleanups.push(await takeMachineLock('vendor-names'));
  [actions, authority] = await Promise.all([createActionsFolder(['login']), createAuthority()]);
  cleanups.push(actions.remove, authority.remove);
  const hubAddress = ownAddress();
  cleanups.push(await nameAddress('auth.docker.io', hubAddress));
  hub = await startTokenServer({
    users: { bob: 'hub-password', org: 'exchanged-token' },
    tls: await authority.issue(['auth.docker.io']),
    address: hubAddress,
    name: 'auth.docker.io',
    port: 443,
  });
  cleanups.push(hub.stop);
  const googleAddress = ownAddress();
  const google = await startTokenServer({
    users: { _json_key: googleKey },
    tls: await authority.issue(['gcr.io']),
    address: googleAddress,
    name: 'gcr.io',
    port: 444,
  });
  cleanups.push(google.stop);
  const moto = await startAmazon();
  // One after the other: the authority numbers its certificates in a file.
  await at(['registry-1.docker.io'], { token: hub });
  await startQuay();
  await at(['europe-docker.pkg.dev'], { htpasswd: { oauth2accesstoken: 'exchanged-token' } });
  await at(['ghcr.io'], { htpasswd: { octocat: 'job-token' } });
  await at(['team.azurecr.io'], { htpasswd: { team: 'azure-password' } });
  await at(['team.jfrog.io'], { htpasswd: { bob: 'jfrog-password' } });
  await at(['registry.login-v.test'], { htpasswd: { bob: 'private-password' } });
  await at(['dtr.login-v.test'], { htpasswd: { bob: 'dtr-password' } });
  // What moto gives as a token, and what AWS gives for ECR Public, whose API moto does not have.
  await at([ecrHost], { htpasswd: { AWS: '123456789012-auth-token' } });
  await at([publicHost], { htpasswd: { AWS: 'public-token' } });
  await inFrontOf('api.ecr.us-east-1.amazonaws.com', moto);
  await inFrontOf('sts.us-east-1.amazonaws.com', moto);
  // A second Amazon that believes every identity token: moto does not know GitHub's.
  const believing = await startService('moto_server', ['-p', '0', '-H', '127.0.0.1'], {
    ready: /Running on (http:\/\/127\.0\.0\.1:\d+)/,
  });
  cleanups.push(believing.stop);
  for (const service of ['api.ecr', 'sts']) {
    await inFrontOf(`${service}.eu-west-1.amazonaws.com`, believing.match[1] ?? '');
  }
  await at([ecrHost.replace('us-east-1', 'eu-west-1')], {
    htpasswd: { AWS: '123456789012-auth-token' },
  });
  // The four names of Google have one registry and one token server, at the address that the token server has.
  for (const name of ['gcr.io', 'us.gcr.io', 'eu.gcr.io', 'asia.gcr.io'])
    cleanups.push(await nameAddress(name, googleAddress));
  const registry = await startRegistry({
    token: google,
    tls: await authority.issue(['gcr.io', 'us.gcr.io', 'eu.gcr.io', 'asia.gcr.io']),
    address: googleAddress,
    name: 'gcr.io',
    port: 443,
  });
  cleanups.push(registry.stop);
  const exchanged = { access_token: 'exchanged-token', token: 'exchanged-token' };
  await api(['identity.docker.com'], (_url, body) =>
    body.includes(`connection_id=${connection}`) && body.includes('subject_token=job-identity')
      ? exchanged
      : undefined,
  );
  await api(['sts.googleapis.com'], (_url, body) =>
    body.includes(provider) && body.includes('"subjectToken":"job-identity"')
      ? exchanged
      : undefined,
  );
  await api(['api.ecr-public.us-east-1.amazonaws.com'], (_url, _body, authorization) =>
    authorization.includes(`Credential=${keys.id}/`) &&
    authorization.includes('/us-east-1/ecr-public/aws4_request')
      ? {
          authorizationData: {
            authorizationToken: Buffer.from('AWS:public-token').toString('base64'),
          },
        }
      : undefined,
  );
  const identity = createServer((message, response) => {
    const known = message.headers.authorization === 'Bearer ask';
    response.end(JSON.stringify({ value: known ? 'job-identity' : '' }));
  });
  identityUrl = `http://127.0.0.1:${await listen(identity, 0, '127.0.0.1')}/?a=b`;
  // The engine reads /etc/hosts again after five seconds only.
  await new Promise((resolve) => setTimeout(resolve, 5200));
});
afterAll(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const trust = (): Record<string, string> => ({ NODE_EXTRA_CA_CERTS: authority.ca });
const withJob = async (use: (job: LoginJob) => Promise<void>): Promise<void> => {
  const job = createLoginJob(actions.folder);
  try {
    await use(job);
  } finally {
    job.remove();
  }
};

const integrations = `- integrationName: hub
  type: dockerRegistryLogin
- integrationName: ecr-integration
  type: ecr
- integrationName: gcr-integration
  type: gcloudKey
- integrationName: quay-integration
  type: quay.io
- integrationName: my_private_registry
  type: "private docker registry"
- integrationName: dtr
  type: docker trusted registry
- integrationName: jfrog
  type: artifactory
- integrationName: azure
  type: acr
- integrationName: public
  type: ecr
- integrationName: github
  type: ghcr
`;
const credentials = (): string => `HUB_INTEGRATION_URL=
HUB_INTEGRATION_USERNAME=bob
HUB_INTEGRATION_PASSWORD=hub-password
HUB_INTEGRATION_EMAIL=bob@example.test
ECRINTEGRATION_INTEGRATION_AWS_ACCESS_KEY_ID=${keys.id}
ECRINTEGRATION_INTEGRATION_AWS_SECRET_ACCESS_KEY=${keys.secret}
GCRINTEGRATION_INTEGRATION_JSON_KEY=${googleKey}
QUAYINTEGRATION_INTEGRATION_USERNAME=org+ci
QUAYINTEGRATION_INTEGRATION_PASSWORD=quay-password
QUAYINTEGRATION_INTEGRATION_ACCESSTOKEN=quay-access-token
MY_PRIVATE_REGISTRY_INTEGRATION_URL=https://registry.login-v.test
MY_PRIVATE_REGISTRY_INTEGRATION_USERNAME=bob
MY_PRIVATE_REGISTRY_INTEGRATION_PASSWORD=private-password
DTR_INTEGRATION_URL=https://dtr.login-v.test/
DTR_INTEGRATION_USERNAME=bob
DTR_INTEGRATION_PASSWORD=dtr-password
JFROG_INTEGRATION_URL=https://team.jfrog.io/artifactory
JFROG_INTEGRATION_USERNAME=bob
JFROG_INTEGRATION_PASSWORD=jfrog-password
AZURE_INTEGRATION_URL=team.azurecr.io
AZURE_INTEGRATION_USERNAME=team
AZURE_INTEGRATION_PASSWORD=azure-password
PUBLIC_INTEGRATION_URL=public.ecr.aws
PUBLIC_INTEGRATION_ACCESSKEY=${keys.id}
PUBLIC_INTEGRATION_SECRETKEY=${keys.secret}
`;

describe('every integration', () => {
  test('logs in at once; Docker pushes to each and pulls from it', async () => {
    await withJob(async (job) => {
      const { code, log, output, registries } = await job.login(
        { integrations, credentials: credentials(), 'github-token': 'job-token' },
        { ...trust(), GITHUB_ACTOR: 'octocat' },
      );
      expect(code, output).toBe(0);
      expect(registries.every(({ state }) => state === 'logged-in')).toBe(true);
      const hosts = registries.map(({ host = '' }) => host);
      expect(hosts).toEqual([
        'docker.io',
        ecrHost,
        'gcr.io',
        'us.gcr.io',
        'eu.gcr.io',
        'asia.gcr.io',
        'quay.io',
        'registry.login-v.test',
        'dtr.login-v.test',
        'team.jfrog.io',
        'team.azurecr.io',
        publicHost,
        'ghcr.io',
      ]);
      const secrets = [
        'hub-password',
        keys.secret,
        '123456789012-auth-token',
        'google-private-key',
        'quay-password',
        'quay-access-token',
        'private-password',
        'dtr-password',
        'jfrog-password',
        'azure-password',
        'public-token',
        'job-token',
      ];
      for (const secret of secrets) {
        expect(log).not.toContain(secret);
        // The accesstoken is never sent anywhere by a login, and masked all the same.
        expect(output, secret).toContain('::add-mask::');
        expect(
          output
            .split('\n')
            .some((line) => line.startsWith('::add-mask::') && line.includes(secret)),
          secret,
        ).toBe(true);
      }
      expect(hub.requests().map(({ user }) => user)).toEqual(['bob']);

      const image = await newImage();
      // The engine asks Docker Hub with its own list of authorities, so that it can't be led here.
      for (const host of hosts.filter((name) => name !== 'docker.io')) {
        const name = `${host}/team/app:1`;
        await job.docker('tag', image, name);
        const pushed = await job.docker('push', name);
        expect(pushed.code, `${host}: ${pushed.output}`).toBe(0);
        await removeImages(name);
        const pulled = await job.docker('pull', name);
        expect(pulled.code, `${host}: ${pulled.output}`).toBe(0);
        await removeImages(name);
      }
      await removeImages(image);
    });
  });

  test('fails on its own, with what to check', async () => {
    await withJob(async (job) => {
      const wrong = credentials()
        .replace('PASSWORD=hub-password', 'PASSWORD=wrong-password')
        .replaceAll(keys.secret, 'wrong-secret-key')
        .replace('google-private-key', 'other-private-key');
      const { code, log, registries } = await job.login(
        { integrations, credentials: wrong, 'github-token': 'job-token' },
        { ...trust(), GITHUB_ACTOR: 'octocat' },
      );
      expect(code).toBe(1);
      const errors = log.split('\n').filter((line) => line.startsWith('::error'));
      expect(errors.map((line) => line.replace(/^::error title=transship login::/, ''))).toEqual([
        'Login as bob to Docker Hub for hub (entry 1, line 1 of integrations) failed. auth.docker.io returned HTTP 401 (incorrect username or password).%0ACheck user name and password. Docker Hub takes an access token instead of the password, and requires one if two-factor authentication is on; a token that was deleted or has expired is rejected like a wrong password.',
        'ecr-integration (entry 2, line 3 of integrations): Amazon returned SignatureDoesNotMatch (The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details).%0AThe secret key does not belong to the access key, or the clock of the runner is wrong.',
        ...['gcr.io', 'us.gcr.io', 'eu.gcr.io', 'asia.gcr.io'].map(
          (host) =>
            `Login as ci@p.iam.gserviceaccount.com to ${host} for gcr-integration (entry 3, line 5 of integrations) failed. gcr.io:444 returned HTTP 401 (incorrect username or password).%0ACheck that the key was not deleted and that its account has an Artifact Registry role (roles/artifactregistry.reader or writer): the old storage roles of Container Registry no longer work.`,
        ),
      ]);
      expect(
        registries.filter(({ state }) => state === 'logged-in').map(({ host }) => host),
      ).toEqual([
        'quay.io',
        'registry.login-v.test',
        'dtr.login-v.test',
        'team.jfrog.io',
        'team.azurecr.io',
        publicHost,
        'ghcr.io',
      ]);
    });
  });
});

describe('without a stored secret', () => {
  const oidc = (): Record<string, string> => ({
    ...trust(),
    ACTIONS_ID_TOKEN_REQUEST_URL: identityUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'ask',
  });

  test.each([
    ['Docker Hub', { username: 'org', identity: connection }, 'docker.io as org'],
    [
      'Google',
      { registry: 'europe-docker.pkg.dev', identity: provider },
      'europe-docker.pkg.dev as pool/providers/github',
    ],
    ['Quay', { registry: 'quay.io', username: 'org+keyless' }, 'quay.io as org+keyless'],
    [
      'Amazon',
      {
        registry: ecrHost.replace('us-east-1', 'eu-west-1'),
        identity: 'arn:aws:iam::123456789012:role/ci',
      },
      `${ecrHost.replace('us-east-1', 'eu-west-1')} as 123456789012`,
    ],
    ['GitHub', { registry: 'ghcr.io', 'github-token': 'job-token' }, 'ghcr.io as octocat'],
  ])('%s', async (_vendor, inputs, who) => {
    await withJob(async (job) => {
      const { log, last, output } = await job.login(inputs, { ...oidc(), GITHUB_ACTOR: 'octocat' });
      expect(last).toBe(`Logged in to ${who}.`);
      for (const secret of ['job-identity', 'exchanged-token', 'job-token'])
        expect(log).not.toContain(secret);
      expect(output).toContain('::add-mask::');
    });
  });

  test('a job without the permission is told so', async () => {
    await withJob(async (job) => {
      const { code, log } = await job.login(
        { registry: 'europe-docker.pkg.dev', identity: provider },
        trust(),
      );
      expect(code).toBe(1);
      expect(log).toContain(
        'The job has no identity token.%0AGive it `permissions: id-token: write`.',
      );
    });
  });

  test('a job that no rule knows is told so', async () => {
    await withJob(async (job) => {
      const other = '00000000-0000-4000-8000-000000000000';
      const { code, log } = await job.login({ username: 'org', identity: other }, oidc());
      expect(code).toBe(1);
      expect(log).toContain('Docker Hub gives this job no token (HTTP 403 (access_denied)).');
    });
  });
});

describe('Amazon', () => {
  test('by a role with keys', async () => {
    await withJob(async (job) => {
      const { last } = await job.login(
        {
          integrations: '- integrationName: e\n  type: ecr\n',
          credentials: `E_INTEGRATION_AWS_ACCESS_KEY_ID=${keys.id}\nE_INTEGRATION_AWS_SECRET_ACCESS_KEY=${keys.secret}\nE_INTEGRATION_ASSUMEROLEARN=arn:aws:iam::123456789012:role/ci`,
        },
        trust(),
      );
      expect(last).toBe(`Logged in to ${ecrHost} as 123456789012 (e).`);
    });
  });

  test('by keys of the plain form, and by those of an earlier step', async () => {
    await withJob(async (job) => {
      const plain = await job.login(
        { registry: ecrHost, username: keys.id, password: keys.secret },
        trust(),
      );
      expect(plain.last).toBe(`Logged in to ${ecrHost} as 123456789012.`);
      const env = { ...trust(), AWS_ACCESS_KEY_ID: keys.id, AWS_SECRET_ACCESS_KEY: keys.secret };
      expect((await job.login({ registry: ecrHost }, env)).last).toBe(
        `Logged in to ${ecrHost} as 123456789012.`,
      );
    });
  });

  test('by the generator that CodeShip had for it', async () => {
    await withJob(async (job) => {
      const { last } = await job.login(
        {
          generator: 'codeship/aws-ecr-dockercfg-generator',
          'generator-env': `AWS_REGION=us-east-1\nAWS_ACCESS_KEY_ID=${keys.id}\nAWS_SECRET_ACCESS_KEY=${keys.secret}`,
        },
        trust(),
      );
      expect(last).toBe(`Logged in to ${ecrHost} as 123456789012.`);
    });
  });
});
