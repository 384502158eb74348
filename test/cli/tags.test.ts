import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith, run } from './run.ts';

/** A registry with one repository; `password` closes it. */
async function registry(password?: string): Promise<string> {
  const server = http.createServer((request, response) => {
    const given = request.headers.authorization;
    const wanted = `Basic ${Buffer.from(`me:${password}`).toString('base64')}`;
    const answer = (status: number, body: object, headers = {}): void => {
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    if (password !== undefined && given !== wanted) {
      answer(401, {}, { 'WWW-Authenticate': 'Basic realm="here"' });
    } else if (request.url?.startsWith('/v2/team/app/tags/list')) {
      answer(200, { tags: ['1.10', 'latest'] });
    } else answer(request.url === '/v2/' ? 200 : 404, {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('the tags of an open registry, one a line', async () => {
  const host = await registry();
  expect(await run(['tags', `${host}/team/app:1`])).toEqual({
    code: 0,
    stdout: '1.10\nlatest\n',
    stderr: '',
  });
});

test('the credential that docker login left is used, and never printed', async () => {
  const host = await registry('s3cret-word');
  const refused = await run(['tags', `${host}/team/app`]);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/^error: /);
  const auth = Buffer.from('me:s3cret-word').toString('base64');
  const folder = folderWith({ 'config.json': JSON.stringify({ auths: { [host]: { auth } } }) });
  const ran = await run(['tags', `${host}/team/app`], { env: { DOCKER_CONFIG: folder } });
  expect(ran).toEqual({ code: 0, stdout: '1.10\nlatest\n', stderr: '' });
});

test('an unknown repository is named', async () => {
  const host = await registry();
  const { code, stdout, stderr } = await run(['tags', `${host}/team/other`]);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('team/other');
});

test('wrong usage', async () => {
  expect((await run(['tags', 'Not An Image'])).code).toBe(2);
  expect((await run(['tags', 'a/b', '--username', 'x', '--access-token'])).code).toBe(2);
});
