/// <reference lib="dom" />

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import AxeBuilder from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generateEstate } from '../../src/dev/bench-audit.ts';
import { startBrowser } from './setup/browser.ts';

// The page of an audit in a real browser, opened from disk as people open it.

const project = new URL('../..', import.meta.url).pathname;
const command = join(project, 'dist/cli/index.js');

const estate: Readonly<Record<string, string>> = {
  'web/shippable.yml': 'language: none\nbuild:\n  ci:\n    - make web\n    - make test\n',
  'api/codeship-services.yml': 'app:\n  image: drydock/u16\n',
  'api/codeship-steps.yml': '- service: app\n  command: make api\n',
  'tools/shippable.yml':
    'language: none\nbuild:\n  ci:\n    - make\nintegrations:\n  hub:\n    - integrationName: hub\n      type: docker\n',
  'broken/shippable.yml': 'build: [\n',
  'notes/.git/HEAD': 'ref: refs/heads/main\n',
  'notes/readme.md': 'nothing\n',
};

let browser: Browser;
let context: BrowserContext;
let page: Page;
let folder: string;
let requests: string[];
let problems: string[];

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'transship-audit-'));
  requests = [];
  problems = [];
  context = await browser.newContext({ viewport: { width: 1280, height: 1200 } });
  context.on('request', (request) => requests.push(request.url()));
  page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
});
afterEach(async () => {
  await context.close();
  rmSync(folder, { recursive: true, force: true });
});

function audit(root: string): string {
  const report = join(folder, 'audit.html');
  execFileSync(process.execPath, [command, 'audit', root, '--report', report], { stdio: 'pipe' });
  return report;
}

function smallEstate(): string {
  const root = join(folder, 'estate');
  for (const [file, text] of Object.entries(estate)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

async function open(file: string, fragment = ''): Promise<void> {
  await page.goto(`${pathToFileURL(file).href}${fragment}`);
  await page.waitForSelector('html[data-state=ready]', { timeout: 30_000 });
}

const names = (): Promise<string[]> => page.locator('tbody th').allInnerTexts();
const choose = (label: string, option: string): Promise<unknown> =>
  page.locator(`#${label.toLowerCase()}`).selectOption(option);
const shown = (index: number): Promise<unknown> =>
  page.waitForSelector(`html[data-shown="${index}"]`);

async function violations(): Promise<string[]> {
  await page.evaluate(`(() => { ${AxeBuilder.source} })()`);
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: typeof AxeBuilder }).axe;
    return (await axe.run()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('; ')}`,
    );
  });
}

describe('the page of an audit', () => {
  it('shows every repository and asks nothing of the network', async () => {
    await open(audit(smallEstate()));
    expect(await names()).toEqual(['api', 'broken', 'notes', 'tools', 'web']);
    expect(await page.locator('.cards').innerText()).toContain('Repositories\n5');
    expect(requests.filter((url) => !/^(?:file:|blob:|data:)/.test(url))).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('sorts by every column, with the keyboard too, and says so', async () => {
    await open(audit(smallEstate()));
    await page.getByRole('button', { name: 'Secrets' }).focus();
    await page.keyboard.press('Enter');
    expect((await names())[0]).toBe('tools');
    expect(await page.locator('th[aria-sort]').evaluate((head) => head.outerHTML)).toContain(
      'descending',
    );
    await page.keyboard.press('Enter');
    expect((await names()).at(-1)).toBe('tools');
    await page.getByRole('columnheader', { name: 'Repository' }).getByRole('button').click();
    expect((await names())[0]).toBe('api');
  });

  it('filters by name, state, wave and what repositories have', async () => {
    await open(audit(smallEstate()));
    await page.getByLabel('Name', { exact: true }).fill('o');
    expect(await names()).toEqual(['broken', 'notes', 'tools']);
    await page.getByLabel('Name', { exact: true }).fill('');
    await choose('State', 'failed');
    expect(await names()).toEqual(['broken']);
    await choose('State', 'itself');
    expect(await names()).toEqual(['api', 'tools', 'web']);
    await choose('State', '');
    await choose('Wave', '1');
    expect(await names()).toEqual(['api', 'tools', 'web']);
    await page.getByRole('button', { name: /drydock\/u16: show the repositories/ }).click();
    expect(await names()).toEqual(['api']);
    expect(await page.locator('caption').innerText()).toBe('1 repository');
  });

  it('opens a repository, and a value leads to the lines that it became', async () => {
    await open(audit(smallEstate()));
    await page.getByRole('button', { name: 'web', exact: true }).click();
    await shown(4);
    const legacy = page.locator('section[aria-label="Legacy files"] .cm-content');
    expect(await legacy.innerText()).toContain('make web');
    await legacy.getByText('make test').click();
    const lit = page.locator('section[aria-label="Results"] .lit-line');
    expect(await lit.allInnerTexts()).toEqual([expect.stringContaining('make test')]);
    await page.goBack();
    expect(await names()).toHaveLength(5);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('web');
    await page.getByRole('button', { name: 'broken', exact: true }).click();
    await shown(1);
    expect(await page.locator('.detail .lead').innerText()).toContain('shippable.yml:2');
    await page
      .getByRole('button', { name: 'notes' })
      .or(page.getByText('All repositories'))
      .first()
      .click();
    await page.getByRole('button', { name: 'notes', exact: true }).click();
    await shown(2);
    expect(await page.locator('.viewer').isVisible()).toBe(false);
    expect(problems).toEqual([]);
  });

  it('has nothing that axe-core objects to: the table and a repository, light and dark', async () => {
    const file = audit(smallEstate());
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const fragment of ['', '#r4', '#r1', '#r2']) {
        await page.goto('about:blank');
        await open(file, fragment);
        if (fragment !== '') await shown(Number(fragment.slice(2)));
        expect(await violations(), `${colorScheme} ${fragment}`).toEqual([]);
      }
    }
  });

  it('prints every row', async () => {
    const root = join(folder, 'estate');
    generateEstate(root, 230);
    await open(audit(root));
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 200);
    await page.pdf();
    expect(await names()).toHaveLength(230);
  });

  it('holds 2,000 repositories below 20 MB and opens without a long task; the viewer is small', async () => {
    const root = join(folder, 'estate');
    generateEstate(root, 2000);
    const file = audit(root);
    expect(statSync(file).size).toBeLessThan(20_000_000);
    expect(
      gzipSync(readFileSync(join(project, 'dist/report/index.html')), { level: 9 }).length,
    ).toBeLessThanOrEqual(150_000);
    await page.addInitScript(() => {
      const state = { longest: 0 };
      (globalThis as unknown as { tasks: typeof state }).tasks = state;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries())
          state.longest = Math.max(state.longest, duration);
      }).observe({ type: 'longtask', buffered: true });
    });
    await open(file);
    await page.waitForTimeout(500);
    const longest = (): Promise<number> =>
      page.evaluate(() => (globalThis as unknown as { tasks: { longest: number } }).tasks.longest);
    console.log(`longest task while opening: ${await longest()} ms`);
    await page.getByLabel('Name', { exact: true }).fill('service-1999');
    expect(await names()).toEqual(['team-19/service-1999']);
    await page.getByRole('button', { name: 'team-19/service-1999' }).click();
    await page.waitForSelector('.viewer');
    console.log(`longest task with a repository: ${await longest()} ms`);
  });
});
