/** Credentials that actions leave in a workspace: they must not get into a committed image. */

import type { TarDecision } from './tar.ts';

const gitFolder = String.raw`(?:^|/)\.git/(?:modules/(?:.+/)?|worktrees/[^/]+/)?`;

const rows: readonly { readonly path: RegExp; readonly decision: TarDecision }[] = [
  // actions/checkout keeps its token there (`persist-credentials`).
  {
    path: new RegExp(`${gitFolder}config(?:\\.worktree)?$`),
    decision: { kind: 'replace', content: withoutCredentials },
  },
  { path: new RegExp(`${gitFolder}(?:\\.git-)?credentials$`), decision: { kind: 'drop' } },
  // google-github-actions/auth writes this file into the root of the workspace.
  { path: /^[^/]+\/gha-creds-[0-9a-f]+\.json$/, decision: { kind: 'drop' } },
];

/** What becomes of a file of the workspace, by its path in an archive that begins with the workspace's own name. */
export function workspaceDecision(path: string): TarDecision {
  return rows.find((row) => row.path.test(path.replace(/^\.\//, '')))?.decision ?? { kind: 'keep' };
}

/** A Git configuration without tokens, and without what points to files of the runner. */
export function withoutCredentials(config: string): string {
  let section = '';
  const kept: string[] = [];
  for (const line of logicalLines(config)) {
    section = /^\s*\[\s*([^\s\]"]+)/.exec(line)?.[1]?.toLowerCase() ?? section;
    if (section === 'credential') continue;
    if (/^(?:\s*\[[^\]]*\])?\s*(?:extraheader|sshcommand)\s*=/i.test(line)) continue;
    if (section.startsWith('include') && /git-credentials/.test(line)) continue;
    // A name in front of @ may be a token too; only ssh needs one.
    kept.push(line.replace(/(https?:\/\/)[^/@\s"]+@/gi, '$1'));
  }
  return kept.join('\n');
}

/** Lines, with those that a backslash continues as one. */
function logicalLines(text: string): readonly string[] {
  return text.replace(/\\\r?\n/g, '').split('\n');
}
