/** The action: pulls or finds the image, boots it, and tells later steps about it. */

import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { engineAddress } from '../../docker/engine-address.ts';
import type { EngineAddress } from '../../docker/engine-api.ts';
import { pullByEngine } from '../../docker/pull-by-engine.ts';
import type { Failure } from '../../ground/failure.ts';
import { fail, failedBy, ok, type Result } from '../../ground/result.ts';
import type { Host } from '../../host/host.ts';
import type { pullBootImageInterface } from '../../interfaces/pull-boot-image.ts';
import { type ActionContext, type ActionProgram, done, failed } from '../program.ts';
import { boot, makeFolders } from './boot.ts';
import type { BootOrder } from './boot-order.ts';
import { type BootedImage, bootedImage, mirrorReferences } from './booted-image.ts';
import { lendClient } from './docker-client.ts';
import { toEngine } from './job-container.ts';
import { askForImage, type LocalImage } from './local-image.ts';
import { findWorker } from './processes.ts';
import { type Pulled, pullImage } from './pull.ts';
import { type Pair, pair, parseRunOptions, type RunOptions } from './run-options.ts';
import { expandWords } from './words.ts';

export const pullBootImage: ActionProgram<typeof pullBootImageInterface> = async ({
  host,
  inputs,
  output,
}) => {
  const read = readRequest(host, inputs);
  if (!read.ok) return failed(...read.failure);
  const { image, mirrors, options, env } = read.value;

  if (host.platform !== 'linux') {
    return failed({
      message: `This action boots Linux containers; this runner's system is ${host.platform}.`,
      remedy: 'Use a Linux runner with a Docker engine, such as ubuntu-latest.',
    });
  }
  const address = await engineAddress(host);
  if (!address.ok) return failed(address.failure);
  const { engine, url } = address.value;
  const asked = firstAnswer(engine, url, image);
  // What the engine is asked for leaves before this program does anything else: both work at the same time.
  await turn();
  let pulling: Promise<Pulled> | undefined;
  if (inputs.pull) {
    const answer = await asked;
    if (!answer.ok) return failed(answer.failure);
    pulling = pullImage(host, {
      text: image.text,
      mirrors,
      platform: inputs.platform,
      hasLocal: answer.value !== undefined,
      // The client checks signatures that the engine knows nothing of.
      ...(isOn(host.env['DOCKER_CONTENT_TRUST'])
        ? {}
        : {
            pullOne: (reference: string, platform: string) =>
              pullByEngine(host, engine, reference, platform),
          }),
    });
    pulling.catch(() => {});
    await turn();
  }
  const folder = makeFolders(host);
  const translating = toEngine(host, engine);
  const lending = translating.then((translate) =>
    lendClient(host, path.join(folder, 'client'), translate),
  );
  lending.catch(() => {});
  const answer = await asked;
  if (!answer.ok) return failed(answer.failure);

  const chosen = await chooseImage(host, engine, image, answer.value, await pulling);
  if (!chosen.ok) return failed(chosen.failure);
  const { found, name } = chosen.value;

  const started = host.now();
  const workspace = host.env['GITHUB_WORKSPACE'] || process.cwd();
  const translate = await translating;
  const hidden = [workspace, folder].filter((own) => translate(own) === undefined);
  if (hidden.length > 0) return failed(cannotMount(hidden));
  const order: BootOrder = {
    engine,
    engineUrl: url,
    image: found,
    imageName: name,
    imageText: image.text,
    name: options.name ?? containerName(host),
    platform: inputs.platform,
    options: inputs.options === '' ? undefined : options.create,
    user: options.user,
    env,
    workspace,
    toEngine: translate,
    client: await lending,
    worker: findWorker(process.pid, 'GITHUB_ENV', host.env['GITHUB_ENV']),
    folder,
  };
  const booted = await boot(host, order);
  if (!booted.ok) return failed(booted.failure);

  host.addPath(path.join(folder, 'bin'));
  host.exportVariable('SHIPPABLE_CONTAINER_NAME', order.name);
  output('container', order.name);
  output('image', image.text);
  output('digest', found.digest ?? '');
  const seconds = ((host.now() - started) / 1000).toFixed(1);
  host.log(
    `Booted ${image.text} (${found.digest ?? found.id}) as ${order.name} in ${seconds} s. Steps with \`shell: boot {0}\` run inside it.`,
  );
  return done;
};

const cannotMount = (folders: readonly string[]): Failure => ({
  message: `The Docker engine cannot mount ${folders.join(' and ')} of this job container.`,
  remedy:
    'Run the job without `container:` (the steps run in the booted image anyway), or mount these folders from the engine’s machine.',
});

type Request = {
  readonly image: BootedImage;
  readonly mirrors: readonly string[];
  readonly options: RunOptions;
  readonly env: readonly Pair[];
};

/** What the inputs ask for, before anything is asked of an engine. */
function readRequest(
  host: Host,
  inputs: ActionContext<typeof pullBootImageInterface>['inputs'],
): Result<Request, readonly Failure[]> {
  const image = bootedImage(inputs.image_name, inputs.image_tag, (name) => host.env[name]);
  if (!image.ok) return failedBy([image.failure]);
  const mirrors = mirrorReferences(inputs.mirrors, image.value);
  if (!mirrors.ok) return failedBy([mirrors.failure]);
  const options = readOptions(host, inputs.options);
  if (!options.ok) return options;
  const env = readEnv(host, inputs.env);
  if (!env.ok) return failedBy([env.failure]);
  return ok({
    image: image.value,
    mirrors: mirrors.value,
    options: options.value.options,
    env: [...options.value.env, ...env.value],
  });
}

/**
 * The image to boot: the one that was pulled, else the one that the machine has.
 * @param there what the machine had before
 * @param pulled undefined where nothing was to be pulled
 */
async function chooseImage(
  host: Host,
  engine: EngineAddress,
  image: BootedImage,
  there: LocalImage | undefined,
  pulled: Pulled | undefined,
): Promise<Result<{ readonly found: LocalImage; readonly name: string }>> {
  let found = there;
  let name = image.text;
  if (pulled !== undefined) {
    // Shippable's users named images that `pre_ci` had built without saying `pull: false` (shippable.md 15).
    if (pulled.ok) name = pulled.value;
    else if (pulled.failure.absent && found !== undefined)
      host.warning(
        `No registry has ${image.text}, so the image with that name on this machine is booted. If an earlier step builds it, set \`pull: false\`.`,
      );
    else return failedBy(pulled.failure);
    found = (await askForImage(engine, name, image)).image;
  }
  return found === undefined
    ? fail(
        `${image.text} is not on this machine.`,
        '`pull: false` uses an image that an earlier step of the same job built or pulled. Check its name and tag there, or set `pull: true`.',
      )
    : ok({ found, name });
}

const isOn = (value: string | undefined): boolean => /^(?:1|true|yes|on)$/i.test(value ?? '');

/** What Shippable called it: `c.exec.PROJECT.RUN.JOB` (shippable.md 2.2), and something that no other job has. */
function containerName(host: Host): string {
  const repository = (host.env['GITHUB_REPOSITORY'] ?? '').split('/').at(-1) || 'local';
  const run = host.env['GITHUB_RUN_NUMBER'] || '0';
  const unique = Math.floor(host.random() * 0x100000000)
    .toString(16)
    .padStart(8, '0');
  return `c.exec.${repository}.${run}.${unique}`.replace(/[^A-Za-z0-9_.-]/g, '-');
}

/** Whether the engine answers, and runs Linux; then the image of that name which it has. */
async function firstAnswer(
  engine: EngineAddress,
  url: string,
  image: BootedImage,
): Promise<Result<LocalImage | undefined>> {
  try {
    const { image: found, system } = await askForImage(engine, image.text, image);
    // An engine that says nothing is not a Windows: only that one has other containers.
    if (system === undefined || system === 'linux') return ok(found);
    return fail(`The Docker engine at ${url} runs ${system} containers, not Linux containers.`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return fail(
      `The Docker engine at ${url} does not answer (${code ?? 'not the answer of an engine'}).`,
      code === 'EACCES'
        ? 'This user has no access to its socket: add it to the group docker.'
        : 'Check that the engine runs: this action needs one on the machine of the runner.',
    );
  }
}

type OptionsResult = Result<
  { readonly options: RunOptions; readonly env: readonly Pair[] },
  readonly Failure[]
>;

function readOptions(host: Host, text: string): OptionsResult {
  const { words, unset, problem } = expandWords(text, (name) => host.env[name]);
  warnUnset(host, 'options', unset);
  const options = parseRunOptions(words);
  const problems = [...(problem === undefined ? [] : [problem]), ...options.problems];
  if (problems.length > 0) {
    return failedBy(problems.map((one) => ({ message: `options: ${one}.` })));
  }
  for (const { option, why } of options.ignored)
    host.notice(`options: ${option} has no effect here: ${why}.`);
  const fromFiles: Pair[] = [];
  for (const file of options.envFiles) {
    const content = host.files.read(path.resolve(file));
    if (content === undefined)
      return failedBy([{ message: `options: there is no --env-file ${file}.` }]);
    const lines = content.split(/\r?\n/).map((line) => line.trimStart());
    fromFiles.push(...lines.filter((line) => line !== '' && !line.startsWith('#')).map(pair));
  }
  warnMissing(host, 'options', options.env);
  // As for `docker run`: what -e says wins over files.
  return ok({ options, env: [...fromFiles, ...options.env] });
}

function readEnv(host: Host, text: string): Result<readonly Pair[]> {
  const { words, unset, problem } = expandWords(text, (name) => host.env[name]);
  warnUnset(host, 'env', unset);
  const pairs = words.map(pair);
  const wrong = pairs.findIndex(
    ({ name, value }) => !(value === undefined ? /^[A-Za-z_]\w*$/ : /^[^\s=]+$/).test(name),
  );
  if (problem !== undefined || wrong >= 0) {
    // The word itself may be part of a secret.
    return fail(
      `env: ${problem ?? `word ${wrong + 1} is neither NAME nor NAME=value`}.`,
      'A value with spaces must be in quotes: NAME="two words".',
    );
  }
  warnMissing(host, 'env', pairs);
  if (/^(?:[A-Za-z_]\w*=[^\s,='"]*,\s*)+[A-Za-z_]\w*=\S*$/.test(text.trim()))
    host.warning(
      'env: commas are part of the values, and do not separate variables. Separate them with spaces or line breaks.',
    );
  return ok(pairs);
}

function warnUnset(host: Host, input: string, unset: readonly string[]): void {
  for (const name of unset) host.warning(`${input}: $${name} is not set; it is treated as empty.`);
}

/** A name alone may be the rest of a value that is not in quotes. */
function warnMissing(host: Host, input: string, pairs: readonly Pair[]): void {
  pairs.forEach(({ name, value }, index) => {
    if (value !== undefined || host.env[name] !== undefined) return;
    host.warning(
      `${input}: variable ${index + 1} is only a name, and there is no variable with that name. A value with spaces must be in quotes.`,
    );
  });
}
