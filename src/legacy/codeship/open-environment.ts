// Variables under `environment` whose values lay open: they give way to secrets, which a step writes to a file of the
// service. It is as weak as `environment` was (codeship.md 2.3).

import { hasMark, markOf, marksIn } from '../../ground/open-mark.ts';
import type { Leaf } from './items.ts';
import type { SecretFile } from './secret-step.ts';
import { type Service, startedWith } from './service.ts';
import type { Assignment } from './values.ts';

const openItems = ({ keys }: Service): readonly Assignment[] =>
  (keys.environment?.items ?? []).filter(({ value }) => hasMark(value ?? ''));

/** The file, below RUNNER_TEMP/codeship; undefined for a service without such a variable. */
export const openFileOf = (service: Service): string | undefined =>
  openItems(service).length === 0 ? undefined : `${service.id.replace(/^[.-]+/, '')}.open`;

/** The files of the services that steps start. */
export function openFilesOf(leaves: readonly Leaf[]): readonly SecretFile[] {
  const started = leaves
    .filter(({ kind }) => kind === 'run')
    .flatMap(({ service }) => [...startedWith(service), service]);
  return [...new Set(started)].flatMap((service): SecretFile[] => {
    const name = openFileOf(service);
    if (name === undefined) return [];
    return [
      {
        sealed: { what: 'environment', name, nodes: [], services: [service], leaves: [] },
        accounts: [],
        lines: openItems(service).map(({ name: variable, value = '' }) => {
          const [secret] = marksIn(value);
          return secret !== undefined && markOf(secret) === value
            ? { name: variable, secret }
            : { name: variable, value };
        }),
      },
    ];
  });
}
