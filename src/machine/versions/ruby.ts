// Ruby: what setup-ruby downloads for Ubuntu 24.04 (its list, read on 2026-11-27).

import { minorOf, near, numbered, other, type VersionChoice } from './choice.ts';

/** Patch releases that setup-ruby has, by minor. */
const rubies: Readonly<Record<string, readonly number[]>> = {
  '1.9': [3],
  '2.0': [0],
  '2.1': [9],
  '2.2': [10],
  '2.3': upTo(8),
  '2.4': [0, 1, 2, 3, 4, 5, 6, 7, 9, 10],
  '2.5': upTo(9),
  '2.6': upTo(10),
  '2.7': upTo(8),
  '3.0': upTo(7),
  '3.1': upTo(7),
  '3.2': upTo(11),
  '3.3': upTo(12),
  '3.4': upTo(10),
  '4.0': upTo(6),
};

const jrubies: readonly string[] = [
  '9.1.17.0',
  ...['9.0', '10.0', '11.0', '11.1', '12.0', '13.0', '14.0', '15.0', '16.0', '17.0', '18.0'].map(
    (rest) => `9.2.${rest}`,
  ),
  ...['19.0', '20.0', '20.1', '21.0'].map((rest) => `9.2.${rest}`),
  ...[0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 13, 14, 15].map((patch) => `9.3.${patch}.0`),
  ...upTo(15).map((patch) => `9.4.${patch}.0`),
  '9.4.12.1',
  ...['0.0', '0.1', '1.0', '2.0', '3.0', '4.0', '5.0', '6.0'].map((rest) => `10.0.${rest}`),
  '10.1.0.0',
];

function upTo(last: number): number[] {
  return Array.from({ length: last + 1 }, (_, patch) => patch);
}

/** `rvm:` of a legacy file. A gemset (`2.4.1@global`) and a prefix (`ruby-2.1.1`) are rvm's spelling. */
export function chooseRuby(version: string): VersionChoice {
  const [asked = '', gemset] = version.trim().toLowerCase().split('@');
  const plain = asked.replace(/^ruby-/, '');
  const found = chooseInterpreter(plain);
  if (gemset === undefined || gemset === '' || found.change !== undefined) return found;
  return { ...found, change: near('gemsets are of rvm; every job has gems of its own') };
}

function chooseInterpreter(plain: string): VersionChoice {
  if (plain === 'head' || plain === 'ruby') {
    return { way: 'setup', spelled: plain === 'head' ? 'head' : 'ruby' };
  }
  if (plain === 'system' || plain === 'default') return { way: 'machine', spelled: '' };
  if (plain.startsWith('jruby')) return chooseJruby(plain);
  if (/^(?:rbx|rubinius)/.test(plain)) {
    return {
      way: 'setup',
      spelled: '2.3',
      change: other('Rubinius is no longer available'),
    };
  }
  if (/^ree/.test(plain)) {
    return {
      way: 'setup',
      spelled: '1.9.3',
      change: other('Ruby Enterprise Edition is no longer available'),
    };
  }
  if (/^(?:truffleruby|mswin|mingw)/.test(plain)) return { way: 'setup', spelled: plain };
  const parts = numbered(plain.replace(/-p\d+$/, ''));
  if (parts === undefined) {
    return {
      way: 'setup',
      spelled: '3.4',
      change: other('this version of Ruby is not available'),
    };
  }
  if (parts.minor === undefined) {
    if (parts.major < 2) {
      return { way: 'setup', spelled: '1.9.3', change: other('setup-ruby begins with 1.9.3') };
    }
    return Object.keys(rubies).some((one) => one.startsWith(`${parts.major}.`))
      ? { way: 'setup', spelled: String(parts.major) }
      : { way: 'setup', spelled: '3.4', change: other('setup-ruby has no such release') };
  }
  const minor = minorOf(parts);
  const patches = rubies[minor];
  if (patches === undefined) {
    return parts.major < 2
      ? { way: 'setup', spelled: '1.9.3', change: other('setup-ruby begins with 1.9.3') }
      : { way: 'setup', spelled: '3.4', change: other('setup-ruby has no such release') };
  }
  const last = patches.at(-1) ?? 0;
  if (parts.patch === undefined) return { way: 'setup', spelled: minor };
  if (patches.includes(parts.patch)) return { way: 'setup', spelled: `${minor}.${parts.patch}` };
  return {
    way: 'setup',
    spelled: `${minor}.${last}`,
    change: near(
      patches.length === 1
        ? `setup-ruby has ${minor}.${last} alone of that series`
        : `setup-ruby has up to ${minor}.${last} of that series, without this one`,
    ),
  };
}

function chooseJruby(plain: string): VersionChoice {
  const rest = plain.replace(/^jruby-?/, '');
  if (rest === '' || rest === 'head') {
    return { way: 'setup', spelled: rest === '' ? 'jruby' : 'jruby-head' };
  }
  if (jrubies.includes(rest)) return { way: 'setup', spelled: plain };
  // `jruby-9.2`: setup-ruby takes the newest of the series.
  if (jrubies.some((one) => one.startsWith(`${rest}.`))) return { way: 'setup', spelled: plain };
  const first = jrubies[0] ?? '';
  const series = /^9\.\d+|^10\.\d+/.exec(rest)?.[0];
  const same =
    series === undefined ? undefined : jrubies.findLast((one) => one.startsWith(`${series}.`));
  if (same !== undefined) {
    return {
      way: 'setup',
      spelled: `jruby-${same}`,
      change: near(`of JRuby ${series} setup-ruby has no older release`),
    };
  }
  // `18mode`, `19mode`, `1.7.x`, `9.0.x`: older than everything that is offered.
  return {
    way: 'setup',
    spelled: `jruby-${first}`,
    change: other(`setup-ruby begins with JRuby ${first}, which speaks Ruby 2.3`),
  };
}
