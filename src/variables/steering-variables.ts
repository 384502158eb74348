// Variables that steer the programs of a machine, or tell later steps what only the runner may say. Text from a
// container or a legacy file never sets them for the steps of the job; all who hand variables on ask here.

const patterns: readonly RegExp[] = [
  /^PATH$/,
  // The loader, on Linux and macOS.
  /^(?:LD|DYLD)_/,
  // What a shell reads before it runs anything, and how it splits words.
  /^(?:BASH_ENV|ENV|IFS)$/,
  // Ours, and the runner's.
  /^(?:TRANSSHIP|GITHUB|RUNNER|ACTIONS)_/,
  // Node runs every action.
  /^NODE_(?:OPTIONS|PATH|EXTRA_CA_CERTS|TLS_REJECT_UNAUTHORIZED)$/,
  // git runs programs that these name, or takes another repository's settings. GIT_COMMIT and the like are data.
  /^GIT_(?:SSH|CONFIG)/,
  /^GIT_(?:EXEC_PATH|ASKPASS|DIR|WORK_TREE|PROXY_COMMAND|EXTERNAL_DIFF|TEMPLATE_DIR)$/,
  /^(?:https?|ftp|all|no)_proxy$/i,
];

/** Whether a variable of this name may not be set for the steps of a job by a container or a legacy file. */
export function steersMachine(name: string): boolean {
  return patterns.some((pattern) => pattern.test(name));
}
