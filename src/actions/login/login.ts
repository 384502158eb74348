// The action `login`: what is wanted, all of it at once, then one configuration with everything that worked.

import { writeDockerConfig } from '../../registry/docker-config-folder.ts';
import { exportAddresses } from '../../registry/named-addresses.ts';
import type { Failure } from '../../registry/result.ts';
import {
  type ActionContext,
  type ActionFailure,
  type ActionResult,
  done,
  failed,
} from '../program.ts';
import type { loginInterface } from './interface.ts';
import { type Performed, perform } from './perform.ts';
import { type Refusal, type Wanted, wantedLogins } from './wanted.ts';
import type { Wish } from './wish.ts';

type Context = ActionContext<typeof loginInterface>;

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
      message: `\`on-missing: ${onMissing}\` is none of \`fail\`, \`warn\` and \`skip\`.`,
    });
  }
  const seconds = Number(inputs.timeout);
  if (!(seconds > 0))
    return failed({ message: `\`timeout: ${inputs.timeout}\` is no number of seconds.` });

  const wanted: Wanted = await wantedLogins(action);
  const performed = await Promise.all(wanted.wishes.map((wish) => perform(host, wish, seconds)));

  const failures: ActionFailure[] = [];
  const rows: Row[] = [];
  const refusals: readonly Refusal[] = [
    ...wanted.refusals,
    ...performed.flatMap(({ wish, failures: all }) =>
      all.map((failure) => ({
        failure,
        name: wish.name,
        place: wish.place,
        host: failure.host ?? '',
      })),
    ),
  ];
  for (const { failure, name, place, host: at } of refusals) {
    const isSkipped = failure.kind === 'missing' && onMissing !== 'fail';
    rows.push({
      host: at,
      account: '',
      state: isSkipped ? 'skipped' : 'failed',
      ...(name !== '' && { name }),
    });
    if (!isSkipped) failures.push(asActionFailure(failure, place));
    else if (onMissing === 'warn') host.warning(`${failure.message} Not logged in.`, place);
    else host.log(`${failure.message} Not logged in.`);
  }
  for (const name of wanted.filtered) rows.push({ host: '', account: '', state: 'skipped', name });

  warnOfDoubles(action, performed);
  const logins = performed.flatMap((one) =>
    one.logins.map((made) => ({ ...made, wish: one.wish })),
  );
  for (const { address, account, state, wish } of logins) {
    rows.push({ host: address.host, account, state, ...(wish.name !== '' && { name: wish.name }) });
    if (state === 'logged-in')
      host.log(`Logged in to ${address.host} as ${account}${suffix(wish)}.`);
    else {
      host.notice(
        `${address.host} lets everyone in, so nothing can be said about the credential of ${account}${suffix(wish)}. It is kept for pushes.`,
      );
    }
  }
  const folder = writeDockerConfig(
    host,
    logins.map(({ address, credential, wish }) => ({
      host: address.host,
      credential,
      agentOnly: wish.agentOnly,
    })),
  );
  exportAddresses(
    host,
    logins.map(({ address }) => address),
  );
  action.output('registries', JSON.stringify(rows));
  action.output('docker-config', folder);
  return failures.length === 0 ? done : failed(...failures);
}

function asActionFailure(
  { message, remedy }: Failure,
  place: ActionFailure['place'],
): ActionFailure {
  return {
    message,
    ...(remedy !== undefined && { remedy }),
    ...(place?.file !== undefined && { place: { title: 'transship login', ...place } }),
  };
}

function suffix({ name, agentOnly }: Wish): string {
  if (name === '') return '';
  return ` (${name}${agentOnly ? ', not in the container' : ''})`;
}

/** Docker keeps one credential a host: as in Shippable, the later entry wins (shippable.md 6.2, rule 4). */
function warnOfDoubles({ host }: Context, performed: readonly Performed[]): void {
  const seen = new Map<string, string>();
  for (const { wish, logins } of performed) {
    for (const { address } of logins) {
      const earlier = seen.get(address.host);
      if (earlier !== undefined) {
        host.warning(
          `Two logins for ${address.host}: ${wish.label} replaces ${earlier}. Docker keeps one credential for a host.`,
          wish.place,
        );
      }
      seen.set(address.host, wish.label);
    }
  }
}
