// `transship secrets set`: the values go to GitHub in sealed boxes, from encrypted files, a filled-in file, or a prompt.
// Without `--yes` nothing is sent. No value is ever printed, put into an argument, or written to a file.

import path from 'node:path';
import type { Io } from '../../ground/io.ts';
import { quoteWord } from '../../shell/words.ts';
import { complain } from '../encrypted-files/secret-files.ts';
import { type ExitCode, wrongUsage } from '../program.ts';
import { tokenName } from './check.ts';
import { type Fingerprints, openFingerprints } from './fingerprints.ts';
import { type SecretsApi, secretsApi } from './github.ts';
import { type PlannedSecret, scopeText } from './planned.ts';
import { hiddenLine } from './prompt.ts';
import { findTarget, type Target } from './target.ts';
import { readTemplate } from './template.ts';
import { valuesByKey } from './values.ts';
import type { SecretsWork } from './work.ts';

/** https://docs.github.com/actions/reference/security/secrets */
const largest = 48 * 1024;
/** Requests at the same time. */
const atOnce = 4;

type Ready = { readonly secret: PlannedSecret; readonly value: string; readonly from: string };
type Left = { readonly secret: PlannedSecret; readonly reason: string };

export async function setSecrets(work: SecretsWork): Promise<ExitCode> {
  const { line, io, host, folder, plan } = work;
  if ('gh' in line.options && 'yes' in line.options)
    return wrongUsage(io, '`--gh` prints lines and sets nothing: it takes no `--yes`');
  const found = await findTarget(host, folder, line.options['repo']);
  if (!found.ok) {
    complain(io, found.failure.message, found.failure.remedy);
    return 1;
  }
  const target = found.value;
  if ('gh' in line.options) {
    io.stdout(plan.map((secret) => ghLine(secret, target)).join(''));
    return 0;
  }
  const values = collect(work);
  if (typeof values === 'string') return wrongUsage(io, values);
  const { ready, left } = values;
  for (const { secret, reason } of left) io.stderr(`left out: ${secret.name}: ${reason}\n`);
  if (!('yes' in line.options)) {
    for (const { secret, from } of ready)
      io.stdout(`would set ${secret.name} (${scopeText(secret.scope)}), from ${from}\n`);
    io.stderr(
      `nothing was sent: \`--yes\` sets ${ready.length} of ${plan.length} secrets of ${target.owner}/${target.name} on ${target.host}\n`,
    );
    return 0;
  }
  if (ready.length === 0) {
    complain(io, 'there is no value to set', 'give the key, `--from FILE` or `--prompt`');
    return 1;
  }
  if (target.token === undefined) {
    complain(
      io,
      `no token for ${target.host}`,
      `set ${tokenName(target.host)} to a token with \`secrets: write\``,
    );
    return 1;
  }
  const github = { target, api: secretsApi(host, target), fingerprints: openFingerprints(host) };
  return send(ready, left, github, io);
}

type GitHub = {
  readonly target: Target;
  readonly api: SecretsApi;
  /** Of the values that it was given before. */
  readonly fingerprints: Fingerprints;
};

async function send(
  ready: readonly Ready[],
  left: readonly Left[],
  { target, api, fingerprints }: GitHub,
  io: Io,
): Promise<ExitCode> {
  const environments = ready.flatMap(({ secret: { scope } }) =>
    scope.kind === 'environment' ? [scope.name] : [],
  );
  const listed = await api.list([...new Set(environments)]);
  const placeOf = ({ name, scope }: PlannedSecret): string =>
    `${target.api} ${target.owner}/${target.name} ${scopeText(scope)} ${name}`;
  // A value that is known to be equal still has to be there.
  const isThere = ({ name, scope }: PlannedSecret): boolean => {
    if (!listed.ok || scope.kind === 'organization') return false;
    const names =
      scope.kind === 'environment'
        ? listed.value.environments.get(scope.name)
        : listed.value.repository;
    return names?.has(name.toUpperCase()) === true;
  };
  const waiting = [...ready];
  const failed: Left[] = [];
  let done = 0;
  let stop: string | undefined;
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { secret, value } = next;
      if (stop !== undefined) {
        failed.push({ secret, reason: stop });
        continue;
      }
      if (isThere(secret) && fingerprints.isEqual(placeOf(secret), value)) {
        io.stdout(`unchanged ${secret.name}\n`);
        done++;
        continue;
      }
      const answer = await api.set(secret.scope, secret.name, value);
      if (answer.ok) {
        fingerprints.remember(placeOf(secret), value);
        io.stdout(`${answer.value} ${secret.name} (${scopeText(secret.scope)})\n`);
        done++;
      } else {
        failed.push({ secret, reason: answer.failure.reason });
        // What one request may not, no other may.
        if ([0, 401, 403, 404, 429].includes(answer.failure.status))
          stop = 'not tried, for the same reason';
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  for (const { secret, reason } of failed) io.stderr(`not set: ${secret.name}: ${reason}\n`);
  io.stderr(`${done} set, ${failed.length} not set, ${left.length} left out\n`);
  if (failed.length > 0) io.stderr('the same command goes on where this one stopped\n');
  return failed.length > 0 || left.length > 0 ? 1 : 0;
}

/** Every value that can be had; a text says what is wrong with the command line. */
function collect({
  line,
  io,
  host,
  folder,
  plan,
  key,
}: SecretsWork): { readonly ready: readonly Ready[]; readonly left: readonly Left[] } | string {
  const { from } = line.options;
  const text = from === undefined ? '' : host.files.read(path.resolve(io.folder, from));
  if (text === undefined) return `\`--from ${from}\` cannot be read`;
  const filled = readTemplate(text);
  if (!filled.ok) return `\`${from}\` line ${filled.failure.line}: ${filled.failure.message}`;
  const names = new Set(plan.map(({ name }) => name.toUpperCase()));
  const strange = [...filled.value.keys()].filter((name) => !names.has(name));
  if (strange.length > 0) return `\`${from}\`: no workflow needs ${strange.join(', ')}`;
  const byKey =
    key === undefined
      ? undefined
      : valuesByKey(key, (file) => host.files.read(path.join(folder, file)));
  const ready: Ready[] = [];
  const left: Left[] = [];
  for (const secret of plan) {
    const given = filled.value.get(secret.name.toUpperCase());
    const opened =
      given === undefined && secret.source !== undefined ? byKey?.(secret.source) : undefined;
    const asked =
      given === undefined && opened?.ok !== true && 'prompt' in line.options
        ? hiddenLine(io, `${secret.name} (${secret.why}), empty to leave it out: `)
        : undefined;
    const value = given ?? (opened?.ok === true ? opened.value : asked);
    if (value === undefined || value === '') {
      const reason = opened?.ok === false ? opened.failure : 'no value was given';
      left.push({ secret, reason });
    } else if (Buffer.byteLength(value) > largest) {
      left.push({
        secret,
        reason: `its value has ${Buffer.byteLength(value)} bytes, and GitHub takes 48 kB: keep it in the encrypted file (\`--secrets file\`)`,
      });
    } else
      ready.push({
        secret,
        value,
        from:
          given !== undefined
            ? (from ?? '')
            : opened?.ok === true
              ? placeOfSource(secret)
              : 'the prompt',
      });
  }
  return { ready, left };
}

function placeOfSource({ source }: PlannedSecret): string {
  if (source === undefined || source.kind === 'key') return 'the key';
  return source.path ?? 'the services file';
}

/** `gh` reads the value from standard input, so it is in no argument and no history. */
function ghLine(
  { name, scope, source, why }: PlannedSecret,
  { host, owner, name: repo }: Target,
): string {
  const where =
    scope.kind === 'organization'
      ? `--org ${quoteWord(scope.name ?? owner)} --repos ${quoteWord(repo)}`
      : `--repo ${quoteWord(`${host === 'github.com' ? '' : `${host}/`}${owner}/${repo}`)}${scope.kind === 'environment' ? ` --env ${quoteWord(scope.name)}` : ''}`;
  const set = `gh secret set ${name} ${where}`;
  if (source?.kind === 'key') return `${set} < codeship.aes\n`;
  if (source?.kind === 'variable' && source.path !== undefined && /^\w+$/.test(source.name))
    return `transship decrypt ${quoteWord(source.path)} | sed -n 's/^${source.name}=//p' | tail -n 1 | tr -d '\\n' | ${set}\n`;
  return `${set}  # ${why.replace(/[\r\n]+/g, ' ')}\n`;
}
