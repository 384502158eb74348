// `tag` and `exclude` (codeship.md 3.6) as conditions of GitHub. GitHub's own expressions compare without regard to
// letter case, whatever function they use, so whoever may push a branch `Main` passes `github.ref_name == 'main'`. That is
// good enough for a step that gets no secret; whatever stands before the others is decided by `prepare`, which compares
// exactly and has a real RE2 engine.

import {
  allOf,
  anyOf,
  type Expression,
  expression,
  property,
  standingFor,
} from '../../../expression/expression.ts';
import { refsOf } from '../../../pattern/ref-choice.ts';
import { combinedRefExpression } from '../../../pattern/ref-expression.ts';
import type { ScalarNode } from '../../../source/node.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Term } from '../steps/items.ts';
import { uniqueName } from '../values/names.ts';
import { type Choice, type Choices, type Conjunction, createChoices } from './condition-choice.ts';
import { conditionName } from './condition-names.ts';
import { readTerms, type TermLogic } from './term-logic.ts';

/** What must be listed in `prepare`, and where its answer is found. */
export type Deciding = {
  readonly isDecided: (conjunction: Conjunction) => boolean;
  /** What says whether the condition of a name holds, where that is not the step. */
  readonly says?: (name: string) => Expression;
};

export type Conditions = Choices & {
  /** Whether an expression of GitHub's can say it, but for letter case. */
  readonly isPlain: (conjunction: Conjunction) => boolean;
  /** The name under which `prepare` decides it. */
  readonly name: (conjunction: Conjunction) => string;
  /** An expression; undefined where it asks nothing. */
  readonly expression: (choice: Choice, deciding: Deciding) => Expression | undefined;
};

/** The step that decides what expressions cannot. */
export const prepareId = 'codeship';
export const holdsOfStep = expression`${property(expression`steps`, prepareId)}.outputs.holds`;
const stepSays = (name: string): Expression => expression`contains(${holdsOfStep}, ${`"${name}"`})`;

/**
 * What a job tells later ones of a condition. The runner drops an output that contains the value of a secret: the name of
 * a branch may be one, this sign is none.
 */
export const handedOn = (name: string): Expression =>
  expression`${stepSays(name)} && ${'✓'} || ${''}`;

/** Reads every condition of a project once, and says what is odd about it. */
export async function readConditions(
  terms: readonly Term[],
  context: TranslationContext,
): Promise<Conditions> {
  const logic = await readTerms(terms, context);
  const name = createNames(logic);
  const tellCase = caseTeller(context);
  return {
    ...createChoices(logic),
    isPlain: (each) => plainExpression(each, logic) !== undefined,
    name,
    expression: (all, { isDecided, says = stepSays }) => {
      if (all.some((each) => each.terms.length === 0)) return undefined;
      const parts = all.map((each) => {
        const text = isDecided(each) ? undefined : plainExpression(each, logic);
        if (text !== undefined) tellCase(each.nodes);
        const asked = text ?? says(name(each));
        return standingFor(asked, ...each.nodes);
      });
      return anyOf(parts);
    },
  };
}

function createNames({ meant }: TermLogic): Conditions['name'] {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  return (each) => {
    const known = names.get(each.key) ?? uniqueName(conditionName(each.terms, meant), taken);
    names.set(each.key, known);
    return known;
  };
}

/** An expression that compares without regard to letter case; undefined where none says it. */
function plainExpression(
  { terms }: Conjunction,
  { meant, isDoubtful }: TermLogic,
): Expression | undefined {
  if (terms.some(isDoubtful)) return undefined;
  const refTerms = terms.map(meant);
  const refs = terms.length > 1 ? refsOf(refTerms) : undefined;
  if (refs !== undefined) return anyOf(refs.map(isRef));
  const texts = refTerms.map(({ tag, exclude }) =>
    combinedRefExpression(tag?.pattern, exclude?.pattern),
  );
  const said = texts.filter((text) => text !== undefined && text.code !== 'true');
  return texts.includes(undefined) ? undefined : allOf(said.flatMap((text) => text ?? []));
}

const isRef = (ref: string): Expression => expression`github.ref_name == ${ref}`;

/** Says once of a project that conditions are not case-sensitive. */
function caseTeller({ report }: TranslationContext): (nodes: readonly ScalarNode[]) => void {
  let isTold = false;
  return ([first]) => {
    if (isTold || first === undefined) return;
    isTold = true;
    report(
      'letter-case',
      { file: first.file, start: first.start, end: first.end },
      'conditions are not case-sensitive before steps that get no secret and neither push nor deploy; all others are',
    );
  };
}
