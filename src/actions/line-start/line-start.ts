// The action `line-start`: versions first, then the folders, then the variables.

import path from 'node:path';
import { defined } from '../../ground/defined.ts';
import type { Failure } from '../../ground/failure.ts';
import { type JsonObject, parseObject } from '../../ground/json.ts';
import { ok } from '../../ground/result.ts';
import type { lineStartInterface } from '../../interfaces/line-start.ts';
import { fetchHistory, fetchVersions } from '../../line-store/branch.ts';
import type { RunEvent } from '../../lines/commit-version.ts';
import type { JobIntegration, LineStep } from '../../lines/step-list.ts';
import { firstVersion, type Version } from '../../lines/version.ts';
import { eventPayload } from '../event.ts';
import { lineFolder, ownRemote, readHandOvers, serverOf } from '../line-job.ts';
import { type ActionContext, type ActionResult, failed, type Inputs } from '../program.ts';
import { chooseVersion, readPins, type Sources } from './choose-versions.ts';
import { layOut } from './lay-out.ts';

export async function lineStart(
  action: ActionContext<typeof lineStartInterface>,
): Promise<ActionResult> {
  const { host, inputs } = action;
  const { env } = host;
  host.files.makeFolder(lineFolder(host));
  // The branch comes while the reader of YAML is loaded.
  const reading = readInputs(inputs);
  const fetching = fetchVersions(
    host,
    ownRemote(host, inputs.token),
    lineFolder(host),
    reading.then(({ names }) => names),
  );
  const { steps, integrations, pins, offset, wrong } = await reading;
  const fetched = await fetching;
  if (wrong.length > 0) return failed(...wrong);
  if (!fetched.ok) return failed(fetched.failure);
  const { branch, recorded } = fetched.value;

  for (const name of pins.keys()) {
    if (!steps.some((step) => step.name === name || step.of === name))
      host.log(`${name} is pinned, and no IN of this job`);
  }
  const handOvers = readHandOvers(host);

  const event = runEvent(env, (await eventPayload(host)) as JsonObject);
  const runNumber = Number(env['GITHUB_RUN_NUMBER']) || 1;
  const sources: Sources = {
    event,
    pins,
    handOvers,
    recorded,
    variables: parseObject(inputs.variables) ?? {},
    runNumber,
    warn: (message) => host.warning(message, { title: 'transship line-start' }),
  };
  const chosen = steps.map((step) => ({ step, choice: chooseVersion(step, sources) }));
  const missing = chosen.flatMap(({ choice }) => choice.failure ?? []);
  if (missing.length > 0) return failed(...missing);
  // Files of an older version are in older commits.
  const hasOlder = chosen.some(
    ({ step, choice }) => choice.pinned !== undefined && (step.isJob || step.type === 'state'),
  );
  const deepened = hasOlder ? await fetchHistory(host, branch) : ok(branch);
  if (!deepened.ok) return failed(deepened.failure);
  for (const { step, choice } of chosen) {
    const { versionName = '(none)', versionNumber } = choice.version;
    const words = {
      pin: 'pinned',
      run: 'made in this run',
      event: 'of the event',
      record: 'recorded',
      definition: 'of the definition',
      nothing: 'none yet',
    };
    host.log(
      `${step.operation} ${step.name}: ${versionName} (${versionNumber}), ${words[choice.from]}`,
    );
  }
  const ownNewest = recorded.get(inputs.job)?.versions[0];
  const own: Version = ownNewest ?? {
    ...firstVersion({ type: inputs.type, definition: {} }),
    versionNumber: 0,
  };
  return layOut(action, {
    job: inputs.job,
    type: inputs.type,
    chosen,
    integrations,
    event,
    branch,
    recorded,
    own: {
      versionNumber: own.versionNumber,
      ...defined({ versionName: own.versionName }),
      propertyBag: own.propertyBag,
    },
    buildNumber: runNumber + offset,
    triggeredBy: triggeredBy(event, chosen),
  });
}

type Given = {
  readonly steps: readonly LineStep[];
  readonly integrations: readonly JobIntegration[];
  readonly pins: ReadonlyMap<string, string>;
  /** For BUILD_NUMBER. */
  readonly offset: number;
  /** Of all whose versions are needed. */
  readonly names: readonly string[];
  readonly wrong: readonly Failure[];
};

async function readInputs(inputs: Inputs<typeof lineStartInterface>): Promise<Given> {
  const { readIntegrations, readSteps } = await import('../../lines/step-list.ts');
  const read = {
    in: readSteps(inputs.in, 'IN'),
    out: readSteps(inputs.out, 'OUT'),
    integrations: readIntegrations(inputs.integrations),
  };
  const wrong: Failure[] = Object.entries(read).flatMap(([name, result]) =>
    result.ok ? [] : [{ message: `Input ${name}: ${result.failure.message}.` }],
  );
  const { pins, wrong: noPins } = readPins(inputs.pin);
  for (const word of noPins)
    wrong.push({ message: `Input pin: ${JSON.stringify(word)} is not a \`name=version\`.` });
  const offset = inputs['build-number-offset'] === '' ? 0 : Number(inputs['build-number-offset']);
  if (!Number.isSafeInteger(offset))
    wrong.push({ message: 'Input build-number-offset is not a whole number.' });
  const steps = [read.in, read.out].flatMap((list) => (list.ok ? list.value : []));
  const named = steps.flatMap(({ name, of }) => (of === undefined ? name : [name, of]));
  return {
    steps,
    integrations: read.integrations.ok ? read.integrations.value : [],
    pins,
    offset,
    names: [...new Set([inputs.job, ...named])],
    wrong,
  };
}

function triggeredBy(event: RunEvent, chosen: Parameters<typeof layOut>[1]['chosen']): string {
  const inputs = chosen.filter(({ step }) => step.operation === 'IN');
  const made = inputs.find(({ choice }) => choice.from === 'run');
  if (made !== undefined) return made.step.name;
  if (event.name === 'schedule')
    return inputs.find(({ step }) => step.type === 'time')?.step.name ?? '';
  if (event.name === 'workflow_dispatch') return '';
  return inputs.find(({ choice }) => choice.from === 'event')?.step.name ?? '';
}

function runEvent(
  env: Readonly<Record<string, string | undefined>>,
  payload: JsonObject,
): RunEvent {
  return {
    name: env['GITHUB_EVENT_NAME'] ?? '',
    payload,
    sha: env['GITHUB_SHA'] ?? '',
    refName: env['GITHUB_REF_NAME'] ?? path.posix.basename(env['GITHUB_REF'] ?? ''),
    refType: env['GITHUB_REF_TYPE'] ?? 'branch',
    repository: env['GITHUB_REPOSITORY'] ?? '',
    server: serverOf(env),
  };
}
