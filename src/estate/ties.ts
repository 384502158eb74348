// What ties a repository to others: repositories and images that Assembly Lines name, images that one pushes and another
// pulls.

import type { Conversion } from '../convert/convert.ts';
import { shownText } from '../expression/text.ts';
import { parseReference } from '../image/reference.ts';
import { entryOf, type SourceNode, valueAt } from '../source/node.ts';
import { inputOf, stepsOf } from './steps.ts';

export type Ties = {
  /** Repositories that resources of Assembly Lines name, `owner/name` in lower case. */
  readonly repositories: readonly string[];
  /** Images that it pushes, host and path. */
  readonly gives: readonly string[];
  /** Images that it pulls, host and path. */
  readonly takes: readonly string[];
};

/** Without the images that it pulls: those of the account are added by name. */
export function tiesOf(conversion: Conversion): Ties {
  const repositories = new Set<string>();
  const gives = new Set<string>();
  const takes = new Set<string>();
  const add = (to: Set<string>, image: string | undefined): void => {
    const name = image === undefined ? undefined : imageName(image);
    if (name !== undefined) to.add(name);
  };
  for (const root of rootsOf(conversion)) {
    for (const resource of itemsOf(valueAt(root, 'resources'))) {
      const source = textAt(valueAt(resource, 'pointer'), 'sourceName');
      if (source === undefined) continue;
      const type = textAt(resource, 'type');
      if (type === 'gitRepo' || type === 'ciRepo' || type === 'syncRepo') {
        if (/^[\w.-]+\/[\w.-]+$/.test(source)) repositories.add(source.toLowerCase());
      } else if (type === 'image') add(takes, source);
    }
  }
  for (const step of stepsOf(conversion)) {
    if (step.kind === 'own' && step.action === 'push') add(gives, inputOf(step, 'image_name'));
    if (step.kind === 'own' && step.action === 'pull-boot-image')
      add(takes, inputOf(step, 'image_name'));
    if (step.kind !== 'run') continue;
    for (const { text } of step.run) {
      for (const [, verb, image] of text.matchAll(/\bdocker\s+(push|pull)\s+(?:-\S+\s+)*(\S+)/g))
        add(verb === 'push' ? gives : takes, image);
    }
  }
  for (const { services } of conversion.workflows.flatMap(({ jobs }) => jobs))
    for (const { image } of services ?? []) add(takes, shownText(image));
  return {
    repositories: [...repositories].sort(),
    gives: [...gives].sort(),
    takes: [...takes].sort(),
  };
}

/** Host and path; undefined where a part of them is only known in a run. */
export function imageName(image: string): string | undefined {
  const parsed = parseReference(image.replace(/^["']|["']$/g, '').replace(/:[^/]*[${][^/]*$/, ''));
  return parsed.ok ? parsed.value.name : undefined;
}

/** The root of each legacy file, reached from any of its values. */
export function rootsOf({ entries }: Conversion): readonly SourceNode[] {
  const roots = new Set<SourceNode>();
  for (const { node } of entries) {
    let at = node;
    while (at.parent !== undefined) at = at.parent;
    roots.add(at);
  }
  return [...roots];
}

export const itemsOf = (node: SourceNode | undefined): readonly SourceNode[] =>
  node?.kind === 'sequence' ? node.items : [];

export function textAt(node: SourceNode | undefined, key: string): string | undefined {
  const value = entryOf(node, key)?.value;
  return value?.kind === 'scalar' && value.text !== '' ? value.text : undefined;
}
