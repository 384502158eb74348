// The picture of a terminal in the README: what `transship convert` prints in a small repository, colors and all. The command
// runs here, in a folder of its own, so that the picture shows what people see.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { main } from '../cli/main.ts';

/** What the picture converts: short, and with something of each kind. */
const sample = `language: node_js
node_js:
  - "20"

services:
  - redis

build:
  ci:
    - npm ci
    - npm test
  post_ci:
    - docker build --tag acme/web:$BRANCH .
    - docker push acme/web:$BRANCH

integrations:
  hub:
    - integrationName: acme-hub
      type: docker

branches:
  only: master
`;

const metrics = { letter: 7.25, line: 18, padding: 16, head: 30, columns: 108 };

/** @returns an SVG image of the command line and of all that it prints */
export async function terminalPicture(): Promise<string> {
  const lines = [{ command: 'transship convert' }, ...linesOf(await printed())];
  const { letter, line, padding, head, columns } = metrics;
  const width = Math.round(columns * letter) + 2 * padding;
  const height = head + lines.length * line + 2 * padding;
  const y = (row: number): number => head + padding + row * line + 12;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    '<title>transship convert in a terminal</title>',
    '<style>',
    'text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;white-space:pre;fill:#e6edf3}',
    '.prompt,.s32{fill:#3fb950}.s1{font-weight:bold}.s2{fill:#9198a1}.s31{fill:#ff7b72}.s33{fill:#d29922}.s34{fill:#58a6ff}.s36{fill:#39c5cf}',
    '</style>',
    `<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>`,
    ...['#ff5f57', '#febc2e', '#28c840'].map(
      (fill, index) => `<circle cx="${padding + 6 + index * 20}" cy="18" r="6" fill="${fill}"/>`,
    ),
    ...lines.map((row, index) => {
      const text =
        'command' in row
          ? `<tspan class="prompt">$</tspan> ${escaped(row.command)}`
          : row.spans.map(span).join('');
      return `<text x="${padding}" y="${y(index)}">${text}</text>`;
    }),
    '</svg>',
  ].join('\n')}\n`;
}

/** Both streams, as a terminal shows them. */
async function printed(): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-picture-'));
  try {
    fs.writeFileSync(path.join(folder, 'shippable.yml'), sample);
    fs.writeFileSync(path.join(folder, 'Dockerfile'), 'FROM node:20\nCOPY . .\n');
    fs.writeFileSync(path.join(folder, 'package.json'), '{"scripts":{"test":"true"}}\n');
    const texts: string[] = [];
    const print = (text: string): void => void texts.push(text);
    const io = {
      stdout: print,
      stderr: print,
      stdin: () => new Uint8Array(),
      readLine: () => undefined,
      env: {},
      folder,
      color: { stdout: true, stderr: true },
    };
    const code = await main(['convert'], io, () => '');
    if (code !== 0)
      throw new Error(`the sample of the picture is not converted: ${texts.join('')}`);
    return texts.join('');
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

type Span = { readonly styles: readonly string[]; readonly text: string };
type Line = { readonly spans: readonly Span[] };

/** The lines of a text with SGR codes, long ones folded as a terminal folds them. */
function linesOf(text: string): readonly Line[] {
  const lines: { spans: Span[] }[] = [];
  let styles: readonly string[] = [];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    let row: { spans: Span[] } = { spans: [] };
    let column = 0;
    lines.push(row);
    for (const part of line.split(/(\u001B\[\d+m)/)) {
      const [, code] = /^\u001B\[(\d+)m$/.exec(part) ?? [];
      if (code !== undefined) {
        styles = code === '0' ? [] : [...styles, code];
        continue;
      }
      let rest = part;
      while (rest !== '') {
        const shown = rest.slice(0, metrics.columns - column);
        if (shown !== '') row.spans.push({ styles, text: shown });
        column += shown.length;
        rest = rest.slice(shown.length);
        if (rest !== '') {
          row = { spans: [] };
          column = 0;
          lines.push(row);
        }
      }
    }
  }
  return lines;
}

const span = ({ styles, text }: Span): string =>
  styles.length === 0
    ? escaped(text)
    : `<tspan class="${styles.map((code) => `s${code}`).join(' ')}">${escaped(text)}</tspan>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
