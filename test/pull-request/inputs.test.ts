import { describe, expect, test } from 'vitest';
import { runOn } from './run.ts';
import { legacy, useWeb } from './web.ts';

const web = useWeb();

describe('inputs', () => {
  const wrong: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
    [{ repositories: 'acme' }, 'Input repositories: found `acme`, expected `OWNER/NAME`.'],
    [{ repositories: 'acme/..' }, 'Input repositories: found `acme/..`'],
    [{ repositories: 'acme/web/x' }, 'Input repositories: found `acme/web/x`'],
    [{ repositories: '-u/web' }, 'Input repositories: found `-u/web`'],
    [{ branch: '--force' }, 'Input branch: `--force` is not a valid branch name.'],
    [{ branch: 'a b' }, 'Input branch: `a b` is not a valid branch name'],
    [{ branch: 'a..b' }, 'Input branch: `a..b` is not a valid branch name'],
    [{ branch: 'a:b' }, 'Input branch: `a:b` is not a valid branch name'],
    [{ base: 'x.lock' }, 'Input base: `x.lock` is not a valid branch name'],
    [{ branch: 'main' }, '`main` is both `base` and `branch`.'],
    [{ base: 'none' }, 'acme/web has no branch `none`.'],
    [{ token: '' }, 'Input token is empty.'],
    [{ token: ' \n' }, 'Input token is empty.'],
    [
      { token: 'ghp_secret1\nghp_secret2' },
      'Input token contains characters that a token cannot have.',
    ],
    [{ token: 'ghp_secret1…' }, 'Input token contains characters that a token cannot have.'],
    [{ force: 'maybe' }, 'Input force: `maybe` is neither true nor false.'],
    [{ parallel: 'maybe' }, 'Input parallel: found `maybe`'],
  ];
  test.each(wrong)('%j', async (inputs, message) => {
    const run = await runOn(web.github, inputs);
    expect(run.code).toBe(1);
    expect(run.log).toContain(`error: ${message}`);
    expect(run.log).not.toContain('ghp_secret');
    expect(web.writes()).toEqual([]);
  });

  test('a token with a blank around it, from a careless copy, is the token', async () => {
    const run = await runOn(web.github, { token: ` ${web.github.token}\r\n` });
    expect(run.code, run.log).toBe(0);
    expect(run.log).not.toContain(web.github.token);
  });

  test('owners as companies name their people', async () => {
    web.github.addRepository('jane_acme/web', legacy);
    const run = await runOn(web.github, { repositories: 'jane_acme/web' });
    expect(run.code, run.log).toBe(0);
  });
});
