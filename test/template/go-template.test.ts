import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type FieldValue,
  parseTemplate,
  renderTemplate,
  templateFields,
} from '../../src/template/go-template.ts';
import { workOf } from '../work.ts';

/** The fields with which Go produced `go-output.json`. */
const FIELDS: Readonly<Record<string, FieldValue>> = {
  ProjectID: 42,
  BuildID: 'b-1',
  RepoName: 'repo',
  Branch: 'feature/login-2',
  CommitID: '0123456789abcdef0123456789abcdef01234567',
  CommitMessage: 'fix: it\'s "done" & <ok>',
  ServiceName: 'web',
  CiName: 'codeship',
  Empty: '',
  Unicode: 'héllo→x',
  Time: { unixSeconds: 1_700_000_000 },
  Timestamp: 1_700_000_000,
  Ci: true,
};

/** What Go 1.26 made of each template; `null` for an error, of parsing or of execution. */
const TABLE: readonly { readonly template: string; readonly output: string | null }[] = JSON.parse(
  readFileSync(new URL('go-output.json', import.meta.url), 'utf8'),
);

function render(
  text: string,
  fields: Readonly<Record<string, FieldValue>> = FIELDS,
): string | null {
  const parsed = parseTemplate(text);
  if (!parsed.ok) return null;
  const rendered = renderTemplate(parsed.value, fields);
  return rendered.ok ? rendered.value : null;
}

function errorOf(text: string): { readonly offset: number; readonly message: string } | undefined {
  const parsed = parseTemplate(text);
  if (!parsed.ok) return parsed.failure;
  const rendered = renderTemplate(parsed.value, FIELDS);
  return rendered.ok ? undefined : rendered.failure;
}

describe('renderTemplate', () => {
  test('the table is large enough to mean something', () => {
    expect(TABLE.length).toBeGreaterThan(200);
  });

  test.each(TABLE)('$template gives what Go gives', ({ template, output }) => {
    expect(render(template)).toBe(output);
  });

  test('an unknown field is an error at its place', () => {
    expect(errorOf('v{{ .Nope }}')).toEqual({ offset: 4, message: 'there is no field `Nope`' });
  });

  test('an unknown field that is never reached is not an error, as in Go', () => {
    expect(render('{{if .Empty}}{{.Nope}}{{end}}x')).toBe('x');
  });

  test.each([
    '{{range .Branch}}{{end}}',
    '{{define "x"}}{{end}}',
    '{{template "x"}}',
    '{{block "x" .}}{{end}}',
  ])('%s is refused with its name', (template) => {
    expect(errorOf(template)?.message).toContain('is not supported');
  });

  test('all fields together are refused, as nobody knows what CodeShip held there', () => {
    expect(errorOf('{{.}}')?.message).toContain('only CodeShip knew');
  });

  test('a field may have the name of something of JavaScript', () => {
    expect(errorOf('{{.constructor}}')?.message).toContain('no field');
    expect(errorOf('{{toString}}')?.message).toContain('no function');
    expect(errorOf('{{.Time.constructor}}')?.message).toContain('no method');
  });

  test.each([
    ['{{printf "%05.1f" 1}}', '`%05.1f` in `printf` is not supported'],
    ['{{printf "%[2]s" .Branch .CiName}}', '`%[2]s` in `printf` is not supported'],
    ['{{printf "%*d" 5 1}}', '`%*d` in `printf` is not supported'],
    ['{{printf "%+d" 1}}', '`%+d` in `printf` is not supported'],
    ['{{printf "%T" .Branch}}', '`%T` in `printf` is not supported'],
    ['{{printf "50%"}}', '`%` in `printf` is not supported'],
    ['{{.Branch | printf "%c"}}', '`%c` in `printf` is not supported'],
    ['{{printf (print "%" "X") 255}}', '`%X` in `printf` is not supported'],
    ['{{printf "%99999d" 1}}', '`%99999d` in `printf` is not supported'],
    ['{{printf "%d" .Branch}}', "can't print a value of type string"],
    ['{{printf "%s" .ProjectID}}', "can't print a value of type int"],
    ['{{printf "%s-%s" .Branch}}', 'has no value for `%s`'],
    ['{{printf "%s" .Branch .CiName}}', 'has more values than verbs'],
    ['{{1.5}}', '`1.5` is not a whole number'],
    ['{{ne 1}}', '`ne` takes 2 arguments, not 1'],
    ['{{ne 1 2 3}}', '`ne` takes 2 arguments, not 3'],
    ['{{not 1 2}}', '`not` takes 1 arguments, not 2'],
    ['{{len}}', '`len` takes 1 arguments, not 0'],
    ['{{printf}}', '`printf` takes at least 1 arguments, not 0'],
    ['{{slice}}', '`slice` takes at least 1 arguments, not 0'],
    ['{{eq 1}}', 'nothing to compare with'],
    ['{{lt "a" 1}}', 'string and int have no order'],
    ['{{lt true false}}', 'bool and bool have no order'],
    ['{{le nil 1}}', 'nil'],
    ['{{slice "abc" 2 1}}', 'slice from 2 to 1'],
    ['{{slice "abc" 4}}', 'index 4 is out of range'],
    ['{{slice "abc" "1"}}', 'string is not an index'],
    ['{{slice "abc" 0 1 2}}', 'two indexes at most'],
    ['{{slice 1}}', "int can't be sliced"],
    ['{{index "abc" 3}}', 'index 3 is out of range'],
    ['{{index "abc" -1}}', 'index -1 is out of range'],
    ['{{index 1 1}}', "int can't be indexed"],
    ['{{len 1}}', '`len` of int'],
    ['{{eq 1 "1"}}', "int and string can't be compared"],
    ['{{.ProjectID.String}}', 'int has no field `String`'],
    ['{{.Branch.String}}', 'string has no field `String`'],
    ['{{.Time.Month.Name}}', 'there is no method `Name` here'],
    ['{{.Time.Month.String 1}}', '`String` takes no arguments'],
    ['{{.Time.Year 1}}', '`Year` takes no arguments'],
    ['{{.Time.Format 1}}', '`Format` takes one layout'],
    ['{{.Time.Format "1" "2"}}', '`Format` takes one layout'],
    ['{{.Branch 1}}', '`Branch` is a field and takes no arguments'],
    ['{{call 1}}', 'no field is a function'],
  ])('%s is refused: %s', (template, message) => {
    expect(errorOf(template)?.message).toContain(message);
  });

  test.each([
    ['{{/* never', 0, 'a comment is never closed'],
    ['x{{/*/}}', 1, 'a comment is never closed'],
    ['x{{/* a */ b}}', 8, 'a comment has to end its action'],
  ])('%s is no comment', (template, offset, message) => {
    expect(errorOf(template)).toEqual({ offset, message });
  });

  test('comments leave nothing, and may trim', () => {
    expect(render('a{{/**/}}b{{/* }} */}}c \n{{- /* d */ -}}\n e')).toBe('abce');
  });

  test('what cannot be printed is spelled by its number, as Go does', () => {
    const Text = '\u0001\u007F\u0080\u200B\u{E0001}\u{10FFFF}\uFFFF\té"\\';
    expect(render('{{printf "%q" .Text}}', { Text })).toBe(
      '"\\x01\\x7f\\u0080\\u200b\\U000e0001\\U0010ffff\\uffff\\té\\"\\\\"',
    );
  });

  test('fields that a template asks for', () => {
    const fields = (text: string) => {
      const parsed = parseTemplate(text);
      return parsed.ok ? [...templateFields(parsed.value)].sort() : [];
    };
    expect(
      fields('{{.A}}{{if .B}}{{(printf "%s" .C)}}{{end}}{{$.D}}{{with .E}}{{.F}}{{end}}'),
    ).toEqual(expect.arrayContaining(['A', 'B', 'C', 'D', 'E']));
  });

  test('a text of a mebibyte is the longest', () => {
    const longest = 'x'.repeat(1_048_576);
    expect(render('{{print .Text}}', { Text: longest })).toBe(longest);
    expect(render('{{print .Text}}', { Text: `${longest}x` })).toBe(null);
  });

  test.each([
    ['{{slice "abc" 3}}', ''],
    ['{{slice "abc" 0 3}}', 'abc'],
    ['{{slice "abc" 1 1}}', ''],
    ['{{index "abc" 2}}', '99'],
    ['{{index "abc"}}', 'abc'],
    ['{{eq 1 2 1}}', 'true'],
    ['{{eq 1 2 3}}', 'false'],
    ['{{le "a" "a"}} {{lt "a" "a"}} {{ge "a" "a"}} {{gt "a" "a"}}', 'true false true false'],
    ['{{lt "a" "ab"}} {{lt "ab" "a"}} {{lt "" "a"}}', 'true false true'],
    ['{{lt 1 2}} {{le 2 1}} {{gt 2 1}} {{ge 1 2}}', 'true false true false'],
    ['{{.Time.Month.String}}', 'November'],
  ])('%s is %s', (template, text) => {
    expect(render(template)).toBe(text);
  });

  test('a format that is not supported is refused before anything is rendered', () => {
    const parsed = parseTemplate('{{if .Empty}}{{printf "%.1f" 1}}{{end}}');
    expect(parsed.ok ? undefined : parsed.failure.offset).toBe(15);
  });

  test('a text that doubles with each action is stopped', () => {
    const doubling = '{{$x = print $x $x}}'.repeat(60);
    expect(errorOf(`{{$x := "ab"}}${doubling}{{$x}}`)?.message).toContain('too long');
  });

  test('deep nesting is an error', () => {
    expect(errorOf(`{{${'('.repeat(50_000)}1${')'.repeat(50_000)}}}`)?.message).toContain('deep');
    expect(errorOf('{{if 1}}'.repeat(20_000))?.message).toContain('deep');
  });

  test.each([
    ['text', 'x'.repeat(100_000)],
    ['actions', '{{.Branch}}'.repeat(9_000)],
    ['blanks', `{{${' '.repeat(100_000)}}}`],
    ['open braces', '{{'.repeat(50_000)],
    ['comments', '{{/**/}}'.repeat(12_000)],
    ['one string', `{{"${'\\n'.repeat(50_000)}"}}`],
    ['a layout', `{{.Time.Format "${'2006'.repeat(25_000)}"}}`],
    ['verbs', `{{printf "${'%d'.repeat(50_000)}"}}`],
    ['else if', `{{if .Empty}}${'{{else if .Empty}}'.repeat(5_000)}{{end}}`],
    ['pipes', `{{1${'|print'.repeat(15_000)}}}`],
    ['variables', '{{$x := 1}}'.repeat(3_000)],
  ])('100 KB of %s are read in work that grows with them', async (_, template) => {
    const work = await workOf(() => {
      errorOf(template);
    });
    expect(work).toBeLessThan(200 * template.length);
  });

  test('nothing throws', () => {
    const piece = fc.constantFrom(
      ...[
        '{{',
        '}}',
        '{{-',
        ' -}}',
        '.Branch',
        '.Time',
        '.Format',
        '"',
        '`',
        "'",
        '\\',
        '(',
        ')',
        '|',
        '$x',
      ],
      ...[
        ':=',
        '=',
        ',',
        'if',
        'else',
        'end',
        'with',
        'printf',
        '"%5.2d"',
        '"%[1]*x"',
        'index',
        'slice',
        'and',
      ],
      ...[
        'eq',
        'lt',
        'nil',
        '1',
        '-0x',
        '1e999',
        "'a'",
        ' ',
        '\n',
        '/*',
        '*/',
        '\ud800',
        '😀',
        '2006',
        'len',
      ],
    );
    const templates = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    );
    const action = fc.array(piece, { maxLength: 8 }).map((pieces) => `{{${pieces.join(' ')}}}`);
    fc.assert(
      fc.property(fc.oneof(templates, action), (template) => {
        const parsed = parseTemplate(template);
        if (!parsed.ok)
          return parsed.failure.offset >= 0 && parsed.failure.offset <= template.length;
        templateFields(parsed.value);
        renderTemplate(parsed.value, FIELDS);
        return true;
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('templateFields', () => {
  const fields = (text: string): readonly string[] => {
    const parsed = parseTemplate(text);
    return parsed.ok ? [...templateFields(parsed.value)] : [];
  };

  test('names all fields, in every branch and group', () => {
    expect(
      fields('{{if .A}}{{.B.C}}{{else}}{{printf "%s" (.D | len)}}{{end}}{{$.E}}{{$x := .F}}'),
    ).toEqual(['A', 'B', 'D', 'E', 'F']);
  });

  test('leaves out what belongs to the value of `with`', () => {
    expect(fields('{{with .Time}}{{.Year}}{{$.Branch}}{{else}}{{.CommitID}}{{end}}')).toEqual([
      'Time',
      'Branch',
      'CommitID',
    ]);
  });

  test('finds none in plain text', () => {
    expect(fields('latest')).toEqual([]);
  });
});
