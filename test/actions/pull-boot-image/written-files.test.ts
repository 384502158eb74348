import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeWritten } from '../../../src/actions/pull-boot-image/written-files.ts';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-written-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

type Written = Readonly<Record<string, string | Error>>;

/** What a step's files, by their names in its folder, leave behind where the runner has these of its own. */
async function taken(written: Written, ofRunner: readonly string[] = ['GITHUB_ENV']) {
  const said: string[] = [];
  const state = {
    pathAdded: ['/earlier'],
    inside: { USER: 'root' } as Readonly<Record<string, string>>,
    booted: { folders: [{ outside: '/home/runner/temp', inside: '/dev/t/temp' }] },
  };
  const own = Object.fromEntries(ofRunner.map((name) => [name, path.join(folder, name)]));
  const lost = await takeWritten(
    state,
    own,
    {
      read: (file) => {
        const text = written[file];
        if (text instanceof Error) throw text;
        return text;
      },
    },
    {
      write: async (_stream, bytes) => void said.push(Buffer.from(bytes).toString()),
      end: async () => {},
    },
  );
  const files = Object.fromEntries(
    Object.entries(own).flatMap(([name, file]) =>
      fs.existsSync(file) ? [[name, fs.readFileSync(file, 'utf8')]] : [],
    ),
  );
  return { lost, files, said: said.join(''), inside: state.inside, pathAdded: state.pathAdded };
}

test('variables go to the runner, with its names of folders; PATH and the like stay inside', async () => {
  expect(await taken({ env: 'FILE=/dev/t/temp/a\nPATH=/opt/bin\n' })).toEqual({
    lost: false,
    files: { GITHUB_ENV: 'FILE=/home/runner/temp/a\n' },
    said: '',
    inside: { USER: 'root', PATH: '/opt/bin' },
    pathAdded: ['/earlier'],
  });
});

test('a variable that would steer the machine stays inside, and the log says so', async () => {
  const { files, said, inside } = await taken({ env: 'LD_PRELOAD=/x.so\nA=1\n' });
  expect(files).toEqual({ GITHUB_ENV: 'A=1\n' });
  expect(inside).toEqual({ USER: 'root', LD_PRELOAD: '/x.so' });
  expect(said).toContain('::notice title=transship boot::"LD_PRELOAD" only apply inside');
});

test('outputs have the names of folders of the machine, a summary is text', async () => {
  const all = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'];
  const { files } = await taken({ output: 'file=/dev/t/temp/a\n', summary: '/dev/t/temp\n' }, all);
  expect(files).toEqual({
    GITHUB_OUTPUT: 'file=/home/runner/temp/a\n',
    GITHUB_STEP_SUMMARY: '/dev/t/temp\n',
  });
});

test('what came last into PATH comes first', async () => {
  const { pathAdded, files } = await taken({ path: '/one\n/two\n' }, ['GITHUB_PATH']);
  expect(pathAdded).toEqual(['/two', '/one', '/earlier']);
  expect(files).toEqual({});
});

test('a file that cannot be taken over is lost, and the others are not', async () => {
  const broken = new Error('the file is a link');
  const { lost, files, said } = await taken({ env: broken, output: 'a=1\n' }, [
    'GITHUB_ENV',
    'GITHUB_OUTPUT',
  ]);
  expect(lost).toBe(true);
  expect(files).toEqual({ GITHUB_OUTPUT: 'a=1\n' });
  expect(said).toBe(
    '::error title=transship boot::The text that the script wrote to GITHUB_ENV is lost: the file is a link\n',
  );
});

test('a file of the runner that cannot be written to is a loss too', async () => {
  fs.mkdirSync(path.join(folder, 'GITHUB_ENV'));
  const step = { GITHUB_ENV: path.join(folder, 'GITHUB_ENV') };
  const said: string[] = [];
  const lost = await takeWritten(
    { pathAdded: [], inside: {}, booted: { folders: [] } },
    step,
    { read: () => 'A=1\n' },
    {
      write: async (_stream, bytes) => void said.push(Buffer.from(bytes).toString()),
      end: async () => {},
    },
  );
  expect(lost).toBe(true);
  expect(said.join('')).toContain('The text that the script wrote to GITHUB_ENV is lost');
});

test('nothing is written where the runner has no such file, or the step wrote nothing', async () => {
  expect((await taken({ state: 'a=1\n' })).files).toEqual({});
  expect((await taken({ env: '' })).files).toEqual({});
});
