// What git and the server behind it say, in words that say what to do.

import { type Answer, noAnswer, tokenRemedy } from './answer.ts';

type Place = { readonly url: string; readonly repository: string; readonly branch: string };

type Row = {
  readonly says: RegExp;
  readonly message: (place: Place) => string;
  readonly remedy: string | ((place: Place) => string);
  readonly reason?: 'exists';
};

/** The first row that fits. The words are GitHub's own, and those of git 2.31 and newer. */
const rows: readonly Row[] = [
  {
    says: /refusing to allow .* to create or update|without `workflows?` (?:permission|scope)/,
    message: ({ repository }) => `The token may not write workflow files in ${repository}.`,
    remedy: tokenRemedy,
  },
  {
    says: /repository was archived/i,
    message: ({ repository }) => `${repository} is archived and can only be read.`,
    remedy: 'Unarchive it first, or leave it out.',
  },
  {
    says: /SAML SSO/i,
    message: ({ repository }) =>
      `The organization of ${repository} wants single sign-on for the token.`,
    remedy:
      'Open the list of your tokens, choose "Configure SSO" and authorize the token for the organization.',
  },
  {
    says: /IP allow list/i,
    message: ({ repository }) =>
      `The organization of ${repository} does not accept requests from the address of this runner.`,
    remedy: 'Run the workflow on a runner whose address is on the IP allow list.',
  },
  {
    says: /GH006|protected branch/i,
    message: ({ branch, repository }) => `The branch \`${branch}\` of ${repository} is protected.`,
    remedy:
      'Name another branch in `branch`, or let the account of the token push (and force-push) to it in the branch protection.',
  },
  {
    says: /push protection|push cannot contain secrets|GH009/i,
    message: ({ repository }) =>
      `The push protection of ${repository} sees a secret in what would be pushed.`,
    remedy:
      'It stood open in the old configuration: make it a secret of the repository and change it where it came from, or allow it by the address above. What would be pushed is in changes.patch.',
  },
  {
    says: /GH013|repository rule violations/i,
    message: ({ branch, repository }) =>
      `A ruleset of ${repository} forbids the push to \`${branch}\`.`,
    remedy:
      'Name a branch in `branch` that the rules leave alone, or let the account of the token bypass them (Settings, Rules). The commit is not signed.',
  },
  {
    says: /stale info|fetch first|non-fast-forward/i,
    message: ({ branch, repository }) =>
      `Somebody pushed to \`${branch}\` of ${repository} in this moment; nothing of it was overwritten.`,
    remedy: 'Run the workflow again.',
  },
  {
    says: /cannot lock ref|refname conflict|exists; cannot create|directory file conflict/i,
    message: ({ branch, repository }) =>
      `${repository} has a branch whose name and \`${branch}\` cannot both exist.`,
    remedy: 'Name another branch in `branch`.',
  },
  {
    says: /could not read Username|Authentication failed|invalid credentials|error: 401\b/i,
    message: () => 'The server does not accept the token.',
    remedy:
      'It may have ended, been revoked or been copied in part: make a new one and put it into the secret.',
  },
  {
    says: /Permission to .* denied|Write access to repository not granted|error: 403\b/i,
    message: ({ repository }) => `The token may not push to ${repository}.`,
    remedy: tokenRemedy,
  },
  {
    says: /repository .* not found|error: 404\b/i,
    message: ({ repository }) => `${repository} does not exist, or the token may not see it.`,
    remedy: 'Check the name for a typing error, and that the token was made for this repository.',
  },
  {
    says: /redirect|error: 30[1278]\b/i,
    message: ({ url, repository }) =>
      `${url} sends git to another address for ${repository}; the token is not sent there.`,
    remedy: 'Give the repository its present name.',
  },
  {
    says: /hook declined/i,
    message: ({ branch, repository }) =>
      `A hook of the server refuses the push to \`${branch}\` of ${repository}.`,
    remedy: 'See what it says above; name another branch in `branch` if that is what it wants.',
  },
  {
    says: /certificate/i,
    message: ({ url }) => `The certificate of ${url} is not trusted.`,
    remedy:
      'Name the file with the certificate of your own authority in NODE_EXTRA_CA_CERTS, in the environment of the runner.',
  },
  {
    says: /no space left|disk quota/i,
    message: () => 'The disk of the runner is full.',
    remedy: 'Make room on it.',
  },
];

const network =
  /Could not resolve|Failed to connect|Connection (?:refused|reset|timed out)|Operation (?:too slow|timed out)|timed out|early EOF|RPC failed|unexpected disconnect|hung up unexpectedly|Empty reply|Internal Server Error|error: (?:408|429|5\d\d)\b/i;

/** Whether the network or the server failed, and not the request. */
export const isWorthRetrying = (stderr: string): boolean =>
  network.test(stderr) && !rows.some(({ says }) => says.test(stderr));

export function gitRefusal(stderr: string, place: Place): Answer<never> {
  const said = remoteLines(stderr);
  const row = rows.find(({ says }) => says.test(stderr));
  if (row !== undefined) {
    const remedy = typeof row.remedy === 'string' ? row.remedy : row.remedy(place);
    return noAnswer([row.message(place), ...said].join('\n'), remedy, row.reason ?? 'other');
  }
  if (network.test(stderr)) {
    return noAnswer(
      [`${place.url} could not be reached, or broke off.`, ...said].join('\n'),
      'Check the network of the runner, HTTPS_PROXY and NO_PROXY, and run the workflow again.',
    );
  }
  return noAnswer([`git could not do its work in ${place.repository}.`, ...said].join('\n'));
}

/** The lines that carry a reason, at most ten. */
function remoteLines(stderr: string): readonly string[] {
  return stderr
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trimEnd())
    .filter((line) => /^(?:remote: .*\S|\s*! \[|fatal: |error: )/.test(line))
    .filter(
      (line) =>
        !/^remote: (?:Resolving|Counting|Compressing|Enumerating|Total)|^error: failed to push some refs/.test(
          line,
        ),
    )
    .slice(0, 10)
    .map((line) => line.trim());
}
