// Assembly Lines of real repositories, converted and run: jobs start for the reasons for which they started, and the programs
// that they call see the files, variables and versions that they saw. The scripts and Dockerfiles that the configurations name
// are not public: small ones of ours take their place.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type LineWorld, lineActions, lineWorld, type WorldOptions } from './line-world.ts';

const corpus = new URL('../../../shared/corpus/assembly-lines/', import.meta.url).pathname;
// Several runs of several jobs each, on a machine that does other things besides.
vi.setConfig({ testTimeout: 600_000 });

let actions = '';
beforeAll(async () => {
  actions = await lineActions();
});

/** The repository of a folder of the corpus. */
async function ofCorpus(
  name: string,
  options: Omit<WorldOptions, 'legacy' | 'repository'> = {},
): Promise<LineWorld> {
  return world({ legacy: join(corpus, name), repository: name.replace('+', '/'), ...options });
}

async function world(options: WorldOptions): Promise<LineWorld> {
  const made = await lineWorld(actions, options);
  onTestFinished(made.remove);
  return made;
}

const sh = (text: string): string => `#!/usr/bin/env bash\n${text}\n`;
/** Node projects, as far as the CI halves of the demos look at them. */
const node = {
  'tests/app.spec.js': '',
  'node_modules/.bin/mocha': sh('echo "mocha" >>"$CALLS"'),
  'node_modules/.bin/istanbul': sh('echo "istanbul $1" >>"$CALLS"'),
};
const start = (job: string, pin = '') => ({
  event: 'workflow_dispatch',
  inputs: { start: job, pin },
});

describe.skipIf(!existsSync(corpus))('of the corpus', () => {
  test('Terraform in one job: integration, parameters and /build', async () => {
    const line = await ofCorpus('CoinvestHQ+aws-pipelines-terraform-t1', {
      files: {
        'provInfra.sh': `echo "region $REGION, key $(shipctl get_integration_resource_field integration_aws accessKey)" >>"$CALLS"
echo "file $(shipctl get_integration_resource integration_aws secretKey) in $PWD" >>"$CALLS"
[ "$PWD" -ef /build ] && terraform apply
`,
      },
    });
    const run = await line.start();
    expect(run.calls, run.log).toEqual([
      'region us-west-2, key value-of-AWS_KEYS_INTEGRATION_AWS_ACCESS_KEY_ID',
      expect.stringMatching(/^file value-of-AWS_KEYS_INTEGRATION_AWS_SECRET_ACCESS_KEY in /),
      'terraform apply',
    ]);
    expect(run.results).toEqual({ tf_Deploy: 'success', 'Record the versions': 'success' });
    expect(JSON.parse(line.recorded('versions/tf_Deploy.json') ?? '').versions).toHaveLength(1);
    expect(run.log).not.toMatch(/value-of-AWS_KEYS_INTEGRATION_AWS_SECRET_ACCESS_KEY(?! in)/);
  });

  const kubectl = 'ambarish2012+node-dockerhub-runcli-kubernetes-kubectl';
  const kubectlFiles = {
    ...node,
    'pipeline/prepEnvironment.sh':
      'export IMAGE=$SHIPDEMOIMG_SOURCENAME:$SHIPDEMOIMG_VERSIONNAME\n',
    'pipeline/deploy.sh': 'kubectl set-image "$IMAGE" "$ENVIRONMENT" "$REPLICAS" "$CPUSHARES"\n',
  };

  test('from a push through CI to the first gate, then by hand, then back', async () => {
    const line = await ofCorpus(kubectl, { files: kubectlFiles });
    const push = await line.start();
    const image = 'achitnis2012/node-dockerhub-runcli-kubernetes-kubectl';
    expect(push.calls.slice(-2), push.log).toEqual([
      'action mikepenz/action-junit-report',
      `kubectl set-image ${image}:master.41 TEST 1 0.25`,
    ]);
    expect(push.results).toMatchObject({
      CI: 'success',
      'shipdemo-kubectl-deploy-test': 'success',
    });
    // The gate: every input of production is switched off.
    expect(push.results).not.toHaveProperty('shipdemo-kubectl-deploy-prod');

    await line.start();
    const production = await line.start(start('shipdemo-kubectl-deploy-prod'));
    expect(production.calls, production.log).toEqual(['kubectl set-image : PROD 2 0.5']);
    expect(production.results).not.toHaveProperty('CI');

    // The newest version, then an older one again.
    const again = await line.start(start('shipdemo-kubectl-deploy-test'));
    expect(again.calls).toEqual([`kubectl set-image ${image}:master.42 TEST 1 0.25`]);
    const back = await line.start(start('shipdemo-kubectl-deploy-test', 'shipdemo-img=master.41'));
    expect(back.calls).toEqual([`kubectl set-image ${image}:master.41 TEST 1 0.25`]);
  });

  test('a job that failed stops those behind it, and gives no version', async () => {
    const line = await ofCorpus(kubectl, {
      files: kubectlFiles,
      programs: { docker: '[ "$1" != push ]' },
    });
    const run = await line.start();
    expect(run.results, run.log).toMatchObject({ CI: 'failure', 'Record the versions': 'success' });
    expect(run.results).not.toHaveProperty('shipdemo-kubectl-deploy-test');
    expect(run.calls.some((call) => call.startsWith('kubectl'))).toBe(false);
    expect(line.recorded('versions/shipdemo-img.json')).toBeUndefined();
  });

  test('CI, an image, a task definition on ECS', async () => {
    const line = await ofCorpus('devops-recipes+deploy-ecs-basic', {
      files: node,
      programs: { yq: 'echo "image $IMAGE_0" >>"$CALLS"' },
    });
    const run = await line.start();
    expect(run.results, run.log).toMatchObject({ 'deploy-ecs-basic-deploy': 'success' });
    expect(run.calls.filter((call) => /^image |amazon-ecs/.test(call))).toEqual([
      expect.stringMatching(/^image .*:master\.41$/),
      'action aws-actions/amazon-ecs-deploy-task-definition',
    ]);
  });

  test.each([
    ['Boolos+kube-fun', 'app-deploy', 'pmartin/hello-node=pmartin/hello-node:master.41'],
    ['GoodwayGroup+docker-node-hello-world', 'hello-world-deploy', 'goodwaygroup/hello-world'],
  ])('%s: CI, an image, a cluster of Kubernetes', async (name, job, image) => {
    const line = await ofCorpus(name, { files: node, programs: { kustomize: '' } });
    const run = await line.start();
    expect(run.results, run.log).toMatchObject({ CI: 'success', [job]: 'success' });
    const calls = run.calls.filter((call) => /^(?:kustomize|kubectl)/.test(call));
    expect(calls[0]).toContain(image);
    expect(calls.slice(1)).toEqual([
      'kubectl apply -k .',
      expect.stringContaining('rollout status'),
    ]);
  });

  test('CI on a Node.js that only nvm has, and two environments on ECS after it', async () => {
    const line = await ofCorpus('devops-recipes+deploy-ecs-multi-env', {
      files: node,
      programs: { yq: 'echo "image $IMAGE_0" >>"$CALLS"' },
    });
    const run = await line.start();
    const image = '679404489841.dkr.ecr.us-east-1.amazonaws.com/deploy-ecs-multi-env:master.41';
    expect(run.results, run.log).toMatchObject({
      CI: 'success',
      'deploy-ecs-multi-env-betadeploy': 'success',
      'Record the versions': 'success',
    });
    expect(run.results).not.toHaveProperty('deploy-ecs-multi-env-bluedeploy');
    expect(run.calls).toContain(`docker push ${image}`);
    expect(run.calls).toContain(`image ${image}`);
  });

  test.each([
    [
      'devops-recipes+e2eShippableDemo',
      '288971733297.dkr.ecr.us-east-1.amazonaws.com/e2eshippabledemo',
    ],
    ['ambarish2012+demo-app', '679404489841.dkr.ecr.us-east-1.amazonaws.com/e2eshippabledemo-bbs'],
  ])('%s: CI on a Node.js that only nvm has gives a version', async (name, image) => {
    const line = await ofCorpus(name, { files: node });
    const run = await line.start({ workflow: 'shippable.yml' });
    expect(run.results, run.log).toMatchObject({ CI: 'success', 'Record the versions': 'success' });
    expect(run.calls).toContain('nvm install 5.3');
    expect(run.calls).toContain(`docker push ${image}:master.41`);
    expect(
      JSON.parse(line.recorded('versions/e2eshipdemo-img-ecs.json') ?? '').versions[0],
    ).toMatchObject({
      versionName: 'master.41',
    });
  });

  test('an image that its job builds and pushes', async () => {
    const line = await ofCorpus('devops-recipes+build_custom_ci_image', {
      files: { Dockerfile: '' },
    });
    const run = await line.start();
    expect(run.results, run.log).toMatchObject({ build_custom_img: 'success' });
    expect(run.calls).toContainEqual(
      expect.stringMatching(/docker push devopsrecipes\/build_custom_ci:41$/),
    );
  });

  test('archives of a repository, and what the job says of itself', async () => {
    const line = await ofCorpus('Shippable+execTemplates', {
      files: { 'a.sh': sh('true') },
      programs: { shellcheck: '' },
    });
    const run = await line.start();
    expect(run.results, run.log).toMatchObject({ execTemplates_file_pack: 'success' });
    expect(run.calls.filter((call) => call.startsWith('aws'))).toEqual(
      ['tar.gz', 'zip'].map(
        (kind) =>
          `aws s3 cp --acl public-read /tmp/execTemplates-master.${kind} s3://shippable-artifacts/execTemplates/master/`,
      ),
    );
    const { versions } = JSON.parse(line.recorded('versions/execTemplates_file_pack.json') ?? '');
    expect(versions[0]).toMatchObject({
      versionName: line.git('rev-parse', 'master').trim(),
      propertyBag: { TAG_VER: 'master', TAR_FILENAME: 'execTemplates-master.tar.gz' },
    });
  });

  const waffle = 'SoftSrv+waffle-cone';
  const terraform = `case $1 in
  apply) echo "$(cat terraform.tfstate 2>/dev/null)+apply" >terraform.tfstate ;;
  destroy) echo "$(cat terraform.tfstate)+destroy" >terraform.tfstate ;;
  output) echo 10.0.0.1 ;;
esac`;

  test('state from run to run, by hand: pack, provision twice, destroy', async () => {
    const line = await ofCorpus(waffle, {
      files: { 'packer/ami-definition.json': '{}', 'terraform.tfvars': 'ami = "$LATEST_AMI"\n' },
      programs: {
        packer: 'echo "us-east-1: ami-123"',
        terraform: `${terraform}\ncat terraform.tfvars >>"$CALLS"`,
      },
    });
    const pack = await line.start(start('pack'));
    expect(pack.results, pack.log).toEqual({ pack: 'success', 'Record the versions': 'success' });
    const first = await line.start(start('provision'));
    expect(first.results, first.log).toMatchObject({ provision: 'success' });
    expect(first.calls).toContain('ami = "ami-123"');
    // Written in `always`, which runs in the folder of the TASK.
    expect(line.recorded('state/tfState/terraform.tfstate')).toBe('+apply\n');
    expect(JSON.parse(line.recorded('versions/provision.json') ?? '').versions[0]).toMatchObject({
      versionName: '10.0.0.1',
    });
    await line.start(start('provision'));
    expect(line.recorded('state/tfState/terraform.tfstate')).toBe('+apply+apply\n');
    const end = await line.start(start('destroy'));
    expect(end.calls, end.log).toContain('terraform destroy -force');
    expect(line.recorded('state/tfState/terraform.tfstate')).toBe('+apply+apply+destroy\n');
  });

  const samples = 'akskas+sample_pipelines';
  const infra = { 'shippableSamples/infra-repo': { README: '' } };

  test('nothing new: a version that is what it was starts nobody', async () => {
    const line = await ofCorpus(samples, { others: infra });
    const workflow = 'assembly-line-dv-test.yml';
    const run = await line.start({ workflow, ...start('build-dv-image') });
    expect(run.results, run.log).toEqual({
      'build-dv-image': 'success',
      'Record the versions': 'success',
    });
    expect(run.log).toContain('dv-image is latest again');
  });

  test('a release counts up from the one before', async () => {
    const line = await ofCorpus(samples, { others: infra });
    const workflow = 'assembly-line-dv-test.yml';
    for (const version of [/^\d+\.0\.0$/, /^\d+\.0\.0$/]) {
      const run = await line.start({ workflow, ...start('release-one') });
      expect(run.results, run.log).toMatchObject({ 'release-one': 'success' });
      const { versions } = JSON.parse(line.recorded('versions/release-one.json') ?? '');
      expect(versions[0].versionName).toMatch(version);
    }
    const { versions } = JSON.parse(line.recorded('versions/release-one.json') ?? '');
    expect(Number.parseInt(versions[0].versionName, 10)).toBe(
      Number.parseInt(versions[1].versionName, 10) + 1,
    );
  });

  test('CI that writes a version which no file here defines', async () => {
    const line = await ofCorpus(samples, { others: infra });
    const run = await line.start({ workflow: 'shippable.yml' });
    expect(run.results, run.log).toEqual({ CI: 'success', 'Record the versions': 'success' });
    expect(JSON.parse(line.recorded('versions/nginx-image.json') ?? '').versions[0]).toMatchObject({
      versionName: 'master.41',
    });
  });

  test('a chain of images, each built on the one before, with repositories of others', async () => {
    const names = [
      'u14',
      'u14all',
      'u14nodall',
      'u14pytall',
      'u14cloall',
      'u14golall',
      'u14javall',
      'u14scaall',
      'u14rubytall',
      'u14ruball',
      'u14phpall',
      'u14cppall',
    ];
    const build = `up=$(basename "$(dirname "$(dirname "$0")")"); image=\${up%-repo}-img
docker build "$image" "$(shipctl get_integration_resource_field docker-creds username)"
shipctl post_resource_state "$image" versionName "$BUILD_NUMBER"`;
    const others = Object.fromEntries(
      names.map((name) => [`dry-dock/${name}`, { 'build.sh': sh(build) }]),
    );
    const line = await ofCorpus('a-murphy+img-build-pipeline', { others });
    const run = await line.start({
      workflow: 'assembly-line-build-u14.yml',
      ...start('build-u14'),
    });
    const calls = run.calls.filter((call) => call.startsWith('docker build'));
    expect(calls[0], run.log).toBe('docker build u14-img value-of-AVINCIDH_INTEGRATION_USERNAME');
    expect(run.results).toMatchObject({
      'build-u14': 'success',
      'build-u14all': 'success',
      'build-u14javall': 'success',
      'build-u14scaall': 'success',
    });
    expect(calls.indexOf(calls.find((call) => call.includes(' u14all-img')) ?? '')).toBe(1);
  });

  test('a version of another repository starts the job by a dispatch, and comes with it', async () => {
    const script = (text: string): string => `${text}\n`;
    const line = await ofCorpus('ambarish2012+demo-ops', {
      others: {
        'aye0aye/demo-ops': {
          'infra/shipUtil.sh': script(
            'echo "release $(shipctl get_resource_version_name ami_sec_approved)" >>"$CALLS"',
          ),
          'infra/archiveState.sh': script(
            'echo state >>"$CALLS"; echo kept >/build/OUT/prod_tf_state/state/terraform.tfstate',
          ),
          'infra/awsProdECS/provProdInfra.sh': script(
            'terraform apply "$1"; shipctl put_resource_state e2eshipdemo-cluster-ecs-prod versionName c1',
          ),
        },
      },
    });
    const run = await line.start({
      workflow: 'assembly-line-prov_ecs_prod.yml',
      event: 'repository_dispatch',
      payload: {
        action: 'line-ami_sec_approved',
        client_payload: { name: 'ami_sec_approved', versionName: 'ami-77' },
      },
    });
    expect(run.results, run.log).toMatchObject({ prov_ecs_prod: 'success' });
    expect(run.calls.slice(0, 2)).toEqual(['release ami-77', 'terraform apply create']);
    expect(line.recorded('state/prod_tf_state/terraform.tfstate')).toBe('kept\n');
  });
});

/** Two jobs that join in a third. */
const fanIn = {
  'shippable.yml': `resources:
  - name: left-img
    type: image
    integration: hub
    pointer: {sourceName: acme/left}
    seed: {versionName: none}
  - name: right-img
    type: image
    integration: hub
    pointer: {sourceName: acme/right}
    seed: {versionName: none}
  - name: src
    type: gitRepo
    integration: gh
    pointer: {sourceName: acme/lines, branch: master}
jobs:
  - name: left
    type: runSh
    steps:
      - IN: src
      - TASK:
          - script: shipctl post_resource_state left-img versionName "l$BUILD_NUMBER"
      - OUT: left-img
  - name: right
    type: runSh
    steps:
      - IN: src
      - TASK:
          - script: '[ ! -e IN/src/gitRepo/stop ]'
          - script: shipctl post_resource_state right-img versionName r1
      - OUT: right-img
  - name: join
    type: runSh
    steps:
      - IN: left-img
      - IN: right-img
      - TASK:
          - script: docker join "$LEFTIMG_VERSIONNAME" "$RIGHTIMG_VERSIONNAME"
`,
};

describe('of our own', () => {
  test('two that join: both versions, once; then the one that is new alone', async () => {
    const line = await world({ legacy: fanIn, repository: 'acme/lines' });
    const first = await line.start();
    expect(first.calls, first.log).toEqual(['docker join l41 r1']);
    const second = await line.start();
    expect(second.calls, second.log).toEqual(['docker join l42 r1']);
  });

  test('one of the two fails: the third takes what there was before', async () => {
    const line = await world({ legacy: { ...fanIn, stop: '' }, repository: 'acme/lines' });
    const run = await line.start();
    expect(run.results, run.log).toMatchObject({ left: 'success', right: 'failure' });
    expect(run.calls).toEqual(['docker join l41 none']);
    expect(JSON.parse(line.recorded('versions/left-img.json') ?? '').versions[0]).toMatchObject({
      versionName: 'l41',
    });
    expect(line.recorded('versions/right-img.json')).toBeUndefined();
    const later = await line.start(start('join', 'right-img=r0'));
    expect(later.calls, later.log).toEqual(['docker join l41 r0']);
  });
});

/** CI that takes in another repository and what a person set, and a job that is pinned to the state of a run before. */
const around = {
  'shippable.yml': `language: none
build:
  ci:
    - cat /build/IN/charts/gitRepo/chart >> "$CALLS"
    - '[ ! -e .line-clone ]'
    - shipctl put_resource_state app-img versionName "$BUILD_NUMBER"
resources:
  - name: charts
    type: gitRepo
    integration: gh
    versionTemplate: {sourceName: acme/charts, branch: master}
  - name: app-img
    type: image
    integration: hub
    versionTemplate: {sourceName: acme/app, versionName: none}
  - name: tf
    type: state
  - name: setting
    type: params
    version: {params: {MODE: slow}}
jobs:
  - name: lines_runCI
    type: runCI
    steps:
      - IN: charts
      - OUT: app-img
  - name: keep
    type: runSh
    steps:
      - IN: app-img
      - IN: tf
      - IN: setting
      - TASK:
          - script: docker keep "$APPIMG_VERSIONNAME" "$(cat IN/tf/state/file)" "$MODE" || true
          - script: echo "$APPIMG_VERSIONNAME" > OUT/tf/state/file
      - OUT: tf
`,
};

test('CI with a repository of others; build numbers go on; a pinned state', async () => {
  const line = await world({
    legacy: around,
    repository: 'acme/lines',
    others: { 'acme/charts': { chart: 'the chart\n' } },
    vars: { BUILD_NUMBER_OFFSET: '700', SETTING_PARAMS_MODE: 'fast' },
  });
  const first = await line.start();
  expect(first.calls, first.log).toEqual(['the chart', 'docker keep 741  fast']);
  const second = await line.start();
  expect(second.calls, second.log).toEqual(['the chart', 'docker keep 742 741 fast']);
  const { versions } = JSON.parse(line.recorded('versions/tf.json') ?? '');
  const pinned = await line.start(start('keep', `tf=#${versions.at(-1).versionNumber}`));
  expect(pinned.calls, pinned.log).toEqual(['docker keep 742 741 fast']);
});

/** A job that remembers by its own state, and one behind it that reads what it left. */
const remembering = {
  'shippable.yml': `resources:
  - name: src
    type: gitRepo
    integration: gh
    pointer: {sourceName: acme/lines, branch: master}
jobs:
  - name: note
    type: runSh
    steps:
      - IN: src
      - TASK:
          - script: shipctl copy_file_from_prev_state notes .
          - script: docker before "$(cat notes 2>/dev/null | tr '\\n' ' ')" "$(ls $JOB_PREVIOUS_STATE | tr '\\n' ' ')"
          - script: echo "$BUILD_NUMBER" >> notes
          - script: shipctl copy_file_to_state notes
          - script: mkdir -p "$JOB_STATE/bin" && printf 'echo ran\\n' > "$JOB_STATE/bin/tool" && chmod 750 "$JOB_STATE/bin/tool"
          - script: '[ "$BUILD_NUMBER" != 43 ]'
  - name: read
    type: runSh
    steps:
      - IN: note
      - TASK:
          - script: docker read "$(tr '\\n' ' ' < IN/note/runSh/notes)" "$(stat -c %a IN/note/runSh/bin/tool)"
`,
};

test("a job's own state: from run to run, to the job behind it, and as it was after a failure", async () => {
  const line = await world({ legacy: remembering, repository: 'acme/lines' });
  const first = await line.start();
  expect(first.calls, first.log).toEqual(['docker before  ', 'docker read 41  750']);
  const second = await line.start();
  expect(second.calls, second.log).toEqual([
    'docker before 41  bin note.env notes src.env ',
    'docker read 41 42  750',
  ]);
  const third = await line.start();
  expect(third.results, third.log).toMatchObject({ note: 'failure' });
  expect(third.calls).toEqual(['docker before 41 42  bin note.env notes src.env ']);
  const fourth = await line.start();
  expect(fourth.calls, fourth.log).toEqual([
    'docker before 41 42  bin note.env notes src.env ',
    'docker read 41 42 44  750',
  ]);
});

/** A job whose hook gives a version, always the same, and whose state has another file in each run. */
const steady = {
  'shippable.yml': `resources:
  - name: img
    type: image
    integration: hub
    pointer: {sourceName: acme/app}
    seed: {versionName: none}
  - name: tf
    type: state
  - name: src
    type: gitRepo
    integration: gh
    pointer: {sourceName: acme/lines, branch: master}
jobs:
  - name: make
    type: runSh
    steps:
      - IN: src
      - IN: tf
      - TASK:
          - script: echo x > "OUT/tf/state/file-$BUILD_NUMBER"
      - OUT: img
      - OUT: tf
    on_success:
      - script: shipctl post_resource_state img versionName v1
  - name: use
    type: runSh
    steps:
      - IN: img
      - TASK:
          - script: docker use "$IMG_VERSIONNAME"
`,
};

/** What two pushes lead to. */
async function twice(of: string, change: (workflow: string) => string = (text) => text) {
  const line = await lineWorld(of, { legacy: steady, repository: 'acme/lines' });
  onTestFinished(line.remove);
  const file = join(line.folder, '.github/workflows', line.workflows[0] ?? '');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  const [first, second] = [await line.start(), await line.start()];
  return {
    first: first.calls,
    second: second.calls,
    state: line.git('ls-tree', '-r', '--name-only', 'assembly-lines', 'state/tf').trim(),
  };
}

describe('faults that somebody could plant are seen', () => {
  const good = { first: ['docker use v1'], second: [], state: 'state/tf/file-42' };

  test('without one', async () => {
    expect(await twice(actions)).toEqual(good);
  });

  /** The step with this name, with its lines. */
  const stepOf = (text: string, name: string): string =>
    new RegExp(`^ {6}- name: ${name}\\n(?: {8}.*\\n)+`, 'm').exec(text)?.[0] ?? '';

  test.each([
    ['an edge dropped', (text: string) => text.replace(/^ {4}needs: make\n/m, '')],
    [
      'the end before the hooks',
      (text: string) => {
        const [task, end] = [stepOf(text, 'TASK'), stepOf(text, 'New versions')];
        return text.replace(task + end, end + task);
      },
    ],
  ])('%s', async (_, change) => {
    const seen = await twice(actions, (text) => {
      const changed = change(text);
      expect(changed).not.toBe(text);
      return changed;
    });
    expect(seen).not.toEqual(good);
  });

  test.each([
    {
      name: 'every version new',
      fault: {
        file: 'lines/new-version.ts',
        find: 'if (isSame) return undefined;',
        replace: 'void isSame;',
      },
    },
    {
      name: 'an old version read',
      fault: {
        file: 'actions/line-start/choose-versions.ts',
        find: 'flatMap(({ made }) => made.filter((version) => version.name === name))',
        replace: 'flatMap(({ made }) => made.filter((version) => version.name === `${name} `))',
      },
    },
    {
      name: 'state merged instead of replaced',
      fault: {
        file: 'line-store/branch.ts',
        find: "{ kind: 'remove', path: folder },",
        replace: '',
      },
    },
  ])('$name', async ({ fault }) => {
    const faulty = await lineActions(fault);
    onTestFinished(() => rmSync(faulty, { recursive: true, force: true }));
    expect(await twice(faulty)).not.toEqual(good);
  });
});
