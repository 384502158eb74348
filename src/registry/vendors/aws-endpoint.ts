// Where an API of Amazon is asked: its own address, or the one that the SDK's variables name.

import type { Environment } from '../../host/host.ts';
import { fail, ok, type Result } from '../protocol/result.ts';

export type AwsEndpoint = {
  /** With a slash at the end. */
  readonly url: string;
  /** As a variable names it; undefined for Amazon's own. */
  readonly named: string | undefined;
};

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
export function awsEndpoint(
  env: Environment,
  service: 'STS' | 'ECR' | 'ECR_PUBLIC',
  own: string,
): Result<AwsEndpoint> {
  const variable = `AWS_ENDPOINT_URL_${service}`;
  const name = env[variable] ? variable : 'AWS_ENDPOINT_URL';
  const named = env[name] || undefined;
  const url = `${(named ?? own).replace(/\/+$/, '')}/`;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    return fail('wrong', `${name} is not an http or https address.`, 'Correct or remove it.');
  }
  return ok({ url, named });
}
