// Rights, version managers and keys: what commands need that the runner does not give, and what is said of it.

import { describe, expect, test } from 'vitest';
import { type Group, ofCommand } from './of-command.ts';

const groups: readonly Group[] = [
  {
    title: 'that runs the same again',
    head: 'language: none\n',
    files: {
      'tools/apt.sh': 'apt-get install -y a\n',
      Makefile: 'all:\n\tcp a /usr/local/bin\nb:\n\t./tools/apt.sh\n',
    },
    rows: [
      [
        './tools/apt.sh a && ./tools/apt.sh b',
        [
          'Update the lists of packages: sudo apt-get update -qq',
          'sudo -E env "PATH=$PATH" ./tools/apt.sh a && sudo -E env "PATH=$PATH" ./tools/apt.sh b || exit',
        ],
        [
          'script-as-root: `apt-get` in `tools/apt.sh` needs root, so `./tools/apt.sh` runs as root, as on Shippable',
        ],
      ],
      [
        'make && make',
        ['sudo -E env "PATH=$PATH" make && sudo -E env "PATH=$PATH" make || exit'],
        [
          'script-as-root: `cp /usr/local/bin` in `Makefile` needs root, so `make` runs as root, as on Shippable',
        ],
      ],
      [
        'make b && make b',
        [
          'Update the lists of packages: sudo apt-get update -qq',
          'sudo -E env "PATH=$PATH" make b && sudo -E env "PATH=$PATH" make b || exit',
        ],
        [
          'script-as-root: `apt-get` in `tools/apt.sh` needs root, so `make` runs as root, as on Shippable',
        ],
      ],
      [
        'sudo A="$B" C=\'x y\' docker build .',
        ['A="$B" C=\'x y\' docker build .'],
        [
          "needless-sudo: `sudo docker` would use root's own logins, not those of the job; `sudo` is removed",
        ],
      ],
      [
        'sudo -E A=1 docker build .',
        ['A=1 docker build .'],
        [
          "needless-sudo: `sudo docker` would use root's own logins, not those of the job; `sudo` is removed",
        ],
      ],
    ],
  },
  {
    title: 'with rights of root, on the runner',
    head: 'language: none\n',
    files: {
      'tools/apt.sh': '#!/bin/bash\napt-get install -y libfoo\n',
      'tools/write.sh': '#!/bin/bash\necho a > /etc/a.conf\n',
      'tools/copy.sh': '#!/bin/bash\ncp a /usr/local/bin/a\necho b >> "$HOME/b"\n',
      'tools/mine.sh': '#!/bin/bash\nmkdir -p /opt/own\ncp a /opt/own/a\n',
      'tools/sudo.sh': '#!/bin/bash\nsudo apt-get install -y libfoo\n',
    },
    rows: [
      [
        './tools/apt.sh',
        [
          'Update the lists of packages: sudo apt-get update -qq',
          'sudo -E env "PATH=$PATH" ./tools/apt.sh',
        ],
        [
          'script-as-root: `apt-get` in `tools/apt.sh` needs root, so `./tools/apt.sh` runs as root, as on Shippable',
        ],
      ],
      [
        'bash tools/apt.sh',
        [
          'Update the lists of packages: sudo apt-get update -qq',
          'sudo -E env "PATH=$PATH" bash tools/apt.sh',
        ],
        [
          'script-as-root: `apt-get` in `tools/apt.sh` needs root, so `bash` runs as root, as on Shippable',
        ],
      ],
      [
        'sudo ./tools/apt.sh',
        ['Update the lists of packages: sudo apt-get update -qq', 'sudo ./tools/apt.sh'],
      ],
      [
        '. tools/apt.sh',
        ['Update the lists of packages: sudo apt-get update -qq', '. tools/apt.sh'],
        ['needs-root: `apt-get` in `tools/apt.sh` needs root'],
      ],
      [
        'source ./tools/write.sh',
        ['source ./tools/write.sh'],
        ['needs-root: `echo > /etc/a.conf` in `tools/write.sh` needs root'],
      ],
      [
        './tools/write.sh',
        ['sudo -E env "PATH=$PATH" ./tools/write.sh'],
        [
          'script-as-root: `echo > /etc/a.conf` in `tools/write.sh` needs root, so `./tools/write.sh` runs as root, as on Shippable',
        ],
      ],
      [
        './tools/copy.sh',
        ['sudo -E env "PATH=$PATH" ./tools/copy.sh'],
        [
          'script-as-root: `cp /usr/local/bin/a` in `tools/copy.sh` needs root, so `./tools/copy.sh` runs as root, as on Shippable',
        ],
      ],
      [
        'sh tools/copy.sh && ./tools/copy.sh',
        [
          'sudo -E env "PATH=$PATH" sh tools/copy.sh && sudo -E env "PATH=$PATH" ./tools/copy.sh || exit',
        ],
        [
          'script-as-root: `cp /usr/local/bin/a` in `tools/copy.sh` needs root, so `sh` runs as root, as on Shippable',
          'script-as-root: `cp /usr/local/bin/a` in `tools/copy.sh` needs root, so `./tools/copy.sh` runs as root, as on Shippable',
        ],
      ],
      [
        './tools/sudo.sh',
        ['Update the lists of packages: sudo apt-get update -qq', './tools/sudo.sh'],
      ],
      ['bash -e ./tools/mine.sh', ['bash -e ./tools/mine.sh']],
      [
        'sudo mkdir -p /opt/own && cp a /opt/own/',
        ['sudo mkdir -p /opt/own && cp a /opt/own/ || exit'],
      ],
      [
        'mkdir /opt/own && sudo chown $USER /opt/own && cp a /opt/own',
        ['mkdir /opt/own && sudo chown $USER /opt/own && cp a /opt/own || exit'],
      ],
      [
        'cp a /usr/local/bin/',
        ['sudo cp a /usr/local/bin/'],
        ['raised-rights: `cp` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      ['cp a "$HOME/bin/"', ['cp a "$HOME/bin/"']],
      [
        'echo a > /etc/a.conf',
        ['echo a | sudo tee /etc/a.conf > /dev/null'],
        [
          'raised-rights: `> /etc/a.conf` needs root, as everything had on Shippable; it gets `sudo`',
        ],
      ],
      ['echo a | sudo tee /etc/a.conf', ['echo a | sudo tee /etc/a.conf']],
      [
        'echo a | tee -a /etc/a.conf',
        ['echo a | sudo tee -a /etc/a.conf'],
        ['raised-rights: `tee` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      ['sudo sh -c "echo a > /etc/a.conf"', ['sudo sh -c "echo a > /etc/a.conf"']],
      ['cd /opt && tar xf /tmp/a.tgz', ['cd /opt && tar xf /tmp/a.tgz || exit']],
      ['(cd /opt && tar xf /tmp/a.tgz); make', ['(cd /opt && tar xf /tmp/a.tgz); make']],
      [
        '(cd /opt; (cd /tmp; touch a); touch b); touch c',
        ['(cd /opt; (cd /tmp; touch a); touch b); touch c'],
      ],
      ['cd /opt && sudo tar xf /tmp/a.tgz', ['cd /opt && sudo tar xf /tmp/a.tgz || exit']],
      [
        'pushd /usr/local && wget https://example.com/a && popd',
        ['pushd /usr/local && sudo wget https://example.com/a && popd || exit'],
        ['raised-rights: `wget` writes to `/usr/local`, which belongs to root; it gets `sudo`'],
      ],
      ['cd /tmp && touch a', ['cd /tmp && touch a || exit']],
      [
        'cd /opt/x && ./configure && make install',
        ['cd /opt/x && ./configure && sudo -E env "PATH=$PATH" make install || exit'],
        ['raised-rights: `make install` writes where only root can; it gets `sudo`'],
      ],
      [
        'make install',
        ['sudo -E env "PATH=$PATH" make install'],
        ['raised-rights: `make install` writes where only root can; it gets `sudo`'],
      ],
      ['make install PREFIX=$HOME/x', ['make install PREFIX=$HOME/x']],
      ['make DESTDIR=/tmp/x install', ['make DESTDIR=/tmp/x install']],
      [
        'make PREFIX=/usr install',
        ['sudo -E env "PATH=$PATH" make PREFIX=/usr install'],
        ['raised-rights: `make PREFIX=/usr install` writes where only root can; it gets `sudo`'],
      ],
      [
        'ninja install',
        ['sudo -E env "PATH=$PATH" ninja install'],
        ['raised-rights: `ninja install` writes where only root can; it gets `sudo`'],
      ],
      [
        'cmake --install .',
        ['sudo -E env "PATH=$PATH" cmake --install .'],
        ['raised-rights: `cmake --install .` writes where only root can; it gets `sudo`'],
      ],
      [
        'cmake --build . --target install',
        ['sudo -E env "PATH=$PATH" cmake --build . --target install'],
        [
          'raised-rights: `cmake --build . --target install` writes where only root can; it gets `sudo`',
        ],
      ],
      [
        'cmake -DCMAKE_INSTALL_PREFIX=/tmp/x . && cmake --install .',
        ['cmake -DCMAKE_INSTALL_PREFIX=/tmp/x . && cmake --install .\n(exit $?)'],
      ],
      ['cmake --build .', ['cmake --build .']],
      ['curl -sSL https://get.docker.com | sh', ['curl -sSL https://get.docker.com | sh']],
      [
        'curl -sSL https://get.docker.com | sudo sh',
        ['curl -sSL https://get.docker.com | sudo sh'],
      ],
      [
        'curl -s https://example.com/install.sh | bash -s -- a',
        ['curl -s https://example.com/install.sh | bash -s -- a'],
      ],
      [
        'wget -qO- https://get.docker.com | bash -e',
        ['wget -qO- https://get.docker.com | bash -e'],
      ],
      [
        'chown -R www-data .',
        ['sudo chown -R www-data .'],
        [
          'needs-root: `chown -R www-data .` changes the owner of the clone, and later commands, which do not run as root, can no longer write there',
          'raised-rights: `chown` needs root, as everything had on Shippable; it gets `sudo`',
        ],
      ],
      [
        'sudo chown -R www-data .',
        ['sudo chown -R www-data .'],
        [
          'needs-root: `chown -R www-data .` changes the owner of the clone, and later commands, which do not run as root, can no longer write there',
        ],
      ],
      [
        'chown -R www-data:www-data $PWD',
        ['sudo chown -R www-data:www-data $PWD'],
        [
          'needs-root: `chown -R www-data:www-data $PWD` changes the owner of the clone, and later commands, which do not run as root, can no longer write there',
          'raised-rights: `chown` needs root, as everything had on Shippable; it gets `sudo`',
        ],
      ],
      [
        'chown -R www-data /var/www',
        ['sudo chown -R www-data /var/www'],
        ['raised-rights: `chown` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'chown www-data .',
        ['sudo chown www-data .'],
        ['raised-rights: `chown` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'chown --recursive nobody "$SHIPPABLE_BUILD_DIR"',
        ['sudo chown --recursive nobody "$SHIPPABLE_BUILD_DIR"'],
        [
          'needs-root: `chown --recursive nobody "$SHIPPABLE_BUILD_DIR"` changes the owner of the clone, and later commands, which do not run as root, can no longer write there',
          'raised-rights: `chown` needs root, as everything had on Shippable; it gets `sudo`',
        ],
      ],
      ['chown -R $USER .', ['chown -R $USER .']],
      [
        'ln -s $PWD/a /usr/bin/a',
        ['sudo ln -s $PWD/a /usr/bin/a'],
        ['raised-rights: `ln` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'rm -rf /var/lib/a',
        ['sudo rm -rf /var/lib/a'],
        ['raised-rights: `rm` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'mv a /etc',
        ['sudo mv a /etc'],
        ['raised-rights: `mv` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'install -m 755 a /usr/local/bin',
        ['sudo install -m 755 a /usr/local/bin'],
        ['raised-rights: `install` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'chmod +x /usr/local/bin/a',
        ['sudo chmod +x /usr/local/bin/a'],
        ['raised-rights: `chmod` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'touch /var/log/a.log',
        ['sudo touch /var/log/a.log'],
        ['raised-rights: `touch` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'sysctl -w vm.max_map_count=262144',
        ['sudo sysctl -w vm.max_map_count=262144'],
        ['raised-rights: `sysctl` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'update-alternatives --set java /usr/lib/jvm/a/bin/java',
        ['sudo update-alternatives --set java /usr/lib/jvm/a/bin/java'],
        [
          'raised-rights: `update-alternatives` needs root, as everything had on Shippable; it gets `sudo`',
        ],
      ],
      [
        'gem install bundler',
        ['sudo gem install bundler'],
        [
          "raised-rights: `gem install` needs root, because the runner's own Ruby belongs to root; it gets `sudo`",
        ],
      ],
      ['npm install -g gulp', ['npm install -g gulp']],
      [
        'pip install --user a',
        [
          'Install what the commands call: sudo pip config --global set global.break-system-packages true',
          'pip install --user a',
        ],
      ],
      ['a=$(cd /opt && touch x); echo $a', ['a=$(cd /opt && touch x); echo $a']],
      [
        'echo "127.0.0.1 a" >> /etc/hosts',
        ['echo "127.0.0.1 a" | sudo tee -a /etc/hosts > /dev/null'],
        [
          'raised-rights: `>> /etc/hosts` needs root, as everything had on Shippable; it gets `sudo`',
        ],
      ],
      [
        'adduser --disabled-password a',
        ['sudo adduser --disabled-password a'],
        ['raised-rights: `adduser` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'dpkg -i a.deb',
        ['sudo dpkg -i a.deb'],
        ['raised-rights: `dpkg` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'apt-key adv --keyserver a --recv b',
        ['sudo apt-key adv --keyserver a --recv b'],
        ['raised-rights: `apt-key` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'add-apt-repository ppa:a/b -y',
        ['sudo add-apt-repository ppa:a/b -y'],
        [
          'raised-rights: `add-apt-repository` needs root, as everything had on Shippable; it gets `sudo`',
        ],
      ],
      [
        'locale-gen en_US.UTF-8',
        ['sudo locale-gen en_US.UTF-8'],
        ['raised-rights: `locale-gen` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'mount -t tmpfs a /mnt',
        ['sudo mount -t tmpfs a /mnt'],
        ['raised-rights: `mount` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'su -c "make"',
        ['sudo -E su -c "make"'],
        ['raised-rights: `su` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'su -',
        ['sudo -E su -'],
        ['raised-rights: `su` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
    ],
  },
  {
    title: 'with logins of a registry',
    head: 'language: none\nintegrations:\n  hub:\n    - integrationName: hub\n      type: dockerRegistryLogin\n',
    files: {
      'tools/push.sh': 'sudo docker push acme/a\n',
      'tools/plain.sh': 'docker push acme/a\n',
      'tools/build.sh': 'sudo docker build .\n',
      'tools/env.sh': 'sudo -E docker pull acme/a\n',
    },
    rows: [
      [
        'sudo docker push acme/a',
        ['docker push acme/a'],
        [
          'deploys-in-pull-requests: `docker push acme/a` publishes, and it also runs in pull requests, as on Shippable',
          "needless-sudo: `sudo docker` would use root's own logins, not those of the job; `sudo` is removed",
        ],
      ],
      [
        'sudo -E docker push acme/a',
        ['docker push acme/a'],
        [
          'deploys-in-pull-requests: `docker push acme/a` publishes, and it also runs in pull requests, as on Shippable',
          "needless-sudo: `sudo docker` would use root's own logins, not those of the job; `sudo` is removed",
        ],
      ],
      [
        'sudo -u other docker push acme/a',
        ['sudo -u other docker push acme/a'],
        [
          'deploys-in-pull-requests: `docker push acme/a` publishes, and it also runs in pull requests, as on Shippable',
        ],
      ],
      [
        'sudo A=1 docker push acme/a',
        ['A=1 docker push acme/a'],
        [
          'deploys-in-pull-requests: `docker push acme/a` publishes, and it also runs in pull requests, as on Shippable',
          "needless-sudo: `sudo docker` would use root's own logins, not those of the job; `sudo` is removed",
        ],
      ],
      [
        'sudo A="$B" docker build .',
        ['A="$B" docker build .'],
        [
          "needless-sudo: `sudo docker` would use root's own logins, not those of the job; `sudo` is removed",
        ],
      ],
      [
        'sudo docker-compose up -d',
        ['docker-compose() { docker compose "$@"; }\ndocker-compose up -d'],
        [
          "needless-sudo: `sudo docker-compose` would use root's own logins, not those of the job; `sudo` is removed",
        ],
      ],
      [
        'tools/push.sh',
        ['tools/push.sh'],
        [
          'deploys-in-pull-requests: `docker push acme/a` publishes, by `tools/push.sh`, and it also runs in pull requests, as on Shippable',
          "root-logins: `sudo docker push` in `tools/push.sh` runs as root, with root's own logins, not those of the job",
        ],
      ],
      [
        'sudo tools/plain.sh',
        ['sudo tools/plain.sh'],
        [
          'deploys-in-pull-requests: `docker push acme/a` publishes, by `tools/plain.sh`, and it also runs in pull requests, as on Shippable',
          "root-logins: `docker push` in `tools/plain.sh` runs as root, with root's own logins, not those of the job",
        ],
      ],
      [
        'tools/plain.sh',
        ['tools/plain.sh'],
        [
          'deploys-in-pull-requests: `docker push acme/a` publishes, by `tools/plain.sh`, and it also runs in pull requests, as on Shippable',
        ],
      ],
      ['sudo tools/build.sh', ['sudo tools/build.sh']],
      [
        'sudo -E tools/plain.sh',
        ['sudo -E tools/plain.sh'],
        [
          'deploys-in-pull-requests: `docker push acme/a` publishes, by `tools/plain.sh`, and it also runs in pull requests, as on Shippable',
        ],
      ],
      [
        'tools/env.sh',
        ['tools/env.sh'],
        [
          "root-logins: `sudo docker pull` in `tools/env.sh` runs as root, with root's own logins, not those of the job",
        ],
      ],
      ['tools/build.sh', ['tools/build.sh']],
      [
        'sudo tools/push.sh',
        ['sudo tools/push.sh'],
        [
          'deploys-in-pull-requests: `docker push acme/a` publishes, by `tools/push.sh`, and it also runs in pull requests, as on Shippable',
          "root-logins: `sudo docker push` in `tools/push.sh` runs as root, with root's own logins, not those of the job",
        ],
      ],
      [
        'docker run --volumes-from $SHIPPABLE_CONTAINER_NAME acme/a make',
        ['docker run -v "$GITHUB_WORKSPACE:$GITHUB_WORKSPACE" acme/a make'],
        [
          'as-before: `--volumes-from` the container of the build gave its folders to another one; the clone of the runner is mounted',
        ],
      ],
      [
        'docker run --volumes-from="${SHIPPABLE_CONTAINER_NAME}" acme/a make',
        ['docker run -v "$GITHUB_WORKSPACE:$GITHUB_WORKSPACE" acme/a make'],
        [
          'as-before: `--volumes-from` the container of the build gave its folders to another one; the clone of the runner is mounted',
        ],
      ],
      [
        'docker run --volumes-from data acme/a make',
        ['docker run --volumes-from data acme/a make'],
      ],
    ],
  },
  {
    title: 'with version managers, on the runner',
    head: 'language: none\n',
    rows: [
      ['source ~/.rvm/scripts/rvm', [': ~/.rvm/scripts/rvm']],
      [
        '. $HOME/.rvm/scripts/rvm && rvm use 2.7',
        ['(rvm) : $HOME/.rvm/scripts/rvm && rvm use 2.7\n(exit $?)'],
        [
          "as-before: `rvm use 2.7` selected one Ruby of several on Shippable's machine; a step sets up Ruby 2.7",
        ],
      ],
      ['~/.rvm/scripts/rvm', [':']],
      [
        '[ -s "$HOME/.rvm/scripts/rvm" ] && source "$HOME/.rvm/scripts/rvm"',
        [': "$HOME/.rvm/scripts/rvm"'],
      ],
      [
        '[[ -s ~/.nvm/nvm.sh ]] && . ~/.nvm/nvm.sh',
        ['[[ -s ~/.nvm/nvm.sh ]] && . ~/.nvm/nvm.sh\n(exit $?)'],
      ],
      ['test -f ~/.gvm/scripts/gvm && source ~/.gvm/scripts/gvm', [': ~/.gvm/scripts/gvm']],
      ['[ -f a.sh ] && source a.sh', ['[ -f a.sh ] && source a.sh\n(exit $?)']],
      ['[ -d ~/.nvm ] && make', ['[ -d ~/.nvm ] && make || exit']],
      [
        'rvm use 2.7',
        ['(rvm) rvm use 2.7'],
        [
          "as-before: `rvm use 2.7` selected one Ruby of several on Shippable's machine; a step sets up Ruby 2.7",
        ],
      ],
      [
        'rvm install 2.7 && rvm use 2.7 --default',
        ['(rvm) rvm install 2.7 && rvm use 2.7 --default\n(exit $?)'],
        [
          "as-before: `rvm install 2.7` selected one Ruby of several on Shippable's machine; a step sets up Ruby 2.7",
        ],
      ],
      [
        'rbenv install 2.6.3',
        ['(rbenv) rbenv install 2.6.3'],
        [
          "as-before: `rbenv install 2.6.3` selected one Ruby of several on Shippable's machine; a step sets up Ruby 2.6.3",
        ],
      ],
      [
        'rbenv global 2.6.3',
        ['(rbenv) rbenv global 2.6.3'],
        [
          "as-before: `rbenv global 2.6.3` selected one Ruby of several on Shippable's machine; a step sets up Ruby 2.6.3",
        ],
      ],
      ['rbenv rehash', ['(rbenv) rbenv rehash']],
      [
        'pyenv install 3.6.1',
        ['(pyenv) pyenv install 3.6.1'],
        [
          "version-switch: `pyenv install 3.6.1` selected Python 3.6.1 from several on Shippable's machine; the job has the runner's own",
        ],
      ],
      [
        'pyenv global 3.6.1',
        ['(pyenv) pyenv global 3.6.1'],
        [
          "version-switch: `pyenv global 3.6.1` selected Python 3.6.1 from several on Shippable's machine; the job has the runner's own",
        ],
      ],
      [
        'phpenv global 7.2',
        ['(phpenv) phpenv global 7.2'],
        [
          "as-before: `phpenv global 7.2` selected one PHP of several on Shippable's machine; a step sets up PHP 7.2",
        ],
      ],
      ['phpenv config-add a.ini', ['(phpenv) phpenv config-add a.ini']],
      ['jdk_switcher use oraclejdk8', ['(jdk_switcher) jdk_switcher use oraclejdk8']],
      ['jdk_switcher use openjdk11', ['(jdk_switcher) jdk_switcher use openjdk11']],
      ['shipctl jdk set openjdk8', ['(jdk_switcher) jdk_switcher use openjdk8']],
      [
        'gvm use go1.11',
        ['(gvm) gvm use go1.11'],
        [
          "as-before: `gvm use go1.11` selected one Go of several on Shippable's machine; a step sets up Go 1.11",
        ],
      ],
      [
        'gvm install go1.11',
        ['(gvm) gvm install go1.11'],
        [
          "as-before: `gvm install go1.11` selected one Go of several on Shippable's machine; a step sets up Go 1.11",
        ],
      ],
      [
        'sdk install gradle 4.0',
        [
          'Install what the commands call: curl -fsSL --retry 3 "https://get.sdkman.io?ci=true&rcupdate=false" | bash > /dev/null',
          '. ~/.sdkman/bin/sdkman-init.sh\nsdk install gradle 4.0',
        ],
        ['installed-program: the runner lacks `sdk`; a step installs it'],
      ],
      ['source ~/.sdkman/bin/sdkman-init.sh', [': ~/.sdkman/bin/sdkman-init.sh']],
      ['nvm use 8', ['. ~/.nvm/nvm.sh --no-use\nnvm install 8']],
      ['nvm install 8', ['. ~/.nvm/nvm.sh --no-use\nnvm install 8']],
      ['nvm use', ['. ~/.nvm/nvm.sh --no-use\nnvm use']],
      ['nvm use default', ['. ~/.nvm/nvm.sh --no-use\nnvm use default']],
      ['nvm use --silent 10', ['. ~/.nvm/nvm.sh --no-use\nnvm install --silent 10']],
      ['nvm use stable', ['. ~/.nvm/nvm.sh --no-use\nnvm use stable']],
      [
        'nvm install 0.10',
        [
          'Install what the commands call: echo npm_config_cafile=/etc/ssl/certs/ca-certificates.crt >> "$GITHUB_ENV"',
          '. ~/.nvm/nvm.sh --no-use\nnvm install 0.10',
        ],
      ],
      ['nvm alias default 6', ['. ~/.nvm/nvm.sh --no-use\nnvm alias default 6']],
      ['nvm ls', ['. ~/.nvm/nvm.sh --no-use\nnvm ls']],
      [
        '. ~/.nvm/nvm.sh && nvm install v5 && npm test',
        [
          'Install what the commands call: echo npm_config_cafile=/etc/ssl/certs/ca-certificates.crt >> "$GITHUB_ENV"',
          '. ~/.nvm/nvm.sh && nvm install v5 && npm test || exit',
        ],
      ],
      [
        'source /root/venv/2.7/bin/activate',
        [': $HOME/venv/2.7/bin/activate'],
        [
          "as-before: `source /root/venv/2.7/bin/activate` selected one Python of several on Shippable's machine; a step sets up PyPy 2.7, the only Python 2 that a runner can have",
          "mapped-path: `/root` was a folder of Shippable's machines; it becomes `$HOME`",
        ],
      ],
      ['source ~/ve/bin/activate', ['source ~/ve/bin/activate']],
      [
        'virtualenv ve && source ve/bin/activate',
        [
          'Install what the commands call: pip install virtualenv',
          'virtualenv ve && source ve/bin/activate\n(exit $?)',
        ],
        ['installed-program: the runner lacks `virtualenv`; a step installs it'],
      ],
      [
        'virtualenv "ve/" && . ve/bin/activate && python a.py',
        [
          'Install what the commands call: pip install virtualenv',
          'virtualenv "ve/" && . ve/bin/activate && python a.py || exit',
        ],
        ['installed-program: the runner lacks `virtualenv`; a step installs it'],
      ],
      [
        'virtualenv other && source ve/bin/activate',
        [
          'Install what the commands call: pip install virtualenv',
          'virtualenv other && source ve/bin/activate\n(exit $?)',
        ],
        ['installed-program: the runner lacks `virtualenv`; a step installs it'],
      ],
      [
        'python3 -m venv ve && . ve/bin/activate',
        ['python3 -m venv ve && . ve/bin/activate\n(exit $?)'],
      ],
    ],
  },
  {
    title: 'with version managers, beside two versions of Ruby',
    head: 'language: ruby\nrvm: ["2.7", "3.2"]\n',
    rows: [
      [
        'rvm use 2.7',
        ['(rvm) rvm use 2.7'],
        [
          "version-switch: `rvm use 2.7` selected Ruby 2.7 from several on Shippable's machine; the job has 2.7, 3.2",
        ],
      ],
      [
        'rvm use 2.7.1',
        ['(rvm) rvm use 2.7.1'],
        [
          "version-switch: `rvm use 2.7.1` selected Ruby 2.7.1 from several on Shippable's machine; the job has 2.7, 3.2",
        ],
      ],
      [
        'rvm use $SHIPPABLE_RUBY_VERSION',
        ['(rvm) rvm use $SHIPPABLE_RUBY_VERSION'],
        [
          'version-manager: `rvm use $SHIPPABLE_RUBY_VERSION` selects what the setup step has already set up',
        ],
      ],
      ['rvm use', ['(rvm) rvm use']],
      ['rvm gemset create a', ['(rvm) rvm gemset create a']],
      [
        'rbenv global 3.2',
        ['(rbenv) rbenv global 3.2'],
        [
          "version-switch: `rbenv global 3.2` selected Ruby 3.2 from several on Shippable's machine; the job has 2.7, 3.2",
        ],
      ],
      ['source ~/.rvm/scripts/rvm', [': ~/.rvm/scripts/rvm']],
      [
        'sudo gem install a',
        [
          '(cd "$(mktemp -d)" && printf \'%s\\n\' "source \'https://rubygems.org\'" "gem \'a\'" > Gemfile && env -u BUNDLE_GEMFILE bundle install)',
        ],
        [
          'as-before: `gem install a`: `gem` takes the newest release, whatever this Ruby runs; Bundler takes one that it does',
          "needless-sudo: `sudo gem` would use the runner's own Ruby, not the one that is set up; `sudo` is removed",
        ],
      ],
      [
        'sudo bundle install',
        ['bundle install'],
        [
          "needless-sudo: `sudo bundle` would use the runner's own Ruby, not the one that is set up; `sudo` is removed",
        ],
      ],
      [
        'sudo -H rake',
        ['rake'],
        [
          "needless-sudo: `sudo rake` would use the runner's own Ruby, not the one that is set up; `sudo` is removed",
        ],
      ],
      [
        'pyenv global 3.6',
        ['(pyenv) pyenv global 3.6'],
        [
          "version-switch: `pyenv global 3.6` selected Python 3.6 from several on Shippable's machine; the job has the runner's own",
        ],
      ],
    ],
  },
  {
    title: 'with version managers, beside one Ruby',
    head: 'language: ruby\nrvm: "2.7"\n',
    rows: [
      [
        'rvm use 2.7',
        ['(rvm) rvm use 2.7'],
        ['version-manager: `rvm use 2.7` selects what the setup step has already set up'],
      ],
      [
        'rvm use 2.7.1',
        ['(rvm) rvm use 2.7.1'],
        ['version-manager: `rvm use 2.7.1` selects what the setup step has already set up'],
      ],
      [
        'rvm use ruby-2.7',
        ['(rvm) rvm use ruby-2.7'],
        ['version-manager: `rvm use ruby-2.7` selects what the setup step has already set up'],
      ],
      [
        'rvm use 2',
        ['(rvm) rvm use 2'],
        ['version-manager: `rvm use 2` selects what the setup step has already set up'],
      ],
      [
        'rvm use 2.6',
        ['(rvm) rvm use 2.6'],
        [
          "version-switch: `rvm use 2.6` selected Ruby 2.6 from several on Shippable's machine; the job has 2.7",
        ],
      ],
      [
        'rvm use jruby',
        ['(rvm) rvm use jruby'],
        [
          "version-switch: `rvm use jruby` selected Ruby jruby from several on Shippable's machine; the job has 2.7",
        ],
      ],
      [
        'rvm 2.7 do rake',
        ['(rvm) rvm 2.7 do rake'],
        ['version-manager: `rvm 2.7 do rake` selects what the setup step has already set up'],
      ],
      [
        'rvm use "$RUBY"',
        ['(rvm) rvm use "$RUBY"'],
        ['version-manager: `rvm use "$RUBY"` selects what the setup step has already set up'],
      ],
    ],
  },
  {
    title: 'over SSH',
    head: 'language: none\n',
    files: {
      'package.json': '{"dependencies": {"a": "git+ssh://git@github.com/acme/a.git"}}\n',
      'requirements.txt': 'flask\n-e git+ssh://git@example.com/acme/b.git#egg=b\n',
      Gemfile: "gem 'a', git: 'git@github.com:acme/c.git'\n",
    },
    rows: [
      [
        'ssh me@example.com ls',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\nssh me@example.com ls",
        ],
        [
          'ssh-without-key: `me@example.com` is reached over SSH with a key that Shippable gave every build; the runner does not have it',
        ],
      ],
      [
        'ssh -p 22 -o StrictHostKeyChecking=no me@example.com ls',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\nssh -p 22 -o StrictHostKeyChecking=no me@example.com ls",
        ],
        [
          'ssh-without-key: `me@example.com` is reached over SSH with a key that Shippable gave every build; the runner does not have it',
        ],
      ],
      [
        'ssh -i ~/key me@example.com ls',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\nssh -i ~/key me@example.com ls",
        ],
      ],
      [
        'ssh localhost ls',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\nssh localhost ls",
        ],
      ],
      [
        'ssh 127.0.0.1',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\nssh 127.0.0.1",
        ],
      ],
      [
        'ssh -V',
        ["mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\nssh -V"],
      ],
      [
        'sftp example.com',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\nsftp example.com",
        ],
        [
          'ssh-without-key: `example.com` is reached over SSH with a key that Shippable gave every build; the runner does not have it',
        ],
      ],
      [
        'scp a me@example.com:/srv',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\nscp a me@example.com:/srv",
        ],
        [
          'deploys-in-pull-requests: `scp a me@example.com:/srv` deploys, and it also runs in pull requests, as on Shippable',
          'ssh-without-key: `me@example.com:/srv` is reached over SSH with a key that Shippable gave every build; the runner does not have it',
        ],
      ],
      [
        'scp -i k a me@example.com:/srv',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\nscp -i k a me@example.com:/srv",
        ],
        [
          'deploys-in-pull-requests: `scp k a` deploys, and it also runs in pull requests, as on Shippable',
        ],
      ],
      [
        'scp a b',
        ["mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\nscp a b"],
      ],
      [
        'rsync -a . me@example.com:/srv',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\nrsync -a . me@example.com:/srv",
        ],
        [
          'deploys-in-pull-requests: `rsync . me@example.com:/srv` deploys, and it also runs in pull requests, as on Shippable',
          'ssh-without-key: `me@example.com:/srv` is reached over SSH with a key that Shippable gave every build; the runner does not have it',
        ],
      ],
      [
        'rsync -a . /srv',
        ['sudo rsync -a . /srv'],
        ['raised-rights: `rsync` needs root, as everything had on Shippable; it gets `sudo`'],
      ],
      [
        'rsync -e "ssh -i k" . me@example.com:/srv',
        [
          'mkdir -p ~/.ssh && echo \'StrictHostKeyChecking accept-new\' >> ~/.ssh/config\nrsync -e "ssh -i k" . me@example.com:/srv',
        ],
        [
          'deploys-in-pull-requests: `rsync ssh -i k .` deploys, and it also runs in pull requests, as on Shippable',
        ],
      ],
      [
        'cap deploy',
        ['cap deploy'],
        [
          'deploys-in-pull-requests: `cap deploy` deploys, and it also runs in pull requests, as on Shippable',
          'missing-program: the runner lacks `cap`',
          'ssh-without-key: `cap deploy` connects over SSH with a key that Shippable gave every build; the runner does not have it',
        ],
      ],
      [
        'cap production deploy:migrate',
        ['cap production deploy:migrate'],
        [
          'deploys-in-pull-requests: `cap production deploy:migrate` deploys, and it also runs in pull requests, as on Shippable',
          'missing-program: the runner lacks `cap`',
          'ssh-without-key: `cap production deploy:migrate` connects over SSH with a key that Shippable gave every build; the runner does not have it',
        ],
      ],
      [
        'cap staging check',
        ['cap staging check'],
        [
          'deploys-in-pull-requests: `cap staging check` deploys, and it also runs in pull requests, as on Shippable',
          'missing-program: the runner lacks `cap`',
        ],
      ],
      [
        'mina deploy',
        ['mina deploy'],
        [
          'deploys-in-pull-requests: `mina deploy` deploys, and it also runs in pull requests, as on Shippable',
          'missing-program: `mina` is unknown, and no earlier command installs anything',
          'ssh-without-key: `mina deploy` connects over SSH with a key that Shippable gave every build; the runner does not have it',
        ],
      ],
      [
        'git clone git@github.com:acme/a.git',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\ngit clone git@github.com:acme/a.git",
        ],
        [
          'ssh-without-key: `git@github.com:acme/a.git` is reached over SSH with a key that Shippable gave every build; the runner does not have it',
        ],
      ],
      [
        'git clone git@bitbucket.org:acme/a.git',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\ngit clone git@bitbucket.org:acme/a.git",
        ],
        [
          'ssh-without-key: `git@bitbucket.org:acme/a.git` is reached over SSH with a key that Shippable gave every build; the runner does not have it',
        ],
      ],
      [
        'git clone ssh://git@example.com:2222/acme/a.git',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\ngit clone ssh://git@example.com:2222/acme/a.git",
        ],
        [
          'ssh-without-key: `ssh://git@example.com:2222/acme/a.git` is reached over SSH with a key that Shippable gave every build; the runner does not have it',
        ],
      ],
      [
        'git push git@heroku.com:a.git master',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\ngit push git@heroku.com:a.git master",
        ],
        [
          'deploys-in-pull-requests: `git push git@heroku.com:a.git` publishes, and it also runs in pull requests, as on Shippable',
          'gone-from-machine: Heroku has not accepted pushes over SSH since 2021',
        ],
      ],
      [
        'pip install git+ssh://git@github.com/acme/a.git',
        [
          'Install what the commands call: sudo pip config --global set global.break-system-packages true',
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\npip install git+ssh://git@github.com/acme/a.git",
        ],
        [
          'ssh-without-key: `requirements.txt` names `git+ssh://git@example.com/acme/b.git`, which is reached over SSH with a key that Shippable gave every build; the runner does not have it',
          'ssh-without-key: `git+ssh://git@github.com/acme/a.git` is reached over SSH with a key that Shippable gave every build; the runner does not have it',
        ],
      ],
      [
        'npm install',
        ['npm install'],
        [
          'ssh-without-key: `package.json` names `git+ssh://git@github.com/acme/a.git`, which is reached over SSH with a key that Shippable gave every build; the runner does not have it',
        ],
      ],
      [
        'yarn',
        ['yarn'],
        [
          'ssh-without-key: `package.json` names `git+ssh://git@github.com/acme/a.git`, which is reached over SSH with a key that Shippable gave every build; the runner does not have it',
        ],
      ],
      [
        'bundle install',
        ['bundle install'],
        [
          'ssh-without-key: `Gemfile` names `git@github.com:acme/c.git`, which is reached over SSH with a key that Shippable gave every build; the runner does not have it',
        ],
      ],
      [
        'pip install -r requirements.txt',
        [
          'Install what the commands call: sudo pip config --global set global.break-system-packages true',
          'pip install -r requirements.txt',
        ],
        [
          'ssh-without-key: `requirements.txt` names `git+ssh://git@example.com/acme/b.git`, which is reached over SSH with a key that Shippable gave every build; the runner does not have it',
        ],
      ],
      [
        'npm install && npm install',
        ['npm install && npm install || exit'],
        [
          'ssh-without-key: `package.json` names `git+ssh://git@github.com/acme/a.git`, which is reached over SSH with a key that Shippable gave every build; the runner does not have it',
        ],
      ],
      [
        'ssh-add ~/.ssh/own && ssh me@example.com',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\nssh-add ~/.ssh/own && ssh me@example.com || exit",
        ],
      ],
      [
        'echo "$KEY" > ~/.ssh/id_rsa && ssh me@example.com ls',
        [
          'mkdir -p ~/.ssh && echo \'StrictHostKeyChecking accept-new\' >> ~/.ssh/config\necho "$KEY" > ~/.ssh/id_rsa && ssh me@example.com ls || exit',
        ],
      ],
      [
        'echo "$KEY" > deploy.pem && scp a me@example.com:/srv',
        [
          'mkdir -p ~/.ssh && echo \'StrictHostKeyChecking accept-new\' >> ~/.ssh/config\necho "$KEY" > deploy.pem && scp a me@example.com:/srv || exit',
        ],
        [
          'deploys-in-pull-requests: `scp a me@example.com:/srv` deploys, and it also runs in pull requests, as on Shippable',
        ],
      ],
      [
        'echo "$KEY" > ~/.ssh/id_rsa && npm install',
        [
          'mkdir -p ~/.ssh && echo \'StrictHostKeyChecking accept-new\' >> ~/.ssh/config\necho "$KEY" > ~/.ssh/id_rsa && npm install || exit',
        ],
      ],
      ['echo me@example.com', ['echo me@example.com']],
      [
        'ssh-keyscan example.com >> ~/.ssh/known_hosts',
        [
          "mkdir -p ~/.ssh && echo 'StrictHostKeyChecking accept-new' >> ~/.ssh/config\nssh-keyscan example.com >> ~/.ssh/known_hosts",
        ],
      ],
    ],
  },
];

describe.each(groups)('$title', (group) => {
  test.each(group.rows)('%j', async (...[command, scripts, said = []]) => {
    // What is to be done about it is for other tests.
    expect(await ofCommand(group, command, false)).toEqual({ scripts, said });
  });
});
