// Gems in releases whose sources no longer fit a library of the runner, and the package that has what they need.

import type { Repository } from '../../ground/repository.ts';
import type { Call } from '../calls/calls.ts';
import type { InstallRow } from '../programs/installs.ts';

/** Before 0.5 it names a type and an option that MySQL 8 took away, and MariaDB's client keeps (tried with 0.3.16 to 0.4.4). */
const lockedMysql2 = /^ {4}mysql2 \((0\.[34]\.\d+)\)/m;
const listedMysql2 =
  /^\s*gem\s*\(?\s*["']mysql2["']\s*,\s*["'](?:~>|=|<=?)?\s*(0\.[34][\d.]*)["']/m;

/** It takes the place of the headers of MySQL. */
const mariadb: InstallRow = { programs: [], ubuntu: 'libmariadb-dev-compat' };

export type OldGem = { readonly row: InstallRow; readonly shown: string };

export const gemText = ({ shown }: OldGem): string =>
  `\`${shown}\` does not compile with the client library of MySQL 8; a step installs that of MariaDB, which has what it needs`;
export const gemHelp = 'move to `mysql2` 0.5 when you can';

/** What `bundle install` compiles and the runner's libraries do not fit. */
export function oldGem(calls: readonly Call[], { paths, read }: Repository): OldGem | undefined {
  if (!calls.some(({ word }) => /^bundler?$/.test(word))) return undefined;
  for (const path of paths) {
    if (!/^(?:[^/]+\/)?Gemfile(?:\.lock)?$/.test(path)) continue;
    const text = read(path) ?? '';
    const version = (lockedMysql2.exec(text) ?? listedMysql2.exec(text))?.[1];
    if (version !== undefined) return { row: mariadb, shown: `mysql2 ${version}` };
  }
  return undefined;
}
