// One build as the arguments and environment of the docker client. Values that may be secret go by the environment,
// never by an argument that every user of the machine can read.

import type { Builder } from './builder.ts';

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
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  /** Files that the client writes. */
  readonly imageIdFile: string;
  readonly metadataFile: string;
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
};

/** Variables that steer the client, its plugins or the programs that it starts: no build argument may set them. */
const clientVariable =
  /^(PATH|HOME|TMPDIR|TEMP|TMP|SSH_AUTH_SOCK|SOURCE_DATE_EPOCH|GO(DEBUG|GC|TRACEBACK|MAXPROCS|MEMLIMIT)|(DOCKER|BUILDX|BUILDKIT|COMPOSE|XDG|LD|DYLD|SSL|OTEL|ACTIONS|TRANSSHIP)(_.*)?)$/i;

/** Whether the environment can carry an argument of this name to the client. */
export const canTravelInEnvironment = (name: string): boolean =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !clientVariable.test(name);

type Part = {
  readonly arguments: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};

const argumentPart = ({ name, value }: BuildArgument): Part =>
  canTravelInEnvironment(name)
    ? { arguments: ['--build-arg', name], environment: { [name]: value } }
    : { arguments: ['--build-arg', `${name}=${value}`] };

const secretPart = (
  secret: { readonly id: string; readonly value: string },
  index: number,
): Part => {
  const variable = `TRANSSHIP_SECRET_${index}`;
  return {
    arguments: ['--secret', `id=${secret.id},env=${variable}`],
    environment: { [variable]: secret.value },
  };
};

/** The client reads such values as one line of CSV. */
const csvField = (text: string): string =>
  /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const flag = (name: string, values: readonly string[]): readonly string[] =>
  values.flatMap((value) => [name, value]);

function joinParts(
  command: readonly string[],
  parts: readonly Part[],
  context: string,
): Invocation {
  return {
    arguments: [...command, ...parts.flatMap((part) => part.arguments), '--', context],
    environment: Object.assign({}, ...parts.map((part) => part.environment ?? {})),
  };
}

/** What every client understands. */
function commonParts(request: BuildRequest): readonly Part[] {
  return [
    { arguments: ['--file', request.dockerfile, '--iidfile', request.imageIdFile] },
    { arguments: flag('--tag', request.references) },
    ...request.buildArguments.map(argumentPart),
    { arguments: request.target === '' ? [] : ['--target', request.target] },
    { arguments: flag('--label', request.labels) },
    {
      arguments: request.platforms.length === 0 ? [] : ['--platform', request.platforms.join(',')],
    },
    { arguments: request.pull ? ['--pull'] : [] },
    { arguments: flag('--cache-from', request.cacheFrom) },
  ];
}

function buildKitParts(request: BuildRequest): readonly Part[] {
  return [
    { arguments: ['--progress', 'plain'] },
    ...request.secrets.map(secretPart),
    { arguments: flag('--ssh', request.ssh) },
  ];
}

/**
 * The command line of one build.
 *
 * @param request what to build; the caller leaves out what the builder cannot do
 */
export function buildInvocation(request: BuildRequest, builder: Builder): Invocation {
  const common = commonParts(request);
  if (builder.kind === 'engine-classic') {
    const classic = { arguments: [], environment: { DOCKER_BUILDKIT: '0' } };
    return joinParts(['build'], [...common, classic], request.context);
  }
  const buildKit = buildKitParts(request);
  if (builder.kind === 'engine-buildkit') {
    const inline = request.cacheFrom.length > 0 ? ['--build-arg', 'BUILDKIT_INLINE_CACHE=1'] : [];
    const client = { arguments: inline, environment: { DOCKER_BUILDKIT: '1' } };
    return joinParts(['build'], [...common, ...buildKit, client], request.context);
  }
  const output =
    request.output.kind === 'engine'
      ? ['--load']
      : ['--output', `type=oci,tar=false,${csvField(`dest=${request.output.folder}`)}`];
  const buildx: Part = {
    arguments: [
      ...['--builder', builder.name, '--metadata-file', request.metadataFile],
      ...flag('--cache-to', request.cacheTo),
      ...output,
    ],
    environment: {
      // Attestations add manifests that older registries and Amazon Lambda refuse, and would name build arguments.
      BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
      BUILDX_METADATA_PROVENANCE: 'disabled',
      // What a build said stays in the log; nothing is sent elsewhere.
      DOCKER_CLI_HINTS: 'false',
    },
  };
  return joinParts(['buildx', 'build'], [...common, ...buildKit, buildx], request.context);
}
