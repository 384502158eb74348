// The version of a gitRepo that the event of the run is: what Shippable called shaData.

import { defined } from '../ground/defined.ts';
import { isObject, type Json, type JsonObject, objectOf, textOf } from '../ground/json.ts';
import type { Version } from './version.ts';

/** What the runner says of the run; names as in its environment. */
export type RunEvent = {
  readonly name: string;
  readonly payload: JsonObject;
  readonly sha: string;
  readonly refName: string;
  readonly refType: string;
  readonly repository: string;
  readonly server: string;
};

/** The commit that the run is about, of this repository. */
export function commitVersion(event: RunEvent, versionNumber: number): Version {
  const { payload, sha, refName, refType } = event;
  const pull = objectOf(payload['pull_request']);
  const isPull = isObject(payload['pull_request']);
  const head = objectOf(pull['head']);
  const base = objectOf(pull['base']);
  const commit = objectOf(payload['head_commit']);
  const release = objectOf(payload['release']);
  const isRelease = event.name === 'release';
  const isTag = refType === 'tag' && !isRelease;
  const commitSha = isPull ? (textOf(head['sha']) ?? sha) : sha;
  const data: Record<string, Json> = {
    branchName: isPull ? (textOf(base['ref']) ?? '') : refName,
    baseCommitRef: isPull ? (textOf(base['ref']) ?? '') : '',
    headCommitRef: isPull ? (textOf(head['ref']) ?? '') : '',
    commitSha,
    beforeCommitSha: isPull ? (textOf(base['sha']) ?? '') : (textOf(payload['before']) ?? ''),
    commitMessage: isPull ? (textOf(pull['title']) ?? '') : (textOf(commit['message']) ?? ''),
    committer: {
      displayName:
        textOf(objectOf(commit['committer'])['name']) ??
        textOf(objectOf(payload['sender'])['login']) ??
        '',
    },
    isPullRequest: isPull,
    isPullRequestClose: isPull && textOf(payload['action']) === 'closed',
    ...(isPull && {
      pullRequestNumber: pull['number'] ?? null,
      pullRequestRepoFullName: textOf(objectOf(head['repo'])['full_name']) ?? '',
    }),
    isGitTag: isTag,
    gitTagName: isTag ? refName : isRelease ? (textOf(release['tag_name']) ?? '') : '',
    isRelease,
    releaseName: textOf(release['name']) ?? '',
    releasedAt: textOf(release['published_at']) ?? '',
  };
  return {
    versionNumber,
    versionName: commitSha,
    propertyBag: {
      shaData: data,
      normalizedRepo: repositoryFacts(event.server, event.repository, payload),
    },
  };
}

/** The version of a repository of which only a commit, or not even that, is known. */
export function plainCommitVersion(
  server: string,
  repository: string,
  branch: string,
  commit: string | undefined,
  versionNumber: number,
): Version {
  return {
    versionNumber,
    ...defined({ versionName: commit }),
    propertyBag: {
      shaData: {
        branchName: branch,
        commitSha: commit ?? '',
        isPullRequest: false,
        isGitTag: false,
        isRelease: false,
      },
      normalizedRepo: repositoryFacts(server, repository, {}),
    },
  };
}

function repositoryFacts(server: string, fullName: string, payload: JsonObject): JsonObject {
  const host = server.replace(/^https?:\/\//, '');
  return {
    fullName,
    repositoryHttpsUrl: `${server}/${fullName}.git`,
    repositorySshUrl: `git@${host}:${fullName}.git`,
    isFork: objectOf(payload['repository'])['fork'] === true,
  };
}
