import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { githubRunner } from '../../src/host/runner/github-runner.ts';
import { literalLine } from '../../src/host/runner/workflow-commands.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-runner-'));
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

test('a link that somebody planted in the place of a folder is not followed', () => {
  const outside = path.join(folder, 'outside');
  fs.mkdirSync(outside, { recursive: true });
  const { files } = githubRunner({ RUNNER_TEMP: folder });
  const own = path.join(folder, 'codeship');
  fs.symlinkSync(outside, own);
  files.makeFolder(own);
  files.write(path.join(own, 'app.env'), 'A=1');
  expect(fs.readdirSync(outside)).toEqual([]);
  expect(fs.lstatSync(own).isDirectory()).toBe(true);
  expect(fs.statSync(own).mode & 0o777).toBe(0o700);
  fs.rmSync(path.join(own, 'app.env'));
  fs.symlinkSync(path.join(outside, 'taken'), path.join(own, 'app.env'));
  files.write(path.join(own, 'app.env'), 'A=2');
  expect(fs.readdirSync(outside)).toEqual([]);
});

test('a folder and those above it are for their owner alone; where none can be made, that is told', () => {
  const { files } = githubRunner({ RUNNER_TEMP: folder });
  fs.mkdirSync(folder, { recursive: true });
  files.makeFolder(path.join(folder, 'a', 'b'));
  for (const made of ['a', 'a/b']) {
    expect(fs.statSync(path.join(folder, made)).mode & 0o777).toBe(0o700);
  }
  fs.writeFileSync(path.join(folder, 'file'), '');
  expect(() => files.makeFolder(path.join(folder, 'file', 'b'))).toThrow('ENOTDIR');
  // A system that says ENOENT of a new folder.
  if (fs.existsSync('/proc/self'))
    expect(() => files.makeFolder('/proc/.docker/buildx')).toThrow('ENOENT');
});

test('children get nothing that is for the step alone', async () => {
  const own = {
    PATH: `:.:${process.env['PATH']}`,
    KEPT: '1',
    INPUT_PASSWORD: 's1',
    QUAY_INTEGRATION_PASSWORD: 's2',
    CODESHIP_AES_KEY: 's3',
    ACTIONS_RUNTIME_TOKEN: 's4',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 's5',
    GITHUB_TOKEN: 's6',
    AWS_SECRET_ACCESS_KEY: 's7',
  };
  const { exec } = githubRunner(own);
  const result = await exec('env', [], { needs: ['ACTIONS_RUNTIME_TOKEN'], env: { MORE: '2' } });
  if (result.kind !== 'exited') throw new Error('there is no env');
  const seen = new Map(
    result.stdout
      .trim()
      .split('\n')
      .map((line) => line.split('=') as [string, string]),
  );
  expect([...seen.keys()].sort()).toEqual(['ACTIONS_RUNTIME_TOKEN', 'KEPT', 'MORE', 'PATH']);
  expect(seen.get('PATH')).toBe(process.env['PATH']);
});

test.each([' ', '\t', '\u0085', '\u00a0', '\u2028 \u0085', '\u3000', ''])(
  'white space of the runner in front of a command, %j, makes none of it',
  (space) => {
    expect(literalLine(`${space}::add-mask::x`)).toBe(`${space}:\u200b:add-mask::x`);
  },
);
