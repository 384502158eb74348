// The composites `login`, `build` and `push` themselves, run by act.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createActJob } from './act-job.ts';
import { startGithubCache } from './github-cache.ts';
import { removeImages, seenAt } from './image-job.ts';
import { watchArguments } from './prepare-job.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { startBuildkit } from './setup/buildkit.ts';
import { run } from './setup/command.ts';
import { startRegistry } from './setup/registry.ts';

let actions: ActionsFolder;
const cleanups: (() => unknown)[] = [];
beforeAll(async () => {
  actions = await createActionsFolder(['login', 'build', 'push']);
});
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});
afterAll(() => actions.remove());

const createJob = async (steps: string, files: Readonly<Record<string, string>>) => {
  const job = await createActJob(actions.folder, steps, files);
  cleanups.push(job.remove);
  return job;
};

test('login, build with every kind of argument, push with a condition, pull back by digest', async () => {
  const password = `pass-${Math.random()}`;
  const buildSecret = `secret-${Math.random()}`;
  const { host, url, stop } = await startRegistry({ htpasswd: { ada: password } });
  cleanups.push(stop);
  const image = `${host}/acme/web`;
  const job = await createJob(
    `- uses: transship/transship/actions/login@v1
  with:
    registry: ${host}
    username: ada
    password: \${{ secrets.REGISTRY_PASSWORD }}
- id: build
  uses: transship/transship/actions/build@v1
  with:
    image_name: ${image}
    image_tag: '{{ .CommitID }}'
    context: app
    build-args: |
      REF={{ .Branch }}
      WORDS=a 'b' "c" $HOME \\\`
    secrets: |
      token=\${{ secrets.BUILD_TOKEN }}
- uses: transship/transship/actions/push@v1
  with:
    image_name: ${image}
    image_tag: never
    image: \${{ steps.build.outputs.image }}
    tag: ^v[0-9]
- id: push
  uses: transship/transship/actions/push@v1
  with:
    image: \${{ steps.build.outputs.image }}
    image_name: ${image}
    image_tag: |
      {{ .Branch }}
      {{ printf "%.8s" .CommitID }}
      latest
- shell: bash
  run: |
    echo "$DIGESTS" > "$RESULTS/digests.json"
    docker image rm --force "$IMAGE" ${image}:main
    docker pull "${image}@$(node -p "JSON.parse(process.env.DIGESTS)['${image}:main']")"
  env:
    DIGESTS: \${{ steps.push.outputs.digests }}
    IMAGE: \${{ steps.build.outputs.image }}
`,
    {
      'app/Dockerfile': `FROM transship.test/busybox:1\nARG REF\nARG WORDS\nLABEL ref=$REF words=$WORDS\nRUN --mount=type=secret,id=token test -s /run/secrets/token\n`,
    },
  );
  const arguments_ = watchArguments();
  const { code, output } = await job.run({
    secrets: { REGISTRY_PASSWORD: password, BUILD_TOKEN: buildSecret },
    env: { GITHUB_REF_NAME: 'main' },
  });
  const seen = arguments_.stop();
  expect(code, output).toBe(0);
  for (const secret of [password, buildSecret]) {
    expect(seen).not.toContain(secret);
    expect(output).not.toContain(secret);
  }
  expect(output).toContain('Nothing is pushed');
  const digests = JSON.parse(readFileSync(join(job.results, 'digests.json'), 'utf8')) as Record<
    string,
    string
  >;
  expect(Object.keys(digests)).toHaveLength(3);
  expect(new Set(Object.values(digests)).size).toBe(1);
  expect((await seenAt(url, 'acme/web', 'main', `ada:${password}`)).digest).toBe(
    digests[`${image}:main`],
  );
  expect((await seenAt(url, 'acme/web', 'never', `ada:${password}`)).status).toBe(404);
  const pulled = `${image}@${digests[`${image}:main`]}`;
  const { stdout } = await run('docker', [
    'image',
    'inspect',
    '--format',
    '{{json .Config.Labels}}',
    pulled,
  ]);
  expect(JSON.parse(stdout)).toMatchObject({ ref: 'main', words: 'a \'b\' "c" $HOME \\`' });
  cleanups.push(() => removeImages(pulled, ...Object.keys(digests)));
});

test("GitHub's cache: the composite hands the runner's variables on, to the build alone", async () => {
  const cache = await startGithubCache();
  cleanups.push(cache.stop);
  const config = mkdtempSync(join(tmpdir(), 'transship-buildx-'));
  cleanups.push(() => rmSync(config, { recursive: true, force: true }));
  const env = { BUILDX_CONFIG: config };
  const buildkit = await startBuildkit({ env: { ...process.env, ...env } });
  cleanups.push(buildkit.stop);
  const steps = `- id: build
  uses: transship/transship/actions/build@v1
  with:
    image_name: transship.test/cached-by-github
    cache: gha
    cache-scope: web
    cache-branch: main
- shell: bash
  run: env > "$RESULTS/env-after"
`;
  const files = {
    Dockerfile: 'FROM scratch AS one\nCOPY one /one\nFROM scratch\nCOPY --from=one /one /two\n',
    one: String(Math.random()),
  };
  const first = await createJob(steps, files);
  const options = {
    env: {
      ...env,
      BUILDX_BUILDER: buildkit.builder,
      STAND_IN_RUNTIME: JSON.stringify(cache.runtime),
    },
  };
  const arguments_ = watchArguments();
  const built = await first.run(options);
  expect(
    arguments_
      .stop()
      .split('\n')
      .filter((line) => line.includes(cache.token)),
  ).toEqual([]);
  expect(built.code, built.output).toBe(0);
  expect(built.output).not.toContain(cache.token);
  expect(cache.refused()).toBe(0);
  expect(cache.keys().join('\n'), built.output).toContain('web-main');
  expect(readFileSync(join(first.results, 'env-after'), 'utf8')).not.toMatch(
    /^ACTIONS_RUNTIME_TOKEN=./m,
  );
  await run('docker', ['buildx', 'prune', '--builder', buildkit.builder, '-af'], {
    env: { ...process.env, ...env },
  });
  const again = await (await createJob(steps, files)).run(options);
  expect(again.code, again.output).toBe(0);
  expect(cache.hits()).toBeGreaterThan(0);
  expect(again.output).toMatch(/COPY one \/one[\s\S]*?CACHED/);
  cleanups.push(() => removeImages('transship.test/cached-by-github:latest'));
  expect(existsSync(join(config, 'buildx'))).toBe(false);
});
