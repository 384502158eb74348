// `pre_ci_boot` with `env` and `options` for the official image (shippable.md 15). Where the runner stands for that
// image there is no `docker run`: variables, folders and names of hosts are given to the runner, and the rest it has.

import { defined, filled } from '../../../ground/defined.ts';
import { type Line, traced } from '../../../output/tree.ts';
import { parseAssignments } from '../../../shell/assignments.ts';
import { quoteWord, splitWords } from '../../../shell/words.ts';
import type { SourceNode } from '../../../source/node.ts';
import type { Step } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Variable } from '../environment/environment.ts';
import type { Boot } from '../keys/config.ts';

export type RunnerBoot = {
  /** They came before those of `env`. */
  readonly variables: readonly Variable[];
  readonly steps: readonly Step[];
};

/** Options whose effect every runner has, or that only a container needs; `true`: a value follows. */
const needless: Readonly<Record<string, boolean>> = {
  '--privileged': false,
  '--rm': false,
  '--init': false,
  '-d': false,
  '--detach': false,
  '-i': false,
  '--interactive': false,
  '-t': false,
  '--tty': false,
  '-it': false,
  '-P': false,
  '--publish-all': false,
  '-p': true,
  '--publish': true,
  '--expose': true,
  '--net': true,
  '--network': true,
  '-m': true,
  '--memory': true,
  '--memory-swap': true,
  '--memory-reservation': true,
  '--cpus': true,
  '-c': true,
  '--cpu-shares': true,
  '--cpuset-cpus': true,
  '--shm-size': true,
  '--ulimit': true,
  '--cap-add': true,
  '--cap-drop': true,
  '--security-opt': true,
  '--device': true,
  '--ipc': true,
  '--pid': true,
  '--log-driver': true,
  '--log-opt': true,
  '--name': true,
  '--label': true,
  '-l': true,
  '--restart': true,
};

/** Paths that Shippable mounted anyway, or that a shell on the machine of the engine sees without a mount. */
const needlessFolder =
  /^(?:\/var\/run\/docker\.sock|\/usr\/(?:local\/)?bin\/docker|\/root\b.*|\/tmp|\/home\/\w+)$/;

export function bootOnRunner(
  boot: Boot | undefined,
  { report, otherwise }: TranslationContext,
): RunnerBoot {
  if (boot === undefined) return { variables: [], steps: [] };
  const variables: Variable[] = [];
  const lines: Line[] = [];
  for (const node of boot.env ?? []) {
    variables.push(...variablesOf(node.text, node));
    otherwise('no-variable', node, `\`${node.text}\` does not set a variable that has an effect`);
  }
  const { options } = boot;
  if (options !== undefined) {
    const words = splitWords(options.text).words;
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? '';
      const long = /^(--[\w-]+)=(.*)$/s.exec(word);
      const short = long === null ? /^(-[evmpuhcl])(.+)$/s.exec(word) : null;
      const name = long?.[1] ?? short?.[1] ?? word;
      const attached = long?.[2] ?? short?.[2];
      if (needless[name] === false || (needless[name] === true && attached !== undefined)) continue;
      if (!name.startsWith('-')) continue;
      const value = attached ?? words[++at] ?? '';
      if (needless[name] === true) continue;
      if (name === '-e' || name === '--env') {
        // The runner has a home of its own.
        if (!value.startsWith('HOME=')) variables.push(...variableOf(value, options));
      } else if (name === '-v' || name === '--volume') lines.push(...folderLines(value, options));
      else if (name === '--add-host') lines.push(hostLine(value, options));
      else
        report(
          'boot-option',
          options,
          `\`${name}\` in \`options\` has no equivalent on the runner, which replaces the official image`,
          'check whether the commands need it; an image of your own in `image_name` is booted with every option',
        );
    }
    otherwise(
      'needless-boot-option',
      options,
      'these options are for the container of the official image; the runner, which replaces it, needs none of them',
    );
  }
  return {
    variables,
    steps:
      lines.length === 0
        ? []
        : [
            {
              kind: 'run',
              name: 'Create the folders and hosts from the options',
              ...defined({ before: filled(boot.node.before) }),
              run: lines,
            },
          ],
  };
}

const variablesOf = (text: string, node: SourceNode): readonly Variable[] =>
  parseAssignments(text).assignments.map(({ name, source, value }) => ({
    name,
    source,
    ...defined({ value }),
    from: [node],
    before: [],
  }));

/** One `NAME=value` that is a word already; a name alone takes over what the job has anyway. */
function variableOf(word: string, node: SourceNode): readonly Variable[] {
  const at = word.indexOf('=');
  const name = word.slice(0, Math.max(at, 0));
  if (!/^[A-Za-z_]\w*$/.test(name)) return [];
  const value = word.slice(at + 1);
  const rest = { name, from: [node], before: [] };
  return /[$`]/.test(value)
    ? [{ ...rest, source: `"${value.replaceAll('"', '\\"')}"` }]
    : [{ ...rest, source: quoteWord(value), value }];
}

/** A mounted folder: there for the user of the runner, under the name that commands use. */
function folderLines(value: string, node: SourceNode): readonly Line[] {
  const [from = '', to = from] = value.split(':');
  if (to === '' || needlessFolder.test(to)) return [];
  const inside = quoted(to);
  if (/^(?:\$PWD|\$\(pwd\)|\$\{?(?:SHIPPABLE_BUILD_DIR|SHIPPABLE_REPO_DIR)\}?|\.)$/.test(from))
    return [traced(`sudo ln -sfn "$GITHUB_WORKSPACE" ${inside}`, node)];
  const make = traced(
    `sudo mkdir -p ${quoted(from)} && sudo chown "$(id -u)" ${quoted(from)}`,
    node,
  );
  return from === to ? [make] : [make, traced(`sudo ln -sfn ${quoted(from)} ${inside}`, node)];
}

const quoted = (path: string): string => (/[$`]/.test(path) ? `"${path}"` : quoteWord(path));

function hostLine(value: string, node: SourceNode): Line {
  const at = value.indexOf(':');
  const line = `${value.slice(at + 1)} ${value.slice(0, at)}`;
  return traced(`echo ${quoteWord(line)} | sudo tee -a /etc/hosts`, node);
}
