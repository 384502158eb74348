import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { exampleProblems, kindOf, workflowOf } from '../../src/dev/document-examples.ts';
import {
  anchorsOf,
  documentLint,
  documentOf,
  documentProblems,
  linkProblems,
  phraseProblems,
  shapeProblems,
  yamlProblems,
} from '../../src/dev/document-problems.ts';
import { describeWith } from '../judges/describe-with.ts';

const page = (text: string) => documentOf('docs/page.md', text);

describe('rules', () => {
  test('a block of YAML that does not parse is found at its line', () => {
    const text = '# A\n\n```yaml\na: [1\n```\n\n- item\n\n  ```yaml\n  b: 1\n  ```\n';
    expect(yamlProblems(page(text)).map((problem) => problem.split(': ')[0])).toEqual([
      'docs/page.md:4',
    ]);
  });

  test('links lead to files and headings; code and blocks hold none', () => {
    const there = new Set(['docs/page.md', 'docs/other.md', 'actions', 'actions/README.md']);
    const other = documentOf('docs/other.md', '# A `code` title, here\n\n## Same\n\n## Same\n');
    const problems = (text: string) =>
      linkProblems(
        page(text),
        (file) => there.has(file),
        (file) => (file === 'docs/other.md' ? other : undefined),
      );
    expect(
      problems('[a](other.md#a-code-title-here) [b](../actions/) [c](other.md#same-1)'),
    ).toEqual([]);
    expect(
      problems('`[a](none.md)`\n\n```text\n[a](none.md)\n```\n[w](https://a.example)'),
    ).toEqual([]);
    expect(problems('\n[a](none.md)')).toEqual([
      'docs/page.md:2: the link none.md leads to nothing',
    ]);
    expect(problems('[a](other.md#same-2)')).toEqual([
      'docs/page.md:1: the link other.md#same-2: there is no such heading',
    ]);
  });

  test('written anchors count', () => {
    expect(anchorsOf(page('| <a id="some-code"></a>`some-code` |')).has('some-code')).toBe(true);
  });

  test('a page ends with its next step, and that of an action begins with a few lines or a workflow', () => {
    const workflow = '```yaml\non: push\njobs: {}\n```\n';
    const problems = (file: string, text: string) => shapeProblems(documentOf(file, text));
    expect(problems('.github/docs/a.md', '# A\n\nNext: [b](b.md).\n')).toEqual([]);
    expect(problems('.github/docs/a.md', '# A\n\nNext: [b](b.md).\n\nMore.\n')).toHaveLength(1);
    expect(problems('actions/a/README.md', `${workflow}\nNext: [b](b.md).\n`)).toEqual([]);
    const part = '```yaml\n- uses: a/b@v1\n```\n';
    const lines = `${part}\n${workflow}\nNext: [b](b.md).\n`;
    expect(problems('actions/a/README.md', lines)).toEqual([]);
    expect(problems('actions/a/README.md', `${part}\n${lines}`)).toEqual([
      'actions/a/README.md: neither of the first two blocks is a whole workflow',
    ]);
    expect(problems('README.md', '# A\n')).toEqual([]);
  });

  test('phrases of the list are named with what to write', () => {
    expect(phraseProblems('a.md', 'Tags.\nTags, one a line.')).toEqual([
      'a.md:2: "one a line"; write "one per line"',
    ]);
    expect(phraseProblems('a.md', 'Tags, one per line.')).toEqual([]);
  });
});

test('the documents have none of these problems, and their workflows are workflows', async () => {
  expect(await documentProblems()).toEqual([]);
});

describe('examples', () => {
  test.each([
    ['# shippable.yml\nbuild: {}\n', 'shippable.yml'],
    ['on: push\njobs: {}\n', 'workflow'],
    ['  - uses: a/b@v1\n', 'steps'],
    ['permissions: {}\nsteps: []\n', 'steps'],
    ['- type: push\n  service: web\n', 'codeship-steps.yml'],
    ['web:\n  build: .\n', 'codeship-services.yml'],
    ['setup: [a]\n', 'codeship-basic.yml'],
    ['server: github.example.com\n', 'settings'],
    ['jobs:\n  ci: {}\n', 'fragment'],
    ['what: is it\n', undefined],
  ])('%j is %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  test('are read by the program that reads such files', async () => {
    const at = (line: number, text: string) => ({ file: 'a.md', line, text });
    const problems = await exampleProblems([
      at(1, '# shippable.yml\nlanguage: node_js\nbuild:\n  ci: [npm test]\n'),
      at(2, '# shippable.yml\nlanguage: node_js\nbiuld:\n  ci: [npm test]\n'),
      at(3, 'web:\n  build: .\n'),
      at(4, '- type: push\n  service: web\n'),
      at(5, '- service: web\n  comand: make\n'),
      at(6, 'runner: [a]\n'),
      at(7, 'what: is it\n'),
    ]);
    const seen = problems.map((problem) => problem.split(': ').slice(0, 2).join(' '));
    expect([...new Set(seen)]).toEqual([
      'a.md:2 unknown-key',
      'a.md:4 no-steps',
      'a.md:4 incomplete-step',
      'a.md:5 no-steps',
      'a.md:5 incomplete-step',
      'a.md:6 bad-setting',
      'a.md:7 an example of nothing that is known',
    ]);
  });

  test('steps are put into a workflow as they are', () => {
    expect(parse(workflowOf('    - run: a\n    - run: b\n'))).toMatchObject({
      jobs: { job: { steps: [{ run: 'a' }, { run: 'b' }] } },
    });
  });
});

describeWith(['actionlint'], 'actionlint', () => {
  test('has nothing to say of the workflows in the documents', async () => {
    expect(await documentLint()).toEqual([]);
  });
});
