#!/usr/bin/env bash
# rvm use 1.9.3
rvm use 2.6.5 --install && jdk_switcher use openjdk11
phpenv local 7.1
cs clear-cache
\curl -sSL https://raw.githubusercontent.com/codeship/scripts/master/packages/hugo.sh | bash -s
sudo /etc/init.d/elasticsearch start
sed -i "s/password:.*/password: $MYSQL_PASSWORD/" config/app.yml
