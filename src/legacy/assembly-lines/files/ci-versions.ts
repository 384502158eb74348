// What the commands of the CI part do for Assembly Lines: versions that they write, functions of shipctl that they call.

import type { Repository } from '../../../ground/repository.ts';
import { commandWords } from '../../../shell/commands.ts';
import { leavesOf, type ScalarNode, type SourceNode } from '../../../source/node.ts';
import { namesInRepository } from '../../shippable/environment/scan.ts';

export type CiVersions = {
  /** Whether the job has to have the folders and programs of a line. */
  readonly asks: boolean;
  /** Names whose versions are written, and where. */
  readonly written: readonly { readonly name: string; readonly at: ScalarNode }[];
};

/** Functions that write a version, by the place of the name among the arguments. */
const writers: Readonly<Record<string, number>> = {
  post_resource_state: 1,
  put_resource_state: 1,
  post_resource_state_multi: 1,
  put_resource_state_multi: 1,
  replicate: 2,
  copy_file_to_resource_state: 2,
  refresh_file_to_out_path: 2,
};

/** What needs nothing of a line. */
const ordinary = new Set([
  'retry',
  'replace',
  'to_uppercase',
  'sanitize_shippable_string',
  'service',
]);

/** A redirection, or `tee`. */
const stateFile =
  /(?:>\s*|\btee\s+(?:-a\s+)?)["']?(?:\$\{?JOB_STATE\}?|\/build\/state)"?'?\/"?'?([A-Za-z0-9_][\w.-]*)\.env\b/g;

/** Looks at the commands of the CI part, and at the scripts of the repository. */
export function ciVersions(
  root: SourceNode | undefined,
  hasJobs: boolean,
  repository: Repository,
): CiVersions {
  const written: { name: string; at: ScalarNode }[] = [];
  let asks = false;
  const look = (text: string, at: ScalarNode | undefined): void => {
    for (const [, name] of text.matchAll(stateFile)) {
      asks = true;
      if (name !== undefined && at !== undefined) written.push({ name, at });
    }
    if (/\$\{?JOB_(?:STATE|PREVIOUS_STATE)\b|\/build\/(?:state|previousState|IN|OUT)\b/.test(text))
      asks = true;
    if (!text.includes('shipctl')) return;
    for (const { word, rest } of commandWords(text)) {
      const [name = '', ...args] = rest;
      if (word !== 'shipctl' || ordinary.has(name)) continue;
      asks = true;
      const place = writers[name];
      const target = place === undefined ? undefined : args[place - 1];
      if (target !== undefined && at !== undefined && /^[\w.-]+$/.test(target))
        written.push({ name: target, at });
    }
  };
  if (root === undefined) return { asks: false, written: [] };
  const leaves = leavesOf(root).filter((leaf): leaf is ScalarNode => leaf.kind === 'scalar');
  const commands = leaves.filter(({ path }) => !/^\/(?:resources|jobs|triggers)\//.test(path));
  for (const leaf of commands) look(leaf.text, leaf);
  const [first] = commands;
  for (const path of repository.paths.filter((one) => /\.(?:sh|bash)$/.test(one)).slice(0, 500)) {
    const text = repository.read(path);
    const name = path.slice(path.lastIndexOf('/') + 1);
    // A script counts where a command names it.
    const caller = commands.find((leaf) => leaf.text.includes(name)) ?? undefined;
    if (text !== undefined && caller !== undefined && first !== undefined) look(text, caller);
  }
  // A program may read the name on its own; where there are jobs with scripts, it may be one of theirs.
  if (!hasJobs && namesInRepository(['JOB_STATE'], repository).size > 0) asks = true;
  return { asks, written };
}
