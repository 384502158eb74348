// Packages that releases of Debian, Ubuntu and Alpine had and later ones have not: which release was the last, and which
// package of today does the same. Debian 11 to 13 were asked for each name on 2026-11-27.

type Row = {
  readonly pattern: RegExp;
  readonly debian?: number;
  readonly ubuntu?: number;
  /** Whether other repositories than the distribution's own offer it as well. */
  readonly isElsewhere?: true;
};

/** The first row that matches counts. */
const lastReleases: readonly Row[] = [
  { pattern: /^python(?:-minimal|-dev|-all|-all-dev|-setuptools)?$/, debian: 11, ubuntu: 18.04 },
  { pattern: /^python-(?!is-python|babel-localedata|apt-common)/, debian: 10, ubuntu: 18.04 },
  { pattern: /^(?:lib)?python2(?:\.7)?(?:-|$)/, debian: 11, ubuntu: 22.04 },
  { pattern: /^(?:libapache2-mod-)?php5(?:-|$)/, debian: 8, ubuntu: 14.04 },
  { pattern: /^(?:libapache2-mod-)?php7\.0(?:-|$)/, debian: 9, ubuntu: 16.04, isElsewhere: true },
  { pattern: /^(?:libapache2-mod-)?php7\.2(?:-|$)/, ubuntu: 18.04, isElsewhere: true },
  { pattern: /^(?:libapache2-mod-)?php7\.3(?:-|$)/, debian: 10, isElsewhere: true },
  { pattern: /^(?:libapache2-mod-)?php7\.4(?:-|$)/, debian: 11, ubuntu: 20.04, isElsewhere: true },
  { pattern: /^(?:libapache2-mod-)?php8\.1(?:-|$)/, ubuntu: 22.04, isElsewhere: true },
  { pattern: /^(?:libapache2-mod-)?php8\.2(?:-|$)/, debian: 12, isElsewhere: true },
  { pattern: /^(?:libapache2-mod-)?php8\.3(?:-|$)/, ubuntu: 24.04, isElsewhere: true },
  { pattern: /^openjdk-7-/, debian: 8, ubuntu: 14.04, isElsewhere: true },
  { pattern: /^openjdk-8-/, debian: 9, isElsewhere: true },
  { pattern: /^openjdk-11-/, debian: 11 },
  { pattern: /^openjdk-17-/, debian: 12 },
  { pattern: /^nodejs-legacy$/, debian: 8, ubuntu: 16.04 },
  { pattern: /^libpng12-/, debian: 8, ubuntu: 16.04 },
  { pattern: /^libav-tools$/, debian: 9, ubuntu: 16.04 },
  { pattern: /^libssl1\.0\.0$/, debian: 8, ubuntu: 18.04 },
  { pattern: /^libssl1\.0/, debian: 9, ubuntu: 18.04 },
  { pattern: /^libssl1\.1$/, debian: 11, ubuntu: 20.04 },
  { pattern: /^libcurl3$/, debian: 9, ubuntu: 18.04 },
  { pattern: /^libicu52$/, debian: 8, ubuntu: 14.04 },
  { pattern: /^libicu55$/, ubuntu: 16.04 },
  { pattern: /^libicu57$/, debian: 9 },
  { pattern: /^libicu60$/, ubuntu: 18.04 },
  { pattern: /^libicu63$/, debian: 10 },
  { pattern: /^libicu66$/, ubuntu: 20.04 },
  { pattern: /^libicu67$/, debian: 11 },
  { pattern: /^libicu70$/, ubuntu: 22.04 },
  { pattern: /^libicu72$/, debian: 12 },
  { pattern: /^awscli$/, ubuntu: 22.04 },
  { pattern: /^wkhtmltopdf$/, debian: 12 },
  { pattern: /^(?:libgconf-2-4|software-properties-common)$/, debian: 12 },
  { pattern: /^mongodb(?:-clients|-server)?$/, debian: 9, ubuntu: 18.04, isElsewhere: true },
  ...versioned('mysql-(?:client|server)(?:-core)?-', ['5.5 8 14.04', '5.6 - 14.04', '5.7 - 18.04']),
  ...versioned('postgresql(?:-client|-contrib|-server-dev)?-', [
    ...['9.3 - 14.04', '9.4 8 -', '9.5 - 16.04', '9.6 9 -', '10 - 18.04', '11 10 -'],
    ...['12 - 20.04', '13 11 -', '14 - 22.04', '15 12 -', '16 - 24.04'],
  ]),
  ...versioned('(?:gcc|g\\+\\+)-', [
    ...['4.8 8 18.04', '4.9 8 16.04', '5 - 18.04', '6 9 18.04', '7 10 20.04', '8 10 20.04'],
  ]),
  ...versioned('(?:lib)?python', [
    ...['3.4 8 14.04', '3.5 9 16.04', '3.6 - 18.04', '3.7 10 -', '3.8 - 20.04', '3.9 11 -'],
    ...['3.10 - 22.04', '3.11 12 -', '3.12 - 24.04', '3.13 13 -'],
  ]),
  ...versioned('(?:lib)?ruby', [
    ...['2.1 8 -', '2.3 9 16.04', '2.5 10 18.04', '2.7 11 20.04', '3.0 - 22.04', '3.1 12 -'],
  ]),
];

/** `VERSION DEBIAN UBUNTU`: what the name ends with, and the last of each with it; `-` where one never had it, or still has. */
function versioned(name: string, versions: readonly string[]): readonly Row[] {
  return versions.map((row) => {
    const [version = '', debian = '-', ubuntu = '-'] = row.split(' ');
    return {
      pattern: new RegExp(`^${name}${version.replace('.', '\\.')}(?:-|$)`),
      isElsewhere: true,
      ...(debian === '-' ? {} : { debian: Number(debian) }),
      ...(ubuntu === '-' ? {} : { ubuntu: Number(ubuntu) }),
    };
  });
}

/** The release that has a package and has no successor with it; undefined where the newest may have it. */
export function lastRelease(
  name: string,
  distribution: 'debian' | 'ubuntu',
  /** The Dockerfile asks other repositories too. */
  asksOthers: boolean,
): number | undefined {
  const row = lastReleases.find(({ pattern }) => pattern.test(name));
  return row === undefined || (asksOthers && row.isElsewhere === true)
    ? undefined
    : row[distribution];
}

/**
 * The last Alpine 3 with a package: Python 2 left with 3.12 its old names, and with 3.16 altogether. `py-pip` and its like are
 * still there, as other names of what is for Python 3.
 */
export function lastAlpine(name: string): number | undefined {
  if (/^(?:python(?:-dev)?|py2-[\w-]+)$/.test(name)) return 11;
  if (/^python2(?:-|$)/.test(name)) return 15;
  if (name === 'nodejs-npm') return 12;
  if (/^php5(?:-|$)/.test(name)) return 8;
  if (/^php7(?:-|$)/.test(name)) return 15;
  return undefined;
}

type Renamed = {
  readonly old: string;
  /** As in the field `Depends` of a package. */
  readonly now: string;
  /** The first release without the old name. */
  readonly debian: number;
  readonly ubuntu?: number;
};

const renamed = (old: string, now: string, debian: number, ubuntu?: number): Renamed => ({
  old,
  now,
  debian,
  ...(ubuntu === undefined ? {} : { ubuntu }),
});

const renames: readonly Renamed[] = [
  renamed('netcat', 'netcat-openbsd', 12, 24.04),
  renamed('mysql-client', 'default-mysql-client', 10),
  renamed('mysql-server', 'default-mysql-server', 10),
  renamed('libmariadbclient-dev', 'libmariadb-dev', 11),
  renamed('libtiff4-dev', 'libtiff-dev', 9, 18.04),
  renamed('libav-tools', 'ffmpeg', 10, 18.04),
  renamed('ttf-freefont', 'fonts-freefont-ttf', 11),
  renamed('chromium-browser', 'chromium', 9),
  renamed('chromedriver', 'chromium-driver', 10),
  renamed('iceweasel', 'firefox-esr', 11),
  renamed('realpath', 'coreutils', 10, 20.04),
  renamed('libgdk-pixbuf2.0-0', 'libgdk-pixbuf-2.0-0', 13),
  renamed('qt5-default', 'qtbase5-dev', 11, 22.04),
];

/** Python 2 in images of other languages, where build tools alone ask for it. A package `python` brings the link itself. */
const python3Names: readonly Renamed[] = [
  renamed('python', 'python3', 12),
  renamed('python-minimal', 'python,python3', 12),
  renamed('python-dev', 'python,python3-dev', 12),
  renamed('python-all-dev', 'python,python3-all-dev', 12),
  renamed('python-setuptools', 'python,python3-setuptools', 12),
  renamed('python-virtualenv', 'python,python3-virtualenv', 12),
];

/** Those whose new packages refuse to stand beside one of the old name, so that nothing can bring them under it. */
const replaced: readonly Renamed[] = [
  renamed('libmysqlclient-dev', 'default-libmysqlclient-dev', 9),
  renamed('libpng12-dev', 'libpng-dev', 9, 18.04),
  renamed('nodejs-legacy', 'nodejs', 9, 18.04),
  renamed('python-pip', 'python3-pip', 11, 20.04),
];

/** What such a package is called from some release on; undefined where the release has it under its own name. */
export const replacedPackage = (
  name: string,
  distribution: 'debian' | 'ubuntu',
  release: number,
): string | undefined => nameOn(replaced, name, distribution, release);

/** What a package is called from some release on; undefined where the release has it under its own name. */
export function renamedPackage(
  name: string,
  distribution: 'debian' | 'ubuntu',
  release: number,
  isOtherLanguage: boolean,
): string | undefined {
  return nameOn(
    [...renames, ...(isOtherLanguage ? python3Names : [])],
    name,
    distribution,
    release,
  );
}

function nameOn(
  rows: readonly Renamed[],
  name: string,
  distribution: 'debian' | 'ubuntu',
  release: number,
): string | undefined {
  const row = rows.find(({ old }) => old === name);
  const first = row?.[distribution];
  return first === undefined || release < first ? undefined : row?.now;
}
