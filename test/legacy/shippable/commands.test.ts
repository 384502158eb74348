// What becomes of single commands of `ci`, and what is said of them: whole cases are in ../../golden.

import { describe, expect, test } from 'vitest';
import { type Group, ofCommand } from './of-command.ts';

const mayBreakSystem =
  'Install what the commands call: sudo pip config --global set global.break-system-packages true';
const sbtOptions =
  'Install what the commands call: echo "SBT_OPTS=$SBT_OPTS -Dsbt.version=0.13.18" >> "$GITHUB_ENV"';
const oldSbt =
  'as-before: sbt 0.13.1 fetches from Maven Central by http, which it refuses; 0.13.18 runs instead; set `sbt.version=0.13.18` in `project/build.properties`, then remove the line';

const groups: readonly Group[] = [
  {
    title: 'on the runner with PostgreSQL',
    head: 'language: none\nservices: [postgres]\n',
    rows: [
      [
        'service postgresql start',
        [': service postgresql start'],
        [
          'server-command: the server of `service postgresql` is a service container, which starts before the first step; the command does nothing',
        ],
      ],
      [
        'sudo service postgresql restart',
        [': sudo service postgresql restart'],
        [
          'server-command: the server of `service postgresql` is a service container, which starts before the first step; the command does nothing',
        ],
      ],
      [
        'sudo /etc/init.d/postgresql start',
        [': sudo /etc/init.d/postgresql start'],
        [
          'server-command: the server of `/etc/init.d/postgresql` is a service container, which starts before the first step; the command does nothing',
        ],
      ],
      [
        'sudo systemctl start postgresql.service',
        [': sudo systemctl start postgresql.service'],
        [
          'server-command: the server of `systemctl postgresql` is a service container, which starts before the first step; the command does nothing',
        ],
      ],
      [
        'service mysql start',
        ['sudo service mysql start'],
        ['raised-rights: `service` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'sudo service redis-server start',
        ['sudo service redis-server start'],
        [
          'missing-program: the runner has no server `redis-server` to start; add `services: [redis]` to the file and convert again',
        ],
      ],
      [
        'sudo service tomcat7 start',
        ['sudo service tomcat7 start'],
        [
          'missing-program: the runner has no server `tomcat7` to start; install its package before the command, or start a container',
        ],
      ],
      [
        'service tomcat7 stop',
        ['sudo service tomcat7 stop'],
        ['raised-rights: `service` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      ['/etc/init.d/xvfb start', ['{ Xvfb :99 -screen 0 1024x768x24 > /dev/null 2>&1 & }']],
      ['sh -e /etc/init.d/xvfb start', ['{ Xvfb :99 -screen 0 1024x768x24 > /dev/null 2>&1 & }']],
      ['/etc/init.d/xvfb stop', ['pkill Xvfb']],
      ['sudo service docker start', ['sudo service docker start']],
      [
        'su - postgres -c "psql -c 1"',
        ['sudo -E su postgres -c "psql -c 1"'],
        ['raised-rights: `su` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      ['sudo su - postgres -c "createdb x"', ['sudo -E su postgres -c "createdb x"']],
      ['sudo -u postgres psql -c 1', ['sudo -E -u postgres psql -c 1']],
      ['sudo -E -u postgres psql -c 1', ['sudo -E -u postgres psql -c 1']],
      ['sudo psql -U postgres -c 1', ['sudo -E psql -U postgres -c 1']],
      ['sudo --user=postgres pg_dump x', ['sudo -E --user=postgres pg_dump x']],
      ['sudo -u other psql', ['sudo -E -u other psql']],
    ],
  },
  {
    title: 'with Python',
    head: 'language: python\npython: ["3.11"]\n',
    files: {
      'tools/install.sh': '#!/bin/bash\npip install --user x\ncp a /usr/local/bin/a\n',
      'tools/push.sh': 'docker login -u a -p "$P"\nsudo docker push acme/app\n',
    },
    rows: [
      [
        'sudo pip install x',
        ['pip install x'],
        [
          "needless-sudo: `sudo pip` would use the runner's own Python, not the one that is set up; `sudo` is removed",
        ],
      ],
      [
        'sudo -H pip install x',
        ['pip install x'],
        [
          "needless-sudo: `sudo pip` would use the runner's own Python, not the one that is set up; `sudo` is removed",
        ],
      ],
      [
        'sudo FOO=1 pip install x',
        ['FOO=1 pip install x'],
        [
          "needless-sudo: `sudo pip` would use the runner's own Python, not the one that is set up; `sudo` is removed",
        ],
      ],
      ['sudo -u me pip install x', ['sudo -u me pip install x']],
      [
        'sudo docker push acme/app',
        ['docker push acme/app'],
        [
          'deploys-in-pull-requests: `docker push acme/app` publishes, and it also runs in pull requests, as on Shippable; to skip it in pull requests, convert with `--pull-requests no-deploy`, or put `[ "$IS_PULL_REQUEST" = true ] ||` before it here and convert again',
          "needless-sudo: `sudo docker` would use root's own logins, not those of the job; `sudo` is removed",
        ],
      ],
      [
        'sudo apt-get install -y jq',
        ['Update the lists of packages: sudo apt-get update -qq', 'sudo apt-get install -y jq'],
      ],
      [
        'sudo python setup.py install',
        ['python setup.py install'],
        [
          "needless-sudo: `sudo python` would use the runner's own Python, not the one that is set up; `sudo` is removed",
        ],
      ],
      ['. ve/bin/activate', ['. ve/bin/activate']],
      [
        'virtualenv ve && . ve/bin/activate',
        [
          'Install what the commands call: pip install virtualenv',
          'virtualenv ve && . ve/bin/activate\n(exit $?)',
        ],
        ['installed-program: the runner lacks `virtualenv`; a step installs it'],
      ],
      ['source ~/.rvm/scripts/rvm', [': ~/.rvm/scripts/rvm']],
      [
        'rvm use 2.7',
        ['(rvm) rvm use 2.7'],
        [
          "as-before: `rvm use 2.7` selected one Ruby of several on Shippable's machine; a step sets up Ruby 2.7",
        ],
      ],
      ['source ~/.nvm/nvm.sh', ['source ~/.nvm/nvm.sh']],
      [
        'nvm use 4',
        [
          'Install what the commands call: echo npm_config_cafile=/etc/ssl/certs/ca-certificates.crt >> "$GITHUB_ENV"',
          '. ~/.nvm/nvm.sh --no-use\nnvm install 4',
        ],
      ],
      ['nvm use default', ['. ~/.nvm/nvm.sh --no-use\nnvm use default']],
      [
        'nvm install 0.10',
        [
          'Install what the commands call: echo npm_config_cafile=/etc/ssl/certs/ca-certificates.crt >> "$GITHUB_ENV"',
          '. ~/.nvm/nvm.sh --no-use\nnvm install 0.10',
        ],
      ],
      [
        'phpenv local 7.4',
        ['(phpenv) phpenv local 7.4'],
        [
          "as-before: `phpenv local 7.4` selected one PHP of several on Shippable's machine; a step sets up PHP 7.4",
        ],
      ],
      ['phpenv config-add my.ini', ['(phpenv) phpenv config-add my.ini']],
      ['source ~/.sdkman/bin/sdkman-init.sh', [': ~/.sdkman/bin/sdkman-init.sh']],
      [
        'sdk use java 8',
        ['(jdk_switcher) jdk_switcher use openjdk8'],
        [
          'as-before: `sdk use java 8`: SDKMAN has only the newest releases of a JDK; the job switches to JDK 8 of the runner',
        ],
      ],
      ['jdk_switcher use openjdk8', ['(jdk_switcher) jdk_switcher use openjdk8']],
      ['shipctl jdk set openjdk11', ['(jdk_switcher) jdk_switcher use openjdk11']],
      [
        'shipctl jdk set openjdk7',
        ['(jdk_switcher) jdk_switcher use openjdk7'],
        [
          "version-switch: `shipctl jdk set openjdk7` selected JDK 7 from several on Shippable's machine; the job has the runner's own; set the version under `jdk` with `language: java` and convert again, or set it up with a step",
        ],
      ],
      [
        'pyenv local 3.11',
        ['(pyenv) pyenv local 3.11'],
        ['version-manager: `pyenv local 3.11` selects what the setup step has already set up'],
      ],
      [
        'pyenv global 3.6',
        ['(pyenv) pyenv global 3.6'],
        [
          "version-switch: `pyenv global 3.6` selected Python 3.6 from several on Shippable's machine; the job has 3.11; set the version under `python` with `language: python` and convert again, or set it up with a step",
        ],
      ],
      ['. $HOME/.gvm/scripts/gvm', [': $HOME/.gvm/scripts/gvm']],
      ['~/.rvm/scripts/rvm', [':']],
      [
        'echo x > /etc/x',
        ['echo x | sudo tee /etc/x > /dev/null'],
        ['raised-rights: `> /etc/x` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'echo x >> /etc/hosts',
        ['echo x | sudo tee -a /etc/hosts > /dev/null'],
        [
          'raised-rights: `>> /etc/hosts` needs root, as everything had on Shippable; it gets `sudo`',
        ],
      ],
      [
        'cp a /usr/local/bin/a',
        ['sudo cp a /usr/local/bin/a'],
        ['raised-rights: `cp` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'tools/install.sh',
        ['sudo -E env "PATH=$PATH" tools/install.sh'],
        [
          'script-as-root: `cp /usr/local/bin/a` in `tools/install.sh` needs root, so `tools/install.sh` runs as root, as on Shippable; put `sudo` before the call in the file, and remove it from the workflow',
        ],
      ],
      [
        'bash tools/install.sh',
        ['sudo -E env "PATH=$PATH" bash tools/install.sh'],
        [
          'script-as-root: `cp /usr/local/bin/a` in `tools/install.sh` needs root, so `bash` runs as root, as on Shippable; put `sudo` before the call in the file, and remove it from the workflow',
        ],
      ],
      [
        '. tools/install.sh',
        ['. tools/install.sh'],
        [
          'needs-root: `cp /usr/local/bin/a` in `tools/install.sh` needs root; put `sudo` before it in `tools/install.sh`',
        ],
      ],
      [
        'tools/push.sh',
        ['tools/push.sh'],
        [
          'deploys-in-pull-requests: `docker push acme/app` publishes, by `tools/push.sh`, and it also runs in pull requests, as on Shippable; to skip it in pull requests, convert with `--pull-requests no-deploy`, or put `[ "$IS_PULL_REQUEST" = true ] ||` before it here and convert again',
          "root-logins: `sudo docker push` in `tools/push.sh` runs as root, with root's own logins, not those of the job; remove `sudo` before `docker` in `tools/push.sh`: the user of the runner may use Docker",
        ],
      ],
      [
        'sudo tools/push.sh',
        ['sudo tools/push.sh'],
        [
          'deploys-in-pull-requests: `docker push acme/app` publishes, by `tools/push.sh`, and it also runs in pull requests, as on Shippable; to skip it in pull requests, convert with `--pull-requests no-deploy`, or put `[ "$IS_PULL_REQUEST" = true ] ||` before it here and convert again',
          "root-logins: `sudo docker push` in `tools/push.sh` runs as root, with root's own logins, not those of the job; remove `sudo` before `docker` in `tools/push.sh`: the user of the runner may use Docker",
        ],
      ],
      [
        'chown -R www-data .',
        ['sudo chown -R www-data .'],
        [
          'needs-root: `chown -R www-data .` changes the owner of the clone, and later commands, which do not run as root, can no longer write there; add `&& sudo chmod -R a+rwX .`, or only change the owner of the folders that the server writes to',
          'raised-rights: `chown` needs root, as everything had on Shippable; it gets `sudo`',
        ],
      ],
      [
        'chown -R www-data "$PWD"',
        ['sudo chown -R www-data "$PWD"'],
        [
          'needs-root: `chown -R www-data "$PWD"` changes the owner of the clone, and later commands, which do not run as root, can no longer write there; add `&& sudo chmod -R a+rwX .`, or only change the owner of the folders that the server writes to',
          'raised-rights: `chown` needs root, as everything had on Shippable; it gets `sudo`',
        ],
      ],
      [
        'chown www-data .',
        ['sudo chown www-data .'],
        ['raised-rights: `chown` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'make install',
        ['sudo -E env "PATH=$PATH" make install'],
        ['raised-rights: `make install` writes where only root can; it gets `sudo`'],
      ],
      ['make PREFIX=$HOME install', ['make PREFIX=$HOME install']],
      [
        'cmake --build . --target install',
        ['sudo -E env "PATH=$PATH" cmake --build . --target install'],
        [
          'raised-rights: `cmake --build . --target install` writes where only root can; it gets `sudo`',
        ],
      ],
      ['cd /opt && mkdir x', ['cd /opt && mkdir x || exit']],
      [
        'curl https://example.com/install.sh | bash',
        ['curl https://example.com/install.sh | bash'],
      ],
    ],
  },
  {
    title: 'commits',
    head: 'language: none\n',
    rows: [
      ['git commit -m x', ['(as somebody) git commit -m x']],
      ['git -C sub -c a=b commit -m x', ['(as somebody) git -C sub -c a=b commit -m x']],
      ['git tag v1', ['git tag v1']],
      ['git tag -a v1 -m x', ['(as somebody) git tag -a v1 -m x']],
      ['git tag --sign v1', ['(as somebody) git tag --sign v1']],
      ['git stash', ['(as somebody) git stash']],
      ['git stash pop', ['git stash pop']],
      ['git stash push', ['(as somebody) git stash push']],
      ['git merge --ff-only x', ['git merge --ff-only x']],
      ['git merge x', ['(as somebody) git merge x']],
      ['git rebase --abort', ['git rebase --abort']],
      ['git cherry-pick x', ['(as somebody) git cherry-pick x']],
      ['npm version patch', ['(as somebody) npm version patch']],
      ['yarn version --patch', ['(as somebody) yarn version --patch']],
      ['mvn release:prepare', ['(as somebody) mvn release:prepare']],
      ['mvn package', ['mvn package']],
      [
        'git config user.name me && git commit -m x',
        ['git config user.name me && git commit -m x || exit'],
      ],
      [
        'export GIT_AUTHOR_NAME=me && git commit -m x',
        ['export GIT_AUTHOR_NAME=me && git commit -m x || exit'],
      ],
      ['git log', ['git log']],
      ['git notes add x', ['(as somebody) git notes add x']],
    ],
  },
  {
    title: 'in an image',
    head: 'language: python\nbuild_image: acme/ci:1\n',
    rows: [
      ['nvm use 4', ['nvm use 4']],
      [
        'sudo pip install x',
        [
          'command -v sudo > /dev/null || sudo() { while [[ $1 == -* ]]; do shift; done; "$@"; }\nsudo pip install x',
        ],
      ],
      [
        'sudo apt-get update',
        [
          'command -v sudo > /dev/null || sudo() { while [[ $1 == -* ]]; do shift; done; "$@"; }\nsudo apt-get update',
        ],
      ],
      ['service postgresql start', ['service postgresql start']],
      ['phantomjs x.js', ['phantomjs x.js']],
      ['shippable_retry make', ['(shippable_retry) shippable_retry make']],
      ['shippable_replace a.txt', ['(shippable_replace) shippable_replace a.txt']],
      ['docker build .', ['docker build .']],
      ['cd src && make', ['cd src && make || exit']],
      [
        'exit 1',
        [
          `# On Shippable, a script that ended before its last command failed, even with \`exit 0\`.\ntrap '[ -n "$finished" ] || exit 1' EXIT\nexit 1\nfinished=1`,
        ],
        [
          'exit-in-ci: `exit` ended the script before Shippable saw its result, so the job failed even with `exit 0`; the workflow fails, too; use `return` to end the section with success',
        ],
      ],
      ['return 0', ['(ci) ci']],
      ['set -e', ['set -e']],
      ['export A=1', ['export A=1']],
      ['git commit -m x', ['(as somebody) git commit -m x']],
      ['unset A; [ -z "$A" ]', ['unset A; [ -z "$A" ]']],
    ],
  },
  {
    title: 'with Node.js',
    head: 'language: node_js\nnode_js: ["20"]\n',
    files: { 'package.json': '{"scripts": {"test": "mocha", "deploy": "npm publish"}}' },
    rows: [
      ['npm install -g grunt-cli', ['npm install -g grunt-cli']],
      [
        'sudo npm install -g grunt-cli',
        ['npm install -g grunt-cli'],
        [
          "needless-sudo: `sudo npm` would use the runner's own Node.js, not the one that is set up; `sudo` is removed",
        ],
      ],
      [
        'npm test',
        [
          'Install what the commands call: npm install --silent --global --prefix "$RUNNER_TEMP/npm" mocha@3\necho "$RUNNER_TEMP/npm/bin" >> "$GITHUB_PATH"',
          'npm test',
        ],
        ['installed-program: the runner lacks `mocha`, in `package.json`; a step installs it'],
      ],
      [
        'npm run deploy',
        ['npm run deploy'],
        [
          'deploys-in-pull-requests: `npm publish` publishes, by `package.json`, and it also runs in pull requests, as on Shippable; to skip it in pull requests, convert with `--pull-requests no-deploy`, or put `[ "$IS_PULL_REQUEST" = true ] ||` before it here and convert again',
        ],
      ],
      [
        'npm publish',
        ['npm publish'],
        [
          'deploys-in-pull-requests: `npm publish` publishes, and it also runs in pull requests, as on Shippable; to skip it in pull requests, convert with `--pull-requests no-deploy`, or put `[ "$IS_PULL_REQUEST" = true ] ||` before it here and convert again',
        ],
      ],
      ['nvm install 18', ['. ~/.nvm/nvm.sh --no-use\nnvm install 18']],
      [
        'bower install',
        [
          'Install what the commands call: npm install --silent --global --prefix "$RUNNER_TEMP/npm" bower@1\necho "$RUNNER_TEMP/npm/bin" >> "$GITHUB_PATH"',
          'bower install',
        ],
        ['installed-program: the runner lacks `bower`; a step installs it'],
      ],
      ['yarn', ['yarn']],
      ['node_modules/.bin/mocha', ['node_modules/.bin/mocha']],
      ['npm install -g npm@2', ['npm install -g npm@2']],
      [
        'gulp',
        [
          'Install what the commands call: npm install --silent --global --prefix "$RUNNER_TEMP/npm" gulp-cli@2\necho "$RUNNER_TEMP/npm/bin" >> "$GITHUB_PATH"',
          'gulp',
        ],
        ['installed-program: the runner lacks `gulp`; a step installs it'],
      ],
      [
        'phantomjs --version',
        [
          'Install what the commands call: npm install --silent --global --prefix "$RUNNER_TEMP/npm" phantomjs-prebuilt@2\necho "$RUNNER_TEMP/npm/bin" >> "$GITHUB_PATH"\n# The OpenSSL of PhantomJS cannot read the configuration of a current one.\necho OPENSSL_CONF=/dev/null >> "$GITHUB_ENV"',
          'phantomjs --version',
        ],
        ['installed-program: the runner lacks `phantomjs`; a step installs it'],
      ],
      ['sudo gem install sass', ['sudo gem install sass']],
      [
        'gem install sass',
        ['sudo gem install sass'],
        [
          "raised-rights: `gem install` needs root, because the runner's own Ruby belongs to root; it gets `sudo`",
        ],
      ],
      [
        'pip install awscli',
        [
          'Install what the commands call: sudo pip config --global set global.break-system-packages true',
          'pip install awscli',
        ],
      ],
      [
        'sudo pip install awscli',
        [
          'Install what the commands call: sudo pip config --global set global.break-system-packages true',
          'sudo pip install awscli',
        ],
      ],
      [
        'python -m pip install x',
        [
          'Install what the commands call: sudo pip config --global set global.break-system-packages true',
          'python -m pip install x',
        ],
      ],
      ['easy_install x', ['easy_install x']],
      [
        'composer install',
        [
          'Let PHP work as before: # Since 2.2 Composer runs only the plugins that are allowed.\ncomposer config --global --no-plugins allow-plugins true\n# Since 2.9 Composer refuses releases with known vulnerabilities.\necho COMPOSER_NO_SECURITY_BLOCKING=1 >> "$GITHUB_ENV"',
          'composer install',
        ],
        [
          'as-before: since 2.2 Composer runs only plugins that are allowed; a step allows all of them; list the plugins of the project under `config.allow-plugins` in `composer.json`',
          'as-before: since 2.9 Composer refuses releases with known vulnerabilities; a variable lets them in; update the dependencies, then remove `COMPOSER_NO_SECURITY_BLOCKING`',
        ],
      ],
      ['mvn package', ['mvn package']],
      ['go get ./...', ['go get ./...']],
      ['ant test', ['ant test']],
      [
        'heroku git:remote -a x',
        [
          'Install what the commands call: curl -fsSL https://cli-assets.heroku.com/install.sh | sh',
          'heroku git:remote -a x',
        ],
        ['installed-program: the runner lacks `heroku`; a step installs it'],
      ],
      [
        'aws s3 cp a s3://b',
        ['aws s3 cp a s3://b'],
        [
          'deploys-in-pull-requests: `aws s3 cp` deploys, and it also runs in pull requests, as on Shippable; to skip it in pull requests, convert with `--pull-requests no-deploy`, or put `[ "$IS_PULL_REQUEST" = true ] ||` before it here and convert again',
        ],
      ],
      [
        'eval $(aws ecr get-login --region us-east-1)',
        ['eval $(aws ecr get-login --region us-east-1)'],
        [
          'gone-from-machine: the release of `aws` that the runner has knows no `aws ecr get-login`; write `aws ecr get-login-password | docker login --username AWS --password-stdin REGISTRY`',
        ],
      ],
      [
        '$(aws ecr get-login)',
        ['$(aws ecr get-login)'],
        [
          'gone-from-machine: the release of `aws` that the runner has knows no `aws ecr get-login`; write `aws ecr get-login-password | docker login --username AWS --password-stdin REGISTRY`',
        ],
      ],
      [
        'gcloud docker -- push gcr.io/a/b',
        ['gcloud docker -- push gcr.io/a/b'],
        [
          'deploys-in-pull-requests: `gcloud docker push` publishes, and it also runs in pull requests, as on Shippable; to skip it in pull requests, convert with `--pull-requests no-deploy`, or put `[ "$IS_PULL_REQUEST" = true ] ||` before it here and convert again',
          'gone-from-machine: the release of `gcloud` that the runner has knows no `gcloud docker`; write `gcloud auth configure-docker`, then call `docker` itself',
        ],
      ],
      [
        'gcloud docker push gcr.io/a/b',
        ['gcloud docker push gcr.io/a/b'],
        [
          'deploys-in-pull-requests: `gcloud docker push` publishes, and it also runs in pull requests, as on Shippable; to skip it in pull requests, convert with `--pull-requests no-deploy`, or put `[ "$IS_PULL_REQUEST" = true ] ||` before it here and convert again',
          'gone-from-machine: the release of `gcloud` that the runner has knows no `gcloud docker`; write `gcloud auth configure-docker`, then call `docker` itself',
        ],
      ],
      ['docker-compose up -d', ['docker-compose() { docker compose "$@"; }\ndocker-compose up -d']],
      ['docker login -u a -p b', ['docker login -u a -p b']],
      ['docker exec shippable x', ['docker exec shippable x']],
      [
        'wget https://bitbucket.org/ariya/phantomjs/downloads/phantomjs-2.1.1-linux-x86_64.tar.bz2',
        [
          'wget https://bitbucket.org/ariya/phantomjs/downloads/phantomjs-2.1.1-linux-x86_64.tar.bz2',
        ],
      ],
      [
        'apt-get install -y libfoo',
        ['Update the lists of packages: sudo apt-get update -qq', 'sudo apt-get install -y libfoo'],
        ['raised-rights: `apt-get` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'apt-get update && apt-get install -y php5-cli',
        ['sudo apt-get update && sudo apt-get install -y php5-cli || exit'],
        [
          'gone-from-machine: Ubuntu 24.04 has no package `php5-cli`; name the extension in the input `extensions` of the setup step of PHP',
          'raised-rights: `apt-get` needs root, as everything had on Shippable; it gets `sudo`',
        ],
      ],
      [
        'add-apt-repository ppa:x/y -y',
        ['sudo add-apt-repository ppa:x/y -y'],
        [
          'raised-rights: `add-apt-repository` needs root, as everything had on Shippable; it gets `sudo`',
        ],
      ],
      [
        'apt-key adv --keyserver pgp.mit.edu --recv-keys 1',
        ['sudo apt-key adv --keyserver pgp.mit.edu --recv-keys 1'],
        ['raised-rights: `apt-key` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'curl -sL https://deb.nodesource.com/setup_4.x | sudo bash -',
        ['curl -sL https://deb.nodesource.com/setup_4.x | sudo bash -'],
        [
          'gone-from-machine: NodeSource has no packages of this Node.js for Ubuntu 24.04; remove it and name the version under `node_js`, or write `nvm install` with it',
        ],
      ],
      [
        'npm config set registry http://registry.npmjs.org/',
        ['npm config set registry http://registry.npmjs.org/'],
      ],
      [
        'git clone git://github.com/a/b',
        [
          'Configure git: git config --global url.https://github.com/.insteadOf git://github.com/',
          'git clone git://github.com/a/b',
        ],
        [
          'as-before: this takes something from `git://github.com/`, which GitHub has not answered since 2022; Git asks by https instead; write `https://github.com/`, then remove the line',
        ],
      ],
      [
        'git clone git@github.com:a/b',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\ngit clone git@github.com:a/b",
        ],
        [
          'ssh-without-key: `git@github.com:a/b` is reached over SSH with a key that Shippable gave every build; the runner does not have it; use the https address if the repository is public; otherwise add its deploy key as a secret, and load it before the commands: `ssh-agent -a "$RUNNER_TEMP/ssh-agent"`, then `ssh-add -` with the secret as its input',
        ],
      ],
      [
        'ssh-keyscan x >> ~/.ssh/known_hosts',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\nssh-keyscan x >> ~/.ssh/known_hosts",
        ],
      ],
      [
        'ssh me@host ls',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\nssh me@host ls",
        ],
        [
          'ssh-without-key: `me@host` is reached over SSH with a key that Shippable gave every build; the runner does not have it; add a private key as a secret, and load it before the commands: `ssh-agent -a "$RUNNER_TEMP/ssh-agent"`, then `ssh-add -` with the secret as its input',
        ],
      ],
      [
        'scp a me@host:b',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\nscp a me@host:b",
        ],
        [
          'deploys-in-pull-requests: `scp a me@host:b` deploys, and it also runs in pull requests, as on Shippable; to skip it in pull requests, convert with `--pull-requests no-deploy`, or put `[ "$IS_PULL_REQUEST" = true ] ||` before it here and convert again',
          'ssh-without-key: `me@host:b` is reached over SSH with a key that Shippable gave every build; the runner does not have it; add a private key as a secret, and load it before the commands: `ssh-agent -a "$RUNNER_TEMP/ssh-agent"`, then `ssh-add -` with the secret as its input',
        ],
      ],
      [
        'rsync -a . me@host:',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\nrsync -a . me@host:",
        ],
        [
          'deploys-in-pull-requests: `rsync . me@host:` deploys, and it also runs in pull requests, as on Shippable; to skip it in pull requests, convert with `--pull-requests no-deploy`, or put `[ "$IS_PULL_REQUEST" = true ] ||` before it here and convert again',
          'ssh-without-key: `me@host:` is reached over SSH with a key that Shippable gave every build; the runner does not have it; add a private key as a secret, and load it before the commands: `ssh-agent -a "$RUNNER_TEMP/ssh-agent"`, then `ssh-add -` with the secret as its input',
        ],
      ],
      ['ifconfig', ['ifconfig']],
      [
        'python2 x.py',
        ['python2 x.py'],
        [
          'missing-program: the runner lacks `python2`; no runner has Python 2: name `2.7` under `python`, and the job boots an image that has',
        ],
      ],
      ['python x.py', ['python x.py']],
      ['python3 x.py', ['python3 x.py']],
      [
        'pip2 install x',
        ['pip2 install x'],
        [
          'missing-program: the runner lacks `pip2`; no runner has Python 2: name `2.7` under `python`, and the job boots an image that has',
        ],
      ],
      [
        'virtualenv -p python2.7 ve',
        ['Install what the commands call: pip install virtualenv', 'virtualenv -p python2.7 ve'],
        ['installed-program: the runner lacks `virtualenv`; a step installs it'],
      ],
      ['shipctl retry make', ['(shipctl) shipctl retry make']],
      ['shipctl replace a', ['(shippable_replace) (shipctl) shipctl replace a']],
      ['shipctl get_json_value a b', ['shipctl get_json_value a b']],
      ['shippable_retry npm ci', ['(shippable_retry) shippable_retry npm ci']],
      ['sudo service docker restart', ['sudo service docker restart']],
      ['docker ps', ['docker ps']],
      ['export DISPLAY=:99.0', ['export DISPLAY=:99.0']],
      ['(cd a; make)', ['(cd a; make)']],
      [
        'if true; then exit 0; fi',
        [
          `# On Shippable, a script that ended before its last command failed, even with \`exit 0\`.\ntrap '[ -n "$finished" ] || exit 1' EXIT\nif true; then exit 0; fi\nfinished=1`,
        ],
        [
          'exit-in-ci: `exit` ended the script before Shippable saw its result, so the job failed even with `exit 0`; the workflow fails, too; use `return` to end the section with success',
        ],
      ],
      ['cat <<EOF > a\nb\nEOF', ['cat <<EOF > a\nb\nEOF']],
      [
        '! npm test',
        [
          'Install what the commands call: npm install --silent --global --prefix "$RUNNER_TEMP/npm" mocha@3\necho "$RUNNER_TEMP/npm/bin" >> "$GITHUB_PATH"',
          '! npm test || exit',
        ],
        ['installed-program: the runner lacks `mocha`, in `package.json`; a step installs it'],
      ],
      [
        'cd /root/src/github.com/acme/web',
        ['cd $GITHUB_WORKSPACE'],
        [
          "mapped-path: `/root/src/github.com/acme/web` was a folder of Shippable's machines; it becomes `$GITHUB_WORKSPACE`",
        ],
      ],
      [
        'ls /root/.ssh',
        ['ls $HOME/.ssh'],
        ["mapped-path: `/root` was a folder of Shippable's machines; it becomes `$HOME`"],
      ],
      ['mkdir -p $HOME/x', ['mkdir -p $HOME/x']],
      ['echo $SHIPPABLE_BUILD_NUMBER', ['echo $SHIPPABLE_BUILD_NUMBER']],
      ['echo $BUILD_NUMBER ${BRANCH}', ['echo $BUILD_NUMBER ${BRANCH}']],
      ['echo "$IS_PULL_REQUEST"', ['echo "$IS_PULL_REQUEST"']],
    ],
  },
  {
    title: 'with Ruby and MySQL',
    head: 'language: ruby\nrvm: ["3.2"]\nservices: [mysql, redis]\n',
    files: { 'config/database.yml': 'test:\n  adapter: mysql2\n  host: 127.0.0.1\n' },
    rows: [
      [
        'mysql -e "create database x"',
        [
          `printf '[client]\\nuser=root\\nhost=127.0.0.1\\n' > ~/.my.cnf\nmysql -e "create database x"`,
        ],
      ],
      [
        'mysql -h localhost -e x',
        [
          "Start MySQL: docker rm -f shippable-mysql > /dev/null 2>&1 || :\nsudo install -d -m 777 /var/run/mysqld\ndocker run -d --name shippable-mysql --network host -v /var/run/mysqld:/var/run/mysqld -e MYSQL_ALLOW_EMPTY_PASSWORD=yes mysql:5.7 --skip-name-resolve=OFF\ntimeout 120 sh -c 'until docker exec shippable-mysql mysqladmin ping -h 127.0.0.1 --silent; do sleep 1; done'",
          "printf '[client]\\nuser=root\\nhost=127.0.0.1\\n' > ~/.my.cnf\nmysql -h localhost -e x",
        ],
      ],
      [
        'mysql -u root x < a.sql',
        ["printf '[client]\\nuser=root\\nhost=127.0.0.1\\n' > ~/.my.cnf\nmysql -u root x < a.sql"],
      ],
      [
        'mysqladmin create x',
        ["printf '[client]\\nuser=root\\nhost=127.0.0.1\\n' > ~/.my.cnf\nmysqladmin create x"],
      ],
      [
        'service mysql start',
        ["printf '[client]\\nuser=root\\nhost=127.0.0.1\\n' > ~/.my.cnf\n: service mysql start"],
        [
          'server-command: the server of `service mysql` is a service container, which starts before the first step; the command does nothing',
        ],
      ],
      [
        'sudo service redis-server restart',
        [': sudo service redis-server restart'],
        [
          'server-command: the server of `service redis-server` is a service container, which starts before the first step; the command does nothing',
        ],
      ],
      [
        'redis-cli ping',
        [
          'Install what the commands call: sudo apt-get update -qq\nsudo apt-get install -y -qq --no-install-recommends redis-tools',
          'redis-cli ping',
        ],
        ['installed-program: the runner lacks `redis-cli`; a step installs it'],
      ],
      [
        'redis-cli -s /tmp/redis.sock ping',
        [
          'Install what the commands call: sudo apt-get update -qq\nsudo apt-get install -y -qq --no-install-recommends redis-tools',
          'redis-cli -s /tmp/redis.sock ping',
        ],
        ['installed-program: the runner lacks `redis-cli`; a step installs it'],
      ],
      ['bundle exec rake', ['bundle exec rake']],
      ['rake db:create', ['rake db:create']],
      [
        'rvm use 3.2',
        ['(rvm) rvm use 3.2'],
        ['version-manager: `rvm use 3.2` selects what the setup step has already set up'],
      ],
      [
        'rvm use 2.0 --install',
        ['(rvm) rvm use 2.0 --install'],
        [
          "version-switch: `rvm use 2.0 --install` selected Ruby 2.0 from several on Shippable's machine; the job has 3.2; set the version under `rvm` with `language: ruby` and convert again, or set it up with a step",
        ],
      ],
      [
        'rvm 2.1 do rake',
        ['(rvm) rvm 2.1 do rake'],
        [
          "version-switch: `rvm 2.1 do rake` selected Ruby 2.1 from several on Shippable's machine; the job has 3.2; set the version under `rvm` with `language: ruby` and convert again, or set it up with a step",
        ],
      ],
      ['gem install bundler -v 1.17', ['gem install bundler -v 1.17']],
      [
        'sudo gem install x',
        ['gem install x'],
        [
          "needless-sudo: `sudo gem` would use the runner's own Ruby, not the one that is set up; `sudo` is removed",
        ],
      ],
      ['bundle install --path vendor', ['bundle install --path vendor']],
      ['psql -c 1', ['psql -c 1']],
      ['mongo x', ['(mongo) mongo x']],
      [
        'memcached -d',
        [
          'Install what the commands call: sudo apt-get update -qq\nsudo apt-get install -y -qq --no-install-recommends memcached',
          'memcached -d',
        ],
        ['installed-program: the runner lacks `memcached`; a step installs it'],
      ],
      [
        'mysql_upgrade',
        ["printf '[client]\\nuser=root\\nhost=127.0.0.1\\n' > ~/.my.cnf\nmysql_upgrade"],
        [
          'missing-program: `mysql_upgrade` is unknown, and no earlier command installs anything; install `mysql_upgrade` in the first commands of the section',
        ],
      ],
    ],
  },
  {
    title: 'with PHP',
    head: 'language: php\nphp: ["8.1"]\n',
    files: { 'composer.json': '{"require": {"php": ">=7"}}' },
    rows: [
      ['phpunit', ['phpunit']],
      ['vendor/bin/phpunit', ['vendor/bin/phpunit']],
      [
        'composer install',
        [
          'Let PHP work as before: # Since 2.2 Composer runs only the plugins that are allowed.\ncomposer config --global --no-plugins allow-plugins true\n# Since 2.9 Composer refuses releases with known vulnerabilities.\necho COMPOSER_NO_SECURITY_BLOCKING=1 >> "$GITHUB_ENV"',
          'composer install',
        ],
        [
          'as-before: since 2.2 Composer runs only plugins that are allowed; a step allows all of them; list the plugins of the project under `config.allow-plugins` in `composer.json`',
          'as-before: since 2.9 Composer refuses releases with known vulnerabilities; a variable lets them in; update the dependencies, then remove `COMPOSER_NO_SECURITY_BLOCKING`',
        ],
      ],
      [
        'composer self-update',
        [': composer self-update'],
        [
          'as-before: `composer self-update`: the setup step has installed the newest Composer that this PHP runs',
        ],
      ],
      [
        'composer global require x',
        [
          'Let PHP work as before: # Since 2.2 Composer runs only the plugins that are allowed.\ncomposer config --global --no-plugins allow-plugins true\n# Since 2.9 Composer refuses releases with known vulnerabilities.\necho COMPOSER_NO_SECURITY_BLOCKING=1 >> "$GITHUB_ENV"',
          'composer global require x',
        ],
        [
          'as-before: since 2.2 Composer runs only plugins that are allowed; a step allows all of them; list the plugins of the project under `config.allow-plugins` in `composer.json`',
          'as-before: since 2.9 Composer refuses releases with known vulnerabilities; a variable lets them in; update the dependencies, then remove `COMPOSER_NO_SECURITY_BLOCKING`',
        ],
      ],
      [
        'pecl install redis',
        [': pecl install redis'],
        [
          'as-before: `pecl install redis`: the setup step of PHP installs the extension, in a release that this version of PHP takes',
        ],
      ],
      [
        'printf "\\n" | pecl install redis',
        ['printf "\\n" | : pecl install redis'],
        [
          'as-before: `pecl install redis`: the setup step of PHP installs the extension, in a release that this version of PHP takes',
        ],
      ],
      ['phpenv rehash', ['(phpenv) phpenv rehash']],
      ['phpenv config-rm xdebug.ini', ['(phpenv) phpenv config-rm xdebug.ini']],
      [
        'echo "extension=mongo.so" >> ~/.phpenv/versions/$(phpenv version-name)/etc/php.ini',
        [
          `Let PHP work as before: phpenv=~/.phpenv/versions/$(php -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')\netc=$(php -n -r 'echo dirname(PHP_CONFIG_FILE_SCAN_DIR);')\nmkdir -p "$phpenv"\nln -sfn "$etc" "$phpenv/etc"\nln -sfn /usr/bin "$phpenv/bin"\nsudo touch "$etc/php.ini"\nsudo chmod a+w "$etc" "$etc/conf.d" "$etc/php.ini"`,
          '(phpenv) echo "extension=mongo.so" >> ~/.phpenv/versions/$(phpenv version-name)/etc/php.ini',
        ],
      ],
      [
        'sudo service php5-fpm start',
        ['sudo service php5-fpm start'],
        [
          'missing-program: the runner has no server `php5-fpm` to start; install its package before the command, or start a container',
        ],
      ],
      ['php artisan migrate', ['php artisan migrate']],
      [
        'sudo composer install',
        [
          'Let PHP work as before: # Since 2.2 Composer runs only the plugins that are allowed.\ncomposer config --global --no-plugins allow-plugins true\n# Since 2.9 Composer refuses releases with known vulnerabilities.\necho COMPOSER_NO_SECURITY_BLOCKING=1 >> "$GITHUB_ENV"',
          'sudo composer install',
        ],
        [
          'as-before: since 2.2 Composer runs only plugins that are allowed; a step allows all of them; list the plugins of the project under `config.allow-plugins` in `composer.json`',
          'as-before: since 2.9 Composer refuses releases with known vulnerabilities; a variable lets them in; update the dependencies, then remove `COMPOSER_NO_SECURITY_BLOCKING`',
        ],
      ],
      [
        'apt-get install php5-mysql',
        [
          'Update the lists of packages: sudo apt-get update -qq',
          'sudo apt-get install php5-mysql',
        ],
        [
          'gone-from-machine: Ubuntu 24.04 has no package `php5-mysql`; name the extension in the input `extensions` of the setup step of PHP',
          'raised-rights: `apt-get` needs root, as everything had on Shippable; it gets `sudo`',
        ],
      ],
      [
        'pear install x',
        ['sudo pear install x'],
        ['raised-rights: `pear` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'phpcs x',
        ['phpcs x'],
        [
          'missing-program: the runner lacks `phpcs`; install it in the first commands of the section',
        ],
      ],
      [
        'sudo pecl install x',
        [': sudo pecl install x'],
        [
          'as-before: `pecl install x`: the setup step of PHP installs the extension, in a release that this version of PHP takes',
        ],
      ],
    ],
  },
  {
    title: 'with Go and Java',
    head: 'language: go\ngo: ["1.21"]\n',
    files: { 'go.mod': 'module x\n' },
    rows: [
      ['go test ./...', ['go test ./...']],
      [
        'go get github.com/golang/lint/golint',
        ['(install_go_tool) install_go_tool golang.org/x/lint/golint@latest'],
        [
          "as-before: today's sources of `github.com/golang/lint/golint` need a newer Go than the job's, so the runner's own installs it; name a release to keep it as it is",
        ],
      ],
      [
        'go get -u golang.org/x/tools/cmd/cover',
        [':'],
        [
          'as-before: `golang.org/x/tools/cmd/cover` has left its place and comes with Go, so it is not installed; remove it',
        ],
      ],
      [
        'gvm use 1.9',
        ['(gvm) gvm use 1.9'],
        [
          "version-switch: `gvm use 1.9` selected Go 1.9 from several on Shippable's machine; the job has 1.21; set the version under `go` with `language: go` and convert again, or set it up with a step",
        ],
      ],
      [
        'gvm use go1.21',
        ['(gvm) gvm use go1.21'],
        ['version-manager: `gvm use go1.21` selects what the setup step has already set up'],
      ],
      ['go build -o $GOPATH/bin/x', ['go build -o $GOPATH/bin/x']],
      ['cd $GOPATH/src/x', ['cd $GOPATH/src/x']],
      [
        'godep restore',
        ['godep restore'],
        [
          'missing-program: the runner lacks `godep`; no command installs it: add `go install` with its module before the call',
        ],
      ],
      [
        'glide install',
        ['glide install'],
        [
          'missing-program: the runner lacks `glide`; no command installs it: add `go install` with its module before the call',
        ],
      ],
      [
        'dep ensure',
        ['dep ensure'],
        [
          'missing-program: the runner lacks `dep`; no command installs it: add `go install` with its module before the call',
        ],
      ],
      ['mvn install', ['mvn install']],
      ['gradle build', ['gradle build']],
      [
        'sbt test',
        [
          'Install what the commands call: curl -fsSL --retry 3 https://github.com/sbt/sbt/releases/download/v1.9.9/sbt-1.9.9.tgz | tar -xz -C "$RUNNER_TEMP"\necho "$RUNNER_TEMP/sbt/bin" >> "$GITHUB_PATH"',
          'sbt test',
        ],
        ['installed-program: the runner lacks `sbt`; a step installs it'],
      ],
      [
        'lein test',
        [
          'Install what the commands call: mkdir -p ~/.local/bin\ncurl -fsSL --retry 3 -o ~/.local/bin/lein https://raw.githubusercontent.com/technomancy/leiningen/stable/bin/lein\nchmod +x ~/.local/bin/lein',
          'lein test',
        ],
        ['installed-program: the runner lacks `lein`; a step installs it'],
      ],
      ['jdk_switcher use oraclejdk8', ['(jdk_switcher) jdk_switcher use oraclejdk8']],
    ],
  },
  {
    title: 'of names and functions',
    head: 'language: none\n',
    files: { 'run.sh': '#!/bin/bash\nshippable_retry make\nshippable_replace a.txt\n' },
    rows: [
      [
        './run.sh',
        [
          '(shippable_retry) (shippable_replace) export -f shippable_retry shippable_replace\n./run.sh',
        ],
      ],
      [
        'bash run.sh',
        [
          '(shippable_retry) (shippable_replace) export -f shippable_retry shippable_replace\nbash run.sh',
        ],
      ],
      [
        '. run.sh',
        [
          '(shippable_retry) (shippable_replace) export -f shippable_retry shippable_replace\n. run.sh',
        ],
      ],
      [
        'shippable_retry2 make',
        ['shippable_retry2 make'],
        [
          'missing-program: `shippable_retry2` is unknown, and no earlier command installs anything; install `shippable_retry2` in the first commands of the section',
        ],
      ],
      [
        'docker build -tAcme/Web .',
        ['docker build -tAcme/Web .'],
        [
          'image-name-capitals: `Acme/Web` contains uppercase letters, which image names cannot have; write `acme/web` everywhere',
        ],
      ],
      [
        'docker build --tag=Acme/Web .',
        ['docker build --tag=Acme/Web .'],
        [
          'image-name-capitals: `Acme/Web` contains uppercase letters, which image names cannot have; write `acme/web` everywhere',
        ],
      ],
      [
        'docker build -t Acme/Web:1 .',
        ['docker build -t Acme/Web:1 .'],
        [
          'image-name-capitals: `Acme/Web:1` contains uppercase letters, which image names cannot have; write `acme/web:1` everywhere',
        ],
      ],
      ['docker build --target Acme .', ['docker build --target Acme .']],
      [
        'docker build --build-arg FROM=my-tool-Test .',
        ['docker build --build-arg FROM=my-tool-Test .'],
      ],
      [
        'docker push Acme/Web',
        ['docker push Acme/Web'],
        [
          'deploys-in-pull-requests: `docker push Acme/Web` publishes, and it also runs in pull requests, as on Shippable; to skip it in pull requests, convert with `--pull-requests no-deploy`, or put `[ "$IS_PULL_REQUEST" = true ] ||` before it here and convert again',
          'image-name-capitals: `Acme/Web` contains uppercase letters, which image names cannot have; write `acme/web` everywhere',
        ],
      ],
      [
        'docker tag Acme/Web acme/web',
        ['docker tag Acme/Web acme/web'],
        [
          'image-name-capitals: `Acme/Web` contains uppercase letters, which image names cannot have; write `acme/web` everywhere',
        ],
      ],
      ['docker run -t Acme/Web', ['docker run -t Acme/Web']],
      ['docker login -u Acme', ['docker login -u Acme']],
    ],
  },
  {
    title: "into the machine's own Python",
    head: 'language: none\n',
    rows: [
      ['pip install a', [mayBreakSystem, 'pip install a']],
      ['pip3 install a', [mayBreakSystem, 'pip3 install a']],
      ['python3 -m pip install a', [mayBreakSystem, 'python3 -m pip install a']],
      ['pip list', ['pip list']],
      ['python3 -m pip list', ['python3 -m pip list']],
      ['python3 -m build install', ['python3 -m build install']],
      ['. env/bin/activate; pip install a', ['. env/bin/activate; pip install a']],
      ['source env/bin/activate; pip3 install a', ['source env/bin/activate; pip3 install a']],
      ['. tools/activate; pip install a', [mayBreakSystem, '. tools/activate; pip install a']],
    ],
  },
  {
    title: 'of an sbt that fetches by http',
    head: 'language: scala\nscala: 2.10.3\njdk: openjdk8\n',
    files: { 'project/build.properties': 'sbt.version=0.13.1\n' },
    rows: [
      ['sbt test', [sbtOptions, 'sbt test'], [oldSbt]],
      ['bin/sbt test', [sbtOptions, 'bin/sbt test'], [oldSbt]],
      ['/opt/tools/sbt test', [sbtOptions, '/opt/tools/sbt test'], [oldSbt]],
      ['cd . && sbt test', [sbtOptions, 'cd . && sbt test || exit'], [oldSbt]],
      ['echo sbt', ['echo sbt']],
      ['# sbt', ['# sbt\n:']],
    ],
  },
  {
    title: 'with scripts that call functions of Shippable',
    head: 'language: none\n',
    files: {
      'tools/both.sh': 'shippable_retry make\nshippable_replace a\n',
      'tools/retry.sh': 'shippable_retry make\n',
      'tools/names.sh': 'shippable_retry_all make\n',
    },
    rows: [
      [
        'tools/both.sh',
        [
          '(shippable_retry) (shippable_replace) export -f shippable_retry shippable_replace\ntools/both.sh',
        ],
      ],
      [
        'shippable_replace a && tools/retry.sh',
        [
          '(shippable_retry) (shippable_replace) export -f shippable_retry\nshippable_replace a && tools/retry.sh || exit',
        ],
      ],
      ['shippable_retry make', ['(shippable_retry) shippable_retry make']],
      [
        'tools/names.sh',
        ['tools/names.sh'],
        [
          'unknown-program: `shippable_retry_all` is unknown, in `tools/names.sh`: an earlier command has to install it; install `shippable_retry_all` in the first commands of the section',
        ],
      ],
    ],
  },
  {
    title: 'in the image of a language',
    head: 'language: python\npython: 3.3\n',
    rows: [
      [
        'nvm use 8 && python x.py',
        ['nvm use 8 && python x.py || exit'],
        ['missing-program: the image `python` lacks `nvm`; use the version in the image'],
      ],
    ],
  },
];

describe.each(groups)('$title', (group) => {
  test.each(group.rows)('%j', async (...[command, scripts, said = []]) => {
    expect(await ofCommand(group, command)).toEqual({ scripts, said });
  });
});
