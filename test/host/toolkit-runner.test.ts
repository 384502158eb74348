import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { toolkitRunner } from '../../src/host/runner/toolkit-runner.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-toolkit-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
const { exec } = toolkitRunner({
  PATH: `:.:${process.env['PATH']}`,
  KEPT: '1',
  INPUT_PASSWORD: 's1',
  CODESHIP_AES_KEY: 's2',
  GITHUB_TOKEN: 's3',
}).host;

test('children get nothing that is for the step alone', async () => {
  const result = await exec('env', [], { needs: ['GITHUB_TOKEN'], env: { MORE: '2' } });
  if (result.kind !== 'exited') throw new Error('there is no env');
  const names = result.stdout.trim().split('\n');
  expect(names.sort()).toEqual([
    'GITHUB_TOKEN=s3',
    'KEPT=1',
    'MORE=2',
    `PATH=${process.env['PATH']}`,
  ]);
});

test('a child gets its arguments and its input as they are, and its exit code is not an exception', async () => {
  const result = await exec(
    'sh',
    ['-c', 'printf "<%s>" "$@"; cat; echo no >&2; exit 7', 'sh', 'a "b"', '$c'],
    {
      stdin: 'in\n',
      cwd: folder,
    },
  );
  expect(result).toEqual({
    kind: 'exited',
    exitCode: 7,
    stdout: '<a "b"><$c>in\n',
    stderr: 'no\n',
    timedOut: false,
  });
});

test('a program that is not there, and one that takes too long', async () => {
  expect(await exec('no-such-program-here', [])).toEqual({
    kind: 'not-found',
    command: 'no-such-program-here',
  });
  expect(await exec('sleep', ['2'], { timeoutMs: 50 })).toMatchObject({ timedOut: true });
});

/** The toolkit writes to the process's own output and files, so a process of its own shows what the runner gets. */
test('inputs, annotations, outputs and the summary are the toolkit’s', async () => {
  const file = (name: string): string => {
    const at = path.join(folder, name);
    fs.writeFileSync(at, '');
    return at;
  };
  const program = path.join(folder, 'program.cjs');
  const runner = path.resolve('src/host/runner/toolkit-runner.ts');
  const contents = `import { toolkitRunner } from ${JSON.stringify(runner)};
const { host, end } = toolkitRunner();
host.log('::add-mask::x');
host.warning('a\\nb\\u202e', { title: 'code', file: 'a,b.yml', line: 3, column: 1 });
host.output('report', host.input('INPUT_REPORT_FILE') + '\\n2');
host.output('none', String(host.input('INPUT_NONE')));
host.summary('# one');
host.summary('two');
void end(2);`;
  await build({
    stdin: { contents, resolveDir: folder, loader: 'js' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: program,
  });
  const env = {
    PATH: process.env['PATH'],
    INPUT_REPORT_FILE: ' r.json ',
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
  };
  const error = await promisify(execFile)(process.execPath, [program], { env }).catch((e) => e);
  expect(error.code).toBe(2);
  expect(error.stdout.split('\n')).toEqual([
    ':\u200b:add-mask::x',
    '::warning title=code,file=a%2Cb.yml,line=3,col=1::a%0Ab\ufffd',
    '',
  ]);
  const output = fs.readFileSync(env.GITHUB_OUTPUT, 'utf8');
  expect(output).toMatch(/^report<<(\S+)\n r\.json \n2\n\1\nnone<<(\S+)\nundefined\n\2\n$/);
  expect(fs.readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toBe('# one\ntwo\n');
});
