import { describe, expect, test } from 'vitest';
import { type Job, useJobs } from './prepare-job.ts';

const create = useJobs();

describe('variables', () => {
  const compute = (names: string) => `- uses: transship/transship/actions/prepare@v1
  with:
    variables: ${names}
    job-index: 2
`;
  const save = (name: string) => `- shell: bash
  run: env -0 | sort -z > "$RESULTS/${name}"
`;
  const variables = (job: Job, name: string): Record<string, string> =>
    Object.fromEntries(
      job
        .readResult(name)
        .split('\0')
        .filter((pair) => pair !== '')
        .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    );

  test('come from git, and there is one build time for the job', async () => {
    const job = await create(
      `${compute('CI_TIMESTAMP CI_STRING_TIME CI_COMMIT_MESSAGE CI_COMMITTER_NAME CI_COMMITTER_EMAIL LAST_AUTHOR CI_COMMIT_DESCRIPTION JOB_NUMBER SHIPPABLE_ARTIFACTS_DIR')}
- shell: bash
  run: sleep 1.1
${compute('CI_TIMESTAMP TRAVIS_JOB_NUMBER')}
${save('env')}
- shell: bash
  run: date +%s > "$RESULTS/now"; touch "$SHIPPABLE_ARTIFACTS_DIR/x"
`,
    );
    await job.git('tag', 'v1.2.0');
    await job.git('commit', '-q', '--allow-empty', '-m', 'Second\n\nwith "quotes" and $HOME');
    const { code, output } = await job.start();
    expect(code, output).toBe(0);
    const env = variables(job, 'env');
    expect(env).toMatchObject({
      CI_COMMIT_MESSAGE: 'Second\n\nwith "quotes" and $HOME',
      CI_COMMITTER_NAME: 'Ada Lovelace',
      CI_COMMITTER_EMAIL: 'ada@example.test',
      LAST_AUTHOR: 'Grace Hopper',
      JOB_NUMBER: '3',
      TRAVIS_JOB_NUMBER: '3',
    });
    expect(env['CI_COMMIT_DESCRIPTION']).toMatch(/^v1\.2\.0-1-g[0-9a-f]{1,7}$/);
    const age = Number(job.readResult('now')) - Number(env['CI_TIMESTAMP']);
    expect(age).toBeGreaterThanOrEqual(1);
    expect(age).toBeLessThan(60);
    expect(Date.parse(env['CI_STRING_TIME']?.replace(' +0000 UTC', 'Z') ?? '')).toBe(
      Number(env['CI_TIMESTAMP']) * 1000,
    );
  });

  test('a hostile commit message stays one value', async () => {
    const message =
      'x\nEOF\nPATH=/evil\n::add-path::/evil\n::set-output name=a::b\nCI_COMMIT_MESSAGE<<ghadelimiter\n';
    const job = await create(`${compute('CI_COMMIT_MESSAGE')}\n${save('env')}`, {}, message);
    const { code, output } = await job.start();
    expect(code, output).toBe(0);
    const env = variables(job, 'env');
    expect(env['CI_COMMIT_MESSAGE']).toBe(message.trimEnd());
    expect(env['PATH']).not.toContain('evil');
  });

  test('on a pull request the head is asked, not the merge', async () => {
    const job = await create(
      `${compute('CI_COMMIT_MESSAGE COMMIT_MESSAGE')}\n${save('env')}`,
      {},
      'Head of the branch',
    );
    const head = await job.git('rev-parse', 'HEAD');
    await job.git('commit', '-q', '--allow-empty', '-m', 'Merge of 5');
    const payload = {
      pull_request: {
        number: 5,
        title: 'Title',
        head: { ref: 'fix', sha: head },
        base: { ref: 'main' },
      },
    };
    const { code, output } = await job.start({ event: 'pull_request', payload });
    expect(code, output).toBe(0);
    expect(variables(job, 'env')).toMatchObject({
      CI_COMMIT_MESSAGE: 'Head of the branch',
      COMMIT_MESSAGE: 'Title',
    });
  });

  test('what needs no computing is refused with the line to write', async () => {
    const { code, output } = await (await create(compute('BRANCH'))).start();
    expect(code).toBe(1);
    expect(output).toContain('BRANCH: ${{ github.base_ref || github.ref_name }}');
  });
});

test('conditions decide later steps', async () => {
  const job = await create(`- id: prepare
  uses: transship/transship/actions/prepare@v1
  with:
    job-index: 0
    conditions: |
      release: { tag: '^(main|release/.*)$' }
      broken: { tag: '^(a' }
      group: [{ tag: main }, { exclude: '^ma' }]
      shippable: { branches: { only: [main, release/*] } }
- if: contains(fromJSON(steps.prepare.outputs.holds), 'release')
  shell: bash
  run: touch "$RESULTS/release"
- if: contains(fromJSON(steps.prepare.outputs.holds), 'broken')
  shell: bash
  run: touch "$RESULTS/broken"
- if: contains(fromJSON(steps.prepare.outputs.holds), 'group')
  shell: bash
  run: touch "$RESULTS/group"
- shell: bash
  env:
    HOLDS: \${{ steps.prepare.outputs.holds }}
  run: printf %s "$HOLDS" > "$RESULTS/holds"; ls "$RESULTS" > "$RESULTS/ran"
`);
  const { code, output } = await job.start();
  expect(code, output).toBe(0);
  expect(job.readResult('holds')).toBe('["release","shippable"]');
  expect(job.readResult('ran')).toBe('holds\nran\nrelease\n');
  expect(output).toMatch(/Condition broken: .* is not a valid RE2 expression/);
  expect(output).toContain('group: false, `exclude` ^ma matches main');
});
