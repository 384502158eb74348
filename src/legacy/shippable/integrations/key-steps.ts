// Keys of integrations: loaded into an SSH agent, and written to `/tmp/ssh/NAME` where a command names it
// (shippable.md 2.7, 3.3).

import { standingFor } from '../../../expression/expression.ts';
import type { Repository } from '../../../ground/repository.ts';
import { integrationPrefix } from '../../../integration/prefix.ts';
import { traced } from '../../../output/tree.ts';
import type { Section } from '../../../source/keys.ts';
import type { Step } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Command } from '../keys/config.ts';
import type { keyIntegrationKeys } from '../keys/keys.ts';
import { type SecretNames, secret } from '../secrets/secret-names.ts';
import { withScripts } from '../secrets/secure-candidates.ts';
import { hasSecrets } from './secret-guard.ts';

type KeyItem = Section<typeof keyIntegrationKeys>;

export function keySteps(
  item: KeyItem,
  commands: readonly Command[],
  inContainer: boolean,
  secrets: SecretNames,
  { report, repository }: TranslationContext,
): Step[] {
  const name = item.integrationName;
  if (name === undefined) {
    report(
      'integration-without-name',
      item.node,
      'this integration has no name, so Shippable rejected it',
      'set the name that the key had in the subscription',
    );
    return [];
  }
  const isPem = /pem/i.test(item.type?.text ?? '');
  const wanted = `${integrationPrefix(name.text)}_INTEGRATION_${isPem ? 'KEY' : 'PRIVATEKEY'}`;
  const given = secrets.need(wanted, `private key of the integration \`${name.text}\``, name);
  const file = `/tmp/ssh/${name.text}`;
  const from = [name, ...(item.type === undefined ? [] : [item.type])];
  const other = otherName(name.text, commands, repository);
  const steps: Step[] = [];
  const before = item.node.before.length > 0 ? { before: item.node.before } : {};
  if (!inContainer) {
    steps.push({
      kind: 'run',
      name: traced(`Load the key ${name.text}`, name),
      ...before,
      if: hasSecrets,
      env: [{ name: 'PRIVATE_KEY', value: standingFor(secret(given), ...from) }],
      run: loadKey.map((text) => ({ text, from: [] })),
    });
  }
  if (
    inContainer ||
    withScripts(commands, repository).some(({ text }) => text.includes('/tmp/ssh'))
  ) {
    steps.push({
      kind: 'run',
      name: traced(`Write the key ${name.text}`, name),
      if: hasSecrets,
      ...(inContainer ? { shell: 'boot {0}' } : {}),
      env: [{ name: 'PRIVATE_KEY', value: standingFor(secret(given), ...from) }],
      run: [
        { text: 'mkdir -p -m 700 /tmp/ssh', from: [] },
        { text: `(umask 077; printf '%s\\n' "$PRIVATE_KEY" > ${quotePath(file)})`, from: [name] },
        ...(other === undefined ? [] : [{ text: `ln -s ${quotePath(file)} ${other}`, from: [] }]),
      ],
    });
  }
  return steps;
}

/** The file's name without what a variable cannot have, where commands or their scripts use it. */
function otherName(
  name: string,
  commands: readonly Command[],
  repository: Repository,
): string | undefined {
  const plain = name.replace(/\W/g, '');
  const path = `/tmp/ssh/${plain}`;
  const names = new RegExp(`${path}(?!\\w)`);
  const isUsed = withScripts(commands, repository).some(({ text }) => names.test(text));
  return plain === name || plain === '' || !isUsed ? undefined : path;
}

/** All keys go into one agent of the job's own, which ends with it. */
const loadKey = [
  'export SSH_AUTH_SOCK="$RUNNER_TEMP/ssh-agent"',
  '[ -S "$SSH_AUTH_SOCK" ] || ssh-agent -a "$SSH_AUTH_SOCK" > /dev/null',
  'echo "SSH_AUTH_SOCK=$SSH_AUTH_SOCK" >> "$GITHUB_ENV"',
  // A key that was stored on Windows has line ends that ssh-add refuses.
  `ssh-add -q - <<< "\${PRIVATE_KEY//$'\\r'/}"`,
];

const quotePath = (path: string): string =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
