// Signatures by the `cosign` that a step before installed: nothing of sigstore is in this project.

import { defined, filled } from '../../ground/defined.ts';
import type { Failure } from '../../ground/failure.ts';
import type { ExecResult, Host } from '../../host/host.ts';
import type { pushInterface } from '../../interfaces/push.ts';
import { shownWords } from '../../registry/protocol/token.ts';
import { splitWords } from '../../shell/words.ts';
import type { Inputs } from '../program.ts';
import type { ClientConfig } from './own-credentials.ts';
import type { Outcome } from './push-repository.ts';

/** What cosign reads, and other programs do not get: its password, and the job's right to an identity token. */
const needs = [
  'COSIGN_PASSWORD',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_URL',
] as const;

const installer =
  'Add this step before it: `uses: sigstore/cosign-installer@faadad0cce49287aee09b3a48701e75088a2c6ad # v4.0.0`.';

/** Fails before anything is pushed, where nothing could be signed. */
export async function signingProblem(
  host: Host,
  inputs: Inputs<typeof pushInterface>,
): Promise<Failure | undefined> {
  if (splitWords(inputs['sign-options']).error !== undefined)
    return { message: 'Input sign-options cannot be split into words.' };
  const found = await host.exec('cosign', ['version']);
  if (found.kind === 'exited' && found.exitCode === 0) return undefined;
  return { message: '`sign: true` needs the program cosign on PATH.', remedy: installer };
}

/** Signs each digest once, by its repository, whatever tags it has. */
export async function signAll(
  host: Host,
  client: ClientConfig,
  inputs: Inputs<typeof pushInterface>,
  outcomes: readonly Outcome[],
): Promise<readonly Failure[]> {
  const names = outcomes.flatMap(({ target, digest }) =>
    digest === undefined ? [] : [`${target.reference.name}@${digest}`],
  );
  const key = inputs['sign-key'];
  const failures: Failure[] = [];
  for (const name of new Set(names)) {
    const result: ExecResult = await host.exec(
      'cosign',
      [
        'sign',
        '--yes',
        ...(key === '' ? [] : ['--key', 'env://TRANSSHIP_SIGN_KEY']),
        ...splitWords(inputs['sign-options']).words,
        name,
      ],
      {
        env: { ...client.env, ...defined({ TRANSSHIP_SIGN_KEY: filled(key) }) },
        needs,
      },
    );
    if (result.kind === 'exited' && result.exitCode === 0) {
      host.log(`Signed ${name}`);
      continue;
    }
    if (host.cancelled()) break;
    const said =
      result.kind === 'exited' ? (result.stderr.trim().split('\n').at(-1) ?? '') : 'gone';
    failures.push({
      message: `\`${name}\` was pushed, but not signed: ${shownWords(said, 500)}`,
      remedy:
        key === ''
          ? 'Signing with the identity of the job needs `permissions: id-token: write` and access to Fulcio and Rekor. Otherwise set `sign-key`.'
          : 'Check `sign-key` and the variable COSIGN_PASSWORD. Without access to Rekor: `sign-options: --use-signing-config=false --tlog-upload=false`.',
    });
  }
  return failures;
}
