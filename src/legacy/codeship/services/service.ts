// A service as the translator sees it, once its file was read.

import type { Section } from '../../../source/keys.ts';
import type { MappingNode, ScalarNode, SourceNode } from '../../../source/node.ts';
import type { Assignments } from '../values/values.ts';
import type { servicesKeys } from './services-keys.ts';

export type Build = {
  /** Undefined where it is the folder of the services file. */
  readonly context?: ScalarNode;
  readonly dockerfile?: ScalarNode;
  readonly args?: Assignments;
  readonly encryptedArgsFiles: readonly ScalarNode[];
  readonly encryptedArgs: readonly ScalarNode[];
  /** Values that say no more than another one. */
  readonly from: readonly SourceNode[];
};

/** The Dockerfile within the context, which a slash at its begin means too. */
export const dockerfileName = ({ dockerfile }: Build): string =>
  dockerfile?.text.replace(/^\/+/, '') ?? 'Dockerfile';

export type Link = {
  readonly service: Service;
  /** Further host name; undefined where the link only says the service. */
  readonly alias?: string;
  readonly node: ScalarNode;
};

/** A service that another one uses, and the values that say so. */
export type Dependency = { readonly service: Service; readonly from: readonly SourceNode[] };

/** Where the credentials for a registry come from (codeship.md 5.2). */
export type Credentials =
  | { readonly kind: 'file'; readonly path: string; readonly nodes: readonly ScalarNode[] }
  | {
      readonly kind: 'generator';
      readonly service: Service;
      readonly nodes: readonly ScalarNode[];
    };

/** Equal for credentials that come from the same place. */
export const credentialsKey = (credentials: Credentials): string =>
  credentials.kind === 'file' ? `file ${credentials.path}` : `service ${credentials.service.name}`;

export type Service = {
  readonly name: string;
  /** Its name in the Compose file, which takes fewer characters. */
  readonly id: string;
  readonly node: MappingNode;
  /** Comment lines above it. */
  readonly before: readonly string[];
  readonly keys: Section<typeof servicesKeys>;
  /** Absent where the image is pulled. */
  readonly build?: Build;
  /** The name of the image that is pulled or built; ours where the file names none. */
  readonly image: { readonly name: string; readonly node?: ScalarNode };
  /** Started before this one, in the order of the file. */
  readonly dependencies: readonly Dependency[];
  readonly links: readonly Link[];
  /** Services whose volumes this service also uses. */
  readonly volumesFrom: readonly Dependency[];
  readonly credentials?: Credentials;
};

/** Equal for services that build the same thing under the same name. */
export const imageKey = ({ image, build }: Service): string =>
  JSON.stringify([
    image.name,
    (build?.context?.text ?? '').replace(/^\.\/?|\/$/g, ''),
    (build === undefined ? '' : dockerfileName(build)).replace(/^\.\//, ''),
    build?.args?.items.map(({ name, value }) => [name, value]),
    build?.encryptedArgs.map(({ text }) => text),
    build?.encryptedArgsFiles.map(({ text }) => text),
  ]);

const startedWithMemo = new WeakMap<Service, readonly Service[]>();

/** Everything that is started with a service, each once, what is needed first in front. */
export function startedWith(service: Service): readonly Service[] {
  const known = startedWithMemo.get(service);
  if (known !== undefined) return known;
  const found: Service[] = [];
  startedWithMemo.set(service, found);
  const seen = new Set<Service>([service]);
  const visit = (at: Service): void => {
    for (const next of neededBy(at)) {
      if (seen.has(next)) continue;
      seen.add(next);
      visit(next);
      found.push(next);
    }
  };
  visit(service);
  return found;
}

const neededByMemo = new WeakMap<Service, readonly Service[]>();

/** What is started right before a service: dependencies, links, and the holders of its volumes. */
export function neededBy(service: Service): readonly Service[] {
  const known = neededByMemo.get(service);
  if (known !== undefined) return known;
  const all = [...service.dependencies, ...service.volumesFrom].map((each) => each.service);
  const found = [...new Set(all)];
  neededByMemo.set(service, found);
  return found;
}
