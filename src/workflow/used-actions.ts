// Which action stands behind `uses`: the pinned one, or what the settings name in its place; and whether a company allows it.

import { defined, filled } from '../ground/defined.ts';
import { enterpriseServerPins, type OwnPin, ownRepository, pins } from '../interfaces/pins.ts';
import type { GivenStep, OwnStep, Step, UsesStep, Workflow } from './model.ts';
import { ownInterfaces } from './own-actions.ts';

/** What the settings say of one action. */
export type ChosenAction = {
  /** `OWNER/NAME`, with `/PATH` where it lies deeper; without it, the same action. */
  readonly name?: string;
  /** A commit or a tag. */
  readonly ref: string;
  /** Stands behind `uses` as a comment. */
  readonly version?: string;
};

/** By `OWNER/NAME/PATH` of an action, or by `OWNER/NAME` for all that lie in the repository. */
export type ChosenActions = Readonly<Record<string, ChosenAction>>;

/** What `uses` lines are pinned to. */
export type Pinning = {
  readonly own: OwnPin;
  /** Whether the workflows run on a GitHub Enterprise Server. */
  readonly onEnterpriseServer: boolean;
  readonly chosen?: ChosenActions;
};

export type UsedAction = { readonly name: string; readonly ref: string; readonly version?: string };

export function usedAction(step: UsesStep | OwnStep, pinning: Pinning): UsedAction {
  const usual = usualAction(step, pinning);
  const { chosen = {} } = pinning;
  const repository = repositoryOf(usual.name);
  const key = [usual.name, repository].find((name) => Object.hasOwn(chosen, name));
  const choice = key === undefined ? undefined : chosen[key];
  if (choice === undefined) return usual;
  const { name = key ?? usual.name, ref, version } = choice;
  // Where the repository was named, what lies in it lies at the same place of the other one.
  const path = key === usual.name ? '' : usual.name.slice(repository.length);
  return { name: `${name}${path}`, ref, ...defined({ version }) };
}

function usualAction(step: UsesStep | OwnStep, { own, onEnterpriseServer }: Pinning): UsedAction {
  const [name, pin] =
    step.kind === 'own'
      ? [`${ownRepository}/actions/${step.action}`, own]
      : [step.uses, (onEnterpriseServer && enterpriseServerPins[step.uses]) || pins[step.uses]];
  return {
    name,
    ref: pin.commit,
    ...defined({ version: filled(pin.version) }),
  };
}

const repositoryOf = (name: string): string => name.split('/').slice(0, 2).join('/');

/** Every name by which the settings can choose another action. */
export const actionNames: readonly string[] = [
  ...new Set(
    [
      ...Object.keys(pins),
      ...Object.keys(ownInterfaces).map((action) => `${ownRepository}/actions/${action}`),
    ].flatMap((name) => [repositoryOf(name), name]),
  ),
];

/** Those that the settings choose, by the names that workflows then have for them. */
export const chosenNames = (chosen: ChosenActions): ReadonlySet<string> =>
  new Set(
    actionNames.flatMap((name) => {
      const choice =
        (Object.hasOwn(chosen, name) ? chosen[name] : undefined) ??
        (Object.hasOwn(chosen, repositoryOf(name)) ? chosen[repositoryOf(name)] : undefined);
      if (choice === undefined) return [];
      const isWhole = Object.hasOwn(chosen, name);
      const path = isWhole ? '' : name.slice(repositoryOf(name).length);
      return [`${choice.name ?? (isWhole ? name : repositoryOf(name))}${path}`];
    }),
  );

/**
 * Whether an action is on a list of patterns in GitHub's own form: `*` for any text, `!` before what is taken out again.
 * A pattern without `@` holds for every version.
 * https://docs.github.com/organizations/managing-organization-settings/disabling-or-limiting-github-actions-for-your-organization
 */
export function isAllowed({ name, ref }: UsedAction, patterns: readonly string[]): boolean {
  const fits = (pattern: string): boolean =>
    new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`, 'i').test(
      pattern.includes('@') ? `${name}@${ref}` : name,
    );
  const without = patterns.filter((pattern) => pattern.startsWith('!'));
  return (
    patterns.some((pattern) => !pattern.startsWith('!') && fits(pattern)) &&
    !without.some((pattern) => fits(pattern.slice(1)))
  );
}

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

/** Steps, those of parallel groups among them. */
const allSteps = ({ jobs }: Workflow): readonly Exclude<Step, { kind: 'parallel' }>[] =>
  jobs
    .flatMap(({ steps }) => steps)
    .flatMap((step) => (step.kind === 'parallel' ? step.steps : [step]));

/** Every action that a workflow uses, with its step. */
export const actionsOf = (workflow: Workflow, pinning: Pinning): readonly UsingStep[] =>
  allSteps(workflow).flatMap((step): readonly UsingStep[] => {
    if (step.kind === 'run') return [];
    const used = step.kind === 'given' ? givenAction(step) : usedAction(step, pinning);
    return used === undefined ? [] : [{ used, step }];
  });

type UsingStep = { readonly used: UsedAction; readonly step: UsesStep | OwnStep | GivenStep };

/** What a hook's step uses; undefined where that is not an action of a repository. */
export function givenAction({ step: { uses } }: GivenStep): UsedAction | undefined {
  const [, name, ref] = /^([\w.-]+\/[\w./-]+)@(\S+)/.exec(String(uses ?? '')) ?? [];
  return name === undefined || ref === undefined ? undefined : { name, ref };
}
