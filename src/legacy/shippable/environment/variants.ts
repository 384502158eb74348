// A node pool with a `build` of its own is a job of its own (shippable.md 2.6).

import type { SourceNode } from '../../../source/node.ts';
import { overrideSections, type ShippableConfig } from '../keys/config.ts';

export type Variant = {
  readonly id: string;
  readonly config: ShippableConfig;
  /** Names of the pools whose rows of the matrix are this job's; all where there is none. */
  readonly pools?: ReadonlySet<string>;
  /** What the file says of this pool alone. */
  readonly pool?: SourceNode;
};

/** The pools that share `build`, and each pool that overrides it, key by key (shippable.md 2.6). */
export function variants(config: ShippableConfig): Variant[] {
  const pools = config.keys.runtime ?? [];
  const own = pools.filter(({ build }) => build !== undefined);
  if (own.length === 0) return [{ id: 'ci', config }];
  const shared = pools.filter(({ build }) => build === undefined);
  // The matrix is made of all pools, so that its entries mean the same for each; a pool without a name has none.
  const rowsOf = (of: typeof pools): Pick<Variant, 'pools' | 'config'> =>
    of.every(({ nodePool }) => nodePool !== undefined)
      ? { config, pools: new Set(of.flatMap(({ nodePool }) => nodePool?.text ?? [])) }
      : { config: { ...config, keys: { ...config.keys, runtime: of } } };
  return [
    ...(shared.length > 0 ? [{ id: 'ci', ...rowsOf(shared) }] : []),
    ...own.map((pool, index) => {
      const rows = rowsOf([pool]);
      return {
        ...rows,
        id: `ci-${(pool.nodePool?.text ?? String(index)).toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
        config: overrideSections(rows.config, pool.build),
        pool: pool.node,
      };
    }),
  ];
}
