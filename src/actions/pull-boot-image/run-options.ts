/** Raw `docker run` options: which go to the engine as they are, and which the boot has to take over itself. */

/** A variable: its value, or undefined where each step's own value is meant (`-e NAME`). */
export type Pair = { readonly name: string; readonly value: string | undefined };

export type RunOptions = {
  /** For `docker create`, in order. */
  readonly create: readonly string[];
  readonly env: readonly Pair[];
  /** Paths of `--env-file`. */
  readonly envFiles: readonly string[];
  /** `--user`; without it, the user of the image. */
  readonly user?: string;
  readonly name?: string;
  /** Options without effect here, and why. */
  readonly ignored: readonly { readonly option: string; readonly why: string }[];
  /** What is wrong, without the words themselves: they may be part of a secret. */
  readonly problems: readonly string[];
};

type Handling =
  /** Goes on to the engine, without or with a value. */
  | { readonly kind: 'flag' }
  | { readonly kind: 'value' }
  | { readonly kind: 'env' | 'envFile' | 'user' | 'name' }
  | { readonly kind: 'ignored'; readonly takesValue: boolean; readonly why: string };

const flag: Handling = { kind: 'flag' };
const value: Handling = { kind: 'value' };
const ownWay = (takesValue: boolean, why: string): Handling => ({
  kind: 'ignored',
  takesValue,
  why,
});

/**
 * Options of `docker run` that are switches, or that the boot handles; every other one takes a value and goes to the
 * engine. Environment, user and folder never reach `docker create`: they would stay in a committed image.
 */
const handlings: Readonly<Record<string, Handling>> = {
  '--privileged': flag,
  '--init': flag,
  '--read-only': flag,
  '--publish-all': flag,
  '-P': flag,
  '--no-healthcheck': flag,
  '--oom-kill-disable': flag,
  '--disable-content-trust': flag,
  '--env': { kind: 'env' },
  '-e': { kind: 'env' },
  '--env-file': { kind: 'envFile' },
  '--user': { kind: 'user' },
  '-u': { kind: 'user' },
  '--name': { kind: 'name' },
  '--workdir': ownWay(true, 'a step runs in its own working directory'),
  '-w': ownWay(true, 'a step runs in its own working directory'),
  '--entrypoint': ownWay(true, 'the container waits for steps, so the entry point does not run'),
  '--rm': ownWay(false, 'the container is always removed with the job'),
  '--detach': ownWay(false, 'the container always runs in the background'),
  '-d': ownWay(false, 'the container always runs in the background'),
  '--interactive': ownWay(false, 'steps have an empty standard input'),
  '-i': ownWay(false, 'steps have an empty standard input'),
  '--tty': ownWay(false, 'steps have no terminal'),
  '-t': ownWay(false, 'steps have no terminal'),
  '--attach': ownWay(true, 'the output of steps is shown; the container itself has none'),
  '-a': ownWay(true, 'the output of steps is shown; the container itself has none'),
  '--restart': ownWay(true, 'the container ends with the job'),
  '--pull': ownWay(true, 'the input `pull` controls this'),
  '--quiet': ownWay(false, 'there is no output anyway'),
  '-q': ownWay(false, 'there is no output anyway'),
  '--sig-proxy': ownWay(false, 'signals always reach the step'),
  '--detach-keys': ownWay(true, 'there is no terminal to detach from'),
};

export function parseRunOptions(words: readonly string[]): RunOptions {
  const create: string[] = [];
  const env: Pair[] = [];
  const envFiles: string[] = [];
  const ignored: { option: string; why: string }[] = [];
  const problems: string[] = [];
  const single: { user?: string; name?: string } = {};
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!/^-./.test(word) || word === '--') {
      problems.push(`word ${words.length - rest.length} is not an option`);
      continue;
    }
    for (const { option, attached, last } of optionsOf(word)) {
      const handling = handlings[option] ?? value;
      const takesValue =
        handling.kind === 'flag' ? false : handling.kind === 'ignored' ? handling.takesValue : true;
      const given = attached ?? (takesValue && last ? rest.shift() : undefined);
      if (takesValue && given === undefined) {
        problems.push(`${option} has no value`);
        continue;
      }
      const text = given ?? '';
      if (handling.kind === 'ignored') ignored.push({ option, why: handling.why });
      else if (handling.kind === 'env') env.push(pair(text));
      else if (handling.kind === 'envFile') envFiles.push(text);
      else if (handling.kind === 'user' || handling.kind === 'name') single[handling.kind] = text;
      else if (handling.kind === 'flag')
        create.push(given === undefined ? option : `${option}=${given}`);
      else create.push(...(option.startsWith('--') ? [`${option}=${text}`] : [option, text]));
    }
  }
  return { create, env, envFiles, ignored, problems, ...single };
}

/** `NAME=value`, or `NAME` alone. */
export function pair(text: string): Pair {
  const equals = text.indexOf('=');
  return equals < 0
    ? { name: text, value: undefined }
    : { name: text.slice(0, equals), value: text.slice(equals + 1) };
}

type Option = {
  readonly option: string;
  readonly attached: string | undefined;
  /** Whether the next word may be its value. */
  readonly last: boolean;
};

/** One word holds one long option, or several short ones (`-it`), of which the last may bring its value (`-p80:80`). */
function optionsOf(word: string): readonly Option[] {
  if (word.startsWith('--')) {
    const equals = word.indexOf('=');
    return equals < 0
      ? [{ option: word, attached: undefined, last: true }]
      : [{ option: word.slice(0, equals), attached: word.slice(equals + 1), last: true }];
  }
  const options: Option[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const option = `-${word.charAt(at)}`;
    const handling = handlings[option] ?? value;
    const isSwitch =
      handling.kind === 'flag' || (handling.kind === 'ignored' && !handling.takesValue);
    const tail = word.slice(at + 1);
    if (tail.startsWith('=')) {
      options.push({ option, attached: tail.slice(1), last: true });
      break;
    }
    if (!isSwitch && tail !== '') {
      options.push({ option, attached: tail, last: true });
      break;
    }
    options.push({ option, attached: undefined, last: tail === '' });
  }
  return options;
}
