import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCompileCache } from '../../src/host/compile-cache.ts';
import { folderWith } from '../cli/run.ts';

const uid = process.getuid?.();

describe.runIf(uid !== undefined)('the compile cache of the command', () => {
  /** The folder that is used for these variables, and whether Node was told of it. */
  const used = (env: Record<string, string>, more = {}) => {
    const told: string[] = [];
    const folder = useCompileCache({
      env,
      platform: 'linux',
      uid,
      enable: (at) => told.push(at),
      ...more,
    });
    expect(told).toEqual(folder === undefined ? [] : [folder]);
    return folder;
  };
  const home = () => fs.realpathSync(folderWith({ 'a.txt': '' }));

  test('lies where the user has caches, and is closed to all others', () => {
    const HOME = home();
    const folder = used({ HOME });
    expect(folder).toBe(path.join(HOME, '.cache', 'transship', 'compiled'));
    expect(fs.statSync(folder ?? '').mode & 0o777).toBe(0o700);
    expect(used({ HOME }, { platform: 'darwin' })).toBe(
      path.join(HOME, 'Library', 'Caches', 'transship', 'compiled'),
    );
    expect(used({ HOME, XDG_CACHE_HOME: path.join(HOME, 'x') })).toBe(
      path.join(HOME, 'x', 'transship', 'compiled'),
    );
    expect(used({ HOME, XDG_CACHE_HOME: 'x' })).toBe(folder);
  });

  test('is not there where it is turned off, of no use, or cannot be judged', () => {
    const HOME = home();
    for (const variable of ['NODE_DISABLE_COMPILE_CACHE', 'NODE_COMPILE_CACHE', 'GITHUB_ACTIONS'])
      expect(used({ HOME, [variable]: '1' })).toBeUndefined();
    expect(used({ HOME }, { enable: undefined })).toBeUndefined();
    expect(used({ HOME }, { uid: undefined })).toBeUndefined();
    expect(used({})).toBeUndefined();
    expect(used({ HOME: 'x' })).toBeUndefined();
    expect(used({ HOME: path.join(HOME, 'gone') })).toBeUndefined();
    expect(fs.readdirSync(HOME)).toEqual(['a.txt']);
  });

  test('is not used where others can write, at any height', () => {
    for (const open of [
      '',
      '.cache',
      path.join('.cache', 'transship'),
      path.join('.cache', 'transship', 'compiled'),
    ]) {
      const HOME = home();
      expect(used({ HOME })).toBeDefined();
      fs.chmodSync(path.join(HOME, open), 0o720);
      expect(used({ HOME })).toBeUndefined();
      fs.chmodSync(path.join(HOME, open), 0o702);
      expect(used({ HOME })).toBeUndefined();
      fs.chmodSync(path.join(HOME, open), 0o755);
      expect(used({ HOME })).toBeDefined();
    }
  });

  test('is not used behind a link into a folder where others can write', () => {
    const [HOME, open] = [home(), home()];
    fs.chmodSync(open, 0o777);
    fs.symlinkSync(open, path.join(HOME, '.cache'));
    expect(used({ HOME })).toBeUndefined();
  });

  test("is not used in another user's folder", () => {
    const HOME = home();
    expect(used({ HOME }, { uid: (uid ?? 0) + 1 })).toBeUndefined();
  });

  test.runIf(uid === 0)("root leaves nothing in a user's home", () => {
    const HOME = home();
    fs.chownSync(HOME, 1001, 1001);
    expect(used({ HOME })).toBeUndefined();
    expect(fs.readdirSync(HOME)).toEqual(['a.txt']);
  });

  test('a place that cannot be written, and a Node that refuses, break nothing', () => {
    const HOME = home();
    expect(used({ HOME: path.join(HOME, 'a.txt') })).toBeUndefined();
    if (fs.existsSync('/proc/self')) expect(used({ HOME: '/proc' })).toBeUndefined();
    const enable = () => {
      throw new Error('refused');
    };
    expect(useCompileCache({ env: { HOME }, platform: 'linux', uid, enable })).toBeUndefined();
  });
});
