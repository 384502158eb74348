import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, run } from './run.ts';

const shippable = 'language: go\ngo: 1.11\nbuild:\n  ci:\n    - go test\n';

// Where a path leads through a file, nobody can look at what is behind it.
test.each([
  [['convert', 'file/x'], 2, 'there is no folder `FOLDER/file/x`'],
  [['convert', 'absent'], 2, 'there is no folder `FOLDER/absent`'],
  [['convert', '.', '--out', 'file'], 1, 'nothing can be written here'],
  [['convert', '.', '--out', 'file/x'], 1, 'nothing can be written here'],
  [['convert', '.', '--out', 'file', '--dry-run'], 1, 'nothing can be written here'],
  [['convert', '.', '--out', 'file', '--check'], 1, ''],
  [['convert', '.', '--report', 'file/x.md'], 1, 'the report was not written: ENOTDIR'],
  [['convert', '.', '--config', 'file/x.yml'], 2, 'the settings `FOLDER/file/x.yml`'],
  [['basic', 'file/x'], 2, '`FOLDER/file/x` is not a folder'],
  [['playground', 'file/x'], 2, '`file/x` is not a folder'],
  [['audit', 'file/x'], 2, '`file/x`: it cannot be read (ENOTDIR)'],
  [['audit', '.', '--report', 'file/x.md'], 2, '`--report file/x.md`'],
  [['explain', 'file/shippable.yml:1'], 2, '`file/shippable.yml:1` is not'],
  [['try', 'file/x'], 2, 'there is no workflow `file/x`'],
  [['secrets', 'plan', 'file/x'], 2, 'there is no folder `FOLDER/file/x`'],
  [['integrations', 'list', 'file/x'], 2, '`file/x`'],
  [['convert', 'circle/x'], 2, '`FOLDER/circle/x` cannot be read (ELOOP)'],
  [['basic', 'circle/x'], 2, '`FOLDER/circle/x` is not a folder'],
  [['convert', '.', '--out', 'circle'], 1, 'nothing can be written here'],
] as const)('%j is told', async (args, code, message) => {
  const folder = folderWith({ 'shippable.yml': shippable, file: '' });
  fs.symlinkSync('circle', path.join(folder, 'circle'));
  const ran = await run(args, { folder });
  expect(ran.stderr).not.toContain('a bug of transship');
  expect(ran.stderr).toContain(message.replace('FOLDER', folder));
  expect(ran.code).toBe(code);
});

test('a file that links out of the folder is said to', async () => {
  const folder = folderWith({});
  fs.symlinkSync(path.join(folderWith({ x: shippable }), 'x'), path.join(folder, 'shippable.yml'));
  const { code, stderr } = await run(['convert', '.'], { folder });
  expect(code).toBe(1);
  expect(stderr).toContain('cannot be read (it links to a file outside of the folder)');
});
