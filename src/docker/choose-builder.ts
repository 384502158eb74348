// Which builder makes the image: the one that is set up, the engine's own, one made for this job, or `docker build`.

import path from 'node:path';
import { fail, ok, type Result } from '../ground/result.ts';
import type { ExecResult, Host } from '../host/host.ts';
import { bringPlugin } from './bring-plugin.ts';
import type { Builder } from './builder.ts';
import type { Cache } from './cache.ts';
import { dockerConfigFolder } from './client-config.ts';
import { type Engine, majorVersion } from './engine.ts';
import { localOnly } from './local-images.ts';

export type BuilderNeeds = {
  readonly cache: Cache;
  readonly platforms: readonly string[];
  /** What only BuildKit does, in words: `secrets`, `RUN --mount`. */
  readonly buildKitOnly: readonly string[];
  readonly baseImages: readonly string[];
  /** Hosts of the base images and of the cache. */
  readonly registryHosts: readonly string[];
};

export type ChosenBuilder = {
  readonly builder: Builder;
  /** Runs the client: `docker`, or a buildx that was brought here. */
  readonly run: (args: readonly string[]) => readonly [command: string, args: readonly string[]];
  /** What the choice means for the user, in whole sentences. */
  readonly notes: readonly string[];
};

export type Choice = Result<ChosenBuilder>;

/** The builder that we make where the engine's own cannot write the cache. One name, so that the steps of a job share it. */
const ownBuilderName = 'transship';

export async function chooseBuilder(
  host: Host,
  engine: Engine,
  needs: BuilderNeeds,
): Promise<Choice> {
  const notes: string[] = [];
  let run: ChosenBuilder['run'] = (args) => ['docker', args];
  if (!engine.plugins.has('buildx')) {
    const reasons = reasonsForBuildx(needs);
    if (reasons.length === 0) return chosen(plainBuilder(engine), run, notes);
    const brought = await bringPlugin(host, 'buildx');
    if (!brought.ok) return withoutBuildx(engine, needs, brought.failure.message, run);
    const { file, version } = brought.value;
    notes.push(
      `This machine has no buildx: version ${version} was installed for ${reasons.join(', ')}.`,
    );
    // The plugin is a program of its own, which takes the same words after `buildx`.
    run = (args) => (args[0] === 'buildx' ? [file, args.slice(1)] : ['docker', args]);
  }
  const buildx = (...args: readonly string[]): Promise<ExecResult> =>
    host.exec(...run(['buildx', ...args]));
  const inspected = isBuilderSetUp(host) ? await buildx('inspect') : undefined;
  const current = inspected === undefined ? undefined : parseBuilder(inspected);
  if (inspected !== undefined && current === undefined) {
    notes.push(
      `The selected builder cannot be used (${lastLine(inspected)}): the engine's own builder is used.`,
    );
  }
  const own: Builder = {
    kind: 'buildx',
    name: current?.driver === 'docker' ? current.name : engine.context,
    ownEngine: true,
    full: engine.containerdStore,
  };
  if (current !== undefined && current.driver !== 'docker') {
    const local = await localOnly(host, needs.baseImages, engine.containerdStore);
    if (local.length === 0) {
      return chosen(
        { kind: 'buildx', name: current.name, ownEngine: false, full: true },
        run,
        notes,
      );
    }
    const names = local.map((image) => `\`${image}\``).join(', ');
    notes.push(
      `${names} only exists in this engine, where the builder \`${current.name}\` does not see it: the engine's own builder is used.`,
    );
    return ownEngine(own, needs, run, notes);
  }
  if (own.full || !wantsFull(needs)) return chosen(own, run, notes);
  const obstacle = await obstacleToOwnBuilder(host, engine, needs, buildx);
  if (obstacle === undefined) {
    return chosen(
      { kind: 'buildx', name: ownBuilderName, ownEngine: false, full: true },
      run,
      notes,
    );
  }
  notes.push(`The engine's own builder is used: ${obstacle}.`);
  return ownEngine(own, needs, run, notes);
}

const chosen = (builder: Builder, run: ChosenBuilder['run'], notes: readonly string[]): Choice =>
  ok({ builder, run, notes });

/** The engine's own builder, though another was wanted. */
function ownEngine(
  own: Builder,
  needs: BuilderNeeds,
  run: ChosenBuilder['run'],
  notes: readonly string[],
): Choice {
  const full = own.kind === 'buildx' && own.full;
  if (needs.platforms.length < 2 || full) return chosen(own, run, notes);
  return fail(
    `Several platforms (${needs.platforms.join(', ')}) cannot be built here. ${notes.join(' ')}`,
    'Put docker/setup-buildx-action before this step, use base images from a registry, or build for one platform.',
  );
}

const wantsFull = (needs: BuilderNeeds): boolean =>
  needs.cache.kind === 'registry' || needs.cache.kind === 'gha' || needs.platforms.length > 1;

function reasonsForBuildx(needs: BuilderNeeds): readonly string[] {
  const platforms = needs.platforms.length > 1 ? ['several platforms'] : [];
  const cache = needs.cache.kind === 'gha' ? ["GitHub's cache"] : [];
  return [...needs.buildKitOnly, ...platforms, ...cache];
}

function plainBuilder(engine: Engine): Builder {
  const client = majorVersion(engine.clientVersion);
  // Clients from 23 on have no BuildKit inside, those before 18.09 did not have it yet.
  const inside = client > 18 && client < 23 && majorVersion(engine.serverVersion) > 18;
  return { kind: inside ? 'engine-buildkit' : 'engine-classic' };
}

function withoutBuildx(
  engine: Engine,
  needs: BuilderNeeds,
  why: string,
  run: ChosenBuilder['run'],
): Choice {
  const builder = plainBuilder(engine);
  const impossible = [
    ...(needs.platforms.length > 1 ? ['several platforms'] : []),
    ...(builder.kind === 'engine-classic' ? needs.buildKitOnly : []),
  ];
  if (impossible.length === 0) {
    return chosen(builder, run, [
      `This machine has no buildx, and it could not be installed: ${why}`,
    ]);
  }
  return fail(
    `This build needs BuildKit (${impossible.join(', ')}), and the docker client here has no buildx. It could not be installed: ${why}`,
    'Install the buildx plugin on the runner, or put docker/setup-buildx-action before this step.',
  );
}

/**
 * Whether a builder other than the engine's own may be set up. Where nobody made one, asking buildx would take as long as a
 * small build. Its files: https://github.com/docker/buildx/blob/v0.36.1/store/store.go
 */
function isBuilderSetUp(host: Host): boolean {
  if (host.env['BUILDX_BUILDER']) return true;
  const folder = host.env['BUILDX_CONFIG'] || path.join(dockerConfigFolder(host), 'buildx');
  return (host.files.list(path.join(folder, 'instances')) ?? []).length > 0;
}

/** Name and driver from the first lines of `docker buildx inspect`. */
function parseBuilder(
  result: ExecResult,
): { readonly name: string; readonly driver: string } | undefined {
  if (result.kind !== 'exited' || result.exitCode !== 0) return undefined;
  const name = /^Name:\s*(\S+)/m.exec(result.stdout)?.[1];
  const driver = /^Driver:\s*(\S+)/m.exec(result.stdout)?.[1];
  return name === undefined || driver === undefined ? undefined : { name, driver };
}

/** Makes our builder; where that cannot be or would change what the build sees, the reason. */
async function obstacleToOwnBuilder(
  host: Host,
  engine: Engine,
  needs: BuilderNeeds,
  buildx: (...args: readonly string[]) => Promise<ExecResult>,
): Promise<string | undefined> {
  const special = needs.registryHosts.find((name) => isSpecial(host, engine, name));
  if (special !== undefined)
    return `\`${special}\` is only reachable with settings of this engine, which other builders do not have`;
  if (engine.hasMirrors) return 'other builders do not use its registry mirrors';
  const [local] = await localOnly(host, needs.baseImages, engine.containerdStore);
  if (local !== undefined) return `\`${local}\` only exists in this engine`;
  const present = parseBuilder(await buildx('inspect', ownBuilderName));
  if (present?.driver === 'docker-container') return undefined;
  const made = await buildx(
    'create',
    '--name',
    ownBuilderName,
    '--driver',
    'docker-container',
    '--bootstrap',
  );
  if (made.kind === 'exited' && made.exitCode === 0) return undefined;
  if (made.kind === 'exited') await buildx('rm', '--force', ownBuilderName);
  return `a builder of the docker-container driver could not be started (${lastLine(made)})`;
}

/** The last that a program said of its failure. */
function lastLine(result: ExecResult): string {
  const said = result.kind === 'exited' ? result.stderr : `${result.command} was not found`;
  return (said.trim().split('\n').at(-1) ?? '').replace(/^ERROR:\s*/, '');
}

/** Registries on this machine, without TLS or with certificates of their own: the engine knows how, a container does not. */
function isSpecial(host: Host, engine: Engine, name: string): boolean {
  return (
    /^(localhost|127\.[\d.]+|\[::1\])(:\d+)?$/.test(name) ||
    engine.insecureHosts.has(name) ||
    host.files.list(`/etc/docker/certs.d/${name}`) !== undefined
  );
}
