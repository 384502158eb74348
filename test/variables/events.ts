// What GitHub hands a workflow for each kind of event, cut down to what the variables read. Made-up names.

const head = '1111111111111111111111111111111111111111';
const merge = '2222222222222222222222222222222222222222';
const base = '3333333333333333333333333333333333333333';
const before = '4444444444444444444444444444444444444444';

const repository = { name: 'shop', full_name: 'acme/shop', fork: false };

const common = {
  repository: 'acme/shop',
  repository_owner: 'acme',
  repository_id: '77',
  repository_owner_id: '7',
  server_url: 'https://github.com',
  run_id: '9001',
  run_number: '12',
  actor: 'octo',
  job: 'ci',
  workspace: '/home/runner/_work/shop/shop',
  base_ref: '',
  head_ref: '',
};

const headCommit = {
  message: 'Add cart\n\nWith "quotes".',
  committer: { name: 'Ada Lovelace', email: 'ada@example.test', username: 'ada' },
  author: { name: 'Grace Hopper', email: 'grace@example.test', username: 'grace' },
};

export const events = {
  push: {
    ...common,
    event_name: 'push',
    ref_name: 'feature/cart',
    ref_type: 'branch',
    sha: head,
    event: {
      repository,
      before,
      compare: 'https://github.com/acme/shop/compare/4...1',
      head_commit: headCommit,
    },
  },
  'push of a new branch': {
    ...common,
    event_name: 'push',
    ref_name: 'feature/cart',
    ref_type: 'branch',
    sha: head,
    event: {
      repository,
      before: '0'.repeat(40),
      compare: 'https://github.com/acme/shop/commit/1',
      head_commit: headCommit,
    },
  },
  tag: {
    ...common,
    event_name: 'push',
    ref_name: 'v1.2.0',
    ref_type: 'tag',
    sha: head,
    event: {
      repository,
      before: '0'.repeat(40),
      compare: 'https://github.com/acme/shop/compare/v1.2.0',
      head_commit: headCommit,
    },
  },
  pull_request: {
    ...common,
    event_name: 'pull_request',
    ref_name: '5/merge',
    ref_type: 'branch',
    base_ref: 'main',
    head_ref: 'feature/cart',
    sha: merge,
    event: {
      repository,
      before,
      pull_request: {
        number: 5,
        title: 'Cart',
        html_url: 'https://github.com/acme/shop/pull/5',
        head: { sha: head, repo: { full_name: 'someone/shop', fork: true } },
        base: { sha: base, repo: { full_name: 'acme/shop', fork: false } },
      },
    },
  },
  release: {
    ...common,
    event_name: 'release',
    ref_name: 'v1.2.0',
    ref_type: 'tag',
    sha: head,
    event: {
      repository,
      release: {
        tag_name: 'v1.2.0',
        name: 'One two',
        published_at: '2026-01-31T12:00:00Z',
        prerelease: true,
      },
    },
  },
  workflow_dispatch: {
    ...common,
    event_name: 'workflow_dispatch',
    ref_name: 'main',
    ref_type: 'branch',
    sha: head,
    event: { repository, inputs: null },
  },
  schedule: {
    ...common,
    event_name: 'schedule',
    ref_name: 'main',
    ref_type: 'branch',
    sha: head,
    event: { schedule: '0 4 * * *' },
  },
} as const;

export type EventTitle = keyof typeof events;

export const commits = { head, merge, base, before };
