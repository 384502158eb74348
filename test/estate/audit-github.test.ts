import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { auditWith } from '../../src/cli/audit/command.ts';
import type { EstateReport } from '../../src/estate/estate.ts';
import { readingFailures } from '../../src/github/reading-failure.ts';
import { request as exchange } from '../../src/host/network/http.ts';
import { folderWith, run as runLocally } from '../cli/run.ts';
import {
  type FakeGitHub,
  type FakeRepository,
  type Refusal,
  startFakeGitHub,
  token,
  virtualClock,
} from './fake-github.ts';
import { type Ran, runAudit } from './run-audit.ts';

const plain = 'language: none\nbuild:\n  ci:\n    - make\n';
const hub = `${plain}integrations:\n  hub:\n    - integrationName: hub\n      type: docker\n`;
const codeship = {
  'codeship-services.yml': 'app:\n  build: .\n  encrypted_env_file: app.env.encrypted\n',
  'codeship-steps.yml': '- service: app\n  command: bin/test\n',
  Dockerfile: 'FROM ruby:2.2\n',
  'bin/test': '#!/bin/sh\necho $CI_BRANCH\n',
  'app.env.encrypted': 'AAAA',
};

const acme: readonly FakeRepository[] = [
  { name: 'acme/web', branches: { main: { 'shippable.yml': plain } } },
  {
    name: 'acme/api',
    branches: {
      main: { 'shippable.yml': hub, 'readme.md': 'x' },
      release: { 'shippable.yml': plain },
      same: { 'shippable.yml': hub, other: '1' },
      bare: { other: '1' },
    },
  },
  { name: 'acme/ship', branches: { main: codeship } },
  { name: 'acme/docs', branches: { main: { 'readme.md': '# x' } } },
  { name: 'acme/empty', branches: {} },
  { name: 'acme/copy', fork: true, branches: { main: { 'shippable.yml': plain } } },
  { name: 'acme/old', archived: true, branches: { main: { 'shippable.yml': plain } } },
  { name: 'me/mine', branches: { main: { 'shippable.yml': plain } } },
];

async function serve(repositories: readonly FakeRepository[]): Promise<FakeGitHub> {
  const fake = await startFakeGitHub(repositories);
  onTestFinished(() => fake.close());
  return fake;
}

/** @param limit requests after which the process is as good as killed */
async function audit(
  fake: FakeGitHub,
  args: readonly string[],
  { folder = '/', limit = Number.POSITIVE_INFINITY, env = {}, clock = virtualClock() } = {},
): Promise<Ran> {
  let asked = 0;
  let kill = (): void => {};
  const killed = new Promise<never>((_resolve, reject) => {
    kill = () => reject(new Error('killed'));
  });
  return runAudit(
    args,
    { env: { GITHUB_API_URL: fake.api, GH_TOKEN: token, ...env }, folder },
    (io) =>
      auditWith(() => ({
        ...clock,
        random: () => 0,
        log: (line) => io.stderr(`${line}\n`),
        request: (wanted) => {
          if (++asked > limit) {
            kill();
            return new Promise(() => {});
          }
          return exchange(wanted, {});
        },
      })),
    killed,
  );
}

const reportOf = ({ stdout }: Ran): EstateReport => JSON.parse(stdout);
const names = (ran: Ran): string[] => reportOf(ran).repositories.map(({ name }) => name);

describe('what is read', () => {
  test('an organization: its own repositories, forks and archived ones on request', async () => {
    const fake = await serve(acme);
    const own = await audit(fake, ['--org', 'acme', '--json']);
    expect(names(own)).toEqual(['acme/api', 'acme/docs', 'acme/empty', 'acme/ship', 'acme/web']);
    expect(reportOf(own).totals).toMatchObject({ converted: 3, withoutConfiguration: 2 });
    const all = await audit(fake, ['--org', 'acme', '--forks', '--archived', '--json']);
    expect(
      reportOf(all).repositories.filter(({ fork, archived }) => fork || archived),
    ).toMatchObject([
      { name: 'acme/copy', fork: true },
      { name: 'acme/old', archived: true },
    ]);
  });

  test('a user, and the repositories of a list, by whatever form of address', async () => {
    const fake = await serve(acme);
    expect(names(await audit(fake, ['--user', 'me', '--json']))).toEqual(['me/mine']);
    expect(fake.answered).toContain(
      'GET /user/repos?affiliation=owner&per_page=100&sort=full_name',
    );
    const folder = folderWith({
      list: 'acme/web\nhttps://github.com/acme/copy.git\nlocal\n',
      'local/shippable.yml': plain,
    });
    const ran = await audit(fake, ['--repos', 'list', '--json'], { folder });
    expect(names(ran)).toEqual(['acme/copy', 'acme/web', 'local']);
  });

  test('the same as from a disk', async () => {
    const fake = await serve(acme);
    const folder = folderWith(
      Object.fromEntries(Object.entries(codeship).map(([file, text]) => [`ship/${file}`, text])),
    );
    const [remote] = reportOf(await audit(fake, ['--org', 'acme', '--json'])).repositories.filter(
      ({ name }) => name === 'acme/ship',
    );
    const local = JSON.parse((await runLocally(['audit', 'ship', '--json'], { folder })).stdout);
    const { name: _n, place: _p, commit: _c, ...rest } = remote as NonNullable<typeof remote>;
    const { name: _ln, place: _lp, ...own } = local.repositories[0];
    expect(rest).toEqual(own);
    expect(rest.images).toMatchObject([{ image: 'ruby:2.2', use: 'base' }]);
  });

  test('branches whose configuration is another one', async () => {
    const fake = await serve(acme);
    const { repositories } = reportOf(await audit(fake, ['--org', 'acme', '--branches', '--json']));
    expect(
      repositories.flatMap(({ name, branch }) =>
        branch === undefined ? [] : [`${name} ${branch}`],
      ),
    ).toEqual(['acme/api release']);
  });

  test('many repositories in few requests', async () => {
    const fake = await serve(acme);
    await audit(fake, ['--org', 'acme', '--json']);
    const kinds = fake.answered.map((line) => line.replace(/\/repos\/\S+trees\S+/, 'tree'));
    expect(kinds.filter((line) => line === 'GET tree')).toHaveLength(4);
    expect(kinds.filter((line) => line.startsWith('POST')).length).toBeLessThanOrEqual(6);
  });
});

describe('what goes wrong', () => {
  test('one repository that is refused is named, and the others are read', async () => {
    const fake = await serve(acme);
    fake.refuse = ({ path }) =>
      path.includes('/acme/web/')
        ? { status: 403, body: { message: 'Resource not accessible by personal access token' } }
        : undefined;
    const ran = await audit(fake, ['--org', 'acme', '--json']);
    expect(ran.code).toBe(0);
    expect(reportOf(ran).repositories.find(({ name }) => name === 'acme/web')?.failure).toEqual({
      message:
        'the token may not read `acme/web`; GitHub says: Resource not accessible by personal access token',
      help: expect.stringContaining('Contents: read'),
    });
    expect(reportOf(ran).totals.converted).toBe(2);
  });

  test('without a token, or with one that GitHub does not take, it says what to do', async () => {
    const fake = await serve(acme);
    const none = await audit(fake, ['--org', 'acme'], { env: { GH_TOKEN: '' } });
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('gh auth token') });
    fake.refuse = () => ({ status: 401, body: { message: 'Bad credentials' } });
    const bad = await audit(fake, ['--org', 'acme', '--json']);
    expect(bad.code).toBe(1);
    expect(reportOf(bad)).toMatchObject({
      complete: false,
      stopped: { message: 'GitHub does not accept the token; GitHub says: Bad credentials' },
    });
  });

  test('a user who is not an organization', async () => {
    const fake = await serve(acme);
    const ran = await audit(fake, ['--org', 'nobody', '--json']);
    expect(reportOf(ran).stopped?.help).toContain('--user nobody');
  });

  test('single sign-on is named with the address that authorizes the token', async () => {
    const fake = await serve(acme);
    const url = 'https://github.com/orgs/acme/sso?authorization_request=1';
    fake.refuse = ({ path }) =>
      path.startsWith('/orgs/')
        ? {
            status: 403,
            headers: { 'x-github-sso': `required; url=${url}` },
            body: { message: 'Resource protected by organization SAML enforcement.' },
          }
        : undefined;
    expect(reportOf(await audit(fake, ['--org', 'acme', '--json'])).stopped?.help).toContain(url);
  });

  test('a server that is gone ends the audit, and does not fail every repository', async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      name: `acme/r${index}`,
      branches: { main: { 'shippable.yml': plain } },
    }));
    const fake = await serve(many);
    fake.refuse = ({ path }) => (path.includes('/trees/') ? { cut: 'early' } : undefined);
    const report = reportOf(await audit(fake, ['--org', 'acme', '--json']));
    expect(report.stopped?.message).toContain('could not be reached');
    expect(report.totals.failed).toBeLessThan(20);
  });

  test.each(readingFailures.map((row) => [row.id, row] as const))(
    'every refusal has a message and a remedy: %s',
    (_id, row) => {
      const remedy = typeof row.remedy === 'string' ? row.remedy : row.remedy({});
      expect(row.message('`acme/web`', {}).length).toBeGreaterThan(10);
      expect(remedy.length).toBeGreaterThan(10);
    },
  );

  const spoken: readonly (readonly [number, string, string])[] = [
    [401, 'Bad credentials', 'does not accept the token'],
    [
      403,
      'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled, and your IP address is not permitted',
      'does not accept requests from this address',
    ],
    [
      403,
      'Although you appear to have the correct authorization credentials, the `acme` organization has enabled OAuth App access restrictions',
      'restricts OAuth apps',
    ],
    [
      403,
      "The 'acme' organization forbids access via a personal access token (classic)",
      'does not take this kind of token',
    ],
    [403, 'This installation has been suspended', 'suspended'],
    [403, 'Resource not accessible by integration', 'may not read'],
    [403, 'Repository access blocked', 'has blocked'],
    [400, 'The API version is not supported.', 'does not know this version'],
    [400, 'Problems parsing JSON', 'does not understand the question'],
    [407, 'Proxy Authentication Required', 'asks for a name and a password'],
    [404, 'Not Found', 'does not exist, or the token may not see it'],
    [409, 'Git Repository is empty.', 'is empty'],
    [422, 'Validation Failed', 'cannot read'],
    [451, 'Repository access blocked', 'legal reasons'],
    [500, 'Server Error', 'HTTP 500'],
    [503, 'Service unavailable', 'HTTP 503'],
  ];
  test.each(spoken)('HTTP %i, %s', async (status, message, expected) => {
    const fake = await serve(acme);
    fake.refuse = ({ path }) =>
      path.includes('/trees/') ? { status, body: { message } } : undefined;
    const report = reportOf(await audit(fake, ['--org', 'acme', '--json']));
    const said = report.stopped ?? report.repositories.find(({ failure }) => failure)?.failure;
    expect(said?.message).toContain(expected);
    expect(said?.help?.length).toBeGreaterThan(10);
  });
});

describe('an answer that is not what was asked for', () => {
  const bare = { data: { r0: {} } };
  const refs = (more: object) => ({
    data: {
      r0: {
        nameWithOwner: 'acme/web',
        isFork: false,
        isArchived: false,
        defaultBranchRef: { name: 'main', target: { oid: 'x' } },
        refs: { nodes: [], pageInfo: { hasNextPage: true, endCursor: 'c' } },
        ...more,
      },
    },
  });
  const rows: readonly (readonly [string, (body: string) => boolean, unknown, string])[] = [
    ['/orgs/', () => true, { name: 'x' }, 'it is not a list'],
    ['/orgs/', () => true, [{ full_name: 'acme/web' }], '`[0].fork` is missing'],
    ['/graphql', () => true, bare, '`nameWithOwner` is missing'],
    ['/graphql', () => true, refs({ defaultBranchRef: {} }), '`defaultBranchRef.name` is missing'],
    ['/graphql', (body) => body.includes('after'), bare, '`refs` is missing'],
    ['/graphql', (body) => body.includes('after'), { data: { r0: null } }, 'does not exist'],
    ['/trees/', () => true, { message: 'x' }, '`tree` is missing'],
    ['/trees/', () => true, { tree: [{ path: 'a', type: 'blob' }] }, '`tree[0].mode` is missing'],
    [
      '/graphql',
      (body) => body.includes('oid:'),
      { data: { r0: { b0: 'x' } } },
      '`b0` is not an object',
    ],
  ];
  test.each(rows)('%s: %#', async (place, isAsked, body, said) => {
    const fake = await serve(acme.slice(0, 1));
    fake.refuse = (asked) => {
      if (!asked.path.includes(place)) return undefined;
      if (isAsked(asked.body)) return { status: 200, body };
      // So that there is a second page of branches.
      return asked.body.includes('defaultBranchRef') && said !== '`b0` is not an object'
        ? { status: 200, body: refs({}) }
        : undefined;
    };
    const report = reportOf(await audit(fake, ['--org', 'acme', '--json', '--branches']));
    const failure = report.stopped ?? report.repositories.find((one) => one.failure)?.failure;
    expect(failure?.message).toContain(said);
    expect(failure?.help?.length).toBeGreaterThan(10);
  });
});

describe('a later audit', () => {
  test('reads only what has another commit; the list is only asked whether it changed', async () => {
    const folder = folderWith({});
    const args = ['--org', 'acme', '--json', '--journal', 'journal'];
    const fake = await serve(acme);
    const first = await audit(fake, args, { folder });
    const changed = acme.map((one) =>
      one.name === 'acme/web' ? { ...one, branches: { main: { 'shippable.yml': hub } } } : one,
    );
    const later = await serve(changed);
    // The same GitHub under another address: only its name matters.
    fs.writeFileSync(
      path.join(folder, 'journal'),
      fs
        .readFileSync(path.join(folder, 'journal'), 'utf8')
        .replaceAll(new URL(fake.api).host, new URL(later.api).host),
    );
    const second = await audit(later, args, { folder });
    expect(later.answered.filter((line) => line.includes('/trees/'))).toHaveLength(1);
    expect(later.answered.filter((line) => line.endsWith(' 304'))).toHaveLength(1);
    expect(reportOf(second).totals.secrets).toBe(reportOf(first).totals.secrets + 2);
  });
});

describe('parts on several machines', () => {
  test('their journals joined are the audit of all, without reading a repository again', async () => {
    const fake = await serve(organization(120));
    const whole = await audit(fake, ['--org', 'acme', '--json']);
    const listed = await audit(fake, ['--org', 'acme', '--list']);
    expect(listed.stdout.trim().split('\n')).toEqual(names(whole));
    const folder = folderWith({});
    let joined = '';
    for (const part of [1, 2, 3, 4, 5]) {
      const args = ['--org', 'acme', '--shard', `${part}/5`, '--journal', `${part}`, '--json'];
      expect(names(await audit(fake, args, { folder }))).toHaveLength(24);
      const lines = fs.readFileSync(path.join(folder, `${part}`), 'utf8').split('\n');
      const kept = lines.filter((line) => line.startsWith('{"key":'));
      joined += `${part === 1 ? `${lines[0]}\n` : ''}${kept.join('\n')}\n`;
    }
    fs.writeFileSync(path.join(folder, 'joined'), joined);
    fake.answered.length = 0;
    fake.blobs.length = 0;
    const all = await audit(fake, ['--org', 'acme', '--journal', 'joined', '--json'], { folder });
    expect(all.stdout).toBe(whole.stdout);
    expect(fake.answered.filter((line) => line.includes('/trees/'))).toEqual([]);
    expect(fake.blobs).toEqual([]);
  });

  test('a token that may read no repository says so before the work is handed out', async () => {
    const fake = await serve(organization(10));
    fake.refuse = ({ path: at }) =>
      at.includes('/trees/')
        ? { status: 403, body: { message: 'Resource not accessible by integration' } }
        : undefined;
    const ran = await audit(fake, ['--org', 'acme', '--list']);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('Contents: read');
  });

  test.each(['0/5', '6/5', 'x', '1'])('no part: %s', async (shard) => {
    const fake = await serve(acme);
    expect((await audit(fake, ['--org', 'acme', '--shard', shard])).code).toBe(2);
  });
});

/** An organization of this size: some with a configuration, most without. */
function organization(size: number): readonly FakeRepository[] {
  return Array.from({ length: size }, (_, index): FakeRepository => {
    const own = `echo ${index}`;
    const files: Record<string, string> =
      index % 10 === 0
        ? { 'shippable.yml': `${hub}# ${own}\n`, 'readme.md': own }
        : index % 10 === 1
          ? { ...codeship, 'bin/test': `#!/bin/sh\n${own} $CI_BRANCH\n` }
          : { 'src/index.js': own, 'package.json': '{}' };
    return { name: `acme/repo-${String(index).padStart(4, '0')}`, branches: { main: files } };
  });
}

test('2,000 repositories, with limits, failing servers, cut connections and three kills: the same report, and nothing asked twice', async () => {
  const repositories = organization(2000);
  const calm = await serve(repositories);
  const folder = folderWith({});
  const expected = await audit(calm, ['--org', 'acme', '--json']);
  expect(expected.code).toBe(0);
  expect(reportOf(expected).totals).toMatchObject({ repositories: 2000, converted: 400 });

  const rough = await serve(repositories);
  const clock = virtualClock();
  let left = 700;
  let reset = clock.now() + 3_600_000;
  rough.refuse = (_asked, count): Refusal | undefined => {
    if (clock.now() >= reset) {
      left = 700;
      reset = clock.now() + 3_600_000;
    }
    if (--left < 0) {
      return {
        status: 403,
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Math.ceil(reset / 1000)),
        },
        body: { message: 'API rate limit exceeded' },
      };
    }
    if (count % 97 === 0) return { status: 502, body: 'bad gateway' };
    if (count % 131 === 0) return { cut: 'early' };
    if (count % 173 === 0) return { cut: 'late' };
    if (count % 311 === 0) {
      return {
        status: 429,
        headers: { 'retry-after': '30' },
        body: { message: 'You have exceeded a secondary rate limit.' },
      };
    }
    return undefined;
  };
  const args = ['--org', 'acme', '--json', '--journal', 'journal'];
  for (const limit of [300, 500, 700]) {
    await expect(audit(rough, args, { folder, limit, clock })).rejects.toThrow('killed');
    // The last line may be torn.
    const file = path.join(folder, 'journal');
    fs.appendFileSync(file, '{"group":"list","request":"torn","ans');
  }
  const last = await audit(rough, args, { folder, clock });
  const place = (text: string, fake: FakeGitHub): string =>
    text.replaceAll(new URL(fake.api).host, 'HOST');
  expect(last.code).toBe(0);
  expect(place(last.stdout, rough)).toBe(place(expected.stdout, calm));

  const twice = (lines: readonly string[]): number => lines.length - new Set(lines).size;
  // Each kill loses what was in flight: sixteen at most.
  const gets = rough.answered.filter((line) => line.startsWith('GET'));
  expect(twice(gets)).toBeLessThanOrEqual(3 * 16);
  expect(twice(rough.blobs)).toBeLessThanOrEqual(3 * 60);
  console.log(
    `requests: ${calm.answered.length} without trouble, ${rough.answered.length} answered and ${rough.refused.length} refused with trouble; asked twice: ${twice(gets)} of GET, ${twice(rough.blobs)} files`,
  );
}, 300_000);
