// The machines that jobs run on.

import { buildpackDeps, essential, ubuntuServer } from './base-programs.ts';
import { type Machine, words } from './facts.ts';
import { cachedOnPath, listed, ubuntu2404 } from './ubuntu-24.04.ts';

/** GitHub's hosted runner: user `runner` with password-less sudo (github-runner.md 1). */
export const hostedRunner: Machine = {
  title: 'the runner',
  user: 'runner',
  hasSudo: true,
  programs: new Set([
    ...essential,
    ...ubuntuServer,
    ...ubuntu2404.flatMap(({ programs }) => words(programs)),
    ...cachedOnPath,
  ]),
  stopped: new Set(ubuntu2404.flatMap(({ stopped }) => stopped ?? [])),
  source: `actions/runner-images ${listed.image}, read on ${listed.read}`,
};

/** A runner of another system, or of your own: nobody here knows what it has. Hosted ones have sudo, except Windows. */
const unknownRunner = (hasSudo: boolean): Machine => ({
  title: 'this runner',
  user: 'runner',
  hasSudo,
  programs: undefined,
  stopped: new Set(),
  source: 'the table is of ubuntu-24.04 alone',
});

/** The machine behind a label of `runs-on`. */
export const runnerOf = (label: string): Machine =>
  /^ubuntu-(?:24\.04|latest)$/.test(label) ? hostedRunner : unknownRunner(!/windows/i.test(label));

/** What the official images of languages add to Debian's `buildpack-deps`: Docker Hub's pages of each. */
const imagePrograms: Readonly<Record<string, string>> = {
  node: 'node nodejs npm npx yarn yarnpkg python python2 python3',
  python: 'python python2 python3 pip pip2 pip3 easy_install idle pydoc 2to3',
  pypy: 'pypy pypy3 pip pip3',
  ruby: 'ruby gem bundle bundler rake irb erb ri rdoc',
  jruby: 'jruby ruby gem bundle bundler rake irb jgem',
  golang: 'go gofmt',
  php: 'php phpize pear pecl docker-php-ext-install docker-php-ext-enable docker-php-ext-configure',
  clojure: 'lein java javac jar',
};

/** An official image of a language, in these versions: root, no sudo, Debian's archive of its time. */
export function officialImage(name: string, versions: readonly string[] = []): Machine {
  const isOther = name === 'python' && versions.some((version) => !version.startsWith('2'));
  return {
    title: `the image \`${name}\``,
    user: 'root',
    hasSudo: false,
    // The boot hands the engine's client in.
    programs: new Set([
      'docker',
      ...essential,
      ...buildpackDeps,
      ...words(imagePrograms[name] ?? '').filter((word) => !isOther || word !== 'pip2'),
    ]),
    stopped: new Set(),
    source: `the page of the official image \`${name}\` on Docker Hub, and of buildpack-deps`,
  };
}

/** An image that only its owner knows. */
export const customImage: Machine = {
  title: 'your image',
  user: 'root',
  hasSudo: false,
  programs: undefined,
  stopped: new Set(),
  source: 'nobody knows what a custom image holds',
};

/** Those of its first years, which are no longer on Docker Hub (shippable.md 2.9). */
export const isGoneVendorImage = (name: string): boolean =>
  /^(?:shippable|shippableimages|shipimg)\//.test(name);

/** Images that Shippable published, with the settings of its machines inside (shippable.md 4). */
export const isVendorImage = (name: string): boolean =>
  /^(?:drydock\w*|shippable|shippableimages|shipimg)\//.test(name);
