#!/bin/sh
cd ~/clone
phpenv version-name
nvm use 10
composer install
check_port 9200
for PART in a b; do echo "$PART $UPLOAD_TOKEN"; done
. ci/more.sh
