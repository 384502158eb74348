// Which variables of the environment a file reads, language by language, and which it gives a value. Text alone: nothing
// is run, and a program that builds a name at run time is not seen.

type Read = {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** The file goes on with another value where the variable has none. */
  readonly hasDefault: boolean;
};

export type FileVariables = {
  readonly reads: readonly Read[];
  /** Names that the file gives a value, for itself. */
  readonly sets: ReadonlySet<string>;
  /** Names that it gives a value in everything that runs in an image: `ENV` of a Dockerfile. */
  readonly gives: ReadonlySet<string>;
};

type Form = {
  readonly pattern: RegExp;
  /** What stands behind the match where there is another value. */
  readonly orElse?: RegExp;
  /** The match is an assignment. */
  readonly sets?: true;
};

const name = String.raw`([A-Za-z_]\w*)`;
const upper = '([A-Z][A-Z0-9_]+)';
const quoted = String.raw`["'\x60]${name}["'\x60]`;
const orOperator = /^\s*(?:\|\||\?\?)(?!\s*(?:undefined|null|''|""|process\.|throw))/;
const secondArgument = /^\s*,(?!\s*(?:default\s*=\s*)?(?:None|null|nil)\b)/;

const re = (source: string): RegExp => new RegExp(source, 'g');

const javascript: readonly Form[] = [
  { pattern: re(String.raw`\b(?:process|import\.meta)\.env\.${name}(?=\s*=[^=])`), sets: true },
  { pattern: re(String.raw`\b(?:process|import\.meta)\.env\??\.${name}`), orElse: orOperator },
  { pattern: re(String.raw`\bprocess\.env(?:\?\.)?\[\s*${quoted}\s*\]`), orElse: orOperator },
  { pattern: re(String.raw`\bDeno\.env\.get\(\s*${quoted}\s*\)`), orElse: orOperator },
];
const ruby: readonly Form[] = [
  { pattern: re(String.raw`\bENV\[\s*${quoted}\s*\](?=\s*(?:\|\|)?=[^=~])`), sets: true },
  {
    pattern: re(String.raw`\bENV\[\s*${quoted}\s*\]`),
    orElse: /^\s*\|\|(?!\s*(?:raise|fail|abort|ENV))/,
  },
  {
    pattern: re(String.raw`\bENV\.fetch\(\s*${quoted}\s*`),
    orElse: /^(?:,|\)\s*(?:\{|do\b)(?!\s*(?:raise|fail|abort)))/,
  },
  { pattern: re(String.raw`\bENV\.fetch\s+${quoted}`), orElse: /^\s*,/ },
];
const python: readonly Form[] = [
  { pattern: re(String.raw`\benviron\[\s*${quoted}\s*\](?=\s*=[^=])`), sets: true },
  { pattern: re(String.raw`\benviron\.setdefault\(\s*${quoted}`), sets: true },
  { pattern: re(String.raw`\benviron\[\s*${quoted}\s*\]`) },
  {
    pattern: re(
      String.raw`\b(?:environ\.get|getenv|get_env|get_env_variable|env_var)\(\s*${quoted}`,
    ),
    orElse: secondArgument,
  },
  {
    pattern: re(
      String.raw`\b(?:env|config|env\.(?:str|int|bool|list|url|db|db_url|cache|cache_url|json))\(\s*["']${upper}["']`,
    ),
    orElse: secondArgument,
  },
];
const php: readonly Form[] = [
  {
    pattern: re(String.raw`\b(?:getenv|env|env_get)\(\s*${quoted}`),
    orElse: /^\s*(?:,(?!\s*(?:null|''|""))|\)\s*\?[:?])/,
  },
  { pattern: re(String.raw`\$_(?:ENV|SERVER)\[\s*${quoted}\s*\]`), orElse: /^\s*\?[:?]/ },
];
const jvm: readonly Form[] = [
  {
    pattern: re(String.raw`\bgetenv\(\)?(?:\.get(?:OrDefault)?\()?\s*"${name}"`),
    orElse: /^\s*(?:,|\)\s*\?:)/,
  },
  {
    pattern: re(String.raw`\bsys\.env(?:\.get(?:OrElse)?|\.apply)?\(\s*"${name}"`),
    orElse: /^\s*(?:,|\)\s*\.getOrElse)/,
  },
  { pattern: re(String.raw`\(System/getenv\s+"${name}"`) },
];
const go: readonly Form[] = [
  { pattern: re(String.raw`\bos\.(?:Getenv|LookupEnv)\(\s*"${name}"`) },
  {
    pattern: re(String.raw`\b(?:env|envconfig):"${upper}`),
    orElse: /^[^\x60]*(?:envDefault|default):/,
  },
  { pattern: re(String.raw`\bEnvVars?:\s*(?:\[\]string\{)?"${upper}"`) },
];
const elixir: readonly Form[] = [
  {
    pattern: re(String.raw`\bSystem\.(?:get_env|fetch_env!?)\(\s*"${name}"`),
    orElse: /^\s*(?:,|\)\s*\|\|(?!\s*raise))/,
  },
  { pattern: re(String.raw`\{:system,\s*(?:\w+,\s*)?"${name}"`), orElse: /^\s*,/ },
];
const dotnet: readonly Form[] = [
  {
    pattern: re(String.raw`\bGetEnvironmentVariable\(\s*"${name}"`),
    orElse: /^\s*\)\s*\?\?(?!\s*throw)/,
  },
];
const rust: readonly Form[] = [
  {
    pattern: re(String.raw`\benv(?:::var(?:_os)?\(|!\()\s*"${name}"`),
    orElse: /^\s*\)\s*\.unwrap_or/,
  },
];
const perl: readonly Form[] = [
  { pattern: re(String.raw`\$ENV\{\s*["']?${name}["']?\s*\}`), orElse: /^\s*\|\|/ },
];
const shell: readonly Form[] = [
  {
    pattern: re(String.raw`\$\{[#!?]?${upper}(?=[}:\-=?+%#/,^])`),
    orElse: /^(?::?[-=][^}]|:(?![?+\-=])[^}])/,
  },
  { pattern: re(String.raw`(?<![\\$])\$${upper}\b`) },
  { pattern: re(String.raw`\bprintenv\s+${upper}\b`) },
];
const make: readonly Form[] = [...shell, { pattern: re(String.raw`\$\(${upper}\)`) }];
const templates: readonly Form[] = [
  { pattern: re(String.raw`\$\{(?:env[.:])?${upper}`), orElse: /^(?::?-[^}]|:(?![?+\-=])[^}]+|,)/ },
  { pattern: re(String.raw`\.Env\.${upper}`) },
  { pattern: re(String.raw`\b(?:env|getenv|getv)\s+["']/?${upper}["']`) },
  { pattern: re(String.raw`%\(ENV_${upper}\)s`) },
  { pattern: re(String.raw`%env\((?:\w+:)*${upper}\)%`) },
  ...ruby,
];

const byEnding: readonly (readonly [RegExp, readonly Form[]])[] = [
  [/\.(?:js|jsx|mjs|cjs|ts|tsx|vue|coffee|svelte)$/i, javascript],
  [
    /\.(?:rb|rake|ru|erb|gemspec|jbuilder)$|(?:^|\/)(?:Gemfile|Rakefile|Capfile|Guardfile|Fastfile|Appfile|Matchfile)$/i,
    ruby,
  ],
  [/\.(?:py|wsgi)$/i, python],
  [/\.(?:php|phtml|inc)$/i, php],
  [/\.(?:java|kt|kts|scala|sbt|groovy|gradle|clj)$/i, jvm],
  [/\.go$/i, go],
  [/\.(?:ex|exs)$/i, elixir],
  [/\.(?:cs|fs|vb)$/i, dotnet],
  [/\.rs$/i, rust],
  [/\.(?:pl|pm)$/i, perl],
  [/\.(?:sh|bash|zsh|ksh)$/i, shell],
  [/(?:^|\/)(?:Makefile|makefile|GNUmakefile)[^/]*$|\.mk$/, make],
  [/(?:^|\/)(?:[^/]*[.-])?Dockerfile[^/]*$|\.dockerfile$/i, shell],
  [
    /\.(?:ya?ml|json|conf|cfg|ini|toml|xml|properties|tmpl|ctmpl|tpl|template|tf|hcl)$|(?:^|\/)\.(?:npmrc|pypirc|yarnrc[^/]*)$/i,
    templates,
  ],
];

/** Whether a file of this name is read at all. A file without an ending is where it is a script. */
export const mayReadVariables = (path: string): boolean =>
  byEnding.some(([ending]) => ending.test(path)) || /(?:^|\/)[^./]+$/.test(path);

function formsFor(path: string, text: string): readonly Form[] {
  const found = byEnding.find(([ending]) => ending.test(path))?.[1];
  if (found !== undefined) return found;
  const [first = ''] = text.split('\n', 1);
  if (!first.startsWith('#!')) return [];
  return /python/.test(first)
    ? python
    : /ruby/.test(first)
      ? ruby
      : /node/.test(first)
        ? javascript
        : /perl/.test(first)
          ? perl
          : shell;
}

export function variablesOf(path: string, text: string): FileVariables {
  const forms = formsFor(path, text);
  const reads: Read[] = [];
  const sets = new Set<string>();
  const lineAt = lineCounter(text);
  const add = (found: string, index: number, hasDefault: boolean): void => {
    reads.push({ name: found, line: lineAt(index), hasDefault });
  };
  for (const { pattern, orElse, sets: isSet } of forms) {
    for (const match of text.matchAll(pattern)) {
      const [whole, found = ''] = match;
      if (isSet) sets.add(found);
      else {
        const end = match.index + whole.length;
        const behind = text.slice(end, end + 60).replace(/^[}\]]*(?=\s*(?:\|\||\?\?|\?:))/, '');
        add(found, match.index, orElse?.test(behind) ?? false);
      }
    }
  }
  if (forms === javascript) javascriptAliases(text, add);
  if (forms === shell || forms === make) {
    for (const [, found = ''] of text.matchAll(
      /(?:^|[;&|({\s])(?:export\s+|local\s+|readonly\s+|declare\s+(?:-\w+\s+)*)?([A-Z][A-Z0-9_]+)\s*(?:\+|:|\?)?=(?!=)(?!\s*"?\$\{?\1\b)/gm,
    ))
      sets.add(found);
    for (const [, found = ''] of text.matchAll(
      /\b(?:read(?:\s+-\w+)*|for|getopts\s+\S+)\s+([A-Z][A-Z0-9_]+)\b/g,
    ))
      sets.add(found);
  }
  return { reads, sets, gives: isDockerfile(path) ? dockerfileNames(text, sets) : new Set() };
}

const isDockerfile = (path: string): boolean =>
  /(?:^|\/)(?:[^/]*[.-])?Dockerfile[^/]*$|\.dockerfile$/i.test(path);

/** What `ENV` gives; an `ARG` is set for the build alone, whatever it is given. */
function dockerfileNames(text: string, sets: Set<string>): ReadonlySet<string> {
  const gives = new Set<string>();
  const joined = text.replace(/\\\r?\n/g, ' ');
  for (const [, rest = ''] of joined.matchAll(/^[ \t]*ENV[ \t]+(.+)$/gim)) {
    const pairs = [...rest.matchAll(/\b([A-Za-z_]\w*)=("[^"]*"|'[^']*'|\S*)/g)];
    const [, first = '', value = ''] = /^([A-Za-z_]\w*)\s+(.*)$/.exec(rest) ?? [];
    const all =
      pairs.length > 0
        ? pairs.map(([, key = '', word = '']) => [key, word] as const)
        : [[first, value] as const];
    // `ENV X=$X` passes on what the build is given.
    for (const [key, word] of all) if (key !== '' && !/^["']?\$/.test(word)) gives.add(key);
  }
  for (const [, found = ''] of joined.matchAll(/^[ \t]*ARG[ \t]+([A-Za-z_]\w*)/gim))
    sets.add(found);
  return gives;
}

/** `const { A, B: b, C = 1 } = process.env`, and `env.A` where `env` is `process.env`. */
function javascriptAliases(
  text: string,
  add: (name: string, index: number, hasDefault: boolean) => void,
): void {
  for (const match of text.matchAll(/\{([^{}]{1,2000})\}\s*=\s*process\.env\b(?!\.)/g)) {
    const [, body = ''] = match;
    for (const part of body.matchAll(/(?:^|,)\s*([A-Za-z_]\w*)\s*(?::\s*\w+\s*)?(=)?/g)) {
      const [, found = '', sign] = part;
      add(found, match.index + 1 + part.index, sign !== undefined);
    }
  }
  const aliases = new Set(
    [...text.matchAll(/\b(\w+)\s*=\s*process\.env\b(?!\s*[.[?])/g)].map(([, alias = '']) => alias),
  );
  if (/\{\s*env\s*\}\s*=\s*(?:process|require\(['"](?:node:)?process['"]\))\b(?!\.)/.test(text))
    aliases.add('env');
  for (const alias of aliases) {
    if (!/^[A-Za-z_]\w*$/.test(alias)) continue;
    for (const match of text.matchAll(
      new RegExp(String.raw`(?<![\w.])${alias}\.([A-Z][A-Z0-9_]+)\b`, 'g'),
    )) {
      const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
      add(match[1] ?? '', match.index, orOperator.test(behind));
    }
  }
}

/** The line of an offset; offsets may come in any order. */
function lineCounter(text: string): (index: number) => number {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
  return (index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
