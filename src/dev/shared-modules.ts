// Each module in one file. webpack, by which ncc bundles, copies a module into every file that needs it as long as what
// several files share is under 20 kB, and ncc lets nobody set that: a sixth of the bundle was copies.

/** What a file of its own must save, in characters of code with long names: each more file takes a start 0.1 ms. */
const worthAFile = 6000;

/** Programs and translators that load in as few files as webpack makes, copies and all: their start is what people wait for. */
const quick = ['cli', 'shippable', 'login', 'pull-boot-image'];

/** A file as ncc writes it: what stands before its modules, and these by number. */
type Chunk = { readonly head: string; readonly modules: ReadonlyMap<string, string> };

/** Modules that the same files contain. */
type Part = { readonly users: readonly string[]; readonly modules: ReadonlyMap<string, string> };

const opening = 'exports.modules = {\n';
const end = '\n\n};\n';

/**
 * Moves modules that several files contain into files of their own, which those load.
 *
 * @param files text by name, as ncc writes them; a file that is not a list of modules stays as it is
 * @throws where two files contain a module of one number that is not the same
 */
export function shareModules(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const chunks = new Map<string, Chunk>();
  for (const [name, text] of files) {
    const chunk = readChunk(text);
    if (chunk !== undefined) chunks.set(name, chunk);
  }
  const left = new Set(quick.flatMap((name) => filesOf(name, files)));
  const out = new Map(files);
  const loads = new Map<string, Part[]>();
  for (const part of sharedParts(chunks, left)) {
    if (saved(part) < worthAFile) continue;
    out.set(fileOf(part), `"use strict";\n${opening}${list(part.modules)}${end}`);
    for (const user of part.users) loads.set(user, [...(loads.get(user) ?? []), part]);
  }
  for (const [name, parts] of loads) {
    const { head, modules } = chunks.get(name) as Chunk;
    const moved = new Set(parts.flatMap((part) => [...part.modules.keys()]));
    const kept = new Map([...modules].filter(([id]) => !moved.has(id)));
    const loaded = parts.map((part) => `...require('./${fileOf(part)}').modules,\n`).join('');
    out.set(name, `${head}${opening}${loaded}${list(kept)}${end}`);
  }
  return out;
}

/** Nothing of a file where sloppy code may stand: there a module cannot say by itself which it is. */
function readChunk(text: string): Chunk | undefined {
  const start = text.indexOf(opening);
  if (start < 0 || !text.startsWith('"use strict";\n')) return undefined;
  const [, ...rest] = text
    .slice(start + opening.length)
    .replace(/\n\n\};\n;?\s*$/, '')
    .split(/^\/\*\*\*\/ (\d+):$/m);
  const modules = new Map<string, string>();
  for (let at = 0; at < rest.length; at += 2) {
    modules.set(rest[at] ?? '', (rest[at + 1] ?? '').replace(/,\s*$/, ''));
  }
  return { head: text.slice(0, start), modules };
}

/** @param left names of the files that are to stay whole */
function sharedParts(
  chunks: ReadonlyMap<string, Chunk>,
  left: ReadonlySet<string>,
): readonly Part[] {
  const texts = new Map<string, string>();
  const usersOf = new Map<string, string[]>();
  for (const [name, { modules }] of chunks) {
    for (const [id, text] of modules) {
      if ((texts.get(id) ?? text) !== text) throw new Error(`module ${id} differs in ${name}`);
      texts.set(id, text);
      if (left.has(name)) continue;
      usersOf.set(id, [...(usersOf.get(id) ?? []), name]);
    }
  }
  const parts = new Map<
    string,
    { readonly users: string[]; readonly modules: Map<string, string> }
  >();
  for (const [id, users] of usersOf) {
    if (users.length === 1) continue;
    const key = users.join();
    const part = parts.get(key) ?? { users, modules: new Map() };
    part.modules.set(id, texts.get(id) ?? '');
    parts.set(key, part);
  }
  return [...parts.values()];
}

/** The files that are loaded for what a table loads under this name. */
function filesOf(name: string, files: ReadonlyMap<string, string>): readonly string[] {
  const row = new RegExp(
    `^\\s+'?${name}'?: (?:async )?\\(\\) => (?:\\{[^]{0,600}?return )?Promise\\.all\\(/\\* import\\(\\) \\*/\\[([^\\]]*)\\]`,
    'm',
  );
  const found = [...files.values()].flatMap((text) => row.exec(text)?.[1] ?? []);
  if (found.length !== 1) throw new Error(`the bundle loads ${name} in ${found.length} places`);
  const numbers = [...(found[0] ?? '').matchAll(/\.e\((\d+)\)/g)].map(([, number]) => number);
  return [...files].flatMap(([file, text]) =>
    numbers.some((number) => text.includes(`exports.id = ${number};`)) ? [file] : [],
  );
}

const saved = ({ users, modules }: Part): number =>
  (users.length - 1) * [...modules.values()].reduce((sum, text) => sum + text.length, 0);

const fileOf = ({ modules }: Part): string => `${[...modules.keys()][0]}.shared.cjs`;

const list = (modules: ReadonlyMap<string, string>): string =>
  [...modules].map(([id, text]) => `/***/ ${id}:${text}`).join(',\n\n');
