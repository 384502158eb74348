// Packages of Python that build from source with the newest setuptools or Cython, and were written for older ones:
// setuptools has had no `use_2to3` from 58 on, and PyYAML 5.4 and 6.0 do not build with Cython 3. pip builds each package
// apart, and a constraint reaches there: by PIP_CONSTRAINT before pip 25.3, by PIP_BUILD_CONSTRAINT from it on.

import type { Repository } from '../../ground/repository.ts';
import type { Call } from '../calls/calls.ts';
import { isFrom } from './python-tools.ts';

/** Releases whose sources ask setuptools to run 2to3; a name without a bound is one that always did. */
const converted: readonly { readonly name: string; readonly before?: number }[] = [
  { name: 'anyjson' },
  { name: 'demjson' },
  { name: 'suds' },
  { name: 'suds-jurko' },
  { name: 'celery', before: 4 },
  { name: 'kombu', before: 4 },
  { name: 'django-celery' },
  { name: 'beautifulsoup4', before: 4.4 },
  { name: 'feedparser', before: 6 },
];

const requirements = /(?:^|\/)(?:[\w-]*requirements[\w-]*|requirements\/[\w-]+)\.(?:txt|pip|in)$/;

/** `celery==3.1.25` gives 3.1; undefined where the line names no release. */
const pinned = (line: string, name: string): number | undefined => {
  const match = new RegExp(
    `^\\s*${name}(?:\\[[^\\]]*\\])?\\s*(?:==|~=|<=?)\\s*(\\d+(?:\\.\\d+)?)`,
    'i',
  ).exec(line);
  return match?.[1] === undefined ? undefined : Number(match[1]);
};

const names = (line: string, name: string): boolean =>
  new RegExp(`^\\s*${name}(?![\\w.-])`, 'i').test(line);

export type BuildConstraint = {
  /** For pip: `setuptools<58`. */
  readonly text: string;
  /** What asks for it, for a message. */
  readonly by: string;
  /** No version of the job can build with it. */
  readonly isLost: boolean;
};

/** What has to be held back while `pip` or `setup.py` builds, by the files of the project and the versions of the job. */
export function buildConstraints(
  calls: readonly Call[],
  versions: readonly string[],
  { paths, read }: Repository,
): readonly BuildConstraint[] {
  const builds = calls.some(
    ({ word, args }) =>
      (/^pip[\d.]*$/.test(word) && args[0] === 'install') ||
      (/^python[\d.]*$/.test(word) &&
        (args.includes('pip') || args.some((arg) => arg.endsWith('setup.py')))),
  );
  if (!builds || !versions.some((version) => isFrom(version, 0))) return [];
  const lists = paths.filter((path) => requirements.test(path)).slice(0, 40);
  const lines = lists.flatMap((path) => (read(path) ?? '').split('\n'));
  const found: BuildConstraint[] = [];
  const own = paths.find(
    (path) =>
      /^(?:[^/]+\/)?setup\.py$/.test(path) && /\buse_2to3["']?\s*[=:\]]/.test(read(path) ?? ''),
  );
  const listed = converted.find(({ name, before }) =>
    lines.some((line) =>
      before === undefined ? names(line, name) : (pinned(line, name) ?? before) < before,
    ),
  );
  const by = own ?? listed?.name;
  if (by !== undefined)
    found.push({
      text: 'setuptools<58',
      by,
      isLost: versions.some((version) => isFrom(version, 12)),
    });
  const yaml = lines.find((line) =>
    /^\s*pyyaml\s*==\s*(?:5\.4(?:\.1)?|6\.0)\s*(?:[;#]|$)/i.test(line),
  );
  const needsSource = yaml?.includes('5.4') === true ? 10 : 12;
  if (yaml !== undefined && versions.some((version) => isFrom(version, needsSource)))
    found.push({ text: 'cython<3', by: yaml.trim(), isLost: false });
  return found;
}

/** The lines of a step that has every build keep to them. */
export const constraintLines = (constraints: readonly string[]): readonly string[] =>
  constraints.length === 0
    ? []
    : [
        `printf '%s\\n' ${constraints.map((one) => `'${one}'`).join(' ')} > "$RUNNER_TEMP/constraints.txt"`,
        'echo "PIP_CONSTRAINT=$RUNNER_TEMP/constraints.txt" >> "$GITHUB_ENV"',
        'echo "PIP_BUILD_CONSTRAINT=$RUNNER_TEMP/constraints.txt" >> "$GITHUB_ENV"',
      ];
