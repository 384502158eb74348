// Where GitHub gives no secrets of the repository: pull requests from forks, and whatever Dependabot starts. What only a
// secret makes possible is left out there, as Shippable's integrations were (shippable.md 2.4, 3.9).

import { expression } from '../../../expression/expression.ts';

/** A condition that holds where secrets are. */
export const hasSecrets = expression`(github.event.pull_request.head.repo.full_name || github.repository) == github.repository && github.actor != 'dependabot[bot]'`;

/** What the action `login` does where a secret is missing: only where none can be, it goes on. */
export const onMissing = expression`(github.event.pull_request.head.repo.fork || github.actor == 'dependabot[bot]') && 'skip' || 'fail'`;
