// How the playground's page does against the same conversion in Node, in the same run, and how long typing keeps the
// page busy. Needs Debian's Chromium; skipped without it.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { playgroundProgram } from '../cli/playground.ts';
import { convertForMeasure, corpusRepositories } from './corpus/repositories.ts';
import { inProject } from './project.ts';

const executablePath = '/usr/bin/chromium';

export type PlaygroundFigures = {
  /** Milliseconds of one conversion, the best of several. */
  readonly node: number;
  readonly page: number;
  /** The longest task of the page's main thread while somebody types, in milliseconds. */
  readonly longestTask: number;
};

/** Measures the largest configuration of the corpus, or the README's; undefined where there is no Chromium. */
export async function measurePlayground(rounds = 15): Promise<PlaygroundFigures | undefined> {
  if (!fs.existsSync(executablePath)) return undefined;
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'transship-bench-'));
  try {
    return await measure(browser, folder, rounds);
  } finally {
    await browser.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  browser: Browser,
  folder: string,
  rounds: number,
): Promise<PlaygroundFigures> {
  const repositories = [...corpusRepositories()];
  const sizeOf = ({ repository }: (typeof repositories)[number]): number =>
    repository.paths.reduce((sum, at) => sum + (repository.read(at)?.length ?? 0), 0);
  repositories.sort((a, b) => sizeOf(b) - sizeOf(a));
  const source = repositories[0]?.folder ?? inProject('test/golden/shippable/readme-example');
  const copy = path.join(folder, 'page.html');
  const io = { stdout: () => {}, stderr: () => {}, env: {}, folder } as unknown as Parameters<
    typeof playgroundProgram
  >[1];
  await playgroundProgram({ arguments: [source], options: { out: copy } }, io);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(pathToFileURL(copy).href);
  const ready = (): Promise<unknown> => page.waitForSelector('html[data-state=ready]');
  await ready();
  const repository = repositories[0]?.repository;
  let node = Number.POSITIVE_INFINITY;
  let inPage = Number.POSITIVE_INFINITY;
  await page.locator('.cm-content').first().click();
  await page.keyboard.press('Control+End');
  const watch = await page.evaluateHandle(watchTasks);
  for (let round = 0; round < rounds; round++) {
    if (repository !== undefined) {
      const start = performance.now();
      await convertForMeasure(repository);
      node = Math.min(node, performance.now() - start);
    }
    await page.keyboard.type('# a comment\n', { delay: 15 });
    await ready();
    const took = await page.evaluate<string>('document.documentElement.dataset.milliseconds');
    inPage = Math.min(inPage, Number(took));
  }
  const longestTask = await watch.evaluate((state) => state.longest);
  return { node, page: inPage, longestTask };
}

/** Runs in the page: the longest task from now on. */
function watchTasks(): { longest: number } {
  const state = { longest: 0 };
  new PerformanceObserver((list: { getEntries(): readonly { duration: number }[] }) => {
    for (const { duration } of list.getEntries()) state.longest = Math.max(state.longest, duration);
  }).observe({ entryTypes: ['longtask'] });
  return state;
}

type Observer = new (
  callback: (list: { getEntries(): readonly { duration: number }[] }) => void,
) => { observe(options: object): void };
declare const PerformanceObserver: Observer;
