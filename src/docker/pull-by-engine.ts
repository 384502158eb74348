// One pull by the engine's own API, which saves the start of a client and what that asks beforehand.
// https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageCreate

import type { Readable } from 'node:stream';
import { defined, filled } from '../ground/defined.ts';
import { isObject, parseObject } from '../ground/json.ts';
import { onCancellation } from '../host/cancellation.ts';
import type { ExecResult, Host } from '../host/host.ts';
import { dockerConfigKey, familiarName, parseReference } from '../image/reference.ts';
import type { Credential } from '../registry/protocol/credential.ts';
import { shownWords } from '../registry/protocol/token.ts';
import { dockerConfigFolder } from './client-config.ts';
import { clientCredential } from './client-credential.ts';
import { type EngineAddress, open, reasonOf } from './engine-api.ts';

/**
 * Pulls, and prints what the engine says as the client does where it has no terminal.
 *
 * @param reference with tag or digest
 * @param platform empty for the engine's own
 * @returns as of a client that pulled: 0, or 1 with the engine's words
 */
export async function pullByEngine(
  host: Host,
  engine: EngineAddress,
  reference: string,
  platform: string,
): Promise<ExecResult> {
  const parsed = parseReference(reference);
  if (!parsed.ok) return ended(1, parsed.failure.message);
  const { tag, digest, ...repository } = parsed.value;
  const query = new URLSearchParams({
    fromImage: familiarName(repository),
    tag: digest ?? tag ?? 'latest',
    ...defined({ platform: filled(platform) }),
  });
  const credential = await clientCredential(host, dockerConfigFolder(host), repository.host);
  const headers =
    credential === undefined ? {} : { 'x-registry-auth': authHeader(repository.host, credential) };
  try {
    const opened = await open(engine, { method: 'POST', path: `/images/create?${query}` }, headers);
    if (opened.kind === 'refused') return ended(1, reasonOf(opened.answer));
    const problem = await showProgress(host, opened.body);
    return host.cancelled() ? ended(130, '') : ended(problem === undefined ? 0 : 1, problem);
  } catch (error) {
    return ended(1, error instanceof Error ? error.message : String(error));
  }
}

const ended = (exitCode: number, stderr = ''): ExecResult => ({
  kind: 'exited',
  exitCode,
  stdout: '',
  stderr,
  timedOut: false,
});

/** https://docs.docker.com/reference/api/engine/version/v1.51/#section/Authentication */
function authHeader(registry: string, credential: Credential): string {
  const serveraddress = dockerConfigKey(registry);
  const fields =
    credential.kind === 'password'
      ? { username: credential.username, password: credential.password, serveraddress }
      : credential.kind === 'identity-token'
        ? { identitytoken: credential.token, serveraddress }
        : { registrytoken: credential.token, serveraddress };
  // With the `=` at the end, which old engines insist on.
  const text = Buffer.from(JSON.stringify(fields)).toString('base64');
  return text.replaceAll('+', '-').replaceAll('/', '_');
}

/** Prints each state of each layer once, without the bars; the error that ended it, in the engine's words. */
async function showProgress(host: Host, body: Readable): Promise<string | undefined> {
  const forget = onCancellation(() => body.destroy());
  let problem: string | undefined;
  let waiting = '';
  const take = (line: string): void => {
    const said = parseObject(line);
    if (said === undefined) return;
    const { status, id, progressDetail, error } = said;
    if (typeof error === 'string') problem = error;
    const hasBar = isObject(progressDetail) && Object.keys(progressDetail).length > 0;
    if (typeof status !== 'string' || hasBar) return;
    host.log(shownWords(typeof id === 'string' ? `${id}: ${status}` : status, 500));
  };
  try {
    for await (const chunk of body) {
      const lines = (waiting + String(chunk)).split('\n');
      waiting = lines.pop() ?? '';
      lines.forEach(take);
    }
    take(waiting);
  } catch (error) {
    problem ??= error instanceof Error ? error.message : String(error);
  } finally {
    forget();
  }
  return problem;
}
