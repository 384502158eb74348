// `transship secrets check`: what GitHub has of what the workflows need. Exits with 1 where something is missing, or
// where nobody can know.

import fs from 'node:fs';
import path from 'node:path';
import { complain } from '../encrypted-files/secret-files.ts';
import type { ExitCode } from '../program.ts';
import { type SecretNamesOn, secretsApi } from './github.ts';
import { type PlannedSecret, secretsReadIn } from './planned.ts';
import { findTarget } from './target.ts';
import type { SecretsWork } from './work.ts';

type Found = {
  readonly missing: readonly string[];
  readonly there: readonly string[];
  /** On GitHub, and no workflow reads them. */
  readonly superfluous: readonly string[];
  /** Of the organization and of the repository: the narrower one counts. */
  readonly shadowed: readonly string[];
};

export async function checkSecrets({
  line,
  io,
  host,
  folder,
  plan,
}: SecretsWork): Promise<ExitCode> {
  const found = await findTarget(host, folder, line.options['repo']);
  if (!found.ok) {
    complain(io, found.failure.message, found.failure.remedy);
    return 1;
  }
  const target = found.value;
  if (target.token === undefined) {
    complain(
      io,
      `without a token nobody can know which secrets ${target.owner}/${target.name} has`,
      `set ${tokenName(target.host)} to a token that may list secrets (\`secrets: read\`); the token of a workflow run may not`,
    );
    return 1;
  }
  const environments = plan.flatMap(({ scope }) =>
    scope.kind === 'environment' ? [scope.name] : [],
  );
  const listed = await secretsApi(host, target).list([...new Set(environments)]);
  if (!listed.ok) {
    complain(
      io,
      `the secrets of ${target.owner}/${target.name} cannot be known: ${listed.failure.reason}`,
    );
    return 1;
  }
  const result = compare(plan, listed.value, namesInWorkflows(folder));
  if ('json' in line.options) io.stdout(`${JSON.stringify(result, undefined, 2)}\n`);
  else {
    const show = (title: string, names: readonly string[]): string =>
      names.length === 0 ? '' : `${title}: ${names.join(', ')}\n`;
    io.stdout(
      [
        show('missing', result.missing),
        show('there', result.there),
        show('read by no workflow', result.superfluous),
        show('also in the organization, where the narrower one counts', result.shadowed),
      ].join('') || 'The workflows need no secret, and there is none.\n',
    );
  }
  return result.missing.length > 0 ? 1 : 0;
}

export const tokenName = (host: string): string =>
  host === 'github.com' || host.endsWith('.ghe.com') ? 'GH_TOKEN' : 'GH_ENTERPRISE_TOKEN';

function compare(
  plan: readonly PlannedSecret[],
  on: SecretNamesOn,
  read: ReadonlySet<string>,
): Found {
  const isThere = ({ name, scope }: PlannedSecret): boolean => {
    const key = name.toUpperCase();
    const narrow =
      scope.kind === 'environment' && on.environments.get(scope.name)?.has(key) === true;
    return narrow || on.repository.has(key) || on.organization.has(key);
  };
  const needed = new Set(plan.map(({ name }) => name.toUpperCase()));
  return {
    missing: plan.filter((secret) => !isThere(secret)).map(({ name }) => name),
    there: plan.filter(isThere).map(({ name }) => name),
    superfluous: [...on.repository].filter((name) => !needed.has(name) && !read.has(name)).sort(),
    shadowed: [...on.organization].filter((name) => on.repository.has(name)).sort(),
  };
}

/** What the workflows on the disk read, whoever wrote them. */
function namesInWorkflows(folder: string): ReadonlySet<string> {
  const at = path.join(folder, '.github', 'workflows');
  try {
    const files = fs.readdirSync(at).filter((file) => /\.ya?ml$/.test(file));
    return new Set(
      files.flatMap((file) => [...secretsReadIn(fs.readFileSync(path.join(at, file), 'utf8'))]),
    );
  } catch {
    return new Set();
  }
}
