// The conversion of a checkout, and which of its files may be written over what stands on the base.

import path from 'node:path';
import { convertRepository, withDiagnostics } from '../cli/convert/convert-folder.ts';
import { planConversion, statesOf } from '../cli/convert/write-conversion.ts';
import type { Conversion } from '../convert/convert.ts';
import { defined } from '../ground/defined.ts';
import { type Answer, answer, noAnswer } from './answer.ts';
import type { Checkout } from './checkout.ts';
import { openGitTree } from './git-tree.ts';
import type { Work } from './work.ts';

const refusals = {
  edited: (base: string) => `was edited on \`${base}\` since transship wrote it`,
  foreign: (base: string) => `stands on \`${base}\` and is not transship's`,
  blocked: (base: string) => `cannot be written, for what stands in its place on \`${base}\``,
} as const;

export type Refused = { readonly path: string; readonly kind: keyof typeof refusals };

/** One sentence. */
export const whyRefused = ({ path: at, kind }: Refused, base: string): string =>
  `\`${at}\` ${refusals[kind](base)}, so it stays as it is.`;

export type Converted = {
  readonly conversion: Conversion;
  /** Those that are new or differ. */
  readonly files: readonly { readonly path: string; readonly content: string }[];
  /** Those that stay as they are on the base. */
  readonly refused: readonly Refused[];
};

export async function convertCheckout(
  { request, facts }: Work,
  checkout: Checkout,
): Promise<Answer<Converted>> {
  const tree = openGitTree(checkout.folder, checkout.base);
  const within = path.posix.normalize(request.path.replaceAll('\\', '/')).replace(/\/+$/, '');
  const isRoot = within === '.' || within === '';
  if (!isRoot && !tree.repository.paths.some((at) => at.startsWith(`${within}/`))) {
    return noAnswer(
      `${facts.name} has no folder \`${request.path}\`.`,
      'Name a folder of the repository in `path`.',
    );
  }
  const result = await convertRepository(
    {
      ...(isRoot ? {} : { within }),
      ...defined({ config: request.config }),
      choices: request.choices,
      serverUrl: request.server,
      ...defined({ actionRef: request.actionRef }),
    },
    tree,
  );
  if (result.kind === 'refused') {
    const why = result.diagnostics.map(({ message }) => `\n- ${message}`).join('');
    return noAnswer(`${facts.name}: ${result.message}.${why}`);
  }
  const plan = planConversion(result.conversion, tree.stateOf, request.force);
  const conversion = withDiagnostics(result.conversion, plan.diagnostics);
  const states = statesOf(plan);
  const files = conversion.files.filter((file) =>
    ['new', 'changed'].includes(states.get(file.path) ?? ''),
  );
  const refused = plan.files.flatMap(({ file, state: { kind } }): Refused[] =>
    states.get(file.path) === 'refused' && kind in refusals
      ? [{ path: file.path, kind: kind as Refused['kind'] }]
      : [],
  );
  return answer({ conversion, files, refused });
}
