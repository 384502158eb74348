import { createHash, randomUUID, sign, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Certificate } from './authority.ts';
import { run } from './command.ts';

/** What a request asks of one repository, as in the `scope` parameter. */
type Access = {
  readonly type: string;
  readonly name: string;
  readonly actions: readonly string[];
};

type TokenRequest = {
  readonly method: 'GET' | 'POST';
  /** The user that was authenticated, or undefined for an anonymous request. */
  readonly user: string | undefined;
  readonly service: string;
  readonly access: readonly Access[];
  /** The whole Authorization header, to assert what was sent where. */
  readonly authorization: string | undefined;
};

export type TokenServerOptions = {
  /** User names and passwords. */
  readonly users: Readonly<Record<string, string>>;
  /** Refresh tokens (an identity token is one) and their users, for `grant_type=refresh_token`. */
  readonly refreshTokens?: Readonly<Record<string, string>>;
  /** Which actions of those asked for are granted. Everything to a known user, nothing to others, unless told. */
  readonly grant?: (user: string | undefined, access: Access) => readonly string[];
  /** How long a token is good, in seconds; negative: already expired when it is given. 300 unless told. */
  readonly lifetime?: number;
  /** The audience of the tokens, the registry's `service`. */
  readonly service?: string;
  /** An answer instead of the server's own, to play failures: `count` is the request's number, from 1. */
  readonly answer?: (request: TokenRequest, count: number) => FailedAnswer | undefined;
  readonly tls?: Certificate;
  /** Address to listen on, 127.0.0.1 unless told, and the name that clients use for it. */
  readonly address?: string;
  readonly name?: string;
  readonly port?: number;
};

type FailedAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type TokenServer = {
  /** The address of the token endpoint, for the registry's `realm`. */
  readonly realm: string;
  readonly issuer: string;
  readonly service: string;
  /** The certificate that tokens are signed under, for the registry's `rootcertbundle`. */
  readonly certificate: string;
  readonly requests: () => readonly TokenRequest[];
  readonly stop: () => Promise<void>;
};

const base64url = (data: string | Buffer): string => Buffer.from(data).toString('base64url');

const parseScopes = (scopes: readonly string[]): readonly Access[] =>
  scopes
    .flatMap((scope) => scope.split(' '))
    .flatMap((scope) => {
      const match = /^([^:]+):(.+):([^:]*)$/.exec(scope);
      if (match === null) return [];
      const [, type = '', name = '', actions = ''] = match;
      return [{ type, name, actions: actions.split(',').filter((action) => action !== '') }];
    });

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
};

const listen = (server: Server, port: number, address: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => resolve((server.address() as AddressInfo).port));
  });

/**
 * A token server by the distribution specification: GET with basic authentication, POST with `grant_type`
 * `password` or `refresh_token`. Its tokens are real (ES256 with a certificate chain), the registry checks them.
 */
export const startTokenServer = async (options: TokenServerOptions): Promise<TokenServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'transship-token-'));
  const keyFile = join(folder, 'signer.key');
  const certificate = join(folder, 'signer.pem');
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...[
      '-keyout',
      keyFile,
      '-out',
      certificate,
      '-days',
      '2',
      '-subj',
      '/CN=transship test tokens',
    ],
  ]);
  const key = readFileSync(keyFile, 'utf8');
  const chain = [new X509Certificate(readFileSync(certificate)).raw.toString('base64')];
  const issuer = 'transship-test-issuer';
  const service = options.service ?? 'transship-test-registry';
  const lifetime = options.lifetime ?? 300;
  const grant =
    options.grant ??
    ((user: string | undefined, access: Access) => (user === undefined ? [] : access.actions));
  const requests: TokenRequest[] = [];

  const tokenFor = (request: TokenRequest): string => {
    const now = Math.floor(Date.now() / 1000);
    const access = request.access
      .map((one) => ({ ...one, actions: grant(request.user, one) }))
      .filter((one) => one.actions.length > 0);
    const issued = lifetime < 0 ? now + 2 * lifetime : now;
    const times = { iat: issued, nbf: issued - 5, exp: now + lifetime };
    const claims = {
      iss: issuer,
      sub: request.user ?? '',
      aud: request.service,
      jti: randomUUID(),
      ...times,
      access,
    };
    const header = base64url(JSON.stringify({ typ: 'JWT', alg: 'ES256', x5c: chain }));
    const payload = `${header}.${base64url(JSON.stringify(claims))}`;
    const signature = sign('sha256', Buffer.from(payload), { key, dsaEncoding: 'ieee-p1363' });
    return `${payload}.${base64url(signature)}`;
  };

  const send = (response: ServerResponse, answer: FailedAnswer): void => {
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(
      answer.body ?? JSON.stringify({ errors: [{ code: 'DENIED', message: 'denied' }] }),
    );
  };

  const same = (left: string, right: string): boolean =>
    createHash('sha256').update(left).digest('hex') ===
    createHash('sha256').update(right).digest('hex');

  /** The user of a request; `false`: credentials were given and are wrong. */
  const authenticate = (
    form: URLSearchParams,
    authorization: string | undefined,
  ): string | undefined | false => {
    const check = (user: string, password: string): string | false =>
      same(options.users[user] ?? randomUUID(), password) ? user : false;
    const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
    if (basic !== undefined) {
      const [user = '', ...rest] = Buffer.from(basic, 'base64').toString('utf8').split(':');
      return check(user, rest.join(':'));
    }
    if (form.get('grant_type') === 'password') {
      return check(form.get('username') ?? '', form.get('password') ?? '');
    }
    if (form.get('grant_type') === 'refresh_token') {
      return options.refreshTokens?.[form.get('refresh_token') ?? ''] ?? false;
    }
    return authorization === undefined ? undefined : false;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://token.invalid');
    const posted = request.method === 'POST';
    const form = posted ? new URLSearchParams(await bodyOf(request)) : url.searchParams;
    const authorization = request.headers.authorization;
    const user = authenticate(posted ? form : new URLSearchParams(), authorization);
    const asked: TokenRequest = {
      method: posted ? 'POST' : 'GET',
      user: user === false ? undefined : user,
      service: form.get('service') ?? '',
      access: parseScopes(form.getAll('scope')),
      authorization,
    };
    requests.push(asked);
    const answer = options.answer?.(asked, requests.length);
    if (answer !== undefined) send(response, answer);
    else if (url.pathname !== '/token') send(response, { status: 404 });
    else if (user === false) {
      const body = {
        errors: [{ code: 'UNAUTHORIZED', message: 'incorrect username or password' }],
      };
      send(response, { status: 401, body: JSON.stringify(body) });
    } else {
      const token = tokenFor(asked);
      const fields = {
        token,
        access_token: token,
        expires_in: lifetime,
        issued_at: new Date().toISOString(),
      };
      send(response, { status: 200, body: JSON.stringify(fields) });
    }
  };

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  };
  const address = options.address ?? '127.0.0.1';
  const server =
    options.tls === undefined
      ? createServer(listener)
      : createTlsServer(
          { cert: readFileSync(options.tls.certificate), key: readFileSync(options.tls.key) },
          listener,
        );
  const port = await listen(server, options.port ?? 0, address);
  const scheme = options.tls === undefined ? 'http' : 'https';
  return {
    realm: `${scheme}://${options.name ?? address}:${port}/token`,
    issuer,
    service,
    certificate,
    requests: () => requests,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
        });
      }),
  };
};
