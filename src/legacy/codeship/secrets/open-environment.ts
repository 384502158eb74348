// Variables under `environment` whose values lay open: they give way to secrets, which a step writes to a file of the
// service. It is as weak as `environment` was (codeship.md 2.3).

import { hasMark, markOf, marksIn } from '../../../ground/open-mark.ts';
import type { SourceNode } from '../../../source/node.ts';
import type { Job, Step } from '../../../workflow/model.ts';
import { type Service, startedWith } from '../services/service.ts';
import type { Leaf } from '../steps/items.ts';
import type { Assignment } from '../values/values.ts';
import type { SecretFile } from './secret-step.ts';

const openItems = ({ keys }: Service): readonly Assignment[] =>
  (keys.environment?.items ?? []).filter(({ value }) => hasMark(value ?? ''));

/** The file, below RUNNER_TEMP/codeship; undefined for a service without such a variable. */
export const openFileOf = (service: Service): string | undefined =>
  openItems(service).length === 0 ? undefined : `${service.id.replace(/^[.-]+/, '')}.open`;

/** The files of the services that steps start. */
export function openFilesOf(leaves: readonly Leaf[]): readonly SecretFile[] {
  const started = leaves
    .filter(({ kind }) => kind === 'run')
    .flatMap(({ service }) => [...startedWith(service), service]);
  return [...new Set(started)].flatMap((service): SecretFile[] => {
    const name = openFileOf(service);
    if (name === undefined) return [];
    return [
      {
        sealed: { what: 'environment', name, nodes: [], services: [service], leaves: [] },
        accounts: [],
        lines: openItems(service).map(({ name: variable, value = '' }) => {
          const [secret] = marksIn(value);
          return secret !== undefined && markOf(secret) === value
            ? { name: variable, secret }
            : { name: variable, value };
        }),
      },
    ];
  });
}

/** Secrets that other texts of services hold, such as a command: the Compose file names them as variables. */
export function secretsOfCompose(services: readonly Service[]): readonly string[] {
  const ownWay = /^(?:environment|args|encrypted_\w+)$/;
  return [...new Set(services.flatMap(({ node }) => openBelow(node, (key) => !ownWay.test(key))))];
}

/** Whether anything of a service lay open: its container, or the build of its image, is handed a secret for it. */
export const holdsOpenValue = ({ node }: Service): boolean => openBelow(node).length > 0;

/** Names of the secrets that stand for what lay open in a value, and below it under the wanted keys. */
function openBelow(
  node: SourceNode,
  wanted: (key: string) => boolean = () => true,
): readonly string[] {
  if (node.kind === 'scalar') return marksIn(node.text);
  if (node.kind === 'sequence') return node.items.flatMap((item) => openBelow(item, wanted));
  return node.entries.flatMap(({ key, value }) =>
    wanted(key.text) ? openBelow(value, wanted) : [],
  );
}

/** Steps that call Compose give it these secrets. */
export const withComposeSecrets = (job: Job, names: readonly string[]): Job =>
  names.length === 0 ? job : { ...job, steps: job.steps.map((step) => stepWith(step, names)) };

function stepWith(step: Step, names: readonly string[]): Step {
  if (step.kind === 'parallel')
    return { ...step, steps: step.steps.map((each) => stepWith(each, names) as typeof each) };
  if (step.kind !== 'run' || !step.run.some(({ text }) => /docker compose|run\.sh/.test(text)))
    return step;
  const env = [...(step.env ?? []), ...names.map((name) => ({ name, value: markOf(name) }))];
  return { ...step, env };
}
