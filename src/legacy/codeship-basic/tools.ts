// Languages: CodeShip's machine had version managers with a default each (codeship.md 10.3); GitHub has setup actions.

import type { Repository } from '../../ground/repository.ts';
import { chooseRuby } from '../../machine/versions/ruby.ts';
import { type Literal, textOf, traced } from '../../output/tree.ts';
import type { SourceNode } from '../../source/node.ts';
import type { UsesStep } from '../../workflow/model.ts';
import type { TranslationContext } from '../translation.ts';
import type { Command } from './read.ts';
import { scriptLinesOf } from './repository-scripts.ts';
import { asksForGo } from './script.ts';

type Tool = 'ruby' | 'node' | 'python' | 'php' | 'java' | 'go';

/** A version, or the file of the repository that holds it. */
type Wanted = { readonly version: string; readonly file?: true };

type ToolRow = {
  readonly title: string;
  /** A line that chooses the version; the first group is its argument, if it has one. */
  readonly choice?: RegExp;
  /** What the argument may be left out for. */
  readonly withoutArgument?: Wanted;
  /** Commands that need the language. */
  readonly used: RegExp;
  readonly byDefault: (repository: Repository) => Wanted;
  readonly setup: (version: Literal, isFile: boolean) => Omit<UsesStep, 'kind'>;
  /** The version as the setup action has it; what it has not becomes what comes nearest. */
  readonly available: (version: string) => string;
};

const argument = String.raw`("[^"]*"|'[^']*'|\$\([^)]*\)|\x60[^\x60]*\x60|[^\s;&|]+)`;
const options = String.raw`(?:\s+--?[\w=-]+)*`;

const rows: Readonly<Record<Tool, ToolRow>> = {
  ruby: {
    title: 'Ruby',
    choice: new RegExp(`^rvm${options}\\s+(?:use|install)${options}\\s+${argument}${options}$`),
    used: /\b(?:bundle|bundler|gem|ruby|rake|rails|rspec|cucumber|rubocop|cap)\b/,
    byDefault: () => ({ version: '2.6.6' }),
    available: (version) => version.replace(/^ruby-/, '').replace(/@.*$/, ''),
    setup: (version) => ({
      name: 'Set up Ruby',
      uses: 'ruby/setup-ruby',
      with: [{ name: 'ruby-version', value: version }],
    }),
  },
  node: {
    title: 'Node.js',
    choice: new RegExp(
      `^nvm\\s+(?:use|install|alias\\s+default)(?=\\s|$)${options}(?:\\s+${argument})?${options}$`,
    ),
    withoutArgument: { version: '.nvmrc', file: true },
    used: /\b(?:npm|npx|node|yarn|grunt|gulp|bower|ember|jest|mocha|webpack)\b/,
    byDefault: ({ read }) =>
      /"engines"\s*:\s*\{[^}]*"node"/.test(read('package.json') ?? '')
        ? { version: 'package.json', file: true }
        : { version: '12.16.3' },
    available: (version) => version.replace(/^v(?=\d)/, '').replace(/^(?:node|stable)$/, 'latest'),
    setup: (version, isFile) => ({
      name: 'Set up Node.js',
      uses: 'actions/setup-node',
      with: [
        { name: isFile ? 'node-version-file' : 'node-version', value: version },
        { name: 'package-manager-cache', value: 'false', raw: true },
      ],
    }),
  },
  python: {
    title: 'Python',
    choice: new RegExp(
      `^pyenv\\s+(?:local|global|shell|install)${options}\\s+${argument}${options}$`,
    ),
    used: /\b(?:python2?|pip2?|pytest|tox|nosetests|manage\.py|pipenv|virtualenv)\b(?!-[a-z])/,
    byDefault: () => ({ version: '2.7' }),
    // Python 2 is in no setup action; PyPy keeps its language.
    available: (version) => {
      const [major, minor] = version.split('.').map(Number);
      if (major === 2) return 'pypy2.7';
      return major === 3 && minor !== undefined && minor < 8 ? '3.8' : version;
    },
    setup: (version, isFile) => ({
      name: 'Set up Python',
      uses: 'actions/setup-python',
      with: [{ name: isFile ? 'python-version-file' : 'python-version', value: version }],
    }),
  },
  php: {
    title: 'PHP',
    choice: new RegExp(`^phpenv\\s+(?:local|global|shell)\\s+${argument}$`),
    used: /\b(?:php|composer|phpunit|artisan|pecl|phpspec|behat|drush|wp)\b/,
    byDefault: () => ({ version: '7.3' }),
    available: (version) => version.replace(/^(\d+\.\d+)\.\S+$/, '$1'),
    setup: (version, isFile) => ({
      name: 'Set up PHP',
      uses: 'shivammathur/setup-php',
      with: [{ name: isFile ? 'php-version-file' : 'php-version', value: version }],
    }),
  },
  java: {
    title: 'the JDK',
    choice: new RegExp(`^jdk_switcher\\s+(?:use|home)\\s+${argument}$`),
    used: /\b(?:mvn|mvnw|gradle|gradlew|java|javac|ant|sbt|lein)\b/,
    byDefault: () => ({ version: 'openjdk8' }),
    available: (version) => /(\d+)$/.exec(version)?.[1] ?? '8',
    setup: (version) => ({
      name: 'Set up the JDK',
      uses: 'actions/setup-java',
      with: [
        // Temurin begins with 8.
        {
          name: 'distribution',
          value: /^[67]$|^9$/.test(textOf(version)) ? 'zulu' : 'temurin',
        },
        { name: 'java-version', value: version },
      ],
    }),
  },
  go: {
    title: 'Go',
    // CodeShip's script took the version from a variable.
    choice:
      /^(?:source|\.)\s+\/dev\/stdin\s+<<<\s+"\$\(curl\s[^)]*\/codeship\/scripts\/\w+\/languages\/go\.sh\)"$|^\\?curl\s.*\/codeship\/scripts\/\w+\/languages\/go\.sh\s*\|\s*bash\b.*$/,
    withoutArgument: { version: '$GO_VERSION' },
    used: asksForGo,
    byDefault: () => ({ version: '1.12' }),
    available: (version) => version,
    setup: (version) => ({
      name: 'Set up Go',
      uses: 'actions/setup-go',
      with: [
        { name: 'go-version', value: version },
        { name: 'cache', value: 'false', raw: true },
      ],
    }),
  },
};

export type Tools = {
  readonly steps: readonly Omit<UsesStep, 'kind'>[];
  /** The commands that are left. */
  readonly commands: readonly Command[];
};

/** `isGuess`: a manager is loaded, and no version is chosen so far. */
type Choice = {
  readonly wanted: Wanted;
  readonly from: readonly SourceNode[];
  readonly isGuess: boolean;
};

const sourcesNvm = /^(?:source|\.)\s+\S*nvm\.sh$/;

/** Setup actions for what the commands of one job choose, or need. */
export function takeTools(
  commands: readonly Command[],
  variables: ReadonlyMap<string, string>,
  context: TranslationContext,
  /** Whether a language that nothing chooses is set up where a command needs it. */
  withDefaults = true,
): Tools {
  const chosen = new Map<Tool, Choice>();
  const left: Command[] = [];
  /** Whether the part of a line is taken over, by a setup action or by a message. */
  const take = (part: string, { from }: Command): boolean => {
    const found = choiceOf(part, variables);
    if (found === undefined) {
      if (!sourcesNvm.test(part)) return false;
      const { wanted = rows.node.byDefault(context.repository), from: known = [] } =
        chosen.get('node') ?? {};
      chosen.set('node', { wanted, from: [...known, ...from], isGuess: !chosen.has('node') });
      return true;
    }
    const { tool, wanted } = found;
    const earlier = chosen.get(tool);
    const says = (message: string, help: string): true => {
      for (const node of from) context.report('basic-version', node, message, help);
      return true;
    };
    if (wanted === undefined)
      return says(
        `the version of ${rows[tool].title} in \`${part}\` is only known at run time`,
        'write the version in the setup action',
      );
    if (earlier !== undefined && !earlier.isGuess && earlier.wanted.version !== wanted.version)
      return says(
        `\`${part}\` selects another version of ${rows[tool].title} in the middle of the script; the workflow uses \`${earlier.wanted.version}\` throughout`,
        'move the lines that need the other version to a separate job',
      );
    chosen.set(tool, { wanted, from: [...(earlier?.from ?? []), ...from], isGuess: false });
    return true;
  };
  for (const command of commands) {
    let parts = command.text.split(/\s*&&\s*/);
    while (parts.length > 0 && take(parts[0] ?? '', command)) parts = parts.slice(1);
    if (parts.length > 0) left.push({ text: parts.join(' && '), from: command.from });
  }
  // A script cannot be taken apart, but what it chooses is set up before it.
  const inScripts = scriptLinesOf(commands, context.repository);
  for (const line of inScripts) {
    for (const part of line.text.split(/\s*&&\s*/)) {
      const found = choiceOf(part, variables);
      if (found?.wanted === undefined || chosen.get(found.tool)?.isGuess === false) continue;
      chosen.set(found.tool, { wanted: found.wanted, from: [], isGuess: false });
    }
  }
  const text = [...left, ...inScripts].map((command) => command.text).join('\n');
  for (const tool of Object.keys(rows) as Tool[]) {
    const row = rows[tool];
    if (withDefaults && !chosen.has(tool) && row.used.test(text))
      chosen.set(tool, { wanted: row.byDefault(context.repository), from: [], isGuess: true });
  }
  const steps = (Object.keys(rows) as Tool[]).flatMap((tool) => {
    const choice = chosen.get(tool);
    if (choice === undefined) return [];
    const { from } = choice;
    const wanted = tool === 'ruby' ? offeredRuby(choice, left, context) : choice.wanted;
    const version = wanted.file ? wanted.version : rows[tool].available(wanted.version);
    if (tool === 'python' && version !== wanted.version) {
      const user = left.find((command) => rows.python.used.test(command.text));
      tellNearest(wanted.version, version, from.length > 0 ? from : (user?.from ?? []), context);
    }
    return [rows[tool].setup(traced(version, ...from), wanted.file === true)];
  });
  return { steps, commands: left };
}

/** What setup-ruby has of a version, also of one that a file names: it refuses any other. */
function offeredRuby(
  { wanted, from }: Choice,
  commands: readonly Command[],
  { repository, report }: TranslationContext,
): Wanted {
  const asked = wanted.file
    ? (repository.read(wanted.version) ?? '').trim().split('\n')[0]
    : wanted.version;
  if (asked === undefined || asked === '') return wanted;
  const { spelled, change, way } = chooseRuby(asked);
  if (way !== 'setup') return wanted;
  if (change === undefined || change.why.startsWith('gemsets')) {
    return wanted.file ? wanted : { version: spelled };
  }
  const user = commands.find((command) => rows.ruby.used.test(command.text));
  const [node] = from.length > 0 ? from : (user?.from ?? []);
  if (node !== undefined) {
    const { file, start, end } = node;
    report(
      change.kind === 'near' ? 'near-version' : 'lost-version',
      { file, start, end },
      `Ruby ${asked} becomes ${spelled}: ${change.why}`,
      'set the same version in `.ruby-version` and the `Gemfile`, where they name one',
    );
  }
  return { version: spelled };
}

function choiceOf(
  line: string,
  variables: ReadonlyMap<string, string>,
): { readonly tool: Tool; readonly wanted: Wanted | undefined } | undefined {
  for (const tool of Object.keys(rows) as Tool[]) {
    const { choice, withoutArgument } = rows[tool];
    const match = choice?.exec(line);
    if (match === undefined || match === null) continue;
    const [, given] = match;
    if (given === undefined && withoutArgument?.version === '$GO_VERSION')
      return { tool, wanted: { version: variables.get('GO_VERSION') ?? '1.12' } };
    if (given === undefined) return { tool, wanted: withoutArgument };
    return { tool, wanted: wantedOf(tool, given, variables) };
  }
  return undefined;
}

function wantedOf(
  tool: Tool,
  given: string,
  variables: ReadonlyMap<string, string>,
): Wanted | undefined {
  const bare = given.replace(/^(["'])(.*)\1$/, '$2');
  const file = /^(?:\$\(|`)\s*(?:cat\s+|<\s*)([\w./-]+)\s*[)`]$/.exec(bare)?.[1];
  if (file !== undefined) return { version: file.replace(/^\.\//, ''), file: true };
  if (tool === 'ruby' && bare === '.') return { version: '.ruby-version', file: true };
  const variable = /^\$\{?(\w+)\}?$/.exec(bare)?.[1];
  const version = variable === undefined ? bare : variables.get(variable);
  return version === undefined || !/^[\w.@/*+-]+$/.test(version) ? undefined : { version };
}

function tellNearest(
  wanted: string,
  version: string,
  from: readonly SourceNode[],
  { report }: TranslationContext,
): void {
  for (const node of from)
    report(
      'basic-old-version',
      node,
      `no setup action has Python ${wanted}, so the job uses ${version}`,
      'if the tests need exactly that version, run them in a container of the official image',
    );
}
