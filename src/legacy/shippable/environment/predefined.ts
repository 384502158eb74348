// Pass 5: the predefined variables. A workflow sets those that a command, or a script of the repository,
// reads, and no others (shippable.md 7).

import type { Text } from '../../../expression/text.ts';
import { joined } from '../../../output/tree.ts';
import { variablesRead, variablesSet } from '../../../shell/variables.ts';
import { shippableVariables } from '../../../variables/shippable.ts';
import type { Field } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Command, ShippableConfig } from '../keys/config.ts';
import { languages } from './languages.ts';
import type { AxisKey, Matrix } from './matrix.ts';
import { matrixValue } from './matrix-value.ts';
import { namesInRepository, placeInRepository } from './scan.ts';

export type Predefined = {
  /** For `env:` of the job. */
  readonly job: readonly Field[];
  /** For the action `prepare`. */
  readonly computed: readonly string[];
  /** Every name that something reads, predefined or not. */
  readonly read: ReadonlySet<string>;
};

export type PredefinedInput = {
  readonly config: ShippableConfig;
  readonly commands: readonly Command[];
  /** Further shell text: values of `env`, names of images. */
  readonly texts: readonly string[];
  readonly matrix: Matrix;
  /** Names that the file itself sets. */
  readonly own: ReadonlySet<string>;
  readonly boots: boolean;
};

export function predefinedVariables(
  input: PredefinedInput,
  context: TranslationContext,
): Predefined {
  const read = new Set<string>();
  const set = new Set<string>();
  for (const text of [...input.texts, ...input.commands.map((command) => command.text)]) {
    for (const name of variablesRead(text)) read.add(name);
    for (const name of variablesSet(text)) set.add(name);
  }
  const names = Object.keys(shippableVariables);
  const inFiles = namesInRepository(names, context.repository);
  const job: Field[] = [];
  const computed: string[] = [];
  for (const name of names) {
    const row = shippableVariables[name];
    if (row === undefined || input.own.has(name)) continue;
    const wanted = read.has(name) || inFiles.has(name);
    if (!wanted) continue;
    const value = valueOfVariable(name, input, context);
    if (value === 'computed') computed.push(name);
    else if (value !== undefined) job.push({ name, value });
  }
  return { job, computed, read };
}

function valueOfVariable(
  name: string,
  input: PredefinedInput,
  context: TranslationContext,
): Text | 'computed' | undefined {
  const row = shippableVariables[name];
  if (row === undefined) return undefined;
  const { way } = row;
  switch (way.kind) {
    case 'literal':
    case 'expression':
      return way.value;
    case 'runner':
      return undefined;
    case 'computed':
      if (way.alone !== undefined && input.matrix.rows.length === 1) return way.alone;
      return 'computed';
    case 'matrix':
      return axisValue(way.axis as AxisKey, input.matrix);
    case 'setting':
      return settingValue(way.key, way.absent, input.config);
    case 'none':
      reportUnavailable(name, way.reason, input, context);
      return undefined;
    default:
      return way satisfies never;
  }
}

function axisValue(axis: AxisKey, matrix: Matrix): Text {
  if (!matrix.axes.includes(axis)) {
    const row = Object.values(languages).find(({ versionKey }) => versionKey === axis);
    return row?.defaultVersion ?? '';
  }
  if (matrix.rows.length > 1) return matrixValue(axis);
  const cell = matrix.rows[0]?.cells.get(axis);
  return cell === undefined ? '' : joined([cell]);
}

function settingValue(key: string, absent: string, config: ShippableConfig): Text {
  const { keys } = config;
  if (key === 'bundler_args' && keys.bundler_args)
    return joined([{ text: keys.bundler_args.text, from: [keys.bundler_args] }]);
  if (key === 'depth' && keys.depth) return keys.depth.text;
  if (key === 'git.submodules' && keys.git?.submodules) return String(keys.git.submodules.value);
  if (key === 'build.cache' && config.cache) return String(config.cache.value);
  if (key === 'archive' && keys.archive) return String(keys.archive.value);
  return absent;
}

function reportUnavailable(
  name: string,
  reason: string,
  input: PredefinedInput,
  { report, line, repository }: TranslationContext,
): void {
  // The action pull-boot-image sets it; Assembly Line names get a folder of their own (see `translate.ts`).
  if (name === 'SHIPPABLE_CONTAINER_NAME' && input.boots) return;
  // The frame of a line sets them.
  if (line !== undefined && /^(?:JOB|BUILD_JOB)_/.test(name)) return;
  const command = input.commands.find((candidate) => variablesRead(candidate.text).has(name));
  const node = command?.from[0];
  if (node !== undefined) {
    report('unavailable-variable', node, `\`${name}\` is empty on GitHub`, reason);
    return;
  }
  // Other names are ones that any product may have given.
  const place = /^(?:SHIPPABLE|GERRIT)_/.test(name)
    ? placeInRepository(name, repository)
    : undefined;
  if (place !== undefined)
    report('unavailable-variable', place, `\`${name}\` is empty on GitHub`, reason);
}
