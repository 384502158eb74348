// What a push tells: its outputs, the runner's list of artifacts, the summary of the step.

import path from 'node:path';
import type { Host } from '../../host/host.ts';
import { dockerHub } from '../../image/reference.ts';
import type { Outcome } from './push-repository.ts';

const words: Readonly<Record<Outcome['state'], string>> = {
  uploaded: 'pushed',
  tagged: 'pushed (manifest only)',
  present: 'was there already',
  failed: 'failed',
  cancelled: 'not pushed: the job was cancelled',
};

export function logOutcomes(host: Host, outcomes: readonly Outcome[]): void {
  for (const { target, state, digest, readBack } of outcomes) {
    if (state === 'failed') continue;
    if (state === 'cancelled') {
      host.log(`${target.text}: ${words.cancelled}`);
      continue;
    }
    host.log(
      `${target.text} ${digest}: ${words[state]}${readBack ? '' : ', digest not read back'}`,
    );
  }
}

/** Reference to digest, JSON, of what is at its registry now. */
export function digestsOf(outcomes: readonly Outcome[]): string {
  const pairs = outcomes.flatMap(({ target, digest }) =>
    digest === undefined ? [] : [[target.text, digest]],
  );
  return JSON.stringify(Object.fromEntries(pairs));
}

/** The same for programs that read sums of files, actions/attest among them: `HEX  NAME`, each image of a repository once. */
export function checksumsOf(outcomes: readonly Outcome[]): string {
  const lines = outcomes.flatMap(({ target: { reference }, digest }) => {
    const hex = /^sha256:([0-9a-f]{64})$/.exec(digest ?? '')?.[1];
    const host = reference.host === dockerHub ? 'index.docker.io' : reference.host;
    return hex === undefined ? [] : [`${hex}  ${host}/${reference.path}`];
  });
  return [...new Set(lines)].join('\n');
}

/** Lines for the file in which newer runners collect what a job made; nothing where the runner has none. */
export function recordArtifacts(host: Host, outcomes: readonly Outcome[]): void {
  const file = host.env['GITHUB_ARTIFACTS'];
  if (!file) return;
  const lines = outcomes.flatMap(({ target, digest }) =>
    digest === undefined ? [] : [`oci://${target.reference.name}@${digest}\n`],
  );
  if (lines.length === 0) return;
  const before = host.files.read(file) ?? '';
  if (host.files.list(path.dirname(file)) === undefined) return;
  host.files.write(file, [before, ...new Set(lines)].join(''), 0o644);
}

/** A table of every reference. */
export function summaryOf(title: string, outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ target, state, digest }) => {
    const mark = state === 'failed' ? '❌' : state === 'cancelled' ? '⏹️' : '✅';
    return `| \`${target.text}\` | ${digest === undefined ? '' : `\`${digest}\``} | ${mark} ${words[state]} |`;
  });
  return [
    `### Push of ${title}`,
    '',
    '| Reference | Digest | |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}
