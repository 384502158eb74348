// Examples for `transship explain` and its pages, taken from the golden cases: each is a test already. The smallest case
// that shows a code or a key is the example.

import fs from 'node:fs';
import type { Repository } from '../ground/repository.ts';
import { keyReference } from '../report/key-reference.ts';
import { positionAt, sourceFile } from '../source/source-file.ts';
import { type RepositoryView, type ViewTarget, viewOf } from '../view/view.ts';
import { convertForMeasure } from './corpus/repositories.ts';
import { filesBelow, inProject, readProjectFile } from './project.ts';

type Example = {
  readonly file: string;
  readonly before: string;
  /** Where it went, and what stands there; without it, nothing came of it. */
  readonly target?: string;
  readonly after?: string;
};

const limits = { before: 5, after: 8, characters: 600 };

type Found = { readonly size: number; readonly example: Example };

/** By code, and by `FILE KEY.PATH`. */
export async function examples(): Promise<ReadonlyMap<string, Example>> {
  const best = new Map<string, Found>();
  for (const folder of goldenCases()) {
    const repository = inputsOf(folder);
    if (repository === undefined) continue;
    const view = viewOf(await convertForMeasure(repository));
    const size = view.sources.reduce((sum, { text }) => sum + text.length, 0);
    for (const [key, example] of examplesOf(view)) {
      const known = best.get(key);
      // A case that shows what came of it says more than one that does not.
      const isBetter =
        known === undefined ||
        (known.example.after === undefined && example.after !== undefined) ||
        ((known.example.after === undefined) === (example.after === undefined) &&
          size < known.size);
      if (isBetter) best.set(key, { size, example });
    }
  }
  for (const { file, path } of keyReference()) {
    const key = `${file} ${path}`;
    if (best.has(key)) continue;
    const example = await smallExample(file, path);
    if (example !== undefined) best.set(key, { size: 0, example });
  }
  return new Map(
    [...best].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, { example }]) => [key, example]),
  );
}

/** What a key may take, tried in turn until the reader has nothing against it. */
const values = [
  'word',
  'true',
  '5',
  '[word]',
  '{ name: word }',
  '[{ name: word }]',
  'https://example.com',
  '10m',
  '1s',
];

/** Around the keys of each file, what makes it one: the indent of the keys, and the text above them. */
const frames: Readonly<
  Record<
    string,
    {
      readonly name: string;
      readonly above: string;
      readonly indent: string;
      readonly beside?: Readonly<Record<string, string>>;
    }
  >
> = {
  'shippable.yml': { name: 'shippable.yml', above: 'language: none\n', indent: '' },
  'shippable.jobs.yml': { name: 'shippable.jobs.yml', above: '', indent: '' },
  'codeship-services.yml': {
    name: 'codeship-services.yml',
    above: 'app:\n  image: acme/app\n',
    indent: '  ',
    beside: { 'codeship-steps.yml': '- service: app\n  command: make\n' },
  },
  'codeship-steps.yml': {
    name: 'codeship-steps.yml',
    above: '- service: app\n  command: make\n',
    indent: '  ',
    beside: { 'codeship-services.yml': 'app:\n  image: acme/app\n' },
  },
  'codeship-basic.yml': { name: 'codeship-basic.yml', above: '', indent: '' },
};

/** A key that no golden case has, alone in a file of its kind. */
async function smallExample(file: string, path: string): Promise<Example | undefined> {
  const frame = frames[file];
  if (frame === undefined) return undefined;
  const words = path.split('.').reduce<string[]>((all, word) => {
    // A name may hold a dot itself: `encrypted_.dockercfg_path`.
    if (all.at(-1)?.endsWith('_')) all.push(`${all.pop()}.${word}`);
    else all.push(word);
    return all;
  }, []);
  const above = words
    .slice(0, -1)
    .map((word, depth) => `${frame.indent}${'  '.repeat(depth)}${word}:\n`)
    .join('');
  let first: Example | undefined;
  for (const value of values) {
    const line = `${frame.indent}${'  '.repeat(words.length - 1)}${words.at(-1)}: ${value}`;
    const texts: Record<string, string> = {
      ...frame.beside,
      [frame.name]: `${frame.above}${above}${line}\n`,
    };
    const view = viewOf(
      await convertForMeasure({ paths: Object.keys(texts).sort(), read: (at) => texts[at] }),
    );
    const isRefused = view.diagnostics.some(({ code }) =>
      /^(?:wrong-type|yaml-syntax|command-not-text)$/.test(code),
    );
    const source = view.sources.find(({ path: of }) => of === frame.name);
    const start = (texts[frame.name] ?? '').indexOf(line.trimStart());
    const node = source?.nodes.find((one) => one.start >= start);
    const example = exampleAt(
      view,
      sourceFile(frame.name, texts[frame.name] ?? ''),
      start,
      start + line.trim().length,
      node?.target,
    );
    first ??= example;
    if (!isRefused && example !== undefined) return example;
  }
  return first;
}

function goldenCases(): readonly string[] {
  const root = 'test/golden';
  return fs
    .readdirSync(inProject(root), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? entry.name : []))
    .sort()
    .flatMap((system) =>
      fs
        .readdirSync(inProject(root, system))
        .sort()
        .map((name) => `${root}/${system}/${name}`),
    );
}

function inputsOf(folder: string): Repository | undefined {
  const paths = filesBelow(inProject(folder)).filter((file) => !file.startsWith('expected'));
  if (paths.some((file) => file.startsWith('.github/'))) return undefined;
  return {
    paths: [...paths].sort(),
    read: (file) => readProjectFile(`${folder}/${file}`) ?? undefined,
  };
}

function examplesOf(view: RepositoryView): Map<string, Example> {
  const found = new Map<string, Example>();
  const keys = keyReference();
  const put = (key: string, example: Example | undefined): void => {
    if (example !== undefined && !found.has(key)) found.set(key, example);
  };
  for (const { path: file, text, nodes } of view.sources) {
    const places = sourceFile(file, text);
    const name = file.slice(file.lastIndexOf('/') + 1);
    const format = formatOf(
      name,
      nodes.map(({ path }) => path),
    );
    for (const node of nodes) {
      const example = exampleAt(view, places, node.start, node.end, node.target);
      if (node.code !== undefined) put(node.code, example);
      const words = wordsOf(node.path, format);
      for (let length = words.length; length > 0; length--) {
        const path = words.slice(0, length).join('.');
        if (!keys.some((entry) => entry.file === format && entry.path === path)) continue;
        put(`${format} ${path}`, example);
        break;
      }
    }
    for (const { code, file: at, start, end } of view.diagnostics) {
      if (at !== file || start === undefined || end === undefined) continue;
      const target = nodes.find((node) => node.start <= start && end <= node.end)?.target;
      put(code, exampleAt(view, places, start, end, target));
    }
  }
  return found;
}

/** The table of keys that a file belongs to. */
function formatOf(name: string, pointers: readonly string[]): string {
  if (/services\.|^docker-compose/.test(name)) return 'codeship-services.yml';
  if (/steps\./.test(name)) return 'codeship-steps.yml';
  if (/^codeship/.test(name)) return 'codeship-basic.yml';
  const isLine =
    /shippable\.(?:jobs|resources|triggers)/.test(name) ||
    (/shippable\.yml$/.test(name) &&
      name.toLowerCase() !== 'shippable.yml' &&
      name !== '.shippable.yml');
  return isLine || pointers.every((pointer) => /^\/(?:jobs|resources|triggers)\b/.test(pointer))
    ? 'shippable.jobs.yml'
    : 'shippable.yml';
}

/** The keys of a pointer; the names of services are no keys. */
function wordsOf(pointer: string, format: string): readonly string[] {
  const words = pointer
    .split('/')
    .slice(1)
    .filter((word) => !/^\d+$/.test(word));
  return format === 'codeship-services.yml' ? words.slice(1) : words;
}

function exampleAt(
  view: RepositoryView,
  places: ReturnType<typeof sourceFile>,
  start: number,
  end: number,
  target: ViewTarget | undefined,
): Example | undefined {
  const lines = places.text.split('\n');
  const first = positionAt(places, start).line;
  const last = positionAt(places, Math.max(start, end - 1)).line;
  // An item of a list says little without the key above it.
  const from =
    /^\s*-/.test(lines[first - 1] ?? '') && /:\s*$/.test(lines[first - 2] ?? '')
      ? first - 1
      : first;
  const before = dedent(lines.slice(from - 1, Math.min(last, from + limits.before - 1)));
  if (before.length > limits.characters || before.trim() === '') return undefined;
  if (target === undefined) return { file: places.path, before };
  const content = view.outputs.find(({ path }) => path === target.file)?.content ?? '';
  const after = dedent(
    content.split('\n').slice(target.from - 1, Math.min(target.to, target.from + limits.after - 1)),
  );
  return {
    file: places.path,
    before,
    target: target.file,
    after: after.slice(0, limits.characters),
  };
}

function dedent(lines: readonly string[]): string {
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const least = Math.min(...indents, 80);
  return lines
    .map((line) => line.slice(least).trimEnd())
    .join('\n')
    .trimEnd();
}

/** The module that `transship explain` loads. */
export function examplesModule(found: ReadonlyMap<string, Example>): string {
  return [
    '// biome-ignore-all format: made by `npm run fix` from the golden cases (src/dev/examples.ts).',
    '// Examples of codes and keys, by code and by `FILE KEY`.',
    '',
    'export type Example = {',
    '  readonly file: string;',
    '  readonly before: string;',
    '  readonly target?: string;',
    '  readonly after?: string;',
    '};',
    '',
    `export const examples: Readonly<Record<string, Example>> = ${JSON.stringify(Object.fromEntries(found), undefined, 1)};`,
    '',
  ].join('\n');
}
