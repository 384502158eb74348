import { expect, test } from 'vitest';
import { parseChallenge } from '../../src/registry/protocol/challenge.ts';

test.each([
  ['Basic realm="Registry"', { kind: 'basic', realm: 'Registry' }],
  ['basic realm=x', { kind: 'basic', realm: 'x' }],
  ['Basic', { kind: 'basic', realm: '' }],
  [
    'Bearer realm="https://auth.docker.io/token",service="registry.docker.io"',
    { kind: 'bearer', realm: 'https://auth.docker.io/token', service: 'registry.docker.io' },
  ],
  [
    'Bearer realm="https://a/t", service="s \\"q\\", r", scope="repository:a:pull,push"',
    { kind: 'bearer', realm: 'https://a/t', service: 's "q", r', scope: 'repository:a:pull,push' },
  ],
  [
    'Basic realm="x", Bearer realm="https://a/t",service=s',
    { kind: 'bearer', realm: 'https://a/t', service: 's' },
  ],
  ['Bearer realm="https://a/t", Basic realm="x"', { kind: 'bearer', realm: 'https://a/t' }],
  ['Negotiate, Basic realm="x"', { kind: 'basic', realm: 'x' }],
  ['Bearer', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s', (header, challenge) => {
  expect(parseChallenge(header)).toEqual(challenge);
});
