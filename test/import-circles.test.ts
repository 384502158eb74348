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

/** The rooms of the map, from the top floor down, with the rooms that each may import. */
function readMap(text: string): ReadonlyMap<string, readonly string[]> {
  const rows = text.matchAll(/^\| `([^`]+)\/` \|.*\| ([^|]+) \|$/gm);
  return new Map(
    [...rows].map(([, room = '', arrows = '']) => [
      room,
      [...arrows.matchAll(/`([^`]+)`/g)].map(([, to = '']) => to),
    ]),
  );
}

/** Imports between rooms that the map lacks, and arrows of the map that nobody needs or that point upward. */
function wrongArrows(imports: Imports, map: ReadonlyMap<string, readonly string[]>): string[] {
  const rooms = [...map.keys()];
  const roomOf = (file: string): string =>
    rooms
      .filter((room) => file.startsWith(`${room}/`))
      .reduce((longest, room) => (room.length > longest.length ? room : longest), '');
  const wrong = new Set<string>();
  const unused = new Set([...map].flatMap(([from, to]) => to.map((room) => `${from} > ${room}`)));
  for (const [file, named] of imports) {
    const from = roomOf(file);
    for (const other of named) {
      const to = roomOf(other);
      if (from === to) continue;
      if (map.get(from)?.includes(to) !== true) wrong.add(`${file} imports ${other}`);
      unused.delete(`${from} > ${to}`);
    }
  }
  const upward = [...map].flatMap(([from, to]) =>
    to
      .filter((room) => rooms.indexOf(room) <= rooms.indexOf(from))
      .map((room) => `${from} > ${room} points upward`),
  );
  return [...wrong, ...[...unused].map((arrow) => `${arrow} is not needed`), ...upward];
}

test('every arrow between folders of src is listed in its map, and points down', () => {
  const map = readMap(readFileSync(join(folder, 'README.md'), 'utf8'));
  expect(map.size).toBeGreaterThan(30);
  expect(wrongArrows(importsBelow(folder), map)).toEqual([]);
});

/** The folders of the files, as a map of imports of its own: each folder with those that its files import from. */
function foldersOf(imports: Imports): Imports {
  const folders = new Map<string, string[]>();
  for (const [file, named] of imports) {
    const from = dirname(file);
    const to = named.map((name) => dirname(name)).filter((other) => other !== from);
    folders.set(from, [...(folders.get(from) ?? []), ...to]);
  }
  return folders;
}

test('folders need each other one way, but for files that lie beside folders of theirs', () => {
  const folders = foldersOf(importsBelow(folder));
  // What the commands share lies beside their table, and so do the programs of dev beside what they share.
  const beside = new Set(['cli', 'dev']);
  const within = [...folders].filter(([name]) => !beside.has(name));
  expect(within.filter(([name]) => name.startsWith('legacy/')).length).toBeGreaterThan(20);
  expect(circles(new Map(within))).toEqual([]);
});

test('a wrong arrow is found', () => {
  const map = readMap('| `a/` | x | `a/b` `c` |\n| `a/b/` | x | nothing |\n| `c/` | x | `a` |\n');
  const imports = new Map([
    ['a/x.ts', ['a/b/x.ts']],
    ['a/b/x.ts', ['c/x.ts']],
  ]);
  expect(wrongArrows(imports, map)).toEqual([
    'a/b/x.ts imports c/x.ts',
    'a > c is not needed',
    'c > a is not needed',
    'c > a points upward',
  ]);
});

test('a circle is found', () => {
  const imports = new Map([
    ['a.ts', ['b.ts', 'c.ts']],
    ['b.ts', ['c.ts']],
    ['c.ts', ['b.ts']],
  ]);
  expect(circles(imports)).toEqual(['b.ts > c.ts > b.ts']);
});
