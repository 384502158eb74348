// Names of branches and tags that start jobs, as GitHub's filters and as tests of an expression.

import {
  allOf,
  anyOf,
  type Expression,
  expression,
  standingFor,
} from '../../../expression/expression.ts';
import { type FixedText, fixedText } from '../../../expression/text.ts';
import { firstOfEach } from '../../../ground/each-once.ts';
import { traced } from '../../../output/tree.ts';
import { testCondition } from '../../../pattern/condition.ts';
import { type RefPart, testOfParts } from '../../../pattern/ref-test.ts';
import { toGithubFilter } from '../../../pattern/wildcard.ts';
import type { ScalarNode } from '../../../source/node.ts';

/** Names of branches or tags, with `*`; without `only`, all. */
export type RefFilter = {
  readonly only: readonly ScalarNode[];
  readonly except: readonly ScalarNode[];
};

/** GitHub's filters; undefined where all names pass. */
export function filterTexts({ only, except }: RefFilter): readonly FixedText[] | undefined {
  if (only.length === 0 && except.length === 0) return undefined;
  return fixedTexts([
    ...(only.length === 0 ? ['**'] : only.map((node) => traced(toGithubFilter(node.text), node))),
    ...except.map((node) => traced(`!${toGithubFilter(node.text)}`, node)),
  ]);
}

/** A name with `*` as a test of an expression; undefined where none says the same. */
export function refTest(pattern: string, subject: Expression): Expression | undefined {
  const parts = pattern
    .split(/(\*+)/)
    .filter((part) => part !== '')
    .map((part): RefPart => (part.startsWith('*') ? { gap: '*' } : { literal: part }));
  const test = testOfParts(parts);
  if (test === undefined) return undefined;
  if (test === 'always') return expression`true`;
  return test === 'never' ? expression`false` : testCondition(test, subject).text;
}

export function refCondition(
  { only, except }: RefFilter,
  subject: Expression,
): Expression | undefined {
  const tests = (nodes: readonly ScalarNode[]): Expression[] =>
    nodes.flatMap((node) => {
      const test = refTest(node.text, subject);
      return test === undefined ? [] : [standingFor(test, node)];
    });
  const wanted = anyOf(tests(only));
  const unwanted = tests(except).map((test) => expression`!(${test})`);
  return allOf([...(wanted === undefined ? [] : [wanted]), ...unwanted]);
}

/** The filters of several parts of a workflow as the one that its trigger has. */
export type JoinedFilter = {
  /** How many parts there are. */
  readonly count: number;
  /** Whether they let the same names through: else the conditions of the jobs tell them apart. */
  readonly isSame: boolean;
  /** What the trigger lets through; undefined where there is no part. */
  readonly texts: readonly FixedText[] | undefined;
};

export function joinFilters(filters: readonly (readonly FixedText[] | undefined)[]): JoinedFilter {
  const count = filters.length;
  const isSame = new Set(filters.map(keyOf)).size <= 1;
  if (count === 0) return { count, isSame, texts: undefined };
  return { count, isSame, texts: isSame ? (filters[0] ?? [every]) : unionOf(filters) };
}

const every = fixedText('**') as FixedText;

const keyOf = (texts: readonly FixedText[] | undefined): string =>
  (texts ?? [every])
    .map(({ text }) => text)
    .sort()
    .join('\n');

/** What several filters let through together: exclusions are left to the conditions of the jobs. */
function unionOf(filters: readonly (readonly FixedText[] | undefined)[]): readonly FixedText[] {
  const texts = filters
    .flatMap((one) => one ?? [every])
    .filter(({ text }) => !text.startsWith('!'));
  if (texts.some(({ text }) => text === '**')) {
    const rest = texts.filter(({ text }) => text !== '**').flatMap(({ from }) => from);
    return fixedTexts([traced('**', ...rest)]);
  }
  return firstOfEach(texts, ({ text }) => text);
}

const fixedTexts = (texts: readonly Parameters<typeof fixedText>[0][]): readonly FixedText[] =>
  texts.flatMap((text) => fixedText(text) ?? []);
