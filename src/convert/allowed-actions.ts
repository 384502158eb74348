// Actions that the settings do not allow: GitHub would start no workflow that uses one.

import { sourcesOfText } from '../expression/text.ts';
import { isEnterpriseServer } from '../ground/github-server.ts';
import type { OwnPin } from '../interfaces/pins.ts';
import type { Settings } from '../legacy/translation.ts';
import type { Report } from '../source/diagnostic.ts';
import type { SourceNode } from '../source/node.ts';
import { sourceFile } from '../source/source-file.ts';
import type { GivenStep, OwnStep, UsesStep, Workflow } from '../workflow/model.ts';
import { actionsOf, isAllowed } from '../workflow/used-actions.ts';

/** Says each action once for each workflow, at the legacy value that it is for, where there is one. */
export function reportActions(
  workflows: readonly Workflow[],
  { settings, own }: { readonly settings: Settings; readonly own: OwnPin },
  report: Report,
): void {
  const { allowedActions: allowed, actions: chosen = {}, server } = settings;
  if (allowed === undefined) return;
  const pinning = { own, onEnterpriseServer: isEnterpriseServer(server), chosen };
  for (const workflow of workflows) {
    const steps = new Map<string, UsingStep[]>();
    for (const { used, step } of actionsOf(workflow, pinning)) {
      if (isAllowed(used, allowed)) continue;
      steps.set(used.name, [...(steps.get(used.name) ?? []), step]);
    }
    for (const [name, uses] of steps) {
      report(
        'action-not-allowed',
        uses.flatMap(sourcesOfStep)[0] ?? {
          file: sourceFile(workflow.path, ''),
          start: 0,
          end: 0,
        },
        `\`${workflow.path}\` uses \`${name}\`, which \`allowed-actions\` does not list`,
        `have it allowed and add \`${name}@*\` to \`allowed-actions\`, or name an allowed copy under \`actions\``,
      );
    }
  }
}

type UsingStep = UsesStep | OwnStep | GivenStep;

const sourcesOfStep = (step: UsingStep): readonly SourceNode[] => [
  ...(step.from ?? []),
  ...(step.kind === 'given' ? [] : [...step.with, ...(step.env ?? [])]).flatMap(({ value }) =>
    sourcesOfText(value),
  ),
];
