// The steps that make a runner or a booted image ready for the commands.

import { httpsForGit } from '../../../machine/changed/git-protocol.ts';
import { sbtLine } from '../../../machine/languages/build-tools.ts';
import { compilerLines } from '../../../machine/languages/old-compilers.ts';
import { constraintLines } from '../../../machine/languages/python-builds.ts';
import {
  debianInstall,
  phantomLines,
  ubuntuInstall,
  updateLists,
} from '../../../machine/programs/installs.ts';
import type { Line } from '../../../output/tree.ts';
import type { Step } from '../../../workflow/model.ts';
import { plainLine } from '../scripts/script.ts';
import { programLines } from '../scripts/utilities.ts';
import type { Needs } from './command-context.ts';

/** The certificates that such an old npm carries are too old for its registry. */
const oldNpmLine = 'echo npm_config_cafile=/etc/ssl/certs/ca-certificates.crt >> "$GITHUB_ENV"';

export function runnerSteps({
  rows,
  folders,
  programs,
  lists,
  pythonPackages,
  constraints,
  pip,
  oldNpm,
  compilers,
  php,
  phantom,
  python2,
  oldSbt,
  npmPackages,
  goSources,
}: Needs): Step[] {
  const packages = [...rows].flatMap(({ ubuntu }) => ubuntu ?? []);
  const lines: string[] = [
    ...(oldNpm ? [oldNpmLine] : []),
    ...(oldSbt ? [sbtLine] : []),
    ...(pip ? ['sudo pip config --global set global.break-system-packages true'] : []),
    ...(packages.length > 0 ? ubuntuInstall(packages) : lists === 'old' ? [updateLists] : []),
    ...new Set([
      ...[...rows].flatMap(({ ubuntu, runner }) => (ubuntu === undefined ? (runner ?? []) : [])),
      ...(phantom ? phantomLines : []),
    ]),
    ...[...programs].flatMap((word) => programLines(word, false) ?? []),
    ...compilerLines(compilers),
    ...constraintLines(constraints),
    ...pipInstall(pythonPackages),
  ];
  return [
    ...(folders.size > 0
      ? [
          step('Create the folders that only root could create', [
            `sudo install -d -o "$(id -u)" -g "$(id -g)" ${[...folders].join(' ')}`,
          ]),
        ]
      : []),
    ...(python2
      ? [
          {
            kind: 'uses' as const,
            name: 'Set up Python 2 for scripts',
            uses: 'actions/setup-python' as const,
            with: [{ name: 'python-version', value: 'pypy2.7' }],
          },
        ]
      : []),
    ...(npmPackages.length > 0
      ? [{ ...step('Let npm install the packages of then', npmPackages), inFile: true as const }]
      : []),
    ...(lines.length > 0 ? [step(nameOf(lines), lines)] : []),
    ...(goSources.length > 0 ? [step('Let go get take the sources of then', goSources)] : []),
    ...(php.length > 0 ? [step('Let PHP work as before', php)] : []),
  ];
}

/** Of the step that makes the runner ready. */
function nameOf(lines: readonly string[]): string {
  if (lines.length === 1 && lines[0] === updateLists) return 'Update the lists of packages';
  return lines[0] === phantomLines[0] ? 'Prepare for PhantomJS' : 'Install what the commands call';
}

/** Shippable's images answered every question of apt with yes, as hosted runners do; official images ask. */
const assumeYes = `echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/90assumeyes`;

const pipInstall = (names: readonly string[]): readonly string[] =>
  names.length === 0 ? [] : [`pip install --quiet ${names.join(' ')}`];

export function imageSteps({
  rows,
  apt,
  asks,
  programs,
  pythonPackages,
  redirectsGit,
}: Needs): Step[] {
  const packages = [...rows].flatMap(({ debian }) => debian ?? []);
  const assume = asks ? [assumeYes] : [];
  const lines = [
    ...(redirectsGit ? [`! command -v git > /dev/null || ${httpsForGit}`] : []),
    ...[...rows].flatMap(({ debian, image }) => (debian === undefined ? (image ?? []) : [])),
    ...[...programs].flatMap((word) => programLines(word, true) ?? []),
    ...pipInstall(pythonPackages),
  ];
  if (packages.length + lines.length === 0) {
    return apt
      ? [
          {
            ...step('Find the packages of the image', [...assume, ...debianInstall([])]),
            shell: 'boot {0}',
          },
        ]
      : [];
  }
  return [
    {
      ...step('Install what the commands call', [
        ...assume,
        ...(apt || packages.length > 0 ? debianInstall(packages) : []),
        ...lines,
      ]),
      shell: 'boot {0}',
    },
  ];
}

const step = (name: string, lines: readonly string[]): Extract<Step, { kind: 'run' }> => ({
  kind: 'run',
  name,
  run: lines.map((line): Line => plainLine(line)),
});
