// Where GitHub is: github.com, a subdomain of ghe.com, an Enterprise Server, and what lies between.

import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { auditWith } from '../../src/cli/audit/command.ts';
import type { EstateReport } from '../../src/estate/estate.ts';
import type { HttpRequest, HttpResult } from '../../src/host/host.ts';
import { request as exchange } from '../../src/host/network/http.ts';
import { type FakeGitHub, startFakeGitHub, token, virtualClock } from './fake-github.ts';
import { runAudit } from './run-audit.ts';

const plain = 'language: none\nbuild:\n  ci:\n    - make\n';

async function serve(): Promise<FakeGitHub> {
  const fake = await startFakeGitHub([
    { name: 'acme/web', branches: { main: { 'shippable.yml': plain } } },
  ]);
  onTestFinished(() => fake.close());
  return fake;
}

async function audit(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  request: (wanted: HttpRequest) => Promise<HttpResult>,
) {
  const { code, stdout, stderr } = await runAudit([...args, '--json'], { env, folder: '/' }, (io) =>
    auditWith(() => ({
      ...virtualClock(),
      random: () => 0,
      log: (line) => io.stderr(`${line}\n`),
      request,
    })),
  );
  const report: EstateReport | undefined = stdout === '' ? undefined : JSON.parse(stdout);
  return { code, stderr, report };
}

describe('the addresses that are asked, and the token that they get', () => {
  const rest = '/orgs/acme/repos?type=all&per_page=100&sort=full_name';
  const server = 'https://github.acme.example';
  const cases: readonly (readonly [
    name: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    first: string,
    graphql: string,
    place: string,
  ])[] = [
    [
      'github.com',
      [],
      { GITHUB_TOKEN: token },
      `https://api.github.com${rest}`,
      'https://api.github.com/graphql',
      'https://github.com/acme/web',
    ],
    [
      'a subdomain of ghe.com',
      ['--host', 'acme.ghe.com'],
      { GH_TOKEN: token, GH_ENTERPRISE_TOKEN: 'not for it' },
      `https://api.acme.ghe.com${rest}`,
      'https://api.acme.ghe.com/graphql',
      'https://acme.ghe.com/acme/web',
    ],
    [
      'an Enterprise Server by GH_HOST',
      [],
      { GH_HOST: 'github.acme.example', GH_ENTERPRISE_TOKEN: token, GH_TOKEN: 'not for it' },
      `${server}/api/v3${rest}`,
      `${server}/api/graphql`,
      `${server}/acme/web`,
    ],
    [
      'an Enterprise Server within a job',
      [],
      {
        GITHUB_API_URL: `${server}/api/v3`,
        GITHUB_GRAPHQL_URL: `${server}/api/graphql`,
        GITHUB_SERVER_URL: server,
        GITHUB_TOKEN: token,
      },
      `${server}/api/v3${rest}`,
      `${server}/api/graphql`,
      `${server}/acme/web`,
    ],
  ];
  test.each(cases)('%s', async (_name, args, env, first, graphql, place) => {
    const fake = await serve();
    const asked: string[] = [];
    const { code, report } = await audit(['--org', 'acme', ...args], env, (wanted) => {
      asked.push(wanted.url);
      expect(wanted.headers?.['authorization']).toBe(`Bearer ${token}`);
      const path = wanted.url.replace(/^https:\/\/[^/]+/, '').replace(/^\/api\/v3/, '');
      return exchange({ ...wanted, url: `${fake.api}${path}` }, {});
    });
    expect(code).toBe(0);
    expect(asked[0]).toBe(first);
    expect(asked).toContain(graphql);
    expect(report?.repositories).toMatchObject([{ name: 'acme/web', place, state: 'converted' }]);
    const host = new URL(first).host;
    expect(new Set(asked.map((url) => new URL(url).host))).toEqual(new Set([host]));
  });

  test.each(['https://x', 'a b', 'host/path'])('the host %j is refused', async (host) => {
    const ran = await audit(['--org', 'acme', '--host', host], { GH_TOKEN: token }, () => {
      throw new Error('asked');
    });
    expect(ran).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('the host is not valid'),
    });
  });
});

describe('a proxy', () => {
  async function proxy(to: FakeGitHub): Promise<{ url: string; seen: string[] }> {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      seen.push(String(request.url));
      const url = new URL(String(request.url));
      const target = new URL(`${url.pathname}${url.search}`, to.api);
      request.pipe(
        forward(target, { method: request.method, headers: request.headers }, (answer) => {
          response.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(response);
        }),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
  }

  test('carries every request; with NO_PROXY none, and then it is said what to look at', async () => {
    const fake = await serve();
    const { url, seen } = await proxy(fake);
    const env = {
      GITHUB_API_URL: 'http://github.acme.invalid/api/v3',
      GH_TOKEN: token,
      HTTP_PROXY: url,
    };
    const through = await audit(['--org', 'acme'], env, (wanted) => exchange(wanted, env));
    expect(through).toMatchObject({ code: 0, report: { totals: { converted: 1 } } });
    expect(seen.length).toBeGreaterThanOrEqual(4);
    expect(seen.filter((one) => !one.startsWith('http://github.acme.invalid'))).toEqual([]);

    seen.length = 0;
    const without = { ...env, NO_PROXY: '.acme.invalid' };
    const direct = await audit(['--org', 'acme'], without, (wanted) => exchange(wanted, without));
    expect(direct.code).toBe(1);
    expect(seen).toEqual([]);
    expect(direct.report?.stopped?.message).toContain('could not be reached');
    expect(direct.report?.stopped?.help).toContain('HTTPS_PROXY and NO_PROXY');
  });

  test('that asks for a password is not taken for GitHub', async () => {
    const server = createServer((_request, response) => response.writeHead(407).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const env = {
      GITHUB_API_URL: 'http://github.acme.invalid/api/v3',
      GH_TOKEN: token,
      HTTP_PROXY: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    };
    const ran = await audit(['--org', 'acme'], env, (wanted) => exchange(wanted, env));
    expect(ran.code).toBe(1);
    expect(ran.report?.stopped?.message).toContain('proxy');
    expect(ran.report?.stopped?.help).toContain('HTTPS_PROXY');
  });
});

describe('single sign-on', () => {
  test('organizations that it hides from a list are named', async () => {
    const fake = await serve();
    fake.refuse = ({ path }) =>
      path.startsWith('/orgs/')
        ? {
            status: 200,
            headers: { 'x-github-sso': 'partial-results; organizations=21955855,20582480' },
            body: [{ full_name: 'acme/web', fork: false, archived: false }],
          }
        : undefined;
    const env = { GITHUB_API_URL: fake.api, GH_TOKEN: token };
    const ran = await audit(['--org', 'acme'], env, (wanted) => exchange(wanted, {}));
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain(
      'single sign-on hides organizations from the token: 21955855,20582480',
    );
  });

  test('a repository that it protects is named with the address, and the others are read', async () => {
    const fake = await startFakeGitHub(
      ['acme/web', 'acme/api'].map((name) => ({
        name,
        branches: { main: { 'shippable.yml': plain } },
      })),
    );
    onTestFinished(() => fake.close());
    const url = 'https://github.com/orgs/acme/sso?authorization_request=1';
    fake.refuse = ({ path }) =>
      path.includes('/acme/web/')
        ? {
            status: 403,
            headers: { 'x-github-sso': `required; url=${url}` },
            body: { message: 'Resource protected by organization SAML enforcement.' },
          }
        : undefined;
    const env = { GITHUB_API_URL: fake.api, GH_TOKEN: token };
    const ran = await audit(['--org', 'acme'], env, (wanted) => exchange(wanted, {}));
    expect(ran.report?.totals).toMatchObject({ converted: 1, failed: 1 });
    expect(ran.report?.repositories.find(({ failure }) => failure)?.failure?.help).toContain(url);
  });
});
