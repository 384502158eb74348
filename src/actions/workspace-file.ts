// Files that an input names: they lie in the workspace, also when a link in a checkout points elsewhere.

import path from 'node:path';
import { fail, ok, type Result } from '../ground/result.ts';
import type { Host } from '../host/host.ts';

export type WorkspaceFile = {
  /** Absolute. */
  readonly path: string;
  /** Below the workspace, without `.` or `..`, with `/`. */
  readonly name: string;
};

/** Finds a file by its path below the workspace; refuses what lies outside, also by a symbolic link. */
export function workspaceFile(host: Host, given: string): Result<WorkspaceFile> {
  if (isNoPath(given)) return contentGiven;
  const workspace = host.env['GITHUB_WORKSPACE'] || process.cwd();
  const file = path.resolve(workspace, given);
  const name = path.relative(workspace, file);
  const real = host.files.realPath(file);
  if (real === undefined && readsAsBase64(given)) return contentGiven;
  if (!isBelow(name)) {
    return fail(
      `${given} is outside of the workspace.`,
      'Use a file of the repository, with its path relative to the root of the checkout.',
    );
  }
  if (real === undefined) {
    return fail(
      `${given} was not found in the workspace.`,
      'Put a step with actions/checkout before this one, and check the path: it is relative to the root of the checkout.',
    );
  }
  const realWorkspace = host.files.realPath(workspace) ?? workspace;
  if (!isBelow(path.relative(realWorkspace, real))) {
    return fail(`${given} is a link that leads out of the workspace.`, 'Commit the file itself.');
  }
  return ok({ path: real, name: name.split(path.sep).join('/') });
}

/** An input was given what is in a file, not its path. It may be a secret, so no message shows it. */
const contentGiven = fail(
  'An input for the path of a file was given content, which is not shown here.',
  'Commit the file (CodeShip encrypted it for that) and write its path, or write the content to a file below RUNNER_TEMP in an earlier step: `printenv CONTENT >"$RUNNER_TEMP/file"` with the secret under `env:`.',
);

/** A line of JSON or YAML, a key, what CodeShip encrypted, or a name that no system takes. */
function isNoPath(given: string): boolean {
  return (
    /["\r\n]|^[{}\]],?$|^\{\s*\}|-----BEGIN|^[a-z]+:v\d+\s/.test(given.trim()) ||
    given.split('/').some((part) => Buffer.byteLength(part) > 255)
  );
}

const readsAsBase64 = (given: string): boolean =>
  /^[A-Za-z0-9+/]{40,}={0,2}$/.test(given) || /^(?:eyJ|eyA|ewo|ew0K)/.test(given);

/**
 * A place to read or write, which need not exist: in the workspace, or in the temporary folder of the job; never beyond a
 * link that leads out of both. It is absolute, with every link in it followed.
 */
export function workspacePlace(host: Host, given: string): Result<string> {
  if (isNoPath(given)) return contentGiven;
  const workspace = path.resolve(host.env['GITHUB_WORKSPACE'] || process.cwd());
  const place = path.resolve(workspace, given);
  const real = realPlace(host, place);
  const roots = [workspace, path.resolve(host.temporaryFolder)].map(
    (root) => host.files.realPath(root) ?? root,
  );
  const isInside = roots.some((root) => real === root || isBelow(path.relative(root, real ?? '/')));
  if (real !== undefined && isInside) return ok(real);
  return fail(
    `${given} leads out of the workspace.`,
    'Use a path in the workspace, without links that lead out of it, or a path in RUNNER_TEMP.',
  );
}

/** The part of a path that exists by its real name; undefined where a link in it leads nowhere. */
function realPlace(host: Host, place: string): string | undefined {
  const missing: string[] = [];
  for (let at = place; ; at = path.dirname(at)) {
    const real = host.files.realPath(at);
    if (real !== undefined || path.dirname(at) === at) return path.join(real ?? at, ...missing);
    // Named in its folder, and not to be followed.
    if (host.files.list(path.dirname(at))?.includes(path.basename(at))) return undefined;
    missing.unshift(path.basename(at));
  }
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
