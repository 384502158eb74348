import { describe, expect, test } from 'vitest';
import { runOn, startOfRun } from './run.ts';
import { branch, legacy, shippable, useWeb } from './web.ts';

const web = useWeb();

describe('refusals of the API', () => {
  const rows: readonly (readonly [string, number, string, string, string])[] = [
    // Request, status, GitHub's words, message, remedy.
    [
      'GET /repos/acme/web',
      401,
      'Bad credentials',
      'GitHub does not accept the token (HTTP 401).',
      'make a new one',
    ],
    [
      'GET /repos/acme/web',
      404,
      'Not Found',
      'acme/web does not exist, or the token may not see it.',
      'typing error',
    ],
    [
      'GET /repos/acme/web',
      403,
      'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
      'The organization of acme/web wants single sign-on for the token.',
      'Configure SSO',
    ],
    [
      'GET /repos/acme/web',
      403,
      'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
      'does not accept requests from the address of this runner',
      'IP allow list',
    ],
    [
      'GET /repos/acme/web',
      451,
      'Repository access blocked',
      'blocked for legal reasons',
      'Leave it out',
    ],
    [
      'GET /repos/acme/web/pulls',
      403,
      'Resource not accessible by integration',
      'The token may not list the pull requests in acme/web.',
      'Contents, Pull requests and Workflows set to "Read and write"',
    ],
    [
      'POST /repos/acme/web/pulls',
      403,
      'Resource not accessible by personal access token',
      'The token may not open a pull request in acme/web.',
      'This takes `pull-requests: write`.',
    ],
    [
      'POST /repos/acme/web/pulls',
      403,
      'GitHub Actions is not permitted to create or approve pull requests.',
      'GitHub Actions may not open pull requests in acme/web.',
      'Allow GitHub Actions to create and approve pull requests',
    ],
    [
      'POST /repos/acme/web/pulls',
      403,
      'Repository was archived so is read-only.',
      'acme/web is archived and can only be read.',
      'Unarchive it',
    ],
    [
      'POST /repos/acme/web/pulls',
      410,
      'Pull requests are disabled',
      'acme/web takes no pull requests.',
      'Features',
    ],
    [
      'POST /repos/acme/web/pulls',
      422,
      'Validation Failed: {"message":"something new"}',
      'GitHub refused to open a pull request in acme/web (HTTP 422): Validation Failed: {"message":"something new"}',
      '',
    ],
  ];
  test.each(rows)('%s: %i %s', async (request, status, said, message, remedy) => {
    web.github.refuse = ({ method, path }) =>
      `${method} ${path}`.split('?')[0] === request ? { status, message: said } : undefined;
    const run = await runOn(web.github);
    expect(run.code).toBe(1);
    expect(run.log).toContain(message);
    expect(run.log).toContain(remedy);
    expect(run.sleeps).toEqual([]);
    // What was made is there all the same, once it was made.
    if (request.startsWith('POST'))
      expect(run.file('acme/web/changes.patch')).toContain('npm test');
    expect(run.pulls).toMatchObject([
      { repository: 'acme/web', state: 'failed', message: expect.stringContaining(message) },
    ]);
  });

  test.each([
    ['GET /repos/acme/web', 'read the repository', '`full_name` is missing'],
    ['GET /repos/acme/web/pulls', 'list the pull requests', 'it is not a list'],
    ['POST /repos/acme/web/pulls', 'open a pull request', '`number` is missing'],
  ])('an answer to %s that is none is said in words', async (request, what, reason) => {
    web.github.refuse = ({ method, path }) =>
      `${method} ${path}`.split('?')[0] === request ? { status: 200, message: 'x' } : undefined;
    const run = await runOn(web.github);
    expect(run.code).toBe(1);
    expect(run.log).toContain(
      `GitHub was asked to ${what}, and its answer cannot be read: ${reason}.`,
    );
  });

  test('a token that may not even list the pull requests gets its report and its patch', async () => {
    web.github.refuse = ({ path }) =>
      path.includes('/pulls')
        ? { status: 403, message: 'Resource not accessible by integration' }
        : undefined;
    const run = await runOn(web.github);
    expect(run.code).toBe(1);
    expect(run.log).toContain('error: The token may not list the pull requests in acme/web.');
    expect(run.file('acme/web/report.md')).toContain('# transship report');
    expect(run.file('acme/web/changes.patch')).toContain('npm test');
    expect(run.summary).toContain('- `acme/web`: The token may not list the pull requests');
    expect(run.summary).toContain('# transship report');
    // Without the list nobody knows what a push would do to a pull request.
    expect(web.github.hasBranch('acme/web', branch)).toBe(false);
  });

  test('a wrong token is refused by the server itself', async () => {
    const run = await runOn(web.github, { token: 'ghp_other' });
    expect(run.code).toBe(1);
    expect(run.log).toContain('GitHub does not accept the token (HTTP 401).');
  });
});

describe('refusals of a push', () => {
  const workflows =
    'refusing to allow a GitHub App to create or update workflow `.github/workflows/shippable.yml` without `workflows` permission';
  const rows: readonly (readonly [string, string, readonly string[], string, string])[] = [
    // Name, reason, lines of the server, message, remedy.
    [
      'a GitHub App without the permission',
      workflows,
      [],
      'The token may not write workflow files in acme/web.',
      'The token of the job (GITHUB_TOKEN) can push no workflow file',
    ],
    [
      'a classic token without the scope',
      'refusing to allow a Personal Access Token to create or update workflow `.github/workflows/shippable.yml` without `workflow` scope',
      [],
      'The token may not write workflow files in acme/web.',
      'a classic token with the scopes `repo` and `workflow`',
    ],
    [
      'an integration of an older server',
      'refusing to allow an integration to create or update .github/workflows/shippable.yml',
      [],
      'The token may not write workflow files in acme/web.',
      'Workflows set to "Read and write"',
    ],
    [
      'push protection',
      'push declined due to repository rule violations',
      [
        `error: GH013: Repository rule violations found for refs/heads/${branch}.`,
        '- GITHUB PUSH PROTECTION',
        '  - Push cannot contain secrets',
      ],
      'The push protection of acme/web sees a secret in what would be pushed.',
      'make it a secret of the repository',
    ],
    [
      'a protected branch',
      'protected branch hook declined',
      [
        `error: GH006: Protected branch update failed for refs/heads/${branch}.`,
        'error: At least 1 approving review is required by reviewers with write access.',
      ],
      `The branch \`${branch}\` of acme/web is protected.`,
      'Name another branch in `branch`',
    ],
    [
      'a ruleset',
      'push declined due to repository rule violations',
      [
        `error: GH013: Repository rule violations found for refs/heads/${branch}.`,
        '- Commits must have verified signatures.',
      ],
      `A ruleset of acme/web forbids the push to \`${branch}\`.`,
      'bypass them (Settings, Rules)',
    ],
    [
      'a hook of GitHub Enterprise Server',
      'pre-receive hook declined',
      ['Branch names begin with a ticket.'],
      `A hook of the server refuses the push to \`${branch}\` of acme/web.`,
      'Name another branch'.toLowerCase(),
    ],
  ];
  test.each(rows)('%s', async (_, reason, lines, message, remedy) => {
    web.github.refusePushes('acme/web', reason, lines);
    const run = await runOn(web.github);
    expect(run.code).toBe(1);
    expect(run.log).toContain(message);
    expect(run.log).toContain(remedy);
    expect(run.log).toContain(`! [remote rejected]`);
    for (const line of lines) expect(run.log).toContain(`remote: ${line.trimEnd()}`);
    expect(web.writes()).toEqual([]);
    expect(run.file('acme/web/changes.patch')).toContain('npm test');
    expect(run.summary).toContain('# transship report');
  });

  test('a server that fails inside is asked again', async () => {
    web.github.refusePushes('acme/web', 'Internal Server Error');
    const run = await runOn(web.github);
    expect(run.code).toBe(1);
    expect(run.log.match(/git push: .*trying again/g)).toHaveLength(2);
    expect(run.log).toContain('(Internal Server Error)');
  });

  test('a token that may read only', async () => {
    web.github.refuseGit = (path) =>
      path.endsWith('service=git-receive-pack')
        ? { status: 403, text: 'Permission to acme/web.git denied to github-actions[bot].' }
        : undefined;
    const run = await runOn(web.github);
    expect(run.code).toBe(1);
    expect(run.log).toContain('The token may not push to acme/web.');
    expect(run.log).toContain('remote: Permission to acme/web.git denied');
    expect(run.log).toContain('Contents, Pull requests and Workflows');
  });

  test('a branch whose name stands in the way', async () => {
    web.github.commit('acme/web', 'transship-convert/other', {});
    const run = await runOn(web.github);
    expect(run.code).toBe(1);
    expect(run.log).toContain(
      `acme/web has a branch whose name and \`${branch}\` cannot both exist.`,
    );
  });

  test('a redirect of git is not followed with the token', async () => {
    const seen: string[] = [];
    web.github.refuseGit = (path) => {
      seen.push(path);
      return { status: 301, text: '' };
    };
    const run = await runOn(web.github);
    expect(run.code).toBe(1);
    expect(seen).toHaveLength(1);
  });
});

describe('limits and broken servers', () => {
  const once =
    (status: number, headers: Readonly<Record<string, string>>, message = 'Refused') =>
    (_: unknown, count: number) =>
      count === 1 ? { status, headers, message } : undefined;

  test('a secondary limit is waited for as long as it says', async () => {
    web.github.refuse = once(
      403,
      { 'retry-after': '90' },
      'You have exceeded a secondary rate limit.',
    );
    const run = await runOn(web.github);
    expect(run.code, run.log).toBe(0);
    expect(run.sleeps).toEqual([90_000]);
    expect(run.log).toContain('GitHub limits the rate; trying again in 90 s');
  });

  test('without a time, a minute, and longer each time', async () => {
    web.github.refuse = (_, count) =>
      count <= 3
        ? { status: 403, message: 'You have exceeded a secondary rate limit.' }
        : undefined;
    const run = await runOn(web.github);
    expect(run.code, run.log).toBe(0);
    expect(run.sleeps).toEqual([60_000, 120_000, 240_000]);
  });

  test('the limit of the token is waited for until it ends', async () => {
    const reset = String(startOfRun / 1000 + 300);
    web.github.refuse = once(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset });
    const run = await runOn(web.github);
    expect(run.code, run.log).toBe(0);
    expect(run.sleeps).toEqual([301_000]);
  });

  test('one that ends too late is said, and nothing more is asked of GitHub', async () => {
    web.github.addRepository('acme/two', legacy);
    const reset = startOfRun / 1000 + 3000;
    web.github.refuse = () => ({
      status: 429,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) },
    });
    const run = await runOn(web.github, { repositories: 'acme/web acme/two' });
    expect(run.code).toBe(1);
    expect(run.sleeps).toEqual([]);
    expect(web.github.requests).toHaveLength(1);
    const until = new Date(reset * 1000).toISOString().slice(0, 13);
    expect(run.log).toContain(`GitHub takes requests again at ${until}`);
    expect(run.log).toContain('error: acme/two: Not tried: The rate limit of the token is reached');
  });

  test('a 403 that is not a limit is final', async () => {
    web.github.refuse = once(403, {}, 'Forbidden');
    expect((await runOn(web.github)).sleeps).toEqual([]);
  });

  test('a broken server is tried again, with growing waits', async () => {
    web.github.refuse = (_, count) =>
      count === 1 ? { status: 502 } : count === 2 ? { status: 0, cut: true } : undefined;
    const run = await runOn(web.github);
    expect(run.code, run.log).toBe(0);
    expect(run.sleeps).toHaveLength(2);
    expect(run.log).toContain('HTTP 502; trying again');
  });

  test('one that stays broken is given up, with its address checked', async () => {
    web.github.refuse = () => ({ status: 0, cut: true });
    const run = await runOn(web.github);
    expect(run.code).toBe(1);
    expect(web.github.requests).toHaveLength(5);
    expect(run.log).toContain("GitHub's API could not be reached");
    expect(run.log).toContain('HTTPS_PROXY');
  });

  test('a pull request whose answer was lost is not opened twice', async () => {
    let lost = false;
    web.github.refuse = ({ method }) => {
      if (method !== 'POST' || lost) return undefined;
      lost = true;
      return { status: 502, done: true };
    };
    const run = await runOn(web.github);
    expect(run.code, run.log).toBe(0);
    expect(web.github.pulls).toHaveLength(1);
    expect(run.pulls[0]).toMatchObject({ number: 1 });
  });

  test('a branch that GitHub does not know yet, a moment after the push, is waited for', async () => {
    const errors = [{ resource: 'PullRequest', field: 'head', code: 'invalid' }];
    let count = 0;
    web.github.refuse = ({ method }) => {
      if (method !== 'POST') return undefined;
      count += 1;
      return count < 3 ? { status: 422, message: 'Validation Failed', errors } : undefined;
    };
    const run = await runOn(web.github);
    expect(run.code, run.log).toBe(0);
    expect(run.pulls[0]).toMatchObject({ state: 'opened', number: 1 });
    expect(run.log).toContain('GitHub does not know the new state of the branch yet; trying again');
  });

  test('git is tried again too', async () => {
    web.github.refuseGit = (_, count) => (count === 1 ? { status: 503, text: '' } : undefined);
    const run = await runOn(web.github);
    expect(run.code, run.log).toBe(0);
    expect(run.log).toContain('git ls-remote: ');
    expect(run.sleeps).toHaveLength(1);
  });

  test('but not for ever', async () => {
    web.github.refuseGit = () => ({ status: 503, text: '' });
    const run = await runOn(web.github);
    expect(run.code).toBe(1);
    expect(run.log).toContain(`${web.github.url} could not be reached, or broke off.`);
  });

  test('a second passes between two requests that create something', async () => {
    web.github.addRepository('acme/two', legacy);
    const times: number[] = [];
    let now = 1_700_000_000_000;
    const run = await runOn(
      web.github,
      { repositories: 'acme/web acme/two' },
      {
        host: (host) => ({
          ...host,
          now: () => now,
          sleep: async (milliseconds) => {
            times.push(milliseconds);
            now += milliseconds;
          },
        }),
      },
    );
    expect(run.code, run.log).toBe(0);
    expect(times).toEqual([1000]);
  });

  test('no git, or one that is too old', async () => {
    const none = await runOn(
      web.github,
      {},
      {
        host: (host) => ({ ...host, exec: async (command) => ({ kind: 'not-found', command }) }),
      },
    );
    expect(none.log).toContain('There is no git on this machine.');
    const old = await runOn(
      web.github,
      {},
      {
        host: (host) => ({
          ...host,
          exec: async () => ({
            kind: 'exited',
            exitCode: 0,
            stdout: 'git version 2.30.2\n',
            stderr: '',
            timedOut: false,
          }),
        }),
      },
    );
    expect(old.log).toContain('The git of this machine is too old (git version 2.30.2).');
  });
});

test('the judges that the machine has are asked, and what they inherit is said', async () => {
  web.github.commit('acme/web', 'main', { 'shippable.yml': shippable('npm install -g grunt') });
  const run = await runOn(web.github, {}, { judges: true });
  expect(run.code, run.log).toBe(0);
  const body = web.github.pulls[0]?.body ?? '';
  expect(body).toContain("- GitHub's parser: no finding");
  expect(body).toMatch(/- actionlint: (?:no finding|not on the machine)/);
  expect(body).toMatch(/- zizmor: (?:no finding|not on the machine)/);
  if (body.includes('zizmor: no finding')) {
    expect(body).toMatch(
      /Inherited from the commands[\s\S]*`\.github\/workflows\/shippable\.yml:\d+`.*`adhoc-packages`/,
    );
  }
});
