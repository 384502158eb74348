// Languages besides that of the file, of which commands choose a version on the vendor's machine: `rvm use 1.9.3` for
// the Compass of a Node.js project. A step sets up the one that they choose.

import type { Call, Reading } from '../../../machine/calls/calls.ts';
import { managerUse, sourcedManager } from '../../../machine/programs/version-managers.ts';
import type { TranslationContext } from '../../translation.ts';
import { buildPlace, languages } from '../environment/languages.ts';
import type { Command } from '../keys/config.ts';
import { type ChosenLanguage, type Input, languageOf } from './command-context.ts';

/** Those that a setup step can bring beside another language; the runner switches its JDKs and Node.js itself. */
const beside: readonly ChosenLanguage['language'][] = ['ruby', 'python', 'go', 'php'];

/** The version of which language a call chooses. */
function choiceOf({ word, args }: Call): { language: string; version: string } | undefined {
  const path = (args[0] ?? '').replace(/["']/g, '');
  const use = word === 'source' || word === '.' ? sourcedManager(path) : managerUse({ word, args });
  return use?.version === undefined || use.version.includes('$')
    ? undefined
    : { language: use.language, version: use.version };
}

export function chosenLanguages(
  readings: readonly Reading[],
  commands: readonly Command[],
  input: Input,
  context: TranslationContext,
): readonly ChosenLanguage[] {
  if (input.machine.kind !== 'runner') return [];
  const own = input.isSetUp ? languageOf(input) : undefined;
  const found = new Map<
    ChosenLanguage['language'],
    Map<string, { at: Command | undefined; what: string }>
  >();
  for (const [index, { calls }] of readings.entries())
    for (const call of calls) {
      const choice = choiceOf(call);
      const language = beside.find((one) => one === choice?.language);
      if (choice === undefined || language === undefined || language === own) continue;
      const spelled = spelledFor(language, choice.version, context);
      const versions = found.get(language) ?? new Map();
      found.set(language, versions);
      if (!versions.has(spelled))
        versions.set(spelled, {
          at: commands[index],
          what: [call.word, ...call.args].join(' '),
        });
    }
  return [...found].flatMap(([language, versions]): readonly ChosenLanguage[] => {
    const [[version, first] = ['', undefined], ...others] = versions;
    const { title, setup } = languages[language];
    // Several in turn cannot all be the one on PATH, and what no step can set up is told at the call.
    if (others.length > 0 || first === undefined || version === '' || setup === undefined)
      return [];
    const node = first.at?.from[0];
    if (node !== undefined)
      context.report(
        'as-before',
        node,
        `\`${first.what}\` selected one ${title} of several on Shippable's machine; a step sets up ${version === pypy ? 'PyPy 2.7, the only Python 2 that a runner can have' : `${title} ${version}`}`,
      );
    const { name, ...step } = setup(version, { extensions: [], isFirstComposer: false });
    return [
      { language, title, version, step: { ...step, name: `${name ?? title} for the commands` } },
    ];
  });
}

/** Runners have no Python 2 besides. */
const pypy = 'pypy2.7';

/** Empty where no step can set it up beside another language. */
function spelledFor(
  language: ChosenLanguage['language'],
  version: string,
  context: TranslationContext,
): string {
  const { way, spelled } = languages[language].choose(version, buildPlace(context));
  if (way === 'setup') return spelled;
  return language === 'python' && /^2(?:\.7)?(?:\.|$)/.test(version) ? pypy : '';
}
