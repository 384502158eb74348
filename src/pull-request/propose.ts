// One repository, from its name to its pull request.

import path from 'node:path';
import { convertFolder, type FolderRequest, withDiagnostics } from '../cli/convert-folder.ts';
import { writeReport } from '../cli/report-file.ts';
import { planConversion, statesOf } from '../cli/write-conversion.ts';
import type { Conversion } from '../convert/convert.ts';
import type { Parser } from '../dev/judges/github-findings.ts';
import type { Host } from '../host/host.ts';
import { countOutcomes } from '../report/digest.ts';
import { code, prose, renderMarkdown } from '../report/markdown.ts';
import { type Answer, answer, noAnswer } from './answer.ts';
import {
  type Checkout,
  type Commit,
  checkOut,
  commitFiles,
  pushCommit,
  writePatch,
} from './checkout.ts';
import type { GitHub, PullRequest, RepositoryFacts } from './github-api.ts';
import { introducedBy, judgeFiles, renderVerdict } from './judge-files.ts';
import { bodyWith } from './pull-request-body.ts';
import { type Edit, inspectBranch, type Standing } from './standing-branch.ts';

export type ProposeRequest = {
  readonly repository: string;
  readonly server: string;
  readonly token: string;
  readonly branch: string;
  /** '' for that of the open pull request, or the default branch. */
  readonly base: string;
  /** Folder of the legacy files, relative to the root of the repository. */
  readonly path: string;
  readonly force: boolean;
  readonly config?: string;
  readonly parallel?: NonNullable<FolderRequest['parallel']>;
  readonly actionRef?: string;
  readonly version: string;
  /** Existing folder for the report and the patch. */
  readonly folder: string;
  readonly loadParser: () => Promise<Parser>;
};

export type Proposal = {
  readonly state: 'opened' | 'updated' | 'unchanged' | 'kept' | 'current' | 'nothing-found';
  readonly pull?: PullRequest;
  readonly warnings: readonly string[];
  /** Of the whole conversion; undefined where there was nothing to convert. */
  readonly counts?: ReturnType<typeof countOutcomes>;
};

/** What all the steps after the first need. */
type Work = {
  readonly host: Host;
  readonly github: GitHub;
  readonly request: ProposeRequest;
  readonly facts: RepositoryFacts;
  readonly warnings: string[];
};

export async function propose(
  host: Host,
  github: GitHub,
  request: ProposeRequest,
): Promise<Answer<Proposal>> {
  const found = await github.repository(request.repository);
  if (!found.ok) return found;
  const facts = found.value;
  if (facts.archived) {
    return noAnswer(
      `${facts.name} is archived and can only be read.`,
      'Unarchive it first, or leave it out.',
    );
  }
  if (facts.fork)
    host.log(
      `${facts.name} is a fork: the pull request is opened in the fork, not where it came from.`,
    );
  const pulls = await github.openPullRequests(facts.name, request.branch);
  if (!pulls.ok) return pulls;
  const wantedBase =
    request.base || (pulls.value.length === 1 ? pulls.value[0]?.base : '') || facts.defaultBranch;
  const pull = pulls.value.find(({ base }) => base === wantedBase);
  const other = pulls.value[0];
  if (pull === undefined && other !== undefined) {
    return noAnswer(
      `\`${request.branch}\` of ${facts.name} serves another pull request, ${other.url} into \`${other.base}\`.`,
      'Name another branch in `branch`: one branch has one base.',
    );
  }
  if (wantedBase === request.branch) {
    return noAnswer(
      `\`${request.branch}\` is both \`base\` and \`branch\`.`,
      'Name another branch in `branch`.',
    );
  }
  const checkout = await checkOut(host, {
    server: request.server,
    token: request.token,
    repository: facts.name,
    base: wantedBase,
    branch: request.branch,
  });
  if (!checkout.ok) return checkout;
  try {
    const work: Work = { host, github, request, facts, warnings: [] };
    return await convertAndPropose(work, checkout.value, wantedBase, pull);
  } finally {
    checkout.value.remove();
  }
}

async function convertAndPropose(
  work: Work,
  checkout: Checkout,
  base: string,
  pull: PullRequest | undefined,
): Promise<Answer<Proposal>> {
  const { request, facts, warnings } = work;
  const converted = await convertCheckout(work, checkout);
  if (!converted.ok) return converted;
  const { conversion, files, refused } = converted.value;
  if (conversion.sources.length === 0) {
    return answer({ state: 'nothing-found', warnings });
  }
  const verdict = await judgeFiles(conversion.files, request.loadParser);
  const introduced = introducedBy(verdict);
  if (introduced.length > 0) {
    warnings.push(
      `${introduced.length} findings of the judges stand in the report; please report them to transship.`,
    );
  }
  const report = `${renderMarkdown(conversion, request.version)}\n${renderVerdict(verdict)}`;
  work.host.files.write(path.join(request.folder, 'report.md'), report, 0o644);
  await writeReport(path.join(request.folder, 'report.json'), conversion, request.version);
  const proposal = {
    warnings,
    counts: countOutcomes(conversion),
    ...(pull === undefined ? {} : { pull }),
  };
  if (files.length === 0 && refused.length === conversion.files.length) {
    return noAnswer(
      refused.length === 0
        ? `Nothing in ${facts.name} could be converted; the report says why.`
        : `transship did not write ${refused.map((file) => `\`${file}\``).join(', ')} of ${facts.name}, so they stay as they are.`,
      refused.length === 0
        ? undefined
        : 'See the report, then move the files, or overwrite them with `force: true`.',
    );
  }

  const names = products(conversion);
  const commit = await commitFiles(checkout, files, commitMessage(names, base, checkout, request));
  if (!commit.ok) return commit;
  if (!commit.value.changes) {
    if (pull !== undefined) {
      warnings.push(`\`${base}\` holds everything already: ${pull.url} can be closed.`);
    }
    return answer({ ...proposal, state: 'current' });
  }
  const patch = await writePatch(
    checkout,
    commit.value.id,
    path.join(request.folder, 'changes.patch'),
  );
  if (!patch.ok) return patch;

  const branch = await bringBranch(work, checkout, commit.value);
  if (!branch.ok) return branch;
  const { pushed, notes, kept } = branch.value;
  const body = [...notes.map((note) => `> [!WARNING]\n> ${note}\n`), report].join('\n');
  const done = await bringPullRequest(work, pull, {
    title: `Convert ${names} to GitHub Actions`,
    body,
    base,
  });
  if (!done.ok) return done;
  const state = kept
    ? 'kept'
    : pull === undefined
      ? 'opened'
      : pushed || done.value.changed
        ? 'updated'
        : 'unchanged';
  return answer({ ...proposal, state, pull: done.value.pull });
}

type Converted = {
  readonly conversion: Conversion;
  /** Those that are new or differ, by their paths from the root of the repository. */
  readonly files: readonly { readonly path: string; readonly content: string }[];
  readonly refused: readonly string[];
};

async function convertCheckout(
  { host, request, facts }: Work,
  checkout: Checkout,
): Promise<Answer<Converted>> {
  const root = host.files.realPath(checkout.folder) ?? checkout.folder;
  const folder = host.files.realPath(path.join(root, request.path));
  if (folder === undefined || (folder !== root && !folder.startsWith(root + path.sep))) {
    return noAnswer(
      `${facts.name} has no folder \`${request.path}\`.`,
      'Name a folder of the repository in `path`.',
    );
  }
  const result = await convertFolder({
    folder,
    ...(request.config === undefined ? {} : { config: request.config }),
    ...(request.parallel === undefined ? {} : { parallel: request.parallel }),
    ...(request.actionRef === undefined ? {} : { actionRef: request.actionRef }),
  });
  if (result.kind === 'refused') {
    const why = result.diagnostics.map(({ message }) => `\n- ${message}`).join('');
    return noAnswer(`${facts.name}: ${result.message}.${why}`);
  }
  const plan = planConversion(result.conversion, folder, request.force);
  const conversion = withDiagnostics(result.conversion, plan.diagnostics);
  const states = statesOf(plan);
  const prefix = path.relative(root, folder).replaceAll('\\', '/');
  const files = conversion.files
    .filter((file) => ['new', 'changed'].includes(states.get(file.path) ?? ''))
    .map((file) => ({ ...file, path: prefix === '' ? file.path : `${prefix}/${file.path}` }));
  const refused = [...states].filter(([, state]) => state === 'refused').map(([file]) => file);
  return answer({ conversion, files, refused });
}

const productOf: Readonly<Record<string, string>> = {
  shippable: 'Shippable',
  'shippable-assembly-lines': 'Shippable',
  codeship: 'CodeShip',
};

const products = ({ sources }: Conversion): string =>
  [...new Set(sources.map(({ system }) => productOf[system] ?? system))].join(' and ');

const commitMessage = (
  names: string,
  base: string,
  checkout: Checkout,
  { version }: ProposeRequest,
): string =>
  `Convert ${names} to GitHub Actions\n\nMade by transship ${version} from ${checkout.base} of ${base}.\n`;

type Brought = {
  readonly pushed: boolean;
  /** Whether the branch stays as people left it. */
  readonly kept: boolean;
  /** What the pull request says above the report, as Markdown of one line each. */
  readonly notes: readonly string[];
};

/** Puts the commit on the branch, unless that has it already or holds what people did. */
async function bringBranch(
  work: Work,
  checkout: Checkout,
  commit: Commit,
): Promise<Answer<Brought>> {
  const { github, request, facts, warnings, host } = work;
  const { head } = checkout;
  const notes: string[] = [];
  if (head !== undefined) {
    const compared = await github.compare(facts.name, checkout.base, head);
    if (!compared.ok) return compared;
    const standing: Answer<Standing> =
      compared.value === undefined
        ? answer({ edits: [{ path: '', kind: 'foreign' }], same: false, begun: false })
        : await inspectBranch(checkout, compared.value, commit.files);
    if (!standing.ok) return standing;
    const { edits, same, begun } = standing.value;
    const commits = compared.value?.commits ?? [];
    if (edits.length > 0 && !request.force) {
      if (!begun) {
        return noAnswer(
          `The branch \`${request.branch}\` of ${facts.name} holds work that transship did not write.`,
          'Name another branch in `branch`, or overwrite this one with `force: true`.',
        );
      }
      const what = describeEdits(edits, commits);
      warnings.push(`\`${request.branch}\` was edited and stays as it is: ${what.plain}`);
      return answer({
        pushed: false,
        kept: true,
        notes: [
          `People edited this branch, so transship leaves it as it is, and the report below may not fit it: ${what.markdown}. To have it made anew without the edits, run the workflow with \`force\`.`,
        ],
      });
    }
    if (edits.length > 0) {
      const what = describeEdits(edits, commits);
      warnings.push(
        `The edits on \`${request.branch}\` are overwritten: ${what.plain}. The old commit is ${head}.`,
      );
      notes.push(
        `This branch was made anew over edits: ${what.markdown}. \`git fetch origin ${head}\` brings them back.`,
      );
    } else if (same) return answer({ pushed: false, kept: false, notes });
  }
  const pushed = await pushCommit(checkout, request.branch, commit.id);
  if (!pushed.ok) return pushed;
  host.log(`${facts.name}: pushed ${commit.id} to ${request.branch}`);
  return answer({ pushed: true, kept: false, notes });
}

/** At most so many are named; the rest is counted. */
const named = 10;

function describeEdits(
  edits: readonly Edit[],
  commits: readonly { readonly id: string; readonly author: string }[],
): { readonly plain: string; readonly markdown: string } {
  const words = { edited: 'edited', foreign: 'added', removed: 'removed' } as const;
  const more = (count: number): string => (count > named ? ` and ${count - named} more` : '');
  const files = (show: (path: string) => string): string =>
    edits
      .slice(0, named)
      .map(({ path: at, kind }) => (at === '' ? 'another history' : `${show(at)} (${words[kind]})`))
      .join(', ') + more(edits.length);
  const people = [...new Set(commits.map(({ author }) => author))];
  const by = (show: (name: string) => string): string =>
    people.length === 0
      ? ''
      : `; commits by ${people.slice(0, named).map(show).join(', ')}${more(people.length)}`;
  return {
    plain: files((at) => `\`${at}\``) + by((name) => name),
    markdown: files(code) + by(prose),
  };
}

type Wanted = { readonly title: string; readonly body: string; readonly base: string };

async function bringPullRequest(
  work: Work,
  pull: PullRequest | undefined,
  { title, body, base }: Wanted,
): Promise<Answer<{ readonly pull: PullRequest; readonly changed: boolean }>> {
  const { github, request, facts, warnings } = work;
  if (pull === undefined) {
    const text = bodyWith('', body)?.text ?? body;
    const opened = await github.open(facts.name, { title, body: text, head: request.branch, base });
    if (opened.ok) return answer({ pull: opened.value, changed: true });
    if (opened.reason !== 'exists') return opened;
    // An answer of the server may have been lost, or another run was faster.
    const again = await github.openPullRequests(facts.name, request.branch);
    const other = again.ok ? again.value.find((one) => one.base === base) : undefined;
    return other === undefined ? opened : bringPullRequest(work, other, { title, body, base });
  }
  const fresh = bodyWith(pull.body, body);
  if (fresh === undefined) {
    warnings.push(
      `The text of ${pull.url} is no longer transship's, so it stays as it is; the report is in the summary.`,
    );
    return answer({ pull, changed: false });
  }
  if (fresh.reportEdited) {
    warnings.push(
      `The report in ${pull.url} was edited; it is replaced. GitHub keeps the old text under "edited".`,
    );
  }
  if (fresh.text === pull.body.replaceAll('\r\n', '\n')) return answer({ pull, changed: false });
  const updated = await github.update(facts.name, pull.number, fresh.text);
  return updated.ok ? answer({ pull: updated.value, changed: true }) : updated;
}
