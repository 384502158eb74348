import { expect, test } from 'vitest';
import { explainBuild } from '../../../src/actions/build/explain.ts';
import { readBuildKitProgress } from '../../../src/docker/progress.ts';

const none = { steps: [], cacheProblems: [] };

// What the builder said last, a word of the remedy.
test.each([
  [
    'ERROR: failed to build: failed to solve: acme/base:1: pull access denied, repository does not exist or may require authorization',
    'login action',
  ],
  [
    'ERROR: failed to solve: reg.test/a: failed to resolve source metadata: unexpected status: 401 Unauthorized',
    'login action',
  ],
  [
    'ERROR: failed to solve: toomanyrequests: You have reached your pull rate limit',
    'limits pulls',
  ],
  [
    'ERROR: failed to solve: tls: failed to verify certificate: x509: certificate signed by unknown authority',
    'certs.d',
  ],
  ['ERROR: failed to solve: dial tcp: lookup reg.test: no such host', 'could not reach a host'],
  [
    '#9 0.2 tar: write error: No space left on device\nERROR: failed to solve: process "/bin/sh -c x" did not complete successfully: exit code: 1',
    'disk of the runner is full',
  ],
  [
    'ERROR: failed to solve: process "/bin/x" did not complete successfully: exec format error',
    'setup-qemu-action',
  ],
  ['ERROR: failed to calculate checksum of ref x: "/nothing": not found', 'build context'],
  [
    'COPY failed: file not found in build context or excluded by .dockerignore: stat x: no such file or directory\n',
    'build context',
  ],
  ['ERROR: failed to solve: target stage "x" could not be found', '`target`'],
  [
    'ERROR: failed to solve: dockerfile parse error on line 2: unknown instruction: NOPE',
    'Dockerfile cannot be read',
  ],
  ['unknown flag: --metadata-file', 'too old'],
])('%j', (said, remedy) => {
  expect(explainBuild(said, none).remedy).toContain(remedy);
});

test('names the step that failed, without the words around it', () => {
  const said =
    '#5 [2/2] RUN false\n#5 ERROR: exit code: 1\nERROR: failed to build: failed to solve: exit code: 1\nmore';
  expect(explainBuild(said, readBuildKitProgress(said))).toEqual({
    message: 'The build failed in `[2/2] RUN false`: exit code: 1',
  });
  expect(explainBuild('', none).message).toBe('The build failed: the builder said nothing');
});
