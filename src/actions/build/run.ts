// Runs the builder and reads what it leaves behind.

import {
  type BuildRequest,
  bakeTarget,
  buildInvocation,
  type Invocation,
  imageIdFile,
  metadataFile,
} from '../../docker/build-arguments.ts';
import { builderTitle } from '../../docker/builder.ts';
import type { ChosenBuilder } from '../../docker/choose-builder.ts';
import type { Engine } from '../../docker/engine.ts';
import { newLayoutFolder } from '../../docker/layout.ts';
import {
  type BuildProgress,
  readBuildKitProgress,
  readClassicProgress,
} from '../../docker/progress.ts';
import { isObject, parseObject } from '../../ground/json.ts';
import type { ExecResult, Host } from '../../host/host.ts';
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
  { builder, run }: ChosenBuilder,
  { request, cacheFrom, cacheTo, engine }: RunningBuild,
): Promise<BuildResult> {
  const folder = host.files.makeTemporaryFolder('transship-build-');
  // Only containerd's store holds several platforms under one name.
  const toEngine =
    request.platforms.length < 2 ||
    (engine.containerdStore && builder.kind === 'buildx' && builder.ownEngine);
  const output: BuildRequest['output'] = toEngine
    ? { kind: 'engine' }
    : { kind: 'layout', folder: newLayoutFolder(host, request.references) };
  const invocation = buildInvocation({ ...request, folder, cacheFrom, cacheTo, output }, builder);
  host.log(
    `Building ${request.references.join(', ') || 'an image without a name'} with ${builderTitle(builder)}`,
  );
  const began = host.now();
  try {
    for (const [file, content] of invocation.files) host.files.write(file, content);
    const [command] = run(invocation.arguments);
    const started = await start(host, folder, run, invocation);
    if (typeof started === 'string') {
      return {
        kind: 'failed',
        said: started,
        progress: { steps: [], cacheProblems: [] },
        seconds: 0,
      };
    }
    const result = started;
    const seconds = (host.now() - began) / 1000;
    const words = result.kind === 'exited' ? result.stderr : `${command} was not found`;
    const classic = builder.kind === 'engine-classic' && result.kind === 'exited';
    const progress = classic ? readClassicProgress(result.stdout) : readBuildKitProgress(words);
    if (result.kind === 'not-found' || result.exitCode !== 0)
      return { kind: 'failed', said: words, progress, seconds };
    const metadata = metadataOf(host.files.read(metadataFile(folder)) ?? '');
    const said = metadata['containerimage.config.digest'] ?? metadata['containerimage.digest'];
    return {
      kind: 'built',
      progress,
      seconds,
      output,
      imageId: (host.files.read(imageIdFile(folder)) ?? String(said ?? '')).trim(),
      metadata: JSON.stringify(metadata),
    };
  } finally {
    host.files.remove(folder);
  }
}

/** Runs the client, by a relay where the build has arguments that only a request can carry; why not, as text. */
async function start(
  host: Host,
  folder: string,
  run: ChosenBuilder['run'],
  invocation: Invocation,
): Promise<ExecResult | string> {
  const [command, args] = run(invocation.arguments);
  const { environment, needs, byRelay } = invocation;
  if (Object.keys(byRelay).length === 0) {
    return host.exec(command, args, { env: environment, needs, output: 'show' });
  }
  const { openBuildRelay } = await import('../../docker/build-relay.ts');
  const relay = await openBuildRelay(host, folder, byRelay);
  if (!relay.ok) {
    return `ERROR: this client has no buildx, and its build arguments cannot be passed to the engine: ${relay.failure.message}`;
  }
  try {
    const env = { ...environment, ...relay.value.environment };
    return await host.exec(command, args, { env, needs, output: 'show' });
  } finally {
    relay.value.close();
  }
}

/** The metadata of our one target. */
function metadataOf(text: string): Readonly<Record<string, unknown>> {
  const target = parseObject(text)?.[bakeTarget];
  return isObject(target) ? target : {};
}
