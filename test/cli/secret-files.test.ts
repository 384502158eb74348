import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decryptProgram } from '../../src/cli/encrypted-files/decrypt.ts';
import { encryptProgram } from '../../src/cli/encrypted-files/encrypt.ts';
import type { Program } from '../../src/cli/program.ts';
import { encipher } from '../../src/secret/cipher.ts';

const key = Buffer.alloc(32, 3).toString('base64');
const plain = '# mine\nTOKEN=a-long-secret\n';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'transship-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string | Uint8Array): void =>
  writeFileSync(join(folder, name), content);
const get = (name: string): string => readFileSync(join(folder, name), 'utf8');

async function run(
  program: Program,
  file: string,
  options: Readonly<Record<string, string>> = {},
  { env = { CODESHIP_AES_KEY: key } as Record<string, string>, stdin = '' } = {},
) {
  return runWith(program, [file], options, env, stdin);
}

async function runWith(
  program: Program,
  names: readonly string[],
  options: Readonly<Record<string, string>> = {},
  env: Record<string, string> = { CODESHIP_AES_KEY: key },
  stdin = '',
) {
  const printed = { stdout: '', stderr: '' };
  const code = await program(
    { arguments: names, options },
    {
      stdout: (text) => {
        printed.stdout += text;
      },
      stderr: (text) => {
        printed.stderr += text;
      },
      stdin: () => Buffer.from(stdin),
      readLine: () => undefined,
      env,
      folder,
      color: { stdout: false, stderr: false },
    },
  );
  return { code, ...printed };
}

test('what is encrypted opens again, by files, with mode 0600', async () => {
  put('env', plain);
  expect(await run(encryptProgram, 'env', { out: 'env.encrypted' })).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
  expect(get('env.encrypted')).toMatch(/^[A-Za-z0-9+/]+=*$/);
  expect(await run(decryptProgram, 'env.encrypted', { out: 'opened' })).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
  expect(get('opened')).toBe(plain);
  expect(statSync(join(folder, 'opened')).mode & 0o777).toBe(0o600);
});

test('by standard input and output, every time with another IV', async () => {
  const first = await run(
    encryptProgram,
    '-',
    {},
    { env: { CODESHIP_AES_KEY: key }, stdin: plain },
  );
  const second = await run(
    encryptProgram,
    '-',
    {},
    { env: { CODESHIP_AES_KEY: key }, stdin: plain },
  );
  expect(first.stdout).not.toBe(second.stdout);
  const opened = await run(
    decryptProgram,
    '-',
    {},
    { env: { CODESHIP_AES_KEY: key }, stdin: first.stdout },
  );
  expect(opened).toEqual({ code: 0, stdout: plain, stderr: '' });
});

describe('the key', () => {
  const sealedText = async (): Promise<string> =>
    (await run(encryptProgram, '-', {}, { env: { CODESHIP_AES_KEY: key }, stdin: plain })).stdout;

  test('lies in codeship.aes', async () => {
    put('x', await sealedText());
    put('codeship.aes', `${key}\n`);
    expect(await run(decryptProgram, 'x', {}, { env: {} })).toMatchObject({
      code: 0,
      stdout: plain,
    });
  });

  test('lies where --key-path says, which beats the variable', async () => {
    put('x', await sealedText());
    put('other.key', key);
    const env = { CODESHIP_AES_KEY: Buffer.alloc(32, 9).toString('base64') };
    expect(await run(decryptProgram, 'x', { 'key-path': 'other.key' }, { env })).toMatchObject({
      code: 0,
      stdout: plain,
    });
    expect(await run(decryptProgram, 'x', {}, { env })).toMatchObject({ code: 1, stdout: '' });
  });

  test('is missing', async () => {
    put('x', await sealedText());
    const result = await run(decryptProgram, 'x', {}, { env: {} });
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toMatch(/No AES key provided[\s\S]*--key-path/);
    const named = await run(decryptProgram, 'x', { 'key-path': 'nowhere' }, { env: {} });
    expect(named.stderr).toMatch(/the key `nowhere` could not be read/);
  });
});

describe('what goes wrong', () => {
  test('a file that is missing', async () => {
    expect((await run(decryptProgram, 'x')).stderr).toMatch(/`x` could not be read/);
  });

  test('a plain file', async () => {
    put('x', plain);
    const result = await run(decryptProgram, 'x');
    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(/not a file that CodeShip encrypted/);
    expect(result.stderr).not.toContain('a-long-secret');
  });

  test('encrypting twice', async () => {
    put('env', plain);
    await run(encryptProgram, 'env', { out: 'once' });
    expect(await run(encryptProgram, 'once')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/encrypted already/),
    });
  });

  test('a file in the way, also a link', async () => {
    put('env', plain);
    put('taken', 'mine');
    symlinkSync(join(folder, 'taken'), join(folder, 'link'));
    for (const out of ['taken', 'link']) {
      expect(await run(encryptProgram, 'env', { out })).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/is there already[\s\S]*--force/),
      });
    }
    expect(get('taken')).toBe('mine');
    expect((await run(encryptProgram, 'env', { out: 'link', force: '' })).code).toBe(0);
    expect(get('taken'), 'the link is replaced, not what it points to').toBe('mine');
  });

  test('a folder that is missing', async () => {
    put('env', plain);
    expect((await run(encryptProgram, 'env', { out: 'none/x' })).stderr).toMatch(
      /could not be written/,
    );
  });
});

test('bytes that are no text', async () => {
  put('keystore', Uint8Array.of(0, 1, 254, 255, 0));
  const sealedFile = await run(encryptProgram, 'keystore', { out: 'x' });
  expect(sealedFile.stderr).toMatch(/--binary/);
  expect(await run(decryptProgram, 'x')).toMatchObject({ code: 1 });
  expect((await run(decryptProgram, 'x', { binary: '' })).stderr).toMatch(/second argument/);
  expect((await run(decryptProgram, 'x', { binary: '', out: 'opened' })).code).toBe(0);
  expect([...readFileSync(join(folder, 'opened'))]).toEqual([0, 1, 254, 255, 0]);
});

describe('a signed file that no checksum confirms', () => {
  const iv = Buffer.alloc(16, 5);
  const unconfirmed = `codeship:v2\n${Buffer.concat([iv, encipher(Buffer.from(key, 'base64'), iv, Buffer.from(plain)), Buffer.alloc(32)]).toString('base64')}`;

  test('is not opened', async () => {
    put('x', unconfirmed);
    const result = await run(decryptProgram, 'x');
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toMatch(/could not be confirmed/);
  });

  test('is shown on request, with a loud warning', async () => {
    put('x', unconfirmed);
    const result = await run(decryptProgram, 'x', { unverified: '' });
    expect(result).toMatchObject({ code: 0, stdout: plain });
    expect(result.stderr).toMatch(/^warning: NOT VERIFIED/);
  });

  test('with a wrong key there is nothing to show', async () => {
    put('x', unconfirmed);
    const env = { CODESHIP_AES_KEY: Buffer.alloc(32, 9).toString('base64') };
    expect(await run(decryptProgram, 'x', { unverified: '' }, { env })).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/no layout gives readable text/),
    });
  });
});

describe('IN OUT, as the old tool had it', () => {
  test('writes and reads files with mode 0600', async () => {
    put('env', plain);
    expect(await runWith(encryptProgram, ['env', 'env.encrypted'])).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(await runWith(decryptProgram, ['env.encrypted', 'opened'])).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(get('opened')).toBe(plain);
    expect(statSync(join(folder, 'opened')).mode & 0o777).toBe(0o600);
    expect(await runWith(decryptProgram, ['env.encrypted', '-'])).toMatchObject({ stdout: plain });
  });

  test('a file that is there stays without --force', async () => {
    put('env', plain);
    put('out', 'mine');
    const refused = await runWith(encryptProgram, ['env', 'out']);
    expect(refused).toMatchObject({ code: 1 });
    expect(get('out')).toBe('mine');
    expect(await runWith(encryptProgram, ['env', 'out'], { force: '' })).toMatchObject({ code: 0 });
  });

  test('two outputs are wrong usage', async () => {
    put('env', plain);
    expect(await runWith(encryptProgram, ['env', 'a'], { out: 'b' })).toMatchObject({ code: 2 });
  });

  test('a file larger than memory should hold passes through, and leaves nothing with a wrong key', async () => {
    const large = `${'TOKEN=a-long-secret\n'.repeat(80_000)}`;
    put('env', large);
    expect(await runWith(encryptProgram, ['env', 'sealed'])).toMatchObject({ code: 0 });
    const wrong = { CODESHIP_AES_KEY: Buffer.alloc(32, 9).toString('base64') };
    const failed = await runWith(decryptProgram, ['sealed', 'opened'], {}, wrong);
    expect(failed).toMatchObject({ code: 1 });
    expect(failed.stderr).toMatch(/does not fit/);
    expect(readdirSync(folder).sort()).toEqual(['env', 'sealed']);
    expect(await runWith(decryptProgram, ['sealed', 'opened'])).toMatchObject({ code: 0 });
    expect(get('opened')).toBe(large);
    expect(statSync(join(folder, 'opened')).mode & 0o777).toBe(0o600);
  });
});
