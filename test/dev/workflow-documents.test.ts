import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { describeFinding, githubParser } from '../judges/index.ts';

// What .github/docs/workflows.md tells people to write works with the workflows as they are.

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const examples = [...read('.github/docs/workflows.md').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
  ([, text = '']) => text,
);

type Call = {
  readonly uses?: string;
  readonly with?: object;
  readonly secrets?: object;
  readonly permissions?: object;
};
type Interface = { readonly inputs: object; readonly secrets: object; readonly outputs: object };

describe.each(examples)('example %#', (text) => {
  test("is accepted by GitHub's parser", async () => {
    const findings = await githubParser([{ path: 'example.yml', content: text }]);
    expect(findings.map(describeFinding)).toEqual([]);
  });

  test('calls with inputs, secrets and permissions that the workflow has, and reads outputs of it', () => {
    const { jobs } = parse(text) as { readonly jobs: Readonly<Record<string, Call>> };
    const calls = Object.values(jobs).filter(({ uses }) => uses !== undefined);
    expect(calls).toHaveLength(1);
    for (const { uses = '', with: inputs = {}, secrets = {}, permissions } of calls) {
      const file = /^transship\/transship\/(\.github\/workflows\/[\w-]+\.yml)@v1$/.exec(uses)?.[1];
      const called = parse(read(file ?? '')) as {
        readonly on: { readonly workflow_call: Interface };
        readonly jobs: Readonly<Record<string, Call>>;
      };
      const has = called.on.workflow_call;
      expect(Object.keys(has.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
      expect(Object.keys(has.secrets)).toEqual(expect.arrayContaining(Object.keys(secrets)));
      for (const job of Object.values(called.jobs)) expect(job.permissions).toEqual(permissions);
      for (const [, output = ''] of text.matchAll(/needs\.app\.outputs\.([\w-]+)/g)) {
        expect(Object.keys(has.outputs)).toContain(output);
      }
    }
  });
});

test('every workflow that can be called can be dispatched with no more inputs than older servers take', () => {
  for (const name of ['registry-pipeline', 'codeship-pipeline', 'convert']) {
    const { on } = parse(read(`.github/workflows/${name}.yml`)) as {
      readonly on: { readonly workflow_call: Interface; readonly workflow_dispatch: Interface };
    };
    const dispatched = Object.keys(on.workflow_dispatch.inputs);
    expect(dispatched.length).toBeLessThanOrEqual(10);
    expect(Object.keys(on.workflow_call.inputs)).toEqual(expect.arrayContaining(dispatched));
  }
});
