// Computes the variables that were asked for and hands them to later steps.

import { shownText } from '../../expression/text.ts';
import type { Failure } from '../../ground/failure.ts';
import type { Host } from '../../host/host.ts';
import { codeshipVariables } from '../../variables/codeship.ts';
import { shippableVariables } from '../../variables/shippable.ts';
import type { VariableRow } from '../../variables/variable-row.ts';
import { commitHistory } from '../commit-history.ts';
import { computations, type Facts } from '../computed-variables.ts';
import { builtCommit, eventPayload, eventText } from '../event.ts';

/** A program's arguments and environment have limits; one variable of this size leaves room for others. */
const longest = 100_000;

/**
 * Exports the named variables, each once.
 *
 * @param names separated by white space
 * @param jobIndex `strategy.job-index`, from 0
 */
export async function exportVariables(
  host: Host,
  names: string,
  jobIndex: string,
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  const payload = await eventPayload(host);
  const facts: Facts = {
    host,
    history: commitHistory(host, builtCommit(host, payload)),
    event: (at) => eventText(payload, at),
    jobIndex,
  };
  for (const name of new Set(names.split(/[\s,]+/).filter((word) => word !== ''))) {
    const compute = Object.hasOwn(computations, name) ? computations[name] : undefined;
    if (compute === undefined) {
      const refusal = refusalOf(name, host);
      if (refusal !== undefined) failures.push(refusal);
      continue;
    }
    const result = await compute(facts);
    if (result.ok) host.exportVariable(name, shortened(host, name, result.value));
    else if (!failures.some((failure) => failure.message === result.failure.message)) {
      failures.push(result.failure);
    }
  }
  return failures;
}

function shortened(host: Host, name: string, value: string): string {
  if (value.length <= longest) return value;
  host.warning(`${name} has ${value.length} characters and is cut to ${longest}.`, {
    title: 'transship prepare',
  });
  return value.slice(0, longest);
}

/** Why a name is not computed, with what to write instead. */
function refusalOf(name: string, host: Host): Failure | undefined {
  const row = rowOf(name);
  if (row === undefined) {
    return {
      message: `${name} is not a predefined variable of Shippable or CodeShip.`,
      remedy: 'Set variables of your own under `env:`.',
    };
  }
  const { way } = row;
  switch (way.kind) {
    case 'runner':
    case 'computed':
      host.log(`${name} is set by the runner already`);
      return undefined;
    case 'expression':
    case 'literal':
      return {
        message: `${name} does not need to be computed.`,
        remedy: `Write it under \`env:\` of the ${placeOf(row)}: \`${name}: ${shownText(way.value)}\``,
      };
    case 'matrix':
      return {
        message: `${name} does not need to be computed: it is the value of a matrix axis.`,
        remedy: `Write it under \`env:\` of the job: \`${name}: \${{ matrix.${way.axis} }}\``,
      };
    case 'setting':
      return {
        message: `${name} does not need to be computed: it was the value of \`${way.key}\` in shippable.yml.`,
        remedy: 'Write that value under `env:`.',
      };
    case 'none':
      return { message: `${name} does not exist on GitHub.`, remedy: way.reason };
  }
}

function placeOf(row: VariableRow): string {
  return row.way.kind === 'expression' ? row.way.level : 'workflow';
}

function rowOf(name: string): VariableRow | undefined {
  if (Object.hasOwn(shippableVariables, name)) return shippableVariables[name];
  return Object.hasOwn(codeshipVariables, name) ? codeshipVariables[name] : undefined;
}
