// What is to be built, from the inputs, before any builder is asked.

import path from 'node:path';
import type { BuildRequest } from '../../docker/build-arguments.ts';
import { type Cache, type CacheScope, readCache } from '../../docker/cache.ts';
import { type Dockerfile, readDockerfile, undeclaredArguments } from '../../format/dockerfile.ts';
import type { Failure } from '../../ground/failure.ts';
import { failedBy, ok, type Result } from '../../ground/result.ts';
import type { Host } from '../../host/host.ts';
import {
  dockerHub,
  familiarName,
  type ImageReference,
  parseReference,
} from '../../image/reference.ts';
import type { buildInterface } from '../../interfaces/build.ts';
import { builtRefs } from '../built-refs.ts';
import { eventPayload, eventText, isForkPullRequest } from '../event.ts';
import { readKeyValues } from '../list-entries.ts';
import type { Inputs } from '../program.ts';
import { tagOf } from '../push/tag-text.ts';
import { linesOf, planTargets } from '../push/targets.ts';
import type { Templates } from '../template.ts';
import { openArguments } from './encrypted-arguments.ts';
import { eventLabels } from './event-labels.ts';
import {
  mergeArguments,
  readBuildArguments,
  readBuilderList,
  readBuilderWord,
  readPlatforms,
  readSecrets,
  readSsh,
} from './read-inputs.ts';

export type BuildPlan = {
  /** Without what the choice of a builder decides. */
  readonly request: Omit<BuildRequest, 'cacheFrom' | 'cacheTo' | 'folder' | 'output'>;
  readonly dockerfile: Dockerfile;
  readonly cache: Cache;
  readonly scope: CacheScope;
  /** Texts that must not appear in what we write ourselves. */
  readonly secrets: readonly string[];
};

type BuildInputs = Inputs<typeof buildInterface>;

const title = 'transship build';

export async function planBuild(
  host: Host,
  inputs: BuildInputs,
): Promise<Result<BuildPlan, readonly Failure[]>> {
  const place = findPlace(host, inputs);
  const plain = readBuildArguments(inputs['build-args'], host.env);
  const secrets = readSecrets(inputs.secrets);
  const ssh = readSsh(inputs.ssh);
  const labels = readKeyValues('labels', inputs.labels);
  const platforms = readPlatforms(inputs.platforms);
  const contexts = readBuilderList('build-contexts', inputs['build-contexts']);
  const hosts = readBuilderList('add-hosts', inputs['add-hosts']);
  const ulimits = readBuilderList('ulimit', inputs.ulimit);
  const network = readBuilderWord('network', inputs.network);
  const shmSize = readBuilderWord('shm-size', inputs['shm-size']);
  for (const { value } of secrets.items) host.mask(value);
  const encrypted = await openArguments(
    host,
    linesOf(inputs['encrypted-args-file']),
    linesOf(inputs['encrypted-args']),
    inputs['aes-key'],
  );
  const tags = linesOf(inputs.image_tag);
  const texts = [...tags, ...plain.items.map(({ value }) => value)];
  const { templates, failures: unknown } = await readTexts(host, texts);
  const filled = fillIn(plain.items, templates);
  const merged = mergeArguments(filled.items, encrypted.items);
  const names = planTargets(linesOf(inputs.image_name), tags, (tag, name) => {
    const rendered = templates.render(tag, { image_name: name });
    return rendered.ok ? tagOf(rendered.value) : rendered;
  });
  const words = [contexts, hosts, ulimits, network, shmSize];
  const lists = [plain, secrets, ssh, labels, platforms, filled, names, ...words];
  const problems = lists.flatMap((list) => list.problems).map((message): Failure => ({ message }));
  const [first] = names.targets;
  const repository = first === undefined ? '' : familiarName(withoutTag(first.reference));
  const cache = readCache(inputs.cache, repository);
  if (cache.kind === 'registry' && !isRepository(cache)) {
    problems.push({
      message: `Input cache: \`${inputs.cache}\` is not a repository of a registry${repository === '' ? ', and the image has no name to derive one from' : ''}.`,
      remedy: 'Write a repository as in an image name, `registry`, `inline` or `gha`.',
    });
  }
  const failures = [...place.failures, ...encrypted.failures, ...unknown, ...problems];
  if (failures.length > 0 || place.found === undefined) return failedBy(failures);
  const warnings = [plain, labels, names, merged].flatMap((part) => part.warnings);
  for (const warning of warnings) host.warning(warning, { title });
  const references = names.targets.map(({ text }) => text);
  const given = new Map(merged.items.map(({ name, value }) => [name, value]));
  const dockerfile = readDockerfile(place.found.text, given);
  warnAboutArguments(host, dockerfile, merged.items);
  const ownLabels = inputs['oci-labels'] ? await eventLabels(host, place.found.text) : [];
  const givenKeys = new Set(labels.items.map(keyOf));
  return ok({
    request: {
      context: place.found.context,
      dockerfile: place.found.dockerfile,
      references,
      buildArguments: merged.items,
      target: inputs.target,
      labels: [...ownLabels.filter((label) => !givenKeys.has(keyOf(label))), ...labels.items],
      platforms: platforms.items,
      secrets: secrets.items,
      ssh: ssh.items,
      pull: inputs.pull,
      noCache: inputs['no-cache'],
      buildContexts: contexts.items.map((entry) => contextPlace(host, entry)),
      addHosts: hosts.items,
      network: network.value,
      shmSize: shmSize.value,
      ulimits: ulimits.items,
    },
    dockerfile,
    cache,
    scope: await cacheScope(host, inputs, references),
    secrets: [...secrets.items, ...encrypted.items]
      .map(({ value }) => value)
      .filter((value) => value.length > 2),
  });
}

/** A folder starts at the root of the checkout, as `context` does. */
function contextPlace(host: Host, entry: string): string {
  const equals = entry.indexOf('=');
  const place = entry.slice(equals + 1).trim();
  const workspace = host.env['GITHUB_WORKSPACE'] || process.cwd();
  const isAddress = /^(?:[a-z][a-z0-9+.-]*:|git@)/i.test(place);
  return `${entry.slice(0, equals)}=${isAddress ? place : path.resolve(workspace, place)}`;
}

const keyOf = (label: string): string => label.slice(0, label.indexOf('='));

const withoutTag = ({ host, path, name }: ImageReference): ImageReference => ({ host, path, name });

type Place = { readonly context: string; readonly dockerfile: string; readonly text: string };

/** The context, and the Dockerfile relative to it (codeship.md 2.2). */
/** One word is a name of Docker's own images, to which nobody else can write: as `cache` it was meant as something else. */
function isRepository({
  reference,
  prefix,
}: Extract<Cache, { readonly kind: 'registry' }>): boolean {
  const parsed = parseReference(reference);
  const isWord = prefix === undefined && !reference.includes('/');
  return parsed.ok && !(isWord && parsed.value.host === dockerHub);
}

function findPlace(
  host: Host,
  inputs: BuildInputs,
): { readonly found?: Place; readonly failures: readonly Failure[] } {
  const workspace = host.env['GITHUB_WORKSPACE'] || process.cwd();
  const context = path.resolve(workspace, inputs.context);
  const checkout =
    'Put a step with actions/checkout before this one, and check the path: it is relative to the root of the checkout.';
  if (host.files.list(context) === undefined) {
    return {
      failures: [
        { message: `The build context ${inputs.context} is not a folder.`, remedy: checkout },
      ],
    };
  }
  const dockerfile = path.resolve(context, inputs.dockerfile);
  const text = host.files.read(dockerfile);
  if (text !== undefined) return { found: { context, dockerfile, text }, failures: [] };
  const fromRoot = host.files.read(path.resolve(workspace, inputs.dockerfile)) !== undefined;
  const remedy = fromRoot
    ? `\`dockerfile\` is relative to \`context\`, not to the root of the checkout: write \`${path.relative(context, path.resolve(workspace, inputs.dockerfile))}\`.`
    : checkout;
  return {
    failures: [
      {
        message: `There is no Dockerfile ${path.join(inputs.context, inputs.dockerfile)}.`,
        remedy,
      },
    ],
  };
}

async function readTexts(
  host: Host,
  texts: readonly string[],
): Promise<{ readonly templates: Templates; readonly failures: readonly Failure[] }> {
  if (texts.some((text) => text.includes('{{')))
    return (await import('../template.ts')).readTemplates(host, texts);
  return { templates: { render: (text) => ok(text) }, failures: [] };
}

function fillIn(
  pairs: readonly { readonly name: string; readonly value: string }[],
  templates: Templates,
): { readonly items: typeof pairs; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const items = pairs.map(({ name, value }) => {
    const rendered = templates.render(value);
    if (!rendered.ok) problems.push(`The build argument \`${name}\`: ${rendered.failure.message}`);
    return { name, value: rendered.ok ? rendered.value : value };
  });
  return { items, problems };
}

function warnAboutArguments(
  host: Host,
  dockerfile: Dockerfile,
  items: readonly { readonly name: string; readonly secret: boolean }[],
): void {
  const listed = (names: readonly string[]): string =>
    names.map((name) => `\`${name}\``).join(', ');
  const undeclared = undeclaredArguments(
    dockerfile,
    items.map(({ name }) => name),
  );
  if (undeclared.length > 0) {
    host.warning(`The Dockerfile has no ARG for ${listed(undeclared)}: the builder ignores them.`, {
      title,
    });
  }
  const secret = items
    .filter((item) => item.secret && !undeclared.includes(item.name))
    .map(({ name }) => name);
  if (secret.length > 0) {
    host.warning(
      `The values of ${listed(secret)} come from an encrypted file and are visible in the history of the image, as they were with CodeShip: everyone who can pull the image can read them. BuildKit secrets are not: input \`secrets\`, and \`RUN --mount=type=secret,id=NAME\` in the Dockerfile.`,
      { title },
    );
  }
}

async function cacheScope(
  host: Host,
  inputs: BuildInputs,
  references: readonly string[],
): Promise<CacheScope> {
  const payload = await eventPayload(host);
  const [first] = references;
  const parsed = first === undefined ? undefined : parseReference(first);
  const name = parsed?.ok === true ? parsed.value.path.replace(/^library\//, '') : 'image';
  const branch = builtRefs(host.env).codeship;
  return {
    name: inputs['cache-scope'] || name,
    branch: branch || 'none',
    fallbackBranch: inputs['cache-branch'] || eventText(payload, 'repository.default_branch') || '',
    references,
    mayWrite: !(await isForkPullRequest(host)),
  };
}
