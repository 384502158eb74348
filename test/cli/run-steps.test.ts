// `transship run` with a docker that only writes down what it is told. The real engine: ../e2e/local.e2e.ts.

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, type Ran, readFile, run } from './run.ts';

/** Records its words and chosen variables; fails for what `DOCKER_FAILS` matches, with the code in it. */
const docker = `#!/bin/sh
printf '%s' "docker" >> "$RECORD"
for word; do printf ' [%s]' "$word" >> "$RECORD"; done
printf '\\n' >> "$RECORD"
case "$*" in
  *' run '*) if [ -n "$SHOW" ]; then cat "$RUNNER_TEMP/codeship/$SHOW"; stat -c %a "$RUNNER_TEMP" "$RUNNER_TEMP/codeship/$SHOW"; fi
             echo "branch=$CI_BRANCH extra=$EXTRA" ;;
  *' --file '*' build '*) echo "argument $TOKEN" >&2 ;;
esac
case "$*" in *"$FAILS"*) exit 9 ;; esac
exit 0
`;

const services = `
app:
  build: .
  encrypted_env_file: app.env.encrypted
web:
  image: nginx
  depends_on: [app]
`;

const key = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
/** FOO=bar and BAZ=two words (codeship.md 13.2). */
const sealed = 'oKGio6SlpqeoqaqrrK2ur5rQTsAU2Q4HTQqyuH98g8D+llK7d7Q=';

const project = (steps: string, more: Readonly<Record<string, string>> = {}): string =>
  folderWith({
    'codeship-services.yml': services,
    'codeship-steps.yml': steps,
    'app.env.encrypted': sealed,
    'codeship.aes': `${key}\n`,
    Dockerfile: 'FROM scratch\n',
    ...more,
  });

type Done = Ran & { readonly calls: readonly string[] };

async function runIn(
  folder: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Done> {
  const tools = folderWith({ docker });
  fs.chmodSync(path.join(tools, 'docker'), 0o755);
  const record = path.join(tools, 'record');
  const temporary = path.join(tools, 'temporary');
  fs.mkdirSync(temporary);
  const ran = await run(['run', ...args], {
    folder,
    env: {
      PATH: `${tools}:${process.env['PATH']}`,
      RECORD: record,
      RUNNER_TEMP: temporary,
      FAILS: 'nothing',
      ...env,
    },
  });
  // Nothing that was opened stays.
  expect(fs.readdirSync(temporary)).toEqual([]);
  const calls = fs.existsSync(record) ? readFile(tools, 'record').trimEnd().split('\n') : [];
  return { ...ran, calls };
}

const steps = `
- name: unit
  service: app
  command: make test "two words"
- name: release
  service: app
  tag: ^v[0-9]
  command: make release
- type: push
  name: ship
  service: app
  image_name: acme/web
  image_tag: '{{ .Branch }}'
`;

describe('transship run', () => {
  test('runs the steps that nothing speaks against, each line with its step and service', async () => {
    const { code, stdout, stderr, calls } = await runIn(project(steps));
    expect(stderr).toBe(
      [
        'running: unit',
        '(service: app) argument ',
        'passed: unit',
        'skipped: release: it has `tag: ^v[0-9]`; give `--branch NAME` or `--tag NAME` to test it',
        'skipped: ship: it pushes acme/web; give `--push` to push',
        '1 passed, 0 failed, 2 skipped',
        '',
      ].join('\n'),
    );
    expect(stdout).toBe('(step: unit) (service: app) branch= extra=\n');
    expect(code).toBe(0);
    expect(
      calls.some((call) => /\[run\].*\[app\] \[make\] \[test\] \[two words\]$/.test(call)),
    ).toBe(true);
    expect(calls.some((call) => /\[push\]/.test(call))).toBe(false);
  });

  test('an old base is made good before the build, and its name is given back', async () => {
    const { code, calls } = await runIn(
      project(steps, {
        Dockerfile: 'FROM ruby:2.2.4-slim\nRUN apt-get update && apt-get install -y git\n',
      }),
    );
    expect(code).toBe(0);
    const names = /^docker \[(?:pull|tag|rmi|build|image)\]|\[build\]/;
    const own = calls.filter((call) => names.test(call));
    expect(own.slice(0, 4)).toEqual([
      'docker [image] [inspect] [--format] [{{.Id}}] [ruby:2.2.4-slim]',
      'docker [image] [inspect] [ruby:2.2-slim]',
      'docker [tag] [ruby:2.2-slim] [ruby:2.2.4-slim]',
      'docker [build] [--build-arg] [BASE=ruby:2.2.4-slim] [--build-arg] [NAMES=] [--tag] [ruby:2.2.4-slim] [-]',
    ]);
    expect(own[4]).toMatch(/^docker \[compose\].*\[build\]/);
    expect(own.at(-1)).toBe('docker [rmi] [--no-prune] [ruby:2.2.4-slim]');
  });

  test('a tag lets the steps for it run, and a push gets its rendered tag', async () => {
    const { code, calls } = await runIn(project(steps), ['--tag', 'v1/2', '--push']);
    expect(code).toBe(0);
    expect(calls.filter((call) => /^docker \[(?:tag|push)\]/.test(call))).toEqual([
      'docker [tag] [codeship_app] [acme/web:v12]',
      'docker [push] [acme/web:v12]',
    ]);
    expect(calls.filter((call) => /\[run\]/.test(call))).toHaveLength(2);
    // One build for the whole run.
    expect(calls.filter((call) => /\[build\]/.test(call))).toHaveLength(1);
  });

  test('one step by its name, whatever its conditions are; its exit code is that of the command', async () => {
    const { code, calls, stderr } = await runIn(project(steps), ['release'], { FAILS: ' release' });
    expect(code).toBe(9);
    expect(stderr).toContain('failed: release (exit code 9)');
    expect(calls.filter((call) => /\[run\]/.test(call))).toHaveLength(1);
  });

  test('what is encrypted is opened for the run alone, masked, and readable by the user alone', async () => {
    const { stdout, calls } = await runIn(project(steps), ['unit'], { SHOW: 'app.env.encrypted' });
    expect(stdout).not.toContain('two words');
    expect(stdout).toContain('(step: unit) (service: app) ***');
    expect(stdout).toContain(' 700\n');
    expect(stdout).toContain(' 600\n');
    expect(calls.join('\n')).not.toContain('bar');
  });

  test('without the key nothing runs, unless it is said', async () => {
    const folder = project(steps);
    fs.rmSync(path.join(folder, 'codeship.aes'));
    const { code, stderr, calls } = await runIn(folder);
    expect(code).toBe(1);
    expect(stderr).toContain('No AES key provided');
    expect(stderr).toContain('--without-secrets');
    expect(calls).toEqual([]);
    expect((await runIn(folder, ['--without-secrets'])).code).toBe(0);
  });

  test('a failing group ends the run, its siblings finish, and on_fail runs', async () => {
    const parallel = `
- type: parallel
  name: both
  steps:
    - { name: bad, service: app, command: break it, on_fail: [{ command: tell }] }
    - { name: good, service: app, command: fine }
- { name: after, service: app, command: never }
`;
    const { code, stderr, calls } = await runIn(project(parallel), [], { FAILS: 'break' });
    expect(code).toBe(9);
    expect(stderr).toContain('passed: both / good');
    expect(calls.some((call) => call.endsWith('[app] [tell]'))).toBe(true);
    expect(calls.some((call) => call.endsWith('[never]'))).toBe(false);
  });

  test('dependencies are started beside the step, and all of it is removed', async () => {
    const { calls } = await runIn(project('- { service: web, command: curl app }\n'));
    const project1 = /\[--project-name\] \[(\S+)\] .*\[up\]/.exec(calls.join('\n'))?.[1];
    const ofProject = calls.filter((call) => call.includes(`[${project1}]`));
    expect(ofProject.map((call) => /\[(up|ps|run|down)\]/.exec(call)?.[1])).toEqual([
      'up',
      'ps',
      'run',
      'down',
    ]);
  });

  test('a group with an approval waits for it', async () => {
    const gate = '- { type: manual, name: gate, service: app, steps: [{ command: go }] }\n';
    expect((await runIn(project(gate))).stderr).toContain('skipped: gate waits for an approval');
    const named = await runIn(project(gate), ['gate']);
    expect(named.calls.some((call) => call.endsWith('[go]'))).toBe(true);
  });

  test('variables by --env are handed on by name alone', async () => {
    const { stdout, calls } = await runIn(project(steps), ['unit', '--env', 'EXTRA=hidden']);
    expect(stdout).toContain('extra=hidden');
    expect(calls.join('\n')).not.toContain('hidden');
  });

  test('encrypted build arguments are handed on by name alone', async () => {
    const folder = project('- { service: app, command: ok }\n', {
      'codeship-services.yml':
        'app:\n  build:\n    context: .\n    encrypted_args_file: app.env.encrypted\n',
    });
    const { calls } = await runIn(folder);
    expect(calls.find((call) => call.includes('[build]'))).toContain(
      '[build] [--build-arg] [FOO] [--build-arg] [BAZ] [app]',
    );
  });

  test('the Compose file on the disk counts, with what people edited', async () => {
    const folder = project(steps);
    await run(['convert'], { folder });
    const text = readFile(folder, 'compose.codeship.yml');
    expect(text).toContain('# On your own machine: transship run [STEP]\n');
    fs.writeFileSync(
      path.join(folder, 'compose.codeship.yml'),
      text.replace('image: nginx', 'image: nginx:1.27'),
    );
    expect((await runIn(folder)).code).toBe(0);
  });

  test('--list says what there is', async () => {
    const { stdout, calls } = await runIn(project(steps), ['--list']);
    expect(stdout).toBe('unit\nrelease [tag: ^v[0-9]]\nship (push)\n');
    expect(calls).toEqual([]);
  });

  test.each([
    [['relaese'], 'there is no step `relaese`\n  = help: did you mean `release`?'],
    [['--branch', 'a', '--tag', 'b'], '`--branch` and `--tag` exclude each other'],
    [['--env', 'A-B=1'], '`A-B` is not the name of a variable'],
  ])('wrong usage: %s', async (args, message) => {
    const { code, stderr } = await runIn(project(steps), args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('a folder without CodeShip files, with errors, with several projects', async () => {
    expect((await runIn(folderWith({}))).stderr).toContain('there are no CodeShip files here');
    const broken = await runIn(folderWith({ 'codeship-steps.yml': '- a\n' }));
    expect(broken.code).toBe(1);
    expect(broken.stderr).toContain('missing-services-file');
    const several = folderWith({
      'a/codeship-services.yml': services,
      'a/codeship-steps.yml': '- { service: web, command: a }\n',
      'b/codeship-services.yml': services,
      'b/codeship-steps.yml': '- { service: web, command: b }\n',
    });
    expect((await runIn(several)).stderr).toContain('several projects: `a`, `b`');
    expect((await runIn(several, ['--dir', 'a', '--list'])).stdout).toBe('a (web)\n');
  });
});
