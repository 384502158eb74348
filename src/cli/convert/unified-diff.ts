// The difference that a conversion would make, as `git apply` takes it. Loaded only by `--dry-run`.

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { visible } from '../../ground/display-text.ts';
import type { PlannedFile } from '../../host/files/write-files.ts';
import type { Plan, RemovedFile } from './write-conversion.ts';

export function renderDiff({ files, removals }: Pick<Plan, 'files' | 'removals'>): string {
  return [...files.map(diffOf), ...removals.map(removalOf)].join('');
}

function removalOf({ path, text }: RemovedFile): string {
  const patch = createTwoFilesPatch(`a/${path}`, '/dev/null', text, '', undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  const mode = text.startsWith('#!') ? '100755' : '100644';
  return `diff --git a/${path} b/${path}\ndeleted file mode ${mode}\n${patch}`;
}

function diffOf({ file, state }: PlannedFile): string {
  if (state.kind === 'equal') return '';
  const isNew = state.kind === 'new' || state.kind === 'blocked';
  const at = visible(file.path);
  const patch = createTwoFilesPatch(
    isNew ? '/dev/null' : `a/${at}`,
    `b/${at}`,
    isNew ? '' : state.text,
    file.content,
    undefined,
    undefined,
    { context: 3, headerOptions: FILE_HEADERS_ONLY },
  );
  const mode = file.content.startsWith('#!') ? '100755' : '100644';
  const head = `diff --git a/${at} b/${at}\n`;
  return `${head}${isNew ? `new file mode ${mode}\n` : ''}${shownPatch(patch)}`;
}

/** Tabs mean something to `git apply`. What else a terminal would obey is shown, and such a line does not apply. */
const shownPatch = (patch: string): string =>
  patch
    .split('\n')
    .map((line) => line.split('\t').map(visible).join('\t'))
    .join('\n');
