// An entry of `integrations.hub` as it stands in the text, and as an integration (shippable.md 2.7, 6.2).

import type { LogPlace } from '../../ground/failure.ts';
import type { Host } from '../../host/host.ts';
import { isNotificationType } from '../../integration/notification-types.ts';

/** What a key holds: a text, `branches`, or something that no key of an entry can hold. */
export type RawValue =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'branches';
      readonly only: readonly string[];
      readonly except: readonly string[];
    }
  | { readonly kind: 'other' };

/** Keys in the order of the text. */
export type RawEntry = {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Undefined for an entry that is not a mapping. */
  readonly keys: ReadonlyMap<string, RawValue> | undefined;
};

export type Integration = {
  readonly name: string;
  readonly type: string;
  readonly region?: string;
  readonly agentOnly: boolean;
  readonly branches: { readonly only: readonly string[]; readonly except: readonly string[] };
  /** For messages: `entry 2, line 5 of shippable.yml`. */
  readonly where: string;
  readonly place: LogPlace;
};

const knownKeys = ['integrationName', 'type', 'branches', 'region', 'agent_only'];

/** The integration; or, as text, what is wrong with the entry; or undefined for one of another family. */
export function readEntry(
  host: Host,
  entry: RawEntry,
  where: string,
  place: LogPlace,
): Integration | string | undefined {
  const { keys } = entry;
  if (keys === undefined) return 'it is not a mapping with `integrationName` and `type`.';
  const text = (key: string): string => {
    const value = keys.get(key);
    return value?.kind === 'text' ? value.text.trim() : '';
  };
  const type = text('type');
  if (isNotificationType(type)) {
    host.log(
      `Integration (${where}): ${type} is a notification, not a registry; nothing to log in to.`,
    );
    return undefined;
  }
  const name = text('integrationName');
  if (name === '') return '`integrationName` is missing.';
  if (type === '') return `\`type\` of ${name} is missing.`;
  const branches = keys.get('branches');
  if (branches?.kind === 'other' || (branches?.kind === 'text' && branches.text !== '')) {
    return `\`branches\` of ${name} needs lists of names under \`only\` or \`except\`.`;
  }
  warnOfUnknownKeys(host, name, keys, where, place);
  return {
    name,
    type,
    ...(text('region') !== '' && { region: text('region') }),
    agentOnly: /^(true|yes|on)$/i.test(text('agent_only')),
    branches: branches?.kind === 'branches' ? branches : { only: [], except: [] },
    where,
    place,
  };
}

function warnOfUnknownKeys(
  host: Host,
  name: string,
  keys: ReadonlyMap<string, RawValue>,
  where: string,
  place: LogPlace,
): void {
  for (const key of keys.keys()) {
    if (knownKeys.includes(key)) continue;
    const isMisplaced = key === 'only' || key === 'except';
    host.warning(
      isMisplaced
        ? `\`${key}\` has no effect directly in ${name} (${where}): move it below \`branches\`.`
        : `\`${key}\` of ${name} (${where}) is unknown and has no effect.`,
      place,
    );
  }
}
