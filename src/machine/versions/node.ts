// Node.js: setup-node downloads what nodejs.org has. Below 6 nvm does, whose shell function runners have:
// setup-node runs npm after the installation, which fails for such old ones (github-runner.md 1).

import { type BuildPlace, near, numbered, other, type VersionChoice } from './choice.ts';

/** The oldest major that setup-node is asked for. */
const firstBySetup = 6;

/** Long-term releases that carried names before the index of setup-node began. */
const oldNames: Readonly<Record<string, string>> = {
  argon: '4',
  boron: '6',
  carbon: '8',
  dubnium: '10',
  erbium: '12',
};

/** `node_js:` of a legacy file. */
export function chooseNode(version: string, place?: Pick<BuildPlace, 'nodeLimit'>): VersionChoice {
  const found = chooseByName(version);
  const limit = place?.nodeLimit;
  if (limit === undefined || !/^(?:latest|lts\/\*)$/.test(found.spelled)) return found;
  return {
    ...chooseByName(String(limit.last)),
    change: near(`${limit.by} of \`package.json\` runs on no newer one`),
  };
}

function chooseByName(version: string): VersionChoice {
  const asked = version.trim().toLowerCase();
  const io = /^io\.?js(?:-v?(\d[\w.]*))?$/.exec(asked);
  if (io !== null) return { way: 'nvm', spelled: io[1] === undefined ? 'iojs' : `iojs-v${io[1]}` };
  switch (asked) {
    case 'node':
    case 'latest':
    case 'current':
    case 'stable':
      return { way: 'setup', spelled: 'latest' };
    case 'unstable':
      return {
        way: 'setup',
        spelled: 'latest',
        change: near('the unstable series ended with Node.js 0.11'),
      };
    case 'lts':
    case 'lts/*':
    case '--lts':
      return { way: 'setup', spelled: 'lts/*' };
    case 'system':
      return { way: 'machine', spelled: '' };
  }
  const name = /^(?:--)?lts[/=](\w+)$/.exec(asked)?.[1];
  if (name !== undefined) {
    const old = oldNames[name];
    return old === undefined ? { way: 'setup', spelled: `lts/${name}` } : chooseByName(old);
  }
  const parts = numbered(asked.replace(/^node-/, ''));
  if (parts === undefined) {
    return {
      way: 'setup',
      spelled: 'lts/*',
      change: other('this version of Node.js is not available'),
    };
  }
  const spelled = [parts.major, parts.minor, parts.patch]
    .filter((part) => part !== undefined)
    .join('.');
  return { way: parts.major < firstBySetup ? 'nvm' : 'setup', spelled };
}

/** The major of a version as written or as it is set up: 0 for 0.12, infinite for the newest. */
export function majorOfNode(version: string): number {
  const { spelled } = chooseNode(version);
  const major = /^(?:iojs-)?v?(\d+)/.exec(spelled)?.[1];
  return major === undefined ? Number.POSITIVE_INFINITY : Number(major);
}

/** What nvm is asked for in a job some of whose versions need it. */
export function forNvm(choice: VersionChoice): VersionChoice {
  const words: Readonly<Record<string, string>> = { latest: 'node', 'lts/*': 'lts/*' };
  return choice.way === 'setup'
    ? { ...choice, way: 'nvm', spelled: words[choice.spelled] ?? choice.spelled }
    : choice;
}
