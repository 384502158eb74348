// Makes sure that later steps find what was built.

import type { Builder } from '../../docker/builder.ts';
import type { Engine } from '../../docker/engine.ts';
import { forgetLayouts, recordLayout } from '../../docker/layout.ts';
import { inspectImage } from '../../docker/local-images.ts';
import type { Failure } from '../../ground/failure.ts';
import { parseObject } from '../../ground/json.ts';
import type { Host } from '../../host/host.ts';
import type { BuildPlan } from './plan.ts';
import type { BuildResult } from './run.ts';

export type Kept =
  | { readonly kind: 'kept'; readonly imageId: string; readonly digest: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

export async function keepResult(
  host: Host,
  engine: Engine,
  builder: Builder,
  request: BuildPlan['request'],
  result: Extract<BuildResult, { readonly kind: 'built' }>,
): Promise<Kept> {
  const said = parseObject(result.metadata)?.['containerimage.digest'];
  const digest = typeof said === 'string' ? said : '';
  const { references, platforms } = request;
  if (result.output.kind === 'layout') {
    const name = builder.kind === 'buildx' ? builder.name : '';
    recordLayout(host, references, {
      folder: result.output.folder,
      digest,
      platforms,
      builder: name,
    });
    return { kind: 'kept', imageId: '', digest };
  }
  forgetLayouts(host, references);
  // By its id first: where jobs share an engine, another one may have given the name to an image of its own since.
  const image =
    (result.imageId === '' ? undefined : await inspectImage(host, result.imageId)) ??
    (await inspectImage(host, references[0] ?? result.imageId));
  if (image === undefined) {
    return {
      kind: 'failed',
      failure: {
        message: `The image was built, but the engine does not have it${references[0] === undefined ? '' : ` as \`${references[0]}\``}.`,
        remedy: 'The disk of the engine may be full, or another step may be removing images.',
      },
    };
  }
  // An engine without containerd's store says the id of the image here, which is not a digest of a manifest.
  const isManifest = engine.containerdStore || digest !== image.id;
  return { kind: 'kept', imageId: image.id, digest: isManifest ? digest : '' };
}
