// Jobs of a large workflow become files that it calls.

import { describe, expect, test } from 'vitest';
import { convert } from '../../src/convert/convert.ts';
import { defaultSettings } from '../../src/legacy/translation.ts';
import { emit } from '../../src/output/emit.ts';
import { layoutWorkflow } from '../../src/workflow/layout.ts';
import type { Workflow } from '../../src/workflow/model.ts';
import { splitLarge } from '../../src/workflow/split-large.ts';
import { ownPin } from '../golden-case.ts';
import { readWorkflow } from '../judges/read-workflow.ts';

const source = `
resources:
  - {name: img, type: image}
  - {name: kv, type: integration, integration: team-kv}
jobs:
  - {name: build, type: runSh, steps: [{TASK: {script: make}}, {OUT: img}]}
  - name: ship
    type: runSh
    steps:
      - {IN: img}
      - {IN: kv}
      - {TASK: {script: 'ship --token "$(shipctl get_integration_resource_field kv token)"'}}
`;

async function workflow(): Promise<Workflow> {
  const { workflows } = await convert({
    repository: { paths: ['shippable.yml'], read: () => source },
    settings: defaultSettings,
    own: ownPin,
  });
  return workflows[0] as Workflow;
}

const textOf = (one: Workflow): string => emit(layoutWorkflow(one, 'Line', ownPin).root).text;
const split = async (most: number, calls = 50, taken: readonly string[] = []) => {
  const whole = await workflow();
  return splitLarge(whole, (one) => textOf(one).length, { most, calls }, new Set(taken));
};

test('what is small enough stays as it is', async () => {
  const whole = await workflow();
  expect(await split(1_000_000)).toEqual([whole]);
});

describe('the largest job moves first', async () => {
  const whole = textOf(await workflow()).length;
  const [caller, ...called] = await split(whole - 1);
  test('and no more than have to', () =>
    expect(called.map(({ path }) => path)).toEqual([
      '.github/workflows/assembly-line-build-ship.yml',
    ]));
  test('the job waits and starts as before', () =>
    expect(textOf(caller)).toContain(`
  ship:
    name: ship
    if: "!cancelled() && (inputs.start == 'ship' || needs.build.outputs.img == 'line-new-version')"
    needs: build
    permissions:
      contents: read
    uses: ./.github/workflows/assembly-line-build-ship.yml # zizmor: ignore[self-repository]
    with:
      pin: \${{ inputs.pin }}
    secrets:
      TEAMKV_INTEGRATION_TOKEN: \${{ secrets.TEAMKV_INTEGRATION_TOKEN }}
`));
  test('its file takes what it needs, and nothing decides there', () => {
    expect(textOf(called[0] as Workflow)).toContain(`
on:
  workflow_call:
    inputs:
      pin:
        type: string
    secrets:
      TEAMKV_INTEGRATION_TOKEN:
        required: false

permissions: {}
concurrency:
  group: assembly-line-build-ship-\${{ github.run_id }}

jobs:
  ship:
    name: ship
    runs-on: ubuntu-24.04
    timeout-minutes: 60
    concurrency:
      group: line-ship
    permissions:
      contents: read
    steps:
`);
  });
});

test('new versions come back through the file', async () => {
  const [, build] = await split(100);
  expect(textOf(build as Workflow)).toContain(`
    outputs:
      img:
        value: \${{ jobs.build.outputs.img }}
`);
});

test('every file is one that GitHub reads', async () => {
  for (const one of await split(100)) expect((await readWorkflow(textOf(one))).errors).toEqual([]);
});

test('never more files than GitHub calls, and no name twice', async () => {
  expect((await split(100, 1)).length).toBe(2);
  const taken = '.github/workflows/assembly-line-build-ship.yml';
  expect((await split(100, 50, [taken])).map(({ path }) => path)).toContain(
    '.github/workflows/assembly-line-build-ship-2.yml',
  );
});
