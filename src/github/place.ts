// Where GitHub's API is, and which token opens it: github.com, a subdomain of ghe.com, or an Enterprise Server. The
// variables are those of GitHub's own command line.

import type { Environment } from '../host/host.ts';

export type ApiPlace = {
  /** The host that people see: `github.com`. */
  readonly host: string;
  /** Addresses without a slash at the end. */
  readonly rest: string;
  readonly graphql: string;
  /** The address that people and git use. */
  readonly server: string;
};

/** @param named a host from the command line; without it, that of the environment, or github.com */
export function apiPlace(env: Environment, named?: string): ApiPlace | undefined {
  const given = env['GITHUB_API_URL'];
  if (named === undefined && given) return placeOfAddress(given.replace(/\/+$/, ''), env);
  const host = (named ?? (env['GH_HOST'] || 'github.com')).toLowerCase();
  if (!/^[a-z0-9.-]+(?::\d+)?$/.test(host)) return undefined;
  if (host === 'github.com') {
    return {
      host,
      rest: 'https://api.github.com',
      graphql: 'https://api.github.com/graphql',
      server: 'https://github.com',
    };
  }
  if (host.endsWith('.ghe.com')) {
    const api = `https://api.${host.replace(/^api\./, '')}`;
    const server = `https://${host.replace(/^api\./, '')}`;
    return { host, rest: api, graphql: `${api}/graphql`, server };
  }
  const server = `https://${host}`;
  return { host, rest: `${server}/api/v3`, graphql: `${server}/api/graphql`, server };
}

function placeOfAddress(rest: string, env: Environment): ApiPlace | undefined {
  if (!URL.canParse(rest) || !/^https?:/.test(rest)) return undefined;
  const graphql =
    env['GITHUB_GRAPHQL_URL']?.replace(/\/+$/, '') ||
    (rest.endsWith('/api/v3') ? `${rest.slice(0, -3)}/graphql` : `${rest}/graphql`);
  const server = env['GITHUB_SERVER_URL'] ?? '';
  const host = URL.canParse(server) ? new URL(server).host : new URL(rest).host;
  const shown = host.replace(/^api\./, '');
  return {
    host: shown,
    rest,
    graphql: graphql.replace('/api//', '/api/'),
    server: URL.canParse(server) ? server.replace(/\/+$/, '') : `https://${shown}`,
  };
}

/** The first variable that is set; those of an Enterprise Server come first there, and are for nobody else. */
export function tokenFor({ host }: ApiPlace, env: Environment): string | undefined {
  const isOwn = host !== 'github.com' && !host.endsWith('.ghe.com');
  const names = [
    ...(isOwn ? ['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN'] : []),
    'GH_TOKEN',
    'GITHUB_TOKEN',
  ];
  return names.map((name) => env[name]).find((value) => value !== undefined && value !== '');
}
