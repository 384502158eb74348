// Whether anything may look at commits before the one that is built. Shippable's clone was complete (shippable.md
// 11.39); one commit is enough only where every command is known, and no file speaks of history.

import type { Repository } from '../../../ground/repository.ts';
import { type CommandWords, commandWords } from '../../../shell/commands.ts';
import type { Command } from '../keys/config.ts';

/** Programs that look at no history by themselves. */
const blind = new Set(
  (
    ': [ [[ ant apk apt apt-get bower bundle bundler cat cd chmod chown clear command composer cp curl cut date ' +
    'dirname echo env eslint exit export expr false find flake8 gem go gradle grep grunt gulp ' +
    'gunzip gzip head hostname id install java javac jest jshint kill lein ln local ls mkdir mocha mv mvn mypy mysql ' +
    'nc nohup nosetests npm nvm phpunit pip pip2 pip3 popd printenv printf ps psql pushd pwd py.test pylint ' +
    'pytest rake read readlink redis-cli retry rm rmdir rspec rubocop sbt sed set shift ' +
    'shippable_retry sleep sort sudo tail tar tee test time timeout touch tox tr travis_fold travis_retry travis_wait true tsc type umask uname ' +
    'uniq unset unzip virtualenv wait wc wget which whoami xargs xvfb-run yarn zip'
  ).split(' '),
);

const interpreters = /^(?:ba|da|z)?sh$|^(?:source|\.|node|ruby|python[23]?)$/;

const dockerOnly = /^(?:build|images|info|login|logout|ps|pull|push|rmi|tag|version|--version)$/;

/** Programs that run files of the repository, which have to be there to be looked at. */
const runners =
  /^(?:ant|bash|bundle|composer|docker|docker-compose|go|gradle|grunt|gulp|java|jest|lein|mocha|mvn|node|nosetests|npm|npx|phpunit|pip[23]?|py\.?test|python[23]?|rake|rspec|ruby|sbt|sh|source|\.|tox|yarn)$/;

/** Words by which files speak of history: git's own, and tools that ask git for a version or for changes. */
const speaksOfHistory =
  /\bgit\b|\.git\b(?!hub|lab|ignore)|setuptools[_-]scm|hatch-vcs|versioneer|\bpbr\b|gitpython|dulwich|pygit2|nodegit|semantic-release|standard-version|release-it|commitlint|conventional-|\bdanger\b|\blerna\b|\bnx\b|turbo\b|lint-staged|changesets?\b|coveralls|codecov|codeclimate|sonar|gitversion|nbgv|minver|nerdbank|jgit|grgit|axion|nebula|reckon|sbt-dynver|sbt-git|buildnumber-maven|jgitver|rugged|goreleaser|auto-changelog/i;

const looked = /(?:^|\/)[^./]+$|\.(?:[a-z0-9]{1,10})$/i;
const skipped =
  /(?:^|\/)\.(?:github|gitlab|circleci)\/|(?:^|\/)(?:README|CHANGELOG|LICENSE|CONTRIBUTING)|\.(?:md|rst|txt|lock|png|jpe?g|gif|svg|ico|woff2?|ttf|eot|pdf|zip|gz|jar|min\.js|map|css|html?)$|(?:package-lock|npm-shrinkwrap|composer)\.(?:json|lock)$|yarn\.lock$/i;

const limits = { files: 2000, characters: 8_000_000 };

export function mayReadHistory(commands: readonly Command[], { paths, read }: Repository): boolean {
  const texts = commands.map(({ text }) => text);
  if (texts.some((text) => speaksOfHistory.test(text))) return true;
  const isScript = (word: string | undefined): boolean =>
    word !== undefined && paths.includes(word.replace(/^\.\//, ''));
  const isKnown = ({ word, rest }: CommandWords): boolean => {
    if (blind.has(word) || isScript(word)) return true;
    if (word === 'docker') return dockerOnly.test(rest[0] ?? '');
    // What an interpreter runs has to be there, or to stand in the command.
    if (!interpreters.test(word)) return false;
    return /^-{1,2}(?:c|v|V|version|check)$/.test(rest[0] ?? '') || isScript(rest[0]);
  };
  const words = texts.flatMap((text) => commandWords(text));
  if (!words.every(isKnown)) return true;
  if (!words.some(({ word }) => runners.test(word) || isScript(word))) return false;
  const files = paths.filter((path) => looked.test(path) && !skipped.test(path));
  const isLegacy = (path: string): boolean => /(?:^|\/)\.?shippable[^/]*\.yml$/.test(path);
  // The configuration alone, without what it runs, says nothing of what that does.
  if (files.length > limits.files || files.every(isLegacy)) return true;
  let left = limits.characters;
  return files.some((path) => {
    const text = read(path);
    left -= text?.length ?? 0;
    return text === undefined || left < 0 || speaksOfHistory.test(text);
  });
}
