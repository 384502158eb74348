import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RawEntry } from '../../../src/actions/login/integration-entry.ts';
import { plainEntries } from '../../../src/actions/login/plain-entries.ts';
import { yamlEntries } from '../../../src/actions/login/yaml-entries.ts';
import { given } from '../../given.ts';

const byParser = (text: string, isList = true): readonly RawEntry[] => {
  return given(yamlEntries('integrations', text, isList, undefined));
};

const usual = `- integrationName: my-hub
  type: dockerRegistryLogin
  agent_only: true
  branches:
    only:
      - master
      - release/*
    except:
      - wip
- integrationName: ecr
  type: "private docker registry"
  region: us-west-2
`;

describe('the reader of plain lists', () => {
  test('reads what nearly everyone writes', () => {
    expect(plainEntries('integrations', usual)).toEqual(byParser(usual));
    expect(plainEntries('integrations', usual)).toHaveLength(2);
  });

  test.each([
    ['a comment', '- type: ecr # here\n'],
    ['an anchor', '- &a\n  type: ecr\n'],
    ['a flow', '- {type: ecr}\n'],
    ['a key twice', '- type: ecr\n  type: gcr\n'],
    ['nothing', '- type: null\n'],
    ['an indicator', '- type: *a\n'],
    ['a list under another key', '- type:\n    - ecr\n'],
    ['an empty list', '- type: ecr\n  branches:\n    only:\n'],
    ['a mapping', 'hub:\n- type: ecr\n'],
    ['a tab', '-\ttype: ecr\n'],
    ['a block', '- type: |\n    ecr\n'],
    ['a text over two lines', '- type: private\n    docker registry\n'],
  ])('leaves %s to the parser', (_what, text) => {
    expect(plainEntries('integrations', text)).toBeUndefined();
  });

  test('never says anything else than the parser, whatever the text', () => {
    const word = fc.constantFrom(
      'ecr',
      'a b',
      'x: y',
      '"q"',
      "'s t'",
      '*a',
      'null',
      '~',
      '1.10',
      'true',
      'a#b',
      'a #b',
      '',
      '- x',
      '@x',
      'release/*',
      '.',
      '...',
      '---',
      '!x',
      'a:',
      "it's",
      '"a" b',
    );
    const line = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('- ', '  ', '', '   ', '- - '),
          fc.constantFrom('type', 'integrationName', 'branches', 'region', '? type', 'a b'),
          word,
        )
        .map(([lead, key, value]) => `${lead}${key}: ${value}`),
      fc.constantFrom(
        '  branches:',
        '    only:',
        '    except:',
        '',
        '# c',
        '  ',
        '    other:',
        '  only:',
      ),
      fc
        .tuple(fc.constantFrom('      - ', '    - ', '     - '), word)
        .map(([lead, value]) => lead + value),
    );
    const good = fc.constantFrom('ecr', 'a b', '"q r"', "'s'", 'release/*', '1.10', 'true', 'v1.*');
    const entry = fc.tuple(good, good, fc.option(fc.array(good, { minLength: 1, maxLength: 3 })));
    const list = fc
      .array(entry, { minLength: 1, maxLength: 3 })
      .map((entries) =>
        entries.flatMap(([name, type, only]) => [
          `- integrationName: ${name}`,
          `  type: ${type}`,
          ...(only === null
            ? []
            : ['  branches:', '    only:', ...only.map((item) => `      - ${item}`)]),
        ]),
      );
    const changed = fc
      .tuple(list, fc.array(fc.tuple(fc.nat(12), line, fc.boolean()), { maxLength: 2 }))
      .map(([lines, changes]) =>
        changes.reduce(
          (all, [at, text, replaces]) => all.toSpliced(at, replaces ? 1 : 0, text),
          lines,
        ),
      );
    let read = 0;
    fc.assert(
      fc.property(changed, (lines) => {
        const text = lines.join('\n');
        const plain = plainEntries('integrations', text);
        if (plain === undefined) return;
        read++;
        expect(plain).toEqual(byParser(text));
      }),
      { numRuns: 5000, seed: 4 },
    );
    expect(read).toBeGreaterThan(1500);
  });
});

describe('the reader by the YAML parser', () => {
  test('finds the list in a whole shippable.yml, with anchors of the templates file', () => {
    const read = yamlEntries(
      'shippable.yml',
      'integrations:\n  hub:\n    - integrationName: a\n      type: ecr\n      branches: *only\n',
      false,
      'only: &only\n  only: [master, "v1.*"]\n  except: x\n',
    );
    expect(read).toEqual({
      ok: true,
      value: [
        {
          file: 'shippable.yml',
          line: 3,
          keys: new Map<string, unknown>([
            ['integrationName', { kind: 'text', text: 'a' }],
            ['type', { kind: 'text', text: 'ecr' }],
            ['branches', { kind: 'branches', only: ['master', 'v1.*'], except: ['x'] }],
          ]),
        },
      ],
    });
  });

  test('takes one entry without its list, and a file without any', () => {
    expect(byParser('hub:\n  type: ecr\n')).toHaveLength(1);
    expect(byParser('language: node\n', false)).toHaveLength(0);
  });

  test('says why a text is not YAML', () => {
    const read = yamlEntries('shippable.yml', 'a: [b\n', false, undefined);
    expect(read).toMatchObject({ ok: false, failure: { kind: 'wrong' } });
    if (!read.ok) expect(read.failure.message).toMatch(/^shippable\.yml can't be read: /);
  });
});
