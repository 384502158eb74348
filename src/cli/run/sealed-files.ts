// What the steps need of encrypted files, opened below a folder that only the user can read.

import path from 'node:path';
import { markOf } from '../../ground/open-mark.ts';
import { fail, ok, type Result } from '../../ground/result.ts';
import type { SecretFiles } from '../../ground/secret-files.ts';
import type { HostFiles } from '../../host/host.ts';
import { openFilesOf } from '../../legacy/codeship/secrets/open-environment.ts';
import { type Sealed, sealedOf } from '../../legacy/codeship/secrets/sealed.ts';
import type { Leaf } from '../../legacy/codeship/steps/items.ts';
import { masksFor } from '../../secret/masking.ts';
import { openMasked } from '../../secret/open-masked.ts';
import type { FoundProject } from './local-project.ts';

export type Opening = {
  readonly project: FoundProject;
  readonly leaves: readonly Leaf[];
  /** Absolute path of the folder that the Compose file calls $RUNNER_TEMP/codeship. */
  readonly folder: string;
  /** Gives the key, once; undefined where there is none, which was said. */
  readonly key: () => string | undefined;
  /** Opens nothing: each file is empty. */
  readonly without: boolean;
  /** Credentials for registries are those of the machine. */
  readonly ownLogin: boolean;
  readonly mask: (text: string) => void;
  readonly secrets: SecretFiles;
  readonly files: HostFiles;
};

/** Undefined as a failure where the key is missing. */
export function openSealed(opening: Opening): Result<undefined> | undefined {
  const { project, leaves, folder, without, ownLogin, files, mask } = opening;
  files.makeFolder(folder);
  const sealed = sealedOf(leaves, project.plan.folder).filter(
    ({ what }) => what !== 'dockercfg' || !ownLogin,
  );
  const key = without || sealed.length === 0 ? '' : opening.key();
  if (key === undefined) return undefined;
  for (const each of sealed) {
    const plain = without ? ok(new Uint8Array()) : plainOf(each, key, opening);
    if (!plain.ok) return plain;
    const problem = put(folder, each.name, plain.value, files);
    if (problem !== undefined) return fail(problem);
  }
  for (const {
    sealed: { name },
    lines,
  } of openFilesOf(leaves)) {
    const text = lines.map((line) => `${line.name}=${lineValue(line)}\n`).join('');
    put(folder, name, Buffer.from(text), files);
  }
  return ok(undefined);

  function lineValue({
    secret,
    value: whole,
  }: ReturnType<typeof openFilesOf>[number]['lines'][number]): string {
    const text = secret === undefined ? (typeof whole === 'string' ? whole : '') : markOf(secret);
    const value = withOpenValues(text, project);
    for (const hidden of masksFor(`X=${value}`).texts) mask(hidden.replace(/^X=/, ''));
    return value;
  }
}

/** A text of the files with what lay open in it. */
export function withOpenValues(text: string, { openValues }: FoundProject): string {
  let shown = text;
  for (const [secret, value] of openValues) shown = shown.replaceAll(markOf(secret), () => value);
  return shown;
}

function plainOf(
  { name, path: at, text, what }: Sealed,
  key: string,
  { project, secrets, mask }: Opening,
): Result<Uint8Array> {
  let sealed = text;
  if (at !== undefined) {
    const read = secrets.read(path.join(project.root, at));
    if (!read.ok) return fail(`\`${at}\` cannot be read (${read.failure})`);
    sealed = Buffer.from(read.value).toString('utf8');
    // A plain dockercfg is JSON, which no encrypted one can be.
    if (what === 'dockercfg' && /^[\s\uFEFF]*\{/.test(sealed)) return ok(read.value);
  }
  const opened = openMasked(mask, sealed ?? '', key);
  return opened.ok ? ok(opened.value.plain) : fail(`\`${name}\`: ${opened.failure.message}`);
}

/** Why it cannot be written. */
function put(
  folder: string,
  name: string,
  plain: Uint8Array,
  files: HostFiles,
): string | undefined {
  const file = path.resolve(folder, name);
  if (!file.startsWith(folder + path.sep)) return `\`${name}\` lies outside of the repository`;
  const above = path.relative(folder, path.dirname(file)).split(path.sep);
  let at = folder;
  for (const part of above.filter((each) => each !== '')) {
    at = path.join(at, part);
    files.makeFolder(at);
  }
  files.write(file, plain);
  return undefined;
}
