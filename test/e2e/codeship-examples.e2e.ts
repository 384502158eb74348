// What CodeShip's command line was tested with (../codeship-examples/README.md): each folder is converted and runs as
// it did there. EXAMPLES=PATTERN takes only the folders whose name the pattern matches.

import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canMakeImages, type Images, makeImages } from '../codeship-examples/images.ts';
import { rows } from '../codeship-examples/rows.ts';
import { examplesFolder, type Run, runFolder } from '../codeship-examples/run-folder.ts';
import { closeTools, openTools, type Tools } from '../equivalence/run-case.ts';
import { type Finished, schedule } from '../equivalence/schedule.ts';
import { printTable } from '../equivalence/table.ts';
import { takeMachineLock } from './setup/machine-lock.ts';

/** Of which most is the wait for a case's turn, as all begin together. */
const timeLimit = 1_500_000;
const wanted = new RegExp(process.env['EXAMPLES'] ?? '');
const missing = await missingPart();

/** What the suite cannot run without; in `.ci/run` only the examples may be missing. */
async function missingPart(): Promise<string | undefined> {
  if (!existsSync(examplesFolder)) return 'no ../shared/examples/codeship-tool-examples';
  if (process.env['TRANSSHIP_REQUIRE_TOOLS'] === '1' || (await canMakeImages())) return undefined;
  return 'no Debian root: .ci/install.sh examples && .ci/engine.sh images';
}

const start = (some: typeof rows, tools: Tools) =>
  schedule(
    some
      .filter(({ folder }) => wanted.test(folder))
      .map((row) => ({ row, name: row.folder, alone: row.alone === true })),
    ({ row }) => runFolder(row, tools),
  );

describe.skipIf(missing !== undefined)(missing ?? 'examples', () => {
  const running = new Map<string, Promise<Finished<readonly Run[]>>>();
  const done = new Map<string, Finished<readonly Run[]>>();
  const remarks = new Map<string, string>();
  let opened: { tools: Tools; images: Images; release: () => void } | undefined;

  beforeAll(async () => {
    const release = await takeMachineLock('codeship-examples');
    const [tools, images] = [await openTools(), await makeImages()];
    opened = { tools, images, release };
    for (const [{ name }, started] of start(rows, tools)) {
      started.catch(() => {});
      running.set(name, started);
    }
  }, 600_000);

  afterAll(async () => {
    printTable(done, remarks);
    if (opened === undefined) return;
    closeTools(opened.tools);
    await opened.images.remove();
    opened.release();
  });

  for (const row of rows.filter(({ folder }) => wanted.test(folder))) {
    const { folder, note, explained } = row;
    test(folder, { timeout: timeLimit }, async ({ task }) => {
      const isSecondTry = (task.result?.retryCount ?? 0) > 0;
      const again = isSecondTry && opened !== undefined ? start([row], opened.tools)[0] : undefined;
      const result = await (again?.[1] ?? running.get(folder));
      if (result === undefined) throw new Error('never started');
      done.set(folder, result);
      const differs = result.comparisons.some(({ differences }) => differences > 0);
      const same = explained === undefined ? 'same' : `nothing to run: ${explained.why}`;
      remarks.set(
        folder,
        differs ? 'not the same' : note === undefined ? same : `${same}; ${note}`,
      );
      for (const { event, expected, actual, log } of result.comparisons)
        expect(actual, `${event}\n${log}`).toEqual(expected);
    });
  }
});
