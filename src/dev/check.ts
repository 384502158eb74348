// `npm run check`, its last part: what is made from other files is as it would be made now, and nothing
// of one machine is in the tree. It changes nothing; every finding names the command that repairs it.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundleAll } from './bundles.ts';
import { documentLint, documentProblems } from './document-problems.ts';
import { generatedFiles } from './generated.ts';
import { available } from './judges/index.ts';
import { filesBelow, inProject, projectFolder, readProjectFile } from './project.ts';

const problems = [
  ...(await staleFiles()),
  ...(await documentProblems()),
  ...(await lintedDocuments()),
  ...(await staleBundles()),
  ...lockFile(),
  ...machinePaths(),
];
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'everything is current' : `${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function staleFiles(): Promise<string[]> {
  return [...(await generatedFiles())]
    .filter(([file, text]) => readProjectFile(file) !== text)
    .map(([file]) => `${file}: not as the code would make it; npm run fix`);
}

async function lintedDocuments(): Promise<readonly string[]> {
  if (available().actionlint) return documentLint();
  console.log(
    'skipped: actionlint is not installed, so it did not read the workflows of the documents',
  );
  return [];
}

/** Bundles again, elsewhere, and compares every byte. */
async function staleBundles(): Promise<string[]> {
  const fresh = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-dist-'));
  try {
    await bundleAll(fresh);
    const committed = inProject('dist');
    const names = [...new Set([...filesBelow(fresh), ...filesBelow(committed)])];
    return names
      .filter((name) => !sameFile(path.join(fresh, name), path.join(committed, name)))
      .map((name) => `dist/${name}: not as the code would be bundled; npm run fix`);
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true });
  }
}

function sameFile(a: string, b: string): boolean {
  if (!fs.existsSync(a) || !fs.existsSync(b)) return false;
  const isProgram = (file: string): boolean => (fs.statSync(file).mode & 0o111) !== 0;
  return fs.readFileSync(a).equals(fs.readFileSync(b)) && isProgram(a) === isProgram(b);
}

/** A lock file that names the host of a registry works only where that host is reached. */
function lockFile(): string[] {
  return (readProjectFile('package-lock.json') ?? '').includes('"resolved":')
    ? ['package-lock.json: names hosts; npm install --package-lock-only']
    : [];
}

function machinePaths(): string[] {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: projectFolder, encoding: 'utf8' });
  return tracked
    .split('\0')
    .filter((file) => (readProjectFile(file || '.git/none') ?? '').includes(projectFolder))
    .map((file) => `${file}: names a folder of this machine`);
}
