// How an audit does against converting the same repositories, and how time and memory grow with their number.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { auditProgram } from '../cli/audit/command.ts';
import { readLocal } from '../cli/audit/read-repository.ts';
import { defined } from '../ground/defined.ts';
import { openRepository } from '../host/files/repository.ts';
import { convertForMeasure, corpusRepositories, loadTranslators } from './corpus/repositories.ts';
import { filesBelow, inProject } from './project.ts';

export type AuditFigures = {
  /** Milliseconds over the corpus: walking and reading it, converting it, auditing it. */
  readonly corpus?: { readonly walk: number; readonly convert: number; readonly audit: number };
  readonly estates: readonly { readonly repositories: number; readonly milliseconds: number }[];
  /** Bytes at the peak of the largest estate, all processes together; undefined where the system does not tell. */
  readonly peak?: number;
};

const sizes = [500, 2000];

export async function measureAudit(): Promise<AuditFigures> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-bench-'));
  try {
    const estates = [];
    let peak: number | undefined;
    for (const size of sizes) {
      const estate = path.join(folder, String(size));
      generateEstate(estate, size);
      const measured = await inChild(['audit', estate]);
      estates.push({ repositories: size, milliseconds: measured.milliseconds });
      peak = measured.peak;
    }
    const hasCorpus = corpusRepositories().length > 0;
    return {
      estates,
      ...defined({ peak }),
      ...(hasCorpus
        ? {
            corpus: {
              walk: await best('walk'),
              convert: await best('convert'),
              audit: await best('corpus'),
            },
          }
        : {}),
    };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function best(pass: string): Promise<number> {
  const times = [];
  for (let round = 0; round < 5; round++) times.push((await inChild([pass])).milliseconds);
  return Math.min(...times);
}

/** Repositories made from the golden cases, in turn, each with a name of its own in its commands. */
export function generateEstate(folder: string, count: number): void {
  const golden = inProject('test', 'golden');
  const cases = ['shippable', 'codeship'].flatMap((system) =>
    fs
      .readdirSync(path.join(golden, system))
      .filter((name) => !name.startsWith('error'))
      .map((name) => path.join(golden, system, name)),
  );
  const texts = cases.map((at) =>
    filesBelow(at)
      .filter((file) => !file.startsWith('expected'))
      .map((file) => ({ file, text: fs.readFileSync(path.join(at, file), 'utf8') })),
  );
  for (let index = 0; index < count; index++) {
    const root = path.join(folder, `team-${index % 20}`, `service-${index}`);
    for (const { file, text } of texts[index % texts.length] ?? []) {
      const at = path.join(root, file);
      fs.mkdirSync(path.dirname(at), { recursive: true });
      fs.writeFileSync(at, text.replaceAll('make', `make NAME=service-${index}`));
    }
  }
}

/** Runs one pass in a process of its own and watches what it and its children take. */
function inChild(
  args: readonly string[],
): Promise<{ readonly milliseconds: number; readonly peak?: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    let peak = 0;
    const timer = setInterval(() => {
      peak = Math.max(peak, treeBytes(child.pid ?? 0));
    }, 50);
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.on('error', reject);
    child.on('exit', () => {
      clearInterval(timer);
      resolve({ milliseconds: Number(out), ...(peak > 0 ? { peak } : {}) });
    });
  });
}

/** Resident bytes of a process and everything below it, as Linux tells; 0 elsewhere. */
function treeBytes(root: number): number {
  if (!fs.existsSync('/proc/self/stat')) return 0;
  const parents = new Map<number, { parent: number; bytes: number }>();
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      parents.set(Number(name), { parent: Number(fields[1]), bytes: Number(fields[21]) * 4096 });
    } catch {
      // It ended meanwhile.
    }
  }
  let sum = 0;
  for (const [process, { bytes }] of parents) {
    for (let at = process; at > 1; at = parents.get(at)?.parent ?? 0) {
      if (at !== root) continue;
      sum += bytes;
      break;
    }
  }
  return sum;
}

async function measurePass(pass: string, folder: string): Promise<number> {
  const repositories = corpusRepositories();
  if (pass === 'convert') {
    for (const { repository } of repositories)
      for (const file of repository.paths) repository.read(file);
  }
  await loadTranslators();
  const start = performance.now();
  if (pass === 'audit') {
    const io = {
      stdout: () => {},
      stderr: () => {},
      stdin: () => new Uint8Array(),
      readLine: () => undefined,
      env: {},
      folder,
      color: { stdout: false, stderr: false },
    };
    const report = path.join(folder, 'audit.json');
    await auditProgram({ arguments: [folder], options: {}, lists: { report: [report] } }, io);
  }
  for (const { name, folder: at, repository } of pass === 'audit' ? [] : repositories) {
    if (pass === 'walk') {
      const opened = openRepository(at).repository;
      for (const file of opened.paths) opened.read(file);
      opened.isTracked?.('README.md');
    } else if (pass === 'convert') await convertForMeasure(repository);
    else await readLocal({ name, folder: at }, { version: '1.0.0' });
  }
  return performance.now() - start;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , pass = '', folder = ''] = process.argv;
  console.log(await measurePass(pass, folder));
}
