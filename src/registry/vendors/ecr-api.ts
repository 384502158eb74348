// Calls of Amazon ECR's API, private and public, signed by hand.

import type { HttpResult } from '../../host/host.ts';
import { type EcrHost, ecrApi, ecrPublic } from '../protocol/ecr-hosts.ts';
import { type Patience, requestPatiently } from '../protocol/patience.ts';
import type { Result } from '../protocol/result.ts';
import { type AwsEndpoint, awsEndpoint } from './aws-endpoint.ts';
import { type AwsKeys, signedHeaders } from './aws-signature.ts';

/** Where the API for a registry is asked: in the registry's region and by its form, ECR Public in the one that it has. */
export const ecrEndpoint = ({ host }: Patience, form: EcrHost): Result<AwsEndpoint> =>
  form.kind === 'public'
    ? awsEndpoint(host.env, 'ECR_PUBLIC', ecrPublic.api)
    : awsEndpoint(host.env, 'ECR', ecrApi(form.region, form));

/** @param url of `ecrEndpoint` @param action such as `GetAuthorizationToken` */
export async function callEcr(
  patience: Patience,
  url: string,
  form: EcrHost,
  keys: AwsKeys,
  { action, body }: { readonly action: string; readonly body: string },
): Promise<HttpResult> {
  const isPublic = form.kind === 'public';
  const api = isPublic ? 'SpencerFrontendService' : 'AmazonEC2ContainerRegistry_V20150921';
  const signed = isPublic
    ? { region: ecrPublic.region, service: 'ecr-public' }
    : { region: form.region, service: 'ecr' };
  const headers = signedHeaders(
    {
      url,
      body,
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `${api}.${action}`,
      },
    },
    keys,
    signed,
    patience.host.now(),
  );
  return requestPatiently(patience, { url, method: 'POST', headers, body });
}
