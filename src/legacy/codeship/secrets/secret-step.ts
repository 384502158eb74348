// The step that writes a job's secrets to files, where every variable is a secret of its own. The lists stand there once;
// the Compose file and the actions read the files as they read opened ones.

import { expression, property } from '../../../expression/expression.ts';
import type { Text } from '../../../expression/text.ts';
import { defined, filled } from '../../../ground/defined.ts';
import { type Line, traced } from '../../../output/tree.ts';
import { quoteWord } from '../../../shell/words.ts';
import type { Field, RunStep } from '../../../workflow/model.ts';
import type { SecretNeed } from '../../translation.ts';
import type { Leaf } from '../steps/items.ts';
import type { Sealed } from './sealed.ts';

/** A line of a file of variables; without a secret, the variable is empty. */
type SecretLine = {
  readonly name: string;
  readonly secret?: string;
  /** A value that holds secrets and more. */
  readonly value?: Text;
};
type SecretAccount = {
  /** The key of the registry in a dockercfg. */
  readonly registry: string;
  readonly username: string;
  readonly password: string;
};

/** A file that a job writes from secrets, where the encrypted one would have been opened to. */
export type SecretFile = {
  readonly sealed: Sealed;
  readonly lines: readonly SecretLine[];
  readonly accounts: readonly SecretAccount[];
};

export type SecretPlan = {
  /** Whether every variable is a secret of its own. */
  readonly isEach: boolean;
  /** The files that steps need; none where the key opens them. */
  readonly filesOf: (leaves: readonly Leaf[]) => readonly SecretFile[];
  /** The secrets in place of the key. */
  readonly needs: readonly SecretNeed[];
};

/** Variables by which bash, or the runner, would take another meaning from a secret. */
const special =
  /^(?:PATH|HOME|SHELL|SHELLOPTS|BASH\w*|ENV|IFS|PWD|OLDPWD|UID|EUID|PPID|GROUPS|PS\d|LD_\w+|DYLD_\w+|RUNNER_\w+|ACTIONS_\w+|TMPDIR|LANG|LANGUAGE|LC_\w+|POSIXLY_CORRECT|CDPATH|GLOBIGNORE|RANDOM|SECONDS|LINENO|OPTIND|REPLY|_|file|name|from|value|pair|user|password|separator)$/;

const variableOf = (secret: string): string => (special.test(secret) ? `secret_${secret}` : secret);

export function secretStep(files: readonly SecretFile[]): RunStep | undefined {
  if (files.length === 0) return undefined;
  const secrets = files.flatMap(({ lines, accounts }) => [
    ...lines.flatMap(({ secret }) => secret ?? []),
    ...accounts.flatMap(({ username, password }) => [username, password]),
  ]);
  const env = [...new Set(secrets)].map(
    (name): Field => ({ name: variableOf(name), value: property(expression`secrets`, name) }),
  );
  const composed = files.flatMap(({ lines }, at) =>
    lines.flatMap(({ name, value }): Field[] =>
      value === undefined ? [] : [{ name: composedName(name, at), value }],
    ),
  );
  env.push(...composed);
  const variables = files.filter(({ accounts }) => accounts.length === 0);
  const dockercfgs = files.filter(({ accounts }) => accounts.length > 0);
  return {
    kind: 'run',
    name: 'Write the secrets to files',
    ...defined({ env: filled(env) }),
    run: [
      traced('umask 077'),
      ...(variables.length === 0 ? [] : putFunction),
      ...variables.map((file) => putLine(file, files.indexOf(file))),
      ...(dockercfgs.length === 0 ? [] : loginFunction),
      ...dockercfgs.map(loginLine),
    ],
  };
}

const lines = (text: string): readonly Line[] => text.split('\n').map((line) => traced(line));

/** A secret that nobody created is left out, as a variable that the file did not have. */
const putFunction = lines(`put() { # FILE VARIABLE[=SECRET]...
  local file="$RUNNER_TEMP/codeship/$1" pair name from
  mkdir -p "\${file%/*}"
  for pair in "\${@:2}"; do
    name=\${pair%%=*} from=\${pair#*=}
    if [[ -z $from ]]; then echo "$name="
    elif [[ -n \${!from} ]]; then echo "$name=\${!from//$'\\n'/\\\\n}"
    fi
  done > "$file"
}`);

const composedName = (name: string, at: number): string =>
  `open_${at + 1}_${name.replace(/\W/g, '_')}`;

const putLine = ({ sealed, lines: of }: SecretFile, at: number): Line => {
  const words = of.map(({ name, secret, value }) => {
    if (value !== undefined) return `${name}=${composedName(name, at)}`;
    if (secret === undefined) return `${name}=`;
    const from = variableOf(secret);
    return from === name ? name : `${name}=${from}`;
  });
  return traced(`put ${[sealed.name, ...words].map(quoteWord).join(' ')}`);
};

/** The old format of a dockercfg, which has registries at its top. */
const loginFunction = lines(`dockercfg() { # FILE REGISTRY USERNAME PASSWORD...
  local file="$RUNNER_TEMP/codeship/$1" separator='' user password
  mkdir -p "\${file%/*}"
  shift
  {
    printf '{'
    while (($#)); do
      user=\${!2} password=\${!3}
      if [[ -n $password ]]; then
        printf '%s"%s":{"auth":"%s"}' "$separator" "$1" "$(printf %s:%s "$user" "$password" | base64 --wrap=0)"
        separator=,
      fi
      shift 3
    done
    printf '}'
  } > "$file"
}`);

const loginLine = ({ sealed, accounts }: SecretFile): Line => {
  const words = accounts.flatMap(({ registry, username, password }) => [
    registry,
    variableOf(username),
    variableOf(password),
  ]);
  return traced(`dockercfg ${[sealed.name, ...words].map(quoteWord).join(' ')}`);
};
