/** The environment rule: which variables of a step go into the container. The README says the same in words. */

export type Variables = Readonly<Record<string, string>>;

/** Belong to the machine or to the image: the image's own value holds, or none. */
const machineNames = new Set([
  'PATH',
  'HOSTNAME',
  'USER',
  'LOGNAME',
  'SHELL',
  'PWD',
  'OLDPWD',
  'SHLVL',
  '_',
  'TMPDIR',
  'TMP',
  'TEMP',
  // Files that a shell or the loader reads: the host's are not there, the container's would break the host.
  'BASH_ENV',
  'ENV',
  'LD_PRELOAD',
  'LD_LIBRARY_PATH',
  // How the host's docker client reaches its engine. The container has its own way.
  'DOCKER_HOST',
  'DOCKER_CONTEXT',
  'DOCKER_CONFIG',
  'DOCKER_CERT_PATH',
  'DOCKER_TLS',
  'DOCKER_TLS_VERIFY',
  'DOCKER_API_VERSION',
  'DOCKER_AUTH_CONFIG',
  'BUILDX_CONFIG',
  // The runner ends processes by the first, the other two are folders that only the host has.
  'RUNNER_TRACKING_ID',
  'RUNNER_TOOL_CACHE',
  'AGENT_TOOLSDIRECTORY',
  // Where `login` left the container's credentials on the host.
  'TRANSSHIP_CONTAINER_DOCKER_CONFIG',
]);

/** Given by the runner to every step, though the worker itself may have the same value. */
const always =
  /^(?:GITHUB_.*|RUNNER_.*|ACTIONS_ID_TOKEN_REQUEST_(?:URL|TOKEN)|CI|(?:https?|ftp|all|no)_proxy|(?:HTTPS?|FTP|ALL|NO)_PROXY)$/;

/** Whether a variable belongs to the place where a process runs: it crosses neither into the container nor out of it. */
export function belongsToMachine(name: string): boolean {
  return machineNames.has(name) || name.startsWith('XDG_');
}

/** A folder that the container shares, by its name here and there. */
export type SharedFolder = { readonly outside: string; readonly inside: string };

/** A path below one of the folders by its name inside; any other text as it is. */
function pathInContainer(value: string, folders: readonly SharedFolder[]): string {
  const folder = folders.find(
    ({ outside }) => value === outside || value.startsWith(`${outside}/`),
  );
  return folder === undefined ? value : folder.inside + value.slice(folder.outside.length);
}

/** Text of the container for the host: each mention of a folder by its name there gets its name here. */
export function withPathsOutside(text: string, folders: readonly SharedFolder[]): string {
  return folders.reduce(
    (changed, { inside, outside }) =>
      changed.replace(new RegExp(`${inside}(?![\\w.-])`, 'g'), () => outside),
    text,
  );
}

export type EnvironmentSources = {
  /** Of the container: `-e` options and the input `env`, in their order. They count as the image's own. */
  readonly container: Variables;
  /** Names in `env` and `-e NAME` without a value: the step's own value is meant, whatever it is. */
  readonly listed: readonly string[];
  /** Of the process that runs the step on the host. */
  readonly step: Variables;
  /** Folders that have another name inside: values that lie below one are named anew. The first that fits counts. */
  readonly folders: readonly SharedFolder[];
  /** Of the runner's worker: what the machine gave it, before the workflow added anything. */
  readonly worker: Variables;
  /** Set by earlier steps inside, by names that count only inside. */
  readonly inside: Variables;
  /** Set by us at the end: files, folders, the way to the engine. */
  readonly fixed: Variables;
};

/** Folders below RUNNER_TEMP that Shippable had inside the container, and that host steps use as well. */
export const sharedFolderVariables: readonly string[] = [
  'SHIPPABLE_ARTIFACTS_DIR',
  'SHIPPABLE_DATA_DIR',
  // Of a job of an Assembly Line: the programs of line-start, and its root where that is not the workspace.
  'SHIPPABLE_LINE_DIR',
  'BUILD_DIR',
];

/** The variables that a step's processes get beside those of the image. Later sources win over earlier ones. */
export function stepEnvironment(sources: EnvironmentSources): Variables {
  const listed = new Set(sources.listed);
  const crossing = Object.entries(sources.step).filter(
    ([name, value]) =>
      listed.has(name) ||
      (!belongsToMachine(name) && (always.test(name) || sources.worker[name] !== value)),
  );
  const moved = crossing.map(([name, value]) => [name, pathInContainer(value, sources.folders)]);
  return {
    ...sources.container,
    ...Object.fromEntries(moved),
    ...sources.inside,
    ...sources.fixed,
  };
}

/** PATH inside: what steps inside added (the newest first), the image's own, ours at one of its ends. */
export function pathInside(
  own: string,
  added: readonly string[],
  client: { readonly folder: string; readonly first: boolean } | undefined,
): string {
  const before = client?.first === true ? [client.folder] : [];
  const after = client?.first === false ? [client.folder] : [];
  return [...added, ...before, own, ...after].filter((part) => part !== '').join(':');
}
