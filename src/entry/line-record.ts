import { lineRecord } from '../actions/line-record/line-record.ts';
import { runAction } from '../actions/program.ts';
import { githubRunner } from '../host/github-runner.ts';
import { lineRecordInterface } from '../interfaces/line-record.ts';

process.exit(await runAction(lineRecordInterface, lineRecord, githubRunner()));
