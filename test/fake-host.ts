// A host that remembers what a program did with it: plain records and functions, nothing patched.

import type {
  Environment,
  ExecOptions,
  ExecResult,
  Host,
  HttpRequest,
  HttpResponse,
  HttpResult,
} from '../src/host/host.ts';
import { problemOf } from '../src/host/network/http.ts';

export type FakeExec = {
  readonly command: string;
  readonly args: readonly string[];
  readonly options: ExecOptions;
};

export type FakeHost = Host & {
  /** Lines of the log, with `notice: `, `warning: `, `error: ` in front where they are that; masks are replaced by `***`. */
  readonly lines: string[];
  readonly masks: Set<string>;
  readonly outputs: Map<string, string>;
  readonly exported: Map<string, string>;
  readonly paths: string[];
  readonly summaries: string[];
  readonly saved: Map<string, { readonly content: string | Uint8Array; readonly mode: number }>;
  readonly folders: Map<string, number>;
  readonly execs: FakeExec[];
  readonly requests: HttpRequest[];
  /** Milliseconds that the program slept, one by one; the clock goes on by as much. */
  readonly sleeps: number[];
};

export type FakeHostOptions = {
  readonly env?: Environment;
  readonly platform?: NodeJS.Platform;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Symbolic links: what a path really is. */
  readonly links?: Readonly<Record<string, string>>;
  readonly exec?: (call: FakeExec) => ExecResult | Promise<ExecResult>;
  readonly request?: (request: HttpRequest) => HttpResult | Promise<HttpResult>;
  /** Milliseconds since 1970 at the start; default 2026-01-02T03:04:05Z. */
  readonly now?: number;
  readonly cancelled?: () => boolean;
};

export function fakeHost(options: FakeHostOptions = {}): FakeHost {
  const lines: string[] = [];
  const masks = new Set<string>();
  const outputs = new Map<string, string>();
  const exported = new Map<string, string>();
  const paths: string[] = [];
  const summaries: string[] = [];
  const saved: FakeHost['saved'] = new Map(
    Object.entries(options.files ?? {}).map(([path, content]) => [path, { content, mode: 0o644 }]),
  );
  const folders = new Map<string, number>();
  const execs: FakeExec[] = [];
  const requests: HttpRequest[] = [];
  const sleeps: number[] = [];
  let clock = options.now ?? Date.UTC(2026, 0, 2, 3, 4, 5);
  let temporaryFolders = 0;
  const add = (line: string): void => {
    lines.push([...masks].reduce((text, mask) => text.replaceAll(mask, '***'), line));
  };
  const asText = (content: string | Uint8Array): string =>
    typeof content === 'string' ? content : new TextDecoder().decode(content);
  const host: Host = {
    env: { RUNNER_TEMP: '/temp', GITHUB_WORKSPACE: '/workspace', ...options.env },
    platform: options.platform ?? 'linux',
    temporaryFolder: '/temp',
    input: (variable) => options.env?.[variable],
    log: add,
    notice: (message) => add(`notice: ${message}`),
    warning: (message) => add(`warning: ${message}`),
    error: (message) => add(`error: ${message}`),
    group: (title) => add(`group: ${title}`),
    endGroup: () => add('end of group'),
    mask: (secret) => {
      for (const line of secret.split('\n')) if (line.trim() !== '') masks.add(line.trim());
    },
    output: (name, value) => void outputs.set(name, value),
    exportVariable: (name, value) => void exported.set(name, value),
    addPath: (folder) => void paths.push(folder),
    summary: (markdown) => void summaries.push(markdown),
    files: {
      read: (path) => {
        const file = saved.get(path);
        return file === undefined ? undefined : asText(file.content);
      },
      readBytes: (path) => {
        const content = saved.get(path)?.content;
        return typeof content === 'string' ? new TextEncoder().encode(content) : content;
      },
      write: (path, content, mode = 0o600) => void saved.set(path, { content, mode }),
      makeFolder: (path, mode = 0o700) => void folders.set(path, mode),
      makeTemporaryFolder: (prefix) => {
        temporaryFolders += 1;
        const folder = `/temp/${prefix}${temporaryFolders}`;
        folders.set(folder, 0o700);
        return folder;
      },
      realPath: (path) => {
        const target = options.links?.[path] ?? path;
        const prefix = `${target}/`;
        const known = [...saved.keys(), ...folders.keys(), '/temp', '/workspace'];
        return known.some((file) => file === target || file.startsWith(prefix))
          ? target
          : undefined;
      },
      list: (path) => {
        const names = [...saved.keys(), ...folders.keys()]
          .filter((file) => file.startsWith(`${path}/`))
          .map((file) => file.slice(path.length + 1).split('/')[0] ?? '');
        return names.length > 0 || folders.has(path) ? [...new Set(names)].sort() : undefined;
      },
      remove: (path) => {
        for (const file of [...saved.keys()]) {
          if (file === path || file.startsWith(`${path}/`)) saved.delete(file);
        }
        for (const folder of [...folders.keys()]) {
          if (folder === path || folder.startsWith(`${path}/`)) folders.delete(folder);
        }
      },
    },
    exec: async (command, args, execOptions = {}) => {
      const call = { command, args, options: execOptions };
      execs.push(call);
      return options.exec?.(call) ?? { kind: 'not-found', command };
    },
    request: async (request) => {
      requests.push(request);
      const problem = problemOf(request);
      if (problem !== undefined) return { kind: 'failure', reason: 'impossible', message: problem };
      return (
        options.request?.(request) ?? {
          kind: 'failure',
          reason: 'refused',
          message: 'nothing answers here',
        }
      );
    },
    cancelled: options.cancelled ?? (() => false),
    now: () => clock,
    sleep: async (milliseconds) => {
      sleeps.push(milliseconds);
      clock += milliseconds;
    },
    random: () => 0.5,
  };
  return {
    ...host,
    lines,
    masks,
    outputs,
    exported,
    paths,
    summaries,
    saved,
    folders,
    execs,
    requests,
    sleeps,
  };
}

/** An answer for `request` of a fake host. */
export function answer(
  status: number,
  body: unknown = '',
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    kind: 'response',
    status,
    headers,
    body: new TextEncoder().encode(text),
    text: () => text,
  };
}

/** The result of a program that ended, for `exec` of a fake host. */
export function exited(exitCode: number, stdout = '', stderr = ''): ExecResult {
  return { kind: 'exited', exitCode, stdout, stderr, timedOut: false };
}
