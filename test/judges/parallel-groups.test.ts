import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { flattenParallelGroups } from './index.ts';
import { firstStepLine, parallelSteps, workflowWith } from './workflow.ts';

const stepsOf = (text: string): readonly unknown[] => parse(text).jobs.ci.steps;

describe('flattening parallel groups', () => {
  it('puts the children in the place of the group, unchanged, line by line', () => {
    const text = workflowWith(parallelSteps);
    const flat = flattenParallelGroups(text);
    const [checkout, group, after] = stepsOf(text) as [unknown, { parallel: unknown[] }, unknown];
    expect(stepsOf(flat.text)).toEqual([checkout, ...group.parallel, after]);
    const [before, now] = [text.split('\n'), flat.text.split('\n')];
    expect(now).toHaveLength(before.length);
    before.forEach((line, index) => {
      const moved = flat.moved.get(index + 1) ?? 0;
      if (index + 1 === firstStepLine) expect(now[index]).toBe('      # parallel:');
      else expect(now[index]).toBe(line.trim() === '' ? '' : line.slice(moved));
    });
    expect([...flat.moved.keys()]).toEqual(
      Array.from({ length: 16 }, (_, i) => firstStepLine + 2 + i),
    );
    expect([...new Set(flat.moved.values())]).toEqual([4]);
  });

  it('handles several groups, children at the indentation of the key, comments and quoted text over lines', () => {
    const text = workflowWith(`      - parallel: # both at once
        - run: make a
        # between
        - name: "two
            lines"
          run: make b
      - run: make c
      - parallel:
          - run: |2
                make d
          - run: make e
`);
    expect(stepsOf(flattenParallelGroups(text).text).slice(1)).toEqual([
      { run: 'make a' },
      { name: 'two lines', run: 'make b' },
      { run: 'make c' },
      { run: '  make d\n' },
      { run: 'make e' },
    ]);
  });

  it.each([
    ['no group', '      - run: make\n'],
    [
      'a step whose script says `- parallel:`',
      '      - run: |\n          - parallel:\n              - x\n',
    ],
    ['a group in flow style', '      - {parallel: [{run: a}, {run: b}]}\n'],
    ['children in flow style', '      - parallel: [{run: a}, {run: b}]\n'],
    ['a group with another key', '      - name: G\n        parallel:\n          - run: a\n'],
    ['an empty group', '      - parallel: []\n'],
  ])('leaves %s as it is', (_, steps) => {
    const text = workflowWith(steps);
    expect(flattenParallelGroups(text)).toEqual({ text, moved: new Map() });
  });

  it('leaves broken YAML as it is, and the inner of two nested groups', () => {
    const broken = `jobs: {a: [\n${parallelSteps}`;
    expect(flattenParallelGroups(broken).text).toBe(broken);
    const nested = workflowWith(
      '      - parallel:\n          - parallel:\n              - run: a\n',
    );
    expect(stepsOf(flattenParallelGroups(nested).text).at(-1)).toEqual({
      parallel: [{ run: 'a' }],
    });
  });
});
