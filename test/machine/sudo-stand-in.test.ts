// The function that stands for a missing sudo, run by bash: it reads the whole grammar of what it stands for.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sudoStandIn } from '../../src/legacy/shippable/scripts/utilities.ts';

// A PATH without sudo, and with a `su` that says whom it was asked to be.
const folder = mkdtempSync(join(tmpdir(), 'transship-sudo-'));
for (const name of ['env', 'id', 'printenv']) symlinkSync(`/usr/bin/${name}`, join(folder, name));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const su =
  'su() { local script; while (($# > 1)); do case $1 in -s) shift 2 ;; -c) script=$2; shift 2 ;; esac; done; echo "as $1: $script"; }';

function run(line: string): string {
  const { stdout, stderr, status } = spawnSync(
    '/bin/bash',
    ['--noprofile', '--norc', '-e', '-c', [su, ...sudoStandIn, line].join('\n')],
    { env: { PATH: folder, KEPT: 'yes' }, encoding: 'utf8' },
  );
  return `${stdout}${stderr}`.trim() + (status === 0 ? '' : ` (${status})`);
}

for (const [line, expected] of [
  ['sudo echo a -b "c d"', 'a -b c d'],
  ['sudo -E -H echo a', 'a'],
  ['sudo -EHn echo a', 'a'],
  ['sudo -- echo -n a', 'a'],
  ['sudo NAME=v printenv NAME', 'v'],
  ['sudo -E NAME="a b" printenv NAME KEPT', 'a b\nyes'],
  ['sudo -u nobody id -u', 'as nobody: id -u'],
  ['sudo -unobody id', 'as nobody: id'],
  ['sudo -Hu nobody id "a b"', 'as nobody: id a\\ b'],
  ['sudo --user=nobody id', 'as nobody: id'],
  ['sudo --user nobody X=1 id', 'as nobody: env X=1 id'],
  ['sudo -u root echo a', 'a'],
  ['sudo -g staff -p "Password: " -C 3 echo a', 'a'],
  ['sudo -i echo a', 'a'],
  ['sudo -v', ''],
  ['sudo -k && echo after', 'after'],
  ['sudo false || echo failed', 'failed'],
  ['f() { echo "function $1"; }; sudo f 1', 'function 1'],
] as const) {
  test(line, () => expect(run(line).trimEnd()).toBe(expected));
}
