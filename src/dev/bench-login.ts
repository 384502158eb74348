// `login` against the least that any login in Node takes, and against docker/login-action, each as its runner starts it, on
// the same small registries. That action is neither shipped nor needed: `TRANSSHIP_LOGIN_ACTION` names its bundle (a file to
// run with Node).

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { inProject } from './project.ts';

/** Medians in milliseconds of both, for one registry and for four. */
export type LoginBench = {
  readonly one: { readonly ours: number; readonly theirs: number };
  readonly four: { readonly ours: number; readonly theirs: number };
};

const account = { username: 'bench', password: 'not-a-secret' };

/** `bundle`: the file of docker/login-action. `node`: the Node that both run on. */
export async function benchLogin(
  bundle: string,
  node = process.execPath,
  runs = 10,
): Promise<LoginBench> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-bench-login-'));
  const servers = await Promise.all(Array.from({ length: 4 }, startRegistry));
  const hosts = servers.map(({ host }) => host);
  try {
    const measure = async (of: readonly string[]) => {
      const [ours, theirs]: [number[], number[]] = [[], []];
      for (let run = -2; run < runs; run += 1) {
        // In turns, so that a busy moment of the machine meets both.
        const mine = await timed(
          folder,
          'sh',
          [inProject('actions', 'launch.sh'), 'login'],
          ownInputs(of),
          node,
        );
        const other = await timed(folder, node, [bundle], theirInputs(of), node);
        if (run < 0) continue;
        ours.push(mine);
        theirs.push(other);
      }
      return { ours: median(ours), theirs: median(theirs) };
    };
    return { one: await measure(hosts.slice(0, 1)), four: await measure(hosts) };
  } finally {
    for (const { server } of servers) server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Medians in milliseconds of `login` and of a script that makes the same requests with node:http and writes one file. */
export async function benchPlainLogin(
  node = process.execPath,
  runs = 21,
): Promise<{ readonly ours: number; readonly plain: number }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-bench-login-'));
  const { host, server } = await startRegistry();
  const script = path.join(folder, 'login.cjs');
  fs.writeFileSync(script, plainScript);
  try {
    const times = { ours: [] as number[], plain: [] as number[] };
    for (let run = -2; run < runs; run += 1) {
      const launcher = inProject('actions', 'launch.sh');
      const ours = await timed(folder, 'sh', [launcher, 'login'], ownInputs([host]), node);
      const plain = await timed(folder, node, [script], { ...account, host }, node);
      if (run < 0) continue;
      times.ours.push(ours);
      times.plain.push(plain);
    }
    return { ours: median(times.ours), plain: median(times.plain) };
  } finally {
    server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** What a login is at least: asking without the credential, asking with it, and keeping it. */
const plainScript = `
const http = require('node:http');
const fs = require('node:fs');
const { host, username, password, HOME } = process.env;
const agent = new http.Agent({ keepAlive: true });
const auth = Buffer.from(username + ':' + password).toString('base64');
const ask = (headers, then) =>
  http.get('http://' + host + '/v2/', { agent, headers }, (answer) => {
    answer.resume();
    answer.on('end', () => then(answer.statusCode));
  });
ask({}, (without) => {
  ask({ authorization: 'Basic ' + auth }, (status) => {
    if (without !== 401 || status !== 200) throw new Error(String(status));
    fs.writeFileSync(HOME + '/config.json', JSON.stringify({ auths: { [host]: { auth } } }), { mode: 0o600 });
    process.exit();
  });
});
`;

/** A registry that knows one account, as far as a login looks at it. */
function startRegistry(): Promise<{ readonly host: string; readonly server: http.Server }> {
  const wanted = `Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}`;
  const server = http.createServer((request, response) => {
    const isIn = request.headers.authorization === wanted;
    response.writeHead(isIn ? 200 : 401, {
      'Docker-Distribution-Api-Version': 'registry/2.0',
      ...(isIn ? {} : { 'WWW-Authenticate': 'Basic realm="bench"' }),
    });
    response.end('{}');
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ host: `127.0.0.1:${port}`, server });
    });
  });
}

type Inputs = Readonly<Record<string, string>>;

function ownInputs(hosts: readonly string[]): Inputs {
  const [first = ''] = hosts;
  if (hosts.length === 1) {
    return {
      INPUT_REGISTRY: `http://${first}`,
      INPUT_USERNAME: account.username,
      INPUT_PASSWORD: account.password,
    };
  }
  return {
    INPUT_INTEGRATIONS: hosts
      .map((_, at) => `- integrationName: r${at}\n  type: private docker registry\n`)
      .join(''),
    INPUT_CREDENTIALS: hosts
      .flatMap((host, at) => [
        `R${at}_INTEGRATION_URL=http://${host}`,
        `R${at}_INTEGRATION_USERNAME=${account.username}`,
        `R${at}_INTEGRATION_PASSWORD=${account.password}`,
      ])
      .join('\n'),
  };
}

function theirInputs(hosts: readonly string[]): Inputs {
  const [first = ''] = hosts;
  const common = { INPUT_LOGOUT: 'false' };
  if (hosts.length === 1) {
    return {
      ...common,
      INPUT_ECR: 'false',
      INPUT_REGISTRY: first,
      INPUT_USERNAME: account.username,
      INPUT_PASSWORD: account.password,
    };
  }
  const entries = hosts.map(
    (host) =>
      `- registry: ${host}\n  username: ${account.username}\n  password: ${account.password}\n`,
  );
  return { ...common, 'INPUT_REGISTRY-AUTH': entries.join('') };
}

function timed(
  folder: string,
  program: string,
  args: readonly string[],
  inputs: Inputs,
  node: string,
): Promise<number> {
  const run = fs.mkdtempSync(path.join(folder, 'run-'));
  const files = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE'];
  for (const name of files) fs.writeFileSync(path.join(run, name), '');
  const env = {
    PATH: [path.dirname(node), process.env['PATH']].join(':'),
    HOME: run,
    RUNNER_TEMP: run,
    GITHUB_REPOSITORY: 'bench/bench',
    ...Object.fromEntries(files.map((name) => [name, path.join(run, name)])),
    ...inputs,
  };
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
    });
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const took = performance.now() - began;
      if (code === 0) resolve(took);
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code}:\n${said}`));
    });
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
