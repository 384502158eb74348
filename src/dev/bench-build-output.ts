// What `build` adds to a build that prints much, against `docker build` of the same Dockerfile: the action as its composite
// runs it, launcher included, both through a pipe as the runner reads them. Needs `docker` with an engine and buildx, and the
// image transship.test/busybox:1.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { median } from './bench-push.ts';
import { inProject } from './project.ts';

export type BuildOutputBench = {
  /** Medians in milliseconds. */
  readonly action: number;
  readonly docker: number;
  /** What the action printed, in bytes. */
  readonly printed: number;
};

export type BuildOutputOptions = {
  /** Folder of the Node to run with, put first on PATH. */
  readonly nodeFolder?: string;
  /** Measured pairs; one more warms up. */
  readonly runs?: number;
};

export function benchBuildOutput(options: BuildOutputOptions = {}): BuildOutputBench {
  const { runs = 5, nodeFolder } = options;
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-bench-output-'));
  const workspace = path.join(root, 'work');
  const image = `transship.test/bench-output:${process.pid}`;
  fs.mkdirSync(workspace);
  const files = ['ENV', 'OUTPUT', 'STEP_SUMMARY'].map((name) => {
    fs.writeFileSync(path.join(root, name), '');
    return [`GITHUB_${name}`, path.join(root, name)];
  });
  const env = {
    PATH: [nodeFolder, process.env['PATH']].filter(Boolean).join(':'),
    HOME: root,
    RUNNER_TEMP: root,
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'bench/bench',
    ...Object.fromEntries(files),
    INPUT_IMAGE_NAME: image,
  };
  let built = 0;
  let printed = 0;
  const timed = (program: string, args: readonly string[]): number => {
    built += 1;
    fs.writeFileSync(path.join(workspace, 'Dockerfile'), talkative(`${process.pid}-${built}`));
    const began = performance.now();
    const output = execFileSync(program, args, {
      cwd: workspace,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 100_000_000,
    });
    const took = performance.now() - began;
    printed = Math.max(printed, output.length);
    return took;
  };
  const times = { action: [] as number[], docker: [] as number[] };
  try {
    for (let run = -1; run < runs; run += 1) {
      // In turns, so that a busy moment of the machine meets both.
      const action = timed('sh', [inProject('actions', 'launch.sh'), 'build']);
      const docker = timed('docker', ['build', '--progress=plain', '--tag', image, '.']);
      if (run < 0) continue;
      times.action.push(action);
      times.docker.push(docker);
    }
    return { action: median(times.action), docker: median(times.docker), printed };
  } finally {
    execFileSync('docker', ['image', 'rm', '--force', image], { stdio: 'ignore' });
    fs.rmSync(root, { recursive: true, force: true });
  }
}

/** BuildKit passes on only so much of one step's output in a second: several steps, then, each new to the builder. */
const talkative = (mark: string): string =>
  [
    'FROM transship.test/busybox:1',
    ...Array.from(
      { length: 8 },
      (_, step) =>
        `RUN : ${mark} ${step}; seq 3000 | sed 's/$/ lines of a build that tells all that it does/'`,
    ),
  ].join('\n');
