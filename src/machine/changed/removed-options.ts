// Options that programs had in the years of the old services and refuse today. What they asked for is the rule now, or
// was given up; a call goes without them.

import type { Call } from '../calls/calls.ts';
import type { Edit } from '../calls/edit.ts';

type Row = {
  readonly word: RegExp;
  /** The subcommands that took it. */
  readonly verb: RegExp;
  /** Options that stand alone. */
  readonly flags?: RegExp;
  /** Options with a value, behind `=` or in the next word. */
  readonly valued?: RegExp;
  /** What stands for them, once. */
  readonly instead?: string;
  readonly why: string;
  /** Only with the RubyGems of Ruby 2.6 and later. */
  readonly isOfNewRuby?: true;
};

const rows: readonly Row[] = [
  {
    word: /^docker$/,
    verb: /^login$/,
    valued: /^(?:-e|--email)$/,
    why: 'registries ask for no address',
  },
  {
    word: /^docker$/,
    verb: /^tag$/,
    flags: /^(?:-f|--force)$/,
    why: 'a tag replaces another one without it',
  },
  {
    word: /^pip[\d.]*$/,
    verb: /^(?:install|download|wheel)$/,
    flags:
      /^--(?:use-mirrors|use-wheel|no-use-wheel|allow-all-external|allow-insecure|process-dependency-links)$/,
    valued: /^--(?:mirrors|allow-external|allow-unverified|download-cache)$/,
    why: 'pip gave it up',
  },
  {
    word: /^gem$/,
    verb: /^(?:i|install|update)$/,
    flags: /^--no-(?:ri|rdoc)$/,
    instead: '--no-document',
    why: 'RubyGems calls it `--no-document` now',
    isOfNewRuby: true,
  },
];

type OptionChange = {
  readonly edits: readonly Edit[];
  /** The program, its subcommand and the options, as written. */
  readonly shown: string;
  readonly why: string;
};

/** The options of a call that its program refuses; no edits where the call stands in a script. */
export function removedOptions(
  { word, args, offset, command }: Call,
  text: string,
  hasNewRuby: boolean,
): OptionChange | undefined {
  const verb = args.find((arg) => !arg.startsWith('-')) ?? '';
  const row = rows.find((one) => one.word.test(word) && one.verb.test(verb));
  if (row === undefined || (row.isOfNewRuby === true && !hasNewRuby)) return undefined;
  const options: string[] = [];
  const edits: Edit[] = [];
  const own = command.words.slice(command.words.length - args.length);
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    const [name = '', value] = arg.split('=');
    const isValued = row.valued?.test(name) === true;
    if (!isValued && row.flags?.test(arg) !== true) continue;
    const first = own[at];
    const last = isValued && value === undefined ? own[at + 1] : first;
    if (first === undefined || last === undefined) continue;
    const instead = options.length === 0 ? row.instead : undefined;
    options.push(arg);
    if (offset !== undefined) {
      const isGap = instead === undefined && /\s/.test(text[first.start - 1] ?? '');
      edits.push({
        start: first.start - (isGap ? 1 : 0),
        end: last.end,
        text: instead ?? '',
      });
    }
    if (last !== first) at += 1;
  }
  return options.length === 0
    ? undefined
    : { edits, shown: [word, verb, ...options].join(' '), why: row.why };
}
