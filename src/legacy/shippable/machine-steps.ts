// The steps that make the machine what the commands expect: a setup action, or a booted image.

import { type Text, traced } from '../../output/tree.ts';
import type { Step } from '../../workflow/model.ts';
import type { TranslationContext } from '../translation.ts';
import type { Boot, ShippableConfig } from './config.ts';
import { jdkNumber, type LanguageRow, languages, setupJava } from './languages.ts';
import type { Machine } from './machine.ts';
import type { Matrix } from './matrix.ts';

export const machineSteps = {
  /** What makes the language's version available on the runner. */
  setup(
    machine: Machine,
    language: LanguageRow,
    matrix: Matrix,
    config: ShippableConfig,
    context: TranslationContext,
  ): Step[] {
    if (machine.kind !== 'runner') return [];
    const steps: Step[] = [];
    const before = config.keys.language?.before ?? [];
    const onJvm = [languages.java, languages.scala, languages.clojure].includes(language);
    if (onJvm || usesJdk(matrix)) {
      steps.push(javaStep(machine.version, language, matrix, context));
    }
    if (
      language.setup !== undefined &&
      language !== languages.java &&
      machine.version !== undefined
    ) {
      steps.push({ kind: 'uses', ...language.setup(machine.version) });
    }
    const [first, ...rest] = steps;
    if (first === undefined) return [];
    const from = config.keys.language === undefined ? {} : { from: [config.keys.language] };
    return [{ ...first, ...from, ...(before.length > 0 ? { before } : {}) }, ...rest];
  },

  /** `madeBefore`: `pre_ci` makes the image, so the one on the machine is booted. */
  boot(
    machine: Machine,
    hasServices: boolean,
    madeBefore: boolean,
    config: ShippableConfig,
  ): Step[] {
    const languageNode = config.keys.language;
    switch (machine.kind) {
      case 'runner':
        return [];
      case 'boot': {
        const { boot } = machine;
        const fields = [
          { name: 'image_name' as const, value: machine.image },
          ...(machine.tag === undefined
            ? []
            : [{ name: 'image_tag' as const, value: machine.tag }]),
          ...pullInput(boot, madeBefore),
          ...bootEnv(boot),
          ...(boot.options === undefined
            ? []
            : [{ name: 'options' as const, value: traced(boot.options.text, boot.options) }]),
        ];
        const before = boot.node.before;
        return [
          {
            kind: 'own',
            action: 'pull-boot-image',
            name: 'Boot the CI image',
            ...(before.length > 0 ? { before } : {}),
            with: fields,
          },
        ];
      }
      case 'boot-name':
      case 'official':
        return [
          {
            kind: 'own',
            action: 'pull-boot-image',
            name: 'Boot the CI image',
            ...(machine.kind === 'official' && languageNode !== undefined
              ? { from: [languageNode] }
              : {}),
            with: [
              { name: 'image_name', value: machine.image },
              ...(machine.tag === undefined
                ? []
                : [{ name: 'image_tag' as const, value: machine.tag }]),
              ...(machine.kind === 'official' ? bootEnv(config.boot) : []),
              ...officialOptions(config.boot, hasServices),
            ],
          },
        ];
      default:
        return machine satisfies never;
    }
  },
};

function bootEnv(boot: Boot | undefined) {
  if (boot?.env === undefined || boot.env.length === 0) return [];
  const value = { text: boot.env.map(({ text }) => text).join('\n'), from: boot.env };
  return [{ name: 'env' as const, value }];
}

/** Service containers publish their ports on the runner, which is localhost for its network. */
function officialOptions(boot: Boot | undefined, hasServices: boolean) {
  const own = boot?.options;
  const net = hasServices && !/(?:^|\s)--net(?:work)?\b/.test(own?.text ?? '');
  if (own !== undefined)
    return [
      { name: 'options' as const, value: traced(net ? `${own.text} --net=host` : own.text, own) },
    ];
  return net ? [{ name: 'options' as const, value: '--privileged=true --net=host' }] : [];
}

function pullInput({ pull }: Boot, madeBefore: boolean) {
  if (madeBefore) {
    const value = pull === undefined ? 'false' : traced('false', pull.node);
    return [{ name: 'pull' as const, value, raw: true as const }];
  }
  if (pull === undefined) return [];
  const value = traced(String(pull.value), pull.node);
  return [{ name: 'pull' as const, value, raw: true as const }];
}

const usesJdk = (matrix: Matrix): boolean => matrix.axes.includes('jdk');

function javaStep(
  version: Text | undefined,
  language: LanguageRow,
  matrix: Matrix,
  { report }: TranslationContext,
): Step {
  const cells = matrix.rows.flatMap((row) => row.cells.get('jdk') ?? []);
  const old = cells.some(({ text }) => /[67]$/.test(text));
  for (const cell of cells) {
    const [node] = cell.from;
    if (node === undefined) continue;
    if (!/^(?:(?:oracle|open)-?jdk-?)?\d+(?:\.\d+)*$/i.test(cell.text)) {
      report(
        'wrong-type',
        node,
        `found \`${cell.text}\`, expected a JDK such as \`openjdk8\``,
        'write the name of a JDK with its version',
      );
    } else if (/oracle/i.test(cell.text)) {
      report(
        'oracle-jdk',
        node,
        `Oracle's JDK is not on GitHub; OpenJDK ${jdkNumber(cell.text)} of ${old ? 'Zulu' : 'Temurin'} is used`,
      );
    }
  }
  if (language !== languages.java) {
    const [cell] = cells;
    if (matrix.rows.length > 1 && cell !== undefined) {
      return { kind: 'uses', ...setupJava('${{ matrix.java }}', old) };
    }
    return {
      kind: 'uses',
      ...setupJava(cell === undefined ? '8' : traced(jdkNumber(cell.text), ...cell.from), old),
    };
  }
  return { kind: 'uses', ...setupJava(version ?? '8', old) };
}
