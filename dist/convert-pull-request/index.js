#!/usr/bin/env node
require('../shared/index.cjs').start('convert-pull-request');
