// Files with credentials that an input names, plain or as CodeShip encrypted them.

import path from 'node:path';
import type { Host } from '../host/host.ts';
import { fail, ok, type Result } from '../registry/protocol/result.ts';
import { isBelow, workspaceFile } from './workspace-file.ts';

/** A file of the repository, or one that an earlier step of the job put below RUNNER_TEMP; no link out of either. */
export function findFile(
  host: Host,
  given: string,
): Result<{ readonly name: string; readonly text: string }> {
  const inTemp = path.relative(host.temporaryFolder, given);
  const isTemporary = path.isAbsolute(given) && isBelow(inTemp);
  const file = isTemporary ? temporaryFile(host, given, inTemp) : workspaceFile(host, given);
  if (!file.ok) return fail('wrong', file.failure.message, file.failure.remedy);
  const text = host.files.read(file.value.path);
  return text === undefined
    ? fail('wrong', `${given} is not a file.`)
    : ok({ name: file.value.name, text });
}

function temporaryFile(host: Host, given: string, name: string): ReturnType<typeof workspaceFile> {
  const real = host.files.realPath(given);
  const folder = host.files.realPath(host.temporaryFolder) ?? host.temporaryFolder;
  if (real !== undefined && !isBelow(path.relative(folder, real))) {
    return fail(
      'wrong',
      `${given} is a link that leads out of the job's temporary folder.`,
      'Put the file itself there.',
    );
  }
  return ok({ path: real ?? given, name });
}

/** Whether a text is a file of variables that is not encrypted, or one that is empty. */
export const isPlainVariables = (text: string): boolean =>
  text.trim() === '' ||
  (/^[A-Za-z_][A-Za-z0-9_.-]*\s*[=:]/m.test(text) &&
    !/^[a-z]+:v\d+\s/.test(text) &&
    !isBase64(text));

/** A ciphertext, whose padding looks like the `=` of a variable: at least its 16 bytes of a beginning, in fours. */
function isBase64(text: string): boolean {
  const letters = text.replace(/\s+/g, '');
  return letters.length >= 24 && letters.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(letters);
}

/** Opens what CodeShip encrypted; everything in it is masked. */
export async function openText(
  host: Host,
  name: string,
  text: string,
  key: string,
): Promise<Result<string>> {
  if (key === '') {
    return fail(
      'missing',
      `${name} is encrypted, and \`aes-key\` is empty.`,
      'Store the content of codeship.aes as the secret CODESHIP_AES_KEY and pass it on. Pull requests from forks do not get it.',
    );
  }
  const { openMasked } = await import('../secret/open-masked.ts');
  const opened = openMasked(host.mask, text, key);
  if (!opened.ok) return fail('wrong', `${name}: ${opened.failure.message}`);
  return ok(Buffer.from(opened.value.plain).toString('utf8'));
}
