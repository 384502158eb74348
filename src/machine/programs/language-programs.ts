// Which programs belong to a language: whether a job needs the language at all, and who brings them.

import { words } from './facts.ts';

const node = `node nodejs npm npx yarn yarnpkg pnpm corepack nvm n grunt gulp bower mocha _mocha jasmine karma jest tsc
  ts-node tslint eslint jshint jscs standard prettier webpack rollup parcel babel browserify istanbul nyc codecov ng nx
  lerna ember meteor coffee phantomjs casperjs protractor cordova ionic gatsby next nuxt vue react-scripts expo
  serverless sls node-gyp forever pm2 nodemon snyk greenkeeper-lockfile-update semantic-release nsp firebase ava tape
  qunit bunyan newman hexo`;
const python = `python python2 python3 python2.7 python3.4 python3.5 python3.6 python3.7 python3.8 python3.9 python3.10
  python3.11 python3.12 pip pip2 pip3 pip2.7 easy_install virtualenv venv activate deactivate workon mkvirtualenv tox nox
  nosetests nosetests3 nose2 py.test pytest coverage coverage2 coverage3 flake8 pylint pep8 pycodestyle pyflakes isort black mypy bandit
  autopep8 sphinx-build mkdocs django-admin django-admin.py fab invoke inv pipenv poetry conda twine cython
  codecov coveralls codacy-coverage python-codacy-coverage celery gunicorn uwsgi scrapy jupyter ipython pypy pypy3
  trial behave lettuce robot pybot zappa eb pre-commit hatch flit pyenv buildout yapf green detox check-manifest`;
const ruby = `ruby gem bundle bundler rake rspec rails cucumber rubocop jekyll cap capistrano irb rvm rbenv jruby sass
  scss compass haml-lint reek brakeman puma unicorn thin foreman guard travis cocoapods pod fastlane kitchen knife
  chef berks foodcritic puppet puppet-lint middleman nanoc minitest autotest spring erb asciidoctor`;
const java = `java javac jar mvn gradle ant sbt scala scalac lein clj clojure jdk_switcher keytool javadoc kotlin
  kotlinc groovy grails sdk activator mvnw gradlew catalina.sh amm mill boot`;
const go = `go gofmt goimports golint govet godep glide dep govendor gb gvm goveralls gotestsum golangci-lint gometalinter
  ginkgo gox goreleaser errcheck staticcheck ineffassign misspell gocyclo gocov gocov-xml go-junit-report go-bindata
  godoc mage revive dlv protoc-gen-go overalls gover gosec buffalo`;
const php = `php phpize pecl pear composer composer.phar phpunit phpenv phpcs phpcbf php-cs-fixer phpmd phpstan behat
  codecept drush drupal artisan symfony box phing psalm phpdbg phpspec wp phploc phpcpd pdepend apigen humbug infection`;
const c = `gcc g++ cc c++ clang clang++ make cmake ./configure autoconf automake`;

/** By the key of a language's row. */
export const languagePrograms: Readonly<Record<string, ReadonlySet<string>>> = {
  node_js: new Set(words(node)),
  python: new Set(words(python)),
  ruby: new Set(words(ruby)),
  java: new Set(words(java)),
  scala: new Set(words(java)),
  clojure: new Set(words(java)),
  go: new Set(words(go)),
  php: new Set(words(php)),
  c: new Set(words(c)),
};

/** Those of Go that no release of it brings. */
export const goPrograms: ReadonlySet<string> = new Set(
  words(go).filter((name) => !/^(?:go|gofmt|godoc|gb|buffalo)$/.test(name)),
);

/** Programs that come with the dependencies of a project, whichever language it is. */
export const packagePrograms: ReadonlySet<string> = new Set(
  words([node, python, ruby, java, go, php].join(' ')),
);

/** Programs that run whatever a file of the project says, so that they hide what else is called. */
export const opaquePrograms: ReadonlySet<string> = new Set(
  words(`make gmake cmake ctest ninja bazel bazelisk scons jam waf meson just task env parallel expect perl php ruby
    watchmedo packer ansible ansible-playbook vagrant terraform fastlane tox eval source . bash sh dash zsh ksh ant`),
);
