// One repository, from its name to its pull request.

import path from 'node:path';
import { writeReport } from '../cli/convert/report-file.ts';
import type { Conversion } from '../convert/convert.ts';
import { defined } from '../ground/defined.ts';
import type { Host } from '../host/host.ts';
import { countOutcomes } from '../report/digest.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { type Answer, answer, noAnswer } from './answer.ts';
import { bringBranch } from './bring-branch.ts';
import { type Checkout, checkOut, commitFiles, writePatch } from './checkout.ts';
import { convertCheckout, type Refused, whyRefused } from './convert-checkout.ts';
import type { GitHub, PullRequest } from './github-api.ts';
import { introducedBy, judgeFiles, renderVerdict } from './judge-files.ts';
import { bodyWith } from './pull-request-body.ts';
import type { ProposeRequest, Work } from './work.ts';

export type Proposal = {
  readonly state: 'opened' | 'updated' | 'unchanged' | 'kept' | 'current' | 'nothing-found';
  readonly pull?: PullRequest;
  readonly warnings: readonly string[];
  /** Of the whole conversion; undefined where there was nothing to convert. */
  readonly counts?: ReturnType<typeof countOutcomes>;
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
  const listed = await github.openPullRequests(facts.name, request.branch);
  if (!listed.ok && listed.failure.reason === 'rate-limit') return listed;
  // A token that may only read can still have its report and its patch.
  const pulls = listed.ok ? listed.value : [];
  const wantedBase =
    request.base || (pulls.length === 1 ? pulls[0]?.base : '') || facts.defaultBranch;
  const pull = pulls.find(({ base }) => base === wantedBase);
  const other = pulls[0];
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
    return await convertAndPropose(work, checkout.value, wantedBase, listed.ok ? pull : listed);
  } finally {
    checkout.value.remove();
  }
}

/** @param standing the open pull request, or why nobody knows whether there is one */
async function convertAndPropose(
  work: Work,
  checkout: Checkout,
  base: string,
  standing: PullRequest | undefined | Extract<Answer<never>, { readonly ok: false }>,
): Promise<Answer<Proposal>> {
  const { request, warnings } = work;
  const unknown = standing !== undefined && 'ok' in standing ? standing : undefined;
  const pull = standing !== undefined && 'ok' in standing ? undefined : standing;
  const converted = await convertCheckout(work, checkout);
  if (!converted.ok) return converted;
  const { conversion, files, refused } = converted.value;
  if (conversion.sources.length === 0) {
    if (pull === undefined) return answer({ state: 'nothing-found', warnings });
    warnings.push(`\`${base}\` holds no configuration to convert: ${pull.url} can be closed.`);
    return answer({ state: 'nothing-found', pull, warnings });
  }
  const verdict = await judgeFiles(conversion.files, request.loadParser);
  const introduced = introducedBy(verdict);
  if (introduced.length > 0) {
    warnings.push(
      `${introduced.length} findings of the judges stand in the report; please report them to transship.`,
    );
  }
  // By the name of the base, not by a commit: the text of the pull request changes only with what it says.
  const address = `${request.server}/${request.repository}/blob/${base}/`;
  const report = `${renderMarkdown(conversion, address)}\n${renderVerdict(verdict)}`;
  work.host.files.write(path.join(request.folder, 'report.md'), report, 0o644);
  await writeReport(path.join(request.folder, 'report.json'), conversion, request.version);
  const proposal = {
    warnings,
    counts: countOutcomes(conversion),
    ...defined({ pull }),
  };
  if (files.length === 0 && refused.length === conversion.files.length) {
    return nothingToWrite(work, refused, base, proposal);
  }
  warnings.push(...refused.map((file) => whyRefused(file, base)));

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
  if (unknown !== undefined) return unknown;

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

/** Where the base has a file of its own for everything that would be written, or where nothing would be. */
function nothingToWrite(
  { facts, warnings }: Work,
  refused: readonly Refused[],
  base: string,
  proposal: Omit<Proposal, 'state'>,
): Answer<Proposal> {
  if (refused.length === 0) {
    return noAnswer(`Nothing in ${facts.name} could be converted; the report says why.`);
  }
  const reasons = refused.map((file) => whyRefused(file, base));
  // Who converted, merged and went on from there has done nothing wrong.
  if (refused.every(({ kind }) => kind === 'edited')) {
    warnings.push(...reasons);
    return answer({ ...proposal, state: 'kept' });
  }
  return noAnswer(
    [`Nothing of ${facts.name} can be written.`, ...reasons].join('\n'),
    'See the report, then move the files, or overwrite them with `force: true`.',
  );
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
  `Convert ${names} to GitHub Actions\n\nMade by transship ${version} from ${checkout.base} of ${base}.`;

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
    if (opened.failure.reason !== 'exists') return opened;
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
