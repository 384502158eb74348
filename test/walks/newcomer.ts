// A newcomer's machine: a home, a folder for clones, git, a GitHub to push to, and its command line `gh`. Commands come from
// the pages (`pages.ts`) and run in one shell after the other, each of which knows what the one before left: its folder,
// its variables and its aliases, as in one terminal.

import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { type FakeGitHub, fakeGitHub } from '../cli/fake-github.ts';
import { token } from '../estate/fake-github.ts';
import { blocksOf, project } from './pages.ts';

type Shown = { readonly code: number; readonly output: string };

export type Newcomer = {
  readonly root: string;
  /** The repository that is moved; `origin` is `acme/my-project` on GitHub. */
  readonly repository: string;
  readonly github: FakeGitHub;
  /** Runs every block of commands below a heading of a page, and fails where one fails. */
  readonly follow: (page: string, heading: string, which?: RegExp) => Promise<string>;
  /** Runs commands that the page says in a sentence, or that a person would type here. */
  readonly type: (commands: string) => Promise<Shown>;
  readonly read: (file: string) => string;
  readonly write: (file: string, text: string) => void;
  /** Branches of the repository on GitHub, and the paths that each holds. */
  readonly pushed: () => Readonly<Record<string, readonly string[]>>;
  /** What `gh pr create` was given. */
  readonly pullRequests: () => readonly string[];
};

// A fresh clone, and a process for each command of the pages.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

/** What `gh` does of what the pages ask of it: secrets go where the API has them. */
const gh = `#!/usr/bin/env node
const fs = require('node:fs');
const [area, verb, ...rest] = process.argv.slice(2);
const log = process.env.FAKE_GH;
if (area === 'auth' && verb === 'token') console.log(process.env.FAKE_GH_TOKEN);
else if (area === 'secret' && verb === 'set') {
  const value = fs.readFileSync(0, 'utf8').replace(/\\n$/, '');
  fs.writeFileSync(log + '/secret-' + rest[0], value);
} else if (area === 'pr' && verb === 'create') fs.appendFileSync(log + '/pulls', rest.join(' ') + '\\n');
else if (area === 'api') console.log('12 https://api.shippable.com/hook');
else { console.error('gh does not know ' + process.argv.slice(2).join(' ')); process.exit(1); }
`;

/** @param files of the repository that is moved, on its branch master */
export async function newcomer(files: Readonly<Record<string, string>>): Promise<Newcomer> {
  const github = await fakeGitHub();
  const root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'transship-walk-'));
  onTestFinished(() => fs.rmSync(root, { recursive: true, force: true }));
  const at = (...parts: readonly string[]): string => path.join(root, ...parts);
  for (const folder of ['home', 'home/src', 'bin', 'gh', 'remote']) fs.mkdirSync(at(folder));
  fs.writeFileSync(at('bin', 'gh'), gh, { mode: 0o755 });
  const published = publishedProject();
  fs.writeFileSync(
    at('home', '.gitconfig'),
    [
      '[user]\n\tname = Ada\n\temail = ada@example.test\n[safe]\n\tdirectory = *\n[init]\n\tdefaultBranch = master',
      `[url "${published}"]\n\tinsteadOf = https://github.com/transship/transship.git`,
      `[url "${at('remote', 'my-project.git')}"]\n\tinsteadOf = https://github.com/acme/my-project.git\n`,
    ].join('\n'),
  );
  const env = {
    PATH: `${at('bin')}:${path.dirname(process.execPath)}:${process.env['PATH']}`,
    HOME: at('home'),
    LANG: 'C.UTF-8',
    FAKE_GH: at('gh'),
    FAKE_GH_TOKEN: token,
    GITHUB_API_URL: github.url,
    XDG_STATE_HOME: at('home', '.state'),
  };
  const git = (folder: string, ...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
  git(root, 'init', '-q', '--bare', at('remote', 'my-project.git'));
  const repository = at('home', 'src', 'my-project');
  fs.mkdirSync(repository);
  const write = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(repository, file)), { recursive: true });
    fs.writeFileSync(path.join(repository, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  git(repository, 'init', '-q');
  git(repository, 'remote', 'add', 'origin', 'https://github.com/acme/my-project.git');
  git(repository, 'add', '-A');
  git(repository, 'commit', '-q', '-m', 'As it was');
  git(repository, 'push', '-q', 'origin', 'master');

  fs.writeFileSync(at('state'), `cd ${at('home', 'src')}\n`);
  const type = (commands: string): Promise<Shown> => {
    const script = [
      'shopt -s expand_aliases',
      `. ${at('state')}`,
      `trap 'code=$?; { alias -p; export -p; printf "cd %q\\n" "$PWD"; } > ${at('state')}; exit $code' EXIT`,
      'set -eo pipefail',
      commands,
    ].join('\n');
    fs.writeFileSync(at('script'), script);
    return new Promise((resolve) => {
      const child = execFile(
        'bash',
        [at('script')],
        { cwd: root, env, encoding: 'utf8' },
        (error, stdout, stderr) => {
          // What people set by `gh` is what the API lists.
          for (const name of fs.readdirSync(at('gh'))) {
            if (!name.startsWith('secret-')) continue;
            const value = fs.readFileSync(at('gh', name), 'utf8');
            github.values.set(`/repos/acme/my-project/actions/secrets/${name.slice(7)}`, value);
          }
          const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
          resolve({ code, output: `${stdout}${stderr}` });
        },
      );
      child.stdin?.end();
    });
  };
  return {
    root,
    repository,
    github,
    type,
    write,
    read: (file) => fs.readFileSync(path.join(repository, file), 'utf8'),
    follow: async (page, heading, which) => {
      const all = blocksOf(page, heading, 'sh');
      const blocks = which === undefined ? all : all.filter(({ text }) => which.test(text));
      if (blocks.length === 0) throw new Error(`${page}, "${heading}": no block like ${which}`);
      let output = '';
      for (const { text, line } of blocks) {
        const shown = await type(text);
        output += shown.output;
        if (shown.code !== 0) {
          throw new Error(`${page}:${line}: exit ${shown.code}\n${text}\n${shown.output}`);
        }
      }
      return output;
    },
    pushed: () => {
      const bare = at('remote', 'my-project.git');
      const branches = git(bare, 'branch', '--format=%(refname:short)').trim().split('\n');
      return Object.fromEntries(
        branches.map((branch) => [
          branch,
          git(bare, 'ls-tree', '-r', '--name-only', branch).trim().split('\n'),
        ]),
      );
    },
    pullRequests: () =>
      fs.existsSync(at('gh', 'pulls'))
        ? fs.readFileSync(at('gh', 'pulls'), 'utf8').trim().split('\n')
        : [],
  };
}

let published: string | undefined;

/** The project as a clone has it, with the bundles and pages of now, also where they are not committed yet; one for a file. */
function publishedProject(): string {
  if (published !== undefined) return published;
  const root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'transship-published-'));
  process.once('exit', () => fs.rmSync(root, { recursive: true, force: true }));
  const clone = path.join(root, 'transship');
  const config = path.join(root, 'config');
  fs.writeFileSync(
    config,
    '[user]\n\tname = Ada\n\temail = ada@example.test\n[safe]\n\tdirectory = *\n',
  );
  const env = { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: config, GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: root, env, encoding: 'utf8', stdio: 'pipe' });
  git('clone', '-q', '--depth', '1', `file://${project}`, clone);
  for (const part of ['dist', 'actions', 'action.yml']) {
    fs.rmSync(path.join(clone, part), { recursive: true, force: true });
    fs.cpSync(path.join(project, part), path.join(clone, part), { recursive: true });
  }
  git('-C', clone, 'add', '-A');
  git('-C', clone, 'commit', '-q', '--allow-empty', '-m', 'As it is now');
  published = clone;
  return clone;
}
