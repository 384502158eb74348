import { describe, expect, it } from 'vitest';
import { convert } from '../../src/convert/convert.ts';
import { defaultSettings } from '../../src/legacy/translation.ts';
import { graphOf } from '../../src/view/graph.ts';
import { placeJobs } from '../../src/view/place-jobs.ts';
import { viewOf } from '../../src/view/view.ts';
import { yamlPlaces } from '../../src/view/yaml-places.ts';

const viewOfText = async (path: string, text: string) => {
  const repository = { paths: [path], read: (at: string) => (at === path ? text : undefined) };
  const own = { commit: '1'.repeat(40), version: 'v1.0.0' };
  return viewOf(await convert({ repository, settings: defaultSettings, own }));
};

describe('places of a YAML text', () => {
  it('are the lines from the key to the end of its value', () => {
    const places = yamlPlaces('a: 1\nb:\n  - x\n  - |\n    one\n    two\nc/d: 2\n');
    expect(Object.fromEntries(places)).toMatchObject({
      '/a': { from: 1, to: 1 },
      '/b': { from: 2, to: 6 },
      '/b/0': { from: 3, to: 3 },
      '/b/1': { from: 4, to: 6 },
      '/c~1d': { from: 7, to: 7 },
    });
  });

  it('are none where the text is broken', () => {
    expect([...yamlPlaces('a: [1\nb: }')]).toEqual([]);
  });
});

describe('a view', () => {
  const text =
    'language: node_js\nnode_js:\n  - 20\nbuild:\n  ci:\n    - npm install\n    - npm test\n';

  it('leads each command of a script to its own line', async () => {
    const view = await viewOfText('shippable.yml', text);
    const lineOf = (path: string): string | undefined => {
      const target = view.sources[0]?.nodes.find((node) => node.path === path)?.target;
      const output = view.outputs.find((file) => file.path === target?.file);
      return target === undefined
        ? undefined
        : output?.content
            .split('\n')
            .slice(target.from - 1, target.to)
            .join('\n')
            .trim();
    };
    expect(lineOf('/build/ci/0')).toBe('npm install');
    expect(lineOf('/build/ci/1')).toBe('npm test');
  });

  it('has the offsets of every value', async () => {
    const view = await viewOfText('shippable.yml', text);
    const values = view.sources[0]?.nodes.map(({ start, end }) => text.slice(start, end));
    expect(values).toEqual(['node_js', '20', 'npm install', 'npm test']);
  });

  it('explains each code that occurs', async () => {
    const view = await viewOfText('shippable.yml', `${text}nonsense: 1\n`);
    const codes = [...new Set(view.diagnostics.map(({ code }) => code))];
    expect(Object.keys(view.explain).sort()).toEqual(codes.sort());
  });

  it('of a broken file still has its diagnostics', async () => {
    const view = await viewOfText('shippable.yml', 'build: [\n');
    expect(view.diagnostics.filter(({ todo }) => todo)).not.toEqual([]);
  });
});

describe('a graph', () => {
  it('stands right of what it waits for, and a circle does not hang it', () => {
    const job = (id: string, ...needs: readonly string[]) => ({
      id,
      name: id,
      needs,
      rows: 1,
      steps: 1,
    });
    const placed = placeJobs([
      job('c', 'a', 'b'),
      job('a'),
      job('b', 'a'),
      job('x', 'y'),
      job('y', 'x'),
    ]);
    const columns = Object.fromEntries(placed.map(({ id, column }) => [id, column]));
    expect(columns).toMatchObject({ a: 0, b: 1, c: 2 });
    expect(graphOf('compose.codeship.yml', 'services: {}')).toBeUndefined();
  });
});
