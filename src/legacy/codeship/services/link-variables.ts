// Variables that links made (codeship.md 2.5), as far as something reads them. A network of Docker's makes none, so the
// service gets them, with the name of the other one as its address.

import type { Assignment } from '../values/values.ts';
import { visibleFolders } from './ci-variables.ts';
import { linkVariablesIn, type RepositoryScan } from './scan-repository.ts';
import type { Link, Service } from './service.ts';

export type LinkVariables = {
  /** Variables to set, each at the link that it comes from. */
  readonly set: readonly Assignment[];
  /** Variables of the other service's environment, which has no such plain value. */
  readonly missing: readonly { readonly name: string; readonly link: Link }[];
};

/** What the files that a service sees, and the steps, read of the variables that its links made. */
export function linkVariables(
  service: Service,
  { scan, steps, folder }: { scan: () => RepositoryScan; steps: string; folder: string },
): LinkVariables {
  const { links, keys } = service;
  const set: Assignment[] = [];
  const missing: { name: string; link: Link }[] = [];
  if (links.length === 0) return { set, missing };
  const taken = new Set((keys.environment?.items ?? []).map(({ name }) => name));
  const read = [...linkVariablesIn(steps), ...scan().linkedIn(visibleFolders(service, folder))];
  for (const link of links) {
    const host = link.alias ?? link.service.name;
    const prefix = `${host.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_`;
    for (const name of new Set(read)) {
      if (!name.startsWith(prefix) || taken.has(name)) continue;
      const value = linkedValue(name.slice(prefix.length), host, link.service);
      if (value === undefined) missing.push({ name, link });
      else set.push({ name, value, before: [], node: link.node });
      taken.add(name);
    }
  }
  return { set, missing };
}

/** `PORT_5432_TCP`, `PORT_5432_TCP_ADDR`, `ENV_POSTGRES_USER`. */
function linkedValue(rest: string, host: string, target: Service): string | undefined {
  const [, port = '', protocol = '', part] = /^PORT_(\d+)_(TCP|UDP)(?:_(\w+))?$/.exec(rest) ?? [];
  if (port === '') {
    const own = target.keys.environment?.items ?? [];
    return own.find(({ name }) => `ENV_${name}` === rest)?.value;
  }
  const scheme = protocol.toLowerCase();
  switch (part) {
    case 'ADDR':
      return host;
    case 'PORT':
      return port;
    case 'PROTO':
      return scheme;
    default:
      return `${scheme}://${host}:${port}`;
  }
}
