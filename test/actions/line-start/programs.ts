// The programs of line-start, run for real in a folder that looks like a job's.

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const source = new URL('../../../actions/line-start/', import.meta.url).pathname;

type Ran = { readonly stdout: string; readonly stderr: string; readonly status: number };

export type JobFolder = {
  readonly root: string;
  readonly line: string;
  readonly write: (path: string, text: string, mode?: number) => void;
  readonly run: (
    command: string,
    args?: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Ran;
  /** A TASK as the generated step runs it. */
  readonly task: (script: string, env?: Readonly<Record<string, string>>) => Ran;
};

/** A job folder with one IN and one OUT `app`, as section 14.4 of the reference had it. */
export function jobFolder(): JobFolder {
  const top = mkdtempSync(join(tmpdir(), 'transship-line-'));
  onTestFinished(() => rmSync(top, { recursive: true, force: true }));
  const [root, line] = [join(top, 'build'), join(top, 'line')];
  for (const folder of ['IN/app/image', 'OUT/out/params', 'previousState', 'state'])
    mkdirSync(join(root, folder), { recursive: true });
  mkdirSync(join(line, 'empty'), { recursive: true });
  symlinkSync(join(source, 'bin'), join(line, 'bin'));
  symlinkSync(join(source, 'lib'), join(line, 'lib'));
  const write: JobFolder['write'] = (path, text, mode = 0o644) => {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
    chmodSync(join(top, path), mode);
  };
  const base = {
    PATH: `${line}/bin:${process.env['PATH']}`,
    HOME: top,
    BUILD_DIR: root,
    JOB_NAME: 'pack',
    JOB_TYPE: 'runSh',
    JOB_STATE: `${root}/state`,
    JOB_PREVIOUS_STATE: `${root}/previousState`,
    JOB_INTEGRATIONS: `${line}/secrets/JOB`,
    SHIPPABLE_LINE_DIR: line,
    APP_TYPE: 'image',
    APP_META: `${root}/IN/app`,
    APP_STATE: `${root}/IN/app/image`,
    APP_PATH: `${root}/IN/app`,
    APP_OPERATION: 'IN',
    APP_ID: '7',
    APP_VERSIONNAME: '1.2',
    APP_VERSIONNUMBER: '4',
    APP_VERSIONID: '12',
  };
  write(
    'build/IN/app/version.json',
    JSON.stringify({
      name: 'app',
      type: 'image',
      propertyBag: { yml: { pointer: { sourceName: 'p/q' } } },
      version: {
        versionName: '1.2',
        versionNumber: 4,
        propertyBag: { sourceName: 'o/a', shaData: { commitSha: 'abc' }, 'a-b': 'dash' },
      },
    }),
  );
  write(
    'build/OUT/out/version.json',
    JSON.stringify({ name: 'out', type: 'params', version: { propertyBag: {} } }),
  );
  const run: JobFolder['run'] = (command, args = [], env = {}) => {
    const { stdout, stderr, status } = spawnSync(command, args, {
      cwd: root,
      env: { ...base, ...env },
      encoding: 'utf8',
    });
    return { stdout, stderr, status: status ?? -1 };
  };
  return {
    root,
    line,
    write,
    run,
    task: (script, env) => {
      write('task.sh', script);
      return run('bash', ['--noprofile', '--norc', join(top, 'task.sh')], env);
    },
  };
}

/** A PATH with the usual programs but without these, so that what replaces them is used. */
export function pathWithout(folder: JobFolder, ...names: readonly string[]): string {
  const at = join(folder.line, 'few');
  mkdirSync(at, { recursive: true });
  for (const name of 'awk base64 bash cat chmod cp cut dd find git grep id ln mkdir mktemp mv openssl rm sed sh sort tr uniq wc envsubst jq'.split(
    ' ',
  )) {
    if (names.includes(name)) continue;
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    if (found !== '') symlinkSync(found, join(at, name));
  }
  return `${folder.line}/bin:${at}`;
}
