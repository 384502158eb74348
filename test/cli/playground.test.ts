import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from './run.ts';

// The page itself is tried in a browser by the end-to-end tests.

const example = new URL('../golden/codeship/readme-example', import.meta.url).pathname;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'transship-playground-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('transship playground', () => {
  it('prints where the page is', async () => {
    const { code, stdout } = await run(['playground']);
    expect(code).toBe(0);
    expect(existsSync(stdout.trim())).toBe(true);
    expect(stdout.trim()).toMatch(/dist\/playground\/index\.html$/);
  });

  it('writes a copy for its owner alone, with the files of a repository', async () => {
    const out = join(folder, 'page.html');
    const { code, stdout } = await run(['playground', example, '--out', out]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${out}\n` });
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const block =
      /id="playground-data">(.*?)<\/script>/s.exec(readFileSync(out, 'utf8'))?.[1] ?? '';
    const { input } = JSON.parse(block);
    expect(input.files.map(({ path }: { path: string }) => path)).toContain('codeship-steps.yml');
    expect(input.paths).toContain('Dockerfile');
  });

  it('never writes over a file, and says what to do', async () => {
    const out = join(folder, 'page.html');
    writeFileSync(out, 'mine');
    const { code, stderr } = await run(['playground', example, '--out', out]);
    expect(code).toBe(2);
    expect(stderr).toContain('EEXIST');
    expect(readFileSync(out, 'utf8')).toBe('mine');
  });

  it('refuses what is not a folder', async () => {
    const { code, stderr } = await run(['playground', join(folder, 'nowhere')]);
    expect(code).toBe(2);
    expect(stderr).toContain('is not a folder');
  });
});
