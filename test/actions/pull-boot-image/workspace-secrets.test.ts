import { expect, test } from 'vitest';
import {
  withoutCredentials,
  workspaceDecision,
} from '../../../src/actions/pull-boot-image/workspace-secrets.ts';

test.each([
  ['shop/.git/config', 'replace'],
  ['shop/.git/modules/lib/a/config', 'replace'],
  ['shop/vendor/x/.git/config', 'replace'],
  ['shop/.git/worktrees/w/config.worktree', 'replace'],
  ['shop/.git/credentials', 'drop'],
  ['shop/gha-creds-0123456789abcdef.json', 'drop'],
  ['shop/sub/gha-creds-0123456789abcdef.json', 'keep'],
  ['shop/config', 'keep'],
  ['shop/.gitconfig', 'keep'],
  ['shop/.git/objects/config/x', 'keep'],
])('%s: %s', (path, kind) => {
  expect(workspaceDecision(path).kind).toBe(kind);
});

test('a Git configuration keeps everything but credentials', () => {
  expect(
    withoutCredentials(`[core]
	bare = false
	sshCommand = ssh -i /tmp/key
[remote "origin"]
	url = https://x-access-token:SECRET@github.com/acme/shop
	fetch = +refs/heads/*:refs/remotes/origin/*
[remote "other"]
	url = git@github.com:acme/other
	pushurl = https://SECRET@github.com/acme/other
[url "https://me:SECRET@github.com/"]
	insteadOf = git@github.com:
[http "https://github.com/"]
	extraheader = AUTHORIZATION: \\
basic SECRET
	sslVerify = true
[http] extraHeader = SECRET
[credential "https://github.com"]
	helper = "!f() { echo password=SECRET; }; f"
[includeIf "gitdir:/srv/shop/.git"]
	path = /srv/_temp/git-credentials-SECRET.config
[user]
	name = Ada
`),
  ).toBe(`[core]
	bare = false
[remote "origin"]
	url = https://github.com/acme/shop
	fetch = +refs/heads/*:refs/remotes/origin/*
[remote "other"]
	url = git@github.com:acme/other
	pushurl = https://github.com/acme/other
[url "https://github.com/"]
	insteadOf = git@github.com:
[http "https://github.com/"]
	sslVerify = true
[includeIf "gitdir:/srv/shop/.git"]
[user]
	name = Ada
`);
});
