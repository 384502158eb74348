// Signature version 4 for one POST request without query parameters.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html

import { createHash, createHmac } from 'node:crypto';
import { defined } from '../../ground/defined.ts';

export type AwsKeys = {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly sessionToken?: string;
};

/** The headers of the request, signed: `headers` with those that the signature adds. */
export function signedHeaders(
  request: {
    readonly url: string;
    readonly body: string;
    readonly headers: Readonly<Record<string, string>>;
  },
  keys: AwsKeys,
  place: { readonly region: string; readonly service: string },
  /** Milliseconds since 1970. */
  now: number,
): Record<string, string> {
  const { host, pathname } = new URL(request.url);
  const time = new Date(now).toISOString().replace(/[:-]|\.\d{3}/g, '');
  const headers: Record<string, string> = {
    ...request.headers,
    host,
    'x-amz-date': time,
    ...defined({ 'x-amz-security-token': keys.sessionToken }),
  };
  const names = Object.keys(headers).sort();
  const signed = names.join(';');
  const canonical = [
    'POST',
    pathname,
    '',
    ...names.map((name) => `${name}:${headers[name]?.trim()}`),
    '',
    signed,
    sha256(request.body),
  ].join('\n');
  const scope = `${time.slice(0, 8)}/${place.region}/${place.service}/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${keys.secretKey}`);
  const signature = createHmac('sha256', key).update(text).digest('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${keys.accessKey}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
  return { ...headers, authorization };
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
