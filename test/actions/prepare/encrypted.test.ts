import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prepare } from '../../../src/actions/prepare/prepare.ts';
import { runAction } from '../../../src/actions/program.ts';
import { prepareInterface } from '../../../src/interfaces/prepare.ts';
import { type FakeHostOptions, fakeHost } from '../../fake-host.ts';
import { key, runPrepare, sealed } from './run-prepare.ts';

const opened = (host: ReturnType<typeof fakeHost>) =>
  Object.fromEntries(
    [...host.saved]
      .filter(([path]) => path.startsWith('/temp/codeship/'))
      .map(([path, { content, mode }]) => [path, [Buffer.from(content).toString(), mode]]),
  );

describe('files', () => {
  test('are opened below RUNNER_TEMP, for nobody else, and hidden', async () => {
    const { host, exitCode, log } = await runPrepare(
      { INPUT_ENCRYPTED_FILES: 'env.encrypted\n  deploy/prod.env.encrypted  \n' },
      {
        files: {
          '/workspace/env.encrypted': sealed('# first\nTOKEN=sesame-open\n'),
          '/workspace/deploy/prod.env.encrypted': sealed('PASSWORD=other-word'),
        },
      },
    );
    expect(log).toBe('Opened env.encrypted\nOpened deploy/prod.env.encrypted');
    expect(exitCode).toBe(0);
    expect(opened(host)).toEqual({
      '/temp/codeship/env.encrypted': ['# first\nTOKEN=sesame-open\n', 0o600],
      '/temp/codeship/deploy/prod.env.encrypted': ['PASSWORD=other-word', 0o600],
    });
    expect(host.folders).toEqual(
      new Map([
        ['/temp/codeship', 0o700],
        ['/temp/codeship/deploy', 0o700],
      ]),
    );
    expect(host.outputs.get('folder')).toBe('/temp/codeship');
    for (const mask of [
      key,
      '# first',
      'TOKEN=sesame-open',
      'sesame-open',
      'PASSWORD=other-word',
      'other-word',
    ]) {
      expect(host.masks).toContain(mask);
    }
  });

  test('nothing asked: nothing done', async () => {
    const { host, exitCode } = await runPrepare({});
    expect(exitCode).toBe(0);
    expect(host.saved.size + host.folders.size).toBe(0);
    expect(Object.fromEntries(host.outputs)).toEqual({ folder: '', holds: '[]' });
  });

  test.each<[string, string, FakeHostOptions, RegExp]>([
    [
      'a path above the workspace',
      '../etc/passwd',
      {},
      /\.\.\/etc\/passwd is outside of the workspace/,
    ],
    ['an absolute path', '/etc/passwd', {}, /is outside of the workspace/],
    ['a way out and in again', 'a/../../workspace-2/x', {}, /is outside/],
    ['the workspace itself', '.', {}, /is outside/],
    [
      'a link that leads out of the workspace',
      'x',
      { files: { '/outside/x': 'x' }, links: { '/workspace/x': '/outside/x' } },
      /x is a link that leads out of the workspace/,
    ],
    [
      'a link to a neighbour with a longer name',
      'x',
      { files: { '/workspace-2/x': 'x' }, links: { '/workspace/x': '/workspace-2/x' } },
      /link that leads out/,
    ],
    ['nothing there', 'missing.encrypted', {}, /missing\.encrypted was not found.*checkout/s],
    ['a folder', 'folder', { files: { '/workspace/folder/x': 'x' } }, /is a folder/],
    [
      'a plain file',
      'x',
      { files: { '/workspace/x': 'A=1\n' } },
      /x: This is not a file that CodeShip encrypted/,
    ],
  ])('%s is refused', async (_, path, options, message) => {
    const { host, exitCode, log } = await runPrepare({ INPUT_ENCRYPTED_FILES: path }, options);
    expect(exitCode).toBe(1);
    expect(log).toMatch(message);
    expect(opened(host)).toEqual({});
    expect(host.outputs.has('folder')).toBe(false);
  });

  test('an absolute path inside the workspace, and a link within it, are fine', async () => {
    const { host } = await runPrepare(
      { INPUT_ENCRYPTED_FILES: '/workspace/a\n./sub/../b' },
      {
        files: {
          '/workspace/a': sealed('A=first-secret'),
          '/workspace/real': sealed('B=second-secret'),
        },
        links: { '/workspace/b': '/workspace/real' },
      },
    );
    expect(Object.keys(opened(host))).toEqual(['/temp/codeship/a', '/temp/codeship/b']);
  });

  test('one that fails: all are reported, none is written', async () => {
    const { host, log } = await runPrepare(
      { INPUT_ENCRYPTED_FILES: 'good\nbad\nmissing' },
      { files: { '/workspace/good': sealed('A=good-secret'), '/workspace/bad': 'no base64!' } },
    );
    expect(log).toMatch(/bad: This is not/);
    expect(log).toMatch(/missing was not found/);
    expect(opened(host)).toEqual({});
  });

  test('a wrong key names the file, and not the key', async () => {
    const other = Buffer.alloc(32, 'o').toString('base64');
    const { log } = await runPrepare(
      { INPUT_ENCRYPTED_FILES: 'env', INPUT_AES_KEY: other },
      { files: { '/workspace/env': sealed('A=some long enough secret text') } },
    );
    expect(log).toMatch(/env: The AES key does not fit/);
    expect(log).not.toContain(other);
  });

  test('a broken key is one error, however many files', async () => {
    const { host } = await runPrepare(
      { INPUT_ENCRYPTED_FILES: 'a\nb', INPUT_AES_KEY: 'c2hvcnQ=' },
      { files: { '/workspace/a': sealed('A=1'), '/workspace/b': sealed('B=1') } },
    );
    expect(host.lines.filter((line) => line.startsWith('error'))).toEqual([
      expect.stringMatching(/decodes to 5 bytes/),
    ]);
  });
});

describe('no key', () => {
  const event = (head: unknown) => ({
    env: { INPUT_AES_KEY: '', GITHUB_EVENT_PATH: '/event.json', GITHUB_REPOSITORY: 'acme/shop' },
    files: {
      '/event.json': JSON.stringify({ pull_request: { head } }),
      '/workspace/env': sealed('A=1'),
    },
  });

  test.each<[string, FakeHostOptions, RegExp]>([
    [
      'a fork',
      event({ repo: { full_name: 'someone/shop' } }),
      /pull requests from forks get no secrets.*head\.repo\.full_name/s,
    ],
    ['a fork that was deleted', event({ repo: null }), /pull requests from forks/],
    [
      'a pull request of the repository itself',
      event({ repo: { full_name: 'Acme/Shop' } }),
      /No AES key provided.*secrets\.CODESHIP_AES_KEY/s,
    ],
    ['a push', { env: { INPUT_AES_KEY: ' ' } }, /No AES key provided/],
    [
      'Dependabot',
      { env: { INPUT_AES_KEY: '', GITHUB_ACTOR: 'dependabot[bot]' } },
      /Dependabot secrets/,
    ],
  ])('%s', async (_, options, message) => {
    const { exitCode, log } = await runPrepare(
      { INPUT_ENCRYPTED_FILES: 'env' },
      { ...options, env: { ...options.env } },
    );
    expect(exitCode).toBe(1);
    expect(log).toMatch(message);
  });
});

describe('values', () => {
  test('are opened by name', async () => {
    const { host, exitCode } = await runPrepare({
      INPUT_ENCRYPTED_VALUES: `web.environment=${sealed('A=from-yml')}\nARGS = ${sealed('B=other-yml')}`,
    });
    expect(exitCode).toBe(0);
    expect(opened(host)).toEqual({
      '/temp/codeship/web.environment': ['A=from-yml', 0o600],
      '/temp/codeship/ARGS': ['B=other-yml', 0o600],
    });
  });

  test.each([
    ['no name', '=AAAA', /Line 1 of input encrypted-values/],
    ['a path as a name', `../x=${sealed('A=1')}`, /Line 1/],
    ['a hidden name', `.x=${sealed('A=1')}`, /Line 1/],
    ['a line without a name', `${sealed('A=1').replace('=', '')}`, /Line 1/],
    ['one name twice', `a=${sealed('A=one')}\na=${sealed('A=two')}`, /a would overwrite/],
  ])('%s is refused', async (_, text, message) => {
    const { exitCode, log } = await runPrepare({ INPUT_ENCRYPTED_VALUES: text });
    expect(exitCode).toBe(1);
    expect(log).toMatch(message);
  });

  test('a value that would be a folder of a file is refused', async () => {
    const { log } = await runPrepare(
      { INPUT_ENCRYPTED_VALUES: `env=${sealed('A=one')}`, INPUT_ENCRYPTED_FILES: 'env/x' },
      { files: { '/workspace/env/x': sealed('A=two') } },
    );
    expect(log).toMatch(/would overwrite/);
  });
});

describe('what the log says', () => {
  const logOf = async (text: string) =>
    (await runPrepare({ INPUT_ENCRYPTED_FILES: 'x' }, { files: { '/workspace/x': sealed(text) } }))
      .log;

  test.each([
    [
      'values that cannot be hidden, by their lines',
      'A=long-secret\nB=true\nC=x\n',
      /notice: x: the value at lines 2, 3 .* too short or too common/,
    ],
    ['one of them', 'B=true\n', /the value at line 1 of/],
    ['quotes', 'A="long secret"', /warning: x: The value at line 1 is in quotes/],
    ['the old YAML form', 'A: long secret', /warning: x: Every line reads `KEY: value`/],
    ['JSON that is none', '{"auths": ', /not valid JSON/],
  ])('%s', async (_, text, message) => {
    expect(await logOf(text)).toMatch(message);
  });

  test.each([
    ['a bare token', 'ghp_sometokenofmine\n'],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nMIIB\nAAAA==\n-----END CERTIFICATE-----\n'],
    ['a dockercfg', '{"auths":{"quay.io":{"auth":"Ym9iOnNlY3JldA=="}}}'],
  ])('%s needs no word', async (_, text) => {
    expect((await logOf(text)).replace(/^warning: x: (?:Line|The).*\n/gm, '')).toBe('Opened x');
  });

  test('holds nothing of any file, however it is made', async () => {
    const secret = fc
      .stringMatching(/^[A-Za-z0-9+/!"'=: -]{8,30}$/)
      .filter((text) => text.trim().length >= 8);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('A=', 'B: ', '', 'export C=', '# ', '"'), secret)),
        async (lines) => {
          const text = lines.map((parts) => parts.join('')).join('\n');
          // What is printed is compared as it left the program, before any mask took effect.
          const plain = fakeHost({
            env: { INPUT_AES_KEY: key, INPUT_ENCRYPTED_FILES: 'x', INPUT_JOB_INDEX: '0' },
            files: { '/workspace/x': sealed(text) },
          });
          const printed: string[] = [];
          const bare = (line: string): void => void printed.push(line);
          await runAction(prepareInterface, prepare, {
            ...plain,
            log: bare,
            notice: bare,
            warning: bare,
            error: bare,
          });
          for (const [, value] of lines) expect(printed.join('\n')).not.toContain(value.trim());
        },
      ),
      { numRuns: 50 },
    );
  });
});
