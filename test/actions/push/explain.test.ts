import { expect, test } from 'vitest';
import { explainPush } from '../../../src/actions/push/explain.ts';

const ecr = '123456789012.dkr.ecr.us-east-1.amazonaws.com';

// Host, what it or the engine says, a word of the cause, a word of the remedy.
test.each([
  [
    'reg.test:5000',
    'no basic auth credentials',
    'no credential for reg.test:5000',
    'Log in to reg.test:5000',
  ],
  ['reg.test', 'unauthorized: authentication required', 'does not accept the credential', 'login'],
  [
    'reg.test',
    'denied: requested access to the resource is denied',
    'is not allowed to push to `acme/web`',
    'write',
  ],
  [
    'docker.io',
    'denied: requested access to the resource is denied',
    'is not allowed to push to `acme/web` at Docker Hub',
    'Read & Write',
  ],
  ['docker.io', 'insufficient_scope: authorization failed', 'Docker Hub', 'access token'],
  [
    ecr,
    "name unknown: The repository with name 'acme/web' does not exist in the registry with id '123456789012'",
    '`acme/web` does not exist',
    'create-repository',
  ],
  [
    ecr,
    'denied: User: arn:aws:iam::1:user/x is not authorized to perform: ecr:InitiateLayerUpload on resource: y',
    '`ecr:InitiateLayerUpload`',
    'ecr:PutImage',
  ],
  [
    ecr,
    'denied: Your authorization token has expired. Reauthenticate and try again.',
    'has expired',
    'Log in again',
  ],
  [
    ecr,
    "tag invalid: The image tag 'v1' already exists in the 'acme/web' repository and cannot be overwritten because the repository is immutable.",
    'cannot be changed',
    'immutable',
  ],
  [
    'us-docker.pkg.dev',
    'denied: Permission "artifactregistry.repositories.uploadArtifacts" denied on resource "projects/p/locations/us/repositories/r" (or it may not exist)',
    '`artifactregistry.repositories.uploadArtifacts`',
    'roles/artifactregistry.writer',
  ],
  [
    'us-docker.pkg.dev',
    'name unknown: Repository "r" not found',
    'no Artifact Registry repository',
    'Create it',
  ],
  [
    'gcr.io',
    'denied: gcr.io repo does not exist. Creating on push requires the artifactregistry.repositories.createOnPush permission',
    'no Artifact Registry repository',
    'createOnPushWriter',
  ],
  [
    'ghcr.io',
    'denied: permission_denied: write_package',
    'is not allowed to write the package',
    'packages: write',
  ],
  [
    'quay.io',
    'unauthorized: access to the requested resource is not authorized',
    'is not allowed to write',
    'robot',
  ],
  ['x.azurecr.io', 'unauthorized: authentication required', 'is not allowed to push', 'AcrPush'],
  ['reg.test', 'toomanyrequests: slow down', 'limits the request rate', 'later'],
  [
    'reg.test',
    'received unexpected HTTP status: 503 Service Unavailable',
    'did not answer',
    'again',
  ],
  [
    'reg.test',
    'Get "http://reg.test/v2/": dial tcp 1.2.3.4:80: connect: connection refused',
    'did not answer',
    'again',
  ],
  ['reg.test', 'write tcp 1->2: write: connection reset by peer', 'did not answer', 'again'],
  ['reg.test', 'unexpected EOF', 'did not answer', 'again'],
  [
    'reg.test',
    'Get "https://reg.test/v2/": dial tcp: lookup reg.test: no such host',
    'unknown',
    'image_name',
  ],
  [
    'reg.test',
    'Get "https://reg.test/v2/": http: server gave HTTP response to HTTPS client',
    'plain HTTP',
    'insecure-registries',
  ],
  [
    'reg.test',
    'Get "https://reg.test/v2/": x509: certificate signed by unknown authority',
    'certificate',
    'certs.d/reg.test/ca.crt',
  ],
  ['reg.test', 'error parsing HTTP 413 response body: <html>', 'larger', 'client_max_body_size'],
  ['reg.test', 'unsupported: The operation is unsupported.', 'read-only', 'that it mirrors'],
  ['reg.test', 'write /var/lib: no space left on device', 'no space', 'quota'],
  [
    'reg.test',
    'An image does not exist locally with the tag: reg.test/acme/web',
    'no local image',
    '`image`',
  ],
  ['reg.test', 'write /var/lib: disk quota exceeded', 'no space', 'quota'],
  [
    'harbor.test',
    'denied: adding 151.7 MiB of storage resource, which when updated to current usage of 100.0 GiB will exceed the configured upper limit of 100.0 GiB.',
    'a limit of the project or plan at harbor.test',
    'The credential and its permissions',
  ],
  ['quay.io', 'denied: Quota has been exceeded on namespace', 'a limit of', 'raise the quota'],
  ['reg.test', 'denied: registry contains 1 repositories, limit is 1', 'a limit of', 'Remove'],
  [
    'harbor.test',
    'unauthorized: unauthorized to access repository: acme/web, action: push: unauthorized to access repository: acme/web, action: push',
    'is not allowed to push `acme/web`, or the project `acme` does not exist',
    '`robot$...`',
  ],
  [
    'harbor.test',
    "Failed to process request due to 'web:1' configured as immutable.",
    'cannot be changed',
    'immutable tags',
  ],
  [
    'harbor.test',
    'denied: The system is in read only mode. Any modification is prohibited.',
    'read-only',
    'that it mirrors',
  ],
  ['zot.test', 'manifest invalid: manifest invalid', 'rejects the manifest', 'docker2s2'],
  ['zot.test', 'received unexpected HTTP status: 415', 'rejects the manifest', 'docker2s2'],
  [
    'reg.test',
    'manifest blob unknown: blob unknown to registry',
    'does not see the content',
    'share one storage',
  ],
  ['reg.test', 'something new', 'something new', 'docker push'],
])('%s saying %j', (host, said, cause, remedy) => {
  const failure = explainPush(said, { host, path: 'acme/web', text: `${host}/acme/web:1` });
  expect(failure.message).toContain(cause);
  expect(failure.message).toContain(said);
  expect(failure.remedy).toContain(remedy);
});

test('a Docker Hub name without an account is named as the cause', () => {
  const failure = explainPush('denied: requested access to the resource is denied', {
    host: 'docker.io',
    path: 'library/web',
    text: 'web:1',
  });
  expect(failure.remedy).toContain('account/name');
});

test.each([
  ['toomanyrequests', true],
  ['received unexpected HTTP status: 502 Bad Gateway', true],
  ['net/http: TLS handshake timeout', true],
  ['connection refused', true],
  ['manifest blob unknown: blob unknown to registry', true],
  ['unauthorized: authentication required', false],
  ['denied: requested access to the resource is denied', false],
  ['no basic auth credentials', false],
  ['x509: certificate has expired', false],
  ['something new', false],
])('%j may pass by itself: %j', (said, passing) => {
  expect(explainPush(said, { host: 'reg.test', path: 'a', text: 'reg.test/a:1' }).passing).toBe(
    passing,
  );
});
