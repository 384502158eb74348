// Databases that no longer start as they did. CodeShip Pro had the images of 2018 loaded (codeship.md 7.3), whose
// PostgreSQL let everybody in where no password was given; since February 2020 the image refuses to start like that.

import { readDockerfile } from '../../../format/dockerfile.ts';
import { dockerHub, parseReference } from '../../../image/reference.ts';
import { leavesOf } from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';
import { filePath } from '../values/repository-path.ts';
import type { UnconnectedService } from './connect-services.ts';
import { dockerfileOf } from './dockerfiles.ts';
import { sealedEnvironment, withVariables } from './environment.ts';
import { mountOf } from './volumes.ts';

/** A service with the variables that bring back what its image did by itself. */
export function withDatabaseDefaults(
  service: UnconnectedService,
  folder: string,
  context: TranslationContext,
): UnconnectedService {
  const dockerfile = dockerfileOf(service, folder, context.repository);
  const base =
    service.build === undefined
      ? service.image.name
      : readDockerfile(dockerfile ?? '', new Map()).finalBase;
  const version = base === undefined ? undefined : postgresVersion(base);
  if (base === undefined || version === undefined) return service;
  const filled = withOldDataFolder(service, { base, version, dockerfile }, context);
  return wantsPassword(version)
    ? withoutPassword(filled, { base, dockerfile, folder }, context)
    : filled;
}

function withoutPassword(
  service: UnconnectedService,
  { base, dockerfile, folder }: { base: string; dockerfile: string | undefined; folder: string },
  context: TranslationContext,
): UnconnectedService {
  const { keys, node, image } = service;
  const files = (keys.env_file ?? []).map(({ text }) => {
    const path = filePath(folder, text);
    return path === undefined ? undefined : context.repository.read(path);
  });
  // Whoever seals or keeps a file for a database has the password there.
  if (sealedEnvironment(service, folder).length > 0 || files.includes(undefined)) return service;
  const names = (keys.environment?.items ?? []).map(({ name }) => name);
  if ([dockerfile ?? '', ...files, ...names].some((text) => answers.test(text ?? '')))
    return service;
  const at = image.node ?? leavesOf(node).find((leaf) => leaf.kind === 'scalar');
  if (at === undefined) return service;
  context.report(
    'database-password',
    at,
    `since 2020, \`${base}\` only starts with a password; the service accepts every connection, as on CodeShip`,
    'you do not have to do anything; to set a password, add `POSTGRES_PASSWORD` under `environment`',
  );
  return { ...service, keys: withVariables(keys, [{ ...trust, node: at }]) };
}

const trust = { name: 'POSTGRES_HOST_AUTH_METHOD', value: 'trust', before: [] } as const;

const dataFolder = '/var/lib/postgresql/data';

/**
 * PostgreSQL's image keeps its data elsewhere since 18, and where something is mounted at the folder of before, it refuses
 * to start: the first run would be red. Earlier images have this folder anyway.
 */
function withOldDataFolder(
  service: UnconnectedService,
  { base, version, dockerfile }: { base: string; version: Version; dockerfile: string | undefined },
  context: TranslationContext,
): UnconnectedService {
  const { keys } = service;
  if (version !== 'newest' && Number(version[1]) < 18) return service;
  const mount = (keys.volumes ?? []).find(
    (each) => mountOf(each).target.replace(/\/+$/, '') === dataFolder,
  );
  const isSet =
    (keys.environment?.items ?? []).some(({ name }) => name === 'PGDATA') ||
    /\bPGDATA\b/.test(dockerfile ?? '');
  if (mount === undefined || isSet) return service;
  context.report(
    'database-folder',
    { file: mount.file, start: mount.start, end: mount.end },
    `since version 18, \`${base}\` refuses to start with a mount at \`${dataFolder}\`; \`PGDATA\` has it use that folder`,
  );
  const variable = { name: 'PGDATA', value: dataFolder, before: [], node: mount };
  return { ...service, keys: withVariables(keys, [variable]) };
}

const answers = /\bPOSTGRES_(?:PASSWORD|HOST_AUTH_METHOD)/;

/** The first patch release of each series whose image asks; those from 13 on never did without, on CodeShip neither. */
const firstToAsk: Readonly<Record<string, number>> = {
  '9.4': 26,
  '9.5': 21,
  '9.6': 17,
  '10': 12,
  '11': 7,
  '12': 2,
};

type Version = 'newest' | RegExpExecArray;

/** The numbers in a tag; undefined where the image is another one, or is of no version that a name tells. */
function postgresVersion(name: string): Version | undefined {
  const parsed = parseReference(name);
  if (!parsed.ok) return undefined;
  const { host, path, tag, digest } = parsed.value;
  if (host !== dockerHub || digest !== undefined) return undefined;
  if (path !== 'library/postgres' && path !== 'postgis/postgis') return undefined;
  const version = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-|$)/.exec(tag ?? '');
  // `latest`, `alpine`
  if (version === null) return /\d/.test(tag ?? '') ? undefined : 'newest';
  return version;
}

function wantsPassword(version: Version): boolean {
  if (version === 'newest') return true;
  const [, major = '', second, third] = version;
  const isOld = major.length === 1;
  const series = isOld ? `${major}.${second ?? '6'}` : major;
  const patch = isOld ? third : second;
  const first = firstToAsk[series];
  return first !== undefined && (patch === undefined || Number(patch) >= first);
}
