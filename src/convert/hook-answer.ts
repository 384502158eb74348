// What a hook gave, checked: a module of the user's may give anything.

import { isObject } from '../ground/json.ts';
import type { Answer, Step } from './hooks.d.ts';

const kinds = {
  id: 'text',
  if: 'text',
  name: 'text',
  uses: 'text',
  run: 'text',
  'working-directory': 'text',
  shell: 'text',
  with: 'fields',
  env: 'fields',
  'continue-on-error': 'flag',
  'timeout-minutes': 'number',
} as const satisfies { readonly [key in keyof Required<Step>]: string };

/** The answer, or what is wrong with it, behind "the hook ". */
export function readAnswer(given: unknown): Answer | string {
  if (!isObject(given) || !Array.isArray(given['steps'])) {
    return 'gave neither undefined nor an object with a list of `steps`';
  }
  const { steps, job, at, permissions, ...others } = given;
  const other = Object.keys(others)[0];
  if (other !== undefined) return `gave \`${other}\`, which is not a part of an answer`;
  if (job !== undefined && typeof job !== 'string') return 'gave a `job` that is not text';
  if (at !== undefined && at !== 'start' && at !== 'end')
    return 'gave an `at` that is neither `start` nor `end`';
  if (permissions !== undefined && !arePermissions(permissions))
    return 'gave `permissions` that are not `{ scope: [access, reason] }`';
  for (const [index, step] of (steps as readonly unknown[]).entries()) {
    const wrong = whyNoStep(step);
    if (wrong !== undefined) return `gave a step (the ${index + 1}.) ${wrong}`;
  }
  return given as unknown as Answer;
}

const arePermissions = (value: unknown): boolean =>
  isObject(value) &&
  Object.entries(value).every(
    ([scope, pair]) =>
      /^[a-z-]+$/.test(scope) &&
      Array.isArray(pair) &&
      ['read', 'write'].includes(pair[0]) &&
      typeof pair[1] === 'string' &&
      !/[\r\n]/.test(pair[1]),
  );

function whyNoStep(step: unknown): string | undefined {
  if (!isObject(step)) return 'that is not an object';
  if ((step['run'] === undefined) === (step['uses'] === undefined))
    return 'that has neither or both of `run` and `uses`';
  for (const [key, value] of Object.entries(step)) {
    if (!Object.hasOwn(kinds, key)) return `with \`${key}\`, which is not a key of a step`;
    const kind = kinds[key as keyof typeof kinds];
    const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
    const fits =
      kind === 'fields'
        ? isObject(value) &&
          Object.values(value).every((part) =>
            ['string', 'number', 'boolean'].includes(typeof part),
          )
        : kind === 'text'
          ? typeof value === 'string' && value !== '' && !value.includes('\0')
          : kind === 'flag'
            ? typeof value !== 'number' && isPlain
            : typeof value !== 'boolean' && isPlain;
    if (!fits)
      return `whose \`${key}\` is not ${kind === 'fields' ? 'an object of texts' : kind === 'text' ? 'text' : `a ${kind}`}`;
  }
  return undefined;
}
