// Go: setup-go downloads from 1.2 on (github-runner.md 1).

import { type BuildPlace, minorOf, near, numbered, other, type VersionChoice } from './choice.ts';

const oldest = 2;
const lastOfGoPath = 21;

/** `go:` of a legacy file, also with the prefix of gvm; a project without modules is built by a Go that knows it. */
export function chooseGo(version: string, { paths }: Pick<BuildPlace, 'paths'>): VersionChoice {
  const choice = newestGo(version);
  // From 1.22 on `go get` refuses a project without modules, which the legacy commands and the default ones call.
  const isNewer =
    /^(?:\w*stable|1\.x)$/.test(choice.spelled) ||
    Number(/^1\.(\d+)/.exec(choice.spelled)?.[1]) > lastOfGoPath;
  if (!isNewer || paths.includes('go.mod')) return choice;
  return {
    way: 'setup',
    spelled: `1.${lastOfGoPath}`,
    change: near('newer ones refuse `go get` in a project without `go.mod`'),
  };
}

function newestGo(version: string): VersionChoice {
  const asked = version
    .trim()
    .toLowerCase()
    .replace(/^go-?(?=\d)/, '');
  switch (asked) {
    case 'release':
    case 'stable':
    case 'default':
      return { way: 'setup', spelled: 'stable' };
    case 'tip':
    case 'master':
      return {
        way: 'setup',
        spelled: 'stable',
        change: near('builds of the development branch are not offered'),
      };
    case 'oldstable':
      return { way: 'setup', spelled: asked };
    case 'system':
      return { way: 'machine', spelled: '' };
  }
  const parts = numbered(asked.replace(/(?:rc|beta)\d+$/, ''));
  if (parts === undefined || parts.major !== 1) {
    return {
      way: 'setup',
      spelled: 'stable',
      change: other('this version of Go is not available'),
    };
  }
  if (parts.minor === undefined) return { way: 'setup', spelled: '1.x' };
  if (parts.minor < oldest) {
    return {
      way: 'setup',
      spelled: `1.${oldest}`,
      change: other(`setup-go begins with 1.${oldest}`),
    };
  }
  if (/(?:rc|beta)\d+$/.test(asked)) {
    return {
      way: 'setup',
      spelled: minorOf(parts),
      change: near('the release that it led to is used'),
    };
  }
  return {
    way: 'setup',
    spelled: parts.patch === undefined ? minorOf(parts) : `${minorOf(parts)}.${parts.patch}`,
  };
}
