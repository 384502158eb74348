// Paths of a services file and of the repository. CodeShip read every path from the folder of the services file
// (codeship.md 1.1); GitHub's steps start at the root of the checkout.

/**
 * A path as written in `folder` ('' is the root) as a path of the repository: `./b/` in `a` is `a/b`, the root is ''.
 * Undefined where it is absolute, leaves the repository, or is an address, as of a context that Docker fetches.
 */
export function repositoryPath(folder: string, written: string): string | undefined {
  if (/^[/~]/.test(written) || isAddress(written)) return undefined;
  const parts: string[] = [];
  for (const part of [...folder.split('/'), ...written.split('/')]) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** Where Docker fetches a context from. */
export const isAddress = (written: string): boolean => /^(?:[a-z][a-z+]*:\/\/|git@)/i.test(written);

/**
 * The path of a file that the services or steps file names: encrypted, with variables or credentials. CodeShip looked for
 * all of them in the checkout, so that a slash in front stood for its root.
 */
export const filePath = (folder: string, written: string): string | undefined =>
  repositoryPath(folder, fromRoot(written));

/** Without the slashes in front. */
export const fromRoot = (written: string): string => written.replace(/^\/+/, '');

/** How a file of the repository is written in a file that lies in `folder`: always with `./` or `../`. */
export function relativeTo(folder: string, path: string): string {
  const up = folder === '' ? '' : '../'.repeat(folder.split('/').length);
  return `${up === '' ? './' : up}${path}`;
}

/** Whether a path lies in a folder of the repository ('' is the root), or is it. */
export const isWithin = (folder: string, path: string): boolean =>
  folder === '' || path === folder || path.startsWith(`${folder}/`);
