/** Makes the container, starts it under the process that holds it, and looks at what it is. */

import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { createdIn } from '../../docker/engine-answers.ts';
import { ask, hijack, reasonOf } from '../../docker/engine-api.ts';
import { defined, filled } from '../../ground/defined.ts';
import { failedBy, ok, type Result } from '../../ground/result.ts';
import type { Host } from '../../host/host.ts';
import { type BootOrder, isRoots } from './boot-order.ts';
import type { BootedContainer, HoldOrder } from './booted-container.ts';
import { clientProxies } from './client-proxies.ts';
import { bootProgram, insideFolders } from './container-scripts.ts';
import { attachPath, factsOf, type Holder, lastWords, spawnHolder } from './holder-process.ts';
import { type ContainerFacts, inspectContainer } from './inspect-container.ts';
import { type ContainerMount, mountFields, mountOption, type ToEngine } from './job-container.ts';
import { imageVariables } from './local-image.ts';
import { environmentOf } from './processes.ts';
import { isExplained, startFailure } from './start-failure.ts';
import { type SharedFolder, sharedFolderVariables } from './step-environment.ts';

/** Shippable's own options, where the yml gave none (shippable.md 2.2). */
const defaultOptions = ['--privileged=true', '--net=bridge'];
const humbleOptions = ['--net=bridge'];

export async function boot(host: Host, order: BootOrder): Promise<Result<BootedContainer>> {
  const starting = start(host, order, order.options ?? defaultOptions);
  starting.catch(() => {});
  // The engine is at work; what does not depend on the container is done meanwhile.
  await turn();
  const bell = makePipe(host, path.join(order.folder, 'bell'));
  bell.catch(() => {});
  const outside = outsideOf(host, order);
  const first = await starting;
  await bell;
  if (first.ok || order.options !== undefined || isExplained(first.failure))
    return finish(host, order, outside, first);
  const second = await start(host, order, humbleOptions);
  if (second.ok) {
    host.warning(
      `The engine refuses --privileged=true, which Shippable used: the container was booted without it. To remove this warning, set what the job needs in \`options\`.\n${first.failure}`,
    );
  }
  return finish(host, order, outside, second);
}

/** What later steps get to know that nobody has to look into the container for. */
type Outside = Omit<BootedContainer, keyof ContainerFacts>;

function outsideOf(host: Host, order: BootOrder): Outside {
  const variables = imageVariables(order.image);
  const given = Object.fromEntries(
    order.env.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  );
  const worker = environmentOf(order.worker.pid);
  if (worker === undefined) {
    host.warning(
      'The environment of the runner’s own process cannot be read, so variables of the machine cannot be distinguished from those of the workflow. Only the variables in `env` and those that GitHub defines are passed to the container.',
    );
  }
  return {
    image: order.imageText,
    imageConfig: order.image.config,
    workspace: order.workspace,
    ...defined({ user: order.user }),
    container: { ...clientProxies(host, order.engineUrl), ...given },
    listed: order.env.flatMap(({ name, value }) => (value === undefined ? [name] : [])),
    worker: worker ?? definedValues(host.env),
    folders: [
      { outside: path.join(order.folder, 'temp'), inside: insideFolders.temp },
      ...sharedFolders(host, order.toEngine),
    ],
    path: given['PATH'] ?? variables['PATH'] ?? defaultPath,
  };
}

/** A failure is what the engine, or the holder, said. */
type Started = Result<
  {
    readonly holder: Holder;
    /** What the first process found, where it inspects. */
    readonly facts: string | undefined;
  },
  string
>;

async function start(host: Host, order: BootOrder, options: readonly string[]): Promise<Started> {
  const created = await create(host, order, options);
  if (!created.ok) {
    // The client was stopped; the engine may have made the container all the same.
    if (host.cancelled()) {
      const env = { DOCKER_HOST: order.engineUrl };
      await host.exec('docker', ['rm', '--force', order.name], { env, cleansUp: true });
    }
    return created;
  }
  const held = await hold(order, created.value);
  if (!held.ok) return held;
  const { holder, ready } = held.value;
  const started = await ask(order.engine, {
    method: 'POST',
    path: `/containers/${created.value}/start`,
  });
  const said = await ready;
  if (said !== 'ready') throw holderFailure(host, order, said);
  if (started.status === 204)
    return ok({ holder, facts: isRoots(order) ? await factsOf(holder) : undefined });
  await lastWords(holder);
  return failedBy(reasonOf(started));
}

/**
 * Has the container held from before its start. Node takes a moment to start: a connection that another process can be
 * handed is made here, and the holder comes to life while the engine starts the container.
 */
async function hold(order: BootOrder, container: string): Promise<Held> {
  const { folder, engine, worker } = order;
  const isEncrypted = engine.kind === 'tcp' && engine.tls !== undefined;
  const attached = isEncrypted ? undefined : await hijack(engine, attachPath(container));
  if (attached?.kind === 'refused') {
    await ask(engine, { method: 'DELETE', path: `/containers/${container}?force=1&v=1` });
    return failedBy(reasonOf(attached.answer));
  }
  const holder = spawnHolder(folder, attached?.stream);
  const held: HoldOrder = {
    folder,
    engine,
    container,
    worker,
    isAttached: attached !== undefined,
    ...(isRoots(order) && { inspects: order.workspace }),
  };
  holder.tell(JSON.stringify(held));
  const ready = holder.answer();
  if (attached === undefined) {
    const said = await ready;
    if (said !== 'ready') return failedBy(said ?? 'the holder ended');
  }
  return ok({ holder, ready });
}

type Held = Result<
  {
    readonly holder: Holder;
    /** `ready` once the container can use the engine's socket. */
    readonly ready: Promise<string | undefined>;
  },
  string
>;

/** The container's id, or what the engine has against it. */
type Created = Result<string, string>;

/** Settings of the most usual options, as the engine's API takes them; undefined for any others, which the client reads. */
function plainOptions(
  options: readonly string[],
): { readonly Privileged?: boolean; readonly NetworkMode?: string } | undefined {
  const settings: { Privileged?: boolean; NetworkMode?: string } = {};
  for (const option of options) {
    const network = /^--net(?:work)?=(bridge|host|none)$/.exec(option)?.[1];
    const privileged = /^--privileged(?:=(true|false))?$/.exec(option);
    if (network !== undefined) settings.NetworkMode = network;
    else if (privileged !== null) settings.Privileged = privileged[1] !== 'false';
    else return undefined;
  }
  return settings;
}

/** https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Container/operation/ContainerCreate */
async function createByEngine(
  host: Host,
  order: BootOrder,
  settings: object,
  mounts: readonly ContainerMount[],
): Promise<Created> {
  const query = new URLSearchParams({
    name: order.name,
    ...defined({ platform: filled(order.platform) }),
  });
  const answer = await ask(order.engine, {
    method: 'POST',
    path: `/containers/create?${query}`,
    body: {
      Image: order.imageName,
      Entrypoint: ['sh'],
      AttachStdin: true,
      AttachStdout: true,
      AttachStderr: true,
      OpenStdin: true,
      StdinOnce: true,
      HostConfig: { ...settings, AutoRemove: true, Mounts: mounts.map(mountFields) },
    },
  });
  if (answer.status !== 201) return failedBy(reasonOf(answer));
  const { id, warnings } = createdIn(answer.text);
  for (const warning of warnings) host.log(`WARNING: ${warning}`);
  return ok(id);
}

async function create(host: Host, order: BootOrder, options: readonly string[]): Promise<Created> {
  const { folder, toEngine, workspace } = order;
  const shared = [
    [workspace, workspace, false],
    [path.join(folder, 'steps'), insideFolders.steps, false],
    [path.join(folder, 'temp'), insideFolders.temp, false],
    [path.join(folder, 'docker'), insideFolders.docker, false],
    [path.join(folder, 'run'), insideFolders.run, true],
    ...sharedFolders(host, toEngine).map((one) => [one.outside, one.inside, false] as const),
  ] as const;
  const mounts = [
    ...shared.flatMap(([own, inside, readOnly]) => {
      const source = toEngine(own);
      return source === undefined ? [] : [{ source, target: inside, readOnly }];
    }),
    ...(order.client?.mounts ?? []),
  ];
  const plain = plainOptions(options);
  if (plain !== undefined) return createByEngine(host, order, plain, mounts);
  // The user's options first: where both say something, ours has to hold.
  const args = [
    'create',
    ...options,
    '--rm',
    '--interactive',
    '--entrypoint=sh',
    `--name=${order.name}`,
    ...(order.platform === '' ? [] : [`--platform=${order.platform}`]),
    ...mounts.map((mount) => `--mount=${mountOption(mount)}`),
    // It is there: what was looked at is what is booted.
    '--pull=never',
    order.imageName,
  ];
  // An empty configuration: the client would put the proxies of the machine's own into the container's settings, and so
  // into a committed image.
  const created = await host.exec('docker', args, {
    env: { DOCKER_HOST: order.engineUrl, DOCKER_CONFIG: path.join(folder, 'empty') },
  });
  if (created.kind === 'not-found') return failedBy('There is no docker client.');
  const id = created.stdout.trim().split('\n').at(-1) ?? '';
  for (const line of created.stderr.trim().split('\n')) {
    if (created.exitCode === 0 && line !== '') host.log(line);
  }
  return created.exitCode === 0 && /^[0-9a-f]{64}$/.test(id)
    ? ok(id)
    : failedBy(created.stderr.trim());
}

async function finish(
  host: Host,
  order: BootOrder,
  outside: Outside,
  started: Started,
): Promise<Result<BootedContainer>> {
  const unstarted = (reason: string) =>
    failedBy(startFailure(reason, order.imageText, order.image));
  if (!started.ok) return unstarted(started.failure);
  const { holder, facts } = started.value;
  const seen = await inspectContainer(order, facts);
  if (!seen.ok) {
    const words = await lastWords(holder);
    return typeof seen.failure === 'string'
      ? unstarted(`It exited immediately. ${seen.failure} ${words}`)
      : failedBy(seen.failure);
  }
  for (const note of seen.value.notes) host.notice(note);
  const booted: BootedContainer = { ...outside, ...seen.value.facts };
  holder.tell(JSON.stringify(booted));
  const program = bootProgram(order.folder, holder.pid);
  host.files.write(path.join(order.folder, 'bin', 'boot'), program, 0o700);
  const answer = await holder.answer();
  holder.release();
  if (answer !== 'ready') throw holderFailure(host, order, answer);
  return ok(booted);
}

function holderFailure(host: Host, { folder }: BootOrder, said: string | undefined): Error {
  const log = host.files.read(path.join(folder, 'holder.log')) ?? '';
  return new Error(`The process that holds the container did not start.\n${said ?? ''}${log}`);
}

/** Folders that earlier steps made below RUNNER_TEMP for both sides. */
function sharedFolders(host: Host, toEngine: ToEngine): readonly SharedFolder[] {
  return sharedFolderVariables.flatMap((variable) => {
    const outside = path.normalize(host.env[variable] ?? '.');
    const isOurs = outside.startsWith(`${path.normalize(host.temporaryFolder)}/`);
    return isOurs && host.files.list(outside) !== undefined && toEngine(outside) !== undefined
      ? [{ outside, inside: `${insideFolders.shared}/${variable}` }]
      : [];
  });
}

/** Docker's own, for images that say nothing. */
const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

function definedValues(env: Host['env']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The folders of a boot, below a new one of mode 0700. */
export function makeFolders(host: Host): string {
  const folder = host.files.makeTemporaryFolder('transship-boot-');
  const modes = {
    client: 0o755,
    bin: 0o700,
    requests: 0o700,
    staging: 0o700,
    empty: 0o700,
    run: 0o755,
  };
  for (const [name, mode] of Object.entries(modes))
    host.files.makeFolder(path.join(folder, name), mode);
  // The container's user writes there, whatever its number; the folder above keeps everyone else out.
  for (const name of ['steps', 'temp', 'docker'])
    host.files.makeFolder(path.join(folder, name), 0o777);
  host.files.write(path.join(folder, 'steps', 'ready'), '', 0o644);
  const event = host.files.readBytes(host.env['GITHUB_EVENT_PATH'] ?? '');
  if (event !== undefined) host.files.write(path.join(folder, 'steps', 'event.json'), event, 0o644);
  return folder;
}

async function makePipe(host: Host, file: string): Promise<void> {
  const made = await host.exec('mkfifo', ['-m', '600', file]);
  if (made.kind === 'not-found' || made.exitCode !== 0)
    throw new Error(`mkfifo: ${made.kind === 'exited' ? made.stderr : made.kind}`);
}
