#!/usr/bin/env node
require('../shared/index.cjs').start('line-record');
