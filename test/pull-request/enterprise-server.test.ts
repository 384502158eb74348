import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Authority, createAuthority } from '../e2e/setup/authority.ts';
import { runOn } from './run.ts';
import { shippable, useWeb, workflow } from './web.ts';

// A GitHub Enterprise Server whose certificate comes from an authority of its own.

const web = useWeb();
let authority: Authority;
let front: Server;
let url = '';

beforeEach(async () => {
  authority = await createAuthority();
  const { key, certificate } = await authority.issue(['localhost']);
  front = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (from, to) => {
    const { method, headers } = from;
    from.pipe(
      request(`${web.github.url}${from.url}`, { method, headers }, (answer) => {
        to.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(to);
      }),
    );
  });
  await new Promise<void>((resolve) => front.listen(0, 'localhost', resolve));
  url = `https://localhost:${(front.address() as AddressInfo).port}`;
});
afterEach(() => {
  front.closeAllConnections();
  front.close();
  authority.remove();
});

test('git trusts what NODE_EXTRA_CA_CERTS names, as the API does, and nothing stays behind', async () => {
  const reports = 'mocha --reporter xunit > shippable/testresults/tests.xml';
  web.github.commit('acme/web', 'main', {
    'shippable.yml': shippable(reports),
    'codeship-services.yml': 'app:\n  image: node:20\n',
    'codeship-steps.yml':
      '- type: parallel\n  service: app\n  steps: [{ command: npm run lint }, { command: npm test }]\n',
  });
  const run = await runOn(
    web.github,
    {},
    { env: { GITHUB_SERVER_URL: url, NODE_EXTRA_CA_CERTS: authority.ca } },
  );
  expect(run.code, run.log).toBe(0);
  expect(run.pulls[0]).toMatchObject({ state: 'opened', number: 1 });
  expect(run.left).toHaveLength(1);
  // The workflows are for the server that the action runs on, and the pull request says so.
  expect(web.onBranch(workflow)).toMatch(/actions\/upload-artifact@[0-9a-f]{40} # v3\.2\.2\n/);
  expect(web.onBranch('.github/workflows/codeship.yml')).not.toMatch(/^ *- parallel:/m);
  expect(web.github.pulls.at(-1)?.body).toContain('`enterprise-server`');
});

test('without it the error names it', async () => {
  const run = await runOn(web.github, {}, { env: { GITHUB_SERVER_URL: url } });
  expect(run.code).toBe(1);
  expect(run.log).toContain(`The certificate of ${url} is not trusted.`);
  expect(run.log).toContain('NODE_EXTRA_CA_CERTS');
  expect(run.sleeps).toEqual([]);
});

test('GIT_SSL_CAINFO goes before it', async () => {
  const run = await runOn(
    web.github,
    {},
    {
      env: {
        GITHUB_SERVER_URL: url,
        GIT_SSL_CAINFO: authority.ca,
        NODE_EXTRA_CA_CERTS: '/nowhere',
      },
    },
  );
  expect(run.code, run.log).toBe(0);
});
