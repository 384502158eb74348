// `node build/dev/pin.js [COMMIT]`: the project's own workflows name its actions at this commit, by default HEAD. Run it after
// the bundles are committed; a commit whose actions do not fit what the workflows ask of them is refused.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { packageFacts } from '../host/package.ts';
import { pinnedText, whyUnfit } from './own-pins.ts';
import { filesBelow, inProject, projectFolder, readProjectFile } from './project.ts';

const git = (...args: readonly string[]): string =>
  execFileSync('git', args, {
    // A bundle is larger than what is taken without being asked.
    maxBuffer: 64 * 1024 * 1024,
    cwd: projectFolder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const textAt = (commit: string, file: string): string | undefined => {
  try {
    return git('show', `${commit}:${file}`);
  } catch {
    return undefined;
  }
};

const commit = git('rev-parse', '--verify', `${process.argv[2] ?? 'HEAD'}^{commit}`).trim();
const files = filesBelow(inProject('.github/workflows')).map((name) => `.github/workflows/${name}`);
const texts = new Map(files.map((file) => [file, readProjectFile(file) ?? '']));
const problems = [...texts].flatMap(([file, text]) =>
  whyUnfit(text, (path) => textAt(commit, path)).map((problem) => `${file}: ${problem}`),
);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
if (problems.length === 0) {
  for (const [file, text] of texts) {
    const pinned = pinnedText(text, commit, packageFacts().version);
    if (pinned === text) continue;
    fs.writeFileSync(inProject(file), pinned);
    console.log(`${file}: ${commit}`);
  }
}
