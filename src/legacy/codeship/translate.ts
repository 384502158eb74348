// CodeShip Pro: a services file and a steps file become one workflow and one Compose file.

import type { SourceDocument } from '../../source/parse.ts';
import type { CodeshipSources } from '../sources.ts';
import type { Translation, TranslationContext } from '../translation.ts';
import type { CodeshipOptions } from './jobs/project.ts';
import { readServices } from './services/read-services.ts';
import { expandSteps } from './steps/expand-groups.ts';
import { type ReadStep, readSteps } from './steps/read-steps.ts';
import { writeProject } from './write-project.ts';

/** Translates one folder with CodeShip files. Total: whatever is wrong is reported, and what is left is written. */
export async function translateCodeship(
  project: CodeshipSources,
  options: CodeshipOptions,
  context: TranslationContext,
): Promise<Translation> {
  const { services: servicesFile, steps: stepsFile, folder } = project;
  const sources = [servicesFile, stepsFile].flatMap((document) =>
    document === undefined ? [] : [document],
  );
  const nothing: Translation = {
    system: 'codeship',
    sources,
    workflows: [],
    documents: [],
    texts: [],
    secrets: [],
  };
  reportFiles(sources, folder, context);
  const broken = sources.filter((document) => isUnreadable(document, context));
  if (servicesFile === undefined || stepsFile === undefined) {
    reportMissing(servicesFile ?? stepsFile, servicesFile === undefined, context);
    return nothing;
  }
  if (broken.length > 0) {
    for (const document of sources) leaveOut(document, context);
    return nothing;
  }
  const services = readServices(servicesFile, { folder, steps: stepsFile.file.text }, context);
  const steps = readSteps(stepsFile, context);
  const items = expandSteps(steps, { services, context });
  const written = await writeProject({ folder, services, items, stepsFile, options, context });
  accountForOverridden(steps, context);
  for (const document of sources) accountForEmpty(document, context);
  return { ...nothing, ...written };
}

function reportFiles(
  sources: readonly SourceDocument[],
  folder: string,
  context: TranslationContext,
): void {
  const { report, repository } = context;
  for (const { file } of sources) {
    if (!/(?:^|\/)jet-[^/]*$/.test(file.path)) continue;
    report(
      'old-file-name',
      { file, start: 0, end: 0 },
      '`jet-*` is the file name from before 2017',
    );
  }
  const key = folder === '' ? 'codeship.aes' : `${folder}/codeship.aes`;
  const [first] = sources;
  if (first === undefined || !repository.paths.includes(key)) return;
  if (repository.isTracked?.(key) === false) {
    report(
      'key-at-hand',
      { file: first.file, start: 0, end: 0 },
      `\`${key}\` is here, but not in git: its text is the value of the secret for encrypted files`,
      `gh secret set ${context.settings.secrets['CODESHIP_AES_KEY'] ?? 'CODESHIP_AES_KEY'} < ${key}`,
    );
    return;
  }
  report(
    'committed-key',
    { file: first.file, start: 0, end: 0 },
    `\`${key}\` is in the repository: everybody who can read it can open every encrypted file`,
    'replace every encrypted password and token, encrypt them again, and remove the key from the repository',
  );
}

function isUnreadable(document: SourceDocument, { report }: TranslationContext): boolean {
  if (document.broken) return true;
  if (document.root !== undefined) return false;
  report('empty-file', { file: document.file, start: 0, end: 0 }, 'the file is empty');
  return true;
}

function reportMissing(
  found: SourceDocument | undefined,
  servicesMissing: boolean,
  context: TranslationContext,
): void {
  if (found === undefined) return;
  context.report(
    servicesMissing ? 'missing-services-file' : 'missing-steps-file',
    { file: found.file, start: 0, end: 0 },
    servicesMissing
      ? 'there are steps, but no `codeship-services.yml` or `docker-compose.yml` next to them'
      : 'there are services, but no `codeship-steps.yml` next to them',
    `add \`${servicesMissing ? 'codeship-services.yml' : 'codeship-steps.yml'}\``,
  );
  leaveOut(found, context);
}

/** Nothing is made from the file; each of its values is accounted for at once. */
function leaveOut({ root }: SourceDocument, { otherwise }: TranslationContext): void {
  if (root === undefined) return;
  otherwise(
    'broken-file',
    root,
    'this file is not converted, because of the errors of the project',
  );
}

const handedDown = ['service', 'services', 'encrypted_dockercfg_path', 'dockercfg_service'];

/** What a group hands down and every step below it says anew. */
function accountForOverridden(steps: readonly ReadStep[], context: TranslationContext): void {
  for (const step of new Set(steps)) {
    for (const { key, value } of step.node.entries) {
      if (!handedDown.includes(key.text)) continue;
      context.otherwise(
        'dropped-key',
        value,
        `\`${key.text}\` is left out: every step below sets its own`,
      );
    }
    accountForOverridden([...step.steps, ...step.onFail], context);
  }
}

/** Collections with nothing in them, wherever they stand. */
function accountForEmpty({ leaves }: SourceDocument, { otherwise }: TranslationContext): void {
  for (const leaf of leaves) {
    if (leaf.kind !== 'scalar') otherwise('empty-value', leaf, 'it is empty, so it does nothing');
  }
}
