// What a whole pipeline costs: two logins, a build, three tags to two registries; by our actions as their composites run
// them, against docker/login-action and docker/build-push-action, on the same engine and registries.

import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { median, startRegistry } from './bench-push.ts';
import { inProject } from './project.ts';

type Pair = { readonly ours: number; readonly theirs: number };

export type PipelineBench = {
  /** Medians of milliseconds: of new content, and of content that the builder and the registries have. */
  readonly cold: Pair;
  readonly cached: Pair;
};

export type PipelineOptions = {
  /** Main programs of the other actions. */
  readonly loginAction: string;
  readonly buildPushAction: string;
  /** The Node to run all with. */
  readonly node: string;
  readonly runs?: number;
};

export async function benchPipeline(options: PipelineOptions): Promise<PipelineBench> {
  const { runs = 7, node } = options;
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-bench-pipeline-'));
  const registries = [];
  for (const name of ['one', 'two']) {
    const folder = path.join(root, name);
    fs.mkdirSync(folder);
    registries.push(await startRegistry(folder));
  }
  const hosts = registries.map(({ host }) => host);
  const images: string[] = [];
  const times = { cold: pairs(), cached: pairs() };
  try {
    for (let run = -1; run < runs; run += 1) {
      for (const who of run % 2 === 0 ? sides : [...sides].reverse()) {
        const job = newJob(root, `${who}-${run}`, node);
        const name = `bench/${who}-${run + 1}`;
        images.push(...hosts.flatMap((host) => tags.map((tag) => `${host}/${name}:${tag}`)));
        for (const kind of ['cold', 'cached'] as const) {
          const began = performance.now();
          if (who === 'ours') runOurs(job, hosts, name);
          else runTheirs(job, hosts, name, options);
          if (run >= 0) times[kind][who].push(performance.now() - began);
        }
      }
    }
    return { cold: medians(times.cold), cached: medians(times.cached) };
  } finally {
    for (const { process } of registries) process.kill();
    execFileSync('docker', ['image', 'rm', '--force', ...images], { stdio: 'ignore' });
    fs.rmSync(root, { recursive: true, force: true });
  }
}

const sides = ['ours', 'theirs'] as const;
const tags = ['1', '1.2', 'latest'] as const;
const pairs = () => ({ ours: [] as number[], theirs: [] as number[] });
const medians = ({ ours, theirs }: ReturnType<typeof pairs>): Pair => ({
  ours: median(ours),
  theirs: median(theirs),
});

type Job = {
  readonly workspace: string;
  readonly env: Record<string, string>;
  readonly node: string;
};

/** A workspace with content that no builder has seen, and the environment of a step. */
function newJob(root: string, name: string, node: string): Job {
  const [folder, workspace] = [path.join(root, name), path.join(root, name, 'work')];
  fs.mkdirSync(workspace, { recursive: true });
  fs.writeFileSync(path.join(workspace, 'content'), randomBytes(3_000_000));
  fs.writeFileSync(
    path.join(workspace, 'Dockerfile'),
    'FROM transship.test/busybox:1\nCOPY content /\nRUN sha256sum /content > /sum\n',
  );
  const event = path.join(folder, 'event.json');
  fs.writeFileSync(event, '{}');
  const files = Object.fromEntries(
    ['ENV', 'OUTPUT', 'PATH', 'STATE', 'STEP_SUMMARY'].map((file) => {
      fs.writeFileSync(path.join(folder, file), '');
      return [`GITHUB_${file}`, path.join(folder, file)];
    }),
  );
  return {
    workspace,
    node,
    env: {
      ...files,
      PATH: [path.dirname(node), process.env['PATH']].join(':'),
      HOME: folder,
      RUNNER_TEMP: folder,
      RUNNER_TOOL_CACHE: folder,
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: 'acme/web',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_EVENT_PATH: event,
    },
  };
}

function runOurs(
  { workspace, env, node: _node }: Job,
  hosts: readonly string[],
  name: string,
): void {
  const names = hosts.map((host) => `${host}/${name}`).join('\n');
  let exported: Record<string, string> = {};
  const step = (action: string, inputs: Readonly<Record<string, string>>): void => {
    const variables = Object.entries(inputs).map(([input, text]) => [`INPUT_${input}`, text]);
    execFileSync('sh', [inProject('actions', 'launch.sh'), action], {
      cwd: workspace,
      env: { ...env, ...exported, ...Object.fromEntries(variables) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    exported = { ...exported, ...exportedIn(fs.readFileSync(env['GITHUB_ENV'] ?? '', 'utf8')) };
  };
  for (const host of hosts) step('login', { REGISTRY: host, USERNAME: 'bench', PASSWORD: 'word' });
  step('build', { IMAGE_NAME: names, IMAGE_TAG: tags.join('\n') });
  step('push', { IMAGE_NAME: names, IMAGE_TAG: tags.join('\n') });
}

function runTheirs(
  { workspace, env, node }: Job,
  hosts: readonly string[],
  name: string,
  { loginAction, buildPushAction }: PipelineOptions,
): void {
  const step = (program: string, inputs: Readonly<Record<string, string>>): void => {
    const variables = Object.entries(inputs).map(([input, text]) => [`INPUT_${input}`, text]);
    execFileSync(node, [program], {
      cwd: workspace,
      env: {
        ...env,
        ...Object.fromEntries(variables),
        DOCKER_BUILD_SUMMARY: 'false',
        DOCKER_BUILD_RECORD_UPLOAD: 'false',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  };
  for (const host of hosts)
    step(loginAction, {
      REGISTRY: host,
      USERNAME: 'bench',
      PASSWORD: 'word',
      LOGOUT: 'false',
      ECR: 'auto',
    });
  step(buildPushAction, {
    CONTEXT: '.',
    PUSH: 'true',
    PROVENANCE: 'false',
    LOAD: 'false',
    PULL: 'false',
    'NO-CACHE': 'false',
    TAGS: hosts.flatMap((host) => tags.map((tag) => `${host}/${name}:${tag}`)).join('\n'),
  });
}

/** Variables that a step exported, each `NAME<<MARK`, value, mark. */
function exportedIn(text: string): Record<string, string> {
  const matches = text.matchAll(/^([^=\n]+?)<<(\S+)\n([\s\S]*?)\n?\2$/gm);
  return Object.fromEntries([...matches].map(([, name, , value]) => [name ?? '', value ?? '']));
}
