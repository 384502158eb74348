// Runs the builder and reads what it leaves behind.

import path from 'node:path';
import { type BuildRequest, buildInvocation } from '../../docker/build-arguments.ts';
import { builderTitle } from '../../docker/builder.ts';
import type { ChosenBuilder } from '../../docker/choose-builder.ts';
import type { Engine } from '../../docker/engine.ts';
import { newLayoutFolder } from '../../docker/layout.ts';
import {
  type BuildProgress,
  readBuildKitProgress,
  readClassicProgress,
} from '../../docker/progress.ts';
import type { Environment, Host } from '../../host/host.ts';
import { parseJson } from '../../registry/token.ts';
import type { BuildPlan } from './plan.ts';

export type RunningBuild = {
  readonly request: BuildPlan['request'];
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  readonly engine: Engine;
};

export type BuildResult = {
  readonly progress: BuildProgress;
  readonly seconds: number;
} & (
  | {
      readonly kind: 'built';
      /** As the builder said; for some builders a digest that the engine does not know. */
      readonly imageId: string;
      /** JSON. */
      readonly metadata: string;
      readonly output: BuildRequest['output'];
    }
  | { readonly kind: 'failed'; readonly said: string }
);

export async function runBuild(
  host: Host,
  env: Environment,
  { builder, run }: ChosenBuilder,
  { request, cacheFrom, cacheTo, engine }: RunningBuild,
): Promise<BuildResult> {
  const folder = host.files.makeTemporaryFolder('transship-build-');
  const files = {
    imageIdFile: path.join(folder, 'image-id'),
    metadataFile: path.join(folder, 'metadata.json'),
  };
  // Only containerd's store holds several platforms under one name.
  const toEngine =
    request.platforms.length < 2 ||
    (engine.containerdStore && builder.kind === 'buildx' && builder.ownEngine);
  const output: BuildRequest['output'] = toEngine
    ? { kind: 'engine' }
    : { kind: 'layout', folder: newLayoutFolder(host, request.references) };
  const invocation = buildInvocation({ ...request, ...files, cacheFrom, cacheTo, output }, builder);
  host.log(
    `Building ${request.references.join(', ') || 'an image without a name'} with ${builderTitle(builder)}`,
  );
  const began = host.now();
  try {
    const [command, args] = run(invocation.arguments);
    const result = await host.exec(command, args, {
      env: { ...env, ...invocation.environment },
      output: 'show',
    });
    const seconds = (host.now() - began) / 1000;
    const said = result.kind === 'exited' ? result.stderr : `${command} was not found`;
    const classic = builder.kind === 'engine-classic' && result.kind === 'exited';
    const progress = classic ? readClassicProgress(result.stdout) : readBuildKitProgress(said);
    if (result.kind === 'not-found' || result.exitCode !== 0)
      return { kind: 'failed', said, progress, seconds };
    const metadata = host.files.read(files.metadataFile) ?? '{}';
    return {
      kind: 'built',
      progress,
      seconds,
      output,
      imageId: (host.files.read(files.imageIdFile) ?? '').trim(),
      metadata: JSON.stringify(parseJson(metadata) ?? {}),
    };
  } finally {
    host.files.remove(folder);
  }
}
