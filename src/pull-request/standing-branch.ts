// What stands on the branch of the pull request, and whether any of it is a person's: then it is not ours to overwrite.

import { originOf } from '../output/marker.ts';
import { type Answer, answer } from './answer.ts';
import { type Checkout, listedFiles, modeOf } from './checkout.ts';
import type { Comparison } from './github-api.ts';

export type Edit = {
  readonly path: string;
  readonly kind: 'edited' | 'foreign' | 'removed';
};

export type Standing = {
  readonly edits: readonly Edit[];
  /** Whether the branch changes the same files as we would, to the same content. */
  readonly same: boolean;
  /** Whether transship wrote anything on the branch, edited or removed since or not. */
  readonly begun: boolean;
};

/** GitHub lists no more files than this. */
const mostFiles = 300;
/** No file of ours is as large. */
const largest = 2_000_000;

/**
 * Compares by content: whatever a person did that changed no file of ours and no other (a merge of the base, an empty
 * commit) is not a loss.
 * @param compared what the branch has since it parted from the base
 * @param wanted path and content id of each file that we would change
 */
export async function inspectBranch(
  checkout: Checkout,
  compared: Comparison,
  wanted: ReadonlyMap<string, string>,
): Promise<Answer<Standing>> {
  const edits: Edit[] = [];
  const ids = new Map<string, string>();
  let begun = false;
  for (const { path, removed } of compared.files) {
    if (removed) {
      edits.push({ path, kind: 'removed' });
      continue;
    }
    const found = await readAtHead(checkout, path);
    if (!found.ok) return found;
    const { mode, id, text } = found.value;
    ids.set(path, id);
    const origin = text === undefined ? 'foreign' : originOf(text);
    if (origin !== 'foreign') begun = true;
    if (origin === 'ours' && mode === modeOf(text ?? '')) continue;
    edits.push({ path, kind: origin === 'foreign' ? 'foreign' : 'edited' });
  }
  // What we put there and is as on the base again leaves no trace in the comparison.
  const listed = new Set(compared.commits.flatMap(({ message }) => listedFiles(message)));
  if (listed.size > 0) begun = true;
  const seen = new Set(compared.files.map(({ path }) => path));
  for (const [path, id] of wanted) {
    if (!listed.has(path) || seen.has(path)) continue;
    const found = await readAtHead(checkout, path);
    if (!found.ok) return found;
    if (found.value.id === id) continue;
    edits.push({ path, kind: found.value.id === '' ? 'removed' : 'edited' });
  }
  if (compared.files.length >= mostFiles) edits.push({ path: '…', kind: 'foreign' });
  const same = ids.size === wanted.size && [...wanted].every(([path, id]) => ids.get(path) === id);
  return answer({ edits, same, begun });
}

type AtHead = { readonly mode: string; readonly id: string; readonly text: string | undefined };

async function readAtHead({ git }: Checkout, path: string): Promise<Answer<AtHead>> {
  const listed = await git.run([
    'ls-tree',
    '-l',
    '-z',
    'refs/transship/head',
    '--',
    `:(literal)${path}`,
  ]);
  if (!listed.ok) return listed;
  const [mode = '', type = '', id = '', size = ''] = listed.value.split('\t')[0]?.split(/ +/) ?? [];
  // A sub-module, a link, or too large to be ours.
  if (type !== 'blob' || !mode.startsWith('100') || Number(size) > largest) {
    return answer({ mode, id, text: undefined });
  }
  const content = await git.run(['cat-file', 'blob', id]);
  return content.ok ? answer({ mode, id, text: content.value }) : content;
}
