import { describe, expect, test } from 'vitest';
import { runOn } from './run.ts';
import { branch, shippable, useWeb, workflow } from './web.ts';

const web = useWeb();

describe('edits of people on the branch', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string | null>>, string])[] = [
    [
      'a generated file that was changed',
      { [workflow]: 'name: Mine\n# edited\n' },
      `\`${workflow}\` (added)`,
    ],
    ['a file that was added', { 'docs/new.md': 'New.\n' }, '`docs/new.md` (added)'],
    ['a file of the base that was changed', { 'README.md': 'Other.\n' }, '`README.md` (added)'],
    ['a file that was removed', { 'README.md': null }, '`README.md` (removed)'],
  ];
  test.each(cases)('%s: the branch stays, and everybody is told', async (_, change, said) => {
    await runOn(web.github);
    const files = said.startsWith(`\`${workflow}`)
      ? { [workflow]: web.onBranch(workflow).replace('name: CI', 'name: Tests') }
      : change;
    const edited = web.github.commit('acme/web', branch, files, 'Bo @everyone');
    web.github.commit('acme/web', 'main', { 'shippable.yml': shippable('npm run other') });
    const run = await runOn(web.github);
    expect(run.code, run.log).toBe(0);
    expect(run.pulls[0]).toMatchObject({ state: 'kept', number: 1 });
    expect(web.head()).toBe(edited);
    const words = said.replace(`\`${workflow}\` (added)`, `\`${workflow}\` (edited)`);
    expect(run.log).toContain(
      `warning: acme/web: \`${branch}\` was edited and stays as it is: ${words}; commits by github-actions[bot], Bo @everyone`,
    );
    const body = web.github.pulls[0]?.body ?? '';
    expect(body).toContain(`> People edited this branch, so transship leaves it as it is`);
    expect(body).toContain(words);
    expect(body).not.toMatch(/@\w/);
  });

  const codeship = {
    'codeship-services.yml': 'app:\n  image: busybox\n',
    'codeship-steps.yml': '- service: app\n  command: "true"\n',
  };

  test.each([
    ['removed', null],
    ['edited', 'services: {}\n'],
  ])('a generated file that is as on the base again counts as %s', async (word, before) => {
    web.github.addRepository('acme/api', {
      ...codeship,
      ...(before === null ? {} : { 'compose.codeship.yml': before }),
    });
    await runOn(web.github, { repositories: 'acme/api', force: 'true' });
    const edited = web.github.commit('acme/api', branch, { 'compose.codeship.yml': before });
    const run = await runOn(web.github, { repositories: 'acme/api', force: 'false' });
    const more = await runOn(web.github, {
      repositories: 'acme/api',
      ...(before === null ? {} : { force: 'true' }),
    });
    if (before === null) {
      expect(run.pulls[0], run.log).toMatchObject({ state: 'kept', number: 1 });
      expect(run.log).toContain(
        `was edited and stays as it is: \`compose.codeship.yml\` (${word})`,
      );
      expect(web.github.git('acme/api', 'rev-parse', branch)).toBe(edited);
    } else {
      // Without `force` the file of the base is not ours to write at all.
      expect(run.log).toContain('stands on `main` and is not transship');
      expect(more.log).toContain(`are overwritten: \`compose.codeship.yml\` (${word})`);
    }
  });

  test('a base that took over what the branch adds is not an edit of the branch', async () => {
    web.github.addRepository('acme/api', codeship);
    await runOn(web.github, { repositories: 'acme/api' });
    const path = 'compose.codeship.yml';
    const text = `${web.github.git('acme/api', 'show', `${branch}:${path}`)}\n`;
    web.github.commit('acme/api', 'main', { [path]: text });
    const run = await runOn(web.github, { repositories: 'acme/api' });
    expect(run.pulls[0], run.log).toMatchObject({ number: 1 });
    expect(run.log).not.toContain('warning');
  });

  test('with `force` they are overwritten, which is said with the way back', async () => {
    await runOn(web.github);
    const edited = web.github.commit('acme/web', branch, { 'docs/new.md': 'New.\n' });
    const run = await runOn(web.github, { force: 'true' });
    expect(run.pulls[0], run.log).toMatchObject({ state: 'updated', number: 1 });
    expect(web.commitsAhead()).toBe(1);
    expect(run.log).toContain(
      `The edits on \`${branch}\` are overwritten: \`docs/new.md\` (added)`,
    );
    expect(run.log).toContain(edited);
    expect(web.github.pulls[0]?.body).toContain(`\`git fetch origin ${edited}\` brings them back`);
    await runOn(web.github);
    expect(web.github.pulls[0]?.body).not.toContain('brings them back');
  });

  test('a pull request is opened for an edited branch that has none', async () => {
    await runOn(web.github);
    web.github.pulls.length = 0;
    const edited = web.github.commit('acme/web', branch, { 'docs/new.md': 'New.\n' });
    const run = await runOn(web.github);
    expect(run.pulls[0], run.log).toMatchObject({ state: 'kept', number: 1 });
    expect(web.head()).toBe(edited);
  });

  test('a branch of that name that never was transship’s is left alone', async () => {
    const theirs = web.github.commit('acme/web', branch, { 'docs/new.md': 'New.\n' });
    const run = await runOn(web.github);
    expect(run.code).toBe(1);
    expect(run.log).toContain(
      `The branch \`${branch}\` of acme/web holds work that transship did not write.`,
    );
    expect(web.head()).toBe(theirs);
    expect(web.writes()).toEqual([]);
    expect(run.file('acme/web/changes.patch')).toContain('npm test');
  });

  test('so is one without a common history', async () => {
    const tree = web.github.git('acme/web', 'rev-parse', 'main^{tree}');
    const orphan = web.github.git(
      'acme/web',
      '-c',
      'user.name=Bo',
      '-c',
      'user.email=b@example.test',
      'commit-tree',
      tree,
      '-m',
      'Alone',
    );
    web.github.git('acme/web', 'update-ref', `refs/heads/${branch}`, orphan);
    const run = await runOn(web.github);
    expect(run.code).toBe(1);
    expect(run.log).toContain('holds work that transship did not write');
    expect(web.head()).toBe(orphan);
  });

  test('a push of somebody else in the same moment is not overwritten', async () => {
    await runOn(web.github);
    web.github.commit('acme/web', 'main', { 'shippable.yml': shippable('npm run other') });
    let theirs = '';
    web.github.refuseGit = (path) => {
      if (path.endsWith('service=git-receive-pack') && theirs === '') {
        theirs = web.github.commit('acme/web', branch, { 'docs/new.md': 'New.\n' });
      }
      return undefined;
    };
    const run = await runOn(web.github);
    expect(run.code).toBe(1);
    expect(run.log).toContain('in this moment; nothing of it was overwritten.');
    expect(web.head()).toBe(theirs);
  });
});
