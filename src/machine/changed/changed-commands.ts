// What still has its name and no longer does what it did: packages that left the archive, subcommands that left
// a program.

import { defined } from '../../ground/defined.ts';
import type { Call } from '../calls/calls.ts';
import { type Edit, withoutWord } from '../calls/edit.ts';
import type { Machine } from '../programs/facts.ts';
import { goneServers } from './gone-servers.ts';

type Changed = {
  /** What it is about, as written. */
  readonly what: string;
  readonly why: string;
  readonly help: string;
};

type GonePackage = {
  readonly pattern: RegExp;
  readonly help: string;
  /** What takes its place; nothing where the machine or a setup step has what it held. Absent where a person has to look. */
  readonly becomes?: (name: string) => string;
  /** Why nothing takes its place, where the machine does not have what it held. */
  readonly why?: string;
};

const nothing = (): string => '';

/** A package under the name that Ubuntu 24.04 has for it. */
const renamed = (pattern: RegExp, to: string): GonePackage => ({
  pattern,
  help: `write \`${to}\``,
  becomes: () => to,
});
const asPython3 = (name: string): string => name.replace(/^python-/, 'python3-');

/** Packages of Ubuntu 14.04 and 16.04 that 24.04 has no more, with what serves instead. */
const goneFromUbuntu: readonly GonePackage[] = [
  {
    pattern: /^python-(?!is-python)(?:dev|pip|virtualenv|setuptools|wheel|all|all-dev)$/,
    help: 'remove it: the setup step of Python brings `pip`, headers and `venv`',
    becomes: asPython3,
  },
  {
    pattern: /^python2(?:\.7)?(?:-|$)/,
    help: 'remove it: Python 2 runs in the image that `python: 2.7` boots',
  },
  {
    pattern: /^python-software-properties$/,
    help: 'write `software-properties-common`',
    becomes: () => 'software-properties-common',
  },
  {
    pattern: /^python-(?!is-python|babel-localedata|apt-common)/,
    help: 'write its name with `python3-`, or install it with pip',
  },
  {
    pattern: /^(?:libapache2-mod-)?php5(?:-|$)/,
    help: 'name the extension in the input `extensions` of the setup step of PHP',
  },
  {
    pattern: /^(?:g\+\+|gcc|gfortran|cpp)-[4-8](?:\.\d)?(?:-|$)/,
    help: 'the oldest that Ubuntu 24.04 has is 9: write that one, or run the job in an image',
  },
  {
    pattern:
      /^(?:(?:lib)?clang(?:-format|-tidy|-tools|-common)?|lldb?|llvm)-(?:3\.\d|[4-9]|1[0-3])(?:\.0)?(?:-|$)/,
    help: 'the oldest that Ubuntu 24.04 has is 14',
  },
  { pattern: /^openjdk-[67]-/, help: 'remove it: name the JDK under `jdk`' },
  { pattern: /^oracle-java\d+-/, help: 'remove it: name the JDK under `jdk`' },
  {
    pattern: /^(?:ruby|ruby1\.9|ruby2)[\d.]+(?:-|$)/,
    help: 'remove it: name the version under `rvm`',
  },
  { pattern: /^rubygems$/, help: 'remove it: Ruby brings it', becomes: nothing },
  {
    pattern: /^nodejs-legacy$/,
    help: 'remove it: name the version under `node_js`',
    becomes: nothing,
  },
  {
    pattern: /^(?:mysql-(?:client|server)(?:-core)?-5\.\d)$/,
    help: 'remove it: the runner has the client; list `mysql` under `services`',
    becomes: nothing,
  },
  {
    pattern: /^postgresql(?:-client|-contrib|-server-dev)?-(?:9\.\d|1[0-5])/,
    help: 'remove it: the runner has the client of 16; list `postgres` under `services`',
    becomes: (name) => (name.includes('-server-dev') ? 'postgresql-server-dev-16' : ''),
  },
  { pattern: /^mongodb(?:-|$)/, help: 'list `mongodb` under `services`' },
  {
    // Those that are in the archive get into the way of the Docker that the runner has.
    pattern:
      /^(?:docker-engine|docker-ce|docker-ce-cli|docker\.io|lxc-docker|containerd|containerd\.io|docker-compose)(?:[-=]|$)/,
    help: 'remove it: the runner has Docker and Compose',
    becomes: nothing,
  },
  {
    pattern: /^awscli$/,
    help: 'remove it: the runner has version 2 of the AWS CLI',
    becomes: nothing,
  },
  { pattern: /^python3-distutils$/, help: 'remove it: Python has it no more', becomes: nothing },
  // Two packages of Ubuntu 24.04 stand for each of these names, so apt chooses none.
  {
    pattern: /^libasound2$/,
    help: 'write `libasound2t64`',
    becomes: () => 'libasound2t64',
  },
  { pattern: /^netcat$/, help: 'write `netcat-openbsd`', becomes: () => 'netcat-openbsd' },
  { pattern: /^x-ttcidfont-conf$/, help: 'remove it: nothing needs it', becomes: nothing },
  { pattern: /^libxfont1$/, help: 'write `libxfont2`', becomes: () => 'libxfont2' },
  { pattern: /^lib(?:ncurses|tinfo)5$/, help: 'write the name with `6` in place of `5`' },
  { pattern: /^libav-tools$/, help: 'write `ffmpeg`', becomes: () => 'ffmpeg' },
  // Its row of programs to install brings it.
  { pattern: /^phantomjs$/, help: 'install `phantomjs-prebuilt` with npm', becomes: nothing },
  { pattern: /^ia32-libs(?:-|$)/, help: 'install the 32-bit libraries by name, with `:i386`' },
  {
    pattern: /^lib32bz2-1\.0$/,
    help: 'remove it',
    why: 'the tools of Android do without it',
    becomes: nothing,
  },
  { pattern: /^realpath$/, help: 'remove it: every Ubuntu has it', becomes: nothing },
  { pattern: /^maven2$/, help: 'remove it: the runner has Maven', becomes: nothing },
  {
    pattern: /^libstdc\+\+-(?:4\.\d|[5-8])-dev$/,
    help: 'remove it: the compiler of the runner brings its own',
    becomes: nothing,
  },
  {
    pattern: /^(?:lib)?python3\.[0-6](?:-|$)/,
    help: 'name the version under `python`; Ubuntu 24.04 has 3.12 alone',
  },
  {
    pattern: /^golang-1\.(?:\d|1\d|20)(?:-|$)/,
    help: 'remove it: name the version under `go`',
  },
  { pattern: /^pypy(?:-|$)/, help: 'name `pypy` under `python`' },
  renamed(/^cmake3$/, 'cmake'),
  renamed(/^ipython$/, 'ipython3'),
  renamed(/^lib32ncurses5(?:-dev)?$/, 'lib32ncurses6'),
  renamed(/^libappindicator1$/, 'libayatana-appindicator1'),
  renamed(/^libindicator7$/, 'libayatana-indicator7'),
  renamed(/^libcurl3$/, 'libcurl4t64'),
  renamed(/^libdb(?:4\.\d|5\.[12])-dev$/, 'libdb-dev'),
  renamed(/^libdb(?:4\.\d|5\.[12])\+\+-dev$/, 'libdb++-dev'),
  renamed(/^libgcrypt11-dev$/, 'libgcrypt20-dev'),
  renamed(/^libgdal1-dev$/, 'libgdal-dev'),
  renamed(/^libgeos-c1$/, 'libgeos-c1t64'),
  renamed(/^libgmp3-dev$/, 'libgmp-dev'),
  renamed(/^libgnutls-dev$/, 'libgnutls28-dev'),
  renamed(/^libmysqlclient1\d$/, 'libmysqlclient21'),
  renamed(/^libmysqlclient1\d-dev$/, 'libmysqlclient-dev'),
  renamed(/^libpng(?:12|16)-dev$/, 'libpng-dev'),
  renamed(/^libqtwebkit-dev$/, 'libqt5webkit5-dev'),
  renamed(/^libreadline[56]$/, 'libreadline8t64'),
  renamed(/^libreadline[56]-dev$/, 'libreadline-dev'),
  renamed(/^libssl1\.0-dev$/, 'libssl-dev'),
  renamed(/^libtiff4-dev$/, 'libtiff-dev'),
  renamed(/^libunwind[78]-dev$/, 'libunwind-dev'),
  renamed(/^libzmq-dev$/, 'libzmq3-dev'),
  {
    pattern: /^libboost(?:-[a-z-]+)?1\.\d\d(?:\.\d)?(?:-all)?-dev$/,
    help: 'write the name without the release',
    becomes: (name) => name.replace(/1\.\d\d(?:\.\d)?/, ''),
  },
  {
    pattern: /^libgconf-?2-4$/,
    help: 'remove it',
    why: 'the browsers of today do without it',
    becomes: nothing,
  },
  renamed(/^ttf-dejavu$/, 'fonts-dejavu'),
  renamed(/^ttf-freefont$/, 'fonts-freefont-ttf'),
  {
    pattern:
      /^lib(?:png12|ssl1\.0|ssl1\.1|icu(?:4\d|5\d|6\d|7[0-3])|mysqlclient1\d|boost[\w-]*1\.[4-6]\d|protobuf[89]|webkit-|webkitgtk-|qt4|gconf|gconf2)/,
    help: 'write the name that Ubuntu 24.04 has: `apt-cache search`',
  },
  { pattern: /^qt4-/, help: 'write `qtbase5-dev`' },
  { pattern: /^qt5-default$/, help: 'write `qtbase5-dev`', becomes: () => 'qtbase5-dev' },
];

/** The same for the Debian of official images. */
const goneFromDebian: readonly GonePackage[] = [
  {
    pattern: /^libmysqlclient-dev$/,
    help: 'write `default-libmysqlclient-dev`, which the image has',
    becomes: () => 'default-libmysqlclient-dev',
  },
  { pattern: /^php5(?:-|$)/, help: 'the image has PHP: use `docker-php-ext-install`' },
  { pattern: /^ia32-libs$/, help: 'install the 32-bit libraries by name, with `:i386`' },
];

type GoneUse = {
  readonly word: string;
  readonly matches: (args: readonly string[]) => boolean;
  readonly what: string;
  readonly help: string;
};

const startsWith =
  (...words: readonly string[]) =>
  (args: readonly string[]): boolean => {
    const plain = args.filter((arg) => !arg.startsWith('-'));
    return words.every((word, at) => plain[at] === word);
  };

const goneUses: readonly GoneUse[] = [
  {
    word: 'aws',
    matches: startsWith('ecr', 'get-login'),
    what: 'aws ecr get-login',
    help: 'write `aws ecr get-login-password | docker login --username AWS --password-stdin REGISTRY`',
  },
  {
    word: 'gcloud',
    matches: startsWith('docker'),
    what: 'gcloud docker',
    help: 'write `gcloud auth configure-docker`, then call `docker` itself',
  },
  {
    word: 'helm',
    matches: startsWith('init'),
    what: 'helm init',
    help: 'remove it: Helm 3 has no Tiller',
  },
  {
    word: 'helm',
    matches: (args) =>
      args.includes('install') && args.some((arg) => /^(?:--name|-n)(?:=|$)/.test(arg)),
    what: 'helm install --name',
    help: 'write the name as the first argument',
  },
  {
    word: 'kubectl',
    matches: (args) =>
      args.includes('run') && args.some((arg) => /^--(?:generator|replicas)/.test(arg)),
    what: 'kubectl run --generator',
    help: 'write `kubectl create deployment`',
  },
];

/** Archives of packages that were built for Ubuntu and have nothing for 24.04. */
const gonePpas: readonly { readonly pattern: RegExp; readonly help: string }[] = [
  { pattern: /^ppa:webupd8team\/java/, help: 'remove it: name the JDK under `jdk`' },
  { pattern: /^ppa:openjdk-r\//, help: 'remove it: name the JDK under `jdk`' },
  { pattern: /^ppa:chris-lea\/node/, help: 'remove it: name the version under `node_js`' },
  { pattern: /^ppa:ondrej\/(?:php5|php-)/, help: 'remove it: name the version under `php`' },
  { pattern: /^ppa:fkrull\/deadsnakes/, help: 'write `ppa:deadsnakes/ppa`' },
  { pattern: /^ppa:brightbox\/ruby/, help: 'remove it: name the version under `rvm`' },
  {
    pattern: /^ppa:(?:gophers|duh|ethereum)\/(?:go|golang)/,
    help: 'remove it: name the version under `go`',
  },
  { pattern: /^ppa:(?:docker-maint|dotcloud)\//, help: 'remove it: the runner has Docker' },
  {
    pattern: /^ppa:(?:george-edison55|kalakris)\//,
    help: 'remove it: the runner has a newer CMake',
  },
  {
    pattern: /^ppa:(?:boost-latest|samoilov-lex)(?:\/|$)/,
    help: 'remove it: Ubuntu 24.04 has a newer Boost',
  },
  {
    pattern: /^ppa:(?:chris-lea\/redis-server|rwky\/redis|redislabs\/redis)/,
    help: 'remove it: Ubuntu 24.04 has a newer Redis',
  },
  {
    pattern: /^ppa:beineri\/opt-qt/,
    help: 'install Qt 5 from the archive (`qtbase5-dev`, `qtwebengine5-dev`), or with `jurplel/install-qt-action`',
  },
  {
    pattern: /^ppa:.*[-_](?:precise|trusty|xenial|bionic|focal|jammy)$/,
    help: 'install the package from the archive of Ubuntu 24.04, or run the job in an image of that release',
  },
];

export type NeedlessArchive = {
  readonly edits: readonly Edit[];
  /** For a message, without a point. */
  readonly why: string;
  readonly help: string;
};

/** A PPA that makes the next `apt-get update` fail, and that the machine needs no more: its call does nothing. */
export function withoutPpa(
  { word, args, offset, wrappers }: Call,
  machine: Machine,
): NeedlessArchive | undefined {
  if (!/^(?:add-apt-repository|apt-add-repository)$/.test(word) || offset === undefined)
    return undefined;
  const name = args.find((arg) => arg.startsWith('ppa:'));
  if (name === undefined) return undefined;
  const row = gonePpas.find(({ pattern }) => pattern.test(name));
  const isOfUbuntu = machine.user !== 'runner';
  if (!isOfUbuntu && row?.help.startsWith('remove it') !== true) return undefined;
  const start = wrappers[0]?.offset ?? offset;
  return {
    edits: [{ start, end: start, text: ': ' }],
    why: isOfUbuntu
      ? `\`${name}\` is built for Ubuntu, and the image is Debian, so it is not added; packages come from the archive of the image`
      : `\`${name}\` has no packages for Ubuntu 24.04, so it is not added`,
    help: row?.help ?? 'remove it',
  };
}

/** A line for the sources of apt that names a release, behind its address. */
const sourceLine =
  /\bdeb(?:-src)?\s+(?:\[[^\]]*\]\s+)?(\S+:\/\/\S+)\s+((?:lucid|precise|trusty|utopic|vivid|wily|xenial|yakkety|zesty|artful|bionic|squeeze|wheezy|jessie|stretch)[\w/-]*)/;

/** Packages of an archive that no longer has them, for the machine. */
const goneFrom = (machine: Machine): readonly GonePackage[] =>
  machine.user === 'runner' ? goneFromUbuntu : goneFromDebian;

type Replacement = {
  readonly name: string;
  readonly to: string;
  /** Why it is left out, where the machine has nothing of the kind. */
  readonly why?: string;
};

/** The packages of a call that have another name now, or are needless; none of a call in a script. */
export function replacePackages(
  call: Call,
  text: string,
  machine: Machine,
  /** Python is set up, and does not see the packages of the system, as a virtualenv did not. */
  hasOwnPython: boolean,
): { readonly edits: readonly Edit[]; readonly replaced: readonly Replacement[] } {
  const { word, args, command, offset } = call;
  if (offset === undefined) return { edits: [], replaced: [] };
  if (isPipInstall(word, args) && machine.user === 'runner') return withoutCompose(call, text);
  if (!isAptInstall(word, args)) return { edits: [], replaced: [] };
  const replaced = args.flatMap((name): readonly Replacement[] => {
    const row = goneFrom(machine).find(({ pattern }) => pattern.test(name));
    const isOfPython = /^python(?:2(?:\.7)?)?-/.test(name) && name !== 'python-software-properties';
    const to = row !== undefined && hasOwnPython && isOfPython ? '' : row?.becomes?.(name);
    return to === undefined ? [] : [{ name, to, ...defined({ why: row?.why }) }];
  });
  const edits = command.words.flatMap(({ value, start, end }): readonly Edit[] => {
    const to = replaced.find(({ name }) => name === value)?.to;
    if (to === undefined) return [];
    if (to !== '') return [{ start, end, text: to }];
    return [withoutWord(text, { start, end })];
  });
  return { edits, replaced };
}

const isPipInstall = (word: string, args: readonly string[]): boolean =>
  /^pip[\d.]*$/.test(word) && args[0] === 'install';

/** Compose 1, which pip no longer builds on the Python of a runner, where Compose is anyway. */
function withoutCompose({ args, command, wrappers, offset = 0 }: Call, text: string) {
  const isCompose = (name: string): boolean => /^docker-compose(?:[=<>~!].*)?$/.test(name);
  const names = args.slice(1).filter((arg) => !arg.startsWith('-'));
  const replaced = names.filter(isCompose).map((name): Replacement => ({ name, to: '' }));
  if (replaced.length === 0) return { edits: [], replaced };
  const start = wrappers[0]?.offset ?? offset;
  if (names.every(isCompose)) return { edits: [{ start, end: start, text: ': ' }], replaced };
  const edits = command.words.flatMap(({ value, start, end }) =>
    value !== undefined && isCompose(value) ? [withoutWord(text, { start, end })] : [],
  );
  return { edits, replaced };
}

type Moved = {
  readonly edits: readonly Edit[];
  /** The call as it is with them. */
  readonly call: Call;
  readonly told: readonly string[];
};

/** Addresses of a call that have moved; a call in a script stays as it is. */
export function followMoved(call: Call, text: string): Moved {
  const edits: Edit[] = [];
  const told: string[] = [];
  let { args } = call;
  for (const { moved, why } of call.offset === undefined ? [] : goneServers) {
    if (moved === undefined) continue;
    const [from, to] = moved;
    if (!args.some((arg) => from.test(arg))) continue;
    told.push(`${why}; \`${to}\` takes its place`);
    args = args.map((arg) => arg.replace(from, to));
    for (const { start, end } of call.command.words) {
      const raw = text.slice(start, end);
      if (from.test(raw)) edits.push({ start, end, text: raw.replace(from, to) });
    }
  }
  return { edits, call: { ...call, args }, told };
}

const isAptInstall = (word: string, args: readonly string[]): boolean =>
  /^(?:apt-get|apt|aptitude)$/.test(word) && args.includes('install');

/** The server in a text that is gone for everybody. */
export const goneServer = (
  text: string,
): { readonly why: string; readonly help: string } | undefined =>
  goneServers.find(({ pattern, word }) => word === undefined && pattern.test(text));

const isPinned = /^[a-z\d][a-z\d.+-]+=\d/;

/** Whether a call gives apt another archive, or a script from the network may. */
export const addsArchive = ({ word, args }: Call): boolean =>
  (/^(?:add-apt-repository|apt-add-repository|apt-key)$/.test(word) &&
    !args.some((arg) => gonePpas.some(({ pattern }) => pattern.test(arg)))) ||
  args.some((arg) => /sources\.list|\.deb$|setup_\d|packagecloud/.test(arg));

/** What a call of an installed program asks for that is there no more. */
export function changedUse(
  { word, args }: Call,
  machine: Machine,
  /** A command adds an archive of packages. */
  hasOtherArchives: () => boolean = () => false,
): readonly Changed[] {
  const found: Changed[] = [];
  if (isAptInstall(word, args)) {
    const gone = goneFrom(machine);
    const release = machine.user === 'runner' ? 'Ubuntu 24.04' : 'the Debian of the image';
    for (const name of args) {
      if (name.startsWith('-') || name.includes('$')) continue;
      const row = gone.find(({ pattern }) => pattern.test(name));
      // One release of the system has one release of each package.
      if (row === undefined && isPinned.test(name) && !hasOtherArchives())
        found.push({
          what: name,
          why: `${release} has another release than \`${name}\``,
          help: `write \`${name.replace(/=.*$/, '')}\``,
        });
      if (row === undefined) continue;
      found.push({ what: name, why: `${release} has no package \`${name}\``, help: row.help });
    }
  }
  if (word === 'add-apt-repository' && machine.user === 'root') {
    const ppa = args.find((arg) => arg.startsWith('ppa:'));
    if (ppa !== undefined) {
      found.push({
        what: ppa,
        why: `\`${ppa}\` is built for Ubuntu, and the image is Debian`,
        help: 'install the package from the archive of the image',
      });
    }
  }
  if (
    /^(?:apt-key|gpg2?|curl|wget|http|aria2c|git|go|hg|npm|pear|pip[23]?|pyrus|svn)$/.test(word)
  ) {
    const row = goneServers.find(
      ({ pattern, word: of }) => of?.test(word) !== false && args.some((arg) => pattern.test(arg)),
    );
    if (row !== undefined) found.push({ what: word, why: row.why, help: row.help });
  }
  if (args.some((arg) => /^:?(?:[\w-]+:)*bintrayUpload$/.test(arg)))
    found.push({
      what: 'bintrayUpload',
      why: 'Bintray was closed in 2021',
      help: 'publish to Maven Central or to GitHub Packages',
    });
  if (machine.user !== 'runner') return found;
  if (word === 'add-apt-repository' || word === 'apt-add-repository') {
    const name = args.find((arg) => gonePpas.some(({ pattern }) => pattern.test(arg)));
    const row = gonePpas.find(({ pattern }) => pattern.test(name ?? ''));
    if (row !== undefined && name !== undefined)
      found.push({
        what: name,
        why: `\`${name}\` has no packages for Ubuntu 24.04`,
        help: row.help,
      });
  }
  const line = sourceLine.exec(args.join(' '));
  if (line !== null) {
    found.push({
      what: line[1] ?? '',
      why: `\`${line[2]}\` is another release than the runner's Ubuntu 24.04, which cannot install most of its packages`,
      help: 'write `noble` if the archive has it, or install what is needed in another way',
    });
  }
  for (const use of goneUses) {
    if (use.word !== word || !use.matches(args)) continue;
    found.push({
      what: use.what,
      why: `the release of \`${word}\` that the runner has knows no \`${use.what}\``,
      help: use.help,
    });
  }
  return found;
}
