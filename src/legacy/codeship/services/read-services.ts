// The services file: which mapping holds the services, and what each of them says (codeship.md 1.2, 2).

import { defined } from '../../../ground/defined.ts';
import { section } from '../../../source/keys.ts';
import {
  type Entry,
  entryOf,
  type MappingNode,
  type ScalarNode,
  type SourceNode,
} from '../../../source/node.ts';
import type { SourceDocument } from '../../../source/parse.ts';
import type { TranslationContext } from '../../translation.ts';
import { budget, limits } from '../values/limits.ts';
import { composeName, imageName, uniqueName } from '../values/names.ts';
import { connectServices, type UnconnectedService } from './connect-services.ts';
import { dockerfileOf } from './dockerfiles.ts';
import { withPullableImage } from './old-bases.ts';
import { withDatabaseDefaults } from './password-databases.ts';
import type { Build, Service } from './service.ts';
import { servicesKeys } from './services-keys.ts';

/** The services by name, in the order of the file. */
/** `steps`: the text of the other file, whose commands read variables. */
export function readServices(
  document: SourceDocument,
  { folder, steps }: { readonly folder: string; readonly steps: string },
  context: TranslationContext,
): ReadonlyMap<string, Service> {
  const entries = document.root === undefined ? [] : serviceEntries(document.root, context);
  const reader = section(servicesKeys, { ignored: 'CodeShip ignored it' });
  const ids = new Set<string>();
  const images = new Set<string>();
  const found: UnconnectedService[] = [];
  const count = budget(limits.services, 'services', context);
  const values = budget(limits.serviceValues, 'values in services', context);
  for (const { key, value } of entries) {
    if (!count.spend(1, value) || !values.spend(weightOf(value), value)) break;
    const keys = reader.read(value, context);
    if (keys === undefined || value.kind !== 'mapping') continue;
    const id = uniqueName(composeName(key.text), ids);
    const build = readBuild(keys, folder, context);
    const named = build === undefined ? keys.image : (namedByBuild(keys) ?? keys.image);
    if (build === undefined && (named === undefined || named.text === '')) {
      context.report(
        'incomplete-service',
        value,
        `the service \`${key.text}\` has neither \`image\` nor \`build\``,
        'add one of them, or remove the service',
      );
      continue;
    }
    const service: UnconnectedService = {
      name: key.text,
      id,
      node: value,
      before: value.before,
      keys,
      image:
        named === undefined
          ? { name: uniqueName(imageName(key.text), images) }
          : { name: named.text, node: named },
      ...defined({ build }),
    };
    found.push(withDatabaseDefaults(withPullableImage(service, context), folder, context));
  }
  return connectServices(found, { folder, steps }, context);
}

/** How much a service says, two levels deep; keys with more levels take only as much as they know. */
function weightOf(node: SourceNode): number {
  if (node.kind !== 'mapping') return 1;
  return node.entries.reduce((sum, { value }) => {
    const inner = value.kind === 'mapping' ? value.entries.map((each) => each.value) : [value];
    return sum + inner.reduce((all, each) => all + lengthOf(each), 0);
  }, 0);
}

const lengthOf = (node: SourceNode): number =>
  node.kind === 'scalar' ? 1 : node.kind === 'mapping' ? node.entries.length : node.items.length;

/** Form B has the services under `services`; form A at the top (codeship.md 1.2). */
function serviceEntries(root: SourceNode, context: TranslationContext): readonly Entry[] {
  if (root.kind !== 'mapping') {
    context.report(
      'wrong-type',
      root,
      'found no mapping, expected a mapping of names to services',
      'write the name of a service, and its keys under it',
    );
    return [];
  }
  const nested = entryOf(root, 'services')?.value;
  if (nested?.kind === 'mapping' && isMappingOfServices(nested)) {
    for (const { key, value } of root.entries) {
      if (value === nested) continue;
      context.otherwise(
        'ignored-key',
        value,
        key.text === 'version'
          ? '`version` is left out: CodeShip ignored it'
          : `\`${key.text}\` is left out: CodeShip only read \`services\``,
      );
    }
    return nested.entries;
  }
  return root.entries.filter(({ key, value }) => {
    if (key.text !== 'version' || value.kind !== 'scalar') return true;
    context.otherwise('ignored-key', value, '`version` is left out: CodeShip ignored it');
    return false;
  });
}

const isMappingOfServices = (node: MappingNode): boolean =>
  node.entries.every(({ value }) => value.kind === 'mapping') &&
  !node.entries.some(({ key }) => key.text === 'image' || key.text === 'build');

type Keys = Service['keys'];

function namedByBuild(keys: Keys): ScalarNode | undefined {
  return keys.build !== undefined && 'node' in keys.build ? keys.build.image : undefined;
}

function readBuild(keys: Keys, folder: string, context: TranslationContext): Build | undefined {
  const read = buildOf(keys, context);
  if (keys.image === undefined || read === undefined) return read;
  const { image, build } = keys;
  const names = namedByBuild(keys);
  if (dockerfileOf({ build: read }, folder, context.repository) === undefined) {
    context.report(
      'conflicting-keys',
      build !== undefined && 'node' in build ? build.node : (build ?? image),
      '`build` is next to `image`; CodeShip allowed only one of them, and here `image` wins',
      'remove the one that you do not mean',
    );
    return undefined;
  }
  // As in Compose, whose files these often were: nobody else can have the image of a Dockerfile that is at hand.
  if (names === undefined) {
    context.report(
      'image-of-build',
      image,
      `\`build\` makes the image; \`${image.text}\` is its name`,
    );
  } else {
    context.report(
      'conflicting-keys',
      image,
      `\`image\` is next to \`build\`, whose own \`image\` names what is built: \`${names.text}\``,
      'remove the one that you do not mean',
    );
  }
  return read;
}

function buildOf(keys: Keys, context: TranslationContext): Build | undefined {
  const { build } = keys;
  if (keys.image !== undefined && build === undefined && keys.dockerfile !== undefined) {
    context.otherwise(
      'dropped-key',
      keys.dockerfile,
      '`dockerfile` is left out: the service has an `image`, so nothing is built',
    );
  }
  if (build === undefined) return undefined;
  if (!('node' in build)) {
    return {
      context: build,
      encryptedArgsFiles: [],
      encryptedArgs: [],
      from: [],
      ...defined({ dockerfile: keys.dockerfile }),
    };
  }
  const folder = synonym(build.context, build.path, 'context', context);
  const file = synonym(
    build.dockerfile ?? keys.dockerfile,
    build.dockerfile_path ?? (build.dockerfile === undefined ? undefined : keys.dockerfile),
    'dockerfile',
    context,
  );
  return {
    encryptedArgsFiles: build.encrypted_args_file ?? [],
    encryptedArgs: build.encrypted_args ?? [],
    from: [...folder.from, ...file.from],
    ...defined({ context: folder.node, dockerfile: file.node, args: build.args }),
  };
}

type Chosen = { readonly node?: ScalarNode; readonly from: readonly SourceNode[] };

/** Of two names for one thing the newer one counts (codeship.md 2.2). */
function synonym(
  newer: ScalarNode | undefined,
  older: ScalarNode | undefined,
  name: string,
  { report }: TranslationContext,
): Chosen {
  if (newer === undefined) return older === undefined ? { from: [] } : { node: older, from: [] };
  if (older === undefined) return { node: newer, from: [] };
  if (older.text === newer.text) return { node: newer, from: [older] };
  report(
    'conflicting-keys',
    older,
    `\`${name}\` is \`${newer.text}\`, which wins over \`${older.text}\` under an older name of the key`,
    'remove the one that you do not mean',
  );
  return { node: newer, from: [] };
}
