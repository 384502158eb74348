// The client of the engine's API against a server on a Unix socket.

import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ask,
  connect,
  download,
  type EngineAddress,
  hijack,
  reasonOf,
  upload,
} from '../../src/docker/engine-api.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-engine-'));
const engine: EngineAddress = { kind: 'socket', path: path.join(folder, 's') };
const server = http.createServer(async (request, response) => {
  const body = await text(request);
  if (request.url === '/refused') {
    response.statusCode = 409;
    response.end('{"message": "not running"}');
  } else if (request.url === '/_ping') {
    response.setHeader('OSType', 'windows');
    response.end('OK');
  } else response.end(`${request.method} ${request.headers['content-type'] ?? '-'} ${body}`);
});
server.on('upgrade', (request, socket) => {
  if (request.url === '/refused') {
    socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 4\r\n\r\ngone');
    return;
  }
  // The first bytes may come with the head.
  socket.write('HTTP/1.1 101 UPGRADED\r\nconnection: Upgrade\r\nupgrade: tcp\r\n\r\nfirst');
  socket.on('data', (bytes) => socket.end(bytes));
});

beforeAll(() => new Promise<void>((resolve) => server.listen(path.join(folder, 's'), resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

test('a question with and without a body', async () => {
  expect(await ask(engine, { method: 'GET', path: '/x' })).toEqual({ status: 200, text: 'GET - ' });
  expect(await ask(engine, { method: 'POST', path: '/x', body: { A: 1 } })).toEqual({
    status: 200,
    text: 'POST application/json {"A":1}',
  });
});

test("an engine's no is an answer, with its own words", async () => {
  const answer = await ask(engine, { method: 'GET', path: '/refused' });
  expect(answer.status).toBe(409);
  expect(reasonOf(answer)).toBe('not running');
  expect(reasonOf({ status: 502, text: 'Bad Gateway\n' })).toBe('Bad Gateway');
  expect(reasonOf({ status: 500, text: '' })).toBe('HTTP 500');
  expect(await download(engine, '/refused')).toMatchObject({ kind: 'refused' });
});

test("the system of an engine's containers is in the head of an answer", async () => {
  expect(await ask(engine, { method: 'GET', path: '/_ping' })).toMatchObject({ system: 'windows' });
});

test('no engine is not an answer', async () => {
  const nowhere: EngineAddress = { kind: 'socket', path: path.join(folder, 'nowhere') };
  await expect(ask(nowhere, { method: 'GET', path: '/x' })).rejects.toThrow('ENOENT');
});

test('bytes go up and come down', async () => {
  const parts = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from('one ');
    yield Buffer.alloc(200_000, '.');
  };
  const { text: said } = await upload(engine, '/archive', parts());
  expect(said).toBe(`PUT application/x-tar one ${'.'.repeat(200_000)}`);
  const down = await download(engine, '/x');
  expect(down.kind === 'body' ? await text(down.body) : down).toBe('GET - ');
});

test('a connection becomes a raw stream', async () => {
  const attached = await hijack(engine, '/exec/1/start', {});
  if (attached.kind === 'refused') throw new Error('refused');
  attached.stream.write(' and back');
  expect(await text(attached.stream)).toBe('first and back');
  expect(await hijack(engine, '/refused', {})).toEqual({
    kind: 'refused',
    answer: { status: 404, text: 'gone' },
  });
});

test('what is passed on as it is goes over a plain connection', async () => {
  const socket = await connect(engine);
  socket.end('GET /x HTTP/1.1\r\nhost: docker\r\nconnection: close\r\n\r\n');
  expect(await text(socket)).toContain('GET - ');
});
