// The verdict on every program that a command calls, and on the paths that it names.

import type { Call } from '../../../machine/calls/calls.ts';
import type { mapPaths } from '../../../machine/changed/vendor-paths.ts';
import { preinstalledPrograms } from '../../../machine/languages/preinstalled.ts';
import { broughtBySetup, judgeCall, type Verdict } from '../../../machine/programs/judge-calls.ts';
import { isOwnProgram } from '../../../machine/programs/own-programs.ts';
import { languageKey } from '../environment/languages.ts';
import type { Command } from '../keys/config.ts';
import { findsFunctions, isLineProgram, isUtility, programLines } from '../scripts/utilities.ts';
import { type CallSite, type Needs, type Shared, say, watch } from './command-context.ts';

/** The verdict on a program, and what follows from it. */
export function judge(site: CallSite): void {
  const { call, command, machine, needs, shared } = site;
  const { language, isSetUp, functions } = shared;
  const key = languageKey(language);
  const setUp = isSetUp || machine.user !== 'runner' ? broughtBySetup[key] : undefined;
  const judged: Verdict = isUtility(call.word, machine.user !== 'runner')
    ? shared.context.line !== undefined && isLineProgram(call.word)
      ? { kind: 'works', by: 'the frame of the line' }
      : standInFor(call, machine.user !== 'runner', needs)
    : judgeCall(call, {
        machine,
        setUp: new Set([
          ...(setUp ?? []),
          ...(shared.brought ?? []),
          ...(machine.user === 'runner'
            ? shared.chosen.flatMap((one) => [...(broughtBySetup[one.language] ?? [])])
            : []),
          // A step installs those that nothing else does.
          ...(key === 'python' && setUp !== undefined ? preinstalledPrograms : []),
        ]),
        functions,
        job: shared.job,
      });
  const verdict: Verdict =
    judged.kind === 'unknown' &&
    judged.mayCome &&
    isOwnProgram(call.word, shared.context.repository)
      ? { kind: 'works', by: 'the project itself' }
      : judged;
  watch(verdict, site);
  const inScript = call.script === undefined ? '' : `, in \`${call.script}\``;
  switch (verdict.kind) {
    case 'works':
      return;
    case 'installed': {
      const { row } = verdict;
      if (machine.user === 'runner' && row.ubuntu === undefined && row.runner === undefined) return;
      needs.rows.add(row);
      say(
        shared,
        'installed-program',
        command,
        `${machine.title} lacks \`${call.word}\`${inScript}; a step installs it`,
      );
      return;
    }
    case 'missing':
      say(
        shared,
        'missing-program',
        command,
        `${machine.title} lacks \`${call.word}\`${inScript}`,
        verdict.help,
      );
      return;
    case 'unknown':
      say(
        shared,
        verdict.mayCome ? 'unknown-program' : 'missing-program',
        command,
        verdict.mayCome
          ? `\`${call.word}\` is unknown${inScript}: an earlier command has to install it`
          : `\`${call.word}\` is unknown${inScript}, and no earlier command installs anything`,
        `install \`${call.word}\` in the first commands of the section`,
      );
      return;
    default:
      verdict satisfies never;
  }
}

/** Functions are handed on to scripts of bash; elsewhere a program stands for the function. */
function standInFor(call: Call, inContainer: boolean, needs: Needs): Verdict {
  if (findsFunctions(call, inContainer)) return { kind: 'works', by: 'a stand-in' };
  const { word, script } = call;
  if (programLines(word, inContainer) === undefined) {
    return {
      kind: 'missing',
      help:
        script === undefined
          ? `call \`${word}\` directly; it is a function`
          : `start the script with \`#!/bin/bash\`, so that it sees the function that replaces \`${word}\``,
    };
  }
  needs.programs.add(word);
  return { kind: 'works', by: 'a program that replaces it' };
}

export function reportPaths(
  command: Command,
  { left, mapped }: ReturnType<typeof mapPaths>,
  shared: Shared,
): void {
  for (const { path, help } of left) {
    say(
      shared,
      'vendor-path',
      command,
      `\`${path}\` is a folder of Shippable's machines that runners do not have`,
      help,
    );
  }
  for (const { path, to } of mapped) {
    say(
      shared,
      'mapped-path',
      command,
      `\`${path}\` was a folder of Shippable's machines; it becomes \`${to}\``,
    );
  }
}
