// What the report says of Assembly Lines beyond their graph: steps for other repositories, examples for what is left.

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { convert } from '../../src/convert/convert.ts';
import { defaultSettings, type Settings } from '../../src/legacy/translation.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { ownPin } from '../golden-case.ts';

async function blocks(text: string, settings: Partial<Settings> = {}): Promise<string[]> {
  const conversion = await convert({
    repository: {
      name: 'acme/app',
      paths: ['shippable.yml'],
      read: (path) => (path === 'shippable.yml' ? text : undefined),
    },
    settings: { ...defaultSettings, ...settings },
    own: ownPin,
  });
  return [...renderMarkdown(conversion).matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(
    ([, block = '']) => block,
  );
}

test('an IN that nobody defines comes with the step that its repository has to run', async () => {
  const [step, hook, ...rest] = await blocks(`
resources:
  - {name: calls, type: webhook, integration: hook}
  - {name: hand, type: params, version: {params: {A: 1}}}
jobs:
  - name: ship
    type: runSh
    steps: [{IN: lib-img}, {IN: calls}, {IN: off-img, switch: off}, {IN: hand}, {TASK: {script: ./ship.sh}}]
`);
  expect(rest).toEqual([]);
  expect(parse(step ?? '')).toMatchObject([
    {
      name: 'Tell acme/app of lib-img',
      env: { EVENT: 'line-lib-img', NAME: 'lib-img' },
      run: expect.stringContaining('gh api repos/acme/app/dispatches --input event.json\n'),
    },
  ]);
  expect(parse(hook ?? '')).toMatchObject([{ env: { EVENT: 'line-calls' } }]);
});

test('what nothing is made of comes with an example, each once and as YAML', async () => {
  const all = await blocks(
    `
resources:
  - {name: img, type: image, integration: hub, versionTemplate: {sourceName: acme/img, versionName: "1"}}
  - {name: nodes, type: cluster, integration: my-nodes, versionTemplate: {sourceName: n}}
  - {name: other, type: cluster, integration: what, versionTemplate: {sourceName: n}}
  - {name: ecs, type: cluster, integration: aws, versionTemplate: {sourceName: e, region: us-east-1}}
  - {name: scale, type: replicas, version: {count: 2, minReplicas: 1, maxReplicas: 3}}
  - {name: lb, type: loadBalancer, integration: aws, versionTemplate: {sourceName: arn, method: application}}
  - {name: env, type: params, version: {params: {A: 1, secure: abc=}}}
jobs:
  - {name: svc, type: manifest, steps: [{IN: img}, {IN: scale}, {IN: env}]}
  - {name: to-nodes, type: deploy, steps: [{IN: svc}, {IN: nodes}]}
  - {name: to-other, type: deploy, steps: [{IN: svc}, {IN: other}]}
  - {name: to-ecs, type: deploy, steps: [{IN: svc}, {IN: ecs}, {IN: lb}]}
`,
    { types: { 'my-nodes': 'nodeCluster' } },
  );
  const names = all.map((block) => (parse(block) as { name: string }[])[0]?.name);
  expect(names).toEqual([
    'Deploy to the machines',
    'Create the load balancer and its target group',
    'Scale by the load of the processors',
    'Store the value in the cluster',
    'Convert again',
  ]);
});
