// The committed bundle has only those parts of Amazon's and Google's libraries that find an identity of the machine; these
// start it on a machine that has one.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const program = new URL('../../../dist/login/index.js', import.meta.url).pathname;

/** Starts the bundle beside a server that is the machine's, and the proxy of all else, which it does not let through. */
async function loginOnMachine(
  inputs: Readonly<Record<string, string>>,
  answers: Readonly<Record<string, unknown>>,
  environment: (server: string) => Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    const where = (request.url ?? '').replace(/\?.*/, '');
    asked.push(where);
    const known = answers[where];
    const headers = { 'content-type': 'application/json', 'metadata-flavor': 'Google' };
    response.writeHead(known === undefined ? 404 : 200, headers).end(JSON.stringify(known ?? ''));
  });
  server.on('connect', ({ url = '' }, socket) => {
    asked.push(url);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-identity-'));
  try {
    const env = {
      ...{ PATH: process.env['PATH'] ?? '', HOME: folder, RUNNER_TEMP: folder },
      ...{ ...inputs, HTTPS_PROXY: `http://${host}`, NO_PROXY: '127.0.0.1' },
      ...environment(host),
    };
    const login = spawn(process.execPath, [program], { env, stdio: 'ignore' });
    // It has the identity then, and would try again.
    server.on('connect', () => login.kill());
    await new Promise((resolve) => login.on('close', resolve));
  } finally {
    server.close();
    fs.rmSync(folder, { recursive: true });
  }
  return [...new Set(asked)];
}

test('Amazon: the keys of a container', async () => {
  const asked = await loginOnMachine(
    { INPUT_REGISTRY: '123456789012.dkr.ecr.us-east-1.amazonaws.com' },
    {
      '/keys': {
        AccessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        SecretAccessKey: 'x',
        Token: 'y',
        Expiration: '2099-01-01T00:00:00Z',
      },
    },
    (server) => ({ AWS_CONTAINER_CREDENTIALS_FULL_URI: `http://${server}/keys` }),
  );
  expect(asked).toEqual(['/keys', 'api.ecr.us-east-1.amazonaws.com:443']);
});

test('Google: the service account of a machine', async () => {
  const project = '/computeMetadata/v1/project/project-id';
  const token = '/computeMetadata/v1/instance/service-accounts/default/token';
  const asked = await loginOnMachine(
    {
      INPUT_INTEGRATIONS: '- integrationName: g\n  type: gar\n',
      INPUT_CREDENTIALS: 'G_INTEGRATION_URL=us-docker.pkg.dev',
    },
    { [project]: 'p', [token]: { access_token: 'ya29.x', expires_in: 3000, token_type: 'Bearer' } },
    (server) => ({ GCE_METADATA_HOST: server, METADATA_SERVER_DETECTION: 'assume-present' }),
  );
  expect(asked).toEqual([project, token, 'us-docker.pkg.dev:443']);
});
