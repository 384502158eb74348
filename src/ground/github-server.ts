// Which GitHub a repository is on: github.com and Enterprise Cloud, or a server of one's own, which lags behind them.

/** Where repositories are that move to github.com; their hosts say nothing about where the workflows will run. */
const others = /(?:^|\.)(?:gitlab|bitbucket|codeberg|gitea|sourceforge|visualstudio|azure)\b/i;

/**
 * The host of a GitHub Enterprise Server that a remote is at; undefined for github.com, Enterprise Cloud (`ghe.com`), and what
 * cannot be one: other vendors, and names of ~/.ssh/config, which have no dot.
 *
 * @param host of the remote `origin`, in lower case, without a port
 */
export function enterpriseServerOf(host: string): string | undefined {
  if (!host.includes('.') || others.test(host)) return undefined;
  return isEnterpriseServer(host) ? host : undefined;
}

/** Whether the host of a GitHub is that of an Enterprise Server. */
export const isEnterpriseServer = (host: string): boolean =>
  !/(?:^|\.)(?:github\.com|ghe\.com)$/i.test(host);
