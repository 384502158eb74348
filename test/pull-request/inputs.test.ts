import { describe, expect, test } from 'vitest';
import { runOn } from './run.ts';
import { useWeb } from './web.ts';

const web = useWeb();

describe('inputs', () => {
  const wrong: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
    [{ repositories: 'acme' }, 'Input repositories: found `acme`, expected `OWNER/NAME`.'],
    [{ repositories: 'acme/..' }, 'Input repositories: found `acme/..`'],
    [{ repositories: 'acme/web/x' }, 'Input repositories: found `acme/web/x`'],
    [{ repositories: '-u/web' }, 'Input repositories: found `-u/web`'],
    [{ branch: '--force' }, 'Input branch: `--force` is no name of a branch.'],
    [{ branch: 'a b' }, 'Input branch: `a b` is no name'],
    [{ branch: 'a..b' }, 'Input branch: `a..b` is no name'],
    [{ branch: 'a:b' }, 'Input branch: `a:b` is no name'],
    [{ base: 'x.lock' }, 'Input base: `x.lock` is no name'],
    [{ branch: 'main' }, '`main` is both `base` and `branch`.'],
    [{ base: 'none' }, 'acme/web has no branch `none`.'],
    [{ token: '' }, 'Input token is empty.'],
    [{ force: 'yes' }, 'Input force: found `yes`'],
    [{ parallel: 'maybe' }, 'Input parallel: found `maybe`'],
  ];
  test.each(wrong)('%j', async (inputs, message) => {
    const run = await runOn(web.github, inputs);
    expect(run.code).toBe(1);
    expect(run.log).toContain(`error: ${message}`);
    expect(web.writes()).toEqual([]);
  });
});
