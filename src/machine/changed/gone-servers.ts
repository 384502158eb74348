// Servers and files that commands and Dockerfiles name, and that are gone or serve nothing of use any more.

export type GoneServer = {
  readonly pattern: RegExp;
  /** The programs that it is about, where that is not every one. */
  readonly word?: RegExp;
  readonly why: string;
  /** The part of an address that has moved, and what it is now. */
  readonly moved?: readonly [RegExp, string];
  /** What to do about it on a runner. */
  readonly help: string;
  /** The same in a Dockerfile; absent where an image may still use it. */
  readonly inDockerfile?: string;
};

const releases = 'download from where the project has its releases today';

export const herokuOverSsh: GoneServer = {
  pattern: /\bgit@heroku\.com:/,
  why: 'Heroku has not accepted pushes over SSH since 2021',
  help: 'push to `https://git.heroku.com/APP.git`, with the API key of Heroku from a secret in `~/.netrc`',
};

export const gitProtocol: GoneServer = {
  pattern: /\bgit:\/\/github\.com\//,
  why: 'GitHub has not answered to `git://` since 2022',
  help: 'write `https://github.com/`',
  inDockerfile: 'write `https://github.com/`',
};

export const goneServers: readonly GoneServer[] = [
  {
    pattern: /nodesource\.com\/setup_(?:0|iojs|[1-9]\b|1[0-7]\b)/,
    why: 'NodeSource has no packages of this Node.js for Ubuntu 24.04',
    help: 'remove it and name the version under `node_js`, or write `nvm install` with it',
  },
  {
    pattern: /\b(?:dl\.|api\.)?bintray\.com\b|\bjcenter\b/,
    why: 'Bintray was closed in 2021',
    help: releases,
    inDockerfile: releases,
  },
  {
    pattern: /\bpear\.(?:phpunit\.de|symfony(?:-project)?\.com|doctrine-project\.org)\b/,
    why: 'this channel of PEAR was closed',
    help: 'name the tool in the input `tools` of the setup step of PHP, or install it with Composer',
    inDockerfile: 'install the tool with Composer, or download its phar',
  },
  {
    pattern: /\b(?:api|apibeta|app|www)\.shippable\.com\b/,
    why: "Shippable's API went with Shippable",
    help: 'to start another workflow, write `gh workflow run`, or send a `repository_dispatch`, with a token of your own',
  },
  {
    pattern: /\b(?:api|app|www)\.codeship\.(?:com|io)\b/,
    why: "CodeShip's API went with CodeShip",
    help: 'to start another workflow, write `gh workflow run`, or send a `repository_dispatch`, with a token of your own',
  },
  {
    pattern: /\bapi\.hipchat\.com\b/,
    why: 'HipChat was closed in 2019',
    help: 'remove it, or send the message to the chat of today',
  },
  {
    pattern: /\bbitbucket\.org\//,
    word: /^hg$/,
    why: 'Bitbucket deleted all Mercurial repositories in 2020',
    help: 'clone it from where the project is today',
  },
  {
    pattern: /\b(?:packages|download)\.elasticsearch\.org\b/,
    why: 'this server of Elasticsearch was closed',
    help: 'list `elasticsearch` under `services`, or download from `https://artifacts.elastic.co`',
    inDockerfile: 'download from `https://artifacts.elastic.co`',
  },
  {
    pattern: /\bdownloads-distro\.mongodb\.org\b/,
    why: 'this server of MongoDB was closed',
    help: 'list `mongodb` under `services`',
    inDockerfile: 'use `https://repo.mongodb.org`, or a service with the image `mongo`',
  },
  {
    pattern: /\bwww\.rabbitmq\.com\/debian\b/,
    why: 'this server of RabbitMQ was closed',
    help: 'list `rabbitmq` under `services`',
    inDockerfile: 'start from the image `rabbitmq`',
  },
  {
    pattern: /\bnexus\.codehaus\.org\b|\brepository\.codehaus\.org\b/,
    why: 'Codehaus was closed in 2015',
    help: releases,
    inDockerfile: releases,
  },
  herokuOverSsh,
  {
    pattern: /\bgooglecode\.com\/|\bcode\.google\.com\/p\//,
    why: 'Google Code was closed in 2016',
    help: releases,
    inDockerfile: releases,
  },
  {
    pattern: /\b(?:apt|yum)\.dockerproject\.org\b|\bget\.docker\.io\b/,
    why: 'this repository of Docker was closed in 2020',
    help: 'remove it: the runner has Docker',
    inDockerfile: 'use `https://download.docker.com`, or start from the image `docker`',
  },
  {
    pattern: /\bhttp:\/\/(?:repo1?\.maven\.apache\.org|repo1\.maven\.org|central\.maven\.org)\b/,
    why: 'Maven Central answers by https alone since 2020',
    moved: [/\bhttp:(?=\/\/(?:repo1?\.maven\.apache|repo1\.maven)\.org\b)/, 'https:'],
    help: 'write `https://repo1.maven.org`',
    inDockerfile: 'write `https://repo1.maven.org`',
  },
  {
    pattern: /\bstorage\.googleapis\.com\/kubernetes-helm\b/,
    why: 'the releases of Helm 2 have left this place',
    moved: [/\bstorage\.googleapis\.com\/kubernetes-helm\b/, 'get.helm.sh'],
    help: 'use the `helm` of the runner, or `https://get.helm.sh`',
    inDockerfile: 'use `https://get.helm.sh`',
  },
  gitProtocol,
  {
    pattern: /\bget\.(?:sdkman\.io|gvmtool\.net)\/?(?!\?|\/)(?=["']?$)/,
    word: /^(?:curl|wget)$/,
    why: 'SDKMAN answers by https alone, and asks questions that nobody answers in a build',
    moved: [
      /(?:https?:\/\/)?\bget\.(?:sdkman\.io|gvmtool\.net)\/?(?!\?|\/)(?=["']?$)/,
      'https://get.sdkman.io?ci=true',
    ],
    help: 'write `https://get.sdkman.io?ci=true`',
  },
  {
    pattern: /\bpool\.sks-keyservers\.net\b|\bkeys\.gnupg\.net\b/,
    why: 'these key servers were closed in 2021',
    moved: [/\b(?:(?:\w+\.)?pool\.sks-keyservers|keys\.gnupg)\.net\b/, 'keyserver.ubuntu.com'],
    help: 'write `keyserver.ubuntu.com`',
    inDockerfile: 'write `keyserver.ubuntu.com`',
  },
  {
    pattern: /\b(?:yum|dnf)\b.*\bcentos-release-[\w-]+/,
    why: 'what this package of CentOS adds asks `mirrorlist.centos.org`, which was closed in 2024',
    help: 'download from where the project has its releases today',
    inDockerfile:
      "add `&& sed -i -e 's/^mirrorlist=/#&/' -e 's|^# *baseurl=http://mirror.centos.org|baseurl=http://vault.centos.org|' /etc/yum.repos.d/CentOS-*.repo` behind it",
  },
  {
    pattern: /\bapt\.kubernetes\.io\b|\bkubernetes-(?:xenial|yakkety)\b/,
    why: 'this repository of Kubernetes was closed in 2024',
    help: 'remove it: the runner has `kubectl`',
    inDockerfile: 'use `https://pkgs.k8s.io`, or download `kubectl` from `https://dl.k8s.io`',
  },
  {
    pattern: /\btoolbelt\.heroku\.com\b/,
    why: 'the toolbelt of Heroku is gone',
    moved: [
      /\btoolbelt\.heroku\.com\/install(?:-ubuntu)?\.sh\b/,
      'cli-assets.heroku.com/install.sh',
    ],
    help: 'use `https://cli-assets.heroku.com/install.sh`',
    inDockerfile: 'use `https://cli-assets.heroku.com/install.sh`',
  },
  {
    pattern:
      /\bapt\.postgresql\.org\b.*\b(?:squeeze|wheezy|jessie|stretch|buster|precise|trusty|xenial|bionic)-pgdg\b/,
    why: 'the packages of PostgreSQL for this release have moved to an archive',
    help: 'remove it: the runner has the client of PostgreSQL',
    inDockerfile:
      'write `https://apt-archive.postgresql.org/pub/repos/apt`, and `-archive` at the end of the name with `-pgdg`',
  },
];
