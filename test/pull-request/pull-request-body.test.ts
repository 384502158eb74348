import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyWith, fitReport, longestBody } from '../../src/pull-request/pull-request-body.ts';

const report = (todo: readonly string[], differs: readonly string[] = []): string =>
  [
    '# transship report',
    '## What will run\n\n- `a.yml`: every push',
    `## What differs\n\n${differs.map((item) => `- ${item}`).join('\n')}`,
    `## To do by hand\n\n${todo.map((item) => `- [ ] ${item}`).join('\n')}`,
    '## In numbers\n\n| Outcome | Values |\n| --- | ---: |\n| translated | 1 |\n',
  ].join('\n\n');

describe('bodyWith', () => {
  test('the same report twice is the same text', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (todo) => {
        const first = bodyWith('', report(todo));
        expect(first?.reportEdited).toBe(false);
        expect(bodyWith(first?.text ?? '', report(todo))).toEqual(first);
      }),
    );
  });

  test('what stands around the report stays, whatever it is', () => {
    const isWords = fc.string().filter((text) => !text.includes('-->') && !text.includes('\r'));
    fc.assert(
      fc.property(isWords, isWords, (above, below) => {
        const first = bodyWith('', report(['one']))?.text ?? '';
        const next = bodyWith(`${above}${first}${below}`, report(['two']))?.text ?? '';
        expect(next.startsWith(`${above}<!-- transship report`)).toBe(true);
        expect(next.endsWith(`<!-- end of the transship report -->${below}`)).toBe(true);
        expect(next).toContain('- [ ] two');
        expect(next).not.toContain('- [ ] one');
      }),
    );
  });

  test('ticks go with the words of an item', () => {
    const first = bodyWith('', report(['one', 'two', 'three']))?.text ?? '';
    const ticked = first.replace('- [ ] one', '- [x] one').replace('- [ ] three', '- [X] three');
    const next = bodyWith(ticked, report(['zero', 'three', 'two', 'one more']));
    expect(next?.reportEdited).toBe(false);
    expect(next?.text.match(/- \[.\] .*/g)).toEqual([
      '- [ ] zero',
      '- [x] three',
      '- [ ] two',
      '- [ ] one more',
    ]);
  });

  test('ticks stay where only the lines of the places moved', () => {
    const at = (line: number): string =>
      report([
        `unknown \`redis:5\` here (\`shippable.yml:${line}\`, \`a b.yml:${line + 9}\` and 3 more) — look \`some-code\``,
        `other (\`shippable.yml:${line}\`) \`some-code\``,
      ]);
    const first = bodyWith('', at(3))?.text ?? '';
    const next = bodyWith(first.replaceAll('- [ ]', '- [x]'), at(12));
    expect(next?.text.match(/- \[x\]/g)).toHaveLength(2);
    expect(next?.text).toContain('`shippable.yml:12`');
    const other = bodyWith(next?.text ?? '', at(12).replace('redis:5', 'redis:6'));
    expect(other?.text.match(/- \[.\]/g)).toEqual(['- [ ]', '- [x]']);
  });

  test('a tick does not stay where the item says more than before', () => {
    const secrets = (...names: readonly string[]): string =>
      report([
        `Create the secrets:\n\n  \`\`\`sh\n${names.map((name) => `  gh secret set ${name}\n`).join('')}  \`\`\``,
        'the next',
      ]);
    const ticked = (bodyWith('', secrets('A'))?.text ?? '').replaceAll('- [ ]', '- [x]');
    expect(bodyWith(ticked, secrets('A'))?.text).toBe(ticked);
    expect(bodyWith(ticked, secrets('A', 'B'))?.text.match(/- \[.\] .*/g)).toEqual([
      '- [ ] Create the secrets:',
      '- [x] the next',
    ]);
  });

  test('of two items with the same words each keeps its own', () => {
    const first = bodyWith('', report(['same', 'same']))?.text ?? '';
    const ticked = first.replace(/(- \[ \] same\n)- \[ \]/, '$1- [x]');
    expect(ticked).not.toBe(first);
    expect(bodyWith(ticked, report(['same', 'same']))?.text).toBe(ticked);
  });

  test('a report that quotes our own comments does not end early', () => {
    const hostile = report(['`<!-- end of the transship report -->`', 'last']);
    const first = bodyWith('', hostile)?.text ?? '';
    expect(bodyWith(first, report(['new']))?.text.match(/- \[.\] .*/g)).toEqual(['- [ ] new']);
  });

  test('without the comments the text is a person’s', () => {
    expect(bodyWith('My words.', report([]))).toBeUndefined();
    expect(bodyWith('<!-- end of the transship report -->', report([]))).toBeUndefined();
  });
});

describe('fitReport', () => {
  test('is never longer than it may be, and never shorter than it must', () => {
    const items = fc.array(fc.string({ maxLength: 300 }), { maxLength: 60 });
    fc.assert(
      fc.property(items, items, fc.integer({ min: 500, max: 5000 }), (todo, differs, most) => {
        const text = report(todo, differs);
        const fitted = fitReport(text, most);
        expect(fitted.length).toBeLessThanOrEqual(most);
        if (text.length <= most) expect(fitted).toBe(text);
      }),
    );
  });

  test('what differs goes before what is to be done', () => {
    const text = report(
      ['the work'],
      Array.from({ length: 2000 }, (_, index) => `difference ${index} of this configuration`),
    );
    const fitted = fitReport(text, longestBody);
    expect(fitted).toContain('- [ ] the work');
    expect(fitted).toContain('- difference 0 ');
    expect(fitted).toMatch(
      /- \d+ more items do not fit here; the workflow run keeps the whole report\./,
    );
    expect(fitted).toContain('| translated | 1 |');
  });
});
