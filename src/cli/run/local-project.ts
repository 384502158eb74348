// The CodeShip project of a folder as the translator sees it, with a Compose file for the machine that it lies on.

import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { discover } from '../../convert/discover.ts';
import { createLedger } from '../../convert/ledger.ts';
import { hideOpenValues } from '../../convert/open-values.ts';
import { readSources } from '../../convert/sources.ts';
import { defined } from '../../ground/defined.ts';
import { openRepository } from '../../host/files/repository.ts';
import { findOwnPin } from '../../host/git/own-pin.ts';
import type { LocalProject } from '../../legacy/codeship/jobs/project.ts';
import { translateCodeship } from '../../legacy/codeship/translate.ts';
import type { CodeshipSources } from '../../legacy/sources.ts';
import type { CompanionText, Settings } from '../../legacy/translation.ts';
import { emit } from '../../output/emit.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import { readFolderSettings } from '../convert/convert-folder.ts';

export type FoundProject = LocalProject & {
  /** Absolute path of the folder that was looked at; paths of the project start there. */
  readonly root: string;
  readonly settings: Settings;
  /** The text of the Compose file: that of the disk where there is one, else what a conversion writes. */
  readonly compose: string;
  /** Files that the Compose file names, by their paths; those on the disk count more. */
  readonly companions: readonly CompanionText[];
  /** What lay open in the files, by the name of the secret that stands for it. */
  readonly openValues: ReadonlyMap<string, string>;
};

export type NoProject = {
  readonly message: string;
  readonly help: string;
  readonly diagnostics: readonly Diagnostic[];
};

/** @param folder absolute path of a repository, or of a project's folder in it */
export async function readLocalProject(
  folder: string,
  config?: string,
): Promise<FoundProject | NoProject> {
  const read = readFolderSettings({ folder, ...defined({ config }) });
  const help = 'go to the folder with codeship-steps.yml, or name it with `--dir`';
  if (typeof read === 'string') return { message: read, help, diagnostics: [] };
  if (!read.usable)
    return { message: 'the settings cannot be used', help, diagnostics: read.diagnostics };
  const { repository } = openRepository(folder);
  const ledger = createLedger();
  const { report, otherwise } = ledger;
  const { codeship } = readSources(discover(repository.paths), repository, report);
  const sources = chosen(codeship);
  if (sources === undefined) {
    const message =
      codeship.length === 0
        ? 'there are no CodeShip files here'
        : `there are several projects: ${codeship.map((each) => `\`${each.folder}\``).join(', ')}`;
    return { message, help, diagnostics: [] };
  }
  // The steps run one by one with Compose, and open what is encrypted, whatever form the workflow has.
  const settings: Settings = { ...read.settings, style: 'exact', secretValues: 'file' };
  const openValues = new Map<string, string>();
  const documents = [sources.services, sources.steps].flatMap((each) => each ?? []);
  hideOpenValues(documents, settings, report, (secret, value) => openValues.set(secret, value));
  let local: LocalProject | undefined;
  const translation = await translateCodeship(
    sources,
    { byHandOnly: false, watch: (project) => (local = project) },
    { report, otherwise, repository, settings, own: findOwnPin({}).pin },
  );
  const [document] = translation.documents;
  if (local === undefined || document === undefined) {
    const errors = ledger.diagnostics().filter(({ severity }) => severity === 'error');
    return {
      message: 'the project cannot be run',
      help: 'correct the errors',
      diagnostics: errors,
    };
  }
  const onDisk = textOf(path.join(folder, local.composePath));
  return {
    ...local,
    root: folder,
    settings,
    compose: onDisk ?? emit(document.root).text,
    companions: translation.texts,
    openValues,
  };
}

/** The one of the folder itself, or the only one below it. */
const chosen = (projects: readonly CodeshipSources[]): CodeshipSources | undefined =>
  projects.find(({ folder }) => folder === '') ?? (projects.length === 1 ? projects[0] : undefined);

/**
 * The Compose file with the absolute paths of companion files that are written elsewhere, as JSON, which Compose reads too.
 *
 * @param written absolute path by path in the repository
 * @param started services that are started, by their names in the file: the files of others may be missing
 */
export function composeWith(
  { compose, plan, root }: FoundProject,
  written: ReadonlyMap<string, string>,
  started: ReadonlySet<string>,
): string {
  const base = path.join(root, plan.folder);
  const moved = (file: unknown): unknown => {
    if (typeof file !== 'string') return file;
    return written.get(path.relative(root, path.resolve(base, file))) ?? file;
  };
  // What is needed of these was opened, or the run ended before.
  const isOptional = (id: string, at: unknown): boolean =>
    !started.has(id) || String(at).startsWith('${RUNNER_TEMP}/');
  const file = parse(compose, { merge: true }) as {
    services?: Record<string, { env_file?: unknown } | null>;
  };
  for (const [id, service] of Object.entries(file.services ?? {})) {
    if (service === null || service.env_file === undefined) continue;
    const given = service.env_file;
    const all: readonly unknown[] = Array.isArray(given) ? given : [given];
    service.env_file = all.map((one) =>
      typeof one === 'object' && one !== null && 'path' in one
        ? {
            ...one,
            path: moved(one.path),
            ...(isOptional(id, one.path) ? { required: false } : {}),
          }
        : moved(one),
    );
  }
  return `${JSON.stringify(file, null, 2)}\n`;
}

function textOf(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
