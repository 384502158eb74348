// What a new Node.js and its npm have to be told so that an old project installs and builds.

import type { Call } from '../../../machine/calls/calls.ts';
import {
  asksForOldDigest,
  legacyDigests,
  mayHaveNewLock,
} from '../../../machine/languages/node-limits.ts';
import { majorOfNode } from '../../../machine/versions/node.ts';
import type { SourceNode } from '../../../source/node.ts';
import type { Field } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Variable } from './environment.ts';

type Job = {
  /** Versions of Node.js that its rows set up, as the setup step is asked for them. */
  readonly versions: readonly string[];
  readonly calls: readonly Call[];
  readonly variables: readonly Variable[];
  /** Where the language is named. */
  readonly at: SourceNode | undefined;
};

/** Variables of the job. */
export function nodeVariables(job: Job, context: TranslationContext): readonly Field[] {
  return [...digestVariable(job, context), ...peerVariable(job, context)];
}

/** For a job all of whose versions are 17 or newer: older ones refuse the option. */
function digestVariable(
  { versions, calls, variables, at }: Job,
  { repository, report }: TranslationContext,
): readonly Field[] {
  if (versions.length === 0 || versions.some((version) => majorOfNode(version) < 17)) return [];
  if (calls.some(({ word }) => /^(?:nvm|n)$/.test(word))) return [];
  if (variables.some(({ name }) => name === 'NODE_OPTIONS')) return [];
  const name = asksForOldDigest(repository);
  if (name === undefined) return [];
  if (at !== undefined)
    report(
      'as-before',
      at,
      `\`${name}\` of \`package.json\` uses a digest that Node.js has not had by default since 17; a variable of the job brings it back`,
      `update \`${name}\`, then remove \`NODE_OPTIONS\``,
    );
  return [{ name: 'NODE_OPTIONS', value: legacyDigests }];
}

/** npm 7 and later install peers, and give up where they do not fit; a floating version meant npm 6 or before. */
function peerVariable(
  { versions, calls, at }: Job,
  { repository, report }: TranslationContext,
): readonly Field[] {
  if (!versions.some((version) => /^(?:latest|lts\/\*)$/.test(version))) return [];
  const installs = calls.some(
    ({ word, args }) => word === 'npm' && args.some((arg) => /^(?:i|install|ci|update)$/.test(arg)),
  );
  if (!installs || !repository.paths.includes('package.json') || mayHaveNewLock(repository))
    return [];
  if (at !== undefined)
    report(
      'as-before',
      at,
      'npm has installed peers since 7, and fails where they do not fit; a variable of the job has it do as before',
      'commit a `package-lock.json` of a new npm, then remove `npm_config_legacy_peer_deps`',
    );
  return [{ name: 'npm_config_legacy_peer_deps', value: 'true' }];
}
