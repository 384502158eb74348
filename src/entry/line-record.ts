import { lineRecord } from '../actions/line-record/line-record.ts';
import { runOnRunner } from '../actions/run-on-runner.ts';
import { lineRecordInterface } from '../interfaces/line-record.ts';

await runOnRunner(lineRecordInterface, lineRecord);
