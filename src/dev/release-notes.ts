// `node build/dev/release-notes.js VERSION`: prints the section of the change log, for the release.

import { notesOf } from './changelog.ts';
import { readProjectFile } from './project.ts';

const [, , version = ''] = process.argv;
const notes = notesOf(readProjectFile('.github/CHANGELOG.md') ?? '', version);
if (notes === undefined) {
  console.error(`.github/CHANGELOG.md: there is no section "## ${version}"`);
  process.exitCode = 1;
} else {
  console.log(notes);
}
