// Where a build reads its cache from and writes it to, for each kind of cache and builder.
// The measure is CodeShip's `cached: true`: one cache for each service and branch, a fallback branch, the final
// stage only, pulled before and pushed after the build (codeship.md 2.4).

import type { Builder } from './builder.ts';

export type Cache =
  | { readonly kind: 'none' }
  | { readonly kind: 'inline' }
  | { readonly kind: 'gha' }
  /**
   * A repository that gets one tag for each scope and branch, with `prefix` where images lie there too; or, `exact`, one
   * reference used as it is.
   */
  | {
      readonly kind: 'registry';
      readonly reference: string;
      readonly exact: boolean;
      readonly prefix?: string;
    };

export type CacheScope = {
  /** The service or image that the cache is for. */
  readonly name: string;
  readonly branch: string;
  readonly fallbackBranch: string;
  /** References of the image itself: an inline cache travels with it. */
  readonly references: readonly string[];
  /** False for a pull request from a fork: it may read the cache but never write one that others trust. */
  readonly mayWrite: boolean;
};

export type CachePlan = {
  /** Values of `--cache-from`, the best first. */
  readonly from: readonly string[];
  /** Values of `--cache-to`. */
  readonly to: readonly string[];
  /** Pull the first of these that exists before the build: the classic builder takes layers from local images only. */
  readonly pullFirst: readonly string[];
  /** Push the built image under this name afterwards, as CodeShip did: the engine's own builder can write no other cache. */
  readonly pushTo?: string;
  /** What this builder cannot do of what was asked, in whole sentences. */
  readonly leftOut: readonly string[];
};

/**
 * Reads the input `cache`.
 *
 * @param repository of the image, for `registry` without a place of its own
 */
export function readCache(text: string, repository: string): Cache {
  const value = text.trim();
  if (value === 'registry' || value === 'true') {
    return { kind: 'registry', reference: repository, exact: false, prefix: 'cache-' };
  }
  if (value === '' || value === 'none' || value === 'false') return { kind: 'none' };
  if (value === 'inline' || value === 'gha') return { kind: value };
  const last = value.slice(value.lastIndexOf('/') + 1);
  return { kind: 'registry', reference: value, exact: /[:@]/.test(last) };
}

/** A name or branch as a part of a tag. Two that become the same share a cache, which costs time and nothing else. */
const tagPart = (text: string): string =>
  text
    .replace(/[^A-Za-z0-9_.-]+/g, '_')
    .replace(/^[.-]+/, '')
    .slice(0, 60) || '_';

/** The name under which the cache of a scope and branch is kept: a registry tag, or a scope of GitHub's cache. */
export const cacheKey = (name: string, branch: string): string =>
  `${tagPart(name)}-${tagPart(branch)}`;

const oneStageOnly =
  "This builder caches the final stage only, as CodeShip did: earlier stages are built again if they are not in the engine. A builder with buildx's docker-container driver caches all stages.";

/**
 * Decides for one build.
 *
 * @param cache what was asked for
 * @param scope whose cache it is
 * @param builder who builds; its abilities decide the form
 */
export function planCache(cache: Cache, scope: CacheScope, builder: Builder): CachePlan {
  const nothing: CachePlan = { from: [], to: [], pullFirst: [], leftOut: [] };
  const full = builder.kind === 'buildx' && builder.full;
  const branches = [...new Set([scope.branch, scope.fallbackBranch].filter(Boolean))];
  switch (cache.kind) {
    case 'none':
      return nothing;
    case 'inline':
      return planImages(scope.references, undefined, scope, builder);
    case 'gha': {
      if (!full) {
        const leftOut =
          "This builder cannot reach GitHub's cache: nothing is cached. A registry reference in `cache` works with every builder.";
        return { ...nothing, leftOut: [leftOut] };
      }
      const keys = branches.map((branch) => cacheKey(scope.name, branch));
      return {
        ...nothing,
        from: keys.map((key) => `type=gha,scope=${key}`),
        // A cache that cannot be written makes the next build slower; it must not fail this one.
        to: scope.mayWrite ? [`type=gha,scope=${keys[0]},mode=max,ignore-error=true`] : [],
      };
    }
    case 'registry': {
      const references = cache.exact
        ? [cache.reference]
        : branches.map(
            (branch) => `${cache.reference}:${cache.prefix ?? ''}${cacheKey(scope.name, branch)}`,
          );
      if (!full) return planImages(references, references[0], scope, builder);
      return {
        ...nothing,
        from: references.map((reference) => `type=registry,ref=${reference}`),
        // An image manifest, because Amazon ECR refuses the other form.
        to: scope.mayWrite
          ? [
              `type=registry,ref=${references[0]},mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true`,
            ]
          : [],
      };
    }
  }
}

/** A cache that is an image: its layers, with BuildKit's notes inside where it has any. */
function planImages(
  references: readonly string[],
  pushTo: string | undefined,
  scope: CacheScope,
  builder: Builder,
): CachePlan {
  const classic = builder.kind === 'engine-classic';
  const write = scope.mayWrite || pushTo === undefined;
  return {
    from: references.map((reference) =>
      builder.kind === 'buildx' ? `type=registry,ref=${reference}` : reference,
    ),
    // Older clients say the same by a build argument.
    to: write && builder.kind === 'buildx' ? ['type=inline'] : [],
    pullFirst: classic ? references : [],
    ...(pushTo !== undefined && write ? { pushTo } : {}),
    leftOut: pushTo === undefined ? [] : [oneStageOnly],
  };
}
