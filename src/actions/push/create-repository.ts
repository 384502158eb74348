// Makes a missing repository at Amazon ECR, private or public, which a push does not.

import type { Host } from '../../host/host.ts';
import { ecrPublic, parseEcrHost } from '../../registry/protocol/ecr-hosts.ts';
import { patience, unusable } from '../../registry/protocol/patience.ts';
import type { RegistryFailure } from '../../registry/protocol/result.ts';
import { awsError, keyRemedy } from '../../registry/vendors/aws-error.ts';
import { awsKeys } from '../../registry/vendors/aws-identity.ts';
import { callEcr, ecrEndpoint } from '../../registry/vendors/ecr-api.ts';
import type { PushFailure, PushPlace } from './explain.ts';

/** Undefined where the repository exists now. The AWS identity is that of the step: its variables, or the machine's. */
export async function createRepository(
  host: Host,
  place: PushPlace,
): Promise<PushFailure | undefined> {
  const form = parseEcrHost(place.host);
  if (form === undefined) {
    return problem(
      place,
      `${place.host} is not an Amazon ECR host.`,
      '`create-repository` only creates repositories in Amazon ECR; create this one by hand.',
    );
  }
  const isPublic = form.kind === 'public';
  const region = isPublic ? ecrPublic.region : form.region;
  const budget = patience(host, 60);
  const keys = await awsKeys(budget, {}, region);
  if (!keys.ok)
    return failed(
      place,
      keys.failure,
      'Give this step AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY under `env:`, or assume a role in an earlier step: the token of the login cannot create repositories.',
    );
  const endpoint = ecrEndpoint(budget, form);
  if (!endpoint.ok) return failed(place, endpoint.failure, endpoint.failure.remedy ?? '');
  const { url } = endpoint.value;
  // The path at the public host begins with the alias of the registry, which is not a part of the name.
  const repositoryName = isPublic ? place.path.replace(/^[^/]+\//, '') : place.path;
  const body = JSON.stringify(
    isPublic ? { repositoryName } : { repositoryName, registryId: form.account },
  );
  const call = { action: 'CreateRepository', body };
  const result = await callEcr(budget, url, form, keys.value, call);
  if (result.kind === 'response' && result.status === 200) {
    host.notice(`Created the repository ${repositoryName} at ${place.host}.`, {
      title: 'transship push',
    });
    return undefined;
  }
  const error = result.kind === 'response' ? awsError(result.text()) : undefined;
  // Another job was faster.
  if (error?.code === 'RepositoryAlreadyExistsException') return undefined;
  if (error === undefined) {
    const answer = unusable(result, url);
    return answer.ok
      ? undefined
      : failed(place, answer.failure, 'Create it by hand, or run the job again.');
  }
  return problem(
    place,
    `Amazon returned ${error.code}${error.message === '' ? '' : ` (${error.message})`}.`,
    keyRemedy(error) ??
      `Allow \`${isPublic ? 'ecr-public' : 'ecr'}:CreateRepository\` for the AWS identity of this step, or create the repository by hand.`,
  );
}

const failed = (place: PushPlace, failure: RegistryFailure, remedy: string): PushFailure =>
  problem(place, failure.message, remedy);

const problem = (place: PushPlace, why: string, remedy: string): PushFailure => ({
  passing: false,
  missingRepository: true,
  message: `\`${place.text}\` was not pushed: its repository does not exist and could not be created. ${why}`,
  remedy,
});
