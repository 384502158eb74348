import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { request } from '../../src/host/network/http.ts';
import { startServer } from '../registry/http-server.ts';

const closers: (() => void)[] = [];
afterAll(() => {
  for (const close of closers) close();
});

async function listen(server: http.Server | net.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

describe('an exchange', () => {
  test('gives status, headers and body as they are, and follows no redirect', async () => {
    const server = await startServer(() => ({
      status: 307,
      headers: { location: '/x', link: 'a' },
      body: 'häi',
    }));
    const result = await request(
      { url: `${server.url}/v2/`, method: 'PUT', body: 'ü', headers: { a: 'b' } },
      {},
    );
    expect(result).toMatchObject({
      kind: 'response',
      status: 307,
      headers: { location: '/x', link: 'a' },
    });
    if (result.kind === 'response') expect(result.text()).toBe('häi');
    expect(server.seen[0]).toMatchObject({ method: 'PUT', body: 'ü' });
    expect(server.seen[0]?.headers).toMatchObject({
      a: 'b',
      'content-length': '2',
      'user-agent': 'transship',
    });
    await server.close();
  });

  test.each([
    ['refused', 'http://127.0.0.1:1/', /^127\.0\.0\.1:1 takes no connection \(ECONNREFUSED\)$/],
    [
      'unknown-host',
      'http://no-such-host.invalid/',
      /^the host name no-such-host\.invalid is unknown/,
    ],
  ])('that is %s says so', async (reason, url, message) => {
    expect(await request({ url }, {})).toEqual({
      kind: 'failure',
      reason,
      message: expect.stringMatching(message),
    });
  });

  test('cut before, or in the middle of, the answer', async () => {
    const port = await listen(
      net.createServer((socket) => {
        socket.on('error', () => {});
        socket.once('data', (data) => {
          if (data.toString().startsWith('GET /half'))
            socket.write('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc');
          setTimeout(() => socket.destroy(), 20);
        });
      }),
    );
    for (const place of ['whole', 'half']) {
      expect(await request({ url: `http://127.0.0.1:${port}/${place}` }, {}), place).toMatchObject({
        kind: 'failure',
        reason: 'cut',
      });
    }
  });

  test('too slow, at any point', async () => {
    const server = http.createServer((message, response) => {
      if (message.url === '/body') response.write('a');
    });
    const port = await listen(server);
    for (const place of ['head', 'body']) {
      expect(
        await request({ url: `http://127.0.0.1:${port}/${place}`, timeoutMs: 100 }, {}),
      ).toEqual({
        kind: 'failure',
        reason: 'timeout',
        message: `no answer from 127.0.0.1:${port} within 0.1 s`,
      });
    }
    server.closeAllConnections();
  });

  test('larger than asked for', async () => {
    const server = await startServer(() => ({ status: 200, body: 'x'.repeat(1000) }));
    expect(await request({ url: server.url, maxBytes: 999 }, {})).toMatchObject({
      reason: 'too-large',
    });
    expect(await request({ url: server.url, maxBytes: 1000 }, {})).toMatchObject({ status: 200 });
    await server.close();
  });
});

describe('TLS', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-test-'));
  let port = 0;
  // What was found out about a host is kept, so that each has a port of its own.
  let unknownPort = 0;
  beforeAll(async () => {
    const file = (name: string): string => path.join(folder, name);
    const openssl = (...args: readonly string[]): void =>
      void execFileSync('openssl', args, { stdio: 'ignore' });
    openssl(
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=own authority',
      '-keyout',
      file('ca.key'),
      '-out',
      file('ca.crt'),
    );
    openssl(
      'req',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-subj',
      '/CN=localhost',
      '-keyout',
      file('key'),
      '-out',
      file('csr'),
    );
    fs.writeFileSync(file('ext'), 'subjectAltName=DNS:localhost');
    openssl(
      'x509',
      '-req',
      '-in',
      file('csr'),
      '-CA',
      file('ca.crt'),
      '-CAkey',
      file('ca.key'),
      '-CAcreateserial',
      '-days',
      '1',
      '-extfile',
      file('ext'),
      '-out',
      file('crt'),
    );
    const server = () =>
      https.createServer(
        { key: fs.readFileSync(file('key')), cert: fs.readFileSync(file('crt')) },
        (_message, response) => response.end('secure'),
      );
    port = await listen(server());
    unknownPort = await listen(server());
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('by an unknown authority is not trusted', async () => {
    expect(
      await request({ url: `https://localhost:${unknownPort}/` }, { HOME: folder }),
    ).toMatchObject({
      reason: 'certificate',
      message: expect.stringMatching(/^the certificate of localhost:\d+ is not trusted \(/),
    });
  });

  test('by one that Docker trusts for the host is trusted for that host, and no other', async () => {
    const trusted = path.join(folder, 'docker/certs.d', `localhost:${port}`);
    fs.mkdirSync(trusted, { recursive: true });
    fs.copyFileSync(path.join(folder, 'ca.crt'), path.join(trusted, 'ca.crt'));
    const env = { HOME: folder, DOCKER_CONFIG: path.join(folder, 'docker') };
    expect(await request({ url: `https://127.0.0.1:${port}/` }, env)).toMatchObject({
      reason: 'certificate',
    });
    expect(await request({ url: `https://localhost:${port}/` }, env)).toMatchObject({
      status: 200,
    });
  });

  test('is not spoken by a server of plain http', async () => {
    const server = await startServer(() => ({ status: 200 }));
    expect(await request({ url: server.url.replace('http:', 'https:') }, {})).toMatchObject({
      reason: 'not-tls',
    });
    await server.close();
  });

  test('goes through a proxy by a tunnel, which shows the proxy the host only', async () => {
    const asked: string[] = [];
    const proxy = http.createServer();
    proxy.on('connect', (message, socket: net.Socket) => {
      asked.push(`${message.url} ${message.headers['proxy-authorization']}`);
      if (message.url?.startsWith('refused')) {
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
        return;
      }
      const upstream = net.connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        upstream.pipe(socket);
        socket.pipe(upstream);
      });
      socket.on('error', () => upstream.destroy());
    });
    const proxyPort = await listen(proxy);
    const env = { https_proxy: `http://user:p%40ss@127.0.0.1:${proxyPort}`, HOME: folder };
    // The certificate is for another name: that it is looked at shows that TLS reaches the far end.
    expect(await request({ url: 'https://registry.example.com/v2/' }, env)).toMatchObject({
      reason: 'certificate',
    });
    expect(asked[0]).toBe(
      `registry.example.com:443 Basic ${Buffer.from('user:p@ss').toString('base64')}`,
    );
    expect(await request({ url: 'https://refused.example.com/' }, env)).toEqual({
      kind: 'failure',
      reason: 'proxy',
      message: `the proxy 127.0.0.1:${proxyPort} refused refused.example.com:443 (HTTP 407)`,
    });
    expect(
      await request({ url: 'https://a.example.com/' }, { HTTPS_PROXY: 'http://127.0.0.1:1' }),
    ).toMatchObject({
      reason: 'proxy',
      message: expect.stringContaining('the proxy 127.0.0.1:1 gives no connection'),
    });
  });
});

test('plain http goes through a proxy by its whole URL', async () => {
  const proxy = await startServer(() => ({ status: 200, body: 'by proxy' }));
  const result = await request(
    { url: 'http://registry.example.com:5000/v2/' },
    { http_proxy: proxy.host },
  );
  expect(result).toMatchObject({ status: 200 });
  expect(proxy.seen[0]).toMatchObject({ url: 'http://registry.example.com:5000/v2/' });
  expect(proxy.seen[0]?.headers.host).toBe('registry.example.com:5000');
  await proxy.close();
});
