// Which repository the secrets are for, and how its GitHub is reached.

import { defined } from '../../ground/defined.ts';
import { fail, ok, type Result } from '../../ground/result.ts';
import { runGit } from '../../host/git/git.ts';
import type { Environment, Host } from '../../host/host.ts';

export type Target = {
  /** `github.com`, a subdomain of `ghe.com`, or a server of one's own. */
  readonly host: string;
  readonly owner: string;
  readonly name: string;
  /** Without a slash at the end. */
  readonly api: string;
  readonly token?: string;
};

/** @param repo `[HOST/]OWNER/NAME`; without it, what the remote `origin` of the folder says */
export async function findTarget(
  host: Host,
  folder: string,
  repo: string | undefined,
): Promise<Result<Target>> {
  const { env } = host;
  const said = repo ?? (await originOf(host, folder)) ?? env['GITHUB_REPOSITORY'];
  const match = /^(?:([\w.-]+(?::\d+)?)\/)?([\w.-]+)\/([\w.-]+)$/.exec(said ?? '');
  if (match === null) {
    return fail(
      said === undefined
        ? 'nothing says which repository is meant'
        : 'this is not a repository: give `OWNER/NAME`, or `HOST/OWNER/NAME`',
      'give `--repo OWNER/NAME`',
    );
  }
  const server = env['GITHUB_SERVER_URL'] ?? '';
  const [, named, owner = '', name = ''] = match;
  const usual = URL.canParse(server) ? new URL(server).host : 'github.com';
  const at = (named ?? usual).toLowerCase();
  const api = apiOf(at, named === undefined || at === usual ? env['GITHUB_API_URL'] : undefined);
  return ok({ host: at, owner, name, api, ...defined({ token: tokenFor(at, env) }) });
}

/** https://docs.github.com/rest/quickstart, and for ghe.com the subdomain `api` in front. */
function apiOf(host: string, given: string | undefined): string {
  if (given !== undefined && given !== '') return given.replace(/\/+$/, '');
  if (host === 'github.com') return 'https://api.github.com';
  if (host.endsWith('.ghe.com')) return `https://api.${host}`;
  return `https://${host}/api/v3`;
}

/** As GitHub's own command line has it: a server of one's own never gets the token for github.com. */
function tokenFor(host: string, env: Environment): string | undefined {
  const isServer = host !== 'github.com' && !host.endsWith('.ghe.com');
  const names = isServer
    ? ['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN']
    : ['GH_TOKEN', 'GITHUB_TOKEN'];
  return names.map((name) => env[name]?.trim()).find((token) => token);
}

/** `git@HOST:OWNER/NAME.git` and `https://HOST/OWNER/NAME.git` as `HOST/OWNER/NAME`. */
async function originOf(host: Host, folder: string): Promise<string | undefined> {
  const result = await runGit(host, folder, ['config', '--get', 'remote.origin.url']);
  if (result.kind !== 'exited' || result.exitCode !== 0) return undefined;
  return repositoryOfRemote(result.stdout.trim());
}

export function repositoryOfRemote(url: string): string | undefined {
  const [, at = '', path = ''] =
    /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([\w.-]+)(?::\d+(?=\/))?[:/]([\w./-]+?)(?:\.git)?\/?$/i.exec(
      url,
    ) ?? [];
  return at === '' || path.split('/').length !== 2
    ? undefined
    : `${at.replace(/^ssh\.github\.com$/, 'github.com')}/${path}`;
}
