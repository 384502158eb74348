import { expect, test } from 'vitest';
import { shareModules } from '../../src/dev/shared-modules.ts';

const module = (id: number, text: string): string =>
  `/***/ ${id}:\n/***/ ((module) => {\n\nmodule.exports = ${JSON.stringify(text)};\n\n\n/***/ })`;
const chunk = (id: number, ...modules: readonly string[]): string =>
  `"use strict";\nexports.id = ${id};\nexports.ids = [${id}];\nexports.modules = {\n\n${modules.join(',\n\n')}\n\n};\n;`;
const long = 'x'.repeat(7000);
/** The entry: what it loads for each program. */
const start = `const programs = {
    cli: async () => {
        before();
        return Promise.all(/* import() */[__webpack_require__.e(3)]).then(run);
    },
    login: () => Promise.all(/* import() */[__webpack_require__.e(3), __webpack_require__.e(4)]).then(run),
    'pull-boot-image': () => Promise.all(/* import() */[__webpack_require__.e(3)]).then(run),
    shippable: () => Promise.all(/* import() */[__webpack_require__.e(3)]).then(run),
};`;

/** What each module of a file is, as webpack's runtime finds it. */
function load(
  files: ReadonlyMap<string, string>,
  name: string,
): { readonly ids?: unknown; readonly modules: Readonly<Record<string, string>> } {
  type Factory = (module: { exports?: string }) => void;
  const exports: { ids?: unknown; modules?: Record<string, Factory> } = {};
  const require = (other: string): unknown => loadRaw(files, other.slice(2));
  new Function('exports', 'require', files.get(name) ?? '')(exports, require);
  const modules = Object.entries(exports.modules ?? {}).map(([id, factory]) => {
    const module: { exports?: string } = {};
    factory(module);
    return [id, module.exports ?? ''] as const;
  });
  return { ids: exports.ids, modules: Object.fromEntries(modules) };
}

function loadRaw(files: ReadonlyMap<string, string>, name: string): unknown {
  const exports = {};
  new Function('exports', 'require', files.get(name) ?? '')(exports, () => ({}));
  return exports;
}

const before = new Map([
  ['index.cjs', start],
  ['1.js', chunk(1, module(10, 'own'), module(11, long), module(12, 'short'))],
  ['2.js', chunk(2, module(11, long), module(12, 'short'))],
  ['3.js', chunk(3, module(30, 'own'))],
  ['login.js', chunk(4, module(11, long))],
]);

test('what several files contain is in one of its own, and every file has what it had', () => {
  const after = shareModules(before);
  expect([...after.keys()]).toEqual([...before.keys(), '11.shared.cjs']);
  for (const name of ['1.js', '2.js', '3.js', 'login.js']) {
    expect(load(after, name)).toEqual(load(before, name));
  }
  expect(after.get('2.js')).not.toContain(long);
  expect(after.get('index.cjs')).toBe(start);
});

test('what people wait for loads in one piece', () => {
  expect(shareModules(before).get('login.js')).toBe(before.get('login.js'));
});

test('what is short is copied', () => {
  const files = new Map(before).set('2.js', chunk(2, module(12, 'short')));
  expect(shareModules(files)).toEqual(files);
});

test('modules that differ are an error of the bundler', () => {
  const files = new Map(before).set('2.js', chunk(2, module(11, 'other')));
  expect(() => shareModules(files)).toThrow('module 11 differs in 2.js');
});

test('a bundle without what is to start quickly is an error', () => {
  expect(() => shareModules(new Map())).toThrow('the bundle loads cli in 0 places');
});
