import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileText, repository } from './line-run.ts';

const image = `- name: app
  type: image
  pointer:
    sourceName: o/a
  seed:
    versionName: latest
`;
const jobs = `- name: build
  out: [app, tf]
- name: deploy
  out: [conf]
`;

test('a version goes from job to job, to the branch, and to the next run', async () => {
  const repo = repository();
  const first = repo.run();
  const build = await first.job('build', {
    out: image,
    script: 'shipctl post_resource_state app versionName v1',
  });
  expect(build).toMatchObject({ start: 0, task: 0, end: 0, made: ['app'] });
  const deploy = await first.job('deploy', {
    in: image,
    script: 'echo $APP_VERSIONNAME $APP_VERSIONNUMBER $APP_SOURCENAME $JOB_TRIGGERED_BY_NAME',
  });
  expect(deploy.stdout).toBe('v1 2 o/a app\n');
  expect(await first.record(jobs)).toMatchObject({
    code: 0,
    outputs: { recorded: '["app","build","deploy"]' },
  });
  expect(JSON.parse(repo.recorded('versions/app.json') ?? '')).toMatchObject({
    name: 'app',
    versions: [{ versionName: 'v1', versionNumber: 2, by: { job: 'build', number: '1' } }],
  });

  const second = repo.run();
  const again = await second.job('deploy', {
    in: image,
    script: 'echo $APP_VERSIONNAME $APP_VERSIONNUMBER',
  });
  expect(again.stdout).toBe('v1 2\n');
  const same = await second.job('build', {
    out: image,
    script: 'echo versionName=v1 >$JOB_STATE/app.env',
  });
  expect(same.made).toEqual([]);
  expect(same.lines.join('\n')).toContain('app is v1 again');
  const fresh = await second.job('build', {
    out: image,
    script: 'echo versionName=v2 >/$JOB_STATE/app.env',
  });
  expect(fresh.made).toEqual(['app']);
  // A version of this run beats a recorded one.
  expect((await second.job('deploy', { in: image, script: 'echo $APP_VERSIONNAME' })).stdout).toBe(
    'v2\n',
  );
  await second.record(jobs);
  expect(
    JSON.parse(repo.recorded('versions/app.json') ?? '').versions.map(
      (version: { versionName: string }) => version.versionName,
    ),
  ).toEqual(['v2', 'v1']);
  // A pin beats both.
  const third = repo.run({ event: 'workflow_dispatch' });
  for (const [pin, seen] of [
    ['app=v1', 'v1 2'],
    ['app=#3', 'v2 3'],
    ['app=older', 'older 3'],
  ] as const)
    expect(
      (
        await third.job('deploy', {
          in: image,
          pin,
          script: 'echo $APP_VERSIONNAME $APP_VERSIONNUMBER',
        })
      ).stdout,
    ).toBe(`${seen}\n`);
  expect((await third.job('deploy', { in: image, pin: 'app=#9' })).lines.join('\n')).toContain(
    'has no version #9',
  );
  const pinned = `${image}  step:\n    versionNumber: 2\n`;
  expect((await third.job('deploy', { in: pinned, script: 'echo $APP_VERSIONNAME' })).stdout).toBe(
    'v1\n',
  );
});

test('a failed job hands on nothing but what `on_failure` says', async () => {
  const run = repository().run();
  const out = `${image}- name: log\n  type: params\n  step:\n    on_failure: true\n`;
  const script =
    'shipctl post_resource_state app versionName v1\nshipctl post_resource_state log K v\nfalse';
  expect(await run.job('build', { out, script })).toMatchObject({ task: 1, end: 0, made: ['log'] });
});

test('a job that failed before line-start is not blamed on line-end', async () => {
  const run = repository().run();
  const result = await run.job('build', { in: 'no list' });
  expect(result).toMatchObject({ start: 1, end: 0, made: [] });
});

test('a cancelled job saves nothing', async () => {
  const run = repository().run();
  const result = await run.job('build', {
    out: image,
    script: 'shipctl post_resource_state app versionName v1',
    cancelled: true,
  });
  expect(result).toMatchObject({ end: 0, made: [] });
  expect((await run.record(jobs)).outputs).toEqual({ recorded: '[]' });
});

const state = '- name: tf\n  type: state\n';

test('state files: sub-folders, modes, the whole set replaced, the old ones after a failure', async () => {
  const repo = repository();
  const first = repo.run();
  const write = `mkdir -p OUT/tf/state/keys; echo one >OUT/tf/state/terraform.tfstate; echo k >OUT/tf/state/keys/k; chmod 600 OUT/tf/state/keys/k
shipctl copy_file_to_state IN/../OUT/tf/state/terraform.tfstate`;
  expect(await first.job('build', { in: state, out: state, script: write })).toMatchObject({
    task: 0,
    end: 0,
    made: [],
  });
  // Within the run.
  const look =
    'cat IN/tf/state/terraform.tfstate; stat -c %a IN/tf/state/keys/k; cat IN/build/runSh/terraform.tfstate';
  const inputs = `${state}- name: build\n  type: runSh\n  job: true\n`;
  expect((await first.job('deploy', { in: inputs, script: look })).stdout).toBe('one\n600\none\n');
  await first.record(jobs);
  // Across runs.
  const second = repo.run();
  expect((await second.job('deploy', { in: inputs, script: look })).stdout).toBe('one\n600\none\n');
  const previous =
    'cat $JOB_PREVIOUS_STATE/terraform.tfstate; shipctl copy_file_from_prev_state terraform.tfstate .; cat terraform.tfstate';
  expect((await second.job('build', { script: previous })).stdout).toContain('one');
  // A failure changes nothing.
  await second.job('build', {
    in: state,
    out: state,
    script: 'echo broken >OUT/tf/state/terraform.tfstate; echo x >$JOB_STATE/x; false',
  });
  await second.record(jobs);
  const third = repo.run();
  expect((await third.job('deploy', { in: inputs, script: look })).stdout).toBe('one\n600\none\n');
  // The whole set is replaced.
  await third.job('build', { in: state, out: state, script: 'echo two >OUT/tf/state/only' });
  await third.record(jobs);
  const ls = (
    await repo
      .run()
      .job('deploy', { in: inputs, script: 'find IN/tf/state IN/build/runSh -type f | sort' })
  ).stdout;
  expect(ls).toBe('IN/build/runSh/build.env\nIN/build/runSh/tf.env\nIN/tf/state/only\n');
  expect(repo.git('ls-tree', '-r', '--name-only', 'assembly-lines', 'state/tf')).toBe(
    'state/tf/only\n',
  );
});

test('a pinned state has the files of that version, of a job too', async () => {
  const repo = repository();
  const record = '- name: build\n  out: [tf]\n';
  for (const word of ['one', 'two', 'three']) {
    const run = repo.run();
    await run.job('build', {
      in: state,
      out: state,
      script: `echo ${word} >OUT/tf/state/file; echo ${word} >OUT/tf/state/${word}; echo ${word} >$JOB_STATE/kept`,
    });
    expect((await run.record(record)).code).toBe(0);
  }
  const inputs = `${state}- name: build\n  type: runSh\n  job: true\n`;
  const look = 'cat IN/tf/state/* IN/build/runSh/kept';
  const first = JSON.parse(repo.recorded('versions/tf.json') ?? '').versions.at(-1);
  const run = repo.run({ event: 'workflow_dispatch' });
  const pinned = async (pin: string): Promise<string> =>
    (await run.job('look', { in: inputs, pin, script: look })).stdout;
  expect(await pinned('')).toBe('three\nthree\nthree\n');
  expect(await pinned(`tf=#${first.versionNumber}`)).toBe('one\none\nthree\n');
  expect(await pinned(`tf=${first.versionName}, build=#2`)).toBe('one\none\ntwo\n');
  for (const pin of ['tf=#77', 'tf=nothing', 'build=nothing']) {
    const refused = await run.job('look', { in: inputs, pin, script: look });
    expect(refused.start).toBe(1);
    expect(refused.lines.join('\n')).toContain('has no version');
  }
});

test('a deployment behind another takes the images of that one, not the newest', async () => {
  const repo = repository();
  const jobs = '- name: build\n  out: [app]\n- name: release\n- name: beta\n';
  const before = (name: string, type: string): string =>
    `- name: ${name}\n  type: ${type}\n  job: true\n`;
  const of = (name: string): string => `${image}  of: ${name}\n`;
  const show = 'echo $APP_VERSIONNAME';
  const raise =
    'shipctl post_resource_state "$JOB_NAME" versionName "$(shipctl bump_version "$(shipctl greatest_version "$JOB_PREVIOUS_VERSIONNAME" 1.0.0)" minor)"';
  const round = async (version: string, deploys: string): Promise<string> => {
    const run = repo.run();
    await run.job('build', {
      out: image,
      script: `shipctl post_resource_state app versionName ${version}`,
    });
    await run.job('release', { type: 'release', in: image, script: raise });
    const beta = await run.job('beta', {
      type: 'deploy',
      in: before('release', 'release') + of('release'),
      script: deploys,
    });
    await run.record(jobs);
    return beta.stdout;
  };
  expect(await round('v1', show)).toBe('v1\n');
  expect(await round('v2', `${show}; false`)).toBe('v2\n');
  const run = repo.run({ event: 'workflow_dispatch' });
  const production = (pin: string) =>
    run.job('production', {
      type: 'deploy',
      in: before('beta', 'deploy') + of('beta'),
      pin,
      script: 'echo $APP_VERSIONNAME of $BETA_VERSIONNAME',
    });
  // The second one never got to beta.
  expect((await production('')).stdout).toBe('v1 of 1.1.0\n');
  expect((await production('app=v9')).stdout).toBe('v9 of 1.1.0\n');
  await round('v3', show);
  expect((await production('')).stdout).toBe('v3 of 1.3.0\n');
  expect((await production('beta=1.1.0')).stdout).toBe('v1 of 1.1.0\n');
});

test('a set that is not touched is empty afterwards, and the log says so', async () => {
  const repo = repository();
  const first = repo.run();
  await first.job('build', { in: state, out: state, script: 'echo one >OUT/tf/state/a' });
  await first.record(jobs);
  const second = repo.run();
  const result = await second.job('build', { in: state, out: state, script: 'true' });
  expect(result.lines.join('\n')).toContain('tf ends without files');
});

test('with a key, state is encrypted on its way and on the branch', async () => {
  const repo = repository();
  const key = 'a key of more than sixteen characters';
  const first = repo.run({ isPublic: true, key });
  await first.job('build', {
    in: state,
    out: state,
    script: 'echo secret-value >OUT/tf/state/a; chmod 600 OUT/tf/state/a',
  });
  expect(fileText(first.artifacts, 'line-build.json')).not.toContain(
    Buffer.from('secret-value').toString('base64').slice(0, 12),
  );
  await first.record(jobs);
  expect(repo.recorded('state/tf/state.sealed')).toMatch(/^transship-state:v1:/);
  const look = 'cat IN/tf/state/a; stat -c %a IN/tf/state/a';
  expect(
    (await repo.run({ isPublic: true, key }).job('deploy', { in: state, script: look })).stdout,
  ).toBe('secret-value\n600\n');
  const wrong = await repo
    .run({ key: 'another key of enough characters' })
    .job('deploy', { in: state, script: look });
  expect(wrong.start).toBe(1);
  expect(wrong.lines.join('\n')).toContain('does not open with this key');
  expect((await repo.run().job('deploy', { in: state, script: look })).lines.join('\n')).toContain(
    'the input key is empty',
  );
});

test('a public repository without a key keeps no state file', async () => {
  const run = repository().run({ isPublic: true });
  const result = await run.job('build', {
    in: state,
    out: state,
    script: 'echo s >OUT/tf/state/a',
  });
  expect(result.end).toBe(1);
  expect(result.lines.join('\n')).toContain('everybody can read');
  // Versions alone are no files.
  expect(
    await run.job('other', { out: image, script: 'shipctl post_resource_state app versionName v' }),
  ).toMatchObject({ end: 0, made: ['app'] });
});

test('more than 1 MB of state is refused', async () => {
  const run = repository().run();
  const result = await run.job('build', {
    out: state,
    script: 'head -c 1000001 /dev/zero >OUT/tf/state/big',
  });
  expect(result.end).toBe(1);
  expect(result.lines.join('\n')).toContain('The state of tf has more than 1 MB');
});

test('a job counts up from its own last version', async () => {
  const repo = repository();
  const script =
    'shipctl post_resource_state "$JOB_NAME" versionName "$(shipctl bump_version "${JOB_PREVIOUS_VERSIONNAME:-1.0.0}" minor)"';
  for (const version of ['1.1.0', '1.2.0']) {
    const run = repo.run();
    await run.job('release', { script });
    await run.record('- name: release\n');
    expect(JSON.parse(repo.recorded('versions/release.json') ?? '').versions[0]).toMatchObject({
      versionName: version,
    });
  }
});

test('params: raw names, prefixed names, the file, objects, and what a job writes', async () => {
  const repo = repository();
  const params = `- name: conf-1
  type: params
  version:
    params:
      Region: us-east-1
      PORT: 80
      TAG: "1.10"
      list: {a: 1, b: x y}
      PATH: /evil
      GITHUB_ENV: x
      not-a-name: 1
`;
  const first = repo.run();
  const show =
    'echo $Region $CONF1_PARAMS_REGION $PORT $TAG "$list" $notaname; cat IN/conf-1/params; ls IN/conf-1; echo $CONF1_STATE | sed "s#.*/IN#IN#"';
  const shown = await first.job('deploy', { in: params, script: show });
  expect(shown.stdout.split('\n')).toEqual([
    'us-east-1 us-east-1 80 1.10 {"a":1,"b":"x\\ y"} 1',
    'Region=us-east-1',
    'PORT=80',
    'TAG=1.10',
    'list={"a":1,"b":"x\\ y"}',
    'PATH=/evil',
    'GITHUB_ENV=x',
    'not-a-name=1',
    'params',
    'version.json',
    'IN/conf-1/params',
    '',
  ]);
  expect(shown.lines.join('\n')).toContain('PATH, GITHUB_ENV');
  expect(shown.env).not.toHaveProperty('PATH');
  const made = await first.job('build', {
    out: params,
    script: 'shipctl put_resource_state_multi conf-1 VPC=vpc-1 Region=eu',
  });
  expect(made.made).toEqual(['conf-1']);
  expect(
    (await first.job('deploy', { in: params, script: 'echo $VPC $Region $PORT' })).stdout,
  ).toBe('vpc-1 eu 80\n');
  await first.record('- name: build\n  out: [conf-1]\n');
  expect((await repo.run().job('deploy', { in: params, script: 'echo $VPC $Region' })).stdout).toBe(
    'vpc-1 eu\n',
  );
  // Edited afterwards, the definition is the newer one.
  const edited = params.replace('us-east-1', 'us-west-2');
  expect(
    (await repo.run().job('deploy', { in: edited, script: 'echo "<$VPC>" $Region' })).stdout,
  ).toBe('<> us-west-2\n');
});

test('a variable of the repository takes the place of a key of params, until a job writes it', async () => {
  const repo = repository();
  const params = `- name: env-1
  type: params
  version:
    params:
      MODE: slow
      LEVEL: 3
`;
  const script = 'echo $MODE $LEVEL $ENV1_PARAMS_MODE';
  const inputs = (variables: object) => ({ variables: JSON.stringify(variables) });
  const seen = async (variables: object): Promise<string> =>
    (await repo.run().job('look', { in: params, script, inputs: inputs(variables) })).stdout;
  expect(await seen({})).toBe('slow 3 slow\n');
  expect(await seen({ ENV1_PARAMS_MODE: 'fast', OTHER: 'x', MODE: 'y' })).toBe('fast 3 fast\n');
  const run = repo.run();
  await run.job('write', {
    in: params,
    out: params,
    script: 'shipctl put_resource_state env-1 MODE written',
    inputs: inputs({ ENV1_PARAMS_MODE: 'fast' }),
  });
  await run.record('- name: write\n  out: [env-1]\n');
  expect(await seen({ ENV1_PARAMS_MODE: 'fast' })).toBe('written 3 written\n');
  // What a person sets later is newer.
  expect(await seen({ ENV1_PARAMS_MODE: 'faster' })).toBe('faster 3 faster\n');
});

test('placeholders are filled in with what stands before', async () => {
  const run = repository().run();
  const list = `- name: conf\n  type: params\n  version:\n    params: {ENV: prod, Q: 'a"b'}\n${image.replace('o/a', 'o/${ENV}-$NOPE-$Q')}`;
  const result = await run.job('deploy', {
    in: list,
    script:
      'echo $APP_POINTER_SOURCENAME; jq -r .propertyBag.yml.pointer.sourceName IN/app/version.json',
  });
  expect(result.stdout).toBe('o/prod--a"b\no/prod--a"b\n');
  expect(result.lines.join('\n')).toContain('uses $NOPE');
});

test('version.json is the whole dependency, and message.json the job', async () => {
  const run = repository().run();
  const list = `${image}  step:\n    switch: off\n    applyTo: [x]\n`;
  const { root, stdout } = await run.job('deploy', {
    in: list,
    out: state,
    script: 'echo $RESOURCE_ID $APP_ID $APP_VERSIONID',
  });
  const version = JSON.parse(fileText(root, 'IN/app/version.json'));
  expect(version).toMatchObject({
    name: 'app',
    operation: 'IN',
    type: 'image',
    isJob: false,
    propertyBag: { yml: { name: 'app', type: 'image', pointer: { sourceName: 'o/a' } } },
    version: { versionName: 'latest', versionNumber: 1, propertyBag: { sourceName: 'o/a' } },
    versionDependencyPropertyBag: { applyTo: ['x'] },
    step: { IN: 'app', switch: 'off' },
  });
  expect(stdout).toBe(
    `${JSON.parse(fileText(root, 'message.json')).resourceId} ${version.resourceId} ${version.version.versionId}\n`,
  );
  expect(JSON.parse(fileText(root, 'message.json'))).toMatchObject({
    name: 'deploy',
    type: 'runSh',
    path: root,
    buildNumber: 1,
    dependencies: [
      { operation: 'IN', name: 'app', path: `${root}/IN/app` },
      { operation: 'OUT', name: 'tf' },
    ],
  });
});

test('the variables of the job, of section 8.4', async () => {
  const run = repository().run();
  const { env, root } = await run.job('my-job 1', {
    in: image,
    inputs: { 'build-number-offset': '700' },
  });
  expect(Object.keys(env).filter((name) => env[name] === undefined)).toEqual([]);
  expect(env).toMatchObject({
    JOB_NAME: 'my-job 1',
    JOB_TYPE: 'runSh',
    JOB_PATH: root,
    JOB_STATE: `${root}/state`,
    JOB_PREVIOUS_STATE: `${root}/previousState`,
    JOB_MESSAGE: `${root}/message.json`,
    MYJOB1_NAME: 'my-job 1',
    MYJOB1_STATE: `${root}/state`,
    MYJOB1_PREVIOUS_STATE: `${root}/previousState`,
    BUILD_NUMBER: '701',
    BUILD_ID: '1001',
    BUILD_JOB_NUMBER: '1',
    BUILD_URL: expect.stringMatching(/\/acme\/shop\/actions\/runs\/1001$/),
    SUBSCRIPTION_ID: '42',
    SHARED_DIR: `${root}/shared`,
    BUILD_DIR: root,
    JOB_TRIGGERED_BY_USER: 'mona',
    JOB_TRIGGERED_BY_NAME: '',
    JOB_TRIGGERED_BY_ID: '',
    JOB_INTEGRATIONS: expect.stringMatching(/\/line\/secrets\/JOB$/),
    RESOURCE_ID: expect.stringMatching(/^\d+$/),
    BUILD_JOB_ID: expect.stringMatching(/^\d+$/),
    BUILD_SECRETS_DIR: expect.stringMatching(/\/line\/secrets\/BUILD$/),
    SUBSCRIPTION_PRIVATE_KEY: expect.stringMatching(/\/line\/secrets\/BUILD\/00_sub$/),
    SHIPPABLE_INTEGRATION_ENVS_PATH: expect.stringMatching(/\/integration_envs\.env$/),
    SHIPPABLE_AMI_VERSION: '',
    SHIPPABLE_WWW_URL: expect.stringMatching(/^file:/),
    SHIPPABLE_NODE_OPERATING_SYSTEM: 'Ubuntu_16.04',
    IS_RESTRICTED_NODE: 'false',
    TASK_NAME: '',
    TASK_IN_CONTAINER: 'true',
    SHIPPABLE_NODE_ARCHITECTURE: 'x86_64',
    APP_NAME: 'app',
    APP_OPERATION: 'IN',
    APP_PATH: `${root}/IN/app`,
    APP_META: `${root}/IN/app`,
    APP_STATE: `${root}/IN/app/image`,
    APP_POINTER_SOURCENAME: 'o/a',
    APP_SEED_VERSIONNAME: 'latest',
  });
  expect(env).not.toHaveProperty('MYJOB1_ID');
  for (const name of ['app', 'my-job 1'])
    expect(readFileSync(join(root, 'state', `${name}.env`), 'utf8')).toBe('');
});

test('the variables of a repository, of section 8.4', async () => {
  const run = repository().run();
  const src =
    '- name: src\n  type: gitRepo\n  own: true\n  pointer: {sourceName: acme/shop, branch: main}\n';
  const { env } = await run.job('build', { in: src });
  expect(env).toMatchObject({
    SRC_NAME: 'src',
    SRC_TYPE: 'gitRepo',
    SRC_ID: expect.stringMatching(/^\d+$/),
    SRC_VERSIONID: expect.stringMatching(/^\d+$/),
    SRC_VERSIONNUMBER: '1',
    SRC_VERSIONNAME: 'a'.repeat(40),
    SRC_SOURCENAME: 'acme/shop',
    SRC_COMMIT: 'a'.repeat(40),
    SRC_BRANCH: 'main',
    SRC_BASE_BRANCH: '',
    SRC_HEAD_BRANCH: '',
    SRC_COMMITTER: '',
    SRC_COMMIT_MESSAGE: '',
    SRC_PULL_REQUEST: 'false',
    SRC_PULL_REQUEST_REPO_FULL_NAME: '',
    SRC_IS_PULL_REQUEST: 'false',
    SRC_IS_PULL_REQUEST_CLOSE: 'false',
    SRC_IS_GIT_TAG: 'false',
    SRC_GIT_TAG_NAME: '',
    SRC_IS_RELEASE: 'false',
    SRC_RELEASE_NAME: '',
    SRC_RELEASED_AT: '',
    SRC_KEYPATH: expect.stringMatching(/\/src_key\.pem$/),
    SRC_SSH_URL: expect.stringMatching(/acme\/shop/),
    SRC_HTTPS_URL: expect.stringMatching(/acme\/shop/),
    SRC_IS_FORK: 'false',
    SRC_REPO_FULL_NAME: 'acme/shop',
  });
});

test('the files of runCI lie beside the clone', async () => {
  const run = repository().run();
  const { root } = await run.job('shop_runCI', { type: 'runCI', out: image });
  expect(root).toMatch(/_temp\/build$/);
  expect(existsSync(join(root, 'state/app.env'))).toBe(true);
});

test('a runSh job does not lay out its folders over a checkout', async () => {
  const repo = repository();
  const run = repo.run();
  const workspace = join(repo.top, 'run-1/job-1/shop/.git');
  const { mkdirSync } = await import('node:fs');
  mkdirSync(workspace, { recursive: true });
  const result = await run.job('deploy', { in: image });
  expect(result.start).toBe(1);
  expect(result.lines.join('\n')).toContain('Put line-start before actions/checkout');
});

const git = (more: string): string => `- name: src\n  type: gitRepo\n  pointer:\n${more}`;

test('commits: own branch, another branch, another repository', async () => {
  const run = repository().run({
    payload: {
      before: 'b'.repeat(40),
      head_commit: { message: 'say $(id)\n"x"', committer: { name: 'Mo' } },
    },
  });
  const own = await run.job('a', {
    in: git('    sourceName: acme/shop\n    branch: main\n'),
    script:
      'echo "$SRC_COMMIT $SRC_BRANCH $SRC_IS_PULL_REQUEST $SRC_COMMITTER"; echo "$SRC_COMMIT_MESSAGE"',
  });
  expect(own.commits).toEqual({ src: 'a'.repeat(40) });
  expect(own.stdout).toBe(`${'a'.repeat(40)} main false Mo\nsay $(id)\n"x"\n`);
  expect(
    (await run.job('b', { in: git('    sourceName: acme/shop\n    branch: dev\n') })).commits,
  ).toEqual({ src: 'dev' });
  expect(
    (await run.job('c', { in: git('    sourceName: other/shop\n    branch: main\n') })).commits,
  ).toEqual({ src: 'main' });
  expect(
    (
      await run.job('d', {
        in: git('    sourceName: other/shop\n    branch: main\n'),
        pin: `src=${'c'.repeat(40)}`,
      })
    ).commits,
  ).toEqual({ src: 'c'.repeat(40) });
  const renamed = `- name: src\n  type: gitRepo\n  own: true\n  pointer: {sourceName: former/shop, branch: main}\n`;
  expect((await run.job('e', { in: renamed })).commits).toEqual({ src: 'a'.repeat(40) });
});

test('a pull request, a tag and a release', async () => {
  const repo = repository();
  const list = git('    sourceName: acme/shop\n    branch: main\n');
  const pull = repo.run({
    event: 'pull_request',
    payload: {
      action: 'closed',
      pull_request: {
        number: 7,
        title: 'T',
        head: { sha: 'd'.repeat(40), ref: 'topic', repo: { full_name: 'fork/shop' } },
        base: { ref: 'main', sha: 'e'.repeat(40) },
      },
    },
  });
  const script =
    'echo $SRC_PULL_REQUEST $SRC_IS_PULL_REQUEST $SRC_IS_PULL_REQUEST_CLOSE $SRC_BASE_BRANCH $SRC_HEAD_BRANCH $SRC_PULL_REQUEST_REPO_FULL_NAME $SRC_COMMIT';
  expect((await pull.job('a', { in: list, script })).stdout).toBe(
    `7 true true main topic fork/shop ${'d'.repeat(40)}\n`,
  );
  expect(await pull.record('- name: a\n')).toMatchObject({ code: 0, outputs: { recorded: '[]' } });
  expect(repo.recorded('versions/a.json')).toBeUndefined();
  const tag = repo.run({ env: { GITHUB_REF_NAME: 'v1', GITHUB_REF_TYPE: 'tag' } });
  expect(
    (
      await tag.job('a', {
        in: list,
        script: 'echo $SRC_IS_GIT_TAG $SRC_GIT_TAG_NAME $SRC_IS_RELEASE',
      })
    ).stdout,
  ).toBe('true v1 false\n');
  const release = repo.run({
    event: 'release',
    env: { GITHUB_REF_NAME: 'v2', GITHUB_REF_TYPE: 'tag' },
    payload: { release: { tag_name: 'v2', name: 'Two', published_at: '2026-01-01T00:00:00Z' } },
  });
  expect(
    (
      await release.job('a', {
        in: list,
        script: 'echo $SRC_IS_RELEASE $SRC_GIT_TAG_NAME $SRC_RELEASE_NAME $SRC_IS_GIT_TAG',
      })
    ).stdout,
  ).toBe('true v2 Two false\n');
});

test('a dispatch brings a version, a webhook its payload', async () => {
  const run = repository().run({
    event: 'repository_dispatch',
    payload: { client_payload: { name: 'app', versionName: 'sent-3', propertyBag: { x: '1' } } },
  });
  expect(
    (
      await run.job('a', {
        in: image,
        script: 'echo $APP_VERSIONNAME; shipctl get_resource_version_key app x',
      })
    ).stdout,
  ).toBe('sent-3\n1\n');
  const hook = await run.job('b', {
    in: '- name: hook\n  type: webhook\n',
    script: 'shipctl get_resource_version_key hook payload.versionName',
  });
  expect(hook.stdout).toBe('sent-3\n');
});

test('replicate copies the version of an IN, overwrite begins anew', async () => {
  const run = repository().run();
  const list = `- name: from\n  type: params\n  version:\n    params: {A: 1}\n`;
  const out = `- name: to\n  type: params\n  version:\n    params: {B: 2}\n  step:\n    replicate: from\n`;
  await run.job('build', { in: list, out, script: 'shipctl put_resource_state to C 3' });
  expect((await run.job('deploy', { in: out, script: 'cat IN/to/params' })).stdout).toBe(
    'A=1\nC=3\n',
  );
  const over = `- name: fresh\n  type: params\n  version:\n    params: {B: 2}\n  step:\n    overwrite: true\n`;
  await run.job('build', { out: over, script: 'shipctl put_resource_state fresh C 3' });
  expect((await run.job('deploy', { in: over, script: 'cat IN/fresh/params' })).stdout).toBe(
    'C=3\n',
  );
  const copied = `- name: copy\n  type: image\n  seed: {versionName: old}\n`;
  await run.job('build', {
    in: image,
    out: copied,
    script: 'shipctl replicate app copy --metadata-only',
  });
  expect(
    (await run.job('deploy', { in: copied, script: 'echo $COPY_VERSIONNAME $COPY_SOURCENAME' }))
      .stdout,
  ).toBe('latest o/a\n');
});

test('a value with `=` is cut, a line without is nothing, a name that is not an OUT is said', async () => {
  const run = repository().run();
  const script =
    'printf "\\357\\273\\277url=a=b\\nnothing\\n" >$JOB_STATE/app.env; echo versionName=x >$JOB_STATE/apq.env';
  const result = await run.job('build', { out: image, script });
  expect(result.made).toEqual(['app']);
  const said = result.lines.join('\n');
  expect(said).toContain('the value of url holds a `=`');
  expect(said).toContain('"apq" is not an OUT of it');
  expect(said).toContain('the line "nothing"');
  expect(
    (await run.job('deploy', { in: image, script: 'shipctl get_resource_version_key app url' }))
      .stdout,
  ).toBe('a\n');
});

test('an image that nobody made yet stops the job, and says what to do', async () => {
  const result = await repository().run().job('deploy', { in: '- name: app\n  type: image\n' });
  expect(result.start).toBe(1);
  expect(result.lines.join('\n')).toMatch(
    /app has no version yet\.\nRun the job that creates it first, or start with `transship lines set app/,
  );
});

test('what another repository makes stops the job only where its version is read', async () => {
  const repo = repository();
  const external = '- name: base\n  type: external\n';
  const loose = await repo
    .run()
    .job('build', { in: external, script: 'echo "[$BASE_VERSIONNAME]"' });
  expect(loose).toMatchObject({ start: 0, stdout: '[]\n' });
  const read = `${external}  versioned: true\n`;
  const stopped = await repo.run().job('build', { in: read });
  expect(stopped.start).toBe(1);
  expect(stopped.lines.join('\n')).toContain('base has no version yet.');
  expect(
    (await repo.run().job('build', { in: read, pin: 'base=7', script: 'echo $BASE_VERSIONNAME' }))
      .stdout,
  ).toBe('7\n');
});

test('the legs of a matrix: the last one is used, and it is said', async () => {
  const repo = repository();
  const run = repo.run();
  for (const index of [0, 1, 2])
    await run.job('build', {
      out: image,
      leg: [index, 3],
      script: `shipctl post_resource_state app versionName leg-${index}`,
    });
  expect((await run.job('deploy', { in: image, script: 'echo $APP_VERSIONNAME' })).stdout).toBe(
    'leg-2\n',
  );
  const record = await run.record(jobs);
  expect(record.lines.join('\n')).toContain('the last one is used');
  const { versions } = JSON.parse(repo.recorded('versions/app.json') ?? '');
  expect(versions.map((version: { versionName: string }) => version.versionName)).toEqual([
    'leg-2',
  ]);
});

test('a job may give a version to nothing but what the workflow lists', async () => {
  const repo = repository();
  const run = repo.run();
  await run.job('build', {
    out: `${image}- name: other\n  type: image\n  seed: {versionName: a}\n`,
    script: 'shipctl post_resource_state other versionName b',
  });
  const record = await run.record('- name: build\n  out: [app]\n');
  expect(record.lines.join('\n')).toContain('cannot give "other" a version');
  expect(repo.recorded('versions/other.json')).toBeUndefined();
  expect((await run.record('- name: someone\n')).lines.join('\n')).toContain('does not list');
});

test('several record at once: none is lost', async () => {
  const repo = repository();
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const runs = names.map((name) => ({ name, run: repo.run() }));
  for (const { name, run } of runs)
    await run.job(name, {
      out: image + state,
      script: `shipctl post_resource_state app versionName ${name}; echo ${name} >OUT/tf/state/${name}`,
    });
  const records = await Promise.all(
    runs.map(({ name, run }) => run.record(`- name: ${name}\n  out: [app, tf]\n`)),
  );
  expect(records.map(({ code }) => code)).toEqual(names.map(() => 0));
  const { versions } = JSON.parse(repo.recorded('versions/app.json') ?? '');
  expect(versions.map((version: { versionName: string }) => version.versionName).sort()).toEqual(
    names,
  );
  expect(versions.map((version: { versionNumber: number }) => version.versionNumber)).toEqual([
    9, 8, 7, 6, 5, 4, 3, 2,
  ]);
  expect(repo.git('log', '--format=%s', 'assembly-lines').trim().split('\n')).toHaveLength(8);
  // The state is that of whoever was last.
  expect(repo.git('ls-tree', '--name-only', 'assembly-lines', 'state/tf/')).toBe(
    `state/tf/${versions[0].versionName}\n`,
  );
}, 60_000);

const hostile = [
  '$(id)',
  '`id`',
  '"\'; id #',
  'a\nb=c',
  '${{ github.token }}',
  '::set-env name::x',
  '../../x',
  '-rf',
  'a%0Ab',
];

test.each(hostile)('a version named %j is data to the jobs that follow', async (value) => {
  const repo = repository();
  const first = repo.run();
  await first.job('build', {
    out: image,
    script: 'printf "versionName=%s\\n" "$VALUE" >$JOB_STATE/app.env',
    env: { VALUE: value },
  });
  const line = value.split('\n')[0];
  const script = 'printf "%s" "$APP_VERSIONNAME"';
  const here = await first.job('deploy', { in: image, script });
  expect(here.stdout).toBe(line);
  expect((await first.record(jobs)).code).toBe(0);
  expect((await repo.run().job('deploy', { in: image, script })).stdout).toBe(line);
});

test.each(['../x', 'a/b', '..', ''])('a resource named %j is refused', async (name) => {
  const result = await repository()
    .run()
    .job('build', { out: `- name: '${name}'\n  type: image\n` });
  expect(result.start).toBe(1);
});

test('an artifact or a state that leads elsewhere is refused; links are not followed', async () => {
  const repo = repository();
  const run = repo.run();
  const leave = await run.job('build', {
    out: state,
    script: 'ln -s /etc/passwd OUT/tf/state/link; echo x >OUT/tf/state/ok',
  });
  expect(leave.lines.join('\n')).toContain('"link" is left out of the state');
  const file = join(run.artifacts, 'line-build.json');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(file, fileText(file).replace('"ok"', '"../../../ok"'));
  const read = await run.job('deploy', { in: state, script: 'find IN/tf' });
  expect(read.lines.join('\n')).toContain('leaves its folder');
  expect(read.stdout).not.toContain('ok');
});

test('secrets of integrations are in no file that stays', async () => {
  const run = repository().run();
  const list =
    '- name: keys\n  type: integration\n  integration: team\n  kind: amazonKeys\n  secrets: [ACCESSKEY, SECRETKEY]\n';
  const script =
    'cat IN/keys/integration.env; shipctl get_integration_resource keys secretKey; stat -L -c %a IN/keys/integration.json';
  const result = await run.job('deploy', {
    in: list,
    script,
    env: { KEYS_INTEGRATION_ACCESSKEY: 'AK', KEYS_INTEGRATION_SECRETKEY: 'SK' },
  });
  expect(result.stdout).toBe('accessKey="AK"\nsecretKey="SK"\nSK\n600\n');
  expect(existsSync(join(result.root, 'IN/keys/integration.env'))).toBe(false);
  expect(statSync(join(result.root, 'IN/keys/version.json')).isFile()).toBe(true);
  expect(fileText(run.artifacts, 'line-deploy.json')).not.toContain('SK');
});
