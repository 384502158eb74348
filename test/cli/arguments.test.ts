import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { commands } from '../../src/cli/commands.ts';
import { run } from './run.ts';

const parse = (line: string) => parseArguments(line === '' ? [] : line.split(' '), commands);

describe('a command line', () => {
  test.each([
    ['convert', [], {}],
    ['convert folder', ['folder'], {}],
    ['convert --out=a=b folder --strict', ['folder'], { out: 'a=b', strict: '' }],
    ['convert --report r.md', [], { report: 'r.md' }],
    ['convert --parallel shell', [], { parallel: 'shell' }],
    ['convert -- --strict', ['--strict'], {}],
    ['convert -', ['-'], {}],
    ['explain --help-me', undefined, undefined],
  ] as const)('%s', async (line, names, options) => {
    const parsed = await parse(line);
    if (names === undefined) expect(parsed.kind).toBe('wrong');
    else expect(parsed).toMatchObject({ kind: 'run', line: { arguments: names, options } });
  });

  test.each([
    ['convrt', 'unknown command `convrt`', 'did you mean `convert`?'],
    ['--json', 'unknown option `--json`', 'see `transship --help`'],
    ['convert --dryrun', 'unknown option `--dryrun` of `convert`', 'did you mean `--dry-run`?'],
    ['convert -x', 'unknown option `-x` of `convert`', 'see `transship convert --help`'],
    ['convert a b', '`convert` does not take an argument `b`', 'see `transship convert --help`'],
    ['convert --out', '`--out` needs a value, DIR', 'see `transship convert --help`'],
    ['convert --out --json', '`--out` needs a value, DIR', 'see `transship convert --help`'],
    ['convert --json=1', '`--json` does not take a value', 'see `transship convert --help`'],
    [
      'convert --parallel both',
      '`--parallel` takes `native` or `shell`, not `both`',
      'see `transship convert --help`',
    ],
    ['tags', '`tags` needs IMAGE', 'see `transship tags --help`'],
    ['help convrt', 'unknown command `convrt`', 'did you mean `convert`?'],
  ])('%s is wrong', async (line, message, help) => {
    expect(await parse(line)).toEqual({ kind: 'wrong', message, help });
  });
});

describe('help and version', () => {
  test.each([['--help'], ['-h'], ['help'], ['help convert'], ['convert --help'], ['convert -h']])(
    '%s exits with 0',
    async (line) => {
      const { code, stdout, stderr } = await run(line.split(' '));
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^Usage: transship /);
    },
  );

  test('names every command, option and exit code', async () => {
    const { stdout } = await run(['--help']);
    for (const { name } of commands) expect(stdout).toContain(`  ${name}`);
    const convert = await run(['convert', '--help']);
    for (const option of [
      'out',
      'dry-run',
      'check',
      'json',
      'report',
      'strict',
      'force',
      'config',
    ]) {
      expect(convert.stdout).toContain(`--${option}`);
    }
  });

  test('without a command it shows the help and exits with 2', async () => {
    const { code, stdout } = await run([]);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^Usage/);
  });

  test('--version prints the version alone', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, stdout: '9.9.9\n', stderr: '' });
  });
});
