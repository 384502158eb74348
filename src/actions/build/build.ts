// Builds one image and leaves it where later steps find it.

import { builderTitle } from '../../docker/builder.ts';
import { withBuildxFolder } from '../../docker/buildx-folder.ts';
import { type CachePlan, planCache } from '../../docker/cache.ts';
import { type BuilderNeeds, chooseBuilder } from '../../docker/choose-builder.ts';
import { missingCacheVariables } from '../../docker/client-environment.ts';
import { findEngine } from '../../docker/engine.ts';
import type { Host } from '../../host/host.ts';
import { parseReference } from '../../image/reference.ts';
import type { buildInterface } from '../../interfaces/build.ts';
import type { ActionProgram } from '../program.ts';
import { done, failed } from '../program.ts';
import { keepCacheImage, pullCacheImages } from './cache-image.ts';
import { bringCompose } from './compose.ts';
import { explainBuild } from './explain.ts';
import { type BuildPlan, planBuild } from './plan.ts';
import { buildSummary, cachedCount } from './report.ts';
import { keepResult } from './result.ts';
import { runBuild } from './run.ts';

const title = 'transship build';

export const build: ActionProgram<typeof buildInterface> = async (action) => {
  const { inputs, output } = action;
  const planned = await planBuild(action.host, inputs);
  if (!planned.ok) return failed(...planned.failure);
  const host = withBuildxFolder(action.host);
  const found = await findEngine(host);
  if (!found.ok) return failed(found.failure);
  const engine = found.value;
  if (inputs.compose && !engine.plugins.has('compose')) await bringCompose(host);
  const plan = withReachableCache(host, planned.value);
  const choice = await chooseBuilder(host, engine, needsOf(plan));
  if (!choice.ok) return failed(choice.failure);
  const { builder, notes } = choice.value;
  const cache = planCache(plan.cache, plan.scope, builder);
  const allNotes = [...notes, ...cache.leftOut, ...forkNote(plan, cache)];
  for (const note of allNotes) host.notice(note, { title });

  const cacheFrom = await pullCacheImages(host, cache);
  const result = await runBuild(host, choice.value, {
    request: plan.request,
    cacheFrom,
    cacheTo: cache.to,
    engine,
  });
  const hide = (text: string): string =>
    plan.secrets.reduce((all, secret) => all.replaceAll(secret, '***'), text);
  const summary = (name: string): void => {
    const { progress, seconds } = result;
    const report = {
      title: name,
      builder: builderTitle(builder),
      seconds,
      progress,
      notes: allNotes,
    };
    const outcome = host.cancelled() ? 'cancelled' : result.kind;
    host.summary(hide(buildSummary({ ...report, outcome })));
  };
  const names = plan.request.references.map((name) => `\`${name}\``).join(', ');
  if (result.kind === 'failed') {
    summary(names || 'an image without a name');
    return failed(explainBuild(hide(result.said), result.progress));
  }
  warnAboutCache(host, result.progress.cacheProblems);
  const kept = await keepResult(host, engine, builder, plan.request, result);
  if (kept.kind === 'failed') return failed(kept.failure);
  if (cache.pushTo !== undefined) await keepCacheImage(host, kept.imageId, cache.pushTo);
  const { steps } = result.progress;
  host.log(
    `Built ${names || kept.imageId} in ${result.seconds.toFixed(1)} s, ${cachedCount(steps)} of ${steps.length} steps from the cache`,
  );
  summary(names || `\`${kept.imageId}\``);
  output('image', plan.request.references[0] ?? '');
  output('image-id', kept.imageId);
  output('digest', kept.digest);
  output('metadata', result.metadata);
  return done;
};

/** Without GitHub's cache where the runner does not say how to reach it: slower, and nothing else. */
function withReachableCache(host: Host, plan: BuildPlan): BuildPlan {
  if (plan.cache.kind !== 'gha') return plan;
  const missing = missingCacheVariables(host.env);
  if (missing.length === 0) return plan;
  host.warning(
    `The runner does not say how to reach GitHub's cache (${missing.join(' and ')} missing): the image is built without a cache. On GitHub Enterprise Server, and if the cache service is off, use a registry instead: \`cache: HOST/NAME/cache\`.`,
    { title },
  );
  return { ...plan, cache: { kind: 'none' } };
}

function needsOf(plan: BuildPlan): BuilderNeeds {
  const { request, dockerfile, cache } = plan;
  const images = [
    ...dockerfile.baseImages,
    ...(cache.kind === 'registry' ? [cache.reference] : []),
  ];
  const hosts = images.flatMap((image) => {
    const parsed = parseReference(image);
    return parsed.ok ? [parsed.value.host] : [];
  });
  return {
    cache,
    platforms: request.platforms,
    buildKitOnly: [
      ...(request.secrets.length > 0 ? ['secrets'] : []),
      ...(request.ssh.length > 0 ? ['ssh'] : []),
      ...dockerfile.needsBuildKit,
    ],
    baseImages: dockerfile.baseImages,
    registryHosts: [...new Set(hosts)],
  };
}

function forkNote(plan: BuildPlan, cache: CachePlan): readonly string[] {
  if (plan.scope.mayWrite || plan.cache.kind === 'none') return [];
  return cache.from.length === 0
    ? []
    : ['Pull requests from forks read the cache but do not write it.'];
}

/** A missing cache is normal in a first build; one that cannot be written makes every later build slow. */
function warnAboutCache(
  host: Host,
  problems: readonly { readonly writing: boolean; readonly text: string }[],
): void {
  for (const { writing, text } of problems) {
    if (writing) {
      host.warning(`The cache could not be written; the image is not affected: ${text}`, { title });
    } else host.log(`No cache yet: ${text}`);
  }
}
