// Reads the dockercfg of a push, plain or encrypted by CodeShip.

import type { Failure } from '../../ground/failure.ts';
import { fail, failedBy, ok, type Result } from '../../ground/result.ts';
import type { Host } from '../../host/host.ts';
import type { pushInterface } from '../../interfaces/push.ts';
import { parseDockercfg } from '../../registry/docker-config/dockercfg.ts';
import type { RegistryFailure } from '../../registry/protocol/result.ts';
import { masksFor } from '../../secret/masking.ts';
import type { Inputs } from '../program.ts';
import { findFile, openText } from '../secret-file.ts';
import { type ClientConfig, chooseCredentials, temporaryConfig } from './own-credentials.ts';

type Configured = Result<ClientConfig, readonly Failure[]>;

/** A client configuration with the credentials of the file, for the hosts that are pushed to. */
export async function configFromDockercfg(
  host: Host,
  inputs: Inputs<typeof pushInterface>,
  hosts: readonly string[],
): Promise<Configured> {
  const file = findFile(host, inputs.dockercfg);
  if (!file.ok) return refuse(file.failure);
  const { name, text } = file.value;
  // A plain file is JSON, which no encrypted one can be.
  const isPlain = /^[\s\uFEFF]*\{/.test(text);
  const opened = isPlain ? ok(text) : await openText(host, name, text, inputs['aes-key']);
  if (!opened.ok) return refuse(opened.failure);
  for (const secret of masksFor(opened.value).texts) host.mask(secret);
  const parsed = parseDockercfg(opened.value);
  if (!parsed.ok)
    return refuse({ ...parsed.failure, message: `${name}: ${parsed.failure.message}` });
  const chosen = chooseCredentials(parsed.value.entries, inputs.registry, hosts);
  if (chosen.failures.length > 0) return failedBy(chosen.failures);
  for (const warning of chosen.warnings) host.warning(warning, { title: 'transship push' });
  return ok(temporaryConfig(host, chosen.logins));
}

const refuse = ({ message, remedy }: RegistryFailure): Configured => ({
  ok: false,
  failure: [fail(message, remedy).failure],
});
