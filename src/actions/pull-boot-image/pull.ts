/** Pulls the image: mirrors first, again after what may pass, and says in one sentence what will not. */

import { backOff, secondsText } from '../../ground/back-off.ts';
import type { Failure } from '../../ground/failure.ts';
import { failedBy, ok, type Result } from '../../ground/result.ts';
import type { ExecResult, Host } from '../../host/host.ts';

export type PullRequest = {
  readonly text: string;
  readonly mirrors: readonly string[];
  readonly platform: string;
  /** The engine has an image of this name already: where no registry has one, no second try is made. */
  readonly hasLocal?: boolean;
  /** Pulls one reference, printing what there is to see; `docker pull` unless told. */
  readonly pullOne?: (reference: string, platform: string) => Promise<ExecResult>;
};

const tries = 5;
const delays = { first: 1_500, longest: 30_000 };

type Refusal = {
  readonly match: RegExp;
  readonly message: (image: string) => string;
  readonly remedy: string;
  /** The registry has no such image, as far as this machine may know. */
  readonly absent?: true;
};

/** What no second try can change, by the words of the engine or the registry. */
const refusals: readonly Refusal[] = [
  {
    match: /Cannot connect to the Docker daemon|permission denied while trying to connect/i,
    message: () => 'The Docker engine does not answer.',
    remedy: 'Check that it runs, and that this user has access to its socket (group docker).',
  },
  {
    match: /no space left on device/i,
    message: (image) => `The disk is full: ${image} could not be unpacked.`,
    remedy:
      'Remove what the job does not need (`docker system df` shows what uses space), or use a larger runner.',
  },
  {
    match:
      /no matching manifest for|does not match the specified platform|image operating system .* cannot be used/i,
    message: (image) => `${image} does not exist for this platform.`,
    remedy: 'Set another `platform`, or use a runner for the image’s platform or another image.',
  },
  {
    match: /schema ?1\b|manifest\.v1\+|Image Format v1/i,
    message: (image) =>
      `${image} was last pushed in a format of before 2016 (manifest schema 1), which engines no longer read.`,
    remedy:
      'Pull it with a Docker engine before version 26 and push it again, build it anew, or name another image.',
  },
  {
    match: /encountered remote .* when fetching|(?:invalid|unsupported) (?:manifest|media)/i,
    message: (image) => `${image} is not an image of a container.`,
    remedy:
      'Check image_name and image_tag: a registry also holds charts, signatures and the like.',
  },
  {
    match:
      /manifest unknown|manifest for .* not found|not found: manifest|name unknown|repository .* not found: does not exist or no pull access/i,
    message: (image) => `${image} does not exist at its registry.`,
    remedy:
      'Check image_name and image_tag. To use an image that an earlier step built, set `pull: false`.',
    absent: true,
  },
  {
    match:
      /pull access denied|no basic auth credentials|unauthorized|authentication required|denied|403 Forbidden/i,
    message: (image) => `The registry denies access to ${image}, or the image does not exist.`,
    remedy:
      'Put the login action before this step, with an account that can pull from this repository, and check image_name. (In shippable.yml: a `hub` integration whose `branches` match.)',
    absent: true,
  },
  {
    match: /x509|certificate/i,
    message: (image) => `The engine does not trust the certificate of the registry of ${image}.`,
    remedy: 'Put the authority’s certificate into /etc/docker/certs.d/HOST/ca.crt on the runner.',
  },
  {
    match: /server gave HTTP response to HTTPS client/i,
    message: (image) => `The registry of ${image} uses plain HTTP.`,
    remedy:
      'Add it to `insecure-registries` in the engine’s daemon.json, or give it a certificate.',
  },
  {
    // A number of another kind, such as a port, has no words behind it.
    match:
      /\b(?:status|HTTP)\b[^\n]*?\s4(?!08|25|29)\d\d(?= [A-Z]| response|$)|invalid character '<'/im,
    message: (image) => `What answers at the address of ${image} does not give it.`,
    remedy: 'Check image_name: its host has to be that of a registry, without a path of its own.',
  },
];

/** Words of what may pass: limits and problems of the registry itself. They may hold words of a refusal. */
const passing =
  /toomanyrequests|too many requests|(?:unexpected|status).{0,120}\b(?:408|429|5\d\d)\b|service unavailable|bad gateway|gateway time-?out|internal server error/i;

/** Words of a name that leads to no registry at all, which may come up later. */
const nobodyThere = /no such host|connection refused|name or service not known/i;

/** The name by which the engine has the image now; `absent`: no registry has it. */
export type Pulled = Result<string, Failure & { readonly absent: boolean }>;

export async function pullImage(
  host: Host,
  { text, mirrors, platform, hasLocal = false, pullOne = byClient(host) }: PullRequest,
): Promise<Pulled> {
  for (const mirror of mirrors) {
    host.group(`Pull ${mirror}`);
    const pulled = await pullOne(mirror, platform);
    host.endGroup();
    if (!succeeded(pulled)) {
      host.warning(`The mirror did not provide ${mirror}; trying the next one.`);
      continue;
    }
    // An image by digest can't be given a name; the digest proves that it is the same.
    if (text.includes('@')) return ok(mirror);
    if (succeeded(await host.exec('docker', ['tag', mirror, text]))) return ok(text);
  }
  for (let attempt = 1; ; attempt += 1) {
    host.group(`Pull ${text}${attempt === 1 ? '' : `, try ${attempt}`}`);
    const pulled = await pullOne(text, platform);
    host.endGroup();
    if (succeeded(pulled)) return ok(text);
    const words = pulled.kind === 'exited' ? pulled.stderr : '';
    const refusal = passing.test(words)
      ? undefined
      : refusals.find(({ match }) => match.test(words));
    if (refusal !== undefined)
      return failed(
        `${refusal.message(text)}\n${lastLine(words)}`,
        refusal.remedy,
        refusal.absent === true,
      );
    const nobody = nobodyThere.test(words);
    const isLast = attempt === tries || pulled.kind === 'not-found' || host.cancelled();
    if ((nobody && hasLocal) || isLast) {
      return failed(
        `${text} could not be pulled after ${attempt} attempts.\n${lastLine(words)}`,
        'Check the status of the registry, and whether the runner can reach it.',
        nobody,
      );
    }
    const wait = backOff(delays, attempt, host.random());
    host.log(`${lastLine(words)}\nTrying again in ${secondsText(wait)}.`);
    await host.sleep(wait);
  }
}

const byClient =
  (host: Host) =>
  (reference: string, platform: string): Promise<ExecResult> => {
    const withPlatform = platform === '' ? [] : ['--platform', platform];
    return host.exec('docker', ['pull', ...withPlatform, reference], { output: 'show' });
  };

function failed(message: string, remedy: string, absent: boolean): Pulled {
  return failedBy({ message, remedy, absent });
}

function succeeded(result: ExecResult): boolean {
  return result.kind === 'exited' && result.exitCode === 0;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
