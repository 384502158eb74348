// One command of `ci`, converted: the scripts that it becomes, and what is said of it.

import { convertTexts, stepsOf, type Texts } from '../codeship/project.ts';

export type Group = {
  readonly title: string;
  /** The lines of shippable.yml in front of the command. */
  readonly head: string;
  readonly files?: Texts;
  /** A command, the scripts of the workflow, and what is said. */
  readonly rows: readonly [command: string, scripts: string[], said?: string[]][];
};

const identity =
  "git config --global user.name 'github-actions[bot]'\ngit config --global user.email '41898282+github-actions[bot]@users.noreply.github.com'\n";

/** Functions that stand in for programs by their names alone: other tests run them. */
const short = (script: string): string =>
  script
    .replace(identity, '(as somebody) ')
    .replace(/^(\w+)\(\) \{(?: .* \}|[\s\S]*?\n\})\n/gm, '($1) ')
    .trim();

export async function ofCommand({ head, files }: Group, command: string, withHelp = true) {
  const text = `${head}build:\n  ci:\n    - ${JSON.stringify(command)}\n`;
  const conversion = await convertTexts({ ...files, 'shippable.yml': text });
  const scripts = stepsOf(conversion).flatMap(({ name = '', run }) =>
    run === undefined ? [] : [short(name === 'ci' ? run : `${name}: ${run}`)],
  );
  const said = conversion.diagnostics
    .filter(({ at }) => at?.file.path === 'shippable.yml' && at.start >= head.length)
    .map(({ code, message, help }) =>
      [`${code}: ${message}`, ...(withHelp && help !== undefined ? [help] : [])].join('; '),
    );
  return { scripts, said };
}
