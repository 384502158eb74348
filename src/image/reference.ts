// Names of images and registries, by the rules of the Docker client.

import { defined } from '../ground/defined.ts';
import { fail, ok, type Result } from '../ground/result.ts';

/** The registry that a name without a host means. */
export const dockerHub = 'docker.io';

export type ImageReference = {
  /** As Docker compares it: `docker.io` for Docker Hub in any spelling. With its port, if any. */
  readonly host: string;
  /** The repository at the host: `library/busybox` for `busybox`. */
  readonly path: string;
  readonly tag?: string;
  /** With its algorithm: `sha256:...`. */
  readonly digest?: string;
  /** Host and path, without tag and digest. */
  readonly name: string;
};

const hostLabel = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const hostPattern = new RegExp(
  `^(?:${hostLabel}(?:\\.${hostLabel})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`,
);
const componentPattern = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestPattern = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
const imageIdPattern = /^[a-f0-9]{64}$/;
/** Docker's limit for host and path together. */
const longestName = 255;

/** Reads `[host[:port]/]path[:tag][@digest]`; the first part is a host if it can be no user's name. */
export function parseReference(text: string): Result<ImageReference> {
  if (text === '') return fail('the name of an image is empty');
  if (imageIdPattern.test(text))
    return fail('64 hexadecimal digits are the identifier of an image, not its name');
  const at = text.indexOf('@');
  const digest = at < 0 ? undefined : text.slice(at + 1);
  if (digest !== undefined && !digestPattern.test(digest))
    return fail(`\`${digest}\` is not a digest`);
  const named = at < 0 ? text : text.slice(0, at);
  const scheme = /^[a-z]+:\/\//i.exec(named)?.[0];
  if (scheme !== undefined) return fail(`write it without \`${scheme}\``);
  const colon = named.lastIndexOf(':');
  const hasTag = colon > named.lastIndexOf('/');
  const tag = hasTag ? named.slice(colon + 1) : undefined;
  if (tag !== undefined && !tagPattern.test(tag)) return fail(`\`${tag}\` is not a tag`);
  const { host, path } = hostAndPath(hasTag ? named.slice(0, colon) : named);
  if (/[A-Z]/.test(host) && !/[.:]/.test(host) && host.toLowerCase() !== 'localhost') {
    // Docker takes it for a host of its own network; it is an account in nearly every file.
    return fail(
      `\`${host}\` has to be in lower case, as all names at Docker Hub; the host of a registry has a dot or a port in it`,
    );
  }
  if (!hostPattern.test(host)) return fail(`\`${host}\` is not the name of a registry`);
  const wrong = path.split('/').find((component) => !componentPattern.test(component));
  if (wrong !== undefined) {
    return fail(
      wrong !== wrong.toLowerCase() && componentPattern.test(wrong.toLowerCase())
        ? `\`${wrong}\` has to be in lower case`
        : `\`${wrong}\` is not part of an image name`,
    );
  }
  const name = `${host}/${path}`;
  if (name.length > longestName) return fail(`a name is at most ${longestName} characters long`);
  return ok({
    host,
    path,
    ...defined({ tag, digest }),
    name,
  });
}

function hostAndPath(name: string): { readonly host: string; readonly path: string } {
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(slash, 0));
  const isHost = /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
  const host = isHost && first !== 'index.docker.io' ? first : dockerHub;
  const path = isHost ? name.slice(slash + 1) : name;
  return { host, path: host === dockerHub && !path.includes('/') ? `library/${path}` : path };
}

/** The name for people: without what Docker adds by itself. */
export function familiarName({ host, path, tag, digest }: ImageReference): string {
  const short = host === dockerHub ? path.replace(/^library\/(?=[^/]+$)/, '') : `${host}/${path}`;
  const name = `${short}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
  // Without the host of Docker Hub, a name may read as the identifier of an image, or as one at another host.
  const again = hostAndPath(short);
  const isSame = again.host === host && again.path === path && !imageIdPattern.test(name);
  return isSame ? name : `${host}/${name}`;
}

/** Hosts that are Docker Hub (codeship.md 4.2, shippable.md 6.1). */
const dockerHubHosts = new Set([
  '',
  dockerHub,
  'index.docker.io',
  'registry-1.docker.io',
  'registry.hub.docker.com',
  'hub.docker.com',
]);

/**
 * The host of a registry as it stands in image names, from any way in which it was written: with a
 * scheme, a path such as `/v1/`, a trailing slash. Nothing, and every spelling of Docker Hub, is
 * `docker.io`.
 */
export function normalizeRegistry(text: string): string {
  const host = text
    .trim()
    .replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\//, '')
    .replace(/[/?#][\s\S]*$/, '')
    .replace(/^[\s\S]*@/, '')
    .toLowerCase();
  return dockerHubHosts.has(host) ? dockerHub : host;
}

/** The key of a registry in Docker's `config.json`, for a host as `normalizeRegistry` gives it. */
export function dockerConfigKey(host: string): string {
  return host === dockerHub ? 'https://index.docker.io/v1/' : host;
}
