// Whether a command may leave files in the folders of the reports. A program may be told to by a file that nobody
// sees, so only those that are known to do something else are ruled out.

import { commandWords } from '../../../shell/commands.ts';
import type { Command } from '../keys/config.ts';

/** Programs that write no report, whatever their words are; a wrapper counts by what it runs. */
const idle = new Set(
  (
    ': [ [[ apt apt-get add-apt-repository bower cat cd chmod chown command cut date dirname echo env exit export ' +
    'false gem git grep head hash id kill ln ls mkdir nvm pip pip2 pip3 popd printenv printf ps pushd pwd readlink ' +
    'retry rm rmdir sed set shift shippable_retry sleep sort ssh-add sudo tail test time timeout touch tr travis_fold travis_retry travis_wait true type ' +
    'umask uname uniq unset wc which whoami'
  ).split(' '),
);

/** Programs that write none with these words. */
const idleWith: Readonly<Record<string, RegExp>> = {
  bundle: /^(?:install|config|package|--version)\b/,
  composer: /^(?:install|update|self-update)\b/,
  docker: /^(?:login|pull|push|tag|images|rmi|version|info|--version)\b/,
  npm: /^(?:i|install|ci|set|config|link|cache|--version|-v)\b/,
  yarn: /^(?:install|add|global|config|--version)\b/,
};

const folders = /shippable\/|TEST_?RESULTS|REPORTS|COVERAGE/i;

export function mayWriteReports(commands: readonly Command[]): boolean {
  return commands.some(({ text }) =>
    commandWords(text).some(({ word, rest, offset, end }) => {
      const isIdle =
        idle.has(word) ||
        /^--?version$/.test(rest.join(' ')) ||
        (Object.hasOwn(idleWith, word) && idleWith[word]?.test(rest.join(' ')));
      const makesFolder = /^(?:mkdir|rm|ls|cd|pushd|chmod|chown|test|\[)$/.test(word);
      // What any program prints or copies may be led there.
      return !isIdle || (!makesFolder && folders.test(text.slice(offset, end)));
    }),
  );
}
