// Where the steps of a hook go, what stays around them, and what is said of it.

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { convert } from '../../src/convert/convert.ts';
import type { Answer, Construct, ConstructHook } from '../../src/convert/hooks.d.ts';
import { defaultSettings } from '../../src/legacy/translation.ts';
import { ownPin } from '../golden-case.ts';
import type { Texts } from '../legacy/codeship/project.ts';

type Step = Readonly<Record<string, unknown>> & { readonly parallel?: readonly Step[] };
type Job = { readonly permissions: object; readonly steps: readonly Step[] };

async function hooked(texts: Texts, ...constructs: readonly ConstructHook[]) {
  const conversion = await convert({
    repository: { paths: Object.keys(texts).sort(), read: (path) => texts[path] },
    settings: defaultSettings,
    own: ownPin,
    hooks: { name: 'hooks.mjs', module: { constructs } },
  });
  const jobs: Record<string, Job> = {};
  for (const { path, content } of conversion.files)
    if (path.startsWith('.github/workflows/')) Object.assign(jobs, parse(content).jobs);
  const said = (code: string) =>
    conversion.diagnostics.filter((one) => one.code === code).map(({ message }) => message);
  return { ...conversion, jobs, said };
}

const always =
  (answer: Answer) =>
  (key: string): ConstructHook => ({ key, translate: () => answer });
const mine = always({ steps: [{ name: 'Mine', run: './mine' }] });
const nothing = always({ steps: [] });

/** What the job runs behind the checkout, a step a text. */
const scripts = (job: Job | undefined): unknown[] =>
  (job?.steps ?? []).slice(1).map(({ run, uses }) => run ?? uses);

/** What hooks for these keys are asked about, in order. */
async function asked(texts: Texts, ...hooks: readonly Omit<ConstructHook, 'translate'>[]) {
  const seen: Construct[] = [];
  const translate = (construct: Construct) => {
    seen.push(construct);
    return undefined;
  };
  const { jobs } = await hooked(texts, ...hooks.map((hook) => ({ ...hook, translate })));
  return { seen, jobs };
}
const shippable = (build: string, more = ''): Texts => ({
  'shippable.yml': `language: none\n${more}build:\n${build}`,
});
const ciAndPost = shippable('  ci:\n    - make\n    - make test\n  post_ci:\n    - ./report\n');

const codeship = (steps: string): Texts => ({
  'codeship-services.yml': 'app:\n  image: redis:6\ndb:\n  image: busybox\n',
  'codeship-steps.yml': steps,
});
const run = (service: string, command: string): string =>
  `docker compose run --rm -T ${service} ${command}`;

const resource =
  'resources:\n  - name: repo\n    type: gitRepo\n    integration: gh\n    pointer:\n      sourceName: acme/web\n      branch: main\n';
const job = (name: string, of: string, ...tasks: readonly string[]): string =>
  `  - name: ${name}\n    type: runSh\n    steps:\n      - IN: ${of}\n${tasks.map((task) => `      - TASK:\n          - script: ${task}\n`).join('')}`;
const jenkins =
  '  - name: old\n    type: jenkinsJob\n    integration: jenkins\n    steps:\n      - IN: repo\n';

describe('which construct a key means', () => {
  const paths = async (texts: Texts, key: string): Promise<string[]> =>
    (await asked(texts, { key })).seen.map(({ file, path }) => `${file} ${path}`);

  test('a section, and neither what is in it nor another of a longer name', async () => {
    const texts = shippable('  ci:\n    - make\n  ci_more:\n    - make\n');
    expect(await paths(texts, 'build.ci')).toEqual(['shippable.yml build.ci']);
  });

  test('any item of a list, any key of a mapping', async () => {
    expect(await paths(ciAndPost, 'build.ci[]')).toEqual([
      'shippable.yml build.ci[0]',
      'shippable.yml build.ci[1]',
    ]);
    expect(await paths(ciAndPost, 'build.*')).toEqual([
      'shippable.yml build.ci',
      'shippable.yml build.post_ci',
    ]);
  });

  test('the steps of CodeShip at the top, not those of a group', async () => {
    const texts = codeship(
      '- type: serial\n  steps:\n    - {service: app, command: one}\n- {service: app, command: two}\n',
    );
    expect(await paths(texts, '[]')).toEqual(['codeship-steps.yml [0]', 'codeship-steps.yml [1]']);
    expect(await paths(texts, '[].steps[]')).toEqual(['codeship-steps.yml [0].steps[0]']);
  });

  test('a list of more than ten items, and keys that look like patterns', async () => {
    const list = Array.from({ length: 11 }, () => '- {service: app, command: one}\n').join('');
    expect((await paths(codeship(list), '[]')).at(-1)).toBe('codeship-steps.yml [10]');
    const services = {
      'codeship-services.yml': 'a+b: {image: redis}\naab: {image: redis}\na/b~c: {image: redis}\n',
      'codeship-steps.yml': '- {service: aab, command: one}\n',
    };
    expect(await paths(services, 'a+b')).toEqual(['codeship-services.yml a+b']);
    expect(await paths(services, 'a/b~c')).toEqual(['codeship-services.yml a/b~c']);
    expect(await paths(services, '*.image')).toHaveLength(3);
  });

  test('only in the file of that name, wherever it is', async () => {
    const texts = {
      ...codeship('- {service: app, command: one}\n'),
      'sub/codeship-services.yml': 'app: {image: redis}\n',
      'sub/codeship-steps.yml': '- {service: app, command: two}\n',
    };
    const { seen } = await asked(texts, { key: '[]', file: 'codeship-steps.yml' });
    expect(seen.map(({ file }) => file)).toEqual(['codeship-steps.yml', 'sub/codeship-steps.yml']);
    expect((await asked(texts, { key: '[]', file: 'steps.yml' })).seen).toEqual([]);
  });
});

describe('what a hook is given', () => {
  test('texts as they are written, lists, mappings and empty values', async () => {
    const texts = shippable(
      '  ci:\n    - make\n',
      'x-own:\n  a: 1.10\n  b:\n  c: [yes, {d: ""}]\n',
    );
    const [construct] = (await asked(texts, { key: 'x-own' })).seen;
    expect(construct?.value).toEqual({ a: '1.10', b: null, c: ['yes', { d: '' }] });
  });

  test('variables, which many steps share, are no steps, and stand in no job', async () => {
    const texts = shippable('  ci:\n    - make\n', 'env:\n  global:\n    - A=1\n');
    const [construct] = (await asked(texts, { key: 'env' })).seen;
    expect(construct).toMatchObject({ steps: [], jobs: ['ci'] });
    expect(construct).not.toHaveProperty('job');
  });

  test('of a script that sections share its own lines, with the ends of lines of a script', async () => {
    const { seen } = await asked(ciAndPost, { key: 'build.*' });
    expect(seen.map(({ steps }) => steps.map((step) => step.run))).toEqual([
      ['make\nmake test\n'],
      ['./report'],
    ]);
  });

  test('an id only where another step reads it; actions with their release', async () => {
    const texts = shippable('  ci:\n    - make\n  on_failure:\n    - ./logs\n  cache: true\n');
    const { seen } = await asked(texts, { key: 'build.*' });
    const [ci, failure, cache] = seen;
    expect(ci?.steps).toEqual([{ name: 'ci', id: 'ci', run: 'make' }]);
    expect(failure?.steps).toMatchObject([{ if: "failure() && steps.ci.outcome == 'failure'" }]);
    expect(cache?.steps[0]?.uses).toMatch(/^actions\/cache\/restore@[0-9a-f]{40} # v\d/);
    expect(typeof cache?.steps[0]?.with?.['path']).toBe('string');
    const alone = await asked(shippable('  ci:\n    - make\n'), { key: 'build.ci' });
    expect(alone.seen[0]?.steps).toEqual([{ name: 'ci', run: 'make' }]);
  });

  test('of a parallel group the group, and of a step of it that step', async () => {
    const group = codeship(
      '- type: parallel\n  steps:\n    - {service: app, command: one}\n    - {service: db, command: two}\n',
    );
    const { seen } = await asked(group, { key: '[].steps[]' });
    expect(seen.map(({ steps }) => steps.map((step) => step.run))).toEqual([
      [run('app', 'one')],
      [run('db', 'two')],
    ]);
    expect(seen.map((one) => one.job)).toEqual(['build', 'build']);
  });
});

test.each<readonly [string, Texts, string]>([
  [
    'sections of Shippable',
    shippable(
      '  ci:\n    - make\n  on_success:\n    - ./a\n    - ./b\n  on_failure:\n    - ./logs\n',
    ),
    'build.*',
  ],
  [
    'a notification, which may fail',
    shippable(
      '  ci:\n    - make\n',
      'integrations:\n  notifications:\n    - integrationName: slack\n      type: slack\n      recipients: "#ops"\n',
    ),
    'integrations.notifications[]',
  ],
  [
    'jobs of Assembly Lines',
    {
      'shippable.yml': `${resource}jobs:\n${job('one', 'repo', 'make')}${job('two', 'one', 'make')}`,
    },
    'jobs[]',
  ],
  ['steps of CodeShip', codeship('- {name: a, service: app, command: one}\n'), '[]'],
])('what a hook gives back as it was given stays as it was: %s', async (_what, texts, key) => {
  let count = 0;
  const { jobs } = await hooked(texts, {
    key,
    translate: ({ steps }) => {
      count += steps.length;
      return steps.length === 0 ? undefined : { steps };
    },
  });
  expect(count).toBeGreaterThan(0);
  expect(jobs).toEqual((await hooked(texts)).jobs);
});

test('flags and numbers of a step are given as such', async () => {
  const texts = shippable(
    '  ci:\n    - make\n',
    'integrations:\n  notifications:\n    - integrationName: slack\n      type: slack\n      recipients: "#ops"\n',
  );
  const { seen } = await asked(texts, { key: 'integrations.notifications[]' });
  expect(seen[0]?.steps.map((step) => step['continue-on-error'])).toContain(true);
});

describe('which hook has the word', () => {
  test('the first with an answer', async () => {
    const none = { key: 'build.ci', translate: () => undefined };
    const { jobs, said } = await hooked(
      ciAndPost,
      none,
      mine('build.ci'),
      always({ steps: [{ run: 'too late' }] })('build.*'),
    );
    expect(scripts(jobs['ci'])).toEqual(['./mine', 'too late']);
    expect(said('by-hook')).toEqual([
      'the hook for `build.ci` gives 1 step for `build.ci`',
      'the hook for `build.*` gives 1 step for `build.post_ci`',
    ]);
  });

  test('of the outer construct, before those inside', async () => {
    const { jobs, said } = await hooked(ciAndPost, mine('build'), nothing('build.ci'));
    expect(scripts(jobs['ci'])).toEqual(['./mine']);
    expect(said('by-hook')).toEqual(['the hook for `build` gives 1 step for `build`']);
    expect(said('left-out-by-hook')).toEqual([]);
  });

  test('how many steps it gives is said', async () => {
    const two = always({ steps: [{ run: 'a' }, { run: 'b' }] });
    const { said } = await hooked(ciAndPost, two('build.ci'), nothing('build.post_ci'));
    expect(said('by-hook')).toEqual(['the hook for `build.ci` gives 2 steps for `build.ci`']);
    expect(said('left-out-by-hook')).toEqual([
      'the hook for `build.post_ci` gives 0 steps for `build.post_ci`',
    ]);
  });
});

describe('where its steps go', () => {
  test('in place of the old ones, whatever job the answer names', async () => {
    const { jobs, said } = await hooked(
      ciAndPost,
      always({ steps: [{ run: './mine' }], job: 'elsewhere', at: 'start' })('build.post_ci'),
    );
    expect(said('hook-failed')).toEqual([]);
    expect(scripts(jobs['ci'])).toEqual(['make\nmake test\n', './mine']);
  });

  test('to the end of the only job, where the construct made none', async () => {
    const texts = shippable('  ci:\n    - make\n', 'env:\n  global:\n    - A=1\n');
    const { jobs } = await hooked(texts, mine('env'));
    expect(scripts(jobs['ci'])).toEqual(['make', './mine']);
    const { jobs: started } = await hooked(
      texts,
      always({ steps: [{ run: 'first' }], at: 'start' })('env'),
    );
    expect(started['ci']?.steps[0]?.['run']).toBe('first');
    expect(scripts(started['ci']).at(-1)).toBe('make');
  });

  test('no steps need no job', async () => {
    const text = `${resource}jobs:\n${jenkins}${job('one', 'repo', 'make')}${job('two', 'one', 'make')}`;
    const { said, jobs } = await hooked(
      { 'shippable.yml': text },
      {
        key: 'jobs[]',
        translate: ({ value }) =>
          JSON.stringify(value).includes('jenkinsJob') ? { steps: [] } : undefined,
      },
    );
    expect(said('hook-failed')).toEqual([]);
    expect(said('left-out-by-hook')).toHaveLength(1);
    expect(Object.keys(jobs)).toEqual(['one', 'two', 'record']);
  });

  test('to no job where there is none, which is an error', async () => {
    const { diagnostics } = await hooked(
      { 'codeship-steps.yml': '[]\n', 'codeship-services.yml': 'app: {image: redis}\n' },
      mine('app'),
    );
    const failed = diagnostics.find(({ code }) => code === 'hook-failed');
    expect(failed?.message).toBe('the hook for `app` does not say which job its steps go to');
    expect(failed?.help).toBe('give `job`: there is none here');
  });

  test('of a job of Assembly Lines to that job: its versions are still read and kept', async () => {
    const text = `${resource}jobs:\n${job('one', 'repo', 'make', 'make more')}${job('two', 'one', 'make')}`;
    const { jobs } = await hooked(
      { 'shippable.yml': text },
      {
        key: 'jobs[]',
        translate: ({ job: of }) => (of === 'one' ? { steps: [{ run: './mine' }] } : undefined),
      },
    );
    const shown = (id: string) =>
      jobs[id]?.steps.map(({ run: script, uses }) => script ?? String(uses).replace(/@.*/, ''));
    const own = 'transship/transship/actions';
    expect(shown('one')?.filter((text) => !String(text).includes('checkout'))).toEqual([
      `${own}/line-start`,
      './mine',
      `${own}/line-end`,
    ]);
    expect(shown('two')).toEqual([
      `${own}/line-start`,
      '. shippable-task\nmake\n',
      `${own}/line-end`,
    ]);
  });
});

describe('steps in a parallel group', () => {
  const group = codeship(
    '- name: group\n  type: parallel\n  steps:\n    - {name: a, service: app, command: one}\n    - {name: b, service: db, command: two}\n- {name: c, service: app, command: three}\n',
  );
  const parallelOf = (of: Job | undefined) =>
    of?.steps.flatMap(({ parallel }) => (parallel === undefined ? [] : [parallel]));

  test('the steps for one of them run beside the others', async () => {
    const { jobs, said } = await hooked(group, {
      key: '[].steps[]',
      translate: ({ path }) =>
        path === '[0].steps[1]' ? { steps: [{ run: 'x' }, { run: './y' }] } : undefined,
    });
    expect(parallelOf(jobs['build'])?.map((steps) => steps.map((step) => step['run']))).toEqual([
      [run('app', 'one'), 'x', './y'],
    ]);
    expect(jobs['build']?.steps.at(-1)?.['run']).toBe(run('app', 'three'));
    expect(said('by-hook')).toEqual(['the hook for `[].steps[]` gives 2 steps for `[0].steps[1]`']);
  });

  test('the steps for the whole group stand once, and nothing of the group is left', async () => {
    const { jobs, files } = await hooked(group, {
      key: '[]',
      translate: ({ path }) => (path === '[0]' ? { steps: [{ run: 'x' }] } : undefined),
    });
    const text = files.map(({ content }) => content).join('');
    expect(text).not.toMatch(/app one|db two/);
    const all = jobs['build']?.steps.flatMap((step) => step.parallel ?? [step]) ?? [];
    expect(all.filter((step) => step['run'] === 'x')).toHaveLength(1);
    expect(all.at(-1)?.['run']).toBe(run('app', 'three'));
  });
});

describe('a step that several constructs share', () => {
  test('lines in the middle of a script leave it before and after them', async () => {
    const texts = shippable(
      '  ci:\n    - make\n    - make test\n    - make lint\n  on_failure:\n    - ./logs\n',
    );
    const { jobs, said } = await hooked(texts, {
      key: 'build.ci[]',
      translate: ({ value }) =>
        value === 'make test' ? { steps: [{ run: './mine' }] } : undefined,
    });
    const steps = jobs['ci']?.steps.slice(1) ?? [];
    expect(steps.map((step) => step['run'])).toEqual([
      'make',
      './mine',
      'make lint',
      'set +e\n./logs\nexit 0\n',
    ]);
    // An id stands once in a job.
    expect(steps.map((step) => step['id'])).toEqual(['ci', undefined, undefined, undefined]);
    expect(said('hook-shares-step')).toEqual([
      'the step `ci` now runs in several steps, each with a shell of its own',
    ]);
  });

  test('the first lines leave the id to what goes on behind them', async () => {
    const texts = shippable('  ci:\n    - make\n    - make test\n  on_failure:\n    - ./logs\n');
    const { jobs } = await hooked(texts, {
      key: 'build.ci[]',
      translate: ({ value }) => (value === 'make' ? { steps: [{ run: './mine' }] } : undefined),
    });
    const steps = jobs['ci']?.steps.slice(1, 3) ?? [];
    expect(steps.map((step) => [step['run'], step['id']])).toEqual([
      ['./mine', undefined],
      ['make test', 'ci'],
    ]);
  });

  test('lines with others between them cannot be taken out: it is as it was, and that is said', async () => {
    const texts = shippable('  ci:\n    - &x make\n    - make test\n    - *x\n');
    const { jobs, said } = await hooked(texts, {
      key: 'build.ci[]',
      translate: ({ value }) => (value === 'make' ? { steps: [{ run: './mine' }] } : undefined),
    });
    expect(scripts(jobs['ci'])).toEqual(['make\nmake test\nmake\n', './mine']);
    expect(said('hook-shares-step')).toContain(
      'the step `ci` comes from other constructs too, so it is as it was',
    );
  });

  test('a place that names the construct by an alias is named, and the construct’s own is not', async () => {
    const texts = shippable('  ci:\n    - make\n  post_ci: &x\n    - ./report\n  on_success: *x\n');
    const { said } = await hooked(texts, mine('build.post_ci'));
    expect(said('hook-shares-step').filter((text) => text.includes('by an alias'))).toEqual([
      '`build.on_success` names values of the construct by an alias, and has lost its steps too',
    ]);
  });

  test('so is one beside the sections', async () => {
    const texts = shippable('  ci: &x\n    - make\n', '');
    const { said } = await hooked(
      { 'shippable.yml': `${texts['shippable.yml']}after: *x\n` },
      mine('build.ci'),
    );
    expect(said('hook-shares-step')).toContain(
      '`after` names values of the construct by an alias, and has lost its steps too',
    );
  });

  test('nothing is said where nothing is shared', async () => {
    const { said } = await hooked(shippable('  ci:\n    - make\n'), mine('build.ci'));
    expect(said('hook-shares-step')).toEqual([]);
  });
});

describe('the id that other steps read', () => {
  const texts = shippable('  ci:\n    - make\n  on_failure:\n    - ./logs\n');
  const idsOf = async (...steps: Answer['steps']) => {
    const { jobs } = await hooked(texts, always({ steps })('build.ci'));
    return jobs['ci']?.steps.slice(1, 1 + steps.length).map(({ id }) => id);
  };

  test('goes to the last step, so that it still tells whether the construct failed', async () => {
    expect(await idsOf({ run: 'a' }, { run: 'b' })).toEqual([undefined, 'ci']);
  });

  test('is left to the step of the hook that has it', async () => {
    expect(await idsOf({ id: 'ci', run: 'a' }, { run: 'b' })).toEqual(['ci', undefined]);
  });

  test('does not replace an id of the hook’s own', async () => {
    expect(await idsOf({ run: 'a' }, { id: 'own', run: 'b' })).toEqual([undefined, 'own']);
  });

  test('is not given to anybody where no step reads it', async () => {
    const { jobs } = await hooked(shippable('  ci:\n    - make\n'), mine('build.ci'));
    expect(jobs['ci']?.steps.at(-1)).not.toHaveProperty('id');
  });
});

describe('what the steps need', () => {
  test('permissions are the job’s, once each, with the reason behind them', async () => {
    const { jobs, files } = await hooked(
      ciAndPost,
      always({
        steps: [{ run: './mine' }],
        permissions: { contents: ['write', 'Pushes a tag'], 'id-token': ['write', 'Logs in'] },
      })('build.post_ci'),
    );
    expect(jobs['ci']?.permissions).toEqual({ contents: 'write', 'id-token': 'write' });
    expect(files[0]?.content).toContain('contents: write # Pushes a tag\n');
    expect(files[0]?.content).toContain('id-token: write # Logs in\n');
  });

  test('the job keeps the permissions of its own beside them', async () => {
    const { jobs } = await hooked(
      ciAndPost,
      always({ steps: [{ run: './mine' }], permissions: { packages: ['read', 'Pulls'] } })(
        'build.post_ci',
      ),
    );
    expect(jobs['ci']?.permissions).toEqual({ contents: 'read', packages: 'read' });
  });

  test('other jobs get none of them', async () => {
    const text = `${resource}jobs:\n${job('one', 'repo', 'make')}${job('two', 'one', 'make')}`;
    const { jobs } = await hooked(
      { 'shippable.yml': text },
      {
        key: 'jobs[]',
        translate: ({ job: of }) =>
          of === 'two'
            ? { steps: [{ run: './mine' }], permissions: { packages: ['read', 'Pulls'] } }
            : undefined,
      },
    );
    expect(jobs['one']?.permissions).toEqual({ contents: 'read' });
    expect(jobs['two']?.permissions).toEqual({ contents: 'read', packages: 'read' });
  });

  test('secrets that they read are asked for, once each, and GitHub’s own token is not', async () => {
    const { secrets } = await hooked(
      ciAndPost,
      always({
        steps: [
          { run: 'a', env: { A: '${{ secrets.REPORT_KEY }}', T: '${{ secrets.GITHUB_TOKEN }}' } },
          { uses: 'acme/x@v1', with: { key: '${{ secrets.REPORT_KEY }} ${{ secrets.OTHER }}' } },
        ],
      })('build.post_ci'),
    );
    expect(secrets.map(({ name, why }) => [name, why])).toEqual([
      ['REPORT_KEY', 'the hook for `build.post_ci` reads it'],
      ['OTHER', 'the hook for `build.post_ci` reads it'],
    ]);
  });

  test('a secret that only the construct read is needed no more, but for what the steps read', async () => {
    const hub =
      'integrations:\n  hub:\n    - integrationName: hub\n      type: dockerRegistryLogin\n';
    const texts = shippable('  ci:\n    - make\n', hub);
    const before = await hooked(texts);
    const names = before.secrets.map(({ name }) => name);
    expect(names).toHaveLength(3);
    expect((await hooked(texts, nothing('integrations'))).secrets).toEqual([]);
    const read = always({ steps: [{ run: `echo \${{ secrets.${names[0]} }}` }] });
    const after = await hooked(texts, read('integrations'));
    expect(after.secrets.map(({ name }) => name)).toEqual([names[0]]);
  });
});

test('the other repositories’ actions are named with what is wrong with them', async () => {
  const { diagnostics } = await hooked(
    ciAndPost,
    always({ steps: [{ uses: 'acme/report@v1' }, { uses: `acme/pinned@${'a'.repeat(40)} # v2` }] })(
      'build.post_ci',
    ),
  );
  expect(diagnostics.filter(({ code }) => code === 'unpinned-action')).toMatchObject([
    {
      message: '`acme/report` is named by `v1`, which is not a commit',
      help: 'write the full commit, with the release behind it as a comment',
    },
  ]);
});
