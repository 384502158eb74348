// Refusals of GitHub's API in words that say what to do.

import type { RefusedRequest } from '../ground/rate-limit.ts';
import { type Answer, noAnswer, tokenRemedy } from './answer.ts';

/** One thing that is asked of the API. */
export type Purpose = {
  /** Ends "GitHub refused to": `open the pull request`. */
  readonly what: string;
  readonly repository: string;
  /** The permission that it takes, as GitHub names it. */
  readonly needs: string;
};

type Row = {
  readonly status: number;
  readonly says?: RegExp;
  readonly message: (purpose: Purpose) => string;
  readonly remedy: string | ((purpose: Purpose) => string);
  readonly reason?: 'exists';
};

/** The first row that fits. */
const rows: readonly Row[] = [
  {
    status: 401,
    message: () => 'GitHub does not accept the token (HTTP 401).',
    remedy:
      'It may have ended, been revoked or been copied in part: make a new one and put it into the secret.',
  },
  {
    status: 403,
    says: /not permitted to create or approve pull requests/i,
    message: ({ repository }) => `GitHub Actions may not open pull requests in ${repository}.`,
    remedy:
      'Allow it under Settings, Actions, General, "Allow GitHub Actions to create and approve pull requests" (of the organization first, where that is greyed out), or give `token` a token of your own.',
  },
  {
    status: 403,
    says: /SAML/i,
    message: ({ repository }) =>
      `The organization of ${repository} wants single sign-on for the token.`,
    remedy:
      'Open the list of your tokens, choose "Configure SSO" and authorize the token for the organization.',
  },
  {
    status: 403,
    says: /IP allow list/i,
    message: ({ repository }) =>
      `The organization of ${repository} does not accept requests from the address of this runner.`,
    remedy: 'Run the workflow on a runner whose address is on the IP allow list.',
  },
  {
    status: 403,
    says: /archived/i,
    message: ({ repository }) => `${repository} is archived and can only be read.`,
    remedy: 'Unarchive it first, or leave it out.',
  },
  {
    status: 403,
    message: ({ what, repository }) => `The token may not ${what} in ${repository}.`,
    remedy: ({ needs }) => `This takes ${needs}. ${tokenRemedy}`,
  },
  {
    status: 404,
    message: ({ repository }) => `${repository} does not exist, or the token may not see it.`,
    remedy: ({ needs }) =>
      `Check the name for a typing error, and that the token was made for this repository with ${needs}. The token of the job sees no other private repository.`,
  },
  {
    status: 410,
    message: ({ repository }) => `${repository} takes no pull requests.`,
    remedy: 'Turn them on under Settings, General, Features.',
  },
  {
    status: 422,
    says: /pull request already exists/i,
    message: ({ repository }) => `Another pull request of the branch is open in ${repository}.`,
    remedy: 'Run the workflow again: it updates that one.',
    reason: 'exists',
  },
  {
    status: 422,
    says: /no commits between|no history in common/i,
    message: ({ repository }) =>
      `The branch holds nothing that its base in ${repository} does not have.`,
    remedy: 'Somebody else may have changed it meanwhile: run the workflow again.',
  },
  {
    status: 451,
    message: ({ repository }) => `${repository} is blocked for legal reasons.`,
    remedy: 'Leave it out.',
  },
];

/** A refusal that waiting does not change. GitHub's own words are in the message. */
export function refusal(refused: RefusedRequest, purpose: Purpose): Answer<never> {
  const said = refused.message
    .replace(/ - https:\/\/\S+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (refused.status === 0) {
    return noAnswer(
      `GitHub's API could not be reached: ${said}.`,
      'Check the network of the runner, HTTPS_PROXY and NO_PROXY; for GitHub Enterprise Server with a certificate of its own, NODE_EXTRA_CA_CERTS.',
    );
  }
  const row = rows.find(
    ({ status, says }) => status === refused.status && (says === undefined || says.test(said)),
  );
  if (row === undefined) {
    return noAnswer(
      `GitHub refused to ${purpose.what} in ${purpose.repository} (HTTP ${refused.status}): ${said}`,
    );
  }
  const remedy = typeof row.remedy === 'string' ? row.remedy : row.remedy(purpose);
  return noAnswer(`${row.message(purpose)}\nGitHub says: ${said}`, remedy, row.reason ?? 'other');
}

/** @param reason what of the answer cannot be read */
export const unreadable = (reason: string, { what }: Purpose): Answer<never> =>
  noAnswer(
    `GitHub was asked to ${what}, and its answer cannot be read: ${reason}.`,
    'Find out whether a proxy on the way changes answers. Without one, report this as a bug of transship.',
  );
