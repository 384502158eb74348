// The lowering of a native parallel group, run by `act` itself: what GitHub promises of a group has to hold of it.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { runAct } from '../equivalence/act.ts';
import { equivalenceFolder } from '../equivalence/case.ts';
import { lower } from '../equivalence/lower.ts';
import { traceOf } from '../equivalence/trace.ts';
import { run } from './setup/command.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function runSteps(steps: string): Promise<{ result: string; trace: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'transship-lowering-'));
  folders.push(folder);
  const [clone, home] = [join(folder, 'shop'), join(folder, 'home')];
  for (const each of [clone, home]) mkdirSync(each);
  const env = { PATH: `${join(equivalenceFolder, 'runner')}:${process.env['PATH']}`, HOME: home };
  const git = ['-c', 'user.name=a', '-c', 'user.email=a@example.test'];
  await run('git', ['init', '-q', '-b', 'main'], { cwd: clone, env });
  await run('git', [...git, 'commit', '-q', '--allow-empty', '-m', 'x'], { cwd: clone, env });
  const text = `on: push
defaults: { run: { shell: 'bash --noprofile --norc -e {0}' } }
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
${steps.replace(/^(?=.)/gm, '      ')}`;
  const { text: lowered } = lower(text, { approved: true, enabled: [], ownActions: folder });
  const [workflow, payload] = [join(folder, 'workflow.yml'), join(folder, 'event.json')];
  writeFileSync(workflow, lowered);
  writeFileSync(payload, JSON.stringify({ ref: 'refs/heads/main' }));
  const { jobs } = await runAct({
    cwd: clone,
    workflow,
    eventName: 'push',
    payload,
    actions: {},
    env,
    contexts: { GITHUB_REPOSITORY: 'acme/shop', GITHUB_REF: 'refs/heads/main' },
    secrets: {},
    stopAfter: undefined,
  });
  return { result: jobs[0]?.result ?? 'not run', trace: traceOf(jobs[0]?.console ?? []) };
}

test('children run at the same time, and what they give is there after the group', async () => {
  const meet = (own: string, other: string) => `    - id: ${own}
      env: { OTHER: ${other} }
      run: |
        touch "$RUNNER_TEMP/${own}"
        for attempt in {1..100}; do [ ! -e "$RUNNER_TEMP/$OTHER" ] || break; sleep 0.1; done
        [ -e "$RUNNER_TEMP/$OTHER" ] && echo "> ${own} met $OTHER"
        echo "value=of ${own}" >> "$GITHUB_OUTPUT"
        echo "SET_BY_${own}=yes" >> "$GITHUB_ENV"
        mkdir -p "$RUNNER_TEMP/bin-${own}" && echo "$RUNNER_TEMP/bin-${own}" >> "$GITHUB_PATH"
`;
  const { result, trace } = await runSteps(`- parallel:
${meet('one', 'two')}${meet('two', 'one')}- env: { A: '\${{ steps.one.outputs.value }}', B: '\${{ steps.two.outputs.value }}' }
  run: |
    echo "> $A, $B, $SET_BY_one $SET_BY_two"
    [[ $PATH == *bin-one* && $PATH == *bin-two* ]] && echo "> both folders"
`);
  expect(trace).toEqual(['one met two', 'two met one', 'of one, of two, yes yes', 'both folders']);
  expect(result).toBe('success');
});

test('when one fails its siblings finish, and the job fails behind the group', async () => {
  const { result, trace } = await runSteps(`- parallel:
    - { id: bad, run: 'echo "> bad"; exit 3' }
    - { id: slow, run: 'sleep 1; echo "> slow"' }
    - { id: left, if: "github.ref_name == 'other'", run: 'echo "> left"' }
    - { id: allowed, continue-on-error: true, run: 'exit 1' }
- run: echo "> next"
- if: failure() && steps.bad.outcome == 'failure' && steps.slow.outcome == 'success'
  run: echo "> \${{ steps.left.outcome }} \${{ steps.allowed.outcome }} \${{ steps.allowed.conclusion }}"
`);
  expect(trace).toEqual(['bad', 'slow', 'skipped failure success']);
  expect(result).toBe('failure');
});

test('after a failure no child starts', async () => {
  const { result, trace } = await runSteps(`- run: 'false'
- parallel:
    - run: echo "> one"
    - run: echo "> two"
`);
  expect(trace).toEqual([]);
  expect(result).toBe('failure');
});

test('no line is lost of a step that ends at once', async () => {
  const numbers = Array.from({ length: 40 }, (_, index) => index + 1);
  const step = (number: number) => `- run: echo "> ${number}"; echo "> of 40"; printf "> end"\n`;
  const { result, trace } = await runSteps(`${numbers.map(step).join('')}- parallel:
    - run: printf "> child"
`);
  expect(trace).toEqual([...numbers.flatMap((number) => [`${number}`, 'of 40', 'end']), 'child']);
  expect(result).toBe('success');
});

test('ten children run at once, the others begin as soon as one has ended', async () => {
  const child = (number: number) => `    - run: |
        mkdir -p "$RUNNER_TEMP/running" && touch "$RUNNER_TEMP/running/${number}"
        sleep 1
        ls "$RUNNER_TEMP/running" | wc -l > "$RUNNER_TEMP/seen-${number}"
        rm "$RUNNER_TEMP/running/${number}"
`;
  const children = Array.from({ length: 12 }, (_, index) => child(index + 1)).join('');
  const { result, trace } = await runSteps(`- parallel:
${children}- run: echo "> $(cat "$RUNNER_TEMP"/seen-* | sort -rn | head -n 1) at once of $(ls "$RUNNER_TEMP"/seen-* | wc -l)"
`);
  expect(trace).toEqual(['10 at once of 12']);
  expect(result).toBe('success');
});
