// CodeShip's generator services (codeship.md 5.3): an image that writes a dockercfg to the path that it is given.
// The file stays in a volume of the container and comes out as a stream, so that it is never on the runner's disk.

import path from 'node:path';
import { parseEnvFile } from '../../format/env-file.ts';
import { awsKeyVariables } from '../../host/child-environment.ts';
import type { ExecOptions, ExecResult, Host } from '../../host/host.ts';
import { fail, ok, type Result } from '../../registry/protocol/result.ts';
import { splitWords } from '../../shell/words.ts';
import { isPublicPair } from '../program-inputs.ts';
import { findFile, isPlainVariables, openText } from '../secret-file.ts';
import { dockercfgWishes } from './dockercfg-wishes.ts';
import { knownGenerator } from './known-generators.ts';
import { fileInTar, openFolder } from './tar.ts';
import type { Wish } from './wish.ts';

export type GeneratorInputs = {
  readonly image: string;
  readonly env: string;
  readonly envFiles: readonly string[];
  readonly options: string;
  readonly key: string;
  readonly realms: readonly string[];
};

const target = '/opt/data/dockercfg';
const longestRun = 10 * 60 * 1000;

export async function generatorWishes(
  host: Host,
  inputs: GeneratorInputs,
): Promise<readonly Result<Wish>[]> {
  const env = await generatorEnv(host, inputs);
  if (!env.ok) return [env];
  const known = knownGenerator(inputs.image, env.value);
  if (known !== undefined) {
    host.log(`${inputs.image} is not run: this action does the same.`);
    return [known];
  }
  const text = await runGenerator(host, inputs, env.value);
  if (!text.ok) return [text];
  return dockercfgWishes(host, text.value, `generator ${inputs.image}`, {}, inputs.realms);
}

/** Files come after `generator-env`: in CodeShip they win (codeship.md 2.3). */
async function generatorEnv(
  host: Host,
  { env, envFiles, key }: GeneratorInputs,
): Promise<Result<ReadonlyMap<string, string>>> {
  const texts = [env];
  for (const given of envFiles) {
    const file = findFile(host, given);
    if (!file.ok) return file;
    const { name, text } = file.value;
    const opened = isPlainVariables(text) ? ok(text) : await openText(host, name, text, key);
    if (!opened.ok) return opened;
    texts.push(opened.value);
  }
  const values = new Map<string, string>();
  for (const text of texts) {
    for (const { name, value } of parseEnvFile(text).entries) {
      values.set(name, value);
      if (!isPublicPair(name, value)) host.mask(value);
    }
  }
  return ok(values);
}

async function runGenerator(
  host: Host,
  { image, options }: GeneratorInputs,
  env: ReadonlyMap<string, string>,
): Promise<Result<string>> {
  const words = splitWords(options);
  if (words.error !== undefined) {
    return fail(
      'wrong',
      `\`generator-options\` can't be split into words: ${words.error.message}.`,
    );
  }
  const folder = path.posix.dirname(target);
  const docker = (args: readonly string[], options: ExecOptions = {}) =>
    host.exec('docker', args, options);
  const create = await host.exec(
    'sh',
    [
      '-c',
      // Docker opens its standard input by name, which works for a pipe and not for the socket that Node makes.
      'cat | docker "$@"',
      'docker',
      'create',
      '--env-file',
      '/dev/stdin',
      '-v',
      folder,
      ...absoluteVolumes(host, words.words),
      image,
      target,
    ],
    // By standard input: not in a list of processes, not on the disk, and no name of it can change the client.
    {
      stdin: [...env].map(([name, value]) => `${name}=${value}\n`).join(''),
      timeoutMs: longestRun,
      needs: awsKeyVariables,
    },
  );
  if (create.kind === 'not-found' || create.exitCode === 127) {
    return fail(
      'wrong',
      `The generator ${image} needs Docker, and there is no docker command here.`,
      'Run the job on a Linux machine with Docker.',
    );
  }
  if (create.exitCode !== 0)
    return fail('wrong', `The generator ${image} cannot be created: ${lastLine(create)}`);
  const container = create.stdout.trim().split('\n').at(-1) ?? '';
  try {
    // A program that is not root could not write to the volume, which the engine makes for root.
    await docker(['cp', '-', `${container}:${path.posix.dirname(folder)}`], {
      stdin: openFolder(path.posix.basename(folder)),
    });
    host.group(`Log of the generator ${image}`);
    const run = await docker(['start', '--attach', container], {
      output: 'show',
      timeoutMs: longestRun,
    });
    host.endGroup();
    if (run.kind !== 'exited' || run.exitCode !== 0) {
      const how =
        run.kind === 'exited'
          ? run.timedOut
            ? 'did not end'
            : `ended with code ${run.exitCode}`
          : 'did not start';
      return fail(
        'refused',
        `The generator ${image} ${how}.`,
        'Its log is above. Check its environment, and whether it needs volumes or the Docker socket in `generator-options`.',
      );
    }
    const copy = await docker(['cp', `${container}:${target}`, '-']);
    const content =
      copy.kind === 'exited' && copy.exitCode === 0 ? fileInTar(copy.stdout) : undefined;
    if (content === undefined) {
      return fail(
        'refused',
        `The generator ${image} did not write a file to the path in its argument, ${target}.`,
      );
    }
    return ok(content);
  } finally {
    await docker(['rm', '--force', '--volumes', container], { cleansUp: true });
  }
}

/** `./folder` of a volume is below the workspace, as in a services file. */
function absoluteVolumes(host: Host, words: readonly string[]): readonly string[] {
  const workspace = host.env['GITHUB_WORKSPACE'] || process.cwd();
  const absolute = (volume: string): string =>
    volume.replace(/^\.{1,2}(?=[/:])[^:]*/, (folder) => path.resolve(workspace, folder));
  return words.map((word, index) => {
    const before = words[index - 1];
    if (before === '-v' || before === '--volume') return absolute(word);
    return word.replace(
      /^(--volume=|-v=)(.*)$/,
      (_all, option: string, volume: string) => option + absolute(volume),
    );
  });
}

/** The last line that says something; the client ends with a hint at its help. */
function lastLine({ stderr, stdout }: Extract<ExecResult, { readonly kind: 'exited' }>): string {
  const lines = (stderr.trim() || stdout.trim()).split('\n').map((line) => line.trim());
  return lines.findLast((line) => line !== '' && !/--help|^See /.test(line)) ?? '';
}
