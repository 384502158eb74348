// Python: what setup-python installs, and which official images can still be pulled.

import {
  type BuildPlace,
  isOffered,
  minorOf,
  near,
  numbered,
  other,
  type PatchTable,
  type VersionChoice,
} from './choice.ts';

/**
 * Releases of the manifest of actions/python-versions with a build for the runner's Ubuntu (read on
 * 2026-11-27). All from the first to the last one of a minor are there.
 */
const manifest: PatchTable = {
  '3.8': [12, 18],
  '3.9': [12, 25],
  '3.10': [4, 21],
  '3.11': [0, 16],
  '3.12': [0, 14],
  '3.13': [0, 15],
  '3.14': [0, 7],
};

const manifests: Readonly<Record<string, PatchTable>> = {
  'ubuntu-22.04': { '3.7': [13, 17], ...manifest },
};

/**
 * Tags of the image `python` below what setup-python has. Docker 26 and later refuse manifests of schema 1, so
 * a patch release counts from the first one that was pushed in 2017 (github-runner.md 1).
 */
const images: PatchTable = {
  '2.7': [13, 18],
  '3.3': [7, 7],
  '3.4': [6, 10],
  '3.5': [3, 10],
  '3.6': [0, 15],
  '3.7': [0, 17],
};

/** The newest release series; what `nightly` is closest to. */
const newest = '3.14';

/** PyPy for setup-python is called after the Python that it speaks. */
const pypy: Readonly<Record<string, string>> = { '2': 'pypy2.7', '3': 'pypy3.11' };
const pypyOffered = ['2.7', '3.6', '3.7', '3.8', '3.9', '3.10', '3.11'];

/** `python:` of a legacy file, on a runner. */
export function choosePython(
  version: string,
  { runner }: Pick<BuildPlace, 'runner'>,
): VersionChoice {
  const asked = version.trim().toLowerCase();
  if (asked === 'system') return { way: 'machine', spelled: '' };
  if (asked === 'nightly') {
    return {
      way: 'setup',
      spelled: `${newest}`,
      change: near('nightly builds of Python are not offered'),
    };
  }
  if (asked.startsWith('pypy')) return choosePypy(asked);
  const isDevelopment = asked.endsWith('-dev');
  const parts = numbered(asked.replace(/-dev$/, ''));
  if (parts === undefined) {
    return {
      way: 'setup',
      spelled: newest,
      change: other('this version of Python is not available'),
    };
  }
  if (parts.minor === undefined) {
    if (parts.major === 3) return { way: 'setup', spelled: '3' };
    return { way: 'image', image: 'python', spelled: '2.7' };
  }
  const minor = minorOf(parts);
  const change = isDevelopment
    ? { change: near('the branch of that time has been released since') }
    : {};
  const offered = manifests[runner] ?? manifest;
  if (offered[minor] !== undefined) {
    if (isOffered(offered, parts)) {
      return { way: 'setup', spelled: spell(parts, minor), ...change };
    }
    return {
      way: 'setup',
      spelled: minor,
      change: near(`setup-python has ${range(minor, offered)} of it on ${runner}`),
    };
  }
  if (images[minor] !== undefined) {
    if (isOffered(images, parts)) {
      return { way: 'image', image: 'python', spelled: spell(parts, minor), ...change };
    }
    return {
      way: 'image',
      image: 'python',
      spelled: minor,
      change: near(`of the image only ${range(minor, images)} can be pulled`),
    };
  }
  if (parts.major === 2) {
    return {
      way: 'image',
      image: 'python',
      spelled: '2.7',
      change: other('neither a setup action nor an official image has it'),
    };
  }
  if (parts.major === 3 && parts.minor < 3) {
    return {
      way: 'image',
      image: 'python',
      spelled: '3.3',
      change: other('neither a setup action nor an official image that can be pulled has it'),
    };
  }
  return { way: 'setup', spelled: newest, change: other('there is no such release') };
}

const spell = ({ patch }: { patch?: number }, minor: string): string =>
  patch === undefined ? minor : `${minor}.${patch}`;

const range = (minor: string, table: PatchTable): string => {
  const [first, last] = table[minor] ?? [0, 0];
  return first === last ? `${minor}.${last}` : `${minor}.${first} to ${minor}.${last}`;
};

function choosePypy(asked: string): VersionChoice {
  // `pypy`, `pypy2`, `pypy3` name a language; `pypy-5.4` and `pypy3-2.4` a release of PyPy; `pypy3.9` the Python.
  const match = /^pypy(\d(?:\.\d+)?)?(?:-(\d[\d.]*))?/.exec(asked);
  const language = match?.[1] ?? '2';
  const release = match?.[2];
  const isOld = asked.startsWith('pypy-') && release !== undefined;
  if (language.includes('.')) {
    if (pypyOffered.includes(language) && release === undefined)
      return { way: 'setup', spelled: `pypy${language}` };
    const nearest = pypyOffered.includes(language)
      ? `pypy${language}`
      : (pypy[language.charAt(0)] ?? 'pypy3.11');
    return { way: 'setup', spelled: nearest, change: near('setup-python no longer has it') };
  }
  const spelled = pypy[language] ?? 'pypy3.11';
  if (language === '3') {
    return {
      way: 'setup',
      spelled,
      change: near('Shippable had PyPy 7.0, which spoke Python 3.5'),
    };
  }
  if (isOld || release !== undefined) {
    return {
      way: 'setup',
      spelled,
      change: near(`setup-python has newer releases of PyPy only`),
    };
  }
  return { way: 'setup', spelled };
}
