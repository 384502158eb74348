#!/usr/bin/env node
import { start } from '../shared/index.js';
await start('line-end');
