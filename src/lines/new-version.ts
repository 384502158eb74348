// Whether a resource has a new version at the end of a job, and which.

import { defined } from '../ground/defined.ts';
import { isObject, type Json, type JsonObject, objectOf } from '../ground/json.ts';
import type { EnvLines } from './env-lines.ts';
import { isEqual, without } from './json.ts';
import type { Version } from './version.ts';

export type Ending = {
  readonly type: string;
  /** What the job was given. */
  readonly given: Version;
  /** What OUT/NAME/version.json holds at the end. */
  readonly file: Version;
  readonly env: EnvLines;
  readonly overwrite: boolean;
  /** What is copied over first: the version of an IN, or what `shipctl replicate` asked for. */
  readonly replicated?: Version;
  /** Only the fields that came with a commit or webhook are copied. */
  readonly webhookOnly?: boolean;
};

const webhookFields = ['shaData', 'webhookRequestHeaders', 'webhookRequestBody'];
const untold = ['trace', 'sourceObjectId', 'sourceObjectType'];

/** The version that the job makes, where it differs from what the job was given (shippable.md 8.5, 14.3). */
export function newVersion(ending: Ending): Version | undefined {
  const { given, file, env, type, replicated } = ending;
  let bag: JsonObject = file.propertyBag;
  let versionName = file.versionName;
  if (ending.overwrite) {
    bag = { ...(type === 'params' && { params: {} }), ...only(bag, webhookFields) };
  }
  if (replicated !== undefined) {
    versionName = replicated.versionName;
    const isGit = type === 'gitRepo' || type === 'syncRepo' || type === 'ciRepo';
    bag =
      isGit || ending.webhookOnly === true
        ? { ...(isGit ? {} : bag), ...only(replicated.propertyBag, webhookFields) }
        : replicated.propertyBag;
  }
  const pairs: Record<string, Json> = { ...env.pairs };
  bag =
    type === 'params'
      ? Object.keys(pairs).length === 0 && !isObject(bag['params'])
        ? bag
        : { ...bag, params: { ...objectOf(bag['params']), ...pairs } }
      : { ...bag, ...pairs };
  versionName = env.versionName ?? versionName;
  const isSame =
    versionName === given.versionName &&
    isEqual(without(bag, ...untold), without(given.propertyBag, ...untold));
  if (isSame) return undefined;
  return {
    versionNumber: given.versionNumber + 1,
    ...defined({ versionName }),
    propertyBag: without(bag, ...untold),
  };
}

function only(bag: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(bag).filter(([key]) => keys.includes(key)));
}
