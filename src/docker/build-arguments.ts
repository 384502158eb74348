// One build as the words, files and environment of the docker client. No value of a build argument or a secret is a word,
// which every user of the machine can read, or a variable of the client, which some names would steer: buildx reads them
// from files of mode 0600, and `docker build` of a client without buildx gets its arguments from a relay on the way to
// the engine (build-relay.ts).

import path from 'node:path';
import { bakeTemplate } from './bake-template.ts';
import type { Builder } from './builder.ts';
import { cacheVariables } from './client-environment.ts';

type BuildArgument = {
  readonly name: string;
  readonly value: string;
  /** It came from an encrypted file. */
  readonly secret: boolean;
};

export type BuildRequest = {
  /** Absolute paths. */
  readonly context: string;
  readonly dockerfile: string;
  /** Full references, name and tag. */
  readonly references: readonly string[];
  readonly buildArguments: readonly BuildArgument[];
  readonly target: string;
  /** `key=value` each. */
  readonly labels: readonly string[];
  readonly platforms: readonly string[];
  readonly secrets: readonly { readonly id: string; readonly value: string }[];
  /** `id` or `id=path` each. */
  readonly ssh: readonly string[];
  readonly pull: boolean;
  readonly noCache: boolean;
  /** `name=place` each; a folder is an absolute path. */
  readonly buildContexts: readonly string[];
  /** `name:address` each. */
  readonly addHosts: readonly string[];
  /** Empty for that of the builder. */
  readonly network: string;
  readonly shmSize: string;
  /** `name=soft[:hard]` each. */
  readonly ulimits: readonly string[];
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  /** A folder of mode 0700 for what this build needs and leaves behind; its user removes it. */
  readonly folder: string;
  /** Where the result goes: into the engine, or as an OCI layout into a folder. */
  readonly output:
    | { readonly kind: 'engine' }
    | { readonly kind: 'layout'; readonly folder: string };
};

export type Invocation = {
  /** After `docker`. */
  readonly arguments: readonly string[];
  /** Set on top of the process's own. */
  readonly environment: Readonly<Record<string, string>>;
  /** Variables that children do not get otherwise, and this one needs. */
  readonly needs: readonly string[];
  /** To write with mode 0600 before the client starts, by absolute path. */
  readonly files: ReadonlyMap<string, string>;
  /** Arguments that the relay adds to the request. */
  readonly byRelay: Readonly<Record<string, string>>;
};

/** Files that the client writes into the folder of a build. */
export const imageIdFile = (folder: string): string => path.join(folder, 'image-id');
export const metadataFile = (folder: string): string => path.join(folder, 'metadata.json');

/** The name of the one target in our definitions; buildx puts it around the metadata. */
export const bakeTarget = 'image';

/** The client reads such values as one line of CSV. */
const csvField = (text: string): string =>
  /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const flag = (name: string, values: readonly string[]): readonly string[] =>
  values.flatMap((value) => [name, value]);

const secretFile = (folder: string, index: number): string => path.join(folder, `secret-${index}`);

const secretFiles = ({ folder, secrets }: BuildRequest): ReadonlyMap<string, string> =>
  new Map(secrets.map(({ value }, index) => [secretFile(folder, index), value]));

const secretWords = ({ folder, secrets }: BuildRequest): readonly string[] =>
  secrets.map(({ id }, index) => `id=${id},${csvField(`src=${secretFile(folder, index)}`)}`);

/** The command line of one build by the client itself: clients without buildx. */
function clientBuild(request: BuildRequest, buildKit: boolean): Invocation {
  const { buildArguments, cacheFrom } = request;
  // Says to BuildKit inside an old client what `--cache-to type=inline` says to buildx.
  const inline = buildKit && cacheFrom.length > 0 ? ['--build-arg', 'BUILDKIT_INLINE_CACHE=1'] : [];
  const onlyBuildKit = buildKit
    ? [
        '--progress',
        'plain',
        ...flag('--secret', secretWords(request)),
        ...flag('--ssh', request.ssh),
      ]
    : [];
  return {
    arguments: [
      ...['build', '--file', request.dockerfile, '--iidfile', imageIdFile(request.folder)],
      ...flag('--tag', request.references),
      ...(request.target === '' ? [] : ['--target', request.target]),
      ...flag('--label', request.labels),
      ...(request.platforms.length === 0 ? [] : ['--platform', request.platforms.join(',')]),
      ...(request.pull ? ['--pull'] : []),
      ...(request.noCache ? ['--no-cache'] : []),
      ...flag('--build-context', request.buildContexts),
      ...flag('--add-host', request.addHosts),
      ...(request.network === '' ? [] : ['--network', request.network]),
      ...(request.shmSize === '' ? [] : ['--shm-size', request.shmSize]),
      ...flag('--ulimit', request.ulimits),
      ...flag('--cache-from', cacheFrom),
      ...onlyBuildKit,
      ...inline,
      ...['--', request.context],
    ],
    environment: { DOCKER_BUILDKIT: buildKit ? '1' : '0' },
    needs: [],
    files: buildKit ? secretFiles(request) : new Map(),
    byRelay: Object.fromEntries(buildArguments.map(({ name, value }) => [name, value])),
  };
}

const splitAt = (text: string, sign: '=' | ':'): readonly [string, string] => {
  const at = text.indexOf(sign);
  return [text.slice(0, at), text.slice(at + 1)];
};

/**
 * One target of a definition for `docker buildx bake`, in the JSON form of HCL.
 * https://docs.docker.com/build/bake/reference/
 */
function bakeDefinition(request: BuildRequest): string {
  const all = (values: readonly string[]): readonly string[] => values.map(bakeTemplate);
  const pairs = (values: readonly (readonly [string, string])[]): object =>
    Object.fromEntries(values.map(([name, value]) => [bakeTemplate(name), bakeTemplate(value)]));
  const output =
    request.output.kind === 'engine'
      ? 'type=docker'
      : `type=oci,tar=false,${csvField(`dest=${request.output.folder}`)}`;
  const target = {
    context: bakeTemplate(request.context),
    dockerfile: bakeTemplate(request.dockerfile),
    tags: all(request.references),
    args: pairs(request.buildArguments.map(({ name, value }) => [name, value])),
    labels: pairs(request.labels.map((label) => splitAt(label, '='))),
    ...(request.target !== '' && { target: bakeTemplate(request.target) }),
    platforms: all(request.platforms),
    secret: all(secretWords(request)),
    ssh: all(request.ssh),
    pull: request.pull,
    ...(request.noCache && { 'no-cache': true }),
    ...(request.buildContexts.length > 0 && {
      contexts: pairs(request.buildContexts.map((text) => splitAt(text, '='))),
    }),
    ...(request.addHosts.length > 0 && {
      'extra-hosts': pairs(request.addHosts.map((text) => splitAt(text, ':'))),
    }),
    ...(request.network !== '' && { network: bakeTemplate(request.network) }),
    ...(request.shmSize !== '' && { 'shm-size': bakeTemplate(request.shmSize) }),
    ...(request.ulimits.length > 0 && { ulimits: all(request.ulimits) }),
    'cache-from': all(request.cacheFrom),
    'cache-to': all(request.cacheTo),
    output: [bakeTemplate(output)],
  };
  return `${JSON.stringify({ target: { [bakeTarget]: target } })}\n`;
}

/**
 * How one build is run.
 *
 * @param request what to build; the caller leaves out what the builder cannot do
 */
export function buildInvocation(request: BuildRequest, builder: Builder): Invocation {
  if (builder.kind !== 'buildx') return clientBuild(request, builder.kind === 'engine-buildkit');
  const { folder, cacheFrom, cacheTo } = request;
  const definition = path.join(folder, 'build.json');
  const usesGitHub = [...cacheFrom, ...cacheTo].some((text) => text.startsWith('type=gha'));
  return {
    arguments: [
      ...['buildx', 'bake', '--builder', builder.name, '--file', definition],
      // Asked for by the input, so that it is no surprise to anybody.
      ...(request.network === 'host' ? ['--allow', 'network.host'] : []),
      ...['--metadata-file', metadataFile(folder), '--progress', 'plain', bakeTarget],
    ],
    environment: {
      // Attestations add manifests that older registries and Amazon Lambda refuse, and would name build arguments.
      BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
      BUILDX_METADATA_PROVENANCE: 'disabled',
      // The definition is ours: it names the context, the Dockerfile and our own files, wherever they lie.
      BUILDX_BAKE_ENTITLEMENTS_FS: '0',
      // What a build said stays in the log; nothing is sent elsewhere.
      DOCKER_CLI_HINTS: 'false',
    },
    needs: usesGitHub ? cacheVariables : [],
    files: new Map([...secretFiles(request), [definition, bakeDefinition(request)]]),
    byRelay: {},
  };
}
