// What becomes of single lines of the setup of a CodeShip Basic project, and what is said of them.

import { expect, test } from 'vitest';
import { convertTexts, stepsOf, type Texts } from '../codeship/project.ts';

/** The steps behind the checkout, each as one text, and what is said of the line. */
async function ofLine(line: string, files: Texts = {}): Promise<string[]> {
  const conversion = await convertTexts({
    'codeship-basic.yml': `setup:\n  - ${JSON.stringify(line)}\n`,
    ...files,
  });
  const steps = stepsOf(conversion)
    .slice(1)
    .map(({ name, uses, run, with: inputs }) =>
      uses === undefined
        ? `${name}: ${run?.trim()}`
        : `${name}: ${Object.entries(inputs ?? {})
            .map(([key, value]) => `${key}=${value}`)
            .join(' ')}`,
    );
  const said = conversion.diagnostics
    .filter(({ at }) => at?.start !== 0)
    .map(({ code, message }) => `${code}: ${message}`);
  return [...steps, ...said];
}

const rails = { 'config/database.yml': 'test:\n  adapter: mysql2\n' };
const cases: readonly (readonly [line: string, files: Texts, found: string[]])[] = [
  ['make', {}, ['Run the commands: make']],
  ['rvm use 2.7', {}, ['Set up Ruby: ruby-version=2.7']],
  ['rvm use 2.7.2 --install', {}, ['Set up Ruby: ruby-version=2.7.2']],
  ['rvm use "2.3.1"', {}, ['Set up Ruby: ruby-version=2.3.1']],
  ['rvm use ruby-2.6@acme --create', {}, ['Set up Ruby: ruby-version=2.6']],
  [
    'rvm use $RUBY',
    {},
    ['basic-version: the version of Ruby in `rvm use $RUBY` is only known at run time'],
  ],
  ['rvm use jruby-9.2', {}, ['Set up Ruby: ruby-version=jruby-9.2']],
  [
    'rvm install 1.8.7',
    {},
    [
      'Set up Ruby: ruby-version=1.9.3',
      'lost-version: Ruby 1.8.7 becomes 1.9.3: setup-ruby begins with 1.9.3',
    ],
  ],
  ['rvm use .', { '.ruby-version': '2.3.1\n' }, ['Set up Ruby: ruby-version=.ruby-version']],
  [
    'bundle exec rake',
    { '.ruby-version': '2.5.0\n' },
    ['Set up Ruby: ruby-version=2.6.6', 'Run the commands: bundle exec rake'],
  ],
  ['bundle install', {}, ['Set up Ruby: ruby-version=2.6.6', 'Run the commands: bundle install']],
  ['nvm install 10', {}, ['Set up Node.js: node-version=10 package-manager-cache=false']],
  ['nvm use node', {}, ['Set up Node.js: node-version=latest package-manager-cache=false']],
  [
    'nvm install',
    { '.nvmrc': '8\n' },
    ['Set up Node.js: node-version-file=.nvmrc package-manager-cache=false'],
  ],
  [
    'nvm install "v12.1.0" --latest-npm',
    {},
    ['Set up Node.js: node-version=12.1.0 package-manager-cache=false'],
  ],
  ['nvm alias default 6', {}, ['Set up Node.js: node-version=6 package-manager-cache=false']],
  [
    'npm ci',
    {},
    [
      'Set up Node.js: node-version=12.16.3 package-manager-cache=false',
      'Run the commands: npm ci',
    ],
  ],
  [
    'npm test',
    { 'package.json': '{"engines": {"node": "18"}}' },
    [
      'Set up Node.js: node-version-file=package.json package-manager-cache=false',
      'Run the commands: export PATH="$PWD/node_modules/.bin:$PATH"\nnpm test',
    ],
  ],
  [
    'npm test',
    { 'package.json': '{"engines":\n  { "npm": "6" }}' },
    [
      'Set up Node.js: node-version=12.16.3 package-manager-cache=false',
      'Run the commands: export PATH="$PWD/node_modules/.bin:$PATH"\nnpm test',
    ],
  ],
  [
    'yarn install && yarn test',
    { '.nvmrc': '14' },
    [
      'Set up Node.js: node-version=12.16.3 package-manager-cache=false',
      'Cache downloaded dependencies: path=node_modules key=dependencies-${{ runner.os }}-${{ github.job }}-${{ github.run_id }} restore-keys=dependencies-${{ runner.os }}-${{ github.job }}-',
      'Run the commands: yarn install && yarn test || exit',
    ],
  ],
  [
    'pyenv local 3.6',
    {},
    [
      'Set up Python: python-version=3.8',
      'basic-old-version: no setup action has Python 3.6, so the job uses 3.8',
    ],
  ],
  [
    'pyenv global 2.7.14',
    {},
    [
      'Set up Python: python-version=pypy2.7',
      'basic-old-version: no setup action has Python 2.7.14, so the job uses pypy2.7',
    ],
  ],
  [
    'pyenv local $(cat .python-version)',
    { '.python-version': '3.9\n' },
    ['Set up Python: python-version-file=.python-version'],
  ],
  [
    'pyenv local `< ./.python-version`',
    { '.python-version': '3.9\n' },
    ['Set up Python: python-version-file=.python-version'],
  ],
  [
    'pip install -r requirements.txt',
    {},
    [
      'Set up Python: python-version=pypy2.7',
      'Cache downloaded dependencies: path=~/.cache/pip key=dependencies-${{ runner.os }}-${{ github.job }}-${{ github.run_id }} restore-keys=dependencies-${{ runner.os }}-${{ github.job }}-',
      'Run the commands: pip install -r requirements.txt',
      'basic-old-version: no setup action has Python 2.7, so the job uses pypy2.7',
    ],
  ],
  [
    'pip3 install flask',
    {},
    [
      'Cache downloaded dependencies: path=~/.cache/pip key=dependencies-${{ runner.os }}-${{ github.job }}-${{ github.run_id }} restore-keys=dependencies-${{ runner.os }}-${{ github.job }}-',
      'Run the commands: pip3 install flask',
    ],
  ],
  ['phpenv local 7.1.2', {}, ['Set up PHP: php-version=7.1']],
  ['phpenv global hhvm', {}, ['Set up PHP: php-version=hhvm']],
  [
    'composer install',
    {},
    [
      'Set up PHP: php-version=7.3',
      'Cache downloaded dependencies: path=~/.cache/composer key=dependencies-${{ runner.os }}-${{ github.job }}-${{ github.run_id }} restore-keys=dependencies-${{ runner.os }}-${{ github.job }}-',
      'Install what the commands call: # Since 2.2 Composer runs only the plugins that are allowed.\ncomposer config --global --no-plugins allow-plugins true\n# Since 2.9 Composer refuses releases with known vulnerabilities.\necho COMPOSER_NO_SECURITY_BLOCKING=1 >> "$GITHUB_ENV"',
      'Run the commands: composer install',
      'as-before: since 2.2 Composer runs only plugins that are allowed; a step allows all of them',
      'as-before: since 2.9 Composer refuses releases with known vulnerabilities; a variable lets them in',
    ],
  ],
  ['jdk_switcher use openjdk8', {}, ['Set up the JDK: distribution=temurin java-version=8']],
  ['jdk_switcher home oraclejdk8', {}, ['Set up the JDK: distribution=temurin java-version=8']],
  [
    './gradlew test',
    {},
    [
      'Set up the JDK: distribution=temurin java-version=8',
      'Cache downloaded dependencies: path=~/.gradle/caches key=dependencies-${{ runner.os }}-${{ github.job }}-${{ github.run_id }} restore-keys=dependencies-${{ runner.os }}-${{ github.job }}-',
      'Run the commands: ./gradlew test',
    ],
  ],
  [
    'mvn verify',
    {},
    [
      'Set up the JDK: distribution=temurin java-version=8',
      'Cache downloaded dependencies: path=~/.m2/repository key=dependencies-${{ runner.os }}-${{ github.job }}-${{ github.run_id }} restore-keys=dependencies-${{ runner.os }}-${{ github.job }}-',
      'Run the commands: mvn verify',
    ],
  ],
  [
    'go test ./...',
    {},
    [
      'Set up Go: go-version=1.12 cache=false',
      'Run the commands: export GOPATH="$HOME" PATH="$HOME/bin:$PATH"\nmkdir -p "$HOME/src/github.com/${GITHUB_REPOSITORY%/*}"\nln -sfn "$GITHUB_WORKSPACE" "$HOME/src/github.com/$GITHUB_REPOSITORY"\ncd "$HOME/src/github.com/$GITHUB_REPOSITORY"\ngo test ./...',
    ],
  ],
  [
    'export GO_VERSION=1.10 && source /dev/stdin <<< "$(curl -sSL https://raw.githubusercontent.com/codeship/scripts/master/languages/go.sh)"',
    {},
    [
      'Run the commands: mkdir -p ~/cache ~/bin\nexport PATH="$HOME/bin:$PATH"\nexport GO_VERSION=1.10 && source /dev/stdin <<< "$(curl -sSL https://raw.githubusercontent.com/codeship/scripts/master/languages/go.sh)"',
      "codeship-scripts: the line downloads one of CodeShip's own scripts, which may disappear, and was written for its machine",
    ],
  ],
  [
    '\\curl -sSL https://raw.githubusercontent.com/codeship/scripts/master/packages/chromedriver.sh | bash -s',
    {},
    [
      'Run the commands: mkdir -p ~/cache ~/bin\nexport PATH="$HOME/bin:$PATH"\nXvfb :99 -screen 0 1280x1024x24 > /dev/null 2>&1 &\nexport DISPLAY=:99\n\\curl -sSL https://raw.githubusercontent.com/codeship/scripts/master/packages/chromedriver.sh | bash -s',
      "codeship-scripts: the line downloads one of CodeShip's own scripts, which may disappear, and was written for its machine",
    ],
  ],
  [
    '\\curl -sSL https://raw.githubusercontent.com/codeship/scripts/master/packages/mongodb.sh | bash -s',
    {},
    [
      'Run the commands: mkdir -p ~/cache ~/bin\nexport PATH="$HOME/bin:$PATH"\n\\curl -sSL https://raw.githubusercontent.com/codeship/scripts/master/packages/mongodb.sh | bash -s',
      "codeship-scripts: the line downloads one of CodeShip's own scripts, which may disappear, and was written for its machine",
    ],
  ],
  [
    '\\curl -sSL https://raw.githubusercontent.com/codeship/scripts/master/packages/elasticsearch.sh | bash -s',
    {},
    [
      'Run the commands: mkdir -p ~/cache ~/bin\nexport PATH="$HOME/bin:$PATH"\n\\curl -sSL https://raw.githubusercontent.com/codeship/scripts/master/packages/elasticsearch.sh | bash -s',
      "codeship-scripts: the line downloads one of CodeShip's own scripts, which may disappear, and was written for its machine",
    ],
  ],
  [
    'gem install bundler',
    { 'Gemfile.lock': 'BUNDLED WITH\n   1.17.3\n' },
    [
      'Set up Ruby: ruby-version=2.6.6',
      'Run the commands: gem install bundler --conservative',
      'as-before: `gem install bundler`: the Bundler of today does not run on this Ruby; the one that is there stays',
    ],
  ],
  [
    'bundle exec rake',
    { Gemfile: "gem 'mysql2', '~> 0.3'\n", 'Gemfile.lock': '    mysql2 (0.3.21)\n' },
    [
      'Set up Ruby: ruby-version=2.6.6',
      'Install what the commands call: sudo apt-get update -qq\nsudo apt-get install -y -qq --no-install-recommends libmariadb-dev-compat',
      'Create the databases: if [ -d /run/systemd/system ]; then\n  sudo systemd-run --quiet --socket-property=ListenStream=/run/mysqld/mysqld.sock --socket-property=SocketMode=0777 /usr/lib/systemd/systemd-socket-proxyd 127.0.0.1:3306 ||\n    echo \'::warning::MySQL has no socket; use the host 127.0.0.1\'\nfi\nprintf \'[client]\\nprotocol = tcp\\n\' >> ~/.my.cnf\nMYSQL_PWD="$MYSQL_PASSWORD" mysql --host 127.0.0.1 --user root --execute "CREATE DATABASE development"',
      'Run the commands: bundle exec rake',
      'as-before: `mysql2 0.3` does not compile with the client library of MySQL 8; a step installs that of MariaDB, which has what it needs',
    ],
  ],
  [
    'bundle exec rake db:create',
    { ...rails, Gemfile: "gem 'mysql2'\n" },
    [
      'Set up Ruby: ruby-version=2.6.6',
      'Create the databases: if [ -d /run/systemd/system ]; then\n  sudo systemd-run --quiet --socket-property=ListenStream=/run/mysqld/mysqld.sock --socket-property=SocketMode=0777 /usr/lib/systemd/systemd-socket-proxyd 127.0.0.1:3306 ||\n    echo \'::warning::MySQL has no socket; use the host 127.0.0.1\'\nfi\nprintf \'[client]\\nprotocol = tcp\\n\' >> ~/.my.cnf\nMYSQL_PWD="$MYSQL_PASSWORD" mysql --host 127.0.0.1 --user root --execute "CREATE DATABASE development"',
      'Run the commands: bundle exec rake db:create',
    ],
  ],
  [
    'mysql -e "create database a"',
    rails,
    [
      'Create the databases: if [ -d /run/systemd/system ]; then\n  sudo systemd-run --quiet --socket-property=ListenStream=/run/mysqld/mysqld.sock --socket-property=SocketMode=0777 /usr/lib/systemd/systemd-socket-proxyd 127.0.0.1:3306 ||\n    echo \'::warning::MySQL has no socket; use the host 127.0.0.1\'\nfi\nprintf \'[client]\\nprotocol = tcp\\n\' >> ~/.my.cnf\nMYSQL_PWD="$MYSQL_PASSWORD" mysql --host 127.0.0.1 --user root --execute "CREATE DATABASE development"',
      'Run the commands: mysql -e "create database a"',
    ],
  ],
  [
    'mysql -u $MYSQL_USER -p$MYSQL_PASSWORD -e "create database a"',
    {},
    [
      'Create the databases: if [ -d /run/systemd/system ]; then\n  sudo systemd-run --quiet --socket-property=ListenStream=/run/mysqld/mysqld.sock --socket-property=SocketMode=0777 /usr/lib/systemd/systemd-socket-proxyd 127.0.0.1:3306 ||\n    echo \'::warning::MySQL has no socket; use the host 127.0.0.1\'\nfi\nprintf \'[client]\\nprotocol = tcp\\n\' >> ~/.my.cnf\nMYSQL_PWD="$MYSQL_PASSWORD" mysql --host 127.0.0.1 --user root --execute "CREATE DATABASE development"',
      'Run the commands: mysql -u $MYSQL_USER -p$MYSQL_PASSWORD -e "create database a"',
    ],
  ],
  [
    'psql -c "create database a" -U postgres',
    {},
    [
      'Create the databases: createdb development',
      'Run the commands: psql -c "create database a" -U postgres',
    ],
  ],
  [
    'createdb test',
    { 'config/database.yml': 'test:\n  adapter: postgresql\n' },
    ['Create the databases: createdb development', 'Run the commands: createdb test'],
  ],
  [
    'cp config/database.codeship.yml config/database.yml && psql -c ""',
    { 'config/database.yml': 'test:\n  adapter: postgresql\n' },
    [
      'Create the databases: createdb development',
      'Run the commands: cp config/database.codeship.yml config/database.yml && psql -c "" || exit',
    ],
  ],
  [
    'redis-cli ping',
    {},
    [
      'Install what the commands call: sudo apt-get update -qq\nsudo apt-get install -y -qq --no-install-recommends redis-tools',
      'Run the commands: redis-cli ping',
      'installed-program: the runner lacks `redis-cli`; a step installs it',
    ],
  ],
  [
    'mongo --eval "1"',
    {},
    [
      'Run the commands: mongo() { docker run --rm -i --network host -v "$PWD:$PWD" -w "$PWD" mongo:4.4 mongo "$@"; }\nmongo --eval "1"',
    ],
  ],
  [
    'memcached -d',
    {},
    [
      'Install what the commands call: sudo apt-get update -qq\nsudo apt-get install -y -qq --no-install-recommends memcached',
      'Run the commands: memcached -d',
      'installed-program: the runner lacks `memcached`; a step installs it',
    ],
  ],
  [
    'cd ~/clone && make',
    {},
    ['Run the commands: ln -sfn "$GITHUB_WORKSPACE" ~/clone\ncd ~/clone && make || exit'],
  ],
  [
    'cp -r ~/cache/a .',
    {},
    [
      'Cache downloaded dependencies: path=~/cache key=dependencies-${{ runner.os }}-${{ github.job }}-${{ github.run_id }} restore-keys=dependencies-${{ runner.os }}-${{ github.job }}-',
      'Run the commands: mkdir -p ~/cache ~/bin\nexport PATH="$HOME/bin:$PATH"\ncp -r ~/cache/a .',
    ],
  ],
  ['export A=1', {}, ['Run the commands: export A=1']],
  [
    'export PATH="$HOME/bin:$PATH"',
    {},
    [
      'Run the commands: mkdir -p ~/cache ~/bin\nexport PATH="$HOME/bin:$PATH"\nexport PATH="$HOME/bin:$PATH"',
    ],
  ],
  [
    'sudo apt-get install -y a',
    {},
    [
      'Install what the commands call: sudo apt-get update -qq',
      'Run the commands: sudo apt-get install -y a',
    ],
  ],
  [
    'sudo apt-get update && sudo apt-get install -y libmysqlclient-dev python-dev',
    {},
    [
      'Run the commands: sudo apt-get update && sudo apt-get install -y libmysqlclient-dev python3-dev || exit',
      'as-before: Ubuntu 24.04 has no `python-dev`; it is `python3-dev` there',
    ],
  ],
  [
    'apt-get install a',
    {},
    [
      'Install what the commands call: sudo apt-get update -qq',
      'Run the commands: apt-get install a',
    ],
  ],
  [
    'cs clear-cache',
    {},
    ["basic-left-out: `cs clear-cache` is left out: it communicated with CodeShip's build machine"],
  ],
  [
    'casperjs test a.js',
    {},
    [
      'Install what the commands call: npm install --silent --global --prefix "$RUNNER_TEMP/npm" casperjs@1.1 phantomjs-prebuilt@2\necho "$RUNNER_TEMP/npm/bin" >> "$GITHUB_PATH"\n# The OpenSSL of PhantomJS cannot read the configuration of a current one.\necho OPENSSL_CONF=/dev/null >> "$GITHUB_ENV"',
      'Run the commands: casperjs test a.js',
      'installed-program: the runner lacks `casperjs`; a step installs it',
    ],
  ],
  [
    'phantomjs --version',
    {},
    [
      'Install what the commands call: npm install --silent --global --prefix "$RUNNER_TEMP/npm" phantomjs-prebuilt@2\necho "$RUNNER_TEMP/npm/bin" >> "$GITHUB_PATH"\n# The OpenSSL of PhantomJS cannot read the configuration of a current one.\necho OPENSSL_CONF=/dev/null >> "$GITHUB_ENV"',
      'Run the commands: phantomjs --version',
      'installed-program: the runner lacks `phantomjs`; a step installs it',
    ],
  ],
  [
    'heroku run rake',
    {},
    [
      'Set up Ruby: ruby-version=2.6.6',
      'Install what the commands call: curl -fsSL https://cli-assets.heroku.com/install.sh | sh',
      'Run the commands: heroku run rake',
      'installed-program: the runner lacks `heroku`; a step installs it',
    ],
  ],
  ['aws s3 ls', {}, ['Run the commands: aws s3 ls']],
  ['docker build .', {}, ['Run the commands: docker build .']],
  [
    'wait-for-it',
    {},
    [
      'Run the commands: wait-for-it',
      'unknown-program: `wait-for-it` is unknown: an earlier command has to install it',
    ],
  ],
  [
    'lsphp56 -v',
    {},
    [
      'Run the commands: lsphp56 -v',
      'unknown-program: `lsphp56` is unknown: an earlier command has to install it',
    ],
  ],
];

test.each(cases)('%j', async (line, files, found) => {
  expect(await ofLine(line, files)).toEqual(found);
});
