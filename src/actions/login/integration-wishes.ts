// Integrations that apply to the ref that is built, as logins.

import { defined } from '../../ground/defined.ts';
import type { Host } from '../../host/host.ts';
import { integrationPrefix } from '../../integration/prefix.ts';
import { registries, registryOfType } from '../../integration/registries.ts';
import { fail, ok, type Result } from '../../registry/protocol/result.ts';
import type { CredentialValues } from './credential-values.ts';
import type { Integration } from './integration-entry.ts';
import type { Wish } from './wish.ts';
import { type JobAccount, loginMaker } from './wish-of-fields.ts';

/** A login; or undefined where the branch filter says no, which the log tells. */
export async function integrationWish(
  host: Host,
  integration: Integration,
  credentials: CredentialValues,
  github: JobAccount,
): Promise<Result<Wish | undefined>> {
  const { name, type, where, place } = integration;
  const label = `${name} (${where})`;
  const registry = registryOfType(type);
  if (registry === undefined) {
    const known = registries.map(({ types }) => types[0]).join(', ');
    return fail('wrong', `${label}: \`${type}\` is not a type of registry.`, `Types are ${known}.`);
  }
  const { only, except } = integration.branches;
  if (only.length + except.length > 0) {
    const { builtRefs } = await import('../built-refs.ts');
    const { decideRefCondition } = await import('../../pattern/ref-condition.ts');
    const decision = await decideRefCondition({ branches: { only, except } }, builtRefs(host.env));
    if (!decision.holds) {
      host.log(`${label}: not for this build, ${decision.reason}.`);
      return ok(undefined);
    }
  }
  // What opens ghcr.io comes with the job, so that nothing needs to be given for it.
  if (!credentials.knows(name) && registry.id !== 'ghcr') {
    const prefix = `${integrationPrefix(name)}_INTEGRATION`;
    const fields = registry.fields
      .filter(({ secret }) => secret)
      .map(({ names }) => `${prefix}_${names[0]}`);
    return fail(
      'wrong',
      `Integration name specified in yml does not match integrations present in Subscription settings: ${name} (${where}).`,
      `On GitHub its credentials come from the input \`credentials\` or the step's \`env\`, by names that begin with ${prefix}_, such as ${fields[0]}. The name must be exactly the same.`,
    );
  }
  const values = Object.fromEntries(
    registry.fields.map((field) => [field.names[0], credentials.read(name, field)]),
  );
  const fieldName = (field: string): string => `${integrationPrefix(name)}_INTEGRATION_${field}`;
  const { region } = integration;
  const maker = loginMaker({
    registry,
    values,
    ...defined({ region }),
    github,
    fieldName,
  });
  if (!maker.ok) {
    return {
      ok: false,
      failure: { ...maker.failure, message: `${label}: ${maker.failure.message}` },
    };
  }
  return ok({
    name,
    label,
    place,
    registry,
    agentOnly: integration.agentOnly,
    obtain: maker.value,
  });
}
