// What GitHub's API says no to when repositories are read, and what to do about it.
// https://docs.github.com/rest/git/trees, /rest/git/blobs, /rest/repos/repos, /rest/using-the-rest-api/troubleshooting-the-rest-api,
// https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api

import type { RefusedRequest } from '../ground/rate-limit.ts';
import { type Failed, fail, failedBy } from '../ground/result.ts';

export type ReadingFailure = Failed<{
  readonly message: string;
  readonly remedy?: string;
  /** Whether every other request would be refused too. */
  readonly isFinal: boolean;
}>;

type Row = {
  readonly id: string;
  readonly status: number | 'graphql';
  readonly says?: RegExp;
  readonly message: (what: string, headers: RefusedRequest['headers']) => string;
  readonly remedy: string | ((headers: RefusedRequest['headers']) => string);
  readonly isFinal?: true;
};

const rights =
  'a fine-grained token needs the repository permissions "Contents: read" and "Metadata: read" for all repositories of the owner, a classic one the scope `repo`, a GitHub App the same two permissions';

/** `X-GitHub-SSO: required; url=ADDRESS`. */
const authorizeAt = (headers: RefusedRequest['headers']): string => {
  const url = /url=(\S+)/.exec(headers['x-github-sso'] ?? '')?.[1];
  return url === undefined
    ? 'open the list of your tokens, choose "Configure SSO" and authorize the token for the organization'
    : `authorize the token: ${url}`;
};

/** The first row that fits. */
export const readingFailures: readonly Row[] = [
  {
    id: 'api-version',
    status: 400,
    says: /version/i,
    message: () => 'the server does not know this version of the API',
    remedy: 'check that the host is GitHub, or an Enterprise Server 3.9 or newer',
    isFinal: true,
  },
  {
    id: 'bad-request',
    status: 400,
    message: (what) => `GitHub does not understand the question about ${what}`,
    remedy:
      'see whether a proxy on the way changes requests; without one, report it as a bug of transship',
  },
  {
    id: 'bad-credentials',
    status: 401,
    message: () => 'GitHub does not accept the token',
    remedy: 'it may have expired, been revoked or been copied incompletely: create a new one',
    isFinal: true,
  },
  {
    id: 'sso',
    status: 403,
    says: /SAML|single sign-on/i,
    message: (what) => `single sign-on is required, so GitHub did not show ${what}`,
    remedy: authorizeAt,
  },
  {
    id: 'ip-allow-list',
    status: 403,
    says: /IP allow list/i,
    message: (what) =>
      `the organization does not accept requests from this address, so GitHub did not show ${what}`,
    remedy: 'run the audit from an address on the IP allow list',
    isFinal: true,
  },
  {
    id: 'oauth-restrictions',
    status: 403,
    says: /OAuth App access restrictions/i,
    message: (what) => `the organization restricts OAuth apps, so GitHub did not show ${what}`,
    remedy: 'ask an owner to approve the app, or use a token of your own',
  },
  {
    id: 'classic-forbidden',
    status: 403,
    says: /forbids access via a (?:personal access token \(classic\)|fine-grained)|token.{0,40}lifetime/i,
    message: (what) =>
      `the organization does not take this kind of token, so GitHub did not show ${what}`,
    remedy:
      'use the kind, and the lifetime, of token that the organization allows, or a GitHub App',
  },
  {
    id: 'suspended',
    status: 403,
    says: /suspended/i,
    message: () => 'the account or the installation of the GitHub App is suspended',
    remedy: 'ask an owner of the organization, or an administrator of the server',
    isFinal: true,
  },
  {
    id: 'not-accessible',
    status: 403,
    says: /not accessible by|insufficient|must have admin|scopes?/i,
    message: (what) => `the token may not read ${what}`,
    remedy: rights,
  },
  {
    id: 'disabled',
    status: 403,
    says: /repository access blocked|disabled/i,
    message: (what) => `GitHub has blocked ${what}`,
    remedy: 'ask the support of GitHub, or leave it out',
  },
  {
    id: 'forbidden',
    status: 403,
    message: (what) => `the token may not read ${what}`,
    remedy: rights,
  },
  {
    id: 'not-found',
    status: 404,
    message: (what) => `${what} does not exist, or the token may not see it`,
    remedy: `check the name; ${rights}; the token of a job (GITHUB_TOKEN) sees no other private repository`,
  },
  {
    id: 'not-acceptable',
    status: 406,
    message: () => 'the server does not know this version of the API',
    remedy: 'check that the host is GitHub, or an Enterprise Server 3.9 or newer',
    isFinal: true,
  },
  {
    id: 'proxy-password',
    status: 407,
    message: () => 'the proxy on the way to GitHub asks for a name and a password',
    remedy: 'put both into the address of the proxy: HTTPS_PROXY=http://NAME:PASSWORD@HOST:PORT',
    isFinal: true,
  },
  {
    id: 'empty',
    status: 409,
    message: (what) => `${what} is empty`,
    remedy: 'there is nothing to move',
  },
  {
    id: 'gone',
    status: 410,
    message: (what) => `${what} is gone`,
    remedy: 'leave it out',
  },
  {
    id: 'invalid',
    status: 422,
    message: (what) => `GitHub cannot read ${what}`,
    remedy: 'run `git fsck` in a clone, and audit the clone: `transship audit PATH`',
  },
  {
    id: 'too-many-requests',
    status: 429,
    message: () => 'GitHub limits the rate',
    remedy: 'run the audit again with the same `--journal` later: it goes on where it stopped',
    isFinal: true,
  },
  {
    id: 'legal',
    status: 451,
    message: (what) => `${what} is blocked for legal reasons`,
    remedy: 'leave it out',
  },
  {
    id: 'graphql-not-found',
    status: 'graphql',
    says: /^NOT_FOUND/,
    message: (what) => `${what} does not exist, or the token may not see it`,
    remedy: `check the name; ${rights}; the token of a job (GITHUB_TOKEN) sees no other private repository`,
  },
  {
    id: 'graphql-sso',
    status: 'graphql',
    says: /SAML|single sign-on/i,
    message: (what) => `single sign-on is required, so GitHub did not show ${what}`,
    remedy: authorizeAt,
  },
  {
    id: 'graphql-scopes',
    status: 'graphql',
    says: /^(?:INSUFFICIENT_SCOPES|FORBIDDEN)/,
    message: (what) => `the token may not read ${what}`,
    remedy: rights,
  },
  {
    id: 'graphql-node-limit',
    status: 'graphql',
    says: /^(?:MAX_NODE_LIMIT_EXCEEDED|RESOURCE_LIMITS_EXCEEDED)/,
    message: (what) => `the question about ${what} is too large for GitHub`,
    remedy: 'please report it: transship should have asked for less',
  },
];

/** @param what what was asked for, as a sentence names it */
export function readingFailure(refused: RefusedRequest, what: string): ReadingFailure {
  const { status, headers } = refused;
  const said = refused.message
    .replace(/ - https:\/\/\S+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (status === 0) {
    return failure(
      `GitHub's API could not be reached: ${said}`,
      'check the network, HTTPS_PROXY and NO_PROXY; for a server with a certificate of its own, NODE_EXTRA_CA_CERTS',
      false,
    );
  }
  if (status >= 500) {
    return failure(
      `GitHub failed to show ${what} (HTTP ${status})`,
      'see https://www.githubstatus.com, and run the audit again: with `--journal` only what is missing is read',
      false,
    );
  }
  return (
    fromRow(status, said, what, headers) ??
    failure(`GitHub refused to show ${what} (HTTP ${status}): ${said}`, undefined, false)
  );
}

/** @param said the type of an error of GraphQL, and its message behind it */
export const graphqlFailure = (said: string, what: string): ReadingFailure =>
  fromRow('graphql', said, what, {}) ??
  failure(`GitHub refused to show ${what}: ${said}`, undefined, false);

/** @param reason what of the answer cannot be read */
export const unreadableAnswer = (reason: string, what: string): ReadingFailure =>
  failure(
    `GitHub's answer about ${what} cannot be read: ${reason}`,
    'see whether a proxy on the way changes answers; without one, report it as a bug of transship',
    false,
  );

function fromRow(
  wanted: Row['status'],
  said: string,
  what: string,
  headers: RefusedRequest['headers'],
): ReadingFailure | undefined {
  const row = readingFailures.find(
    ({ status, says }) => status === wanted && (says === undefined || says.test(said)),
  );
  if (row === undefined) return undefined;
  const remedy = typeof row.remedy === 'string' ? row.remedy : row.remedy(headers);
  const quoted = said === '' ? '' : `; GitHub says: ${said.replace(/^[A-Z_]+ /, '')}`;
  return failure(`${row.message(what, headers)}${quoted}`, remedy, row.isFinal === true);
}

function failure(message: string, remedy: string | undefined, isFinal: boolean): ReadingFailure {
  return failedBy({ ...fail(message, remedy).failure, isFinal });
}
