// Badges of the retired services in a repository's documents.

import { codeRow } from '../diagnostic/codes.ts';
import type { Repository } from '../ground/repository.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { sourceFile } from '../source/source-file.ts';

const document = /(?:^|\/)(?:readme[^/]*|index)\.(?:md|markdown|rst|adoc|txt|html?)$|^readme$/i;
const badge = /https?:\/\/[\w.-]*(?:shippable\.com|codeship\.(?:com|io))\/[^\s)\]>"']*/gi;

/** One note for each line with an address of a retired service. */
export function findOldBadges(repository: Repository): readonly Diagnostic[] {
  return repository.paths
    .filter((path) => document.test(path) && path.split('/').length <= 2)
    .flatMap((path) => badgesOf(path, repository.read(path) ?? ''));
}

function badgesOf(path: string, text: string): Diagnostic[] {
  const file = sourceFile(path, text);
  const lines = new Set<number>();
  const found: Diagnostic[] = [];
  for (const match of text.matchAll(badge)) {
    const line = text.lastIndexOf('\n', match.index);
    if (lines.has(line)) continue;
    lines.add(line);
    found.push({
      code: 'old-badge',
      severity: codeRow('old-badge').severity,
      message: 'this line links to the old service',
      help: 'replace it with the badge of the new workflow',
      at: { file, start: match.index, end: match.index + match[0].length },
    });
  }
  return found;
}
