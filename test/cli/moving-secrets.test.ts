// Every command of the page on moving secrets, run in its order in a project of its own.

import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { seal } from '../../src/secret/encrypted-file.ts';
import { sealedNames } from '../../src/secret/sealed-names.ts';
import { given } from '../given.ts';
import { fakeGitHub } from './fake-github.ts';
import { folderWith, run } from './run.ts';

const page = fs.readFileSync(
  new URL('../../.github/docs/moving-secrets.md', import.meta.url),
  'utf8',
);
const commands = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
  // The token that `gh` prints is in the environment of the test.
  block.split('\n').filter((line) => line !== '' && !line.startsWith('export GH_TOKEN=')),
);
const key = Buffer.alloc(32, 6).toString('base64');

test('the page leads from a key, and from nothing, to secrets that are all there', async () => {
  expect(commands.length).toBeGreaterThan(10);
  expect(commands.every((line) => line.startsWith('transship '))).toBe(true);
  const sealed = given(seal(Buffer.from('API_TOKEN=t-123\nMODE=fast\n'), key, Buffer.alloc(16, 3)));
  const folder = folderWith({
    'codeship.aes': `${key}\n`,
    'app/codeship-services.yml': 'app:\n  build: .\n  encrypted_env_file: app.env.encrypted\n',
    'app/codeship-steps.yml': '- service: app\n  command: ./run.sh\n',
    'app/app.env.encrypted': sealed,
    'app/Dockerfile': 'FROM alpine\nCOPY . .\n',
    'app/run.sh': '#!/bin/sh\ncurl -H "X: $API_TOKEN" "https://acme.example/$MODE"\n',
  });
  expect(sealedNames(key)(sealed)).toMatchObject({ kind: 'variables' });
  const api = await fakeGitHub();
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    GITHUB_API_URL: api.url,
    GITHUB_REPOSITORY: 'acme/app',
    GH_TOKEN: 'token',
  };
  const state: string[] = [];
  for (const line of commands) {
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, bare]) => quoted ?? bare ?? '',
    );
    const template = path.join(folder, 'secrets.txt');
    if (words.includes('--from')) {
      const empty = fs.readFileSync(template, 'utf8');
      fs.writeFileSync(
        template,
        empty.replace('API_TOKEN=', 'API_TOKEN=new').replace('MODE=', 'MODE=slow'),
      );
    }
    const given = words.slice(1).filter((word) => word !== '--force');
    const ran = await run(line.includes(' convert ') ? [...given, '--force'] : given, {
      folder: path.join(folder, 'app'),
      env,
    });
    expect({ line, code: ran.code, stderr: ran.code === 0 ? '' : ran.stderr }).toEqual({
      line,
      code: 0,
      stderr: '',
    });
    if (!line.startsWith('transship decrypt'))
      expect(ran.stdout + ran.stderr).not.toContain('t-123');
    if (line.includes('--yes'))
      state.push(
        [...api.values]
          .map(([at, value]) => `${path.posix.basename(at)}=${value.length}`)
          .join(' '),
      );
  }
  expect(state).toEqual([
    'CODESHIP_AES_KEY=44',
    'CODESHIP_AES_KEY=44 API_TOKEN=5 MODE=4',
    'CODESHIP_AES_KEY=44 API_TOKEN=3 MODE=4',
  ]);
});
