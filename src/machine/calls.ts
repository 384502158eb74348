// Which programs the commands of a job call: also those of the repository's scripts that they run.

import type { Repository } from '../ground/repository.ts';
import { functionsDefined, simpleCommands, textOf, wrappedBy } from '../shell/commands.ts';
import type { SimpleCommand, Word } from '../shell/syntax.ts';

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
  /** The repository's script that it stands in. */
  readonly script?: string;
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
  let hasUnread = false;

  const readBody = (
    body: string,
    script: string | undefined,
    outer: Outer | undefined,
    depth: number,
  ): void => {
    for (const name of functionsDefined(body)) functions.add(name);
    let folder = '';
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
          ...(outer === undefined ? { offset: name.start } : { outer }),
          ...(script === undefined ? {} : { script }),
        });
        const moved = folderAfter(word, args, folder);
        if (moved !== undefined) folder = moved;
        const within = outer ?? {
          word,
          offset: name.start,
          isRoot: wrappers.some((one) => one.word === 'sudo'),
        };
        follow(name, rest, script, within, folder, depth);
        const skipped = wrappedBy(word, args);
        if (skipped === undefined) break;
        wrappers.push({ word, args: args.slice(0, skipped), offset: name.start });
        at += skipped + 1;
      }
    }
  };

  const follow = (
    name: Word,
    rest: readonly Word[],
    script: string | undefined,
    outer: Outer,
    folder: string,
    depth: number,
  ): void => {
    const word = textOf(name);
    if (name.value === undefined && /^["']?\$/.test(word) && !word.includes('/')) hasUnread = true;
    const inline = inlineScript(word, rest);
    if (inline !== undefined) {
      readBody(inline, script, outer, depth + 1);
      return;
    }
    const target = scriptOf(word, rest.map(textOf));
    if (target === undefined) {
      if (word === 'eval') hasUnread = true;
      return;
    }
    const path = [joinPath(folder, target), joinPath('', target)].find((one) =>
      repository.paths.includes(one),
    );
    if (path === undefined || depth >= deepest) {
      hasUnread = true;
      return;
    }
    if (scripts.has(path)) return;
    const body = repository.read(path);
    if (body === undefined || !isShell(path, body, word)) {
      hasUnread = true;
      return;
    }
    scripts.add(path);
    readBody(body, path, outer, depth + 1);
  };

  readBody(text, undefined, undefined, 0);
  return { calls, functions, scripts: [...scripts], hasUnread };
}

const SHELLS = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|z|k)?sh$/;

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
