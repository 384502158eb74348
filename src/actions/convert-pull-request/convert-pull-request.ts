// Converts repositories and proposes the result in each: one after the other, every failure said, the rest still done.

import path from 'node:path';
import { choicesOf, wrongChoice } from '../../cli/convert/recorded-choices.ts';
import type { Failure } from '../../ground/failure.ts';
import { packageFacts } from '../../host/package.ts';
import type { convertPullRequestInterface } from '../../interfaces/convert-pull-request.ts';
import { connect, type GitHub } from '../../pull-request/github-api.ts';
import { type Proposal, propose } from '../../pull-request/propose.ts';
import type { ProposeRequest } from '../../pull-request/work.ts';
import { code, prose } from '../../report/markdown.ts';
import { type ActionContext, type ActionProgram, done, failed, failureOf } from '../program.ts';

type Context = ActionContext<typeof convertPullRequestInterface>;

type Request = Omit<ProposeRequest, 'repository' | 'folder'> & {
  readonly repositories: readonly string[];
  readonly folder: string;
};

type Outcome = {
  readonly repository: string;
  readonly result:
    | { readonly kind: 'done'; readonly proposal: Proposal }
    | { readonly kind: 'failed'; readonly failure: Failure };
};

/** @param loadParser GitHub's parser of workflows, which only a bundle can hold */
export const convertPullRequest =
  (loadParser: ProposeRequest['loadParser']): ActionProgram<typeof convertPullRequestInterface> =>
  async (context) => {
    const { host, output } = context;
    const request = readRequest(context, loadParser);
    if ('message' in request) return failed(request);
    const github = await connect(host, request.token);
    const outcomes: Outcome[] = [];
    let limit: Failure | undefined;
    for (const repository of request.repositories) {
      const result =
        limit === undefined ? await one(context, github, request, repository) : notTried(limit);
      if (result.limit !== undefined) limit = result.limit;
      outcomes.push({ repository, result: result.result });
    }
    host.summary(
      summaryOf(outcomes, (repository) =>
        host.files.read(path.join(request.folder, ...repository.split('/'), 'report.md')),
      ),
    );
    output('pull-requests', JSON.stringify(outcomes.map(asJson)));
    output('folder', request.folder);
    const failures = outcomes.flatMap(({ repository, result }) =>
      result.kind === 'failed'
        ? [request.repositories.length === 1 ? result.failure : named(repository, result.failure)]
        : [],
    );
    return failures.length === 0 ? done : failed(...failures);
  };

const named = (repository: string, { message, ...rest }: Failure): Failure => ({
  ...rest,
  message: message.includes(repository) ? message : `${repository}: ${message}`,
});

type Done = { readonly result: Outcome['result']; readonly limit?: Failure };

const notTried = (limit: Failure): Done => ({
  result: { kind: 'failed', failure: { ...limit, message: `Not tried: ${limit.message}` } },
});

async function one(
  { host }: Context,
  github: GitHub,
  request: Request,
  repository: string,
): Promise<Done> {
  host.group(repository);
  const folder = path.join(request.folder, ...repository.split('/'));
  try {
    host.files.makeFolder(folder, 0o755);
    // A bug that one repository shows is no reason to leave out the others.
    const proposed = await propose(host, github, { ...request, repository, folder }).catch(
      (error: unknown) =>
        ({ ok: false, failure: { ...failureOf(error), reason: 'other' } }) as const,
    );
    if (!proposed.ok) {
      host.log(proposed.failure.message);
      const result = { kind: 'failed', failure: proposed.failure } as const;
      return proposed.failure.reason === 'rate-limit'
        ? { result, limit: proposed.failure }
        : { result };
    }
    const proposal = proposed.value;
    host.log(
      `${sentences[proposal.state]}${proposal.pull === undefined ? '' : `: ${proposal.pull.url}`}`,
    );
    for (const warning of proposal.warnings) host.warning(`${repository}: ${warning}`);
    return { result: { kind: 'done', proposal } };
  } catch (error) {
    const failure = failureOf(error);
    host.log(failure.message);
    return { result: { kind: 'failed', failure } };
  } finally {
    host.endGroup();
  }
}

const sentences: Readonly<Record<Proposal['state'], string>> = {
  opened: 'A pull request was opened',
  updated: 'The pull request was updated',
  unchanged: 'The pull request is up to date',
  kept: 'Somebody edited it, so it was not changed',
  current: 'Nothing to change',
  'nothing-found': 'There is no Shippable or CodeShip configuration',
};

function readRequest(
  { inputs, host }: Context,
  loadParser: ProposeRequest['loadParser'],
): Request | Failure {
  const { env } = host;
  const repositories = inputs.repositories.split(/[\s,]+/).filter((name) => name !== '');
  if (repositories.length === 0) repositories.push(env['GITHUB_REPOSITORY'] ?? '');
  const wrong = repositories.find((name) => !/^[A-Za-z0-9][\w-]*\/(?!\.{1,2}$)[\w.-]+$/.test(name));
  if (wrong !== undefined) {
    return { message: `Input repositories: found \`${wrong}\`, expected \`OWNER/NAME\`.` };
  }
  if (inputs.token.trim() === '') {
    return {
      message: 'Input token is empty.',
      remedy:
        'It is empty in pull requests from forks, and if the secret does not exist: see the description of `token`.',
    };
  }
  // A blank from a careless copy; the mask of the input is for the text with it.
  const token = inputs.token.trim();
  host.mask(token);
  if (!/^[\x21-\x7e]+$/.test(token)) {
    return {
      message: 'Input token contains characters that a token cannot have.',
      remedy: 'It may have been copied with a line break or an ellipsis: store the secret again.',
    };
  }
  for (const name of ['branch', 'base'] as const) {
    if (inputs[name] !== '' && !isBranchName(inputs[name])) {
      return { message: `Input ${name}: \`${inputs[name]}\` is not a valid branch name.` };
    }
  }
  if (inputs.branch === '') return { message: 'Input branch is empty.' };
  const unknown = wrongChoice(inputs);
  if (unknown !== undefined) {
    const expected = unknown.allowed.map((word) => `\`${word}\``).join(' or ');
    return { message: `Input ${unknown.name}: found \`${unknown.given}\`, expected ${expected}.` };
  }
  const actionRef = env['OWN_REF'];
  const folder = host.files.makeTemporaryFolder('transship-pull-requests-');
  return {
    repositories: [...new Set(repositories)],
    server: (env['GITHUB_SERVER_URL'] || 'https://github.com').replace(/\/+$/, ''),
    token,
    branch: inputs.branch,
    base: inputs.base,
    path: inputs.path === '' ? '.' : inputs.path,
    force: inputs.force,
    version: packageFacts().version,
    folder,
    loadParser,
    ...(inputs.config === ''
      ? {}
      : { config: path.resolve(env['GITHUB_WORKSPACE'] ?? '.', inputs.config) }),
    choices: choicesOf(inputs),
    ...(actionRef ? { actionRef } : {}),
  };
}

/** What `git check-ref-format` lets pass, but for names that begin with `-`. */
const isBranchName = (name: string): boolean =>
  name
    .split('/')
    .every(
      (part) => /^(?![.-])[^\u0000-\u0020\u007f~^:?*[\\]+$/.test(part) && !/\.$|\.lock$/.test(part),
    ) && !/\.\.|@\{|^@$/.test(name);

function asJson({ repository, result }: Outcome): object {
  if (result.kind === 'failed') {
    return { repository, state: 'failed', message: result.failure.message };
  }
  const { state, pull } = result.proposal;
  return {
    repository,
    state,
    ...(pull === undefined ? {} : { number: pull.number, url: pull.url }),
  };
}

/** What happened, and what to do: of all errors and warnings of a step GitHub shows only the first ten as annotations. */
function remarks({ repository, result }: Outcome): readonly string[] {
  const texts =
    result.kind === 'failed'
      ? [[result.failure.message, result.failure.remedy ?? ''].join(' ')]
      : result.proposal.warnings;
  return texts.map((text) => `- ${code(repository)}: ${prose(text.slice(0, mostRemark).trim())}`);
}

/** Characters of one; the log has the rest. */
const mostRemark = 3000;

/** The runner refuses a summary above 1 MiB. */
const mostSummary = 900_000;

function summaryOf(
  outcomes: readonly Outcome[],
  reportOf: (repository: string) => string | undefined,
): string {
  const rows = outcomes.map(({ repository, result }) => {
    if (result.kind === 'failed') return `| ${code(repository)} | failed | | |`;
    const { state, pull, counts } = result.proposal;
    const link = pull === undefined ? '' : `[#${pull.number}](${pull.url})`;
    const byHand = counts === undefined ? '' : String(counts.manual + counts.invalid);
    return `| ${code(repository)} | ${state} | ${link} | ${byHand} |`;
  });
  let text = [
    '| Repository | | Pull request | Values by hand |',
    '| --- | --- | --- | ---: |',
    ...rows,
    '',
    ...outcomes.flatMap(remarks),
    '',
  ].join('\n');
  for (const { repository } of outcomes) {
    const report = reportOf(repository);
    if (report === undefined) continue;
    const part = `\n<details><summary>${repository}</summary>\n\n${report}\n\n</details>\n`;
    if (Buffer.byteLength(text) + Buffer.byteLength(part) > mostSummary) {
      text +=
        '\nThe other reports do not fit here; they are in the files of the output `folder`.\n';
      break;
    }
    text += part;
  }
  return text;
}
