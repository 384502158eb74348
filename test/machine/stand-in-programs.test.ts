// Programs that stand for functions where a function is not found: run through other programs and by another shell.

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { programLines } from '../../src/legacy/shippable/scripts/utilities.ts';

const folder = mkdtempSync(join(tmpdir(), 'transship-programs-'));
chmodSync(folder, 0o777);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isRoot = process.getuid?.() === 0;

function run(script: string, uid?: number): string {
  const { stdout, stderr } = spawnSync('/bin/bash', ['--noprofile', '--norc', '-e', '-c', script], {
    env: { PATH: `${folder}:${process.env['PATH'] ?? ''}`, NAME: 'filled' },
    encoding: 'utf8',
    cwd: folder,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  return `${stdout}${stderr}`.trim();
}

/** As the generated step has it, with another folder and without root. */
const install = (word: string): string =>
  (programLines(word, true) ?? []).join('\n').replaceAll('/usr/local/bin', folder);

for (const uid of [undefined, 1001]) {
  const options = { skip: uid !== undefined && !isRoot };
  const who = uid === undefined ? '' : ` as user ${uid}`;

  test(`a retry through another program and in sh${who}`, options, () => {
    rmSync(join(folder, 'shippable_retry'), { force: true });
    run(install('shippable_retry'), uid);
    writeFileSync(
      join(folder, 'second'),
      '#!/bin/sh\n[ -e was ] && echo "done $1" || { : > was; exit 1; }\n',
    );
    chmodSync(join(folder, 'second'), 0o755);
    for (const text of [
      'timeout 5 shippable_retry second "a b"',
      'sh -c \'shippable_retry second "a b"\'',
      'env X=1 shippable_retry second "a b"',
    ]) {
      rmSync(join(folder, 'was'), { force: true });
      expect(run(text, uid), text).toBe('done a b');
    }
  });

  test(`shipctl brings what it calls${who}`, options, () => {
    rmSync(join(folder, 'shipctl'), { force: true });
    run(install('shipctl'), uid);
    const file = join(folder, 'template');
    writeFileSync(file, 'a ${NAME}\n');
    chmodSync(file, 0o666);
    expect(run('sh -c "shipctl to_uppercase ab"', uid)).toBe('AB');
    if (run('command -v envsubst || :') === '') return;
    run('nice shipctl replace template', uid);
    expect(run('cat template')).toBe('a filled');
  });
}

test('sudo within sh, where an image has none', () => {
  const lines = install('sudo').split('\n').slice(1, -1).join('\n');
  run(lines);
  expect(run("sh -c 'sudo -E -H X=1 printenv X'")).toBe('1');
  expect(run('timeout 5 sudo -n echo "a  b"')).toBe('a  b');
});

test('functions of version managers change their shell, so no program stands for them', () => {
  expect(programLines('nvm', false)).toBeUndefined();
  expect(programLines('rvm', false)).toBeUndefined();
});
