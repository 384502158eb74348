// The side that sends: a job of the workflow that tells other repositories of new versions, and a workflow for another
// repository whose commits start jobs here.

import { expression } from '../../expression/expression.ts';
import { fixedText, mixedText } from '../../expression/text.ts';
import { firstOfEach } from '../../ground/each-once.ts';
import { traced } from '../../output/tree.ts';
import { quoteWord } from '../../shell/words.ts';
import { layoutWorkflow } from '../../workflow/layout.ts';
import type { Field, Step, Triggers, Workflow } from '../../workflow/model.ts';
import { plainLine } from '../shippable/scripts/script.ts';
import { type SecretNames, secret } from '../shippable/secrets/secret-names.ts';
import type { CompanionDocument, TranslationContext } from '../translation.ts';
import { sourceName } from './files/definition.ts';
import { unknownRepository } from './files/foreign.ts';
import type { LineResource } from './files/model.ts';
import { filterTexts } from './files/ref-filter.ts';
import { commitStart } from './graph/commit-start.ts';
import { eventType } from './graph/events.ts';

const tokenName = 'ASSEMBLY_LINE_TOKEN';

/** A token that may send events to another repository: `GITHUB_TOKEN` reaches its own alone. */
const tokenField = (secrets: SecretNames, to: string): Field => ({
  name: 'GH_TOKEN',
  value: secret(
    secrets.need(
      tokenName,
      `a fine-grained token with \`Contents: write\` on ${to}, to send it events`,
      undefined,
    ),
  ),
});

/** The file of a name on the branch `assembly-lines`: bytes that are not plain are `%XX`. */
const versionFile = (name: string): string => {
  const plain = [...new TextEncoder().encode(name)]
    .map((byte) => {
      const sign = String.fromCharCode(byte);
      return /[A-Za-z0-9_.-]/.test(sign) ? sign : `%${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');
  return `versions/${plain.replace(/^\./, '%2e')}.json`;
};

/** Sends what is recorded of a name. */
export function sendStep(name: string, to: string, secrets: SecretNames): Step {
  const version = '{name: $name, versionName: .versionName, propertyBag: .propertyBag}';
  return {
    kind: 'run',
    name: `Tell ${to} about ${name}`,
    env: [
      tokenField(secrets, to),
      { name: 'NAME', value: name },
      { name: 'EVENT', value: eventType(name) },
      { name: 'REPOSITORY', value: to },
    ],
    run: [
      plainLine(
        `jq --arg name "$NAME" --arg event "$EVENT" '.versions[0] | {event_type: $event, client_payload: ${version}}' ${quoteWord(versionFile(name))} > "$RUNNER_TEMP/event.json"`,
      ),
      plainLine('gh api "repos/$REPOSITORY/dispatches" --input "$RUNNER_TEMP/event.json"'),
    ],
  };
}

/** What stands in another repository so that its commits start jobs here. */
export function sendingWorkflow(
  resources: readonly LineResource[],
  slug: string,
  receiver: string | undefined,
  { own, settings }: TranslationContext,
): CompanionDocument {
  const [first] = resources;
  const node = first === undefined ? undefined : sourceName(first);
  const to = receiver ?? unknownRepository;
  const starts = resources.map(commitStart);
  const branches = starts.some(
    (start) => start.onCommit && filterTexts(start.branches) === undefined,
  )
    ? undefined
    : starts.flatMap((start) => (start.onCommit ? (filterTexts(start.branches) ?? []) : []));
  const every = [fixedText('**')].flatMap((text) => text ?? []);
  const distinct = branches === undefined ? undefined : firstOfEach(branches, ({ text }) => text);
  const on: Triggers = {
    push: {
      ...(starts.some(({ onCommit }) => onCommit) ? { branches: distinct ?? every } : {}),
      ...(starts.some(({ onTag }) => onTag) ? { tags: every } : {}),
    },
    ...(starts.some(({ onRelease }) => onRelease) ? { release: ['published'] as const } : {}),
  };
  const workflow: Workflow = {
    path: 'send.yml',
    header: [],
    on,
    concurrency: mixedText`send-${expression`github.run_id`}`,
    jobs: [
      {
        id: 'send',
        name: `Tell ${to}`,
        runsOn: settings.runner,
        timeoutMinutes: 10,
        permissions: [],
        steps: resources.map(
          (resource): Step => ({
            kind: 'run',
            name: `Send ${eventType(resource.name)}`,
            env: [
              { name: 'GH_TOKEN', value: secret(tokenName) },
              { name: 'NAME', value: traced(resource.name, resource.named) },
              { name: 'EVENT', value: eventType(resource.name) },
              { name: 'COMMIT', value: expression`github.sha` },
              { name: 'REF', value: expression`github.ref_name` },
              { name: 'REPOSITORY', value: to },
            ],
            run: [
              plainLine(
                `jq -n --arg name "$NAME" --arg event "$EVENT" --arg commit "$COMMIT" --arg ref "$REF" '{event_type: $event, client_payload: {name: $name, versionName: $commit, propertyBag: {shaData: {commitSha: $commit, branchName: $ref}}}}' > "$RUNNER_TEMP/event.json"`,
              ),
              plainLine('gh api "repos/$REPOSITORY/dispatches" --input "$RUNNER_TEMP/event.json"'),
            ],
          }),
        ),
      },
    ],
  };
  const { root } = layoutWorkflow(workflow, `Tell ${to}`, own);
  const folder = slug
    .split('/')
    .map((part) => part.replace(/[^\w.-]/g, '-'))
    .join('/');
  return {
    path: `.github/assembly-line/for/${folder}/send.yml`,
    header: [
      `For the repository ${slug}: save it there as .github/workflows/tell-assembly-lines.yml.`,
      `The secret ${tokenName} there is a fine-grained token with "Contents: write" on ${to}.`,
    ],
    root: node === undefined ? root : { ...root, from: [...root.from, node] },
  };
}
