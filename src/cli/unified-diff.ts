// The difference that a conversion would make, as `git apply` takes it. Loaded only by `--dry-run`.

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { PlannedFile } from '../host/write-files.ts';

export function renderDiff(files: readonly PlannedFile[]): string {
  return files.map(diffOf).join('');
}

function diffOf({ file, state }: PlannedFile): string {
  if (state.kind === 'equal') return '';
  const isNew = state.kind === 'new' || state.kind === 'blocked';
  const patch = createTwoFilesPatch(
    isNew ? '/dev/null' : `a/${file.path}`,
    `b/${file.path}`,
    isNew ? '' : state.text,
    file.content,
    undefined,
    undefined,
    { context: 3, headerOptions: FILE_HEADERS_ONLY },
  );
  const mode = file.content.startsWith('#!') ? '100755' : '100644';
  const head = `diff --git a/${file.path} b/${file.path}\n`;
  return `${head}${isNew ? `new file mode ${mode}\n` : ''}${patch}`;
}
