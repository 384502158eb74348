import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { run } from './command.ts';
import { startService } from './service.ts';

export type BuildkitOptions = {
  /** Registries (host:port) that speak plain http. */
  readonly plainHttp?: readonly string[];
  /** Registries under an authority of their own: host and path of its certificate. */
  readonly trusted?: Readonly<Record<string, string>>;
  /** The environment in which the builder is registered: its DOCKER_CONFIG decides where `docker buildx` finds it. */
  readonly env?: Readonly<Record<string, string | undefined>>;
};

export type Buildkit = {
  /** The name for `docker buildx build --builder`. */
  readonly builder: string;
  readonly address: string;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};

/** Starts a BuildKit of its own and registers it as a remote builder. It does not see the engine's images. */
export const startBuildkit = async (options: BuildkitOptions = {}): Promise<Buildkit> => {
  const folder = mkdtempSync(join(tmpdir(), 'transship-buildkit-'));
  const address = `unix://${folder}/sock`;
  const sections = [
    ...(options.plainHttp ?? []).map((host) => `[registry."${host}"]\n  http = true\n`),
    ...Object.entries(options.trusted ?? {}).map(
      ([host, ca]) => `[registry."${host}"]\n  ca = ["${ca}"]\n`,
    ),
  ];
  const configuration = join(folder, 'buildkitd.toml');
  writeFileSync(configuration, sections.join('\n'));
  const service = await startService(
    'buildkitd',
    [
      ...['--config', configuration, '--root', join(folder, 'root'), '--addr', address],
      ...['--oci-worker-binary', 'runc', '--containerd-worker=false'],
    ],
    { ready: /running server on/ },
  );
  const builder = basename(folder).toLowerCase();
  const env = options.env ?? process.env;
  await run('docker', ['buildx', 'create', '--name', builder, '--driver', 'remote', address], {
    env,
  });
  return {
    builder,
    address,
    log: service.log,
    stop: async () => {
      await run('docker', ['buildx', 'rm', '--force', builder], { env, check: false });
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
