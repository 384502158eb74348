// Programs that a machine lacks, and how a generated step brings them: one row each.

import { words } from './facts.ts';

export type InstallRow = {
  /** What it puts on PATH. */
  readonly programs: readonly string[];
  /** Package of Ubuntu 24.04. */
  readonly ubuntu?: string;
  /** Package of the Debian of an old image; `|` between names of different releases. */
  readonly debian?: string;
  /** Script lines that bring it to an official image. */
  readonly image?: readonly string[];
  /** Script lines that bring it to the runner. */
  readonly runner?: readonly string[];
  /** Functions that stand for it on the runner. */
  readonly standIn?: readonly string[];
  /** What a person has to do where no step can. */
  readonly byHand?: string;
};

const apt = (programs: string, ubuntu: string, debian = ubuntu): InstallRow => ({
  programs: words(programs),
  ubuntu,
  debian,
});

/** Only images lack it. */
const inImages = (programs: string, debian: string): InstallRow => ({
  programs: words(programs),
  debian,
});

/** Of npm, away from the project and from what belongs to root. */
const npm = (programs: string, name: string, more: readonly string[] = []): InstallRow => ({
  programs: words(programs),
  runner: [
    `npm install --silent --global --prefix "$RUNNER_TEMP/npm" ${name}`,
    'echo "$RUNNER_TEMP/npm/bin" >> "$GITHUB_PATH"',
    ...more,
  ],
});

/** What PhantomJS needs, wherever it comes from. */
export const phantomLines: readonly string[] = [
  '# The OpenSSL of PhantomJS cannot read the configuration of a current one.',
  'echo OPENSSL_CONF=/dev/null >> "$GITHUB_ENV"',
];

const server = (program: string, service: string): InstallRow => ({
  programs: [program],
  byHand: `remove it: list \`${service}\` under \`services\`, and a container runs the server`,
});

const inContainer = (programs: string, port: number): InstallRow => ({
  programs: words(programs),
  standIn: words(programs).map(
    (name) => `${name}() { docker exec -i "$(docker ps -q -f publish=${port})" ${name} "$@"; }`,
  ),
  byHand: `call it through docker: \`docker exec CONTAINER ${words(programs)[0] ?? ''}\``,
});

const mongoPrograms = words(
  'mongo mongodump mongorestore mongoimport mongoexport mongostat mongofiles',
);

export const installRows: readonly InstallRow[] = [
  // Clients of databases
  inImages('psql createdb dropdb createuser pg_dump pg_restore pg_isready', 'postgresql-client'),
  inImages('mysql mysqladmin mysqldump mysqlimport', 'default-mysql-client|mysql-client'),
  inImages('sqlite3', 'sqlite3'),
  apt('redis-cli', 'redis-tools'),
  apt('redis-server', 'redis-server'),
  apt('memcached', 'memcached'),
  apt('ldapsearch ldapadd ldapmodify', 'ldap-utils'),
  {
    programs: mongoPrograms,
    standIn: mongoPrograms.map(
      (name) =>
        `${name}() { docker run --rm -i --network host -v "$PWD:$PWD" -w "$PWD" mongo:4.4 ${name} "$@"; }`,
    ),
    byHand: 'call it through docker: `docker run --rm -i --network host mongo:4.4 mongo`',
  },
  server('mongod', 'mongodb'),
  server('rabbitmq-server', 'rabbitmq'),
  server('elasticsearch', 'elasticsearch'),
  server('cassandra', 'cassandra'),
  server('couchdb', 'couchdb'),
  server('neo4j', 'neo4j'),
  server('rethinkdb', 'rethinkdb'),
  // Tools of a server that speak to its own machine: called in the container that publishes its port
  inContainer('rabbitmqctl rabbitmq-plugins', 5672),
  inContainer('cqlsh nodetool', 9042),
  inContainer('riak-admin', 8087),
  // Screens and browsers
  inImages('Xvfb xvfb-run', 'xvfb'),
  inImages('firefox', 'firefox-esr|iceweasel'),
  inImages('chromium chromium-browser', 'chromium|chromium-browser'),
  apt('x11vnc', 'x11vnc'),
  apt('xdotool', 'xdotool'),
  {
    ...npm('phantomjs', 'phantomjs-prebuilt@2', phantomLines),
    byHand: 'install `phantomjs-prebuilt` with npm',
  },
  // Tools of JavaScript that were installed globally; the last releases that old Node.js versions run
  npm('grunt', '"grunt-cli@<=1.3.2"'),
  npm('gulp', 'gulp-cli@2'),
  npm('bower', 'bower@1'),
  npm('mocha _mocha', 'mocha@3'),
  npm('vows', 'vows@0.8'),
  npm('casperjs', 'casperjs@1.1 phantomjs-prebuilt@2', phantomLines),
  {
    programs: ['sdk'],
    runner: [
      'curl -fsSL --retry 3 "https://get.sdkman.io?ci=true&rcupdate=false" | bash > /dev/null',
    ],
    standIn: ['. ~/.sdkman/bin/sdkman-init.sh'],
    byHand: 'set up what it selected with a step',
  },
  // Command lines of clouds
  {
    programs: ['heroku'],
    runner: ['curl -fsSL https://cli-assets.heroku.com/install.sh | sh'],
    byHand: 'install it with `curl https://cli-assets.heroku.com/install.sh | sh`',
  },
  {
    programs: ['eb'],
    runner: ['pipx install awsebcli'],
    byHand: 'install it with `pip install awsebcli`, which needs Python 3',
  },
  {
    programs: ['jfrog'],
    runner: [
      '(cd "$RUNNER_TEMP" && curl -fsSL https://getcli.jfrog.io/v2 | sh)',
      'echo "$RUNNER_TEMP" >> "$GITHUB_PATH"',
    ],
    byHand: 'install it with `curl -fL https://getcli.jfrog.io/v2 | sh`',
  },
  {
    programs: ['terraform'],
    byHand:
      'add `hashicorp/setup-terraform` with the `terraform_version` that wrote your state before the step',
  },
  { programs: ['vagrant'], byHand: 'no runner has it: build with packer or docker' },
  { programs: ['hub'], byHand: 'use `gh`, which the runner has' },
  {
    programs: words('aws'),
    debian: 'awscli',
    byHand: 'install it with `pip install awscli`',
  },
  {
    programs: words('gcloud gsutil kubectl helm az docker-compose gh'),
    byHand: 'run the command in `pre_ci` or `push`, which stay on the runner, or install it',
  },
  {
    programs: words('sbt'),
    runner: [
      'curl -fsSL --retry 3 https://github.com/sbt/sbt/releases/download/v1.9.9/sbt-1.9.9.tgz | tar -xz -C "$RUNNER_TEMP"',
      'echo "$RUNNER_TEMP/sbt/bin" >> "$GITHUB_PATH"',
    ],
    byHand: 'install it in the first commands',
  },
  { programs: words('scala scalac'), byHand: 'use `sbt`, which brings the Scala of the project' },
  {
    programs: ['lein'],
    runner: [
      'mkdir -p ~/.local/bin',
      'curl -fsSL --retry 3 -o ~/.local/bin/lein https://raw.githubusercontent.com/technomancy/leiningen/stable/bin/lein',
      'chmod +x ~/.local/bin/lein',
    ],
    byHand: 'install it in the first commands',
  },
  {
    programs: ['virtualenv'],
    runner: ['pip install virtualenv'],
    image: ['pip install virtualenv'],
    byHand: 'install it with `pip install virtualenv`',
  },
  {
    programs: words('python2 python2.7 pip2 pip2.7'),
    byHand:
      'no runner has Python 2: name `2.7` under `python`, and the job boots an image that has',
  },
  // Everyday tools
  apt('svn svnadmin', 'subversion'),
  apt('convert identify mogrify montage composite', 'imagemagick'),
  apt('gs ps2pdf', 'ghostscript'),
  apt('ffmpeg ffprobe', 'ffmpeg'),
  apt('pandoc', 'pandoc'),
  apt('dot neato', 'graphviz'),
  apt('doxygen', 'doxygen'),
  apt('gawk', 'gawk'),
  apt('expect unbuffer', 'expect'),
  apt('dos2unix unix2dos', 'dos2unix'),
  apt('lcov genhtml', 'lcov'),
  apt('valgrind', 'valgrind'),
  apt('gdb', 'gdb'),
  apt('cppcheck', 'cppcheck'),
  apt('astyle', 'astyle'),
  apt('ccache', 'ccache'),
  apt('nasm', 'nasm'),
  apt('yasm', 'yasm'),
  apt('scons', 'scons'),
  apt('protoc', 'protobuf-compiler'),
  apt('thrift', 'thrift-compiler'),
  apt('xmllint', 'libxml2-utils'),
  apt('xmlstarlet', 'xmlstarlet'),
  apt('xsltproc', 'xsltproc'),
  apt('wkhtmltopdf', 'wkhtmltopdf'),
  apt('pdftk', 'pdftk'),
  apt('pdflatex latex xelatex bibtex', 'texlive-latex-extra'),
  apt('sox', 'sox'),
  apt('optipng', 'optipng'),
  apt('inotifywait', 'inotify-tools'),
  apt('socat', 'socat'),
  apt('nmap', 'nmap'),
  apt('lftp', 'lftp'),
  apt('ncftpput ncftp', 'ncftp'),
  apt('pv', 'pv'),
  apt('dialog', 'dialog'),
  apt('figlet', 'figlet'),
  apt('cloc', 'cloc'),
  apt('debuild dch', 'devscripts'),
  apt('cpanm', 'cpanminus'),
  apt('fpm', 'ruby-fpm'),
  apt('vncserver', 'tigervnc-standalone-server'),
  apt('espeak', 'espeak'),
  apt('haxelib haxe', 'haxe'),
  apt('lua luajit', 'lua5.3'),
  apt('luarocks', 'luarocks'),
  apt('R Rscript', 'r-base'),
  apt('octave', 'octave'),
  apt('mono mcs xbuild nuget', 'mono-complete'),
  apt('elixir mix iex', 'elixir'),
  apt('erl erlc rebar', 'erlang'),
  apt('gnome-keyring-daemon', 'gnome-keyring'),
  apt('dbus-run-session', 'dbus'),
  apt('qmake', 'qt5-qmake'),
  apt('ocaml opam', 'opam'),
  inImages('cargo', 'cargo'),
  inImages('docker', 'docker.io'),
  inImages('jq', 'jq'),
  inImages('zip', 'zip'),
  inImages('unzip', 'unzip'),
  inImages('rsync', 'rsync'),
  inImages('nc netcat', 'netcat-openbsd|netcat'),
  inImages('envsubst gettext', 'gettext-base'),
  inImages('lsof', 'lsof'),
  inImages('less', 'less'),
  inImages('vi vim', 'vim'),
  inImages('nano', 'nano'),
  inImages('locale-gen', 'locales'),
  inImages('adduser addgroup deluser', 'adduser'),
  inImages('add-apt-repository apt-add-repository', 'software-properties-common'),
  inImages('lsb_release', 'lsb-release'),
  inImages('bc', 'bc'),
  inImages('dig nslookup', 'dnsutils'),
  inImages('ifconfig netstat', 'net-tools'),
  inImages('ip ss', 'iproute2'),
  inImages('ping', 'iputils-ping'),
  inImages('telnet', 'telnet'),
  inImages('ftp', 'ftp'),
  inImages('tree', 'tree'),
  inImages('time', 'time'),
  inImages('parallel', 'parallel'),
  inImages('cmake', 'cmake'),
  inImages('gfortran', 'gfortran'),
  inImages('clang clang++', 'clang'),
  inImages('swig', 'swig'),
  inImages('bison', 'bison'),
  inImages('flex', 'flex'),
  inImages('sshpass', 'sshpass'),
  inImages('shellcheck', 'shellcheck'),
  inImages('dpkg-buildpackage', 'dpkg-dev'),
  inImages('rpm rpmbuild', 'rpm'),
  inImages('7z 7za', 'p7zip-full'),
  inImages('java javac jar', 'default-jdk'),
  inImages('mvn', 'maven'),
  inImages('ant', 'ant'),
  inImages('gradle', 'gradle'),
  inImages('ruby gem', 'ruby'),
  inImages('php', 'php-cli|php5-cli'),
  inImages('composer', 'composer'),
  inImages('node nodejs', 'nodejs'),
  inImages('npm', 'npm|nodejs'),
  inImages('python python3 pip3', 'python3-pip'),
  inImages('go', 'golang'),
  inImages('service systemctl', 'sysvinit-utils'),
  inImages('crontab', 'cron'),
  inImages('top ps pgrep pkill free uptime', 'procps'),
  inImages('killall pstree', 'psmisc'),
  inImages('xxd', 'xxd|vim-common'),
  inImages('apache2ctl apachectl a2enmod', 'apache2'),
  inImages('nginx', 'nginx'),
];

const byProgram: ReadonlyMap<string, InstallRow> = new Map(
  [...installRows].reverse().flatMap((row) => row.programs.map((name) => [name, row] as const)),
);

export const installRow = (program: string): InstallRow | undefined => byProgram.get(program);

/** The lists of a runner are as old as its image; what they name may be replaced since. */
export const updateLists = 'sudo apt-get update -qq';

/** The script that brings packages to a runner. */
export const ubuntuInstall = (packages: readonly string[]): string[] => [
  updateLists,
  `sudo apt-get install -y -qq --no-install-recommends ${packages.join(' ')}`,
];

/** Commands that have an old Debian take its packages from the archive, whose signatures have expired. */
export const debianArchive: readonly string[] = [
  "sed -i -e 's#//\\(deb\\|httpredir\\|http\\|ftp\\)\\.debian\\.org#//archive.debian.org#' -e 's#//security\\.debian\\.org/\\?\\(debian-security\\)\\?#//archive.debian.org/debian-security#' -e '/-updates/d' /etc/apt/sources.list",
  'printf \'Acquire::Check-Valid-Until "false";\\nAcquire::AllowInsecureRepositories "true";\\nAPT::Get::AllowUnauthenticated "true";\\n\' > /etc/apt/apt.conf.d/99archive',
];

/** The script that brings packages to an official image, whose Debian may be an old one. */
export function debianInstall(packages: readonly string[]): string[] {
  return [
    'apt-get update -qq || {',
    ...debianArchive.map((line) => `  ${line}`),
    '  apt-get update -qq',
    '}',
    ...packages.map((names) =>
      names
        .split('|')
        .map(
          (name) =>
            `DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ${name}`,
        )
        .join(' || '),
    ),
  ];
}
