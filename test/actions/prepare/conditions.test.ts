import { describe, expect, test } from 'vitest';
import { runPrepare } from './run-prepare.ts';

describe('conditions', () => {
  const holds = async (conditions: string, env: Record<string, string> = {}) => {
    const { host, exitCode, log } = await runPrepare({ INPUT_CONDITIONS: conditions }, { env });
    return { holds: JSON.parse(host.outputs.get('holds') ?? 'null'), exitCode, log };
  };

  test('are decided for the ref, in their order', async () => {
    const text =
      'deploy: {tag: ^main}\nskip: {tag: dev}\nboth: [{exclude: dev}, {tag: main}]\nnone: {}\nwide: {branches: {only: m*}}';
    const result = await holds(text);
    expect(result.holds).toEqual(['deploy', 'both', 'none', 'wide']);
    expect(result.log).toContain('skip: false, `tag` dev does not match main');
  });

  test('on a pull request CodeShip asks the source, Shippable the base', async () => {
    const env = { GITHUB_REF_NAME: '5/merge', GITHUB_HEAD_REF: 'fix', GITHUB_BASE_REF: 'main' };
    expect(
      (await holds('c: {tag: fix}\ns: {branches: {only: main}}\nx: {tag: main}', env)).holds,
    ).toEqual(['c', 's']);
  });

  test('one member of a list that fails decides', async () => {
    const result = await holds('a: [{tag: main}, {exclude: ^main$}]');
    expect(result.holds).toEqual([]);
    expect(result.log).toContain('a: false, `exclude` ^main$ matches main');
  });

  test('an invalid pattern is a warning, not a failure', async () => {
    const result = await holds('a: {tag: ^(x}');
    expect(result).toMatchObject({ holds: [], exitCode: 0 });
    expect(result.log).toMatch(/warning: Condition a: `tag: \^\(x` is not a valid RE2 expression/);
  });

  test('what cannot be read is an error', async () => {
    expect(await holds('a: {tags: x}')).toMatchObject({ holds: null, exitCode: 1 });
    expect((await holds('a: {tag: x}', { GITHUB_REF_NAME: '' })).log).toMatch(
      /The ref of this run is unknown/,
    );
  });
});

test('the failures of all parts come together', async () => {
  const { exitCode, host } = await runPrepare({
    INPUT_ENCRYPTED_FILES: 'missing',
    INPUT_VARIABLES: 'BRANCH',
    INPUT_CONDITIONS: 'a: b',
  });
  expect(exitCode).toBe(1);
  expect(host.lines.filter((line) => line.startsWith('error'))).toHaveLength(3);
});
