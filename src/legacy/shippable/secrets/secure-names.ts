// Which variables the `secure` values held. Only Shippable could decrypt them, names included (shippable.md 2.4,
// 11.23). A comment at the value may say the name; else the names that commands read and nothing sets are left.

import { variablesSet } from '../../../shell/variables.ts';
import type { ScalarNode } from '../../../source/node.ts';
import { shippableVariables } from '../../../variables/shippable.ts';
import type { Command } from '../keys/config.ts';

/** Variables that GitHub's runner sets; other names that begin with `GITHUB_` are the user's. */
const ofGithub = new Set(
  [
    'ACTION ACTION_PATH ACTION_REF ACTION_REPOSITORY ACTIONS ACTOR ACTOR_ID API_URL BASE_REF ENV EVENT_NAME',
    'EVENT_PATH GRAPHQL_URL HEAD_REF JOB OUTPUT PATH REF REF_NAME REF_PROTECTED REF_TYPE REPOSITORY REPOSITORY_ID',
    'REPOSITORY_OWNER REPOSITORY_OWNER_ID RETENTION_DAYS RUN_ATTEMPT RUN_ID RUN_NUMBER SERVER_URL SHA STATE',
    'STEP_SUMMARY TRIGGERING_ACTOR WORKFLOW WORKFLOW_REF WORKFLOW_SHA WORKSPACE',
  ].flatMap((line) => line.split(' ').map((name) => `GITHUB_${name}`)),
);

/** Names that shells, runners and the images' tools set themselves. */
const ordinary =
  /^(?:HOME|PATH|PWD|OLDPWD|USER|SHELL|LANG|LC_\w+|TERM|TMPDIR|HOSTNAME|RANDOM|IFS|UID|EUID|PS\d|DISPLAY|JAVA_HOME|GOPATH|GOROOT|M2_HOME|ANDROID_\w+|NVM_DIR|VIRTUAL_ENV|PYTHONPATH|CI|RUNNER_\w+|BASH_\w+|SECONDS|LINENO|SSH_\w+|DEBIAN_FRONTEND|EDITOR|REPLY|OPTARG|OPTIND|_)$/;

const credential = /token|key|secret|passw|pwd|user|login|auth|cred|account|email|url|webhook/i;

/** Whether a name can be one that a person gave to a value: capitals, or letters of both kinds, or a telling word. */
const isName = (name: string): boolean =>
  /^[A-Z][A-Z0-9_]+$/.test(name) || /^_?[a-z]\w*[A-Z]\w*$/.test(name) || credential.test(name);

/**
 * Names that commands read, in their order, and that neither the file, nor a command, nor Shippable sets.
 * `read`: every name that something reads; `own`: names that the file sets.
 */
export function unsetNames(
  read: Iterable<string>,
  own: ReadonlySet<string>,
  commands: readonly Command[],
): string[] {
  const set = new Set(own);
  for (const { text } of commands) for (const name of variablesSet(text)) set.add(name);
  return [...read].filter(
    (name) =>
      isName(name) &&
      !set.has(name) &&
      !ordinary.test(name) &&
      !ofGithub.has(name) &&
      shippableVariables[name] === undefined &&
      // The vendor's own, whether it had it or not.
      !/^(?:SHIPPABLE|TRAVIS)_/.test(name) &&
      !/_INTEGRATION_/.test(name),
  );
}

/** The comments at a `secure` value: above its item, above itself, behind it. */
export function commentsOf(blob: ScalarNode): readonly string[] {
  const item = blob.parent?.kind === 'mapping' ? blob.parent : undefined;
  const list = item?.parent?.kind === 'sequence' ? item.parent : undefined;
  const isFirst = list !== undefined && list.items[0] === item;
  return [
    ...(isFirst ? list.before.slice(-1) : []),
    ...(item?.before ?? []),
    ...blob.before,
    ...[item?.behind, blob.behind].flatMap((text) => text ?? []),
  ].filter((comment, index, all) => all.indexOf(comment) === index);
}

/** The names that comments give: `# NAME`, `# NAME=...`, `# the NAME_OF_IT of the service`. */
export function namesInComments(
  comments: readonly string[],
  candidates: readonly string[],
): readonly string[] {
  const names = comments.flatMap((comment) => {
    const words = [...comment.matchAll(/(?<![\w./:@-])([A-Za-z_]\w*)(?![\w./@-])(=?)/g)];
    const [only] = words;
    if (
      words.length === 1 &&
      only?.[1] !== undefined &&
      /^[\s#`'"]*\w+\s*[=:`'"].*$|^[\s#]*\w+\s*$/.test(comment)
    )
      return /[A-Z_]/.test(only[1]) || credential.test(only[1]) ? [only[1]] : [];
    return words.flatMap(([, word = '', sign]) =>
      sign === '=' || candidates.includes(word) || /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(word)
        ? [word]
        : [],
    );
  });
  return [...new Set(names)].filter((name) => name.length > 2 && !ordinary.test(name));
}

/** Programs that read no variable but those that the shell expands for them. */
const transparent = new Set(
  (
    'cd pwd echo printf true false : test [ [[ exit return export unset set source . ls cat cp mv rm mkdir rmdir ' +
    'touch chmod chown ln grep sed awk sort uniq head tail wc tr cut find tar zip unzip gzip date sleep which type ' +
    'command curl wget tee docker git apt-get basename dirname realpath'
  ).split(' '),
);

/** Whether a section may read variables in ways that its text does not show: by a program, or a script that it runs. */
export const isOpaque = (words: Iterable<{ readonly word: string }>): boolean => {
  for (const { word } of words) if (!transparent.has(word)) return true;
  return false;
};
