// What five tags of one new image cost, against one tag: the action as its composite runs it, launcher included, with a
// real engine and a registry on loopback. Needs `docker` with an engine, and Debian's `docker-registry` on PATH.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inProject } from './project.ts';

export type PushBench = {
  /** Medians, in milliseconds. */
  readonly oneTag: number;
  readonly fiveTags: number;
  readonly ratio: number;
};

export type PushBenchOptions = {
  /** Folder of the Node to run with, put first on PATH. */
  readonly nodeFolder?: string;
  /** Measured pairs; two more warm up. */
  readonly runs?: number;
  /** Bytes of new content in each image. */
  readonly size?: number;
  /** Folder with `actions` and `dist`. */
  readonly project?: string;
};

export async function benchPush(options: PushBenchOptions = {}): Promise<PushBench> {
  const { runs = 10, size = 2_000_000, project = inProject() } = options;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-bench-push-'));
  const registry = await startRegistry(folder);
  const images: string[] = [];
  const push = (tags: readonly string[]): number => {
    const name = `${registry.host}/bench/${images.length}`;
    const image = `transship.test/bench:${process.pid}-${images.length}`;
    images.push(image);
    makeImage(folder, image, size);
    const began = performance.now();
    execFileSync('sh', [path.join(project, 'actions', 'launch.sh'), 'push'], {
      env: {
        PATH: [options.nodeFolder, process.env['PATH']].filter(Boolean).join(':'),
        HOME: folder,
        RUNNER_TEMP: folder,
        GITHUB_OUTPUT: path.join(folder, 'output'),
        INPUT_IMAGE: image,
        INPUT_IMAGE_NAME: name,
        INPUT_IMAGE_TAG: tags.join('\n'),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const took = performance.now() - began;
    images.push(...tags.map((tag) => `${name}:${tag}`));
    return took;
  };
  try {
    const [one, five]: [number[], number[]] = [[], []];
    for (let run = -2; run < runs; run += 1) {
      // In turns, so that a busy moment of the machine meets both.
      const pair = [push(['1']), push(['1', '2', '3', '4', '5'])] as const;
      if (run < 0) continue;
      one.push(pair[0]);
      five.push(pair[1]);
    }
    const [oneTag, fiveTags] = [median(one), median(five)];
    return { oneTag, fiveTags, ratio: fiveTags / oneTag };
  } finally {
    registry.process.kill();
    execFileSync('docker', ['image', 'rm', '--force', ...images], { stdio: 'ignore' });
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function makeImage(folder: string, name: string, size: number): void {
  const context = path.join(folder, 'image');
  fs.mkdirSync(context, { recursive: true });
  fs.writeFileSync(path.join(context, 'content'), randomBytes(size));
  const tar = execFileSync('tar', ['-C', context, '-c', '.'], { maxBuffer: 2 * size + 1_000_000 });
  execFileSync('docker', ['import', '-', name], {
    input: tar,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
}

export async function startRegistry(
  folder: string,
): Promise<{ readonly host: string; readonly process: ChildProcess }> {
  const config = path.join(folder, 'registry.yml');
  const data = path.join(folder, 'registry');
  fs.writeFileSync(
    config,
    JSON.stringify({
      version: '0.1',
      storage: { filesystem: { rootdirectory: data } },
      http: { addr: '127.0.0.1:0' },
    }),
  );
  // To a file: nobody reads a pipe while a push is waited for.
  const log = path.join(folder, 'registry.log');
  const out = fs.openSync(log, 'w');
  const child = spawn('docker-registry', ['serve', config], { stdio: ['ignore', out, out] });
  fs.closeSync(out);
  for (let wait = 0; wait < 200; wait += 1) {
    const port = /listening on [^"]*?:(\d+)/.exec(fs.readFileSync(log, 'utf8'))?.[1];
    if (port !== undefined) return { host: `127.0.0.1:${port}`, process: child };
    await setTimeout(50);
  }
  child.kill();
  throw new Error(`docker-registry does not listen:\n${fs.readFileSync(log, 'utf8')}`);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [
    sorted[sorted.length % 2 === 0 ? middle - 1 : middle],
    sorted[middle],
  ];
  return (low + high) / 2;
}
