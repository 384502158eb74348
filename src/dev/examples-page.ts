// The page of examples: those of `transship explain`.

import { type Example, examples } from '../cli/explain/explain-examples.ts';
import { type Code, codeRow, codes } from '../diagnostic/codes.ts';
import { formats, keyReference } from '../report/key-reference.ts';

export function examplesPage(): string {
  const keys = keyReference();
  return [
    '<!-- Made by `npm run fix` from src/cli/explain/explain-examples.ts, which a test compares with the golden cases. -->',
    '# Examples of every legacy key and of every diagnostic',
    'What `transship explain` shows. Each is a part of a conversion that the tests make, so what stands here is what comes out.',
    ...formats.flatMap(({ file, title }) => [
      `## ${title}`,
      ...keys
        .filter((entry) => entry.file === file)
        .map(({ path, row }) =>
          part(`\`${path}\``, `${row.summary} ${row.becomes}`, examples[`${file} ${path}`]),
        ),
    ]),
    '## Diagnostics',
    ...(Object.keys(codes) as Code[])
      .filter((code) => examples[code] !== undefined)
      .map((code) => {
        const { title, explain } = codeRow(code);
        return part(`\`${code}\``, `${title} ${explain}`, examples[code]);
      }),
    'Next: the tables of all [keys](keys.md) and [diagnostics](diagnostics.md).',
    '',
  ].join('\n\n');
}

function part(head: string, text: string, example: Example | undefined): string {
  if (example === undefined) return `### ${head}\n\n${text}`;
  const { file, before, target, after } = example;
  const became =
    target === undefined || after === undefined
      ? 'Nothing is made of it.'
      : `In \`${target}\`:\n\n${block(after)}`;
  return `### ${head}\n\n${text}\n\nIn \`${file}\`:\n\n${block(before)}\n\n${became}`;
}

const block = (text: string): string => `\`\`\`\`yaml\n${text}\n\`\`\`\``;
