// A job of an Assembly Line around nothing: line-start and line-end, and one call of shipctl, against Node with nothing to
// do. The branch assembly-lines lies on this disk, so that no network counts.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { inProject } from './project.ts';

/** Medians in milliseconds. */
type LinesBench = { readonly node: number; readonly startAndEnd: number; readonly shipctl: number };

const step = `- name: app
  type: image
  pointer:
    sourceName: acme/app
  seed:
    versionName: latest
- name: conf
  type: params
  version:
    params:
      REGION: us-east-1
- name: src
  type: gitRepo
  pointer:
    sourceName: acme/shop
    branch: main
`;

/** @param program the Node that all of it runs on */
export function benchLines(program = process.execPath, runs = 15): LinesBench {
  const top = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-bench-lines-'));
  try {
    recordedBranch(path.join(top, 'acme', 'shop'));
    const times = { node: [] as number[], startAndEnd: [] as number[], shipctl: [] as number[] };
    for (let run = -2; run < runs; run += 1) {
      const at = path.join(top, String(run));
      fs.mkdirSync(path.join(at, 'shop'), { recursive: true });
      fs.mkdirSync(path.join(at, 'temp'));
      const env = stepEnvironment(top, at, program);
      const node = timed(program, ['-e', '0'], env);
      const startAndEnd =
        timed('sh', [inProject('actions', 'launch.sh'), 'line-start'], env) +
        timed('sh', [inProject('actions', 'launch.sh'), 'line-end'], env);
      const shipctl = timed(
        inProject('actions', 'line-start', 'bin', 'shipctl'),
        ['get_resource_version_key', 'app', 'versionName'],
        { ...env, APP_META: path.join(at, 'shop', 'IN', 'app') },
      );
      if (run < 0) continue;
      times.node.push(node);
      times.startAndEnd.push(startAndEnd);
      times.shipctl.push(shipctl);
    }
    return {
      node: median(times.node),
      startAndEnd: median(times.startAndEnd),
      shipctl: median(times.shipctl),
    };
  } finally {
    fs.rmSync(top, { recursive: true, force: true });
  }
}

/** A server whose branch has versions of what the job takes in. */
function recordedBranch(folder: string): void {
  fs.mkdirSync(folder, { recursive: true });
  const git = (args: readonly string[], input = ''): void => {
    execFileSync('git', ['-C', folder, ...args], { input, stdio: ['pipe', 'ignore', 'ignore'] });
  };
  git(['init', '-q', '--bare']);
  const files = ['app', 'conf', 'deploy'].map((name) => {
    const version = { versionNumber: 4, versionName: 'v4', propertyBag: {}, at: '', by: {} };
    const text = JSON.stringify({ name, type: '', versions: [version] });
    return `M 100644 inline versions/${name}.json\ndata ${text.length}\n${text}\n`;
  });
  const commit = 'commit refs/heads/assembly-lines\ncommitter A <a@example.test> 0 +0000\ndata 0\n';
  git(['fast-import', '--quiet', '--done'], `${commit}${files.join('')}done\n`);
}

function stepEnvironment(top: string, at: string, program: string): NodeJS.ProcessEnv {
  const event = path.join(at, 'event.json');
  fs.writeFileSync(event, '{"repository":{"private":true}}');
  return {
    PATH: `${path.dirname(program)}:${process.env['PATH']}`,
    HOME: at,
    RUNNER_TEMP: path.join(at, 'temp'),
    GITHUB_WORKSPACE: path.join(at, 'shop'),
    GITHUB_ACTION_PATH: inProject('actions', 'line-start'),
    GITHUB_SERVER_URL: `file://${top}`,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_REF_NAME: 'main',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: event,
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_ENV: path.join(at, 'env'),
    GITHUB_PATH: path.join(at, 'path'),
    GITHUB_OUTPUT: path.join(at, 'output'),
    INPUT_JOB: 'deploy',
    INPUT_IN: step,
    INPUT_OUT: step.replaceAll('name: app', 'name: image').replaceAll('name: src', 'name: repo'),
    INPUT_TOKEN: 'none',
    INPUT_STATUS: 'success',
  };
}

function timed(command: string, args: readonly string[], env: NodeJS.ProcessEnv): number {
  const start = performance.now();
  execFileSync(command, args, { env, stdio: 'ignore' });
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
