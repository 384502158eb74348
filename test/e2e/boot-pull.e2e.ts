import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Job, type JobOptions, type StepResult, startJob } from './boot-runner.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { createAuthority } from './setup/authority.ts';
import { run } from './setup/command.ts';
import { createDockerConfig } from './setup/docker-config.ts';
import { startFaultyProxy } from './setup/faulty-proxy.ts';
import { startRegistry } from './setup/registry.ts';

// Which image is booted, where it comes from, and what is said when it can't be.

let actions: ActionsFolder;
beforeAll(async () => {
  actions = await createActionsFolder(['pull-boot-image']);
});
afterAll(() => actions.remove());

const cleanups: (() => unknown)[] = [];
const later = (cleanup: () => unknown): void => {
  cleanups.push(cleanup);
};
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const docker = (...args: readonly string[]) => run('docker', args, { check: false });

const newJob = (options: Partial<JobOptions> = {}): Job => {
  const job = startJob({ actions: actions.folder, ...options });
  later(() => job.end());
  return job;
};

const boot = (
  job: Job,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<StepResult> =>
  job.action('pull-boot-image', { options: '--net=bridge', ...inputs }, { env });

/** Pushes the small image under a name, forgets it here, and gives its digest. */
const publish = async (image: string, env?: NodeJS.ProcessEnv): Promise<string> => {
  await run('docker', ['tag', 'transship.test/busybox:1', image]);
  const pushed = await run('docker', ['push', image], env === undefined ? {} : { env });
  await run('docker', ['rmi', image]);
  later(() => docker('rmi', '--force', image));
  return /digest: (sha256:[0-9a-f]{64})/.exec(pushed.stdout)?.[1] ?? '';
};

describe('pull', () => {
  test('gets the image with the credentials of the job, and tells its digest', async () => {
    const registry = await startRegistry({ htpasswd: { amy: 'right one' } });
    later(registry.stop);
    const config = createDockerConfig();
    later(config.remove);
    await run('docker', ['login', '-u', 'amy', '--password-stdin', registry.host], {
      input: 'right one',
      env: config.env,
    });
    const image = `${registry.host}/team/ci`;
    const digest = await publish(`${image}:3.10`, config.env);
    const job = newJob({ env: { IMAGE: 'ci', DOCKER_TAG: '3.10' } });
    const refused = await boot(job, { image_name: image, image_tag: '3.10' });
    expect(refused.code).toBe(1);
    expect(refused.stdout).toMatch(
      /::error .*denies access to.*Put the login action before this step/,
    );
    const result = await boot(
      job,
      { image_name: `${registry.host}/team/$IMAGE`, image_tag: '${DOCKER_TAG}' },
      { DOCKER_CONFIG: config.folder },
    );
    expect(result.code, result.output).toBe(0);
    expect(result.stdout).toContain('Status: Downloaded newer image');
    expect(result.outputs).toEqual({
      container: job.env()['SHIPPABLE_CONTAINER_NAME'],
      image: `${image}:3.10`,
      digest,
    });
    expect(result.outputs['container']).toMatch(/^c\.exec\.shop\.7\.[0-9a-f]{8}$/);
    expect((await job.boot('echo inside')).stdout).toBe('inside\n');
    // The host's own credentials are not the container's.
    expect(
      (await job.boot('echo ".$DOCKER_CONFIG"; cat /dev/transship/docker/config.json')).output,
    ).not.toContain('auths":{"127');
  });

  test('takes a digest, in either input, and says when it is not there', async () => {
    const registry = await startRegistry();
    later(registry.stop);
    const image = `${registry.host}/app`;
    const digest = await publish(`${image}:1`);
    later(() => docker('rmi', '--force', `${image}@${digest}`));
    const job = newJob();
    const first = await boot(job, { image_name: image, image_tag: digest });
    expect(first.code, first.output).toBe(0);
    expect(first.outputs).toMatchObject({ image: `${image}@${digest}`, digest });
    const second = await boot(newJob(), {
      image_name: `${image}:1@${digest}`,
      image_tag: 'latest',
    });
    expect(second.outputs).toMatchObject({ image: `${image}:1@${digest}`, digest });
    const wrong = await boot(newJob(), {
      image_name: image,
      image_tag: digest.replace(/.{8}$/, '00000000'),
    });
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toContain('does not exist at its registry');
  });

  test('asks mirrors first, and the registry when none has the image', async () => {
    const [mirror, registry] = [await startRegistry(), await startRegistry()];
    later(mirror.stop);
    later(registry.stop);
    const image = `${registry.host}/team/app`;
    const digest = await publish(`${mirror.host}/copy/team/app:1`);
    later(() => docker('rmi', '--force', `${image}:1`, `${image}:2`));
    const job = newJob();
    const mirrors = `mirror.gcr.test\n${registry.host}=http://${mirror.host}/copy/`;
    const first = await boot(job, { image_name: image, image_tag: '1', mirrors });
    expect(first.code, first.output).toBe(0);
    expect(registry.log()).not.toContain('/v2/team/app/');
    expect(first.outputs['image']).toBe(`${image}:1`);
    await docker('rmi', '--force', `${image}:1`, `${mirror.host}/copy/team/app:1`);
    const byDigest = await boot(newJob(), { image_name: image, image_tag: digest, mirrors });
    expect(byDigest.outputs, byDigest.output).toMatchObject({
      image: `${image}@${digest}`,
      digest,
    });
    await publish(`${image}:2`);
    const second = await boot(newJob(), { image_name: image, image_tag: '2', mirrors });
    expect(second.code, second.output).toBe(0);
    expect(second.stdout).toContain(
      `::warning::The mirror did not provide ${mirror.host}/copy/team/app:2`,
    );
  });

  test('tries again after 429, 503 and a cut connection, and not after what stays', async () => {
    const registry = await startRegistry();
    later(registry.stop);
    const faults = [
      { kind: 'answer', status: 429 },
      { kind: 'answer', status: 503 },
      { kind: 'cut', after: 0 },
    ] as const;
    let manifests = 0;
    const proxy = await startFaultyProxy({
      upstream: registry.url,
      fault: ({ path }) => {
        if (!path.includes('/manifests/')) return undefined;
        manifests += 1;
        return faults[manifests - 1];
      },
    });
    later(proxy.stop);
    await publish(`${registry.host}/app:1`);
    later(() => docker('rmi', '--force', `${proxy.host}/app:1`));
    const result = await boot(newJob(), { image_name: `${proxy.host}/app`, image_tag: '1' });
    expect(result.code, result.output).toBe(0);
    expect(result.stdout).toMatch(/Trying again in \d+\.\d s\.[\s\S]*, try 2/);
    const missing = await boot(newJob(), { image_name: `${registry.host}/app`, image_tag: 'none' });
    expect(missing.code).toBe(1);
    expect(missing.stdout).toMatch(/none does not exist at its registry/);
    expect(missing.stdout).not.toContain('Trying again');
  });

  test('false takes what is here, and says when it is not', async () => {
    const job = newJob();
    const result = await boot(job, {
      image_name: 'transship.test/busybox',
      image_tag: '1',
      pull: 'FALSE',
    });
    expect(result.outputs, result.output).toMatchObject({
      image: 'transship.test/busybox:1',
      digest: '',
    });
    const missing = await boot(newJob(), { image_name: 'not/built', pull: 'false' });
    expect(missing.code).toBe(1);
    expect(missing.stdout).toMatch(
      /not\/built:latest is not on this machine.*an earlier step of the same job built/,
    );
  });
});

describe('the container', () => {
  const busybox = { image_name: 'transship.test/busybox', image_tag: '1', pull: 'false' };

  test('has Shippable’s options, as far as the engine gives them', async () => {
    const job = newJob();
    const result = await boot(job, { ...busybox, options: '' });
    expect(result.code, result.output).toBe(0);
    const name = job.env()['SHIPPABLE_CONTAINER_NAME'] ?? '';
    const { stdout } = await docker(
      'inspect',
      '--format',
      '{{.HostConfig.Privileged}} {{.HostConfig.NetworkMode}}',
      name,
    );
    if (stdout.startsWith('false')) {
      expect(result.stdout).toContain(
        '::warning::The engine refuses --privileged=true, which Shippable used',
      );
    }
    expect(stdout).toMatch(/^(true|false) bridge\n$/);
  });

  test('has the given options instead, and says which have no effect', async () => {
    const job = newJob({ env: { VALUE: 'from workflow' } });
    const result = await boot(job, {
      ...busybox,
      options:
        '-it --rm --cap-drop=ALL --hostname box -v /tmp:/elsewhere:ro -e HOME=/home/me -e V="$VALUE" -w /x',
    });
    expect(result.code, result.output).toBe(0);
    for (const option of ['-i', '-t', '--rm', '-w']) {
      expect(result.stdout).toContain(`::notice::options: ${option} has no effect here`);
    }
    const seen = await job.boot(
      'hostname; echo "$HOME $V"; grep CapEff /proc/self/status; ls -d /elsewhere; pwd',
    );
    expect(seen.stdout).toBe(
      `box\n/home/me from workflow\nCapEff:\t0000000000000000\n/elsewhere\n${job.workspace}\n`,
    );
  });

  test('takes --env-file, and what is wrong is said without the words that may be secret', async () => {
    const job = newJob();
    writeFileSync(join(job.workspace, 'ci.env'), '# comment\nONE=1 and more\nTWO=2\n');
    const result = await boot(job, { ...busybox, options: '--env-file ci.env -e TWO=two' });
    expect(result.code, result.output).toBe(0);
    expect((await job.boot('echo "$ONE, $TWO"')).stdout).toBe('1 and more, two\n');
    const stray = await boot(newJob(), { ...busybox, options: '-e PASSWORD=my secret' });
    expect([stray.code, stray.stdout]).toEqual([
      1,
      expect.stringContaining('options: word 3 is not an option.'),
    ]);
    const env = await boot(newJob(), { ...busybox, env: 'PASSWORD=my secret-word' });
    expect([env.code, env.stdout]).toEqual([
      1,
      expect.stringMatching(/env: word 2 is neither NAME nor NAME=value.*quotes/),
    ]);
    for (const { output } of [stray, env]) expect(output).not.toContain('secret-word');
    const unknown = await boot(newJob(), { ...busybox, options: '--no-such-option=1' });
    expect(unknown.stdout).toContain('Docker rejects an option in `options`');
    const commas = await boot(newJob(), { ...busybox, env: 'A=1, B=2' });
    expect([commas.code, commas.stdout]).toEqual([
      0,
      expect.stringContaining('::warning::env: commas are part of the values'),
    ]);
    const unset = await boot(newJob(), { ...busybox, env: 'A=$NOT_SET_ANYWHERE' });
    expect(unset.code).toBe(0);
    expect(unset.stdout).toContain(
      '::warning::env: $NOT_SET_ANYWHERE is not set; it is treated as empty.',
    );
  });

  test('does not get the proxies of the machine’s client into its settings', async () => {
    const config = createDockerConfig();
    later(config.remove);
    writeFileSync(
      join(config.folder, 'config.json'),
      JSON.stringify({ proxies: { default: { httpProxy: 'http://me:secret@proxy.test:3128' } } }),
    );
    const job = newJob();
    const result = await boot(job, busybox, { DOCKER_CONFIG: config.folder });
    expect(result.code, result.output).toBe(0);
    const name = job.env()['SHIPPABLE_CONTAINER_NAME'] ?? '';
    expect((await docker('inspect', '--format', '{{json .Config.Env}}', name)).stdout).toBe(
      '["PATH=/bin"]\n',
    );
    expect((await job.boot('echo "$HTTP_PROXY $http_proxy"')).stdout).toBe(
      'http://me:secret@proxy.test:3128 http://me:secret@proxy.test:3128\n',
    );
  });

  test('needs a shell in the image', async () => {
    const image = `boot-empty-${process.pid}.transship.test`;
    const built = await run('docker', ['build', '-q', '-t', `${image}:1`, '-'], {
      input: 'FROM scratch\nLABEL x=y\n',
      env: { ...process.env, DOCKER_BUILDKIT: '0' },
    });
    expect(built.code).toBe(0);
    later(() => docker('rmi', '--force', `${image}:1`));
    const result = await boot(newJob(), { image_name: image, image_tag: '1', pull: 'false' });
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(/::error .*has no shell: there is no `sh` on its PATH/);
  });

  test('says what a shell said that ended at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'transship-shell-'));
    later(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'sh'), '#!/bin/busybox sh\necho no licence for this machine >&2\n');
    chmodSync(join(folder, 'sh'), 0o755);
    writeFileSync(
      join(folder, 'Dockerfile'),
      'FROM transship.test/busybox:1\nCOPY sh /usr/bin/sh\nENV PATH=/usr/bin\n',
    );
    const image = `boot-ends-${process.pid}.transship.test`;
    await run('docker', ['build', '-q', '-t', `${image}:1`, folder], {
      env: { ...process.env, DOCKER_BUILDKIT: '0' },
    });
    later(() => docker('rmi', '--force', `${image}:1`));
    for (const options of ['--net=bridge', '--user=65534']) {
      const result = await boot(newJob(), {
        ...{ image_name: image, image_tag: '1', pull: 'false' },
        options,
      });
      expect(result.code).toBe(1);
      expect(result.stdout).toMatch(/did not start\.%0AIt exited immediately\..*no licence/);
    }
  });

  test('needs a platform that the machine runs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'transship-elf-'));
    later(() => rmSync(folder, { recursive: true }));
    // The head of a program for a processor that nobody has.
    writeFileSync(
      join(folder, 'sh'),
      Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(120)]),
    );
    chmodSync(join(folder, 'sh'), 0o755);
    writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY sh /bin/sh\nENV PATH=/bin\n');
    const image = `boot-foreign-${process.pid}.transship.test`;
    await run('docker', ['build', '-q', '-t', `${image}:1`, folder], {
      env: { ...process.env, DOCKER_BUILDKIT: '0' },
    });
    later(() => docker('rmi', '--force', `${image}:1`));
    const result = await boot(newJob(), { image_name: image, image_tag: '1', pull: 'false' });
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(
      /is an image for linux\/\w+, which this machine does not run.*qemu/,
    );
  });
});

describe('an engine over TCP', () => {
  /** The engine's socket behind TLS that asks for a certificate of the client. */
  const secureEngine = async (): Promise<{ readonly env: Record<string, string> }> => {
    const authority = await createAuthority();
    later(authority.remove);
    const own = await authority.issue(['localhost', '127.0.0.1']);
    const folder = mkdtempSync(join(tmpdir(), 'transship-certificates-'));
    later(() => rmSync(folder, { recursive: true }));
    for (const [name, file] of [
      ['ca.pem', authority.ca],
      ['cert.pem', own.certificate],
      ['key.pem', own.key],
    ] as const)
      copyFileSync(file, join(folder, name));
    const server = createTlsServer(
      {
        cert: readFileSync(own.certificate),
        key: readFileSync(own.key),
        ca: readFileSync(authority.ca),
        requestCert: true,
        // The authority of the tests issues certificates for servers.
        rejectUnauthorized: false,
        allowHalfOpen: true,
      },
      (client) => {
        const engine = connect({ path: '/var/run/docker.sock', allowHalfOpen: true });
        client.on('error', () => engine.destroy());
        engine.on('error', () => client.destroy());
        client.pipe(engine).pipe(client);
      },
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    later(() => server.close());
    const { port } = server.address() as AddressInfo;
    return {
      env: {
        DOCKER_HOST: `tcp://127.0.0.1:${port}`,
        DOCKER_TLS_VERIFY: '1',
        DOCKER_CERT_PATH: folder,
      },
    };
  };

  test('on this machine works like its socket, with its certificates', async () => {
    const { env } = await secureEngine();
    const job = newJob({ env });
    const inputs = { image_name: 'transship.test/debian', image_tag: '12', pull: 'false' };
    const result = await boot(job, inputs);
    expect(result.code, result.output).toBe(0);
    const committed = `boot-tls-${process.pid}.transship.test:1`;
    later(() => docker('rmi', '--force', committed));
    const inside = await job.boot(
      `echo "$DOCKER_HOST."; seq 100000 | tail -1; docker commit $SHIPPABLE_CONTAINER_NAME ${committed} >/dev/null; exit 3`,
    );
    expect([inside.code, inside.stdout], inside.output).toEqual([3, '.\n100000\n']);
    expect((await docker('image', 'inspect', committed)).code).toBe(0);
  });
});

describe('without an engine', () => {
  const inputs = { image_name: 'transship.test/busybox', image_tag: '1', pull: 'false' };

  test('one error says what is missing', async () => {
    const dead = await boot(newJob(), inputs, { DOCKER_HOST: 'unix:///nowhere/docker.sock' });
    expect([dead.code, dead.stdout]).toEqual([
      1,
      expect.stringMatching(
        /The Docker engine at unix:\/\/\/nowhere\/docker\.sock does not answer \(ENOENT\)/,
      ),
    ]);
    const far = await boot(newJob(), inputs, { DOCKER_HOST: 'ssh://me@elsewhere' });
    expect(far.stdout).toContain('is on another machine');
    const folder = mkdtempSync(join(tmpdir(), 'transship-path-'));
    later(() => rmSync(folder, { recursive: true }));
    const { stdout } = await run('bash', ['-c', 'type -P node sh mkfifo']);
    for (const file of stdout.trim().split('\n'))
      symlinkSync(file, join(folder, file.split('/').at(-1) ?? ''));
    // Nothing is asked of a client; options that only it can read need one.
    const none = await boot(newJob(), inputs, { PATH: folder });
    expect([none.code, none.stdout]).toEqual([
      0,
      expect.stringContaining('Neither the image nor this machine has a docker client'),
    ]);
    const unread = await boot(newJob(), { ...inputs, options: '--cpus=1' }, { PATH: folder });
    expect([unread.code, unread.stdout]).toEqual([
      1,
      expect.stringContaining('There is no docker client.'),
    ]);
  });

  test('wrong inputs are errors before anything is done', async () => {
    const rows = [
      [{ image_name: 'Acme/App' }, 'has to be in lower case'],
      [{ image_name: '$NOT_SET' }, '$NOT_SET in image_name or image_tag is not set'],
      [{ image_name: 'app', image_tag: 'a b' }, 'image_tag is not a tag'],
      [{ image_name: 'app:1', image_tag: '2' }, 'image_name has the tag 1, but image_tag is 2'],
      [{ image_name: 'app', pull: 'maybe' }, 'Input pull: `maybe` is neither true nor false'],
      [{ image_name: '' }, 'Input image_name is missing'],
    ] as const;
    for (const [given, words] of rows) {
      const job = newJob();
      const result = await boot(job, given);
      expect([result.code, result.stdout], words).toEqual([1, expect.stringContaining(words)]);
      expect(existsSync(job.temp)).toBe(true);
    }
  });
});
