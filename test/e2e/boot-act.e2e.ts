import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { containerExists } from './boot-runner.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { type CommandResult, run } from './setup/command.ts';
import { until } from './setup/until.ts';

// The composite itself in a workflow, run by act: real steps with `shell: boot {0}`.

let actions: ActionsFolder;
beforeAll(async () => {
  actions = await createActionsFolder(['pull-boot-image']);
});
afterAll(() => actions.remove());

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A repository with this workflow; gives what runs it. */
const repository = async (jobs: string): Promise<() => Promise<CommandResult>> => {
  const root = mkdtempSync(join(tmpdir(), 'transship-act-'));
  folders.push(root);
  const folder = join(root, 'shop');
  mkdirSync(join(folder, '.github/workflows'), { recursive: true });
  writeFileSync(join(folder, 'file'), 'of the repository\n');
  writeFileSync(join(folder, '.github/workflows/ci.yml'), `name: CI\non: push\njobs:\n${jobs}`);
  const env = { PATH: process.env['PATH'], HOME: root };
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.test'];
  await run('git', ['init', '-q', '-b', 'main'], { cwd: folder, env });
  await run('git', ['add', '-A'], { cwd: folder, env });
  await run('git', [...identity, 'commit', '-q', '-m', 'First'], { cwd: folder, env });
  return () =>
    run(
      'act',
      [
        'push',
        ...['-P', 'ubuntu-latest=-self-hosted'],
        ...['--local-repository', `transship/transship@v1=${actions.folder}`],
      ],
      { cwd: folder, env, check: false },
    );
};

/** What steps printed, without act's own words. */
const printed = (result: CommandResult): string =>
  [...result.stdout.matchAll(/^\[.*?\]\s+\| (.*)$/gm)].map(([, line]) => line).join('\n');

const bootStep = `      - uses: transship/transship/actions/pull-boot-image@v1
        id: boot
        with:
          image_name: transship.test/debian
          image_tag: 12
          pull: false
          env: HOME=/root GREETING='hello there'
          options: --net=bridge
`;

test('a job boots, runs steps inside and outside, and ends with its container', async () => {
  const act = await repository(`  ci:
    runs-on: ubuntu-latest
    env:
      FROM_JOB: job
    steps:
      - uses: actions/checkout@v7
${bootStep}      - id: inside
        shell: boot {0}
        env:
          FROM_STEP: step
        run: |
          echo "$GREETING, $FROM_JOB, $FROM_STEP, $HOME, $(cut -d. -f1 /etc/debian_version), $(cat file)"
          echo "value=42" >>"$GITHUB_OUTPUT"
          echo "LATER=yes" >>"$GITHUB_ENV"
          mkdir -p sub; echo made >sub/made
          false | true
      - shell: boot {0}
        working-directory: sub
        run: echo "in $(basename "$PWD"), $LATER, \${{ steps.inside.outputs.value }}, $(cat made)"
      - shell: bash
        run: |
          echo "host sees $(cat sub/made), $LATER, \${{ steps.boot.outputs.image }}"
          echo "container \${{ steps.boot.outputs.container }}"
          docker ps --format '{{.Names}}' | grep -q "^$SHIPPABLE_CONTAINER_NAME$" && echo running
      - shell: boot {0}
        run: exit 3
      - if: always()
        shell: boot {0}
        run: echo "after failure"
`);
  const result = await act();
  const text = printed(result);
  expect(result.code, result.output).toBe(1);
  expect(text).toContain('hello there, job, step, /root, 12, of the repository');
  expect(text).toContain('in sub, yes, 42, made');
  expect(text).toContain('host sees made, yes, transship.test/debian:12');
  expect(text).toContain('\nrunning');
  expect(text).toContain('after failure');
  expect(result.output).toContain('exit status 3');
  const container = /^container (\S+)$/m.exec(text)?.[1] ?? '';
  // Not only because act has ended by now: nothing of it is left behind.
  expect(await until(async () => !(await containerExists(container)))).toBe(true);
});

test('the container of a job is gone while act runs the next one', async () => {
  const act = await repository(`  one:
    runs-on: ubuntu-latest
    steps:
${bootStep}      - shell: bash
        run: echo "$SHIPPABLE_CONTAINER_NAME" >"${tmpdir()}/boot-act-${process.pid}"
  two:
    needs: one
    runs-on: ubuntu-latest
    steps:
      - shell: bash
        run: |
          name=$(cat "${tmpdir()}/boot-act-${process.pid}")
          for i in $(seq 300); do
            docker inspect "$name" >/dev/null 2>&1 || { echo "gone"; exit; }
            sleep 0.1
          done
          echo "still there"
`);
  const result = await act();
  rmSync(`${tmpdir()}/boot-act-${process.pid}`, { force: true });
  expect(result.code, result.output).toBe(0);
  expect(printed(result)).toMatch(/^gone$/m);
});

test('an act that is killed leaves no container and no process behind', async () => {
  const note = `${tmpdir()}/boot-act-killed-${process.pid}`;
  const act = await repository(`  one:
    runs-on: ubuntu-latest
    steps:
${bootStep}      - shell: bash
        run: |
          echo "$SHIPPABLE_CONTAINER_NAME" >"${note}"
          kill -KILL "$(ps -o ppid= -p $$ | tr -d ' ')"
          sleep 5
`);
  await act();
  const name = readFileSync(note, 'utf8').trim();
  rmSync(note);
  expect(await until(async () => !(await containerExists(name)))).toBe(true);
  const holder = `${actions.folder}/dist/pull-boot-image/index.js hold`;
  const isOver = async () => !(await run('ps', ['-eo', 'args'])).stdout.includes(holder);
  expect(await until(isOver)).toBe(true);
});
