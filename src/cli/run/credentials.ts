// Docker's credentials of a step: an encrypted dockercfg, or what a generator service writes (codeship.md 5).

import path from 'node:path';
import { fail, ok, type Result } from '../../ground/result.ts';
import type { Host } from '../../host/host.ts';
import {
  type Credentials,
  credentialsKey,
  type Service,
  startedWith,
} from '../../legacy/codeship/services/service.ts';
import type { Leaf } from '../../legacy/codeship/steps/items.ts';
import { filePath } from '../../legacy/codeship/values/repository-path.ts';
import {
  type ContainerOrHost,
  writeDockerConfig,
} from '../../registry/docker-config/docker-config-folder.ts';
import { parseDockercfg } from '../../registry/docker-config/dockercfg.ts';
import { masksFor } from '../../secret/masking.ts';

/** Of a step and of what it starts, each once; those of the step come last, and win. */
export function credentialsOf(leaf: Leaf): readonly Credentials[] {
  const all = [...startedWith(leaf.service), leaf.service, leaf].flatMap(
    ({ credentials }) => credentials ?? [],
  );
  const found = new Map(all.map((each) => [credentialsKey(each), each]));
  return [...found.values()];
}

export type CredentialSources = {
  readonly host: Host;
  /** Folder of the project in the repository. */
  readonly folder: string;
  /** Absolute path of the folder with opened files. */
  readonly opened: string;
  readonly mask: (text: string) => void;
  /** Runs a generator; the text that it wrote. */
  readonly generate: (service: Service) => Promise<Result<string>>;
};

/** Variables for docker that name a folder with these credentials, beside the machine's own. */
export async function dockerEnvironment(
  credentials: readonly Credentials[],
  { host, folder, opened, mask, generate }: CredentialSources,
): Promise<Result<Readonly<Record<string, string>>>> {
  const logins: ContainerOrHost[] = [];
  for (const each of credentials) {
    const isFile = each.kind === 'file';
    const name = isFile ? each.path : each.service.name;
    const text = isFile
      ? ok(host.files.read(path.join(opened, filePath(folder, name) ?? name)) ?? '')
      : await generate(each.service);
    if (!text.ok) return text;
    if (text.value === '') continue;
    for (const hidden of masksFor(text.value).texts) mask(hidden);
    const parsed = parseDockercfg(text.value);
    if (!parsed.ok) return fail(`\`${name}\`: ${parsed.failure.message}`);
    for (const { address, credential } of parsed.value.entries) {
      if (credential !== undefined) {
        logins.push({ host: address.host, credential, agentOnly: false });
      }
    }
  }
  const env: Record<string, string> = {};
  writeDockerConfig({ ...host, exportVariable: (name, value) => (env[name] = value) }, logins);
  return ok(env);
}
