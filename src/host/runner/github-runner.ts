// The real host: a step on a GitHub runner (or `act`), by the runner's own files and commands.
// No library: @actions/core alone takes longer to load than a whole login takes. Programs that do not start often enough
// for that to count have toolkit-runner.ts.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isCancelled, sleep } from '../cancellation.ts';
import type { Environment, Host, HostFiles } from '../host.ts';
import { makeFolders } from '../make-folders.ts';
import { print } from '../standard-output.ts';
import { fileEntry, literalLine, maskCommands, workflowCommand } from './workflow-commands.ts';

export function githubRunner(env: Environment = process.env): Host {
  const temporaryFolder = env['RUNNER_TEMP'] || os.tmpdir();
  const masked = new Set<string>();
  const appendTo = (variable: string, text: string): void => {
    const file = env[variable];
    if (file) fs.appendFileSync(file, text);
  };
  return {
    env,
    platform: process.platform,
    temporaryFolder,
    input: (variable) => env[variable],
    log: (line) => print(literalLine(line)),
    notice: (message, place) => print(workflowCommand('notice', message, place)),
    warning: (message, place) => print(workflowCommand('warning', message, place)),
    error: (message, place) => print(workflowCommand('error', message, place)),
    group: (title) => print(workflowCommand('group', title)),
    endGroup: () => print(workflowCommand('endgroup', '')),
    mask: (secret) => {
      if (masked.has(secret)) return;
      masked.add(secret);
      for (const command of maskCommands(secret)) print(command);
    },
    output: (name, value) => appendTo('GITHUB_OUTPUT', fileEntry(name, value, uniqueText)),
    exportVariable: (name, value) => appendTo('GITHUB_ENV', fileEntry(name, value, uniqueText)),
    addPath: (folder) => appendTo('GITHUB_PATH', `${folder}\n`),
    summary: (markdown) => appendTo('GITHUB_STEP_SUMMARY', `${markdown}\n`),
    files: realFiles(temporaryFolder),
    // Loaded when first used: a login by HTTP needs no child process. HTTP is in the same file (`eager`), for most need it.
    exec: async (command, args, options) =>
      (await import('../exec.ts')).exec(command, args, options, env),
    request: async (request) =>
      (await import(/* webpackMode: "eager" */ '../network/http.ts')).request(request, env),
    cancelled: isCancelled,
    now: Date.now,
    sleep,
    random: Math.random,
  };
}

/** Text that no one can foresee, without loading a crypto library for it. */
function uniqueText(): string {
  return globalThis.crypto.randomUUID();
}

function realFiles(temporaryFolder: string): HostFiles {
  const read = (file: string): Buffer | undefined => {
    try {
      return fs.readFileSync(file);
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
        return undefined;
      throw error;
    }
  };
  /** `wx`: nobody can have put a link there in the meantime. What an earlier step left half done goes. */
  const writeNew = (file: string, content: string | Uint8Array, mode: number): void => {
    try {
      fs.writeFileSync(file, content, { mode, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      fs.rmSync(file, { force: true });
      fs.writeFileSync(file, content, { mode, flag: 'wx' });
    }
  };
  return {
    read: (file) => read(file)?.toString('utf8'),
    readBytes: read,
    write: (file, content, mode = 0o600) => {
      const fresh = `${file}.${process.pid}.new`;
      try {
        writeNew(fresh, content, mode);
        fs.chmodSync(fresh, mode);
        fs.renameSync(fresh, file);
      } catch (error) {
        fs.rmSync(fresh, { force: true });
        // Node names no file when writing fails for want of space.
        throw Object.assign(error as NodeJS.ErrnoException, { path: file });
      }
    },
    makeFolder: (folder, mode = 0o700) => {
      try {
        fs.mkdirSync(folder, { mode });
      } catch (error) {
        if (!['EEXIST', 'ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
          throw error;
        // A link, or a file, that somebody put there would take what is written elsewhere.
        const there = fs.lstatSync(folder, { throwIfNoEntry: false });
        if (there !== undefined && !there.isDirectory()) fs.rmSync(folder, { force: true });
        makeFolders(folder, mode);
      }
      fs.chmodSync(folder, mode);
    },
    makeTemporaryFolder: (prefix) => {
      fs.mkdirSync(temporaryFolder, { recursive: true });
      return fs.mkdtempSync(path.join(temporaryFolder, prefix));
    },
    realPath: (file) => {
      try {
        return fs.realpathSync(file);
      } catch (error) {
        if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? ''))
          return undefined;
        throw error;
      }
    },
    list: (folder) => {
      try {
        return fs.readdirSync(folder).sort();
      } catch (error) {
        if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
          return undefined;
        throw error;
      }
    },
    remove: (file) => fs.rmSync(file, { recursive: true, force: true }),
  };
}
