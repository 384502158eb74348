// Databases that no key asks for: the images of the older format started PostgreSQL and MySQL by themselves
// (shippable.md 2.9), so a client that names no other host met a server there.

import { commandWords } from '../../../shell/commands.ts';
import type { SourceNode } from '../../../source/node.ts';
import type { Command, ShippableConfig } from '../keys/config.ts';

export type UnlistedService = {
  readonly service: 'postgres' | 'mysql';
  /** The first program that talks to it, and its command. */
  readonly client: string;
  readonly at: SourceNode;
};

const clients: readonly (readonly [UnlistedService['service'], ReadonlySet<string>])[] = [
  ['postgres', new Set(['psql', 'createdb', 'dropdb', 'createuser', 'pg_dump', 'pg_restore'])],
  ['mysql', new Set(['mysql', 'mysqladmin', 'mysqldump', 'mysqlimport'])],
];

const elsewhere =
  /(?:^|\s)(?:-h[ =]?|--host[ =])(?!['"]?(?:localhost|127\.0\.0\.1|::1)\b)\S|:\/\/(?!.*(?:localhost|127\.0\.0\.1))/;

/** The servers that the commands of an old file need, without those that `listed` has, by their names here. */
export function unlistedServices(
  { oldScript }: ShippableConfig,
  commands: readonly Command[],
  listed: ReadonlySet<string>,
): readonly UnlistedService[] {
  if (oldScript === undefined) return [];
  return clients.flatMap(([service, programs]) => {
    if (listed.has(service)) return [];
    for (const { text, from } of commands) {
      const [at] = from;
      if (at === undefined) continue;
      for (const { word, rest } of commandWords(text)) {
        const args = rest.join(' ');
        if (!programs.has(word) || elsewhere.test(args) || /^(?:--version|-V|--help)/.test(args))
          continue;
        return [{ service, client: word, at }];
      }
    }
    return [];
  });
}
