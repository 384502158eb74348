import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { equivalenceCases, equivalenceFolder } from './case.ts';

const cases = equivalenceCases();
const readme = readFileSync(join(equivalenceFolder, 'README.md'), 'utf8');

/** Numbers of a table row of the README: `| Shippable | 19, 21 | ... |`. */
const excused = (title: string): number[] =>
  [...readme.matchAll(new RegExp(`^\\| ${title} \\| ([\\d, ]+) \\|`, 'gm'))].flatMap(([, list]) =>
    (list ?? '').split(',').map(Number),
  );

test.each([
  ['shippable', 'Shippable', 66],
  ['codeship', 'CodeShip', 57],
])('every trap of %s has a case or a reason', (system, title, count) => {
  const cited = cases
    .filter((of) => of.system === system)
    .flatMap(({ from }) => [...from.matchAll(/\b11\.(\d+)/g)].map(([, number]) => Number(number)));
  const all = Array.from({ length: count }, (_, index) => index + 1);
  expect([...new Set([...cited, ...excused(title)])].sort((a, b) => a - b)).toEqual(all);
  expect(excused(title).filter((number) => cited.includes(number))).toEqual([]);
});

test.each([
  'ci ok, post_ci ok',
  'ci fails',
  'post_ci fails',
  'on_success command fails',
  'explicit exit 1 in on_success',
  'pre_ci or image pull or login fails',
  'push fails',
  'cancelled',
  'timed out',
  'allow_failures job fails',
])('the result matrix has a case for: %s', (row) => {
  const found = cases.filter(({ from }) => from.includes(`3.5 (${row}`));
  expect(found.length).toBeGreaterThan(0);
});

test('cases that run side by side on one engine never build an image of the same name', () => {
  const builders = new Map<string, string[]>();
  for (const { folder, name } of cases) {
    const file = join(folder, 'codeship-services.yml');
    if (!existsSync(file)) continue;
    const services = parse(readFileSync(file, 'utf8')) as Record<
      string,
      { build?: { image?: string } }
    >;
    for (const { build } of Object.values(services))
      if (build?.image !== undefined)
        builders.set(build.image, [...(builders.get(build.image) ?? []), name]);
  }
  expect([...builders].filter(([, names]) => new Set(names).size > 1)).toEqual([]);
});
