// One HTTP exchange over node:http(s). The global fetch takes longer to load than a whole login takes, and node:https
// takes as long as Node itself: it is loaded when the first https address is asked.

import fs from 'node:fs';
import http from 'node:http';
import type https from 'node:https';
import { pipeline } from 'node:stream/promises';
import { secondsText } from '../../ground/back-off.ts';
import { defined } from '../../ground/defined.ts';
import { cancelledText, isCancelled, onCancellation } from '../cancellation.ts';
import type {
  Environment,
  HttpFailure,
  HttpFailureReason,
  HttpRequest,
  HttpResponse,
  HttpResult,
} from '../host.ts';
import { proxyFor } from './proxy-choice.ts';
import { type Trust, tlsOptions } from './trust.ts';

// A login asks the same host two or three times; a new TLS connection for each would be most of its time.
const plainAgent = new http.Agent({ keepAlive: true });
const tlsAgents = new Map<Trust | undefined, https.Agent>();

/** Machine certificates by host, once a host has needed them. */
const trusted = new Map<string, Trust>();

/** What no URL and no header can be is a failure like any other: the values may come from users and servers. */
export async function request(wanted: HttpRequest, env: Environment): Promise<HttpResult> {
  if (isCancelled()) return { kind: 'failure', reason: 'cancelled', message: cancelledText };
  const problem = problemOf(wanted);
  if (problem !== undefined) return { kind: 'failure', reason: 'impossible', message: problem };
  const url = new URL(wanted.url);
  if (wanted.socketPath !== undefined) {
    return new Promise((resolve) => send(wanted, url, http.request, plainAgent, resolve));
  }
  const result = await exchange(wanted, url, env, trusted.get(url.host));
  if (result.kind !== 'failure' || result.reason !== 'certificate' || trusted.has(url.host))
    return result;
  // The Docker engine trusts the machine's own certificates, Node only those it was built with.
  const { machineTrust } = await import('./machine-trust.ts');
  const trust = machineTrust(url.host, env);
  if (trust === undefined) return result;
  trusted.set(url.host, trust);
  return exchange(wanted, url, env, trust);
}

/** Why Node would throw, in words without a value. */
export function problemOf({ url, headers = {} }: HttpRequest): string | undefined {
  if (!URL.canParse(url)) return 'the address is not a URL';
  const { protocol, host } = new URL(url);
  if (!/^https?:$/.test(protocol)) return 'the address is not a URL of http or https';
  const wrong = Object.entries(headers).find(
    ([name, value]) =>
      !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) || /[^\t\x20-\x7e\x80-\xff]/.test(value),
  );
  return wrong === undefined
    ? undefined
    : `nothing was sent to ${host}: the header \`${wrong[0].slice(0, 40)}\` would hold a character that no header can`;
}

async function exchange(
  wanted: HttpRequest,
  url: URL,
  env: Environment,
  trust: Trust | undefined,
): Promise<HttpResult> {
  const proxy = proxyFor(url, env);
  const isTls = url.protocol === 'https:';
  if (proxy !== undefined) {
    const { tunnelAgent } = await import('./proxy.ts');
    const agent = tunnelAgent(proxy, url, trust);
    const start = isTls ? (await import('node:https')).request : http.request;
    return new Promise((resolve) => send(wanted, url, start, agent, resolve));
  }
  if (!isTls) return new Promise((resolve) => send(wanted, url, http.request, plainAgent, resolve));
  const tls = await import('node:https');
  const agent = tlsAgent(tls, trust);
  return new Promise((resolve) => send(wanted, url, tls.request, agent, resolve));
}

function tlsAgent({ Agent }: typeof https, trust: Trust | undefined): https.Agent {
  const known = tlsAgents.get(trust);
  if (known !== undefined) return known;
  const agent = new Agent({ keepAlive: true, ...tlsOptions(trust) });
  tlsAgents.set(trust, agent);
  return agent;
}

function send(
  wanted: HttpRequest,
  url: URL,
  start: typeof http.request,
  agent: http.Agent,
  resolve: (result: HttpResult) => void,
): void {
  const { timeoutMs = 30_000, maxBytes = 8 * 1024 * 1024, body, bodyFile, method = 'GET' } = wanted;
  const message = start(url, {
    method,
    agent,
    ...defined({ socketPath: wanted.socketPath }),
    headers: {
      'user-agent': 'transship',
      ...wanted.headers,
      ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
      ...(bodyFile !== undefined && { 'content-length': fs.statSync(bodyFile).size }),
    },
  });
  const finish = (result: HttpResult): void => {
    clearTimeout(timer);
    clearTimeout(moment);
    forget();
    resolve(result);
  };
  const fail = (reason: HttpFailureReason, text: string): void => {
    finish({ kind: 'failure', reason, message: text });
    message.destroy();
  };
  const timer = setTimeout(
    () => fail('timeout', `no answer from ${url.host} within ${secondsText(timeoutMs)}`),
    timeoutMs,
  );
  // What is under way may end, so that it is known what was done.
  let moment: NodeJS.Timeout | undefined;
  const forget = onCancellation(() => {
    moment = setTimeout(() => fail('cancelled', cancelledText), 2000);
  });
  message.on('error', (error: NodeJS.ErrnoException) => finish(failureOf(error, url)));
  message.on('response', (response) => {
    if (wanted.saveTo !== undefined && response.statusCode === 200) {
      pipeline(response, fs.createWriteStream(wanted.saveTo, { mode: 0o600 })).then(
        () => finish(answerOf(response, Buffer.alloc(0))),
        (error) => finish(failureOf(error, url)),
      );
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes)
        fail('too-large', `the answer of ${url.host} is larger than ${maxBytes} bytes`);
      else chunks.push(chunk);
    });
    response.on('end', () => {
      if (response.complete) finish(answerOf(response, Buffer.concat(chunks)));
      else fail('cut', `${url.host} ended the connection in the middle of its answer`);
    });
    response.on('error', (error) => finish(failureOf(error, url)));
  });
  if (bodyFile === undefined) message.end(body);
  else pipeline(fs.createReadStream(bodyFile), message).catch(() => message.destroy());
}

function answerOf(response: http.IncomingMessage, body: Buffer): HttpResponse {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return {
    kind: 'response',
    status: response.statusCode ?? 0,
    headers,
    body,
    text: () => body.toString('utf8'),
  };
}

/** Node's codes as reasons that a message or a retry can go by. */
function failureOf(error: NodeJS.ErrnoException, url: URL): HttpFailure {
  const code = error.code ?? '';
  const rows: readonly (readonly [RegExp, HttpFailureReason, string])[] = [
    [/^TRANSSHIP_PROXY$/, 'proxy', error.message],
    [/^(ENOTFOUND|EAI_)/, 'unknown-host', `the host name ${url.hostname} is unknown (${code})`],
    [
      /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EACCES|EPERM)$/,
      'refused',
      `${url.host} takes no connection (${code})`,
    ],
    [/^ETIMEDOUT$/, 'timeout', `no connection to ${url.host} in time (${code})`],
    [/^(ECONNRESET|EPIPE|ECONNABORTED|HPE_)/, 'cut', `${url.host} cut the connection (${code})`],
    [
      /^(ERR_TLS_CERT|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|INVALID_CA|HOSTNAME_MISMATCH)/,
      'certificate',
      `the certificate of ${url.host} is not trusted (${code})`,
    ],
    [/^(EPROTO|ERR_SSL_)/, 'not-tls', `${url.host} does not speak TLS (${code})`],
  ];
  const row = rows.find(([pattern]) => pattern.test(code));
  if (row !== undefined) return { kind: 'failure', reason: row[1], message: row[2] };
  return { kind: 'failure', reason: 'other', message: `${url.host}: ${error.message}` };
}
