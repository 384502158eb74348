// The table of the hosted runner against the list that it was read from, and the tables against each other.

import fs from 'node:fs';
import { expect, test } from 'vitest';
import { words } from '../../src/machine/programs/facts.ts';
import { installRow, installRows } from '../../src/machine/programs/installs.ts';
import { hostedRunner, officialImage } from '../../src/machine/programs/machines.ts';
import { parseSoftwareList } from '../../src/machine/programs/software-list.ts';
import { ubuntu2404 } from '../../src/machine/programs/ubuntu-24.04.ts';

const list = new URL(
  '../../../shared/reference/runner-facts/ubuntu-24.04-software.md',
  import.meta.url,
);

test.skipIf(!fs.existsSync(list))('every row is as the list of the image has it', () => {
  const found = parseSoftwareList(fs.readFileSync(list, 'utf8'));
  expect(Object.fromEntries(ubuntu2404.map(({ name, version }) => [name, version]))).toEqual(
    Object.fromEntries(found),
  );
});

test('no program of the runner is installed by a step', () => {
  const idle = installRows.filter(
    ({ programs, ubuntu, runner }) =>
      (ubuntu ?? runner) !== undefined &&
      programs.every((name) => hostedRunner.programs?.has(name)),
  );
  expect(idle).toEqual([]);
});

test('what the vendor had and the runner has not is known', () => {
  for (const name of words(
    'heroku eb jfrog mongo redis-cli bower grunt gulp phantomjs terraform python2',
  )) {
    expect(hostedRunner.programs?.has(name), name).toBe(false);
    expect(installRow(name), name).toBeDefined();
  }
});

test('official images have no sudo', () => {
  for (const name of ['node', 'python', 'ruby', 'golang', 'php']) {
    expect(officialImage(name).programs?.has('sudo')).toBe(false);
  }
});
