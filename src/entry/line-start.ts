import { lineStart } from '../actions/line-start/line-start.ts';
import { runOnRunner } from '../actions/run-on-runner.ts';
import { lineStartInterface } from '../interfaces/line-start.ts';

await runOnRunner(lineStartInterface, lineStart);
