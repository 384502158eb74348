// What people really hand to the actions, against a real engine and real registries: values with what was copied along,
// shapes that are not the ones asked for, registries in a bad moment.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Job, type StepResult, startJob } from './boot-runner.ts';
import { newImage, removeImages, removeWholly, seenAt } from './image-job.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { run } from './setup/command.ts';
import { type FaultyProxyOptions, startFaultyProxy } from './setup/faulty-proxy.ts';
import { type Registry, startRegistry } from './setup/registry.ts';

// A blank at both ends belongs to the password.
const password = ' pä$$ "word\' ';
let actions: ActionsFolder;
let registry: Registry;
let image = '';
const cleanups: (() => unknown)[] = [];
beforeAll(async () => {
  actions = await createActionsFolder(['login', 'build', 'push', 'pull-boot-image']);
  registry = await startRegistry({ htpasswd: { 'bob+ci': password } });
  image = await newImage();
});
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});
afterAll(async () => {
  actions.remove();
  await registry.stop();
  await removeWholly(image);
});

type Inputs = Readonly<Record<string, string>>;

const newJob = (): Job => {
  const job = startJob({ actions: actions.folder });
  cleanups.push(job.end);
  const home = join(job.temp, 'home');
  mkdirSync(home);
  const action: Job['action'] = (name, inputs, options = {}) =>
    job.action(name, inputs, {
      ...options,
      env: { HOME: home, DOCKER_CONFIG: '', ...job.env(), ...options.env },
    });
  return { ...job, action };
};

const proxyOf = async (fault: FaultyProxyOptions['fault']) => {
  const proxy = await startFaultyProxy({ upstream: registry.url, fault });
  cleanups.push(proxy.stop);
  return proxy;
};

const shown = ({ output }: StepResult): string => output.replaceAll(/^::add-mask::.*$/gm, '');
const list = '- integrationName: own\n  type: private docker registry\n';

describe('a credential', () => {
  const integration = (end: string): Inputs => ({
    OWN_INTEGRATION_URL: `http://${registry.host}${end}`,
    OWN_INTEGRATION_USERNAME: `bob+ci${end}`,
    OWN_INTEGRATION_PASSWORD: `${password}${end}`,
  });
  const lines = (values: Inputs): string =>
    Object.entries(values)
      .map(([name, value]) => `${name}=${value}\n`)
      .join('');

  const forms: readonly (readonly [
    string,
    () => { readonly inputs: Inputs; readonly env?: Inputs },
  ])[] = [
    ['line breaks', () => ({ inputs: { integrations: list }, env: integration('\n') })],
    [
      'ends of lines of Windows',
      () => ({ inputs: { integrations: list }, env: integration('\r\n') }),
    ],
    [
      'all in one input',
      () => ({ inputs: { integrations: list, credentials: lines(integration('')) } }),
    ],
    [
      'all in one input of Windows',
      () => ({ inputs: { integrations: list, credentials: lines(integration('\r')) } }),
    ],
    [
      'the plain form and line breaks',
      () => ({
        inputs: {
          registry: `http://${registry.host}\n`,
          username: 'bob+ci\n',
          password: `${password}\n`,
        },
      }),
    ],
  ];

  test.each(forms)('with %s opens the registry for Docker', async (_how, form) => {
    const job = newJob();
    const { inputs, env = {} } = form();
    const result = await job.action('login', inputs, { env });
    expect(result.code, result.output).toBe(0);
    const local = `${registry.host}/given/web:1`;
    cleanups.push(() => removeImages(local));
    await run('docker', ['tag', image, local]);
    await run('docker', ['push', local], { env: { ...process.env, ...job.env() } });
    expect(shown(result)).not.toContain(password.trim());
  });

  test('that is refused is told without being shown', async () => {
    const result = await newJob().action('login', {
      registry: `http://${registry.host}`,
      username: 'bob+ci',
      password: password.trim(),
    });
    expect(result.code).toBe(1);
    expect(shown(result)).toContain('returned HTTP 401');
    expect(shown(result)).not.toContain('pä$$');
  });
});

describe('a list of registries', () => {
  test.each([
    ['integrationName: own\ntype: private docker registry\n', '`integrations` is a mapping'],
    ['own', '`integrations` is a single value'],
  ])('that is none fails, where nothing would be logged in to: %j', async (integrations, words) => {
    const result = await newJob().action('login', { integrations });
    expect([result.code, shown(result)]).toEqual([1, expect.stringContaining(words)]);
  });
});

describe('a registry on this machine', () => {
  const bob = { username: 'bob+ci', password };

  test('that cuts its first connections is none without TLS', async () => {
    const proxy = await proxyOf(({ count }) =>
      count <= 2 ? { kind: 'cut', after: 0 } : undefined,
    );
    const result = await newJob().action('login', { registry: proxy.host, ...bob });
    expect(result.code, result.output).toBe(0);
  });

  test.each([
    ['never answers', { kind: 'slow', delay: 60_000 } as const],
    ['has a problem that does not end', { kind: 'answer', status: 502 } as const],
  ])(
    'that %s ends the step within its `timeout`, and not by the password',
    async (_what, fault) => {
      const proxy = await proxyOf(({ headers }) =>
        headers.authorization === undefined ? undefined : fault,
      );
      const result = await newJob().action('login', { registry: proxy.host, ...bob, timeout: '4' });
      expect(result.code).toBe(1);
      expect(shown(result)).not.toMatch(/within 0\.|user name and password/);
      // It would go on for a minute. A loaded machine takes seconds to start Node.
      expect(result.milliseconds).toBeLessThan(20_000);
    },
  );
});

describe('an input that is yes or no', () => {
  test.each([
    ['build', { image_name: 'a', compose: 'perhaps' }, 'compose'],
    ['push', { image_name: 'a', 'create-repository': 'perhaps' }, 'create-repository'],
    ['pull-boot-image', { image_name: 'a', pull: 'perhaps' }, 'pull'],
  ] as const)('%s takes nothing else for no', async (action, inputs, name) => {
    const result = await newJob().action(action, inputs);
    expect([result.code, shown(result)]).toEqual([
      1,
      expect.stringContaining(`Input ${name}: \`perhaps\` is neither true nor false`),
    ]);
  });

  test('knows the words of YAML', async () => {
    const result = await newJob().action('pull-boot-image', {
      image_name: 'transship.test/none-given',
      pull: 'No',
    });
    expect(shown(result)).toContain('is not on this machine');
  });
});

describe('a name', () => {
  test('in capitals is not a host, whichever action it is for', async () => {
    for (const [action, inputs] of [
      ['push', { image, image_name: 'Acme/web' }],
      ['build', { image_name: 'Acme/web' }],
      ['pull-boot-image', { image_name: 'Acme/web' }],
    ] as const) {
      const result = await newJob().action(action, inputs);
      expect([result.code, shown(result)], action).toEqual([
        1,
        expect.stringContaining('lower case'),
      ]);
      expect(shown(result)).not.toMatch(/[Tt]rying again|registry's state/);
    }
  });
});

describe('arguments of a build', () => {
  const build = async (
    inputs: Inputs,
  ): Promise<{ readonly result: StepResult; readonly name: string }> => {
    const job = newJob();
    const name = `transship.test/given-${process.pid}`;
    cleanups.push(() => removeImages(name));
    writeFileSync(
      join(job.workspace, 'Dockerfile'),
      'FROM transship.test/busybox:1\nARG A\nARG B\nRUN printf %s "$A" >/a; printf %s "$B" >/b\n',
    );
    return { name, result: await job.action('build', { image_name: name, ...inputs }) };
  };
  const inside = async (name: string, file: string): Promise<string> =>
    (await run('docker', ['run', '--rm', name, 'cat', file])).stdout;

  test('keep lines, commas and quotes', async () => {
    const { result, name } = await build({
      'build-args': '"A=one\ntwo, \'three\'"\nB=1,C=2',
      labels: '"org.example.note=x\ny"',
    });
    expect(result.code, result.output).toBe(0);
    expect(await inside(name, '/a')).toBe("one\ntwo, 'three'");
    expect(await inside(name, '/b')).toBe('1,C=2');
    const format = ['--format', '{{json .Config.Labels}}'];
    const { stdout } = await run('docker', ['image', 'inspect', ...format, name]);
    expect(JSON.parse(stdout)).toMatchObject({ 'org.example.note': 'x\ny' });
    // Two in one line are one, which is said.
    expect(shown(result)).toContain('Input build-args: everything after `B=` is its value');
  });

  test('that are none are told by their line alone', async () => {
    const { result } = await build({ 'build-args': 'A=1\nhunter2 is the password\n' });
    expect(result.code).toBe(1);
    expect(shown(result)).toContain('build-args');
    expect(shown(result)).not.toContain('hunter2');
  });
});

test('an event that is half written is read again, and never counts as one that says less', async () => {
  const job = newJob();
  const event = join(job.temp, 'event.json');
  const commit = 'b'.repeat(40);
  const whole = JSON.stringify({ pull_request: { head: { sha: commit, ref: 'topic' } } });
  const name = `transship.test/given-event-${process.pid}`;
  cleanups.push(() => removeImages(name));
  writeFileSync(join(job.workspace, 'Dockerfile'), 'FROM transship.test/busybox:1\n');
  const build = (): Promise<StepResult> => {
    writeFileSync(event, whole.slice(0, 40));
    return job.action(
      'build',
      { image_name: name },
      {
        env: {
          GITHUB_EVENT_PATH: event,
          GITHUB_EVENT_NAME: 'pull_request',
          GITHUB_SHA: 'a'.repeat(40),
          GITHUB_SERVER_URL: 'https://github.com',
        },
      },
    );
  };
  const never = await build();
  expect([never.code, shown(never)]).toEqual([
    1,
    expect.stringContaining('The event of this run cannot be read'),
  ]);
  const soon = build();
  setTimeout(() => writeFileSync(event, whole), 800);
  const result = await soon;
  expect(result.code, result.output).toBe(0);
  const format = ['--format', '{{index .Config.Labels "org.opencontainers.image.revision"}}'];
  const { stdout } = await run('docker', ['image', 'inspect', ...format, name]);
  expect(stdout.trim()).toBe(commit);
});

test('a registry that limits the rate is asked again when it says so', async () => {
  const open = await startRegistry();
  cleanups.push(open.stop);
  let limited = 0;
  const proxy = await startFaultyProxy({
    upstream: open.url,
    fault: ({ method, path }) => {
      if (method !== 'PUT' || !path.includes('/manifests/') || limited >= 2) return undefined;
      limited += 1;
      return {
        kind: 'answer',
        status: 429,
        headers: { 'retry-after': '1' },
        body: '{"errors":[{"code":"TOOMANYREQUESTS"}]}',
      };
    },
  });
  cleanups.push(proxy.stop);
  const result = await newJob().action('push', {
    image,
    image_name: `${proxy.host}/given/limited`,
    image_tag: '1\n2',
  });
  cleanups.push(() =>
    removeImages(`${proxy.host}/given/limited:1`, `${proxy.host}/given/limited:2`),
  );
  expect(result.code, result.output).toBe(0);
  expect(limited).toBe(2);
  expect((await seenAt(open.url, 'given/limited', '2')).status).toBe(200);
});
