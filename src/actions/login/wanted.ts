// Everything that the inputs ask for, in all forms, in the order of their declaration.

import type { LogPlace } from '../../ground/failure.ts';
import type { loginInterface } from '../../interfaces/login.ts';
import type { RegistryFailure, Result } from '../../registry/protocol/result.ts';
import { jobTokenAudience } from '../../registry/vendors/audience.ts';
import type { ActionContext } from '../program.ts';
import { credentialValues } from './credential-values.ts';
import { integrationWish } from './integration-wishes.ts';
import { plainWishes } from './plain-wish.ts';
import { readIntegrations } from './read-integrations.ts';
import type { Wish } from './wish.ts';
import type { JobAccount } from './wish-of-fields.ts';

export type Refusal = {
  readonly failure: RegistryFailure & { readonly isBug?: true };
  readonly name: string;
  readonly place: LogPlace;
  readonly host: string;
  /** Of an entry of a file, which may be one that the job does not need. */
  readonly isEntry: boolean;
};

export type Wanted = {
  readonly wishes: readonly Wish[];
  readonly refusals: readonly Refusal[];
  /** Integrations whose branch filter says no. */
  readonly filtered: readonly string[];
};

type Context = ActionContext<typeof loginInterface>;

export async function wantedLogins(action: Context): Promise<Wanted> {
  const { inputs } = action;
  const parts: Wanted[] = [];
  if (inputs.integrations !== '' || inputs.config !== '')
    parts.push(await fromIntegrations(action));
  if (
    [inputs.registry, inputs.username, inputs.password, inputs.identity].some((text) => text !== '')
  ) {
    parts.push(collect(plainWishes(inputs, github(action)), false));
  }
  const realms = inputs.realm.split(/[\s,]+/).filter((realm) => realm !== '');
  const files = lines(inputs.dockercfg);
  if (files.length > 0) {
    const { dockercfgFileWishes } = await import('./dockercfg-wishes.ts');
    for (const file of files) {
      const wishes = await dockercfgFileWishes(action.host, file, inputs['aes-key'], realms);
      parts.push(collect(wishes, true));
    }
  }
  if (inputs.generator !== '') {
    const { generatorWishes } = await import('./generator.ts');
    const results = await generatorWishes(action.host, {
      image: inputs.generator,
      env: inputs['generator-env'],
      envFiles: lines(inputs['generator-env-file']),
      options: inputs['generator-options'],
      key: inputs['aes-key'],
      realms,
    });
    parts.push(collect(results, true));
  }
  if (parts.length === 0) return { ...nothing, refusals: [refusalOf(nothingGiven)] };
  return {
    wishes: parts.flatMap(({ wishes }) => wishes),
    refusals: parts.flatMap(({ refusals }) => refusals),
    filtered: parts.flatMap(({ filtered }) => filtered),
  };
}

const nothing: Wanted = { wishes: [], refusals: [], filtered: [] };

/** Inputs that are secrets, and inputs that nobody gave, look the same where there are no secrets. */
const nothingGiven: RegistryFailure = {
  kind: 'missing',
  message: 'There is nothing to log in to: all inputs are empty.',
  remedy:
    'Give `integrations` or `config`, `registry` with `username` and `password`, `dockercfg`, or `generator`. If they come from secrets: pull requests from forks and from Dependabot do not get those of the repository; set `on-missing` for them.',
};

async function fromIntegrations(action: Context): Promise<Wanted> {
  const { host, inputs } = action;
  const credentials = credentialValues(host, inputs.credentials);
  if (!credentials.ok) return { ...nothing, refusals: [refusalOf(credentials.failure)] };
  const read = await readIntegrations(host, inputs);
  if (!read.ok) return { ...nothing, refusals: [refusalOf(read.failure)] };
  const { integrations, failures } = read.value;
  if (integrations.length + failures.length === 0) {
    host.notice(
      `${inputs.config || '`integrations`'} lists no registry under \`integrations.hub\`.`,
    );
  }
  const wishes: Wish[] = [];
  const filtered: string[] = [];
  const refusals = failures.map(({ message, place }) =>
    refusalOf({ kind: 'wrong', message }, '', place),
  );
  for (const integration of integrations) {
    const wish = await integrationWish(host, integration, credentials.value, github(action));
    if (!wish.ok) refusals.push(refusalOf(wish.failure, integration.name, integration.place));
    else if (wish.value === undefined) filtered.push(integration.name);
    else wishes.push(wish.value);
  }
  return { wishes, refusals, filtered };
}

function github({ host, inputs }: Context): JobAccount {
  return {
    actor: host.env['GITHUB_ACTOR'] || 'github-actions',
    token: inputs['github-token'],
    audience: jobTokenAudience(host.env),
  };
}

/** `ofFile`: a failure that names a registry is that of an entry. */
function collect(results: readonly Result<Wish>[], ofFile: boolean): Wanted {
  const wishes = results.flatMap((result) => (result.ok ? [result.value] : []));
  const refusals = results.flatMap((result) =>
    result.ok
      ? []
      : [{ ...refusalOf(result.failure), isEntry: ofFile && result.failure.host !== undefined }],
  );
  return { wishes, refusals, filtered: [] };
}

function refusalOf(failure: RegistryFailure, name = '', place: LogPlace = {}): Refusal {
  return { failure, name, place, host: failure.host ?? '', isEntry: false };
}

function lines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
