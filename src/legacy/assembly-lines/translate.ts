// Assembly Lines (`resources`, `jobs`, `triggers`) are read and accounted for, and translated by nobody yet:
// each file says so once, and each of its root values is a person's to translate.

import type { MappingNode, SourceNode } from '../../source/node.ts';
import type { SourceDocument } from '../../source/parse.ts';
import type { Translation, TranslationContext } from '../translation.ts';

const help =
  'translate its jobs by hand: a job becomes a workflow job, an `IN` job a `needs`, a resource a secret, a variable or an artifact';

export function translateAssemblyLines(
  documents: readonly SourceDocument[],
  { report }: TranslationContext,
): Translation {
  for (const { root } of documents) if (root !== undefined) leaveByHand(root, report);
  return {
    system: 'shippable-assembly-lines',
    sources: documents,
    workflows: [],
    documents: [],
    texts: [],
    secrets: [],
  };
}

/** Marks a node, and with it everything below, as a person's to translate. */
export function leaveByHand(node: SourceNode, report: TranslationContext['report']): void {
  report(
    'assembly-lines',
    node,
    'Assembly Lines are not translated; they are left to a person',
    help,
  );
}

/** The root values of a CI file that belong to Assembly Lines. */
const assemblyLineKeys = ['resources', 'jobs', 'triggers'] as const;

export function hasAssemblyLines(root: MappingNode): boolean {
  return root.entries.some(({ key }) => (assemblyLineKeys as readonly string[]).includes(key.text));
}
