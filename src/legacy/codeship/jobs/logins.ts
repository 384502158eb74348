// Credentials (codeship.md 5): one login before they are first needed, and again where another account may have taken
// the place of a registry's entry.

import { expression } from '../../../expression/expression.ts';
import { alsoFrom, mixed, mixedText, type Text } from '../../../expression/text.ts';
import { joined, traced } from '../../../output/tree.ts';
import { quoteWords, splitWords } from '../../../shell/words.ts';
import type { SourceNode } from '../../../source/node.ts';
import type { OwnStep } from '../../../workflow/model.ts';
import { sealedEnvironment } from '../services/environment.ts';
import { knownImage } from '../services/known-images.ts';
import {
  type Credentials,
  credentialsKey,
  type Service,
  startedWith,
} from '../services/service.ts';
import type { Leaf } from '../steps/items.ts';
import { filePath, repositoryPath } from '../values/repository-path.ts';
import type { Words } from '../values/values.ts';
import type { Plan } from './plan.ts';

/** What a step needs: its own credentials, and those of the services whose images it pulls or builds. */
function credentialsOfLeaf(leaf: Leaf): readonly Credentials[] {
  const found = new Map<string, Credentials>();
  const add = (credentials: Credentials | undefined): void => {
    if (credentials !== undefined) found.set(credentialsKey(credentials), credentials);
  };
  for (const service of [...startedWith(leaf.service), leaf.service]) add(service.credentials);
  add(leaf.credentials);
  return [...found.values()];
}

/** What the steps of a job need to log in, looked up once. */
export type LoginIndex = {
  readonly of: (leaf: Leaf) => readonly Credentials[];
  /** Whether names must tell logins apart. */
  readonly hasSeveral: boolean;
};

export function indexLogins(leaves: readonly Leaf[]): LoginIndex {
  const byLeaf = new Map<Leaf, readonly Credentials[]>();
  const keys = new Set<string>();
  for (const leaf of leaves) {
    const needed = credentialsOfLeaf(leaf);
    byLeaf.set(leaf, needed);
    for (const credentials of needed) keys.add(credentialsKey(credentials));
  }
  return {
    of: (leaf) => byLeaf.get(leaf) ?? credentialsOfLeaf(leaf),
    hasSeveral: keys.size > 1,
  };
}

type LoginFields = Extract<OwnStep, { readonly action: 'login' }>['with'];

export type Login = {
  readonly label: string;
  readonly fields: LoginFields;
  readonly from: readonly SourceNode[];
};

export function loginOf(credentials: Credentials, hasSeveral: boolean, plan: Plan): Login {
  if (credentials.kind === 'file') {
    const path = filePath(plan.folder, credentials.path) ?? credentials.path;
    return {
      label: hasSeveral ? `Log in with ${path}` : 'Log in to the registries',
      fields: [
        {
          name: 'dockercfg',
          value: plan.secrets.isEach
            ? alsoFrom(mixedText`${expression`runner.temp`}/codeship/${path}`, ...credentials.nodes)
            : traced(path, ...credentials.nodes),
        },
        ...(plan.secrets.isEach ? [] : [{ name: 'aes-key', value: plan.key } as const]),
      ],
      from: [],
    };
  }
  return generatorLogin(credentials.service, credentials.nodes, plan);
}

/** A generator is given what its service has; it gets one argument and writes a dockercfg there (codeship.md 5.3). */
function generatorLogin(service: Service, mentions: readonly SourceNode[], plan: Plan): Login {
  const { keys, image, name } = service;
  const fields: LoginFields[number][] = [];
  const add = (key: LoginFields[number]['name'], value: Text, isEmpty = false): void => {
    if (!isEmpty) fields.push({ name: key, value });
  };
  const environment = (keys.environment?.items ?? []).map(({ name: key, value, node }) =>
    traced(`${key}=${value ?? ''}`, node),
  );
  const plain = (keys.env_file ?? []).map((node) =>
    traced(filePath(plan.folder, node.text) ?? node.text, node),
  );
  const sealed = sealedEnvironment(service, plan.folder);
  const files = sealed.map((each) =>
    each.kind === 'file' && !plan.secrets.isEach
      ? traced(each.name, each.node)
      : alsoFrom(mixedText`${expression`runner.temp`}/codeship/${each.name}`, each.node),
  );
  const options = generatorOptions(service, plan);
  add('generator', traced(image.name, ...(image.node ? [image.node] : [])));
  add('generator-env', joined(environment, '\n'), environment.length === 0);
  add('generator-env-file', mixed([...plain, ...files], '\n'), plain.length + files.length === 0);
  add('generator-options', options.text, options.text.text === '');
  add('aes-key', plan.key, files.length === 0 || plan.secrets.isEach);
  return {
    label: `Log in with ${name}`,
    fields,
    from: [...mentions, ...options.from],
  };
}

/** Steps start at the root of the checkout, the services file may lie in a folder. */
function mountFromRoot(text: string, folder: string): string {
  const colon = text.indexOf(':');
  const path = colon < 0 ? undefined : repositoryPath(folder, text.slice(0, colon));
  return path === undefined ? text : `./${path}${text.slice(colon)}`;
}

const wordsOf = (words: Words): readonly string[] =>
  words.kind === 'list'
    ? words.nodes.map(({ text }) => text)
    : (splitWords(words.node.text).words ?? [words.node.text]);

/** Further options of `docker run`. Images that are known ask for none: the action does by itself what they do. */
function generatorOptions(
  service: Service,
  plan: Plan,
): {
  readonly text: ReturnType<typeof joined>;
  readonly from: readonly SourceNode[];
} {
  const { keys, build, image } = service;
  const parts: ReturnType<typeof traced>[] = [];
  const from: SourceNode[] = [];
  const isKnown = build === undefined && knownImage(image.name).reads !== undefined;
  if (keys.add_docker !== undefined) {
    const { value, node } = keys.add_docker;
    if (!value) from.push(node);
    else if (!isKnown)
      parts.push(traced('--volume /var/run/docker.sock:/var/run/docker.sock', node));
  }
  for (const node of keys.volumes ?? [])
    parts.push(traced(`--volume ${quoteWords([mountFromRoot(node.text, plan.folder)])}`, node));
  for (const [option, node] of [
    ['--workdir', keys.working_dir],
    ['--user', keys.user],
  ] as const) {
    if (node !== undefined) parts.push(traced(`${option} ${quoteWords([node.text])}`, node));
  }
  if (keys.entrypoint !== undefined) {
    const { node } = keys.entrypoint;
    const [program, ...more] = wordsOf(keys.entrypoint);
    if (program !== undefined) parts.push(traced(`--entrypoint ${quoteWords([program])}`, node));
    if (more.length > 0)
      plan.context.report(
        'generator-entrypoint',
        node,
        `\`${service.name}\` is started with \`${program}\` alone, without \`${quoteWords(more)}\``,
        'put the arguments in the image',
      );
  }
  for (const { from: nodes } of [...service.dependencies, ...service.volumesFrom]) {
    for (const node of nodes) {
      plan.context.report(
        'generator-network',
        node,
        `\`${service.name}\` is started alone, without \`${'text' in node ? node.text : ''}\``,
        'pass what the login needs with `generator-options`, or log in with another step',
      );
      from.push(node);
    }
  }
  return {
    text: joined(parts, ' '),
    from,
  };
}
