// A TASK of Windows, which PowerShell ran (shippable.md 8.5): its items as they were written, in a frame of PowerShell.

import type { Line } from '../../../output/tree.ts';
import type { Command } from '../../shippable/keys/config.ts';
import { poolLabel } from '../../shippable/machine/job-head.ts';
import { commentLines, plainLine } from '../../shippable/scripts/script.ts';
import type { TranslationContext } from '../../translation.ts';
import type { LineJob } from '../files/model.ts';
import { functionNames, type TaskCommands } from './task-commands.ts';

/** Words that bash has no meaning for. */
const powershell =
  /\$(?:env|script|global):\w|\$\{(?:env|script|global):\w|\b(?:Write-(?:Output|Host)|Invoke-(?:WebRequest|RestMethod|Expression)|Remove-Item|Copy-Item|New-Item|Set-Location|Fail-ShippableBuild)\b/i;

export const isPowershell = (text: string): boolean => powershell.test(text);

/**
 * Whether PowerShell runs the job: on Windows itself, and where its commands are not written for the bash that is there,
 * too.
 */
export function runsPowershell(job: LineJob, { settings }: TranslationContext): boolean {
  const pool = job.keys.runtime?.nodePool;
  const label = pool === undefined ? settings.runner : poolLabel(pool.text, settings);
  const boots = job.tasks.some(({ keys }) => keys?.runtime?.options?.imageName !== undefined);
  if (boots || !/^windows/i.test(label)) return false;
  const hooks = Object.values(job.hooks).flatMap((hook) => hook?.script ?? []);
  return [...job.tasks.flatMap(({ script }) => script), ...hooks].some(({ text }) =>
    isPowershell(text),
  );
}

/** Lines are not indented: a document in a script ends at the start of a line. */
const linesOf = (commands: readonly Command[]): Line[] =>
  commands.flatMap(({ text, from, before }) => [...commentLines(before), { text, from }]);

export function powershellScript(
  items: readonly Command[],
  hooks: TaskCommands['hooks'],
  isLast: boolean,
): Line[] {
  return [
    plainLine('. "$env:SHIPPABLE_LINE_DIR/bin/shippable-task.ps1"'),
    ...functionNames.flatMap((name) =>
      hooks[name].length === 0 || (name === 'on_success' && !isLast)
        ? []
        : [plainLine(`function ${name} {`), ...linesOf(hooks[name]), plainLine('}')],
    ),
    plainLine('try {'),
    ...linesOf(items),
    plainLine('} catch { Complete-ShippableTask $_ }'),
    plainLine(isLast ? 'Complete-ShippableTask' : 'Complete-ShippableTask -More'),
  ];
}
