// The Docker engine that a step works with: whether there is one, and what it and its client can do.

import type { Failure } from '../ground/failure.ts';
import { isObject, objectOf, parseObject } from '../ground/json.ts';
import { type Failed, fail, ok, type Result } from '../ground/result.ts';
import type { ExecResult, Host } from '../host/host.ts';

export type Engine = {
  readonly clientVersion: string;
  readonly serverVersion: string;
  /** Images lie in containerd's store, which keeps several platforms and lets the engine's builder write any cache. */
  readonly containerdStore: boolean;
  /** Names of the client's plugins that work: `buildx`, `compose`. */
  readonly plugins: ReadonlySet<string>;
  /** The client's context; the engine's own builder has its name. */
  readonly context: string;
  /** Registries that the engine reaches by settings of its own, mirrors among them: other builders do not have these. */
  readonly insecureHosts: ReadonlySet<string>;
  readonly hasMirrors: boolean;
};

const withoutEngine = 'This step needs a Docker engine for Linux containers';

/** Asks once; gives the one error that a machine without a Linux engine gets. */
export async function findEngine(host: Host): Promise<Result<Engine>> {
  const result = await host.exec('docker', ['info', '--format', '{{json .}}']);
  if (result.kind === 'not-found' || result.exitCode !== 0) return noEngine(host, result);
  const info = parseObject(result.stdout);
  const serverVersion = textIn(info, 'ServerVersion');
  if (info === undefined || serverVersion === '') return noEngine(host, result);
  const system = textIn(info, 'OSType');
  if (system !== 'linux') {
    return fail(
      `${withoutEngine}; the one here runs ${system || 'no Linux'} containers.`,
      'Use a Linux runner, or switch the engine to Linux containers.',
    );
  }
  const client = objectOf(info['ClientInfo']);
  const registries = objectOf(info['RegistryConfig']);
  const indexes = Object.entries(objectOf(registries['IndexConfigs']));
  return ok({
    clientVersion: textIn(client, 'Version') || (await clientVersion(host)),
    serverVersion,
    containerdStore: listIn(info, 'DriverStatus').some(
      (row) => Array.isArray(row) && String(row[1]).startsWith('io.containerd.'),
    ),
    plugins: new Set(
      listIn(client, 'Plugins').flatMap((plugin) =>
        isObject(plugin) && !plugin['Err'] ? [textIn(plugin, 'Name')] : [],
      ),
    ),
    context: textIn(client, 'Context') || 'default',
    insecureHosts: new Set(
      indexes.flatMap(([name, row]) => (isObject(row) && row['Secure'] === false ? [name] : [])),
    ),
    hasMirrors: listIn(registries, 'Mirrors').length > 0,
  });
}

type Fields = Readonly<Record<string, unknown>>;

// What of `docker info --format '{{json .}}'` is read here may be absent: its fields came and went with versions.

function textIn(fields: Fields | undefined, name: string): string {
  const value = fields?.[name];
  return typeof value === 'string' ? value : '';
}

function listIn(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name];
  return Array.isArray(value) ? value : [];
}

/** The error for a docker command that could not reach an engine; undefined where it failed for another reason. */
export function missingEngine(host: Host, result: ExecResult): Failure | undefined {
  if (
    result.kind === 'exited' &&
    !/Cannot connect to the Docker daemon|error during connect/i.test(result.stderr)
  ) {
    return undefined;
  }
  return noEngine(host, result).failure;
}

function noEngine(host: Host, result: ExecResult): Failed {
  if (result.kind === 'not-found') {
    const systems: Partial<Record<NodeJS.Platform, string>> = {
      darwin:
        "GitHub's macOS runners have none: use a Linux runner, or install one on your own runner.",
      win32: "GitHub's Windows runners have none for Linux containers: use a Linux runner.",
    };
    return fail(
      `${withoutEngine}, and there is no \`docker\` on PATH.`,
      systems[host.platform] ??
        "Use a runner with Docker, or in a job container an image that has the docker client, with the runner's /var/run/docker.sock mounted.",
    );
  }
  const said = result.stderr.trim().split('\n').at(-1) ?? '';
  return fail(
    `${withoutEngine}, and it does not answer: ${said || `docker ended with ${result.exitCode}`}`,
    'Start the engine, or set DOCKER_HOST to its address. In a job container, mount /var/run/docker.sock.',
  );
}

/** Clients before 23 do not name themselves in `docker info`. */
async function clientVersion(host: Host): Promise<string> {
  const result = await host.exec('docker', ['version', '--format', '{{.Client.Version}}']);
  return result.kind === 'exited' ? result.stdout.trim() : '';
}

/** The first number of a version such as `20.10.24+dfsg1`; 0 where there is none. */
export const majorVersion = (version: string): number => Number(/^v?(\d+)/.exec(version)?.[1] ?? 0);
