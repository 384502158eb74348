// Each module in one file. webpack, by which ncc bundles, copies a module into every file that needs it as long as what
// several files share is under 20 kB, and ncc lets nobody set that: a sixth of the bundle was copies.

/** What a file of its own must save, in characters of code with long names: each more file takes a start 0.1 ms. */
const worthAFile = 6000;

/** Modules below `src` whose files load in one piece, copies and all: their start is what people wait for. */
export const quick = [
  'convert/convert',
  'legacy/shippable/translate',
  'actions/login/login',
  'actions/pull-boot-image/pull-boot-image',
] as const;

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
  const left = new Set(quick.map((module) => fileWith(module, files)));
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

function fileWith(module: string, files: ReadonlyMap<string, string>): string {
  for (const [name, text] of files) {
    if (text.includes(`// CONCATENATED MODULE: ./${module}.js\n`)) return name;
  }
  throw new Error(`the bundle has no ${module}`);
}

const saved = ({ users, modules }: Part): number =>
  (users.length - 1) * [...modules.values()].reduce((sum, text) => sum + text.length, 0);

const fileOf = ({ modules }: Part): string => `${[...modules.keys()][0]}.shared.cjs`;

const list = (modules: ReadonlyMap<string, string>): string =>
  [...modules].map(([id, text]) => `/***/ ${id}:${text}`).join(',\n\n');
