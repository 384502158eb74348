// Files that an input names: they lie in the workspace, also when a link in a checkout points elsewhere.

import path from 'node:path';
import type { Host } from '../host/host.ts';

export type WorkspaceFile =
  | {
      readonly ok: true;
      /** Absolute. */
      readonly path: string;
      /** Below the workspace, without `.` or `..`, with `/`. */
      readonly name: string;
    }
  | { readonly ok: false; readonly message: string; readonly remedy: string };

/** Finds a file by its path below the workspace; refuses what lies outside, also by a symbolic link. */
export function workspaceFile(host: Host, given: string): WorkspaceFile {
  const workspace = host.env['GITHUB_WORKSPACE'] || process.cwd();
  const file = path.resolve(workspace, given);
  const name = path.relative(workspace, file);
  if (!isBelow(name)) {
    return {
      ok: false,
      message: `${given} lies outside the workspace.`,
      remedy: 'Name a file of the repository, by its path from the root of the checkout.',
    };
  }
  const real = host.files.realPath(file);
  if (real === undefined) {
    return {
      ok: false,
      message: `${given} was not found in the workspace.`,
      remedy:
        'Put a step with actions/checkout before this one, and check the path: it starts at the root of the checkout.',
    };
  }
  const realWorkspace = host.files.realPath(workspace) ?? workspace;
  if (!isBelow(path.relative(realWorkspace, real))) {
    return {
      ok: false,
      message: `${given} is a link out of the workspace.`,
      remedy: 'Commit the file itself.',
    };
  }
  return { ok: true, path: real, name: name.split(path.sep).join('/') };
}

/** Whether a relative path leads to something inside, and not to the folder itself. */
export function isBelow(relative: string): boolean {
  return (
    relative !== '' &&
    relative !== '..' &&
    !relative.startsWith(`..${path.sep}`) &&
    !path.isAbsolute(relative)
  );
}
