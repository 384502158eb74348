// Whether a credential opens a registry, asked of the registry itself, as `docker login` does:
// `/v2/` without the credential, then by the way that the answer names.

import type { HttpResponse, HttpResult } from '../../host/host.ts';
import { baseUrls, type RegistryAddress } from './address.ts';
import { parseChallenge } from './challenge.ts';
import { basicValue, type Credential } from './credential.ts';
import { type Patience, requestPatiently, unusable } from './patience.ts';
import { fail, ok, type Result } from './result.ts';
import { fetchToken, reasonIn } from './token.ts';

/** `unverifiable`: the registry lets everyone in, so that nothing can be said about the credential. */
export type Verdict = 'logged-in' | 'unverifiable';

export async function verifyCredential(
  patience: Patience,
  address: RegistryAddress,
  credential: Credential,
): Promise<Result<Verdict>> {
  const first = await firstAnswer(patience, address);
  if (!first.ok) return first;
  const { base, answer } = first.value;
  if (answer.status === 200) return verifyWhereOpen(patience, base, credential);
  const challenge =
    answer.status === 401 ? parseChallenge(answer.headers['www-authenticate']) : undefined;
  if (challenge === undefined) {
    return fail(
      'unreachable',
      `${address.host} does not answer like a registry (HTTP ${answer.status} for /v2/).`,
      'Check the address: it is the host of the image names, without a path.',
    );
  }
  if (challenge.kind === 'basic') {
    if (credential.kind !== 'password') {
      return fail('wrong', `${address.host} expects a user name and a password, not a token.`);
    }
    const authorization = `Basic ${basicValue(credential.username, credential.password)}`;
    return accepted(patience, address, base, authorization);
  }
  const token = await fetchToken(patience, address, challenge, credential, undefined);
  if (!token.ok) return token;
  return accepted(patience, address, base, `Bearer ${token.value}`);
}

/** The base URL that answers, and its answer to `/v2/` without a credential. */
export async function firstAnswer(
  patience: Patience,
  address: RegistryAddress,
): Promise<Result<FirstAnswer>> {
  const [first = '', second] = baseUrls(address);
  if (second === undefined) return answerAt(patience, address, first);
  // A registry on this machine, whose scheme nobody wrote: a server of TLS does not understand plain http.
  const guess = await askOnce(patience, first);
  if (guess.kind === 'failure') {
    if (guess.reason === 'timeout' && patience.host.now() >= patience.deadline)
      return unusable(guess, first);
    if (guess.reason !== 'cut' && guess.reason !== 'other')
      return answerAt(patience, address, first);
    // So does a registry that is about to start.
    const other = await askOnce(patience, second);
    const isTls = other.kind === 'response' || other.reason === 'certificate';
    return answerAt(patience, address, isTls ? second : first);
  }
  if (guess.status === 401 || guess.status === 200) return ok({ base: first, answer: guess });
  // What Go's TLS servers say.
  const isTls = guess.status === 400 && /HTTP request to an HTTPS server/i.test(guess.text());
  return answerAt(patience, address, isTls ? second : first);
}

function askOnce({ host, deadline }: Patience, base: string): Promise<HttpResult> {
  const left = Math.max(deadline - host.now(), 1);
  return host.request({ url: `${base}/v2/`, timeoutMs: Math.min(5000, left) });
}

async function answerAt(
  patience: Patience,
  address: RegistryAddress,
  base: string,
): Promise<Result<FirstAnswer>> {
  let url = `${base}/v2/`;
  for (let redirects = 0; redirects < 3; redirects++) {
    const result = await requestPatiently(patience, { url });
    if (result.kind === 'failure' || isTransient(result.status)) return unusable(result, url);
    if (result.status < 300 || result.status >= 400) {
      return ok({ base: new URL(url).origin, answer: result });
    }
    const target = result.headers['location'] ?? '';
    const next = URL.canParse(target, url) ? new URL(target, url) : undefined;
    if (next === undefined || !isSamePlace(new URL(url), next)) {
      return fail(
        'refused',
        `${address.host} redirects to ${next?.host ?? 'nowhere'}. The credential was not sent there.`,
        next && `If ${next.host} is the registry, use it as the address.`,
      );
    }
    url = next.href;
  }
  return fail('unreachable', `${address.host} redirects in a loop.`);
}

export type FirstAnswer = { readonly base: string; readonly answer: HttpResponse };

function isTransient(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/** The same host and port; or from http to https at the customary port of each. */
function isSamePlace(from: URL, to: URL): boolean {
  if (from.origin === to.origin) return true;
  const isUpgrade = from.protocol === 'http:' && to.protocol === 'https:';
  return isUpgrade && from.hostname === to.hostname && from.port === '' && to.port === '';
}

async function accepted(
  patience: Patience,
  address: RegistryAddress,
  base: string,
  authorization: string,
): Promise<Result<Verdict>> {
  const url = `${base}/v2/`;
  const result = await requestPatiently(patience, { url, headers: { authorization } });
  if (result.kind === 'failure') return unusable(result, url);
  if (result.status === 200) return ok('logged-in');
  if (result.status === 401 || result.status === 403) {
    return fail(
      'refused',
      `${address.host} returned HTTP ${result.status}${reasonIn(result.text())}.`,
    );
  }
  return unusable(result, url);
}

/** An open registry may still refuse a wrong password that it is given; if it takes it, that says nothing. */
async function verifyWhereOpen(
  patience: Patience,
  base: string,
  credential: Credential,
): Promise<Result<Verdict>> {
  if (credential.kind !== 'password') return ok('unverifiable');
  const url = `${base}/v2/`;
  const authorization = `Basic ${basicValue(credential.username, credential.password)}`;
  const result = await requestPatiently(patience, { url, headers: { authorization } });
  if (result.kind === 'response' && (result.status === 401 || result.status === 403)) {
    return fail(
      'refused',
      `${new URL(base).host} returned HTTP ${result.status}${reasonIn(result.text())}.`,
    );
  }
  return ok('unverifiable');
}
