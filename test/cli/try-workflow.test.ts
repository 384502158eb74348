// `transship try` with an act that only says what it was given. The real one: ../e2e/local.e2e.ts.

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lowerWorkflow } from '../../src/cli/try/lower-workflow.ts';
import type { Fields } from '../../src/cli/try/workflow-step.ts';
import { folderWith, type Ran, readFile, run } from './run.ts';

/** What it hands on to steps is its own environment, so it is told nothing by that. */
const act = (kept: string, code: number): string => `#!/bin/sh
[ "$1" != --version ] || exit 0
for word; do printf '[%s]' "$word"; done; echo
while [ $# -gt 0 ]; do
  case "$1" in --workflows | --eventpath | --secret-file) cp "$2" '${kept}/'; stat -c '%a %n' "$2" | sed 's#/.*/##' ;; esac
  shift
done
env | grep -c 'SECRET-' || true
exit ${code}
`;

type Tried = Ran & { readonly kept: string };

async function tryIn(
  folder: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  code = 0,
): Promise<Tried> {
  const tools = folderWith({ 'kept/.keep': '', 'temporary/.keep': '' });
  const [kept, temporary] = [path.join(tools, 'kept'), path.join(tools, 'temporary')];
  fs.rmSync(path.join(temporary, '.keep'));
  fs.writeFileSync(path.join(tools, 'act'), act(kept, code), { mode: 0o755 });
  const ran = await run(['try', ...args], {
    folder,
    env: {
      PATH: `${tools}:${process.env['PATH']}`,
      HOME: tools,
      RUNNER_TEMP: temporary,
      ...env,
    },
  });
  expect(fs.readdirSync(temporary)).toEqual([]);
  return { ...ran, kept };
}

const workflow = `name: x
on:
  push:
    branches: [main]
  pull_request:
jobs:
  ci:
    runs-on: ubuntu-24.04
    steps:
      - parallel:
          - { name: a, run: a }
          - { name: b, if: "\${{ github.ref == 'x' }}", run: b }
      - uses: transship/transship/actions/login@${'1'.repeat(40)}
        with: { password: "\${{ secrets.PASSWORD }}", other: "\${{ secrets['OTHER'] }}", token: "\${{ secrets.GITHUB_TOKEN }}" }
  deploy: { needs: ci, environment: production, runs-on: ubuntu-24.04, steps: [{ run: ./deploy }] }
`;
const files = { '.git/HEAD': '', '.github/workflows/x.yml': workflow };

describe('transship try', () => {
  test('says what differs, and gives act the lowered workflow, the event and the secrets by files', async () => {
    const folder = folderWith({ ...files, '.env': '' });
    const secrets = folderWith({ secrets: 'PASSWORD=SECRET-1\n' });
    const { code, stdout, stderr, kept } = await tryIn(folder, [
      'x',
      ...['--secret-file', path.join(secrets, 'secrets'), '--act=--verbose'],
    ]);
    expect(code).toBe(0);
    expect(stderr).toBe(
      [
        'note: parallel steps run one after the other here, in `ci`',
        'note: left out because they wait for an approval (`--approve` runs them): `deploy`',
        'warning: these secrets are empty; `--secret-file` does not set them: `OTHER`',
        'note: act ignores the filters for branches, tags and paths under `on`',
        '',
      ].join('\n'),
    );
    expect(stdout).toMatch(/^\[push\]\[--rm\]\[--workflows\]/);
    expect(stdout).toContain('[--platform][ubuntu-24.04=catthehacker/ubuntu:act-latest]');
    expect(stdout).toContain(`[--local-repository][transship/transship@${'1'.repeat(40)}=`);
    expect(stdout).toContain('[--verbose]\n600 workflow.yml\n600 event.json\n600 secrets.env\n0\n');
    expect(stdout).not.toContain('SECRET-1');
    expect(readFile(kept, 'secrets.env')).toBe("PASSWORD='SECRET-1'\n");
    const { jobs } = parse(readFile(kept, 'workflow.yml'));
    expect(Object.keys(jobs)).toEqual(['ci']);
    expect(JSON.parse(readFile(kept, 'event.json'))).toMatchObject({
      repository: { name: path.basename(folder) },
      ref: 'refs/heads/main',
    });
  });

  test('secrets come as for `secrets set --from`, and from the key', async () => {
    const key = Buffer.alloc(32, 1).toString('base64');
    const beside = folderWith({
      secrets: '# Secrets to create\n\nother<<END\na\nb\nEND\nPASSWORD=\n',
      'codeship.aes': `${key}\n`,
    });
    const { code, stderr, kept } = await tryIn(folderWith(files), [
      'x',
      ...['--secret-file', path.join(beside, 'secrets')],
      ...['--aes-key', path.join(beside, 'codeship.aes')],
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('`--secret-file` does not set them: `PASSWORD`\n');
    expect(readFile(kept, 'secrets.env')).toBe(`OTHER='a\nb'\nCODESHIP_AES_KEY='${key}'\n`);
  });

  test('the exit code of a run that fails is 1', async () => {
    expect((await tryIn(folderWith(files), ['x'], {}, 1)).code).toBe(1);
  });

  test('another event, approved jobs, this machine, a job', async () => {
    const { stdout, kept } = await tryIn(folderWith(files), [
      'x.yml',
      ...['--event', 'pull_request', '--approve', '--on-machine', '--job', 'deploy'],
    ]);
    expect(stdout).toMatch(/^\[pull_request\].*\[--job\]\[deploy\].*\[ubuntu-24.04=-self-hosted\]/);
    expect(Object.keys(parse(readFile(kept, 'workflow.yml')).jobs)).toEqual(['ci', 'deploy']);
    expect(JSON.parse(readFile(kept, 'event.json'))).toMatchObject({ pull_request: { number: 1 } });
  });

  test("the user's own settings of act choose the images", async () => {
    const { stdout } = await tryIn(folderWith({ ...files, '.actrc': '' }), ['x']);
    expect(stdout).not.toContain('--platform');
  });

  test('without a name, the workflow that transship wrote, from any folder below', async () => {
    const folder = folderWith({
      'shippable.yml': 'language: none\nbuild:\n  ci:\n    - make\n',
      '.git/HEAD': '',
      'deep/file': '',
    });
    await run(['convert'], { folder });
    const { code, stderr } = await tryIn(path.join(folder, 'deep'));
    expect(stderr).not.toContain('error');
    expect(code).toBe(0);
    // By name, the workflow is meant, not the legacy file that it came from.
    expect(await tryIn(folder, ['shippable.yml'])).toMatchObject({ code: 0 });
  });

  test.each([
    [files, ['y'], 2, 'there is no workflow `y`'],
    [files, [], 2, 'there is no workflow that transship wrote'],
    [files, ['x', '--event', 'workflow_dispatch'], 1, 'it runs on `push`, `pull_request`'],
    [{ ...files, 'odd.yml': 'a: [' }, ['odd.yml'], 1, 'not valid YAML'],
    [{ ...files, 'odd.yml': 'a: 1' }, ['odd.yml'], 1, 'not a workflow'],
    [files, ['x', '--secret-file', 'no'], 1, '`no` cannot be read (ENOENT)'],
    [
      { ...files, s: '\nodd SECRET' },
      ['x', '--secret-file', 's'],
      1,
      'error: `s:2`: this is not a',
    ],
    [{ ...files, k: 'short' }, ['x', '--aes-key', 'k'], 1, 'error: `--aes-key k`: '],
  ] as const)('what cannot be tried: %#', async (has, args, expected, message) => {
    const { code, stderr } = await tryIn(folderWith(has), args);
    expect({ code, stderr }).toEqual({ code: expected, stderr: expect.stringContaining(message) });
  });

  test('where act is missing, it says how to install it', async () => {
    const { code, stderr } = await tryIn(folderWith(files), ['x'], { PATH: '/nowhere' });
    expect(code).toBe(1);
    expect(stderr).toContain('error: act is not installed');
    expect(stderr).toContain('brew install act');
  });
});

describe('a lowered workflow', () => {
  const lowered = (text: string): Fields => {
    const given = parse(`on: push\njobs:\n${text}`) as Fields;
    return parse(lowerWorkflow(given, { approved: true }).text) as Fields;
  };

  test('a group runs in order, each step wherever the group was reached, and its own condition holds', () => {
    const { jobs } = lowered(`  a:
    steps:
      - parallel: [{ id: one, run: x }, { run: y, if: "\${{ a || b }}" }, { run: z, if: c }]
`);
    const { steps } = (jobs as { a: { steps: readonly Fields[] } }).a;
    expect(steps.map((step) => step['if'])).toEqual([
      undefined,
      "always() && steps.group-0.outcome == 'success'",
      "always() && steps.group-0.outcome == 'success' && (a || b)",
      "always() && steps.group-0.outcome == 'success' && (c)",
    ]);
  });

  test('services are left to act beside a job container, as is a matrix that an expression makes', () => {
    const { jobs } = lowered(`  a: { container: node, services: { db: { image: x } }, steps: [] }
  b: { strategy: { matrix: "\${{ fromJSON(x) }}" }, steps: [] }
  c: { uses: ./.github/workflows/called.yml, with: { a: b } }
`);
    expect(jobs).toMatchObject({
      a: { services: { db: { image: 'x' } }, steps: [] },
      b: { strategy: { matrix: '${{ fromJSON(x) }}' } },
      c: { uses: './.github/workflows/called.yml', with: { a: 'b' } },
    });
  });
});
