// What Amazon says when it refuses, in JSON (ECR) or XML (STS, and gateways in front of either).

import { parseObject } from '../../ground/json.ts';
import { shownWords } from '../protocol/token.ts';

export type AwsError = { readonly code: string; readonly message: string };

export function awsError(text: string): AwsError | undefined {
  const answer = parseObject(text);
  const type = answer?.['__type'];
  if (typeof type === 'string') {
    const message = answer?.['message'] ?? answer?.['Message'];
    return shown(type.replace(/^.*#/, ''), typeof message === 'string' ? message : '');
  }
  const code = xmlElement(text, 'Code');
  return code === undefined ? undefined : shown(code, xmlElement(text, 'Message') ?? '');
}

const shown = (code: string, message: string): AwsError => ({
  code: shownWords(code, 100),
  message: shownWords(message, 500),
});

/** The text of the first XML element of a name; the answers are flat. */
export function xmlElement(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
}

/** What to check about the keys, for errors that are about them. */
export function keyRemedy({ code }: AwsError): string | undefined {
  return remedies.find(([pattern]) => pattern.test(code))?.[1];
}

const remedies: readonly (readonly [RegExp, string])[] = [
  [
    /^ExpiredToken/,
    'The session token has expired: get new temporary keys, or let the job assume the role itself.',
  ],
  [
    /^(UnrecognizedClient|InvalidClientTokenId)/,
    'The access key does not exist, was deactivated, or belongs to another partition than the region.',
  ],
  [
    /^(InvalidSignature|SignatureDoesNotMatch|IncompleteSignature)/,
    'The secret key does not belong to the access key, or the clock of the runner is wrong.',
  ],
  [/^RequestExpired/, 'The clock of the runner is wrong.'],
];
