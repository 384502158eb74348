// For mutation testing: loads what is otherwise loaded late. What a module does once, when it loads, would count as a part
// of the one test that happens to load it.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const src = new URL('../src', import.meta.url).pathname;

for (const room of ['source', 'convert', 'legacy', 'pattern', 'template', 'registry', 'secret']) {
  const files = readdirSync(join(src, room), { recursive: true, encoding: 'utf8' });
  for (const file of files.sort())
    if (/(?<!\.d)\.ts$/.test(file)) await import(join(src, room, file));
}
