// Opens what CodeShip encrypted to files that only the job's user can read.

import path from 'node:path';
import { envFileWarnings } from '../../format/env-file.ts';
import type { Failure } from '../../ground/failure.ts';
import type { Host } from '../../host/host.ts';
import type { prepareInterface } from '../../interfaces/prepare.ts';
import { cleanText } from '../../secret/clean-text.ts';
import { openMasked } from '../../secret/open-masked.ts';
import { isForkPullRequest } from '../event.ts';
import type { ActionContext } from '../program.ts';
import { splitPair } from '../program-inputs.ts';
import { workspaceFile } from '../workspace-file.ts';

type Sealed = {
  /** Where it stands, for messages: a path, or the name of a value. */
  readonly label: string;
  /** Below the folder for opened files, with `/`. */
  readonly target: string;
  readonly text: string;
};

type Found = { readonly sealed: readonly Sealed[]; readonly failures: readonly Failure[] };

const title = 'transship prepare';

export async function openEncryptedInputs({
  host,
  inputs,
  output,
}: ActionContext<typeof prepareInterface>): Promise<readonly Failure[]> {
  const paths = linesOf(inputs['encrypted-files']);
  const values = linesOf(inputs['encrypted-values']);
  if (paths.length + values.length === 0) {
    output('folder', '');
    return [];
  }
  if (inputs['aes-key'].trim() === '') return [await missingKey(host)];
  const folder = path.join(host.temporaryFolder, 'codeship');
  const found = [findFiles(host, paths), findValues(values)];
  const sealed = found.flatMap((part) => part.sealed);
  const failures = found.flatMap((part) => part.failures);
  const opened = new Map<string, Uint8Array>();
  for (const item of sealed) {
    const result = openMasked(host.mask, item.text, inputs['aes-key']);
    if (result.ok) {
      sayWhatIsShown(host, item, result.value.spared);
      if (sealed.some((other) => clashes(other, item))) {
        failures.push({
          message: `${item.label} would overwrite another decrypted file with that name.`,
          remedy: 'Give the value another name.',
        });
      }
      opened.set(item.target, result.value.plain);
    } else if (!failures.some(({ message }) => message === result.failure.message)) {
      // A bad key is one mistake, not one for each file.
      const { code, message } = result.failure;
      const isAboutKey = code === 'key-invalid' || code === 'key-missing';
      failures.push({ message: isAboutKey ? message : `${item.label}: ${message}` });
    }
  }
  // Nothing in part: a later step would find some of its files and run with half an environment.
  if (failures.length > 0) return failures;
  for (const [target, plain] of opened) writeOpened(host, folder, target, plain);
  for (const item of sealed) report(host, item, opened.get(item.target));
  output('folder', folder);
  return [];
}

/** Whether both want one name, or one is a folder to the other. The same file twice is fine. */
function clashes(one: Sealed, other: Sealed): boolean {
  if (one.target === other.target) return one.text !== other.text;
  return one.target.startsWith(`${other.target}/`);
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

async function missingKey(host: Host): Promise<Failure> {
  if (await isForkPullRequest(host)) {
    return {
      message: 'There is no AES key: pull requests from forks get no secrets.',
      remedy:
        "CodeShip never built them. Give the job `if: github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository`.",
    };
  }
  if (host.env['GITHUB_ACTOR'] === 'dependabot[bot]') {
    return {
      message:
        "There is no AES key: runs that Dependabot starts only get Dependabot's own secrets.",
      remedy: 'Create CODESHIP_AES_KEY among the Dependabot secrets of the repository as well.',
    };
  }
  return {
    message: 'No AES key provided.',
    remedy:
      "Create the secret CODESHIP_AES_KEY with the content of the project's codeship.aes, and pass it on: `aes-key: ${{ secrets.CODESHIP_AES_KEY }}`.",
  };
}

function findFiles(host: Host, paths: readonly string[]): Found {
  const sealed: Sealed[] = [];
  const failures: Failure[] = [];
  for (const given of paths) {
    const file = workspaceFile(host, given);
    const text = file.ok ? host.files.read(file.value.path) : undefined;
    if (!file.ok) failures.push(file.failure);
    else if (text === undefined) failures.push({ message: `${given} is a folder, not a file.` });
    else sealed.push({ label: file.value.name, target: file.value.name, text });
  }
  return { sealed, failures };
}

function findValues(lines: readonly string[]): Found {
  const sealed: Sealed[] = [];
  const failures: Failure[] = [];
  for (const [index, line] of lines.entries()) {
    const [name, text] = splitPair(line);
    // The rest of a base64 text ends in `=` too.
    if (text === undefined || /^=?$/.test(text) || !/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name)) {
      failures.push({
        message: `Line ${index + 1} of input encrypted-values is not a \`name=ciphertext\`.`,
        remedy:
          'A name has letters, digits, `_`, `.` and `-`. A ciphertext is one line that begins with its header.',
      });
    } else sealed.push({ label: name, target: name, text });
  }
  return { sealed, failures };
}

function sayWhatIsShown(host: Host, item: Sealed, spared: readonly number[]): void {
  if (spared.length === 0) return;
  const lines = spared.length === 1 ? `line ${spared[0]}` : `lines ${spared.join(', ')}`;
  host.notice(
    `${item.label}: the value at ${lines} of the decrypted text is too short or too common to be masked on its own in logs. The whole line is masked.`,
    { title },
  );
}

function writeOpened(host: Host, folder: string, target: string, plain: Uint8Array): void {
  const parts = target.split('/');
  let parent = folder;
  host.files.makeFolder(parent);
  for (const part of parts.slice(0, -1)) {
    parent = path.join(parent, part);
    host.files.makeFolder(parent);
  }
  host.files.write(path.join(folder, ...parts), plain);
}

function report(host: Host, item: Sealed, plain: Uint8Array | undefined): void {
  const text = cleanText(plain ?? new Uint8Array()) ?? '';
  for (const warning of envFileWarnings(text)) {
    host.warning(`${item.label}: ${warning.message}`, { title });
  }
  if (/^\s*[[{]/.test(text) && !isJson(text)) {
    host.warning(
      `${item.label}: the decrypted text begins like JSON, but is not valid JSON, which a dockercfg must be.`,
      {
        title,
      },
    );
  }
  host.log(`Opened ${item.label}`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
