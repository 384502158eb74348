// `npm run machines -- LIST`: compares the table of the hosted runner with a newer software list of
// actions/runner-images (the Markdown file of the image). Exits with 1 where programs of the table are gone.

import fs from 'node:fs';
import { words } from '../machine/programs/facts.ts';
import { parseSoftwareList } from '../machine/programs/software-list.ts';
import { listed, ubuntu2404 } from '../machine/programs/ubuntu-24.04.ts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.log(
    `the table is of image ${listed.image}, read on ${listed.read}: ${ubuntu2404.length} rows`,
  );
  console.log('usage: npm run machines -- LIST, the Markdown file of a newer image');
} else {
  const newer = parseSoftwareList(fs.readFileSync(file, 'utf8'));
  const known = new Map(ubuntu2404.map((row) => [row.name, row]));
  const gone = ubuntu2404.filter(({ name }) => !newer.has(name));
  const changed = [...newer].flatMap(([name, version]) => {
    const row = known.get(name);
    return row === undefined || row.version === version
      ? []
      : [`${name}: ${row.version} -> ${version}`];
  });
  const fresh = [...newer].filter(([name]) => !known.has(name));
  for (const line of changed) console.log(`changed  ${line}`);
  for (const [name, version] of fresh) console.log(`new      ${name} ${version}`);
  for (const { name, programs } of gone)
    console.log(`gone     ${name}${programs === '' ? '' : `: ${words(programs).join(', ')}`}`);
  console.log(
    `${changed.length} changed, ${fresh.length} new, ${gone.length} gone since ${listed.image}`,
  );
  process.exitCode = gone.some(({ programs }) => programs !== '') ? 1 : 0;
}
