// The blocks of the pages that people read, so that a walk runs what stands there and nothing that it retyped.

import fs from 'node:fs';
import path from 'node:path';

export const project = new URL('../..', import.meta.url).pathname;

export type Block = { readonly language: string; readonly text: string; readonly line: number };

/**
 * @param page path from the project's folder
 * @param heading the heading above, without its signs; a part of the page ends at the next one of its rank or a higher
 */
export function blocksOf(page: string, heading: string, language: string): readonly Block[] {
  const lines = fs.readFileSync(path.join(project, page), 'utf8').split('\n');
  const blocks: Block[] = [];
  let inside: { language: string; indent: string; text: string[]; line: number } | undefined;
  let rank = 0;
  lines.forEach((line, index) => {
    const fence = /^( *)(`{3,})(\w*)\s*$/.exec(line);
    if (inside !== undefined) {
      if (fence !== null && fence[3] === '' && fence[1] === inside.indent) {
        if (rank > 0) blocks.push({ ...inside, text: `${inside.text.join('\n')}\n` });
        inside = undefined;
      } else
        inside.text.push(line.startsWith(inside.indent) ? line.slice(inside.indent.length) : line);
      return;
    }
    if (fence !== null) {
      inside = { language: fence[3] ?? '', indent: fence[1] ?? '', text: [], line: index + 1 };
      return;
    }
    const [, signs = '', title = ''] = /^(#{1,6}) (.*)$/.exec(line) ?? [];
    if (signs === '') return;
    if (title === heading) rank = signs.length;
    else if (signs.length <= rank) rank = 0;
  });
  const found = blocks.filter((block) => block.language === language);
  if (found.length === 0) throw new Error(`${page}: no block of ${language} below "${heading}"`);
  return found;
}

/** The first one that is a whole workflow. */
export function firstWorkflow(page: string, heading: string): string {
  const found = blocksOf(page, heading, 'yaml').find(({ text }) => /^jobs:/m.test(text));
  if (found === undefined) throw new Error(`${page}: no workflow below "${heading}"`);
  return found.text;
}
