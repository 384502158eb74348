// `transship secrets plan`: what has to be created, as a table, as JSON, or as a file to fill in.

import path from 'node:path';
import { defined } from '../../ground/defined.ts';
import { visible } from '../../ground/display-text.ts';
import { secretFiles } from '../../host/files/secret-files.ts';
import { runGit } from '../../host/git/git.ts';
import { complain } from '../encrypted-files/secret-files.ts';
import { type ExitCode, wrongUsage } from '../program.ts';
import { type RemovedFile, removedFiles } from './history.ts';
import { type PlannedSecret, scopeText } from './planned.ts';
import { templateText } from './template.ts';
import type { SecretsWork } from './work.ts';

export async function planSecrets(work: SecretsWork): Promise<ExitCode> {
  const { line, io, host, folder, plan } = work;
  const { template } = line.options;
  if (template !== undefined && 'json' in line.options)
    return wrongUsage(io, '`--json` and `--template` exclude each other');
  if (template !== undefined) return writeTemplate(template, work);
  const removed = await removedFiles(host, folder);
  if ('json' in line.options) {
    io.stdout(`${JSON.stringify({ secrets: plan.map(asJson), removed }, undefined, 2)}\n`);
    return 0;
  }
  io.stdout(table(plan));
  io.stderr(notesOf(removed, plan));
  return 0;
}

const asJson = ({ name, kind, scope, uses, from, why }: PlannedSecret) => ({
  name,
  kind,
  scope: scopeText(scope),
  uses,
  ...defined({ from }),
  why,
});

function table(plan: readonly PlannedSecret[]): string {
  if (plan.length === 0) return 'The workflows need no secret.\n';
  const rows = [
    ['NAME', 'KIND', 'SCOPE', 'FROM', 'USED AT'],
    ...plan.map(({ name, kind, scope, from = '-', uses }) => [
      name,
      kind,
      scopeText(scope),
      from,
      uses.length > 2 ? `${uses.slice(0, 2).join(' ')} +${uses.length - 2}` : uses.join(' '),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => visible(cell).padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** Whoever has the repository has what was committed once. */
function notesOf(removed: readonly RemovedFile[], plan: readonly PlannedSecret[]): string {
  const planned = new Set(plan.map(({ name }) => name));
  return removed
    .map(({ path: file, commit, names }) => {
      const others = names.filter((name) => !planned.has(name));
      const held =
        names.length === 0
          ? ''
          : `; it held ${names.slice(0, 20).join(', ')}${others.length > 0 ? ` (not in the plan: ${others.slice(0, 20).join(', ')})` : ''}`;
      return `warning: \`${visible(file)}\` was in the repository until ${commit}${visible(held)}\n  = help: everybody who has the repository can read it: give each password and token in it a new value\n`;
    })
    .join('');
}

async function writeTemplate(
  given: string,
  { io, host, line, plan }: SecretsWork,
): Promise<ExitCode> {
  const file = path.resolve(io.folder, given);
  const inside = await runGit(host, path.dirname(file), ['rev-parse', '--is-inside-work-tree']);
  if (inside.kind === 'exited' && inside.stdout.trim() === 'true') {
    const ignored = await runGit(host, path.dirname(file), ['check-ignore', '--quiet', '--', file]);
    if (ignored.kind !== 'exited' || ignored.exitCode !== 0) {
      complain(
        io,
        `git does not ignore \`${given}\`: filled in, it could be committed`,
        'name a file outside of the repository, or add it to .gitignore first',
      );
      return 1;
    }
  }
  const written = secretFiles.write(file, Buffer.from(templateText(plan)), 'force' in line.options);
  switch (written.kind) {
    case 'written':
      io.stderr(`wrote \`${given}\`: fill it in, then \`transship secrets set --from ${given}\`\n`);
      return 0;
    case 'exists':
      complain(io, `\`${given}\` is there already`, 'give `--force` to overwrite it');
      return 1;
    case 'failed':
      complain(io, `\`${given}\` could not be written: ${written.reason}`);
      return 1;
    default:
      return written satisfies never;
  }
}
