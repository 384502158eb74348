// For jobs that something of another repository starts, and which nobody here sends: the step to put there.

import { visible } from '../ground/display-text.ts';
import type { LineEdge, LineGraph } from '../legacy/line-graph.ts';
import { writeScalar } from '../output/scalar.ts';
import { quoteWord } from '../shell/words.ts';

/** Markdown: a block of YAML for each name, and the token that it needs. */
export function sendingSteps({ edges, receiver = 'OWNER/REPOSITORY' }: LineGraph): string[] {
  const names = new Map<string, LineEdge>();
  for (const edge of edges) if (edge.sent !== undefined) names.set(edge.from, edge);
  if (names.size === 0) return [];
  return [
    `Add each of these steps after the last step of the job that produces the version, in the repository that has it. The secret \`ASSEMBLY_LINE_TOKEN\` there is a fine-grained token with \`Contents: write\` on \`${visible(receiver)}\`.`,
    '',
    ...[...names.values()].flatMap((edge) => ['```yaml', ...stepLines(edge, receiver), '```', '']),
  ].slice(0, -1);
}

function stepLines({ from, to, detail = '', sent }: LineEdge, receiver: string): string[] {
  const command =
    sent === 'payload'
      ? [
          '# payload.json: what the webhook was sent; at most ten keys at its top.',
          `jq --arg event "$EVENT" '{event_type: $event, client_payload: .}' payload.json > event.json`,
        ]
      : [
          `jq -n --arg event "$EVENT" --arg name "$NAME" --arg version "$VERSION" '{event_type: $event, client_payload: {name: $name, versionName: $version}}' > event.json`,
        ];
  return [
    `- name: ${writeScalar(`Tell ${receiver} of ${from}`)}`,
    '  env:',
    '    GH_TOKEN: ${{ secrets.ASSEMBLY_LINE_TOKEN }}',
    `    EVENT: ${writeScalar(detail)}`,
    ...(sent === 'payload'
      ? []
      : [
          `    NAME: ${writeScalar(from)}`,
          `    # The version that ${visible(to)} is to take: the tag of an image, a commit, a number.`,
          '    VERSION: ${{ github.sha }}',
        ]),
    '  run: |',
    ...command.map((line) => `    ${line}`),
    `    gh api ${quoteWord(`repos/${receiver}/dispatches`)} --input event.json`,
  ];
}
