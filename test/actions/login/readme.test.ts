import fs from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { plainEntries } from '../../../src/actions/login/plain-entries.ts';
import { registryOfType } from '../../../src/integration/registries.ts';
import { loginInterface } from '../../../src/interfaces/login.ts';

const page = fs.readFileSync(new URL('../../../actions/login/README.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
type Step = { readonly uses?: string; readonly with?: Readonly<Record<string, string>> };
type Page = {
  readonly steps?: readonly Step[];
  readonly jobs?: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
};
const steps = blocks
  .flatMap((text): readonly Step[] => {
    const value: unknown = parse(text);
    if (Array.isArray(value)) return value;
    const { jobs, steps: some } = value as Page;
    return some ?? Object.values(jobs ?? {}).flatMap((job) => job.steps);
  })
  .filter(({ uses }) => uses?.includes('/actions/login@'));

test('the examples of the page name inputs and types that there are', () => {
  expect(steps.length).toBeGreaterThan(12);
  for (const { with: inputs = {} } of steps) {
    for (const name of Object.keys(inputs))
      expect(Object.keys(loginInterface.inputs)).toContain(name);
    const entries = plainEntries('integrations', inputs['integrations'] ?? '') ?? [];
    for (const { keys } of entries) {
      const type = keys?.get('type');
      expect(
        type?.kind === 'text' && registryOfType(type.text),
        inputs['integrations'],
      ).toBeTruthy();
    }
  }
});
