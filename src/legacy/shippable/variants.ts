// A node pool with a `build` of its own is a job of its own (shippable.md 2.6).

import { overrideSections, type ShippableConfig } from './config.ts';

export type Variant = { readonly id: string; readonly config: ShippableConfig };

/** The pools that share `build`, and each pool that overrides it, key by key (shippable.md 2.6). */
export function variants(config: ShippableConfig): Variant[] {
  const pools = config.keys.runtime ?? [];
  const own = pools.filter(({ build }) => build !== undefined);
  if (own.length === 0) return [{ id: 'ci', config }];
  const shared = pools.filter(({ build }) => build === undefined);
  const sharing = (runtime: typeof pools): ShippableConfig => ({
    ...config,
    keys: { ...config.keys, runtime },
  });
  return [
    ...(shared.length > 0 ? [{ id: 'ci', config: sharing(shared) }] : []),
    ...own.map((pool, index) => ({
      id: `ci-${(pool.nodePool?.text ?? String(index)).toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
      config: overrideSections(sharing([pool]), pool.build),
    })),
  ];
}
