import { expect, test } from 'vitest';
import {
  describe,
  lintPlaces,
  nextPlace,
  nodeAt,
  valuesOf,
} from '../../src/browser/viewer/places.ts';
import type { RepositoryView, ViewNode } from '../../src/view/view.ts';

const node = (path: string, start: number, end: number, more: Partial<ViewNode> = {}): ViewNode =>
  ({ path, start, end, outcome: 'translated', ...more }) as ViewNode;
const into = (from: number, to: number, file = 'out.yml') => ({ target: { file, from, to } });
const finding = (file: string, start: number, more: object = {}) => ({
  file,
  start,
  end: start + 2,
  severity: 'warning',
  code: 'dropped-key',
  message: 'it is gone',
  todo: true,
  ...more,
});
const view = (parts: object): RepositoryView => parts as RepositoryView;

test('the value at a place is the smallest around it', () => {
  const [list, item] = [node('/a', 0, 20), node('/a/0', 5, 9)];
  expect(nodeAt([list, item], 7)).toBe(item);
  expect(nodeAt([list, item], 9)).toBe(item);
  expect(nodeAt([list, item], 10)).toBe(list);
  expect(nodeAt([list, item], 21)).toBeUndefined();
});

test('a value is described by what becomes of it, and its lines', () => {
  expect(describe(node('/a', 0, 1, into(3, 3)))).toMatch(/^\S+ \/a: .+ → out\.yml, line 3$/);
  expect(describe(node('/a', 0, 1, into(3, 5)))).toContain('lines 3 to 5');
  expect(describe(node('/a', 0, 1, { outcome: 'dropped', code: 'dropped-key' }))).toMatch(
    / \(dropped-key\)$/,
  );
});

test('a line comes from the values that made the fewest lines around it', () => {
  const [job, step] = [node('/job', 0, 9, into(1, 9)), node('/step', 3, 5, into(4, 5))];
  const other = node('/other', 6, 7, into(4, 4, 'other.yml'));
  const conversion = view({ sources: [{ path: 'a.yml', nodes: [job, step, other] }] });
  expect(valuesOf(conversion, 'out.yml', 5)).toMatchObject([{ path: 'a.yml', node: step }]);
  expect(valuesOf(conversion, 'out.yml', 6)).toMatchObject([{ node: job }]);
  expect(valuesOf(conversion, 'out.yml', 10)).toEqual([]);
});

test('findings that no longer fit the text are left out', () => {
  const conversion = view({
    diagnostics: [
      finding('a.yml', 0, { severity: 'note', help: 'remove it' }),
      finding('a.yml', 50),
      finding('b.yml', 0),
    ],
  });
  expect(lintPlaces(conversion, 'a.yml', 10)).toEqual([
    { from: 0, to: 2, severity: 'info', message: 'it is gone\nremove it', source: 'dropped-key' },
  ]);
});

test('the next place is behind the cursor, in this file or the ones after it, or else the first', () => {
  const conversion = view({
    diagnostics: [
      finding('b.yml', 1),
      finding('a.yml', 8),
      finding('a.yml', 4),
      finding('a.yml', 6, { todo: false }),
    ],
  });
  const next = (file: string, at: number) =>
    nextPlace(conversion, ['a.yml', 'b.yml'], { file, at });
  expect(next('a.yml', 0)).toMatchObject({ file: 'a.yml', start: 4 });
  expect(next('a.yml', 4)).toMatchObject({ file: 'a.yml', start: 8 });
  expect(next('a.yml', 8)).toMatchObject({ file: 'b.yml', start: 1 });
  expect(next('b.yml', 1)).toMatchObject({ file: 'a.yml', start: 4 });
  expect(nextPlace(view({ diagnostics: [] }), ['a.yml'], { file: 'a.yml', at: 0 })).toBeUndefined();
});
