// Which version of each IN and OUT the job gets: what is pinned, else what this run made, else what came with the event, else
// what is recorded, else what the definition says.

import { defined } from '../../ground/defined.ts';
import type { Failure } from '../../ground/failure.ts';
import { isObject, type JsonObject, objectOf, textOf } from '../../ground/json.ts';
import { commitVersion, plainCommitVersion, type RunEvent } from '../../lines/commit-version.ts';
import type { HandOver, MadeVersion } from '../../lines/hand-over.ts';
import { canonical, without } from '../../lines/json.ts';
import { stableNumber, variablePart, variablePrefix } from '../../lines/names.ts';
import { findVersion, type Recorded, type RecordedVersion } from '../../lines/recorded.ts';
import type { LineStep } from '../../lines/step-list.ts';
import { firstVersion, type Version } from '../../lines/version.ts';

export type Sources = {
  readonly event: RunEvent;
  /** By name. */
  readonly pins: ReadonlyMap<string, string>;
  readonly handOvers: readonly HandOver[];
  readonly recorded: ReadonlyMap<string, Recorded>;
  /** Variables of the repository. */
  readonly variables: JsonObject;
  /** Of this run. */
  readonly runNumber: number;
  readonly warn: (message: string) => void;
};

export type Chosen = {
  readonly version: Version;
  readonly from: 'pin' | 'run' | 'event' | 'record' | 'definition' | 'nothing';
  readonly template?: string;
  /** The version that this run made, with its state. */
  readonly made?: MadeVersion;
  /** Number of the recorded version that is pinned: its state files are in the history of the branch. */
  readonly pinned?: number;
  /** Of a gitRepo: what to check out. */
  readonly ref?: string;
  readonly failure?: Failure;
};

/** The last version that a job of this run made. */
function madeInRun(name: string, handOvers: readonly HandOver[]): MadeVersion | undefined {
  return handOvers.flatMap(({ made }) => made.filter((version) => version.name === name)).at(-1);
}

export function chooseVersion(step: LineStep, sources: Sources): Chosen {
  return step.type === 'gitRepo' ? chooseCommit(step, sources) : chooseAny(step, sources);
}

function chooseAny(step: LineStep, sources: Sources): Chosen {
  const { name, type } = step;
  const recorded = sources.recorded.get(name);
  const first = withVariables(step, firstVersion(step), sources.variables);
  const template =
    type === 'params' ? String(stableNumber(canonical(first.propertyBag))) : undefined;
  const marked = template === undefined ? {} : { template };
  const asked = pinOf(step, sources);
  if (asked !== undefined) {
    const found = recorded === undefined ? undefined : findVersion(recorded, asked.version);
    if (found !== undefined)
      return { version: plain(found), from: 'pin', pinned: found.versionNumber, ...marked };
    // What has files can't be made from a name.
    if (asked.version.startsWith('#') || step.isJob || type === 'state') {
      return {
        version: first,
        from: 'pin',
        failure: {
          message: `${name} has no version ${asked.version} on the branch assembly-lines.`,
          remedy: `\`transship lines show ${name}\` lists the versions.`,
        },
      };
    }
    return {
      version: {
        ...(recorded?.versions[0] === undefined ? first : plain(recorded.versions[0])),
        versionName: asked.version,
      },
      from: 'pin',
      ...marked,
    };
  }
  const tagged = taggedVersion(step, sources);
  if (tagged !== undefined)
    return { version: { ...first, ...tagged.version }, from: tagged.from, ...marked };
  const made = madeInRun(name, sources.handOvers);
  if (made !== undefined) return { version: made.version, from: 'run', made, ...marked };
  const sent = ofEvent(step, sources, recorded);
  if (sent !== undefined) return { version: sent, from: 'event', ...marked };
  const newest = recorded?.versions[0];
  // Params that were edited in the workflow are newer than what jobs wrote before.
  const isOld =
    template !== undefined && newest?.template !== undefined && newest.template !== template;
  if (newest !== undefined && !isOld) return { version: plain(newest), from: 'record', ...marked };
  if (step.isJob) {
    const contracted = /^(?:manifest|release|deploy|provision)$/.test(type);
    return {
      version: { versionNumber: contracted ? sources.runNumber : 0, propertyBag: {} },
      from: 'nothing',
    };
  }
  if (type === 'time' || type === 'trigger') {
    return { version: { ...first, versionNumber: sources.runNumber }, from: 'definition' };
  }
  const version =
    newest === undefined ? first : { ...first, versionNumber: newest.versionNumber + 1 };
  const needsName =
    type === 'image' || type === 'file' || type === 'version' || step.versioned === true;
  if (
    step.operation === 'IN' &&
    version.versionName === undefined &&
    (needsName || type === 'external')
  ) {
    const message = `${name} has no version yet.`;
    const remedy = `Run the job that creates it first, or start with \`transship lines set ${name} versionName=...\`, or set it in the input pin: \`${name}=...\`.`;
    if (needsName) return { version, from: 'nothing', failure: { message, remedy } };
    sources.warn(`${message} ${remedy}`);
  }
  return { version, from: 'definition', ...marked };
}

/** Params that people set in the settings of the repository. */
function withVariables({ name, type }: LineStep, first: Version, variables: JsonObject): Version {
  if (type !== 'params') return first;
  const params = Object.entries(objectOf(first.propertyBag['params'])).map(([key, value]) => {
    const set = variables[`${variablePrefix(name)}_PARAMS_${variablePart(key).toUpperCase()}`];
    return [key, textOf(set) ?? value] as const;
  });
  return params.length === 0
    ? first
    : { ...first, propertyBag: { ...first.propertyBag, params: Object.fromEntries(params) } };
}

/** The image that a release or a deployment was made with: the newest one may never have got there. */
function taggedVersion(
  { name, of }: LineStep,
  { pins, handOvers, recorded }: Sources,
): Pick<Chosen, 'version' | 'from'> | undefined {
  if (of === undefined) return undefined;
  const versions = recorded.get(of);
  const pin = pins.get(of);
  const pinned =
    pin === undefined || versions === undefined ? undefined : findVersion(versions, pin);
  const made = pin === undefined ? madeInRun(of, handOvers)?.version : undefined;
  const version = pinned ?? made ?? versions?.versions[0];
  const image = objectOf(objectOf(version?.propertyBag['images'])[name]);
  const versionName = textOf(image['versionName']);
  if (versionName === undefined) return undefined;
  return {
    version: {
      versionNumber: Number(textOf(image['versionNumber'])) || 0,
      versionName,
      propertyBag: objectOf(image['propertyBag']),
    },
    from: pinned !== undefined ? 'pin' : made !== undefined ? 'run' : 'record',
  };
}

function plain(recorded: RecordedVersion): Version {
  const { versionNumber, versionName, propertyBag } = recorded;
  return { versionNumber, ...defined({ versionName }), propertyBag };
}

/** The pin of the run, else the one that the definition of the step says. */
function pinOf(
  { name, operation, attributes }: LineStep,
  { pins }: Sources,
): { readonly version: string } | undefined {
  if (operation !== 'IN') return undefined;
  const given = pins.get(name);
  if (given !== undefined) return { version: given };
  const versionName = textOf(attributes['versionName']);
  if (versionName !== undefined) return { version: versionName };
  const versionNumber = textOf(attributes['versionNumber']);
  return versionNumber === undefined ? undefined : { version: `#${versionNumber}` };
}

/** What a `repository_dispatch` brings for this name: the payload of a webhook, or a version. */
function ofEvent(
  { name, type, operation }: LineStep,
  { event }: Sources,
  recorded: Recorded | undefined,
): Version | undefined {
  if (event.name !== 'repository_dispatch' || operation !== 'IN') return undefined;
  const payload = event.payload['client_payload'];
  if (!isObject(payload)) return undefined;
  const versionNumber = (recorded?.versions[0]?.versionNumber ?? 0) + 1;
  if (type === 'webhook') return { versionNumber, propertyBag: { payload } };
  if (textOf(payload['name']) !== name) return undefined;
  const versionName = textOf(payload['versionName']);
  return {
    versionNumber,
    ...defined({ versionName }),
    propertyBag: isObject(payload['propertyBag'])
      ? payload['propertyBag']
      : without(payload, 'name', 'versionName'),
  };
}

const isCommit = (text: string): boolean => /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/i.test(text);

/** A gitRepo: the commit of the run where it is this repository at this branch. */
function chooseCommit(step: LineStep, sources: Sources): Chosen {
  const { event, recorded } = sources;
  const first = firstVersion(step);
  const bag = first.propertyBag;
  const source = textOf(bag['sourceName']) ?? '';
  const own = step.own ?? source.toLowerCase() === event.repository.toLowerCase();
  const repository = own || source === '' ? event.repository : source;
  const branch = textOf(bag['branch']);
  const newest = recorded.get(step.name)?.versions[0];
  const number = (newest?.versionNumber ?? 0) + 1;
  const of = (commit: string | undefined, from: Chosen['from'], ref: string): Chosen => ({
    version: withBag(
      plainCommitVersion(event.server, repository, branch ?? '', commit, number),
      bag,
    ),
    from,
    ref,
  });
  const asked = pinOf(step, sources);
  if (asked !== undefined) {
    const found =
      recorded.get(step.name) && findVersion(recorded.get(step.name) as Recorded, asked.version);
    if (found !== undefined)
      return { version: plain(found), from: 'pin', ref: found.versionName ?? asked.version };
    return of(isCommit(asked.version) ? asked.version : undefined, 'pin', asked.version);
  }
  const made = madeInRun(step.name, sources.handOvers);
  const madeCommit = made === undefined ? undefined : commitOf(made.version);
  if (made !== undefined && madeCommit !== undefined)
    return { version: made.version, from: 'run', made, ref: madeCommit };
  const isPull = isObject(event.payload['pull_request']);
  const base = textOf(objectOf(objectOf(event.payload['pull_request'])['base'])['ref']);
  const onBranch =
    branch === undefined ||
    event.refType === 'tag' ||
    event.name === 'release' ||
    (isPull ? base : event.refName) === branch;
  if (own && onBranch && event.sha !== '') {
    return { version: withBag(commitVersion(event, number), bag), from: 'event', ref: event.sha };
  }
  const sent = ofEvent(step, sources, recorded.get(step.name));
  const sentCommit = sent === undefined ? undefined : commitOf(sent);
  if (sentCommit !== undefined) return of(sentCommit, 'event', sentCommit);
  const recordedCommit = own || newest === undefined ? undefined : commitOf(plain(newest));
  if (newest !== undefined && recordedCommit !== undefined)
    return { version: plain(newest), from: 'record', ref: recordedCommit };
  return of(undefined, 'definition', branch ?? '');
}

function commitOf({ versionName, propertyBag }: Version): string | undefined {
  const commit = textOf(objectOf(propertyBag['shaData'])['commitSha']) ?? versionName;
  return commit !== undefined && isCommit(commit) ? commit : undefined;
}

const withBag = (version: Version, bag: Version['propertyBag']): Version => ({
  ...version,
  propertyBag: { ...bag, ...version.propertyBag },
});

/** Reads the input `pin`. */
export function readPins(text: string): {
  readonly pins: ReadonlyMap<string, string>;
  readonly wrong: readonly string[];
} {
  const pins = new Map<string, string>();
  const wrong: string[] = [];
  for (const word of text.split(/[\s,]+/).filter((part) => part !== '')) {
    const at = word.indexOf('=');
    if (at > 0 && at < word.length - 1) pins.set(word.slice(0, at), word.slice(at + 1));
    else wrong.push(word);
  }
  return { pins, wrong };
}
