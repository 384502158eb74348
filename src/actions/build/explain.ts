// Why a build failed, from what the builder said, and what to do about it.

import type { BuildProgress } from '../../docker/progress.ts';
import type { Failure } from '../../ground/failure.ts';

type Row = { readonly pattern: RegExp; readonly remedy: string };

const diskFull: Row = {
  pattern: /no space left on device/i,
  remedy:
    'The disk of the runner is full: remove unused images before this step, or use a larger runner.',
};

const rows: readonly Row[] = [
  {
    pattern:
      /pull access denied|insufficient_scope|authorization failed|unauthorized|no basic auth|\b40[13]\b|denied/i,
    remedy:
      'A base image could not be pulled: put a step with the login action for its registry before this one, and check the name. An image that an earlier step built must have exactly the name in the Dockerfile.',
  },
  {
    pattern: /toomanyrequests|\b429\b|rate limit/i,
    remedy:
      'The registry limits pulls: log in to it in an earlier step, or run the job again later.',
  },
  {
    pattern: /x509|certificate/i,
    remedy:
      'The builder does not trust the certificate of a registry: put the certificate of its authority in /etc/docker/certs.d/HOST/ca.crt on the runner.',
  },
  {
    pattern:
      /no such host|connection refused|timeout|deadline exceeded|temporary failure|server misbehaving|connection reset|TLS handshake/i,
    remedy:
      'The builder or a command in the Dockerfile could not reach a host: run the job again, or check the network of the runner.',
  },
  {
    pattern: /unsupported frontend capability moby\.buildkit\.frontend\.contexts/i,
    remedy:
      'The BuildKit of this engine is too old for `build-contexts`: put docker/setup-buildx-action before this step, or update the engine.',
  },
  {
    pattern: /exec format error/i,
    remedy:
      'A program for another processor was started: put docker/setup-qemu-action before this step, or use a runner for that platform.',
  },
  {
    pattern:
      /(not found|no such file or directory).*(COPY|ADD|checksum|cache key)|(COPY|ADD|checksum|cache key).*(not found|no such file)/i,
    remedy:
      'The file is not in the build context: paths are relative to `context`, and .dockerignore excludes files.',
  },
  {
    pattern: /target stage .* could not be found|failed to reach build target/i,
    remedy: 'The Dockerfile has no stage with the name in the input `target`.',
  },
  {
    pattern:
      /unknown instruction|dockerfile parse error|failed to parse|failed to read dockerfile/i,
    remedy: 'The Dockerfile cannot be read: correct the line in the message.',
  },
  {
    pattern: /unknown flag|unknown shorthand flag/i,
    remedy: 'The docker client or buildx on this machine is too old for this build: update it.',
  },
];

/** @param said all that the builder printed on standard error, or on both streams for the classic one */
export function explainBuild(said: string, progress: BuildProgress): Failure {
  const step = progress.steps.find(({ outcome }) => outcome === 'failed');
  const message = lastError(said);
  const place = step === undefined ? '' : ` in \`${step.name}\``;
  // A program of the step says it, and the builder only that the program failed.
  const end = said.split('\n').slice(-40).join('\n');
  const row = diskFull.pattern.test(end)
    ? diskFull
    : rows.find(({ pattern }) => pattern.test(message));
  const failure = { message: `The build failed${place}: ${message}` };
  return row === undefined ? failure : { ...failure, remedy: row.remedy };
}

/** The last line that says an error; BuildKit's begins with `ERROR:`. */
function lastError(said: string): string {
  const lines = said
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const error =
    lines.findLast((line) => /^(ERROR|error|Error)\b/.test(line)) ??
    lines.at(-1) ??
    'the builder said nothing';
  return error
    .replace(/^(ERROR|error):\s*/, '')
    .replace(/^(failed to build: )?(failed to solve: )?/, '');
}
