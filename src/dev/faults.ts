// `npm run faults [PATTERN]`: plants each listed fault in a copy of the translator, and shows that the equivalence
// suite catches it. Cases that the copy converts as before need not run. Ends with 0 only if every fault was caught
// and the cases that caught one pass without it. Needs the engine and the tools of `.ci`.

import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { defined } from '../ground/defined.ts';
import { type Fault, faults } from './faults/rows.ts';
import { inProject } from './project.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-faults-'));
const wanted = new RegExp(process.argv[2] ?? '');
try {
  process.exitCode = run();
} finally {
  fs.rmSync(root, { recursive: true, force: true });
}

function run(): number {
  const sound = copy('sound');
  compile(sound);
  const catchers = new Set<string>();
  let missed = 0;
  for (const [index, fault] of faults.entries()) {
    if (!wanted.test(fault.name)) continue;
    const start = Date.now();
    const caught = suite(plant(fault, index), fault.cases, program(sound));
    for (const name of caught) catchers.add(name);
    if (caught.length === 0) missed += 1;
    const seconds = Math.round((Date.now() - start) / 1000);
    console.log(
      `${fault.name}: ${caught.length === 0 ? 'MISSED' : `caught by ${caught.join(', ')}`} (${seconds} s)`,
    );
  }
  if (catchers.size === 0) return 1;
  const pattern = `^(?:${[...catchers].map((name) => name.replace(/[^\w/-]/g, '\\$&')).join('|')})$`;
  const wrong = suite(program(sound), pattern);
  console.log(
    `without a fault: ${wrong.length === 0 ? `${catchers.size} cases pass` : `FAIL: ${wrong.join(', ')}`}`,
  );
  return missed === 0 && wrong.length === 0 ? 0 : 1;
}

function program(folder: string): string {
  return path.join(folder, 'build', 'entry', 'cli.js');
}

/** The sources of the project, with its packages. */
function copy(name: string): string {
  const folder = path.join(root, name);
  fs.cpSync(inProject('src'), path.join(folder, 'src'), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json'])
    fs.cpSync(inProject(file), path.join(folder, file));
  fs.symlinkSync(inProject('node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** A fault may leave something unused. */
function compile(folder: string): void {
  const flags = ['--noUnusedLocals', 'false', '--noUnusedParameters', 'false'];
  execFileSync(inProject('node_modules', '.bin', 'tsc'), ['--project', folder, ...flags], {
    stdio: 'inherit',
  });
}

/** A compiled translator with the fault; gives its program. */
function plant(fault: Fault, index: number): string {
  const folder = copy(`fault-${index}`);
  const file = path.join(folder, 'src', fault.file);
  const parts = fs.readFileSync(file, 'utf8').split(fault.find);
  if (parts.length !== 2)
    throw new Error(`${fault.name}: ${fault.file} has its place ${parts.length - 1} times`);
  fs.writeFileSync(file, parts.join(fault.replace));
  compile(folder);
  return program(folder);
}

type VitestReport = {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly title: string }[];
  }[];
};

/** The cases that fail with a translator; those that `baseline` converts alike are left out. */
function suite(translator: string, cases: string, baseline?: string): readonly string[] {
  const report = path.join(root, 'report.json');
  fs.rmSync(report, { force: true });
  const { stdout, stderr } = spawnSync(
    inProject('node_modules', '.bin', 'vitest'),
    [
      'run',
      ...['--config', 'test/e2e/vitest.config.ts', 'test/e2e/equivalence.e2e.ts'],
      ...['--reporter=json', `--outputFile.json=${report}`],
    ],
    {
      cwd: inProject(),
      encoding: 'utf8',
      env: {
        ...process.env,
        EQUIVALENCE: cases,
        TRANSSHIP_TRANSLATOR: translator,
        ...defined({ TRANSSHIP_TRANSLATOR_BASELINE: baseline }),
      },
    },
  );
  if (!fs.existsSync(report)) throw new Error(`the suite did not run:\n${stdout}${stderr}`);
  const { testResults } = JSON.parse(fs.readFileSync(report, 'utf8')) as VitestReport;
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  if (results.length === 0) throw new Error(`the suite ran no case:\n${stdout}${stderr}`);
  return results.filter(({ status }) => status === 'failed').map(({ title }) => title);
}
