// What `make TARGET` runs, as far as a Makefile says it without being executed: the recipes of the targets asked
// for, and of those that they need, with plain variables filled in.

import { defined } from '../../ground/defined.ts';

type Rule = { readonly needs: string[]; readonly recipe: string[] };

type Makefile = {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly variables: ReadonlyMap<string, string>;
  /** The target of a bare `make`. */
  readonly first?: string;
};

/** What the words behind `make` ask for. */
export type MakeCall = {
  readonly folder?: string;
  readonly file?: string;
  readonly targets: readonly string[];
  readonly variables: ReadonlyMap<string, string>;
};

const VALUED = /^-[CfIjloW]$|^--(?:directory|file|makefile|include-dir|old-file|what-if)$/;

/** Reads the command line of make. `-j` may stand alone or with a number. */
export function readMakeCall(args: readonly string[]): MakeCall {
  const targets: string[] = [];
  const variables = new Map<string, string>();
  let folder: string | undefined;
  let file: string | undefined;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    const glued = /^(?:-([Cf])(.+)|--(directory|file|makefile)=(.*))$/.exec(arg);
    const next = args[at + 1];
    if (glued !== null) {
      const value = glued[2] ?? glued[4];
      if (glued[1] === 'C' || glued[3] === 'directory') folder = value;
      else file = value;
    } else if (VALUED.test(arg)) {
      if (/^-[jl]$/.test(arg) && !/^\d/.test(next ?? '')) continue;
      if (/^(?:-C|--directory)$/.test(arg)) folder = next;
      if (/^(?:-f|--file|--makefile)$/.test(arg)) file = next;
      at += 1;
    } else if (/^\w+[:?+]?=/.test(arg)) {
      const [name = '', ...value] = arg.split('=');
      variables.set(name.replace(/[:?+]$/, ''), value.join('='));
    } else if (!arg.startsWith('-')) targets.push(arg);
  }
  return {
    targets,
    variables,
    ...defined({ folder, file }),
  };
}

const CONDITIONAL =
  /^\s*(?:ifn?eq|ifn?def|else|endif|-?include|sinclude|vpath|unexport|undefine)\b/;
const ASSIGNMENT = /^\s*(?:export\s+|override\s+)*([\w.-]+)\s*(?::{0,3}|\?|\+|!)=\s*(.*)$/;

function parseMakefile(text: string): Makefile {
  const rules = new Map<string, Rule>();
  const variables = new Map<string, string>();
  let open: Rule[] = [];
  let first: string | undefined;
  let defining = false;
  for (const line of text
    .replace(/\r/g, '')
    .replace(/[ \t]*\\\n[ \t]*/g, ' ')
    .split('\n')) {
    if (/^\s*(?:override\s+)?define\s/.test(line)) defining = true;
    if (defining) {
      if (/^\s*endef\b/.test(line)) defining = false;
      continue;
    }
    if (line.startsWith('\t')) {
      for (const rule of open) rule.recipe.push(line.slice(1));
      continue;
    }
    const plain = line.replace(/(^|\s)#.*$/, '').trimEnd();
    // Both ways of a condition are read: which one is taken is known on the machine alone.
    if (plain.trim() === '' || CONDITIONAL.test(plain)) continue;
    const assigned = ASSIGNMENT.exec(plain);
    if (assigned !== null) {
      const [, name = '', value = ''] = assigned;
      if (/\+=/.test(plain)) variables.set(name, `${variables.get(name) ?? ''} ${value}`.trim());
      else if (!variables.has(name)) variables.set(name, value.trim());
      continue;
    }
    const rule = /^([^:=]+?)\s*::?(?!=)\s*(.*)$/.exec(plain);
    if (rule === null) continue;
    const [, names = '', rest = ''] = rule;
    // A variable of one target is not a prerequisite.
    if (/^[\w.-]+\s*[:?+]?=/.test(rest)) continue;
    const [needs = '', ...recipe] = rest.split(';');
    open = names.split(/\s+/).map((name) => {
      const known = rules.get(name) ?? { needs: [], recipe: [] };
      rules.set(name, known);
      if (first === undefined && !/^\.(?!\/)|%|\$/.test(name)) first = name;
      known.needs.push(...needs.split(/\s+/).filter((one) => one !== '' && one !== '|'));
      if (recipe.length > 0) known.recipe.push(recipe.join(';').trim());
      return known;
    });
  }
  return { rules, variables, ...defined({ first }) };
}

/** What `make` knows itself. Where programs are installed nobody says `DESTDIR` in a build. */
const builtIn: ReadonlyMap<string, string> = new Map([
  ['MAKE', 'make'],
  ['CC', 'cc'],
  ['CXX', 'g++'],
  ['AR', 'ar'],
  ['RM', 'rm -f'],
  ['SHELL', 'sh'],
  ['CURDIR', '.'],
  ['DESTDIR', ''],
]);

/** Beyond these no project goes; a file may be made to. */
const limits = { expansions: 2000, depth: 8, chain: 200, lines: 2000 };

/** `$(NAME)` filled in; what a function gives, or the environment, stays a variable of the shell. */
function expand(
  text: string,
  variables: ReadonlyMap<string, string>,
  left: { expansions: number },
  depth = 0,
): string {
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== '$') {
      out += text[at];
      continue;
    }
    const next = text[at + 1] ?? '';
    if (next !== '(' && next !== '{') {
      // `$$x` is the shell's, `$@` and its like are names of files.
      out += next === '$' ? '$' : '$made';
      at += 1;
      continue;
    }
    const close = next === '(' ? ')' : '}';
    let level = 1;
    let end = at + 2;
    for (; end < text.length && level > 0; end += 1) {
      if (text[end] === next) level += 1;
      else if (text[end] === close) level -= 1;
    }
    const name = text.slice(at + 2, end - 1);
    const value = variables.get(name) ?? builtIn.get(name);
    if (value !== undefined && depth < limits.depth && left.expansions > 0) {
      left.expansions -= 1;
      out += expand(value, variables, left, depth + 1);
    } else out += /^\w+$/.test(name) ? `$${name}` : '$made';
    at = end - 1;
  }
  return out;
}

/** The lines that a shell each gets, in the order in which make would run them. */
export function makeCommands(text: string, call: MakeCall): readonly string[] {
  const { rules, variables, first } = parseMakefile(text);
  const all = new Map([...variables, ...call.variables]);
  const lines: string[] = [];
  const done = new Set<string>();
  const left = { expansions: limits.expansions };
  const run = (target: string, depth: number): void => {
    if (done.has(target) || depth > limits.chain || lines.length > limits.lines) return;
    done.add(target);
    const rule = rules.get(target);
    if (rule === undefined) return;
    for (const need of rule.needs.flatMap((one) => expand(one, all, left).split(/\s+/)))
      run(need, depth + 1);
    for (const line of rule.recipe) lines.push(expand(line.replace(/^[\s@+-]+/, ''), all, left));
  };
  for (const target of call.targets.length > 0 ? call.targets : [first ?? '']) run(target, 0);
  return lines;
}
