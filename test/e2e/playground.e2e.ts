/// <reference lib="dom" />

import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from 'axe-core';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBrowser } from './setup/browser.ts';

// The committed page in a real browser, opened from disk as people open it.

const project = new URL('../..', import.meta.url).pathname;
const command = join(project, 'dist/cli/index.js');
const packaged = join(project, 'dist/playground/index.html');
const corpus = join(project, '../shared/corpus');

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
  folder = mkdtempSync(join(tmpdir(), 'transship-playground-'));
  requests = [];
  problems = [];
  context = await browser.newContext({
    viewport: { width: 1280, height: 2600 },
    acceptDownloads: true,
  });
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

const ready = (): Promise<unknown> =>
  page.waitForSelector('html[data-state=ready]', { timeout: 30_000 });

async function open(file = packaged, fragment = ''): Promise<void> {
  await page.goto(`${pathToFileURL(file).href}${fragment}`);
  await ready();
}

const editor = (side: 'Legacy files' | 'Results') =>
  page.locator(`section[aria-label="${side}"] .cm-content`);
const result = async (): Promise<string> =>
  (await editor('Results').innerText()).replaceAll('\u200b', '');
const tab = (name: string) => page.getByRole('tab', { name, exact: true });

/** Puts text where the cursor is, as a paste does. */
async function paste(text: string): Promise<void> {
  await editor('Legacy files').click();
  await page.keyboard.insertText(text);
  await page.waitForFunction(() => document.documentElement.dataset['state'] === 'ready');
  await page.waitForTimeout(150);
  await ready();
}

describe('a page that is opened from disk', () => {
  it('shows an example and asks nothing of the network', async () => {
    await open();
    expect(await result()).toContain('runs-on: ubuntu-24.04');
    expect(requests.filter((url) => !/^(?:file:|blob:|data:)/.test(url))).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('forbids every connection, also to its own code', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      await open();
      const outcomes = await page.evaluate(async (to) => {
        const image = new Promise<string>((resolve) => {
          const made = new Image();
          made.onload = () => resolve('loaded');
          made.onerror = () => resolve('refused');
          made.src = `${to}/image`;
        });
        const script = new Promise<string>((resolve) => {
          const made = document.createElement('script');
          made.onload = () => resolve('loaded');
          made.onerror = () => resolve('refused');
          made.src = `${to}/script`;
          document.head.append(made);
        });
        const fetched = fetch(`${to}/fetch`).then(
          () => 'loaded',
          () => 'refused',
        );
        const beacon = navigator.sendBeacon(`${to}/beacon`, 'x') ? 'queued' : 'refused';
        return [await fetched, await image, await script, beacon];
      }, address);
      expect(outcomes.slice(0, 3)).toEqual(['refused', 'refused', 'refused']);
      expect(asked).toEqual([]);
    } finally {
      server.close();
    }
  });

  it('has nothing that axe-core objects to, light and dark, in each of its panes', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await open();
      for (const pane of ['shippable.yml', 'Checklist', 'Jobs', 'Report']) {
        await tab(pane).last().click();
        // The page's policy allows no script of others; the debugger may run one.
        await page.evaluate(`(() => { ${AxeBuilder.source} })()`);
        const found = await page.evaluate(async () => {
          const axe = (globalThis as unknown as { axe: typeof AxeBuilder }).axe;
          const { violations } = await axe.run();
          return violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .map(({ html }) => html)
                .join(' ')
                .slice(0, 300)}`,
          );
        });
        expect(found, `${colorScheme}, ${pane}`).toEqual([]);
      }
    }
  });
});

describe('what goes in', () => {
  it('is pasted and edited, and converted as it changes', async () => {
    await open();
    await page.getByRole('button', { name: 'Start empty' }).click();
    await ready();
    await paste(
      'language: node_js\nnode_js:\n- 20\nbuild:\nci:\n- echo pasted-command\n'
        .replace('ci:', '  ci:')
        .replace('- echo', '    - echo'),
    );
    expect(await result()).toContain('echo pasted-command');
    await page.keyboard.press('Control+End');
    await paste('echo-in-vain: true\n');
    await tab('Checklist').click();
    expect(await page.locator('.finding').allInnerTexts()).toContainEqual(
      expect.stringContaining('echo-in-vain'),
    );
  });

  it('is dropped: a folder with its scripts', async () => {
    const dropped = join(folder, 'repository');
    mkdirSync(join(dropped, 'scripts'), { recursive: true });
    writeFileSync(
      join(dropped, 'shippable.yml'),
      'language: node_js\nnode_js:\n  - 20\nbuild:\n  ci:\n    - ./scripts/test.sh\n',
    );
    writeFileSync(join(dropped, 'scripts/test.sh'), '#!/bin/bash\necho $BUILD_NUMBER\n');
    await open();
    const session = await context.newCDPSession(page);
    const data = { items: [], files: [dropped], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 300, y: 400, data });
    }
    await page.waitForFunction(() => document.body.innerText.includes('./scripts/test.sh'));
    await ready();
    const text = await result();
    expect(text).toContain('./scripts/test.sh');
    // Known only from the script that the configuration runs.
    expect(text).toContain('BUILD_NUMBER');
  });

  it('comes from a chosen folder', async () => {
    await open();
    await page
      .getByLabel('Open a folder')
      .last()
      .setInputFiles(join(project, 'test/golden/codeship/readme-example'));
    await page.waitForFunction(() => document.body.innerText.includes('codeship-steps.yml'));
    await ready();
    await expect.poll(() => result()).toContain('.github/codeship/run.sh');
  });
});

describe('the ledger', () => {
  it('leads from a value to its lines and from a line to its value', async () => {
    await open();
    await editor('Legacy files').getByText('npm install', { exact: false }).first().click();
    await expect
      .poll(() => page.locator('section[aria-label=Results] .lit-line').allInnerTexts())
      .toEqual([expect.stringContaining('npm install')]);
    expect(await page.locator('.status').innerText()).toMatch(
      /^✓ \/build\/ci\/0: translated → .*shippable\.yml, line \d+$/,
    );
    await editor('Results').getByText('redis:5').first().click();
    await expect
      .poll(() => page.locator('section[aria-label="Legacy files"] .lit-value').allInnerTexts())
      .toEqual(['redis']);
  });

  it('leads from the checklist to the place', async () => {
    await open();
    await page.getByRole('button', { name: 'Start empty' }).click();
    await paste('language: node_js\nnode_js:\n  - 20\nnonsense: 1\nbuild:\n  ci:\n    - true\n');
    await tab('Checklist').click();
    await page.locator('.finding', { hasText: 'nonsense' }).getByRole('button').first().click();
    expect(
      await page.locator('section[aria-label="Legacy files"] .cm-activeLine').innerText(),
    ).toContain('nonsense');
  });
});

describe('what comes out', () => {
  it('is downloaded, one file or all', async () => {
    await open();
    const [one] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download', exact: true }).click(),
    ]);
    expect(one.suggestedFilename()).toBe('shippable.yml');
    expect(readFileSync(await one.path(), 'utf8')).toContain('# Generated by transship');
    const [all] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download all' }).click(),
    ]);
    const files = unzipSync(new Uint8Array(readFileSync(await all.path())));
    expect(Object.keys(files).sort()).toEqual([
      '.github/workflows/shippable.yml',
      'transship-report.json',
    ]);
    const report = JSON.parse(strFromU8(files['transship-report.json'] ?? new Uint8Array()));
    expect(report.files[0].content).toBe(
      strFromU8(files['.github/workflows/shippable.yml'] ?? new Uint8Array()),
    );
  });

  it('is a link that opens the same input, never sent', async () => {
    await open();
    await page.getByRole('button', { name: 'Start empty' }).click();
    await paste('language: go\ngo:\n  - 1.24\nbuild:\n  ci:\n    - go test ./linked/...\n');
    await page.getByRole('button', { name: 'Link' }).click();
    const address = page.url();
    expect(address).toContain('#input=');
    const other = await context.newPage();
    await other.goto(address);
    await other.waitForSelector('html[data-state=ready]');
    expect(
      await other.locator('section[aria-label="Legacy files"] .cm-content').innerText(),
    ).toContain('./linked/...');
    expect(requests.filter((url) => !/^(?:file:|blob:|data:)/.test(url))).toEqual([]);
  });

  it('is not a link where something looks like a secret, which is hidden until the cursor is there', async () => {
    await open();
    await page.getByRole('button', { name: 'Start empty' }).click();
    const token = `ghp_${'aB3'.repeat(12)}`;
    await paste(`language: go\nenv:\n  - TOKEN=${token}\nbuild:\n  ci:\n    - true\n`);
    await page.getByRole('button', { name: 'Link' }).click();
    expect(page.url()).not.toContain('#input=');
    expect(await page.locator('.message').innerText()).toContain(
      'shippable.yml, line 3, looks like a secret (GitHub token)',
    );
    expect(await editor('Legacy files').innerText()).not.toContain(token);
    await page.keyboard.press('Tab');
    await editor('Legacy files').getByText('TOKEN=').click();
    await page.keyboard.press('End');
    await expect.poll(() => editor('Legacy files').innerText()).toContain(token);
  });
});

describe('a copy that the command writes', () => {
  /** What the page's own converter reports of the files that the copy holds. */
  async function reportOf(file: string): Promise<string> {
    await open(file);
    await tab('Report').last().click();
    await page.waitForFunction(() => document.querySelector('.json')?.textContent?.startsWith('{'));
    return (await page.locator('.json').textContent()) ?? '';
  }

  const cases = [
    ...['shippable', 'codeship'].map((system) =>
      join(project, 'test/golden', system, 'readme-example'),
    ),
    ...(existsSync(corpus)
      ? readdirSync(corpus).flatMap((kind) =>
          readdirSync(join(corpus, kind)).map((name) => join(corpus, kind, name)),
        )
      : []),
  ];

  it.skipIf(!existsSync(corpus))(
    'says the same as `convert --json`, byte for byte, over the corpus',
    { timeout: 600_000 },
    async () => {
      const differing: string[] = [];
      for (const [index, source] of cases.entries()) {
        const repository = join(folder, `repository-${index}`);
        cpSync(source, repository, {
          recursive: true,
          filter: (at) => !/\/expected(?:\.txt)?(?:\/|$)/.test(at),
        });
        // The corpus may be read-only, and what is copied from it with it.
        execFileSync('chmod', ['-R', 'u+w', repository]);
        const copy = join(folder, `${index}.html`);
        const printed = execFileSync(
          process.execPath,
          [command, 'playground', repository, '--out', copy],
          { encoding: 'utf8' },
        );
        expect(printed).toBe(`${copy}\n`);
        let expected = '';
        try {
          expected = execFileSync(
            process.execPath,
            [command, 'convert', repository, '--json', '--dry-run'],
            { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e8 },
          );
        } catch (error) {
          // Exit code 1: a broken file; the report is there all the same.
          expected = String((error as { stdout?: string }).stdout);
        }
        if ((await reportOf(copy)) !== expected) differing.push(source);
      }
      expect(differing).toEqual([]);
      expect(cases.length).toBeGreaterThan(50);
    },
  );
});

describe('the report as a page', () => {
  it('shows the same panes, reads offline, and links values to lines', async () => {
    const report = join(folder, 'report.html');
    const source = join(project, 'test/golden/shippable/readme-example');
    execFileSync(
      process.execPath,
      [command, 'convert', source, '--out', join(folder, 'out'), '--report', report],
      { stdio: 'ignore' },
    );
    await open(report);
    await editor('Legacy files').getByText('npm install').first().click();
    await expect
      .poll(() => page.locator('section[aria-label=Results] .lit-line').allInnerTexts())
      .toEqual([expect.stringContaining('npm install')]);
    await page.keyboard.type('typed');
    expect(await editor('Legacy files').innerText()).not.toContain('typed');
    await page.evaluate(`(() => { ${AxeBuilder.source} })()`);
    const found = await page.evaluate(async () => {
      const axe = (globalThis as unknown as { axe: typeof AxeBuilder }).axe;
      return (await axe.run()).violations.map(({ id }) => id);
    });
    expect(found).toEqual([]);
    expect(problems).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
  });
});
