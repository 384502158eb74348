// Where a push goes: every name with every tag, once.

import type { Result } from '../../ground/result.ts';
import { familiarName, type ImageReference, parseReference } from '../../image/reference.ts';

export type PushTarget = {
  /** As people and the docker client write it, tag included. */
  readonly text: string;
  /** With its tag. */
  readonly reference: ImageReference & { readonly tag: string };
};

/** Targets of one repository share their layers: one upload serves all of them. */
export type RepositoryTargets = {
  readonly host: string;
  /** Path at the host. */
  readonly path: string;
  /** At least one. */
  readonly targets: readonly [PushTarget, ...PushTarget[]];
};

export type RenderedTag = Result<{ readonly tag: string; readonly warning?: string }>;

export type TargetPlan = {
  readonly targets: readonly PushTarget[];
  readonly warnings: readonly string[];
  /** What cannot be pushed as it is written. Nothing is pushed then. */
  readonly problems: readonly string[];
};

/** Lines of an input, without empty ones and the space around them. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * All targets of a push.
 *
 * @param names repositories, one a line; a tag in a name counts where `image_tag` has its default (codeship.md 4.2)
 * @param tags tags or templates, one a line
 * @param render a tag for one of the names: template filled in, characters removed that a tag cannot have
 */
export function planTargets(
  names: readonly string[],
  tags: readonly string[],
  render: (tag: string, name: string) => RenderedTag,
): TargetPlan {
  const targets = new Map<string, PushTarget>();
  const warnings: string[] = [];
  const problems: string[] = [];
  for (const name of names) {
    const parsed = parseReference(name);
    if (!parsed.ok) {
      problems.push(`\`${name}\` cannot be pushed to: ${parsed.failure.message}.`);
      continue;
    }
    const { digest, tag: ownTag, ...repository } = parsed.value;
    if (digest !== undefined) {
      problems.push(`\`${name}\` contains a digest, which a push cannot set.`);
      continue;
    }
    if (ownTag !== undefined && tags.some((tag) => tag !== 'latest' && tag !== ownTag)) {
      problems.push(`\`${name}\` has a tag, and \`image_tag\` has others: remove one of them.`);
      continue;
    }
    if (ownTag !== undefined) {
      warnings.push(`\`${name}\` contains a tag; put it in \`image_tag\` instead.`);
    }
    const plain = familiarName(repository);
    // An empty input is an absent one.
    const wantedTags = tags.length === 0 ? ['latest'] : tags;
    for (const wanted of ownTag === undefined ? wantedTags : [ownTag]) {
      const shape = shapeOf(wanted);
      if (shape !== undefined) {
        problems.push(
          `\`image_tag\`: \`${wanted}\` is ${shape}, not a tag. Write only names, one per line.`,
        );
        continue;
      }
      const rendered = render(wanted, plain);
      if (!rendered.ok) {
        problems.push(`The tag \`${wanted}\` of \`${plain}\`: ${rendered.failure.message}`);
        continue;
      }
      const reference = { ...repository, tag: rendered.value.tag };
      const text = familiarName(reference);
      const known = targets.get(text);
      if (known === undefined) targets.set(text, { text, reference });
      if (rendered.value.warning !== undefined) warnings.push(rendered.value.warning);
    }
  }
  return {
    targets: [...targets.values()],
    warnings: [...new Set(warnings)],
    problems: [...new Set(problems)],
  };
}

/**
 * What a line is that is clearly no tag, in words: what other actions and other keys take. Without that, what a tag cannot have
 * would be taken away, and the image pushed under a name that nobody meant.
 */
function shapeOf(line: string): string | undefined {
  const literal = line.replace(/\{\{.*?\}\}/g, '');
  if (/^(?:-\s|\[|\{(?!\{))/.test(literal)) return 'a list in YAML or JSON';
  if (literal.startsWith('#')) return 'a comment';
  if (/\s#/.test(literal)) return 'a tag with a comment';
  if (/\/.*:/.test(literal)) return 'a whole reference';
  return literal.includes(',') ? 'a list with commas' : undefined;
}

/** The targets of each repository, in the order in which they were written. */
export function byRepository(targets: readonly PushTarget[]): readonly RepositoryTargets[] {
  const groups = new Map<string, [PushTarget, ...PushTarget[]]>();
  for (const target of targets) {
    const group = groups.get(target.reference.name);
    if (group === undefined) groups.set(target.reference.name, [target]);
    else group.push(target);
  }
  return [...groups.values()].map((group) => ({
    host: group[0].reference.host,
    path: group[0].reference.path,
    targets: group,
  }));
}
