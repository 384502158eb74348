import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateReport } from '../judges/index.ts';
import { runOn } from './run.ts';
import { branch, shippable, useWeb, workflow } from './web.ts';

const web = useWeb();

describe('the first run', () => {
  test('pushes one commit with the generated files alone, and opens a pull request with the report', async () => {
    const run = await runOn(web.github);
    expect(run.code, run.log).toBe(0);
    expect(run.pulls).toEqual([
      {
        repository: 'acme/web',
        state: 'opened',
        number: 1,
        url: `${web.github.url}/acme/web/pull/1`,
      },
    ]);
    expect(web.commitsAhead()).toBe(1);
    expect(web.github.git('acme/web', 'diff', '--name-only', 'main', branch)).toBe(workflow);
    expect(web.onBranch(workflow)).toContain('npm test');
    const [pull] = web.github.pulls;
    expect(pull).toMatchObject({
      head: branch,
      base: 'main',
      title: 'Convert Shippable to GitHub Actions',
    });
    expect(pull?.body).toContain('## To do by hand');
    expect(pull?.body).toContain("- GitHub's parser: no finding");
    expect(run.summary).toContain('| `acme/web` | opened | [#1](');
  });

  test('leaves a report, a patch that applies, and nothing else', async () => {
    const run = await runOn(web.github);
    expect(validateReport(JSON.parse(run.file('acme/web/report.json')))).toEqual([]);
    expect(run.file('acme/web/report.md')).toContain('# transship report');
    expect(run.left).toHaveLength(1);
    const folder = mkdtempSync(join(tmpdir(), 'transship-patch-'));
    writeFileSync(join(folder, 'changes.patch'), run.file('acme/web/changes.patch'));
    execFileSync('git', ['apply', 'changes.patch'], { cwd: folder });
    expect(readFileSync(join(folder, workflow), 'utf8').trim()).toBe(web.onBranch(workflow));
    rmSync(folder, { recursive: true });
  });

  test('names the actions of transship by the commit that it runs at', async () => {
    web.github.addRepository('acme/boot', {
      'shippable.yml':
        'build:\n  pre_ci_boot:\n    image_name: acme/ci\n    image_tag: "1"\n    pull: true\n  ci:\n    - make\n',
    });
    await runOn(web.github, { repositories: 'acme/boot' });
    expect(web.github.git('acme/boot', 'show', `${branch}:${workflow}`)).toContain(
      `transship/transship/actions/pull-boot-image@${'1'.repeat(40)} #`,
    );
  });

  test('keeps the token out of the log, of the arguments and of every file', async () => {
    const calls: string[] = [];
    const run = await runOn(
      web.github,
      {},
      {
        host: (host) => ({
          ...host,
          exec: (command, args, options) => {
            calls.push([command, ...args, options?.stdin ?? ''].join(' '));
            expect(Object.keys(options?.env ?? {})).not.toContain('INPUT_TOKEN');
            const { cwd } = options ?? {};
            const credential = Buffer.from(`x-access-token:${web.github.token}`).toString('base64');
            for (const file of cwd === undefined
              ? []
              : readdirSync(cwd, { recursive: true, withFileTypes: true })) {
              if (!file.isFile()) continue;
              const content = readFileSync(join(file.parentPath, file.name), 'latin1');
              expect(content).not.toContain(web.github.token);
              expect(content).not.toContain(credential);
            }
            return host.exec(command, args, options);
          },
        }),
      },
    );
    expect(run.code, run.log).toBe(0);
    expect(calls.length).toBeGreaterThan(10);
    for (const text of [...calls, run.log, run.summary, ...run.outputs.values()]) {
      expect(text).not.toContain(web.github.token);
    }
  });
});

describe('the next run', () => {
  test('changes nothing where nothing changed', async () => {
    await runOn(web.github);
    const before = web.head();
    web.github.commit('acme/web', 'main', { 'README.md': 'Read me too.\n' });
    web.github.requests.length = 0;
    const run = await runOn(web.github);
    expect(run.code, run.log).toBe(0);
    expect(run.pulls[0]?.state).toBe('unchanged');
    expect(web.head()).toBe(before);
    expect(web.writes()).toEqual([]);
  });

  test('makes the branch anew on the base of now, as one commit, in the same pull request', async () => {
    await runOn(web.github);
    web.github.commit('acme/web', 'main', { 'shippable.yml': shippable('npm run other') });
    const run = await runOn(web.github);
    expect(run.code, run.log).toBe(0);
    expect(run.pulls[0]).toMatchObject({ state: 'updated', number: 1 });
    expect(web.github.pulls).toHaveLength(1);
    expect(web.commitsAhead()).toBe(1);
    expect(web.github.git('acme/web', 'merge-base', 'main', branch)).toBe(
      web.github.git('acme/web', 'rev-parse', 'main'),
    );
    expect(web.onBranch(workflow)).toContain('npm run other');
    expect(run.log).not.toContain('warning');
  });

  test('does not take a merge of the base into the branch for an edit', async () => {
    await runOn(web.github);
    web.github.commit('acme/web', 'main', { 'shippable.yml': shippable('npm run other') });
    // As the button "Update branch" does.
    const tree = web.github.git('acme/web', 'merge-tree', '--write-tree', branch, 'main');
    const merge = web.github.git(
      'acme/web',
      '-c',
      'user.name=Bo',
      '-c',
      'user.email=b@example.test',
      'commit-tree',
      tree,
      '-p',
      branch,
      '-p',
      'main',
      '-m',
      'Merge',
    );
    web.github.git('acme/web', 'update-ref', `refs/heads/${branch}`, merge);
    const run = await runOn(web.github);
    expect(run.pulls[0]?.state, run.log).toBe('updated');
    expect(run.log).not.toContain('warning');
    expect(web.commitsAhead()).toBe(1);
  });

  test('opens a new pull request where the last one was closed, and where it was merged and more is to be done', async () => {
    await runOn(web.github);
    web.pull(1).state = 'closed';
    expect((await runOn(web.github)).pulls[0]).toMatchObject({ state: 'opened', number: 2 });
    web.github.git('acme/web', 'update-ref', 'refs/heads/main', branch);
    web.pull(2).state = 'closed';
    const nothing = await runOn(web.github);
    expect(nothing.pulls[0], nothing.log).toEqual({ repository: 'acme/web', state: 'current' });
    web.github.commit('acme/web', 'main', { 'shippable.yml': shippable('npm run other') });
    const run = await runOn(web.github);
    expect(run.pulls[0], run.log).toMatchObject({ state: 'opened', number: 3 });
    expect(web.commitsAhead()).toBe(1);
  });

  test('says that a pull request is superfluous once its base holds everything', async () => {
    await runOn(web.github);
    web.github.commit('acme/web', 'main', { [workflow]: `${web.onBranch(workflow)}\n` });
    const run = await runOn(web.github);
    expect(run.pulls[0]).toMatchObject({ state: 'current', number: 1 });
    expect(run.log).toContain(
      `warning: acme/web: \`main\` holds everything already: ${web.github.url}/acme/web/pull/1 can be closed.`,
    );
  });

  test('says so too once the base holds nothing to convert', async () => {
    await runOn(web.github);
    web.github.commit('acme/web', 'main', { 'shippable.yml': null });
    const run = await runOn(web.github);
    expect(run.code, run.log).toBe(0);
    expect(run.pulls[0]).toMatchObject({ state: 'nothing-found', number: 1 });
    expect(run.log).toContain(
      `warning: acme/web: \`main\` holds no configuration to convert: ${web.github.url}/acme/web/pull/1 can be closed.`,
    );
  });

  test('leaves a workflow alone that was merged and then edited, which is not a failure', async () => {
    await runOn(web.github);
    web.pull(1).state = 'closed';
    web.github.commit('acme/web', 'main', {
      [workflow]: web.onBranch(workflow).replace('timeout-minutes: 60', 'timeout-minutes: 20'),
    });
    const run = await runOn(web.github);
    expect(run.code, run.log).toBe(0);
    expect(run.pulls).toEqual([{ repository: 'acme/web', state: 'kept' }]);
    expect(run.log).toContain(
      `warning: acme/web: \`${workflow}\` was edited on \`main\` since transship wrote it, so it stays as it is.`,
    );
    const forced = await runOn(web.github, { force: 'true' });
    expect(forced.pulls[0], forced.log).toMatchObject({ state: 'opened', number: 2 });
  });

  test('follows a pull request to the base that a person gave it', async () => {
    await runOn(web.github);
    web.github.commit('acme/web', 'next', { 'shippable.yml': shippable('npm run next') });
    web.pull(1).base = 'next';
    const run = await runOn(web.github);
    expect(run.pulls[0], run.log).toMatchObject({ state: 'updated', number: 1 });
    expect(web.onBranch(workflow)).toContain('npm run next');
    const other = await runOn(web.github, { base: 'main' });
    expect(other.code).toBe(1);
    expect(other.log).toContain('serves another pull request');
    const second = await runOn(web.github, { base: 'main', branch: 'transship-main' });
    expect(second.pulls[0], second.log).toMatchObject({ state: 'opened', number: 2 });
  });
});
