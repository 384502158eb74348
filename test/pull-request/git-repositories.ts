// Bare repositories behind git's own CGI program, and a person who commits to them.

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { refusingHook } from './refusing-hook.ts';

export type GitRepositories = {
  /** Makes a repository whose branch, by default `main`, holds the files; without files, an empty one. */
  readonly add: (
    name: string,
    files: Readonly<Record<string, string>>,
    defaultBranch?: string,
  ) => void;
  /** Commits on a branch, as a person does, and pushes by the file system; null removes a file. Gives the commit. */
  readonly commit: (
    name: string,
    branch: string,
    files: Readonly<Record<string, string | null>>,
    person?: string,
  ) => string;
  /** Standard output of git in the bare repository. */
  readonly git: (name: string, ...args: readonly string[]) => string;
  readonly hasBranch: (name: string, branch: string) => boolean;
  /** Refuses every push to branches with a reason in GitHub's form, and lines before it. */
  readonly refusePushes: (name: string, reason: string, lines?: readonly string[]) => void;
  /** Answers a request of a git client. */
  readonly serve: (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;
  readonly remove: () => void;
};

const person = (name: string) => ({
  GIT_AUTHOR_NAME: name,
  GIT_AUTHOR_EMAIL: 'person@example.test',
  GIT_COMMITTER_NAME: name,
  GIT_COMMITTER_EMAIL: 'person@example.test',
});

export function createRepositories(): GitRepositories {
  const root = mkdtempSync(join(tmpdir(), 'transship-github-'));
  const env = { PATH: process.env['PATH'], HOME: root, GIT_CONFIG_NOSYSTEM: '1' };
  const bare = (name: string): string => join(root, `${name}.git`);
  const gitIn = (folder: string, args: readonly string[], who = 'Ada Person'): string =>
    execFileSync('git', ['-C', folder, ...args], {
      env: { ...env, ...person(who) },
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  const git: GitRepositories['git'] = (name, ...args) => gitIn(bare(name), args);
  const hasBranch: GitRepositories['hasBranch'] = (name, branch) =>
    git(name, 'branch', '--list', branch) !== '';

  const commit: GitRepositories['commit'] = (name, branch, files, who) => {
    const work = mkdtempSync(join(root, 'work-'));
    const here = (...args: readonly string[]): string => gitIn(work, args, who);
    here('clone', '--quiet', bare(name), '.');
    here('checkout', '--quiet', ...(hasBranch(name, branch) ? [branch] : ['-B', branch]));
    for (const [path, content] of Object.entries(files)) {
      const at = join(work, path);
      mkdirSync(dirname(at), { recursive: true });
      if (content === null) rmSync(at);
      else writeFileSync(at, content, { mode: content.startsWith('#!') ? 0o755 : 0o644 });
    }
    here('add', '--all', '--force');
    here('commit', '--quiet', '--allow-empty', '-m', `Change ${Object.keys(files).join(', ')}`);
    here('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
    const id = here('rev-parse', 'HEAD');
    rmSync(work, { recursive: true });
    return id;
  };

  return {
    add: (name, files, defaultBranch = 'main') => {
      mkdirSync(bare(name), { recursive: true });
      git(name, 'init', '--quiet', '--bare', `--initial-branch=${defaultBranch}`, '.');
      git(name, 'config', 'http.receivepack', 'true');
      if (Object.keys(files).length > 0) commit(name, defaultBranch, files);
    },
    commit,
    git,
    hasBranch,
    refusePushes: (name, reason, lines = []) => {
      git(name, 'config', 'receive.procReceiveRefs', 'refs/heads');
      const hook = join(bare(name), 'hooks', 'proc-receive');
      mkdirSync(dirname(hook), { recursive: true });
      writeFileSync(hook, refusingHook(reason, lines), { mode: 0o755 });
    },
    serve: (request, response, body) => {
      const url = new URL(request.url ?? '/', 'http://server');
      const { headers } = request;
      const child = spawn('git', ['http-backend'], {
        env: {
          ...env,
          GIT_PROJECT_ROOT: root,
          GIT_HTTP_EXPORT_ALL: '1',
          PATH_INFO: decodeURIComponent(url.pathname),
          QUERY_STRING: url.search.slice(1),
          REQUEST_METHOD: request.method,
          REMOTE_USER: 'x-access-token',
          CONTENT_TYPE: headers['content-type'] ?? '',
          CONTENT_LENGTH: String(body.length),
          HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
          GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
        },
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      const chunks: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      child.stdin.on('error', () => {});
      child.stdin.end(body);
      child.on('close', () => answerAsCgi(response, Buffer.concat(chunks)));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Header lines, an empty line, the body; `Status` is not a header. */
function answerAsCgi(response: ServerResponse, output: Buffer): void {
  const end = output.indexOf('\r\n\r\n');
  const lines = output.subarray(0, end).toString().split('\r\n');
  const { Status: status = '200', ...headers } = Object.fromEntries(
    lines.map((line): [string, string] => {
      const at = line.indexOf(':');
      return [line.slice(0, at), line.slice(at + 1).trim()];
    }),
  );
  response.writeHead(Number.parseInt(status, 10), headers);
  response.end(output.subarray(end + 4));
}
