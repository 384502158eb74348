// The action `line-record`: what the jobs of the run left becomes one commit on the branch assembly-lines.

import { defined } from '../../ground/defined.ts';
import type { lineRecordInterface } from '../../interfaces/line-record.ts';
import {
  type Branch,
  type Change,
  fetchBranch,
  pushChanges,
  readVersions,
  stateChanges,
  versionFile,
} from '../../line-store/branch.ts';
import type { HandOver, MadeVersion } from '../../lines/hand-over.ts';
import { type RecordedVersion, recordedText, withVersion } from '../../lines/recorded.ts';
import type { StatePack } from '../../lines/state-pack.ts';
import { type RecordedJob, readJobs } from '../../lines/step-list.ts';
import { lineFolder, ownRemote, readHandOvers } from '../line-job.ts';
import { type ActionContext, type ActionResult, done, failed } from '../program.ts';

/** A version to record, and who made it. */
type Making = { readonly made: MadeVersion; readonly job: string; readonly leg?: string };

const title = 'transship line-record';

export async function lineRecord({
  host,
  inputs,
  output,
}: ActionContext<typeof lineRecordInterface>): Promise<ActionResult> {
  const { env } = host;
  if (/^pull_request/.test(env['GITHUB_EVENT_NAME'] ?? '')) {
    host.notice('A pull request records nothing.', { title });
    output('recorded', '[]');
    return done;
  }
  const jobs = readJobs(inputs.jobs);
  if (!jobs.ok) return failed({ message: `Input jobs: ${jobs.failure.message}.` });
  const handOvers = readHandOvers(host);
  const makings = allowed(handOvers, jobs.value, (message) => host.warning(message, { title }));
  host.summary(summary(handOvers, makings));
  if (makings.length === 0) {
    host.log('No job left a version');
    output('recorded', '[]');
    return done;
  }
  host.files.makeFolder(lineFolder(host));
  const branch = await fetchBranch(host, ownRemote(host, inputs.token), lineFolder(host));
  if (!branch.ok) return failed(branch.failure);
  const runId = env['GITHUB_RUN_ID'] ?? '';
  const by = {
    run: runId,
    number: env['GITHUB_RUN_NUMBER'] ?? '',
    attempt: env['GITHUB_RUN_ATTEMPT'] ?? '',
    commit: env['GITHUB_SHA'] ?? '',
  };
  const at = new Date(host.now()).toISOString();
  const changesOn = (current: Branch): readonly Change[] => {
    const recorded = new Map(
      readVersions(current, [...new Set(makings.map(({ made }) => made.name))]),
    );
    const states = new Map<string, StatePack>();
    for (const { made, job } of makings) {
      const { name, type, version, template, state } = made;
      const row: RecordedVersion = {
        ...version,
        at,
        by: { ...by, job },
        ...defined({ template }),
        ...(state?.kind === 'plain' && {
          files: Object.fromEntries(state.files.map((file) => [file.path, file.mode.toString(8)])),
        }),
        ...(state?.kind === 'sealed' && { sealed: true as const }),
      };
      recorded.set(name, withVersion(recorded.get(name), name, type, row));
      if (state !== undefined) states.set(name, state);
    }
    return [
      ...[...recorded].map(
        ([name, record]): Change => ({
          kind: 'file',
          path: versionFile(name),
          bytes: Buffer.from(recordedText(record)),
        }),
      ),
      ...[...states].flatMap(([name, state]) => stateChanges(name, state)),
    ];
  };
  const message = `Versions of run ${by.number || runId}`;
  const pushed = await pushChanges(host, branch.value, message, changesOn);
  if (!pushed.ok) return failed(pushed.failure);
  const names = [...new Set(makings.map(({ made }) => made.name))];
  host.log(`Recorded ${names.join(', ')} in ${pushed.value.commit}`);
  output('commit', pushed.value.commit ?? '');
  output('recorded', JSON.stringify(names));
  return done;
}

/** What the jobs may write: themselves, and the names that the workflow lists for them. */
function allowed(
  handOvers: readonly HandOver[],
  jobs: readonly RecordedJob[],
  warn: (message: string) => void,
): readonly Making[] {
  const makings: Making[] = [];
  const writers = new Map<string, string>();
  for (const { job, leg, made, used } of handOvers) {
    const row = jobs.find(({ name }) => name === job);
    if (row === undefined) {
      warn(
        `An artifact is for the job ${JSON.stringify(job)}, which the workflow does not list: it is not recorded.`,
      );
      continue;
    }
    for (const version of made) {
      if (version.name !== job && !row.out.includes(version.name)) {
        warn(
          `The job ${job} cannot give ${JSON.stringify(version.name)} a version: the workflow does not list it.`,
        );
        continue;
      }
      const other = writers.get(version.name);
      if (other === job && leg !== undefined && version.name !== job)
        warn(
          `Several jobs of the matrix of ${job} gave ${version.name} a version: the last one is used.`,
        );
      writers.set(version.name, job);
      makings.push({ made: version, job, ...defined({ leg }) });
    }
    for (const version of used) {
      if (row.repos.includes(version.name) && version.version.versionName !== undefined)
        makings.push({ made: version, job });
    }
  }
  // Of a matrix the last leg's version alone is one: the others were never anybody's newest.
  return makings.filter(
    ({ made, job, leg }, index) =>
      leg === undefined ||
      !makings.some(
        (other, at) => at > index && other.job === job && other.made.name === made.name,
      ),
  );
}

function summary(handOvers: readonly HandOver[], makings: readonly Making[]): string {
  if (handOvers.length === 0) return '';
  const cell = (text: string): string =>
    text
      .replace(/[\\`|<>*_[\]&]/g, '\\$&')
      .replace(/[\r\n]+/g, ' ')
      .slice(0, 200);
  const version = (named: {
    readonly name: string;
    readonly version: { readonly versionName?: string; readonly versionNumber: number };
  }): string =>
    `${cell(named.name)} ${cell(named.version.versionName ?? `#${named.version.versionNumber}`)}`;
  const rows = handOvers.map(({ job, leg, status, used }) => {
    const made = makings.filter(
      (making) => making.job === job && making.leg === leg && making.made.name !== job,
    );
    return `| ${cell(job)}${leg === undefined ? '' : ` (${leg})`} | ${status} | ${used.map(version).join('<br>')} | ${made.map((making) => version(making.made)).join('<br>')} |`;
  });
  return [
    '### Versions',
    '',
    '| Job | Result | Used | New |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
