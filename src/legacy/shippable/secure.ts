// `secure` values are encrypted with a key that died with Shippable, names included. What they held can only
// be guessed: by the names that commands read and nothing sets (shippable.md 2.4, 11.23).

import { variablesRead, variablesSet } from '../../shell/variables.ts';
import type { SourceNode } from '../../source/node.ts';
import { shippableVariables } from '../../variables/shippable.ts';
import type { Field } from '../../workflow/model.ts';
import type { TranslationContext } from '../translation.ts';
import type { Command, ShippableConfig } from './config.ts';
import type { Environment } from './environment.ts';
import type { Predefined } from './predefined.ts';
import { type SecretNames, secret } from './secret-names.ts';

export type PlacedSecrets = {
  /** `env:` lines for a step that runs these commands. */
  readonly forCommands: (commands: readonly Command[], isMain: boolean) => readonly Field[];
};

type Input = {
  readonly config: ShippableConfig;
  readonly environment: Environment;
  readonly commands: readonly Command[];
  readonly predefined: Predefined;
};

/** Names that shells, runners and the images' tools set themselves. */
const ordinary =
  /^(?:HOME|PATH|PWD|OLDPWD|USER|SHELL|LANG|LC_\w+|TERM|TMPDIR|HOSTNAME|RANDOM|IFS|UID|EUID|PS\d|DISPLAY|JAVA_HOME|GOPATH|GOROOT|M2_HOME|ANDROID_\w+|NVM_DIR|VIRTUAL_ENV|PYTHONPATH|CI|GITHUB_\w+|RUNNER_\w+|BASH_\w+|SECONDS|LINENO|SSH_\w+|DEBIAN_FRONTEND|EDITOR|_)$/;

export function placeSecrets(
  input: Input,
  secrets: SecretNames,
  { report }: TranslationContext,
): PlacedSecrets {
  const { config, environment, commands, predefined } = input;
  const blobs = [...environment.secure, ...environment.rows.flatMap((row) => row.secure)].map(
    ({ node }) => node,
  );
  const generics = [config.keys.integrations, config.keys.integration].flatMap(
    (family) => family?.generic ?? [],
  );
  if (blobs.length === 0 && generics.length === 0) return { forCommands: () => [] };
  const candidates = candidateNames(environment, commands, predefined);
  const placed = new Map<string, { secret: string; at: SourceNode }>();
  const unknown: Field[] = [];
  const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
  blobs.forEach((blob, index) => {
    // The last value may hold several pairs, as each may.
    const names =
      index < blobs.length - 1 ? candidates.slice(index, index + 1) : candidates.slice(index);
    if (names.length === 0) {
      const name = secrets.need(
        `SHIPPABLE_SECURE_${index + 1}`,
        'stands for a `secure` value whose variable is not known: rename it to the variable',
        blob,
      );
      unknown.push({ name, value: { text: secret(name), from: [blob] } });
      report(
        'secure-value',
        blob,
        'this value was encrypted for a key that is gone, and no command reads a variable that nothing sets',
        `find out which variable it held, and rename the secret \`${name}\` to it, here and in the workflow; if nobody knows, remove it`,
      );
      return;
    }
    for (const name of names) {
      const given = secrets.need(
        name,
        'read by a command and set by nothing else: a `secure` value held it',
        blob,
      );
      placed.set(name, { secret: given, at: blob });
    }
    report(
      'secure-value',
      blob,
      `this value was encrypted for a key that is gone; it held ${names.length === 1 ? '' : 'some of '}${list(names)}, which a command reads and nothing else sets`,
      `create the secret with a new value: gh secret set ${names[0]}`,
    );
  });
  for (const generic of generics) {
    const name = generic.integrationName;
    if (name === undefined) continue;
    const names = blobs.length > 0 ? [] : candidates;
    for (const candidate of names) {
      const given = secrets.need(
        candidate,
        `a key of the integration \`${name.text}\`, as far as its name tells`,
        name,
      );
      placed.set(candidate, { secret: given, at: name });
    }
    report(
      'generic-integration',
      name,
      `the keys of \`${name.text}\` were kept by Shippable${names.length > 0 ? `; ${list(names)} may be among them` : ''}`,
      'create a secret for each key, and add it to `env` of the steps that read it',
    );
  }
  return {
    forCommands(of, isMain) {
      const read = new Set(of.flatMap(({ text }) => [...variablesRead(text)]));
      const known = [...placed]
        .filter(([name]) => read.has(name))
        .map(
          ([name, { secret: given, at }]): Field => ({
            name,
            value: { text: secret(given), from: [at] },
          }),
        );
      return isMain ? [...known, ...unknown] : known;
    },
  };
}

function candidateNames(
  environment: Environment,
  commands: readonly Command[],
  predefined: Predefined,
): string[] {
  const own = new Set(
    [...environment.global, ...environment.rows.flatMap((row) => row.variables)].map(
      ({ name }) => name,
    ),
  );
  for (const { text } of commands) for (const name of variablesSet(text)) own.add(name);
  return [...predefined.read].filter(
    (name) =>
      /^[A-Z][A-Z0-9_]+$/.test(name) &&
      !own.has(name) &&
      !ordinary.test(name) &&
      shippableVariables[name] === undefined &&
      !/_INTEGRATION_/.test(name),
  );
}
