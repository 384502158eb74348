import { describe, expect, test } from 'vitest';
import { type Conversion, convert } from '../../src/convert/convert.ts';
import { displayWidth, visible } from '../../src/ground/display-text.ts';
import { defaultSettings } from '../../src/legacy/translation.ts';
import { renderCsv } from '../../src/report/csv.ts';
import { digest } from '../../src/report/digest.ts';
import { inheritedFindings } from '../../src/report/inherited.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { maskCiphertext } from '../../src/report/mask.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { renderDiagnostics } from '../../src/report/terminal-diagnostics.ts';
import { renderSummary } from '../../src/report/terminal-summary.ts';
import type { Diagnostic } from '../../src/source/diagnostic.ts';
import { sourceFile } from '../../src/source/source-file.ts';
import { ownPin } from '../golden-case.ts';

const cipher = `Ab1${'x7Q/+z'.repeat(30)}==`;
const input = `language: node_js
node_js: 20
env:
  global:
    - secure: "${cipher}"
services: [redis]
build:
  ci:
    - npm test
vote: yes
`;

const convertText = (text: string): Promise<Conversion> =>
  convert({
    repository: {
      paths: ['shippable.yml'],
      read: (file) => (file === 'shippable.yml' ? text : undefined),
    },
    settings: defaultSettings,
    own: ownPin,
  });

const at = (text: string, marked: string, name = 'a.yml'): Pick<Diagnostic, 'at'> => {
  const start = text.indexOf(marked);
  return { at: { file: sourceFile(name, text), start, end: start + marked.length } };
};

const said = (more: Partial<Diagnostic>): Diagnostic => ({
  code: 'dropped-key',
  severity: 'warning',
  message: '`vote` is left out',
  ...more,
});

describe('diagnostics on a terminal', () => {
  test('show the line, carets and what to do', () => {
    const text = 'a: 1\nvote: yes\n';
    expect(renderDiagnostics([said({ help: 'nothing', ...at(text, 'yes') })], false)).toBe(
      [
        'warning[dropped-key]: `vote` is left out',
        ' --> a.yml:2:7',
        '  |',
        '2 | vote: yes',
        '  |       ^^^',
        '  = help: nothing',
        '',
      ].join('\n'),
    );
  });

  test('carets stand under wide characters, behind tabs and behind emoji', () => {
    for (const before of ['日本', '\t', '🚀', 'e\u0301', '']) {
      const text = `"${before}": yes`;
      const lines = renderDiagnostics([said(at(text, 'yes'))], false).split('\n');
      const source = lines[3] ?? '';
      const carets = lines[4] ?? '';
      expect(displayWidth(source.slice(0, source.indexOf('yes')))).toBe(carets.indexOf('^'));
      expect(carets.endsWith('^^^')).toBe(true);
    }
  });

  test('a long line is cut around what is meant', () => {
    const text = `${'x'.repeat(500)} here ${'y'.repeat(500)}`;
    const out = renderDiagnostics([said(at(text, 'here'))], false);
    expect(out).toContain(' here ');
    expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThan(125);
  });

  test('a range over lines marks the first', () => {
    const text = 'a:\n  b: |\n    one\n    two\n';
    const out = renderDiagnostics([said(at(text, '|\n    one\n    two\n'))], false);
    expect(out).toContain('2 |   b: |\n  |      ^\n');
  });

  test('colours only when asked', () => {
    expect(renderDiagnostics([said({})], false)).not.toContain('\u001B');
    expect(renderDiagnostics([said({})], true)).toContain('\u001B[33mwarning');
  });

  test('a place without a line is the file, and no place is none', () => {
    const file = sourceFile('x.yml', '');
    expect(renderDiagnostics([said({ at: { file, start: 0, end: 0 } })], false)).toContain(
      '--> x.yml\n',
    );
    expect(renderDiagnostics([said({})], false)).not.toContain('-->');
  });
});

describe('text of users', () => {
  test('cannot move the cursor or turn the direction', () => {
    expect(visible('a\u001B[2J\r\u202Eb\u009B')).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202E]/);
  });

  test('ciphertexts are masked, with the columns kept', () => {
    for (const line of [
      `- secure: ${cipher}`,
      `- secure: "${cipher}"`,
      `  ${cipher}`,
      `  encrypted_args: short1A`,
      `{"secure": "${cipher}"}`,
    ]) {
      const masked = maskCiphertext(line);
      expect(masked).toHaveLength(line.length);
      expect(masked).not.toContain('x7Q');
      expect(masked).not.toContain('short1A');
    }
  });

  test('ordinary lines are not', () => {
    for (const line of [
      '- npm test -- --reporter mocha-junit-reporter',
      'image: quay.io/Company/some-very-long-repository-name-of-somebody:v1',
      'encrypted_env_file: config/deployment.env.encrypted',
      'encrypted_args_file: build.encrypted',
      `image: app@sha256:${'0123456789abcdef'.repeat(4)}`,
      'secure:',
    ]) {
      expect(maskCiphertext(line)).toBe(line);
    }
  });

  test('no form of the report holds a ciphertext', async () => {
    const conversion = await convertText(input);
    const forms = [
      renderMarkdown(conversion),
      renderSarif(conversion, '1.0.0'),
      renderCsv(conversion, '1.0.0'),
      renderDiagnostics(conversion.diagnostics, false),
      renderSummary(digest(conversion), () => 'new', false),
    ];
    for (const form of forms) expect(form).not.toContain('x7Q/+z');
  });
});

describe('the digest', () => {
  test('comes in the order in which it is read', async () => {
    const conversion = await convertText(input);
    const terminal = renderSummary(digest(conversion), () => 'new', false);
    const markdown = renderMarkdown(conversion);
    for (const text of [terminal, markdown]) {
      const places = ['What will run', 'What differs', 'To do by hand'].map((title) =>
        text.indexOf(title),
      );
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places[0]).toBeGreaterThanOrEqual(0);
      expect(text).toContain('webhook');
      expect(text).toContain('required checks');
    }
  });

  test('says a thing once, with all its places', () => {
    const text = 'a: yes\nb: no\n';
    const conversion = {
      ...emptyConversion,
      diagnostics: [said(at(text, 'yes')), said(at(text, 'no'))],
    };
    expect(digest(conversion).differs).toEqual([
      { code: 'dropped-key', message: '`vote` is left out', places: ['a.yml:1', 'a.yml:2'] },
    ]);
  });
});

test('what a linter inherits from the user is listed at its place', async () => {
  const conversion = await convertText(
    'language: none\nservices: [redis]\nbuild:\n  ci:\n    - npm install -g grunt\n    - npm install\n    - npm ci && npm publish\n',
  );
  const found = inheritedFindings(conversion).map(({ message, at: place }) => [
    /`(.*)`/.exec(message)?.[1],
    place?.file.text.slice(place.start, place.end),
  ]);
  expect(found).toEqual([
    ['unpinned-images', 'redis'],
    ['adhoc-packages', 'npm install -g grunt'],
    ['use-trusted-publishing', 'npm ci && npm publish'],
  ]);
});

test('so is what a step of ours installs for the commands, and is not called theirs', async () => {
  const conversion = await convertText('language: node_js\nbuild:\n  ci:\n    - grunt test\n');
  const found = inheritedFindings(conversion).filter(({ message }) => message.includes('adhoc'));
  expect(found.map(({ message }) => message)).toEqual([
    'a step installs what the commands call, outside of a lock file (zizmor: `adhoc-packages`)',
  ]);
});

const emptyConversion: Conversion = {
  sources: [],
  files: [],
  workflows: [],
  entries: [],
  diagnostics: [],
  secrets: [],
};

describe('Markdown', () => {
  test('text of users is not a Markdown, no HTML and names nobody', () => {
    const message = 'see `a|b`, <img src=x> @octocat *bold* [x](y) #12 & more';
    const text = renderMarkdown({ ...emptyConversion, diagnostics: [said({ message })] });
    expect(text).toContain('`a|b`');
    expect(text).not.toContain('<img');
    expect(text).not.toMatch(/@octocat|#12/);
    expect(text).toContain('\\*bold\\* \\[x\\](y)');
  });

  test('a lone backtick does not open a span', () => {
    const text = renderMarkdown({
      ...emptyConversion,
      diagnostics: [said({ message: 'a ` <b>' })],
    });
    expect(text).not.toContain('<b>');
  });
});

describe('SARIF', () => {
  test('has the codes that occur as rules, each with a page, and a place for every result', async () => {
    const log = JSON.parse(renderSarif(await convertText(input), '1.0.0'));
    const [run] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(run.columnKind).toBe('utf16CodeUnits');
    const rules: readonly { id: string; helpUri: string }[] = run.tool.driver.rules;
    expect(rules.map(({ id }) => id)).toEqual(['dropped-key', 'secure-value']);
    for (const { id, helpUri } of rules) expect(helpUri).toMatch(new RegExp(`#${id}$`));
    expect(run.automationDetails.id).toBe('transship/');
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(['error', 'warning', 'note']).toContain(result.level);
      expect(result.locations[0].physicalLocation.region.startLine).toBeGreaterThan(0);
    }
  });

  test('what has no place stands at the first legacy file, and paths begin at the root of the repository', () => {
    const conversion = {
      ...emptyConversion,
      sources: [{ system: 'shippable' as const, files: ['shippable.yml'] }],
      diagnostics: [said({})],
    };
    const log = JSON.parse(renderSarif(conversion, '', 'services/web'));
    expect(log.runs[0].results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'services/web/shippable.yml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 1 },
    });
  });

  test('paths are URIs relative to the source root', () => {
    const diagnostics = [said(at('a: yes', 'yes', 'my dir/ä#.yml'))];
    const log = JSON.parse(renderSarif({ ...emptyConversion, diagnostics }, ''));
    expect(log.runs[0].results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'my%20dir/%C3%A4%23.yml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 1, startColumn: 4, endLine: 1, endColumn: 7 },
    });
  });
});

describe('what is to be done', () => {
  test('an error stands before what speaks of it, and what makes the rest vain before both', () => {
    const diagnostics = [
      said({ code: 'broken-file', severity: 'error', ...at('a: 1', '1', 'a.yml') }),
      said({ code: 'yaml-syntax', severity: 'error', ...at('b: 1', '1', 'b.yml') }),
      said({ code: 'gone-server', ...at('FROM x', 'x', 'c') }),
    ];
    const { todo } = digest({ ...emptyConversion, diagnostics });
    expect(todo.map(({ code }) => code)).toEqual(['gone-server', 'yaml-syntax', 'broken-file']);
  });
});

describe('CSV', () => {
  const rowsOf = (csv: string): string[] => csv.split('\r\n').slice(0, -1);

  test('has a row for each value, further diagnostic and secret', async () => {
    const conversion = await convertText(input);
    const rows = rowsOf(renderCsv(conversion, ''));
    expect(rows.filter((row) => row.startsWith('value,'))).toHaveLength(conversion.entries.length);
    expect(rows.filter((row) => row.startsWith('secret,'))).toHaveLength(conversion.secrets.length);
  });

  test.each([
    ['a "quoted", text', '"a ""quoted"", text"'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-1', "'-1"],
    ['+1', "'+1"],
    ['=a,b', '"\'=a,b"'],
    ['plain', 'plain'],
  ])('%j is a safe cell', (message, cell) => {
    const csv = renderCsv({ ...emptyConversion, diagnostics: [said({ message })] }, '');
    expect(rowsOf(csv)[1]).toBe(`diagnostic,,,,,,warning,dropped-key,${cell},,,`);
  });
});
