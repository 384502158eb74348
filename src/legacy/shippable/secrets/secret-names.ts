// Names of secrets and variables (contract; shippable.md 8.4).

import { type Expression, expression, property } from '../../../expression/expression.ts';
import { defined } from '../../../ground/defined.ts';
import type { SourceNode } from '../../../source/node.ts';
import type { SecretNeed, TranslationContext } from '../../translation.ts';

export type SecretNames = {
  /** The secret for a wanted name, told apart by a suffix where GitHub or another value has taken the name. */
  readonly need: (wanted: string, why: string, at: SourceNode | undefined) => string;
  readonly all: () => readonly SecretNeed[];
};

/** One register a workflow. A name that has to be changed is reported. */
export function secretNames({
  settings,
  report,
}: Pick<TranslationContext, 'settings' | 'report'>): SecretNames {
  const byName = new Map<string, SecretNeed & { key: string }>();
  return {
    need(wanted, why, at) {
      const key = `${wanted}\n${why}`;
      const mapped = settings.secrets[wanted];
      const clean = (mapped ?? wanted).replace(/[^A-Za-z0-9_]/g, '_');
      const permitted = /^\d|^$/.test(clean) ? `_${clean}` : clean;
      const base = /^GITHUB_/i.test(permitted) ? `SHIPPABLE_${permitted}` : permitted;
      let name = base;
      for (let suffix = 2; ; suffix++) {
        const earlier = byName.get(name.toUpperCase());
        if (earlier === undefined || earlier.key === key) break;
        name = `${base}_${suffix}`;
      }
      const isNew = !byName.has(name.toUpperCase());
      if (mapped === undefined && name !== wanted && isNew && at !== undefined)
        report('secret-renamed', at, `the secret \`${wanted}\` has to be called \`${name}\``);
      if (isNew) byName.set(name.toUpperCase(), { name, why, key, ...defined({ at }) });
      return name;
    },
    all: () =>
      [...byName.values()].map(({ name, why, at }) => ({
        name,
        why,
        ...defined({ at }),
      })),
  };
}

/** A secret as an expression. */
export const secret = (name: string): Expression => property(expression`secrets`, name);
