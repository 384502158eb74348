// CodeShip's predefined variables on a machine of one's own, from git (codeship.md 6.1), and the fields of templates.

import path from 'node:path';
import { fail, type Result } from '../../ground/result.ts';
import { runGit } from '../../host/git/git.ts';
import type { Host } from '../../host/host.ts';
import { type FieldValue, parseTemplate, renderTemplate } from '../../template/go-template.ts';
import { timeText } from '../../template/time.ts';
import { codeshipTemplateFields } from '../../variables/codeship-template.ts';

export type LocalVariables = Readonly<Record<string, string>>;

/** @param ref what `--branch` or `--tag` says; without it, the branch that is checked out */
export async function localVariables(
  host: Host,
  folder: string,
  ref: string | undefined,
  buildId: string,
): Promise<LocalVariables> {
  const git = async (...args: readonly string[]): Promise<string> => {
    const result = await runGit(host, folder, args);
    return result.kind === 'exited' && result.exitCode === 0
      ? result.stdout.replace(/\n+$/, '')
      : '';
  };
  const shown = (format: string): Promise<string> => git('log', '-1', `--format=${format}`);
  const origin = await git('config', '--get', 'remote.origin.url');
  const top = await git('rev-parse', '--show-toplevel');
  const named = /([^/:]+?)(?:\.git)?\/?$/.exec(origin)?.[1];
  const unixSeconds = Math.floor(host.now() / 1000);
  return {
    CI: 'true',
    CI_NAME: 'codeship',
    CI_BRANCH: ref ?? (await git('symbolic-ref', '--quiet', '--short', 'HEAD')),
    CI_COMMIT_ID: await git('rev-parse', '--verify', '--quiet', 'HEAD'),
    CI_COMMIT: await git('rev-parse', '--verify', '--quiet', 'HEAD'),
    CI_COMMIT_MESSAGE: await shown('%B'),
    CI_COMMIT_DESCRIPTION: await git('describe', '--abbrev=1', '--tags', '--always'),
    CI_COMMITTER_NAME: await shown('%cn'),
    CI_COMMITTER_EMAIL: await shown('%ce'),
    CI_COMMITTER_USERNAME: '',
    CI_PROJECT_ID: '',
    CI_BUILD_ID: buildId,
    CI_REPO_NAME: named ?? path.basename(top === '' ? folder : top),
    CI_TIMESTAMP: String(unixSeconds),
    CI_STRING_TIME: timeText({ unixSeconds }),
    CI_PR_NUMBER: '',
    CI_PULL_REQUEST: 'false',
  };
}

/** What only the step itself knows. */
export type StepFields = Readonly<Record<'name' | 'service' | 'image_name', string>>;

/** A template of CodeShip, filled in; a text without `{{` is itself. */
export function renderLocal(
  text: string,
  variables: LocalVariables,
  step: StepFields,
): Result<string> {
  if (!text.includes('{{')) return { ok: true, value: text };
  const parsed = parseTemplate(text);
  if (!parsed.ok) return fail(parsed.failure.message);
  const values: Record<string, FieldValue> = {};
  const unixSeconds = Number(variables['CI_TIMESTAMP']);
  for (const [name, { source }] of Object.entries(codeshipTemplateFields)) {
    switch (source.kind) {
      case 'variable':
        values[name] = name === 'Timestamp' ? unixSeconds : (variables[source.name] ?? '');
        break;
      case 'literal':
        values[name] = source.value;
        break;
      case 'build-time':
        values[name] = { unixSeconds };
        break;
      case 'step':
        values[name] = step[source.key];
        break;
    }
  }
  const rendered = renderTemplate(parsed.value, values);
  return rendered.ok ? rendered : fail(rendered.failure.message);
}
