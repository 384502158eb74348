// `transship secrets plan|check|set [PATH]`: the GitHub secrets that the workflows of a repository need.

import path from 'node:path';
import { defined } from '../../ground/defined.ts';
import type { Io } from '../../ground/io.ts';
import { fail, ok, type Result } from '../../ground/result.ts';
import type { Host } from '../../host/host.ts';
import { githubRunner } from '../../host/runner/github-runner.ts';
import { renderDiagnostics } from '../../report/terminal-diagnostics.ts';
import { readProjectKey } from '../../secret/project-key.ts';
import type { OptionRow } from '../command-row.ts';
import { convertFolder } from '../convert/convert-folder.ts';
import { choicesOf } from '../convert/recorded-choices.ts';
import { type CommandLine, type ExitCode, type Program, wrongUsage } from '../program.ts';
import { checkSecrets } from './check.ts';
import { planSecrets } from './plan.ts';
import { plannedSecrets, type Scope } from './planned.ts';
import { setSecrets } from './set.ts';
import type { SecretsWork } from './work.ts';

export const secretsOptions: readonly OptionRow[] = [
  {
    name: 'repo',
    value: 'REPOSITORY',
    summary: 'OWNER/NAME or HOST/OWNER/NAME; without it, the remote origin',
  },
  { name: 'json', summary: 'plan, check: print JSON' },
  {
    name: 'template',
    value: 'FILE',
    summary: 'plan: write a file to fill in, with mode 0600, that git must ignore',
  },
  { name: 'from', value: 'FILE', summary: 'set: take the values from a filled-in file' },
  { name: 'prompt', summary: 'set: ask for each value that is not in a file' },
  {
    name: 'gh',
    summary: 'set: only print `gh secret set` commands, which read the values from standard input',
  },
  { name: 'yes', summary: 'set: create the secrets; without it, only show what would be done' },
  {
    name: 'environment',
    value: 'NAME',
    summary: 'Secrets of this environment, whatever the plan says',
  },
  { name: 'org', value: 'NAME', summary: 'Secrets of this organization, whatever the plan says' },
  {
    name: 'secrets',
    value: 'FORM',
    choices: ['file', 'each'],
    summary: 'As for convert; without it, as it was converted',
  },
  {
    name: 'aes-key',
    value: 'FILE',
    summary: "CodeShip's key; without it the variable CODESHIP_AES_KEY, else codeship.aes in PATH",
  },
  { name: 'config', value: 'FILE', summary: 'Settings; without it .github/transship.yml of PATH' },
  { name: 'force', summary: 'plan: overwrite FILE of --template' },
];

const works: Readonly<Record<string, (work: SecretsWork) => Promise<ExitCode>>> = {
  plan: planSecrets,
  check: checkSecrets,
  set: setSecrets,
};

export const secretsWith =
  (hostOf: (io: Io) => Host): Program =>
  async (line, io) => {
    const [what = '', at = '.'] = line.arguments;
    const run = Object.hasOwn(works, what) ? works[what] : undefined;
    if (run === undefined)
      return wrongUsage(io, `\`secrets\` takes \`plan\`, \`check\` or \`set\`, not \`${what}\``);
    if ('environment' in line.options && 'org' in line.options)
      return wrongUsage(io, '`--environment` and `--org` exclude each other');
    const host = hostOf(io);
    const folder = path.resolve(io.folder, at);
    const key = keyOf(line, io, host, folder);
    if (!key.ok) return wrongUsage(io, key.failure.message);
    const { config } = line.options;
    const result = await convertFolder({
      folder,
      choices: choicesOf(line.options),
      ...(config === undefined ? {} : { config: path.resolve(io.folder, config) }),
      ...defined({ aesKey: key.value }),
    });
    if (result.kind === 'refused') {
      io.stderr(renderDiagnostics(result.diagnostics, io.color.stderr));
      return wrongUsage(io, result.message);
    }
    if (result.conversion.sources.length === 0)
      return wrongUsage(
        io,
        'there is no legacy configuration here, so nothing says which secrets are needed',
      );
    const plan = plannedSecrets(result.conversion).map((secret) => ({
      ...secret,
      scope: scopeOf(line, secret.scope),
    }));
    return run({
      line,
      io,
      host,
      folder,
      plan,
      ...defined({ key: key.value }),
    });
  };

function scopeOf({ options }: CommandLine, planned: Scope): Scope {
  const { environment, org } = options;
  if (environment !== undefined) return { kind: 'environment', name: environment };
  if (org !== undefined) return { kind: 'organization', name: org };
  // Whoever has an organization says so: a secret of the repository works in every case.
  return planned.kind === 'organization' ? { kind: 'repository' } : planned;
}

function keyOf(
  { options }: CommandLine,
  io: Io,
  host: Host,
  folder: string,
): Result<string | undefined> {
  const named = options['aes-key'];
  const text =
    named !== undefined
      ? host.files.read(path.resolve(io.folder, named))
      : io.env['CODESHIP_AES_KEY'] || host.files.read(path.join(folder, 'codeship.aes'));
  if (text === undefined)
    return named === undefined ? ok(undefined) : fail(`\`--aes-key ${named}\` cannot be read`);
  const key = readProjectKey(text);
  return key.ok ? ok(key.value.text) : fail(key.failure.message);
}

/** What the runner would write to a log goes to standard error; nothing is masked, for no value is ever printed. */
const terminalHost = (io: Io): Host => {
  const say = (message: string): void => io.stderr(`${message}\n`);
  return {
    ...githubRunner(io.env),
    log: say,
    notice: say,
    warning: say,
    error: say,
    mask: () => {},
  };
};

export const secretsProgram: Program = secretsWith(terminalHost);
