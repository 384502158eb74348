// What the packages that a project lists need of the machine, besides what installs them.

import type { Repository } from '../../ground/repository.ts';
import type { Call } from '../calls/calls.ts';

/** Packages of npm that bring PhantomJS, or start it. */
const phantomOfNpm =
  /"(?:[\w.-]*phantomjs[\w.-]*|casperjs|grunt-lib-phantomjs|grunt-contrib-(?:jasmine|qunit)|grunt-mocha|gulp-(?:mocha-phantomjs|qunit))"\s*:/;

/** Gems that do. */
const phantomOfRuby =
  /^\s*gem\s*\(?\s*["'](?:poltergeist|phantomjs|phantomjs-binaries|jasmine)["']/m;

const installsOfNpm = /^(?:npm|yarn|yarnpkg|pnpm|bower|grunt|gulp)$/;
const installsOfRuby = /^(?:bundle|bundler|rake|rspec)$/;

/** Lists of packages that belong to the project itself. */
const isOwn = (path: string, name: string): boolean =>
  (path === name || path.endsWith(`/${name}`)) &&
  !/(?:^|\/)(?:node_modules|vendor|bower_components|examples?|fixtures?|docs?)\//.test(path);

/** Whether tests of the project start PhantomJS. */
export function startsPhantom(calls: readonly Call[], repository: Repository): boolean {
  const isCalled = calls.some(
    ({ word, args }) =>
      /^(?:.*\/)?(?:phantomjs|casperjs|mocha-phantomjs)$/.test(word) ||
      (/^(?:npm|yarn)$/.test(word) && args.some((arg) => /phantomjs|^casperjs/.test(arg))),
  );
  if (isCalled) return true;
  const lists = (words: RegExp, name: string, pattern: RegExp): boolean =>
    calls.some(({ word }) => words.test(word)) &&
    repository.paths.some((path) => isOwn(path, name) && pattern.test(repository.read(path) ?? ''));
  return (
    lists(installsOfNpm, 'package.json', phantomOfNpm) ||
    lists(installsOfRuby, 'Gemfile', phantomOfRuby)
  );
}
