// The action `login`: what is wanted, all of it at once, then one configuration with everything that worked.

import { defined, filled } from '../../ground/defined.ts';
import type { Failure } from '../../ground/failure.ts';
import type { loginInterface } from '../../interfaces/login.ts';
import { writeDockerConfig } from '../../registry/docker-config/docker-config-folder.ts';
import { exportAddresses } from '../../registry/docker-config/named-addresses.ts';
import { isLoopback, parseAddress } from '../../registry/protocol/address.ts';
import { type ActionContext, type ActionResult, done, failed } from '../program.ts';
import { type Performed, perform } from './perform.ts';
import { type Refusal, wantedLogins } from './wanted.ts';
import type { Wish } from './wish.ts';

type Context = ActionContext<typeof loginInterface>;

/** One member of the output `registries`. */
type Row = {
  readonly host: string;
  readonly account: string;
  readonly state: string;
  readonly name?: string;
};

export async function login(action: Context): Promise<ActionResult> {
  const { host, inputs } = action;
  const onMissing = inputs['on-missing'];
  if (!['fail', 'warn', 'skip'].includes(onMissing)) {
    return failed({
      message: `\`on-missing: ${onMissing}\` is not \`fail\`, \`warn\` or \`skip\`.`,
    });
  }
  const seconds = Number(inputs.timeout);
  if (!(seconds > 0)) {
    return failed({ message: `\`timeout: ${inputs.timeout}\` is not a number of seconds.` });
  }

  const wanted = await wantedLogins(action);
  const performed = await Promise.all(wanted.wishes.map((wish) => perform(host, wish, seconds)));
  const refusals = [...wanted.refusals, ...performed.flatMap(refusalsOf)];
  const someWork = performed.some(({ logins }) => logins.length > 0);
  const idle = needless(action, refusals, someWork);
  for (const { failure, place } of idle) {
    host.warning(`${failure.message} No step of this job is known to need it.`, place);
  }
  const { failures, skipped } = sortRefusals(
    action,
    refusals.filter((refusal) => !idle.has(refusal)),
  );
  warnOfDoubles(action, performed);
  const made = performed.flatMap(({ wish, logins }) => logins.map((one) => ({ ...one, wish })));
  // Before anything is said: a login that could not be saved is none.
  const folder = writeDockerConfig(
    host,
    made.map(({ address, credential, wish }) => ({
      host: address.host,
      credential,
      agentOnly: wish.agentOnly,
    })),
  );
  exportAddresses(
    host,
    made.map(({ address }) => address),
  );
  for (const one of made) announce(action, one);
  const rows: readonly Row[] = [
    ...[...failures, ...idle].flatMap((refusal) => rowsOf(refusal, 'failed')),
    ...skipped.flatMap((refusal) => rowsOf(refusal, 'skipped')),
    ...wanted.filtered.map((name) => ({ host: '', account: '', state: 'skipped', name })),
    ...made.map(({ address, account, state, wish }) => ({
      host: address.host,
      account,
      state,
      ...defined({ name: filled(wish.name) }),
    })),
  ];
  action.output('registries', JSON.stringify(rows));
  action.output('docker-config', folder);
  return failures.length === 0 ? done : failed(...failures.map(asFailure));
}

type Made = Performed['logins'][number] & { readonly wish: Wish };

function announce({ host }: Context, { address, account, state, wish }: Made): void {
  const { name, agentOnly } = wish;
  const behind = name === '' ? '' : ` (${name}${agentOnly ? ', not in the container' : ''})`;
  if (state === 'logged-in') host.log(`Logged in to ${address.host} as ${account}${behind}.`);
  else {
    host.notice(
      `${address.host} lets everybody in, so the credential of ${account}${behind} could not be verified. It is kept for pushes.`,
    );
  }
}

function refusalsOf({ wish, failures }: Performed): readonly Refusal[] {
  const { name, place, isEntry = false } = wish;
  return failures.map((failure) => ({
    failure,
    name,
    place,
    isEntry,
    host: failure.host ?? '',
  }));
}

/**
 * Entries of a file that fail and that the job does not need: CodeShip used the entry of a push and never looked at the
 * others (codeship.md 5.1). The job needs what \`hosts\` names; without it, one that works is enough. A registry of the
 * machine itself may ask for no account at all, which its push shows.
 */
function needless(
  { inputs }: Context,
  refusals: readonly Refusal[],
  someWork: boolean,
): ReadonlySet<Refusal> {
  const named = inputs.hosts.split(/[\s,]+/).flatMap((text) => parseAddress(text)?.host ?? []);
  const remote = named.filter((host) => !isLoopback(host));
  const isFree = someWork || (named.length > 0 && remote.length === 0);
  return new Set(
    refusals.filter(({ isEntry, host }) => isEntry && !remote.includes(host) && isFree),
  );
}

/** What `on-missing` says about empty credentials; everything else is a failure. */
function sortRefusals(
  { host, inputs }: Context,
  refusals: readonly Refusal[],
): { readonly failures: readonly Refusal[]; readonly skipped: readonly Refusal[] } {
  const onMissing = inputs['on-missing'];
  const isSkipped = ({ failure }: Refusal): boolean =>
    failure.kind === 'missing' && onMissing !== 'fail';
  const skipped = refusals.filter(isSkipped);
  for (const { failure, place } of skipped) {
    const message = `${failure.message} Not logged in.`;
    if (onMissing === 'warn') host.warning(message, place);
    else host.log(message);
  }
  return { failures: refusals.filter((refusal) => !isSkipped(refusal)), skipped };
}

/** What is refused before there is a login is so for all registries that share it. */
function rowsOf({ host, name }: Refusal, state: string): readonly Row[] {
  return host
    .split(' ')
    .map((one) => ({ host: one, account: '', state, ...defined({ name: filled(name) }) }));
}

function asFailure({ failure: { message, remedy, isBug }, place }: Refusal): Failure {
  return {
    message,
    ...(isBug === true && { isBug }),
    ...defined({ remedy }),
    ...(place.file !== undefined && { place: { title: 'transship login', ...place } }),
  };
}

/** Docker keeps one credential a host: as in Shippable, the later entry wins (shippable.md 6.2, rule 4). */
function warnOfDoubles({ host }: Context, performed: readonly Performed[]): void {
  const seen = new Map<string, string>();
  for (const { wish, logins } of performed) {
    for (const { address } of logins) {
      const earlier = seen.get(address.host);
      if (earlier !== undefined) {
        host.warning(
          `Two logins for ${address.host}: ${wish.label} replaces ${earlier}. Docker keeps one credential per host.`,
          wish.place,
        );
      }
      seen.set(address.host, wish.label);
    }
  }
}
