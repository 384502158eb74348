import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createLoginJob, modesBelow } from './login-step.ts';
import { watchArguments } from './prepare-job.ts';
import { type ActionsFolder, createActionsFolder } from './setup/actions.ts';
import { run } from './setup/command.ts';
import { type Registry, startRegistry } from './setup/registry.ts';

const image = `transship.test/generator-${process.pid}:1`;
const byUser = `transship.test/generator-user-${process.pid}:1`;
let actions: ActionsFolder;
let registry: Registry;

/** Writes what its environment says, as CodeShip's own example does, and says so in its log. */
const script = `#!/bin/sh
echo "writing to $1 for $REGISTRY"
echo '::warning::not obeyed'
[ -n "$FAIL" ] && exit 7
printf '{"auths":{"%s":{"auth":"%s"}}}' "$REGISTRY" "$(printf '%s:%s' "$NAME" "$SECRET" | base64)" > "$1"
`;

beforeAll(async () => {
  actions = await createActionsFolder(['login']);
  registry = await startRegistry({ htpasswd: { bob: 'generated-secret' } });
  const folder = mkdtempSync(join(tmpdir(), 'transship-generator-'));
  writeFileSync(join(folder, 'generate'), script, { mode: 0o755 });
  const dockerfile = (user: string): string =>
    `FROM transship.test/busybox:1\nCOPY generate /generate\n${user}ENTRYPOINT ["/generate"]\n`;
  writeFileSync(join(folder, 'Dockerfile'), dockerfile(''));
  await run('docker', ['build', '-q', '-t', image, folder]);
  writeFileSync(join(folder, 'Dockerfile'), dockerfile('USER 65534\n'));
  await run('docker', ['build', '-q', '-t', byUser, folder]);
  rmSync(folder, { recursive: true, force: true });
});
afterAll(async () => {
  await run('docker', ['image', 'rm', '--force', image, byUser], { check: false });
  await registry.stop();
  actions.remove();
});

const removals: (() => void)[] = [];
afterEach(() => {
  for (const remove of removals.splice(0)) remove();
});
const newJob = () => {
  const job = createLoginJob(actions.folder);
  removals.push(job.remove);
  return job;
};
const env = (more = ''): string =>
  `REGISTRY=${registry.host}\nNAME=bob\nSECRET=generated-secret\n${more}`;
const left = async (): Promise<string> =>
  (
    await run('docker', [
      'ps',
      '-aq',
      '--filter',
      `ancestor=${image}`,
      '--filter',
      `ancestor=${byUser}`,
    ])
  ).stdout;
/** The volumes that containers of an image have mounted, as the engine remembers it: others come and go meanwhile. */
async function volumesOf(image: string, since: number): Promise<readonly string[]> {
  const events = async (format: string, ...filters: readonly string[]): Promise<string[]> => {
    const span = ['--since', String(since), '--until', String(Date.now() / 1000)];
    const chosen = filters.flatMap((filter) => ['--filter', filter]);
    const { stdout } = await run('docker', ['events', ...span, ...chosen, '--format', format]);
    return stdout.split('\n').filter((line) => line !== '');
  };
  const containers = await events('{{.Actor.ID}}', `image=${image}`, 'event=create');
  const mounts = await events(
    '{{.Actor.Attributes.container}} {{.Actor.ID}}',
    'type=volume',
    'event=mount',
  );
  return mounts
    .map((line) => line.split(' '))
    .flatMap(([container = '', volume = '']) => (containers.includes(container) ? [volume] : []));
}

test.each([
  ['as root', () => image],
  ['as another user', () => byUser],
])(
  'a generator that runs %s: its log is shown, its secrets are not, nothing of it is left',
  async (_who, name) => {
    const job = newJob();
    const since = Date.now() / 1000;
    const watch = watchArguments();
    const { code, log, output, registries } = await job.login({
      generator: name(),
      'generator-env': env(),
    });
    const seen = watch.stop();
    expect(code, output).toBe(0);
    expect(log).toContain(`writing to /opt/data/dockercfg for ${registry.host}`);
    expect(log.split('\n').at(-1)).toBe(`Logged in to ${registry.host} as bob.`);
    expect(registries).toEqual([{ host: registry.host, account: 'bob', state: 'logged-in' }]);
    // The command that the image printed came while commands were switched off.
    expect(log).toMatch(/::stop-commands::(\S+)\n[\s\S]*::warning::not obeyed\n[\s\S]*::\1::/);
    const auth = Buffer.from('bob:generated-secret').toString('base64');
    for (const secret of ['generated-secret', auth]) {
      expect(log).not.toContain(secret);
      expect(seen).not.toContain(secret);
    }
    expect(await left()).toBe('');
    const used = await volumesOf(name(), since);
    expect(used.length).toBeGreaterThan(0);
    const { stdout: volumes } = await run('docker', ['volume', 'ls', '--quiet']);
    for (const volume of used) expect(volumes).not.toContain(volume);
    expect(modesBelow(job.workspace)).toEqual({});
    expect(Object.keys(modesBelow(job.temp)).filter((path) => path.endsWith('.json'))).toHaveLength(
      2,
    );
  },
);

test('a generator that fails is told with its code, and removed', async () => {
  const { code, log } = await newJob().login({
    generator: image,
    'generator-env': env('FAIL=1\n'),
  });
  expect(code).toBe(1);
  expect(log).toContain(
    `::error title=transship login::The generator ${image} ended with code 7.%0AIts log is above.`,
  );
  expect(await left()).toBe('');
});

test('an image that is not there', async () => {
  const { code, log } = await newJob().login({
    generator: 'localhost:1/none:1',
    'generator-env': env(),
  });
  expect(code).toBe(1);
  expect(log).toContain(
    '::error title=transship login::The generator localhost:1/none:1 cannot be created: ',
  );
});
