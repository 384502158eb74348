import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faults } from '../../src/dev/faults/rows.ts';
import { inProject } from '../../src/dev/project.ts';

test('the place of every fault is in the sources, once', () => {
  const wrong = faults.filter(
    ({ file, find }) => readFileSync(join(inProject('src'), file), 'utf8').split(find).length !== 2,
  );
  expect(wrong.map(({ name }) => name)).toEqual([]);
});
