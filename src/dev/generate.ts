// `npm run fix`: writes every file, or part of a file, that is made from the code.

import fs from 'node:fs';
import path from 'node:path';
import { generatedFiles } from './generated.ts';
import { inProject, readProjectFile } from './project.ts';

for (const [file, text] of await generatedFiles()) {
  if (readProjectFile(file) === text) continue;
  fs.mkdirSync(path.dirname(inProject(file)), { recursive: true });
  fs.writeFileSync(inProject(file), text);
  console.log(`wrote ${file}`);
}
