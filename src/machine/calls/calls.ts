// Which programs the commands of a job call: also those of the repository's scripts that they run.

import { defined } from '../../ground/defined.ts';
import type { Repository } from '../../ground/repository.ts';
import { functionsDefined, simpleCommands, textOf, wrappedBy } from '../../shell/commands.ts';
import type { SimpleCommand, Word } from '../../shell/syntax.ts';
import { makeCommands, readMakeCall } from './makefile.ts';
import { packageCommands, readPackageCall } from './package-scripts.ts';

export type Call = {
  /** After quote removal; as written where something in it is expanded. */
  readonly word: string;
  readonly args: readonly string[];
  /** Whether the word is known: nothing in it is expanded. */
  readonly isLiteral: boolean;
  /** Programs around this one, outermost first: `sudo`, `timeout`, a retry. */
  readonly wrappers: readonly Wrapper[];
  /** Of the whole simple command. */
  readonly command: SimpleCommand;
  /** Place in the text of the command; undefined in a script and in the argument of `sh -c`. */
  readonly offset?: number;
  /** The repository's file that it stands in: a script, a Makefile, the scripts of a package. */
  readonly script?: string;
  /** It is read by a shell that is not the section's own bash, and that gets no functions where it is not a bash. */
  readonly shell: 'own' | 'bash' | 'sh';
  /** Packages that the project lists, whose programs the scripts of a package find. */
  readonly local?: readonly string[];
  /** For a call without an offset: the word of the text that leads to it. */
  readonly outer?: Outer;
};

type Outer = {
  readonly word: string;
  readonly offset: number;
  /** It runs as root already. */
  readonly isRoot: boolean;
};

type Wrapper = {
  readonly word: string;
  readonly args: readonly string[];
  readonly offset: number;
};

export type Reading = {
  readonly calls: readonly Call[];
  /** Functions that the text, or a script that it sources, defines. */
  readonly functions: ReadonlySet<string>;
  /** Scripts of the repository that were read. */
  readonly scripts: readonly string[];
  /** Something runs whose commands could not be read: a script that is not there, `eval`, a variable. */
  readonly hasUnread: boolean;
};

const deepest = 4;
/** How often what a text runs again is read again. */
const mostRepeats = 8;

/** Where a text stands that is read. */
type Where = {
  readonly script?: string;
  readonly outer?: Outer;
  /** The working folder, as far as it is known, relative to the clone. */
  readonly folder: string;
  readonly shell: Call['shell'];
  readonly local?: readonly string[];
  readonly depth: number;
};

const known = new WeakMap<Repository, Map<string, Reading>>();

/** Reads one text, with everything of the repository that it runs by a shell. Each text is read once. */
export function readCalls(text: string, repository: Repository): Reading {
  const texts = known.get(repository) ?? new Map<string, Reading>();
  known.set(repository, texts);
  const reading = texts.get(text) ?? readText(text, repository);
  texts.set(text, reading);
  return reading;
}

function readText(text: string, repository: Repository): Reading {
  const calls: Call[] = [];
  const functions = new Set<string>();
  const scripts = new Set<string>();
  // What a call of the text itself has led to: it is read once, unless another call of the text runs it again.
  let seen = new Set<string>();
  let repeats = 0;
  let hasUnread = false;

  const isNew = (key: string, depth: number): boolean => {
    if (seen.has(key)) {
      if (depth > 0 || repeats === mostRepeats) return false;
      repeats += 1;
      seen = new Set();
    }
    seen.add(key);
    return true;
  };

  const readBody = (body: string, where: Where): void => {
    const { script, outer, shell, local } = where;
    for (const name of functionsDefined(body)) functions.add(name);
    let { folder } = where;
    for (const { command } of simpleCommands(body)) {
      const wrappers: Wrapper[] = [];
      let at = 0;
      for (;;) {
        const [name, ...rest] = command.words.slice(at);
        if (name === undefined) break;
        const args = rest.map(textOf);
        const word = textOf(name);
        calls.push({
          word,
          args,
          isLiteral: name.value !== undefined,
          wrappers: [...wrappers],
          command,
          shell,
          ...(outer === undefined ? { offset: name.start } : { outer }),
          ...defined({ local, script }),
        });
        const moved = folderAfter(word, args, folder);
        if (moved !== undefined) folder = moved;
        const within = outer ?? {
          word,
          offset: name.start,
          isRoot: wrappers.some((one) => one.word === 'sudo'),
        };
        follow(name, rest, { ...where, outer: within, folder });
        const skipped = wrappedBy(word, args);
        if (skipped === undefined) break;
        wrappers.push({ word, args: args.slice(0, skipped), offset: name.start });
        at += skipped + 1;
      }
    }
  };

  const follow = (name: Word, rest: readonly Word[], where: Where): void => {
    const { folder, depth } = where;
    const word = textOf(name);
    const args = rest.map(textOf);
    if (name.value === undefined && /^["']?\$/.test(word) && !word.includes('/')) hasUnread = true;
    const inline = inlineScript(word, rest);
    if (inline !== undefined) {
      readBody(inline, { ...where, shell: shellOf(word), depth: depth + 1 });
      return;
    }
    const project = depth < deepest ? projectBodies(word, args, folder, repository) : undefined;
    if (project !== undefined) {
      const { path, key, texts, packages, moved } = project;
      if (!isNew(`project ${key}`, depth)) return;
      for (const body of texts) {
        readBody(body, {
          ...where,
          script: path,
          shell: 'sh',
          folder: moved,
          depth: depth + 1,
          ...defined({ local: packages }),
        });
      }
      return;
    }
    const target = scriptOf(word, args);
    if (target === undefined) {
      if (word === 'eval') hasUnread = true;
      return;
    }
    const path = depth < deepest ? scriptAt(target, folder, repository) : undefined;
    const body = path === undefined ? undefined : shellText(path, word, repository);
    if (path === undefined || body === undefined) {
      hasUnread = true;
      return;
    }
    if (!isNew(path, depth)) return;
    scripts.add(path);
    const isSourced = word === 'source' || word === '.';
    const shell = isSourced ? where.shell : shellOf(SHELLS.test(word) ? word : firstLine(body));
    readBody(body, { ...where, script: path, shell, depth: depth + 1 });
  };

  readBody(text, { folder: '', shell: 'own', depth: 0 });
  return { calls, functions, scripts: [...scripts], hasUnread };
}

/** The file of the repository that a word names, from the folder or from the root. */
const scriptAt = (
  target: string,
  folder: string,
  { paths }: Pick<Repository, 'paths'>,
): string | undefined =>
  [joinPath(folder, target), joinPath('', target)].find((one) => paths.includes(one));

/** The text of a script, where a shell reads it. */
function shellText(path: string, word: string, repository: Repository): string | undefined {
  const body = GENERATED.test(path) ? '#!/bin/sh\nexec java\n' : repository.read(path);
  return body !== undefined && isShell(path, body, word) ? body : undefined;
}

/** Wrappers that Maven and Gradle write: the rest of what they call is for other systems. */
const GENERATED = /(?:^|\/)(?:mvnw|gradlew)$/;
const SHELLS = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|z|k)?sh$/;

const firstLine = (body: string): string => body.split('\n', 1)[0] ?? '';

/** By the name of a shell, or the first line of a script; one without such a line is read by its caller. */
const shellOf = (text: string): 'bash' | 'sh' =>
  /\bbash\b/.test(text) || !/sh\b/.test(text) ? 'bash' : 'sh';

type Bodies = {
  readonly path: string;
  /** Tells this call from others that run something else of the same file. */
  readonly key: string;
  readonly texts: readonly string[];
  readonly packages?: readonly string[];
  /** The folder in which they run. */
  readonly moved: string;
};

/** What a program runs that a file of the project says; undefined for other programs, and where the file is not there. */
function projectBodies(
  word: string,
  args: readonly string[],
  folder: string,
  repository: Repository,
): Bodies | undefined {
  if (word === 'make' || word === 'gmake') {
    const call = readMakeCall(args);
    const moved = joinPath(folder, call.folder ?? '');
    const names = call.file === undefined ? ['GNUmakefile', 'makefile', 'Makefile'] : [call.file];
    const path = names.map((name) => joinPath(moved, name)).find((one) => isThere(one, repository));
    const text = path === undefined ? undefined : repository.read(path);
    if (path === undefined || text === undefined) return undefined;
    const key = `${path}\n${call.targets.join(' ')}`;
    return { path, key, texts: makeCommands(text, call), moved };
  }
  const call = readPackageCall(word, args);
  if (call === undefined) return undefined;
  const moved = joinPath(folder, call.folder ?? '');
  const path = joinPath(moved, call.file);
  const text = isThere(path, repository) ? repository.read(path) : undefined;
  if (text === undefined) return undefined;
  const key = `${path}\n${call.scripts.join(' ')}`;
  return { path, key, moved, ...packageCommands(text, call) };
}

const isThere = (path: string, repository: Repository): boolean => repository.paths.includes(path);

/** The text behind `sh -c`. */
function inlineScript(word: string, rest: readonly Word[]): string | undefined {
  if (!SHELLS.test(word)) return undefined;
  const flag = rest.findIndex((one) => /^-[a-z]*c$/.test(textOf(one)));
  const script = flag < 0 ? undefined : rest[flag + 1];
  return script === undefined ? undefined : (script.value ?? script.raw.replace(/^"|"$/g, ''));
}

/** The path of the script that a command runs in a shell. */
function scriptOf(word: string, args: readonly string[]): string | undefined {
  if (SHELLS.test(word) || word === 'source' || word === '.') {
    return args.find((arg) => !/^[-+]/.test(arg));
  }
  return word.includes('/') && !word.startsWith('/') && !word.startsWith('~') ? word : undefined;
}

/** The folder of the clone has several names. */
const CLONE =
  /^"?(?:\$\{?(?:SHIPPABLE_BUILD_DIR|SHIPPABLE_REPO_DIR|GITHUB_WORKSPACE|PWD)\}?|\$\(pwd\)|`pwd`)"?\/?/;

function joinPath(folder: string, path: string): string {
  const parts = CLONE.test(path) ? path.replace(CLONE, '') : `${folder}/${path}`;
  const out: string[] = [];
  for (const part of parts.replaceAll('"', '').split('/')) {
    if (part === '..') out.pop();
    else if (part !== '' && part !== '.') out.push(part);
  }
  return out.join('/');
}

function folderAfter(word: string, args: readonly string[], folder: string): string | undefined {
  if (word !== 'cd' && word !== 'pushd') return undefined;
  const [target] = args;
  if (target === undefined || target.startsWith('/') || target.startsWith('~')) return undefined;
  return target === '-' ? '' : joinPath(folder, target);
}

function isShell(path: string, body: string, word: string): boolean {
  const [first = ''] = body.split('\n', 1);
  if (first.startsWith('#!')) return /\b(?:ba|da|z|k)?sh\b/.test(first);
  return SHELLS.test(word) || word === 'source' || word === '.' || /\.(?:ba)?sh$/.test(path);
}
