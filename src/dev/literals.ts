// `npm run literals`: how often a literal of a legacy file is taken for a credential, or for none, wrongly. The literals
// were labelled by hand; random parts are made anew from a seed, so that no scanner takes the list for a leak. Exits
// with 1 where more than one in ten is wrong. `--all` lists them.

import fs from 'node:fs';
import { hideOpenValues } from '../convert/open-values.ts';
import { defaultSettings } from '../legacy/translation.ts';
import { parseSource } from '../source/parse.ts';
import { inProject } from './project.ts';

type Literal = { readonly text: string; readonly credential: boolean };

const mostWrong = 0.1;
const literals = JSON.parse(
  fs.readFileSync(inProject('test', 'secret', 'labelled-literals.json'), 'utf8'),
) as readonly Literal[];
const wrong = literals.filter(
  ({ text, credential }, index) => isFound(filled(text, index + 1)) !== credential,
);
const missed = wrong.filter(({ credential }) => credential).length;

if (process.argv.includes('--all')) {
  for (const { text, credential } of wrong)
    console.log(`${credential ? 'missed' : 'no credential'}: ${text}`);
}
console.log(
  `${literals.length} literals, of them ${literals.filter(({ credential }) => credential).length} credentials`,
);
console.log(
  `${wrong.length} wrong (${missed} missed, ${wrong.length - missed} too much): ${(wrong.length / literals.length).toFixed(3)} (at most ${mostWrong})`,
);
if (wrong.length / literals.length > mostWrong) process.exitCode = 1;

/** As an item of a list. */
function isFound(text: string): boolean {
  const document = parseSource('x.yml', `env:\n  - ${JSON.stringify(text)}\n`, () => {});
  return hideOpenValues([document], defaultSettings, () => {}).length > 0;
}

/** `{alnum:36}` becomes 36 letters and digits. */
function filled(text: string, seed: number): string {
  let state = seed * 2_654_435_761;
  const next = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  const alphabets: Readonly<Record<string, string>> = {
    alnum: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
    upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
    hex: '0123456789abcdef',
    digits: '0123456789',
  };
  return text.replace(/\{(\w+):(\d+)\}/g, (_all, name: string, count: string) => {
    const alphabet = alphabets[name] ?? '';
    return Array.from({ length: Number(count) }, () => alphabet[next(alphabet.length)]).join('');
  });
}
