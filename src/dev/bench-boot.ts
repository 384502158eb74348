// What booting an image costs, against `docker pull` and `docker run -d` of the same image: the action as its composite
// runs it, launcher included, with a real engine and a registry on loopback. Needs `docker` with an engine, and Debian's
// `docker-registry` on PATH.

import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { median, startRegistry } from './bench-push.ts';
import { inProject } from './project.ts';

type Pair = { readonly boot: number; readonly docker: number };

export type BootBench = {
  /** Medians in milliseconds: where the image has to be pulled, and where the machine has it. */
  readonly pulled: Pair;
  readonly present: Pair;
};

export type BootOptions = {
  /** Folder of the Node to run with, put first on PATH. */
  readonly nodeFolder?: string;
  /** Measured pairs; two more warm up. */
  readonly runs?: number;
  /** Bytes of the image besides its programs. */
  readonly size?: number;
  /** Folder with `actions` and `dist`. */
  readonly project?: string;
};

export async function benchBoot(options: BootOptions = {}): Promise<BootBench> {
  const { runs = 9, size = 40_000_000, project = inProject(), nodeFolder } = options;
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-bench-boot-'));
  const registry = await startRegistry(root);
  const image = `${registry.host}/bench/boot:1`;
  // Neither side is logged in to anything.
  const env = { PATH: process.env['PATH'], HOME: root };
  const docker = (...args: readonly string[]): string =>
    execFileSync('docker', args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env,
    }).trim();
  const timed = (run: () => string): number => {
    const began = performance.now();
    const container = run();
    const took = performance.now() - began;
    docker('rm', '--force', container);
    return took;
  };
  const boot = (pull: boolean): string => {
    const job = fs.mkdtempSync(path.join(root, 'job-'));
    const files = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH'].map((name) => {
      fs.writeFileSync(path.join(job, name), '');
      return [name, path.join(job, name)];
    });
    execFileSync('sh', [path.join(project, 'actions', 'launch.sh'), 'pull-boot-image'], {
      cwd: job,
      env: {
        ...env,
        PATH: [nodeFolder, env.PATH].filter(Boolean).join(':'),
        RUNNER_TEMP: job,
        GITHUB_WORKSPACE: job,
        ...Object.fromEntries(files),
        INPUT_IMAGE_NAME: image,
        INPUT_PULL: String(pull),
        // This engine may not give the privileges that are the default, and would be asked twice.
        INPUT_OPTIONS: '--net=bridge',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const output = fs.readFileSync(path.join(job, 'GITHUB_OUTPUT'), 'utf8');
    return /^container(?:=|<<(\S+)\n)(.*)$/m.exec(output)?.[2] ?? '';
  };
  const dockerRun = (): string => docker('run', '--detach', '--rm', image, 'sleep', '600');
  const dockerPullAndRun = (): string => {
    docker('pull', image);
    return dockerRun();
  };
  const without = (run: () => string) => (): number => {
    docker('image', 'rm', '--force', image);
    return timed(run);
  };
  try {
    makeImage(root, image, size, docker);
    const pulled = inTurns(runs, {
      boot: without(() => boot(true)),
      docker: without(dockerPullAndRun),
    });
    const present = inTurns(runs, {
      boot: () => timed(() => boot(false)),
      docker: () => timed(dockerRun),
    });
    return { pulled, present };
  } finally {
    registry.process.kill();
    docker('image', 'rm', '--force', image);
    fs.rmSync(root, { recursive: true, force: true });
  }
}

/** In turns, so that a busy moment of the machine meets both. */
function inTurns(runs: number, sides: { boot: () => number; docker: () => number }): Pair {
  const times = { boot: [] as number[], docker: [] as number[] };
  for (let run = -2; run < runs; run += 1) {
    const pair = { boot: sides.boot(), docker: sides.docker() };
    if (run < 0) continue;
    times.boot.push(pair.boot);
    times.docker.push(pair.docker);
  }
  return { boot: median(times.boot), docker: median(times.docker) };
}

/**
 * Busybox and content that compresses to nothing less, in the registry alone: a cache of builds would keep the layer, and a
 * pull would find it there.
 */
function makeImage(
  folder: string,
  name: string,
  size: number,
  docker: (...args: readonly string[]) => string,
): void {
  const content = path.join(folder, 'content');
  fs.writeFileSync(content, randomBytes(size));
  const container = docker('create', 'transship.test/busybox:1', 'sh');
  docker('cp', content, `${container}:/content`);
  docker('commit', container, name);
  docker('rm', container);
  docker('push', name);
  docker('image', 'rm', '--force', name);
}
