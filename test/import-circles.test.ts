import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const folder = new URL('../src', import.meta.url).pathname;

/** What a file names relative to itself: values, types, and modules that it loads later. */
const importPattern =
  /^(?:import|export)\b[^;'"]*?\bfrom '(\.[^']+)'|^import '(\.[^']+)'|\bimport\('(\.[^']+)'\)/gms;

type Imports = ReadonlyMap<string, readonly string[]>;

function importsBelow(root: string): Imports {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((file) => file.endsWith('.ts'))
      .map((file) => {
        const text = readFileSync(join(root, file), 'utf8');
        const named = [...text.matchAll(importPattern)].map(
          ([, from, plain, later]) => from ?? plain ?? later ?? '',
        );
        return [file, named.map((name) => relative('.', join(dirname(file), name)))];
      }),
  );
}

/** Every circle that a walk through the imports closes, as the files on it. */
function circles(imports: Imports): readonly string[] {
  const found: string[] = [];
  const left = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    if (left.has(file)) return;
    const at = path.indexOf(file);
    if (at >= 0) {
      found.push([...path.slice(at), file].join(' > '));
      return;
    }
    for (const next of imports.get(file) ?? []) walk(next, [...path, file]);
    left.add(file);
  };
  for (const file of imports.keys()) walk(file, []);
  return found;
}

test('no file of src needs itself, not even for a type', () => {
  const imports = importsBelow(folder);
  const known = [...imports.values()].flat().filter((file) => !file.endsWith('.json'));
  expect(imports.size).toBeGreaterThan(300);
  expect(known.filter((file) => !imports.has(file))).toEqual([]);
  expect(circles(imports)).toEqual([]);
});

test('a circle is found', () => {
  const imports = new Map([
    ['a.ts', ['b.ts', 'c.ts']],
    ['b.ts', ['c.ts']],
    ['c.ts', ['b.ts']],
  ]);
  expect(circles(imports)).toEqual(['b.ts > c.ts > b.ts']);
});
