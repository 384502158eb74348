import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { rewriteTar, type TarDecision } from '../../../src/actions/pull-boot-image/tar.ts';

const folder = mkdtempSync(join(tmpdir(), 'transship-tar-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const deep = 'deep/'.repeat(60);
const files: Readonly<Record<string, string>> = {
  'a/keep': 'kept',
  'a/replace': 'old content',
  'a/drop': 'gone',
  'a/empty': '',
  'a/large': 'x'.repeat(300_000),
  [`a/${deep}replace`]: 'old and long',
  [`a/${deep}drop`]: 'gone',
  'a/last': 'last',
};

const decide = (path: string): TarDecision => {
  if (path.endsWith('/drop')) return { kind: 'drop' };
  if (path.endsWith('/replace'))
    return { kind: 'replace', content: (old) => `${old.toUpperCase()} ${'y'.repeat(600)}` };
  return { kind: 'keep' };
};

/** Real archives of tar in several formats, cut into pieces of odd sizes. */
test.each([
  ['gnu', 7],
  ['gnu', 65_536],
  ['pax', 1_000],
  ['posix', 513],
])('format %s in pieces of %i', async (format, size) => {
  const source = mkdtempSync(join(folder, 'source-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(source, path, '..'), { recursive: true });
    writeFileSync(join(source, path), text);
  }
  const archive = execFileSync('tar', [`--format=${format}`, '-cf', '-', 'a'], {
    cwd: source,
    maxBuffer: 1e8,
  });
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < archive.length; at += size) yield archive.subarray(at, at + size);
  };
  const result: Uint8Array[] = [];
  for await (const chunk of rewriteTar(pieces(), decide)) result.push(chunk);
  const target = mkdtempSync(join(folder, 'target-'));
  execFileSync('tar', ['-xf', '-'], { cwd: target, input: Buffer.concat(result) });
  const found = execFileSync('find', ['.', '-type', 'f'], { cwd: target, encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((path) => path.slice(2))
    .sort();
  expect(found).toEqual(
    Object.keys(files)
      .filter((path) => !path.endsWith('/drop'))
      .sort(),
  );
  for (const path of found) {
    const old = files[path] ?? '';
    const text = path.endsWith('/replace') ? `${old.toUpperCase()} ${'y'.repeat(600)}` : old;
    expect(readFileSync(join(target, path), 'utf8') === text, path).toBe(true);
  }
});

test('what is cut off is an error', async () => {
  const source = mkdtempSync(join(folder, 'source-'));
  writeFileSync(join(source, 'file'), 'x'.repeat(5_000));
  const archive = execFileSync('tar', ['-cf', '-', 'file'], { cwd: source });
  const cut = async function* (): AsyncGenerator<Uint8Array> {
    yield archive.subarray(0, 2_000);
  };
  await expect(
    (async () => {
      for await (const _ of rewriteTar(cut(), decide));
    })(),
  ).rejects.toThrow('ends too early');
});
