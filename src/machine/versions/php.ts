// PHP: setup-php has every minor from 5.3 on, each in its last release (github-runner.md 1).

import { minorOf, near, numbered, other, type VersionChoice } from './choice.ts';

const minors = [
  '5.3',
  '5.4',
  '5.5',
  '5.6',
  '7.0',
  '7.1',
  '7.2',
  '7.3',
  '7.4',
  '8.0',
  '8.1',
  '8.2',
  '8.3',
  '8.4',
  '8.5',
];

/** `php:` of a legacy file. */
export function choosePhp(version: string): VersionChoice {
  const asked = version.trim().toLowerCase();
  if (asked.startsWith('hhvm')) {
    return {
      way: 'setup',
      spelled: '7.1',
      change: other('HHVM ran PHP until 2018 and is no longer available'),
    };
  }
  if (asked === 'nightly' || asked === 'master') return { way: 'setup', spelled: 'nightly' };
  if (asked === 'system') return { way: 'machine', spelled: '' };
  const isSnapshot = asked.endsWith('snapshot');
  const parts = numbered(asked.replace(/-?snapshot$/, ''));
  if (parts === undefined) {
    return {
      way: 'setup',
      spelled: '8.3',
      change: other('this version of PHP is not available'),
    };
  }
  if (parts.minor === undefined) {
    const last = minors.findLast((one) => one.startsWith(`${parts.major}.`));
    return last === undefined
      ? { way: 'setup', spelled: '5.3', change: other('setup-php begins with 5.3') }
      : { way: 'setup', spelled: last };
  }
  const minor = minorOf(parts);
  if (!minors.includes(minor)) {
    return parts.major <= 5
      ? { way: 'setup', spelled: '5.3', change: other('setup-php begins with 5.3') }
      : { way: 'setup', spelled: '8.3', change: other('setup-php has no such release') };
  }
  if (isSnapshot) {
    return { way: 'setup', spelled: minor, change: near('the series was released since') };
  }
  return parts.patch === undefined
    ? { way: 'setup', spelled: minor }
    : {
        way: 'setup',
        spelled: minor,
        change: near(`setup-php has the last release of ${minor} alone`),
      };
}
