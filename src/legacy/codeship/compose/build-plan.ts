// How the image of a service is built: by Compose, or by the `build` action where Compose cannot do what CodeShip did.

import { type Expression, expression } from '../../../expression/expression.ts';
import { alsoFrom, mixed, mixedText } from '../../../expression/text.ts';
import { readDockerfile } from '../../../format/dockerfile.ts';
import { joined, type Traced, traced } from '../../../output/tree.ts';
import type { SourceNode } from '../../../source/node.ts';
import type { Field, OwnStep } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import { sealedArguments } from '../secrets/sealed.ts';
import { dockerfileOf } from '../services/dockerfiles.ts';
import { canBeMended, type OldBase } from '../services/old-bases.ts';
import { dockerfileName, type Service } from '../services/service.ts';
import { repositoryPath } from '../values/repository-path.ts';
import { argumentLines, type BuildArgument, readBuildArguments } from './build-arguments.ts';

type BuildFields = Extract<OwnStep, { readonly action: 'build' }>['with'];

export type BuildPlan = {
  readonly arguments: readonly BuildArgument[];
  /** The inputs of the `build` action; absent where `docker compose build` does. */
  readonly action?: BuildFields;
  /** Values that the step with the action stands for. */
  readonly from: readonly SourceNode[];
  /** Whether the history of the repository is needed. */
  readonly needsHistory: boolean;
  readonly needsKey: boolean;
  /** Images that it starts from and that a step has to make good first. */
  readonly bases: readonly OldBase[];
};

/** What is known of a project when the images of its services are planned. */
type Around = {
  readonly services: ReadonlyMap<string, Service>;
  readonly folder: string;
  /** The secret that opens encrypted files. */
  readonly keySecret: Expression;
};

/**
 * Undefined for a service whose image is pulled.
 * @param old images that its Dockerfile starts from and that no longer build
 */
export function planBuild(
  service: Service,
  old: readonly OldBase[],
  { services, folder, keySecret }: Around,
  context: TranslationContext,
): BuildPlan | undefined {
  const { build } = service;
  if (build === undefined) {
    refuseCache(service, context);
    return undefined;
  }
  const isEach = context.settings.secretValues === 'each';
  const found = readBuildArguments(build, context);
  const bases = old.filter(canBeMended);
  const cached = isCached(service, services, folder, bases, context);
  const encrypted = build.encryptedArgs.length + build.encryptedArgsFiles.length > 0;
  for (const node of [...build.encryptedArgsFiles, ...build.encryptedArgs]) {
    context.report(
      'visible-argument',
      node,
      'the values of encrypted build arguments are visible in the history of the image',
      'use BuildKit secrets in the Dockerfile, and the input `secrets` of the `build` action',
    );
  }
  const byAction = cached || encrypted || found.some(({ compose }) => compose === undefined);
  const needsHistory = found.some(({ fields }) => fields.has('CommitDescription'));
  if (!byAction) return { arguments: found, from: [], needsHistory, needsKey: false, bases };
  const action = [
    ...place(service, folder),
    ...(found.length === 0 ? [] : [{ name: 'build-args', value: argumentLines(found) } as const]),
    ...encryptedArguments(service, folder, keySecret, isEach),
    ...(cached ? cacheFields(service, services) : []),
  ] satisfies BuildFields;
  const from = cached && service.keys.cached !== undefined ? [service.keys.cached.node] : [];
  return { arguments: found, action, from, needsHistory, needsKey: encrypted && !isEach, bases };
}

function place({ image, build }: Service, folder: string): BuildFields {
  const from = image.node === undefined ? [] : [image.node];
  const colon = image.name.lastIndexOf(':');
  const tagged = colon > image.name.lastIndexOf('/');
  const name = tagged ? image.name.slice(0, colon) : image.name;
  const context = repositoryPath(folder, build?.context?.text ?? '.') ?? build?.context?.text ?? '';
  const fields: BuildFields[number][] = [{ name: 'image_name', value: traced(name, ...from) }];
  if (tagged)
    fields.push({ name: 'image_tag', value: traced(image.name.slice(colon + 1), ...from) });
  if (context !== '') {
    fields.push({ name: 'context', value: nodeText(context, build?.context) });
  }
  if (build?.dockerfile !== undefined) {
    fields.push({ name: 'dockerfile', value: nodeText(dockerfileName(build), build.dockerfile) });
  }
  return fields;
}

const nodeText = (text: string, node: Traced['from'][number] | undefined): Traced =>
  traced(text, ...(node === undefined ? [] : [node]));

function encryptedArguments(
  service: Service,
  folder: string,
  keySecret: Expression,
  isEach: boolean,
): BuildFields {
  const sealed = sealedArguments(service, folder);
  if (sealed.length === 0) return [];
  if (isEach) {
    // Written from secrets by a step before.
    const written = sealed.map(({ name, node }) =>
      alsoFrom(mixedText`${expression`runner.temp`}/codeship/${name}`, node),
    );
    return [{ name: 'encrypted-args-file', value: mixed(written, '\n') }];
  }
  const files = sealed.filter(({ kind }) => kind === 'file');
  const values = sealed.filter(({ kind }) => kind === 'value');
  const fields: BuildFields[number][] = [];
  if (files.length > 0) {
    const paths = files.map(({ name, node }) => traced(name, node));
    fields.push({ name: 'encrypted-args-file', value: joined(paths, '\n') });
  }
  if (values.length > 0) {
    const texts = values.map(({ text, node }) => traced(text ?? '', node));
    fields.push({ name: 'encrypted-args', value: joined(texts, '\n') });
  }
  return [...fields, { name: 'aes-key', value: keySecret }];
}

/**
 * One cache for each service and branch, and that of a fallback branch (codeship.md 2.4). Where the file names none, the
 * action takes the default branch, which `master` was.
 */
function cacheFields(
  { name, keys, image }: Service,
  services: ReadonlyMap<string, Service>,
): BuildFields {
  const fallback = keys.default_cache_branch;
  // Without a scope, the action takes the name of the image without its registry and tag.
  const path = imagePath(image.name);
  const shared = [...services.values()].filter((other) => imagePath(other.image.name) === path);
  return [
    { name: 'cache', value: 'gha' },
    ...(shared.length > 1 ? [{ name: 'cache-scope', value: name } as const] : []),
    ...(fallback === undefined
      ? []
      : [{ name: 'cache-branch', value: nodeText(fallback.text, fallback) } as const]),
  ] satisfies readonly Field[] as BuildFields;
}

const imagePath = (name: string): string =>
  name.replace(/:[^/:]*$/, '').replace(/^[^/]*[.:][^/]*\/|^localhost\/|^library\//, '');

function refuseCache({ keys }: Service, { report }: TranslationContext): void {
  if (keys.cached?.value !== true) return;
  report(
    'cache-without-build',
    keys.cached.node,
    '`cached` is left out: the image is pulled, so there is nothing to cache',
    'remove `cached`',
  );
}

function isCached(
  service: Service,
  services: ReadonlyMap<string, Service>,
  folder: string,
  old: readonly OldBase[],
  context: TranslationContext,
): boolean {
  const { cached } = service.keys;
  if (cached?.value !== true) return false;
  const [base] = old;
  if (base !== undefined) {
    context.report(
      'cache-of-local-base',
      cached.node,
      `\`cached\` is left out: a step prepares \`${base.image}\` on the machine, which the caching builder cannot see`,
      'start the Dockerfile from a newer image, and convert again',
    );
    return false;
  }
  const text = dockerfileOf(service, folder, context.repository);
  if (text === undefined) return true;
  const given = new Map(
    service.build?.args?.items.map(({ name, value }) => [name, value ?? '']) ?? [],
  );
  const bases = readDockerfile(text, given).baseImages;
  const local = [...services.values()].find(
    (other) => other !== service && other.build !== undefined && bases.includes(other.image.name),
  );
  if (local === undefined) return true;
  context.report(
    'cache-of-local-base',
    cached.node,
    `\`cached\` is left out: the Dockerfile starts from \`${local.image.name}\`, which this job builds and which the caching builder cannot see`,
    `push \`${local.image.name}\` to a registry if building on it takes long`,
  );
  return false;
}
