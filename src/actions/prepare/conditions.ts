import type { Failure } from '../../ground/failure.ts';
import type { prepareInterface } from '../../interfaces/prepare.ts';
import { decideRefCondition } from '../../pattern/ref-condition.ts';
import { builtRefs } from '../built-refs.ts';
import type { ActionContext } from '../program.ts';
import { readConditions } from '../read-ref-condition.ts';

/** Decides the input `conditions` and sets the output `holds`; says for each name why. */
export async function decideConditions({
  host,
  inputs,
  output,
}: ActionContext<typeof prepareInterface>): Promise<readonly Failure[]> {
  const read = readConditions(inputs.conditions);
  if (!read.ok) return [{ message: `Input conditions: ${read.failure.message}.` }];
  const refs = builtRefs(host.env);
  if (refs.codeship === '') {
    return [
      {
        message: 'The ref of this run is unknown: neither GITHUB_REF_NAME nor GITHUB_REF is set.',
        remedy: 'Run this action on a GitHub runner, or set GITHUB_REF_NAME.',
      },
    ];
  }
  const holds: string[] = [];
  for (const [name, members] of read.value) {
    const decisions = await Promise.all(members.map((member) => decideRefCondition(member, refs)));
    for (const warning of decisions.flatMap(({ warnings }) => warnings)) {
      host.warning(`Condition ${name}: ${warning}`, { title: 'transship prepare' });
    }
    const against = decisions.find((decision) => !decision.holds);
    const deciding = against ?? decisions.find(({ reason }) => reason !== '');
    const why = deciding?.reason ?? 'it asks nothing';
    if (against === undefined) holds.push(name);
    host.log(`${name}: ${against === undefined ? 'true' : 'false'}, ${why}`);
  }
  output('holds', JSON.stringify(holds));
  return [];
}
