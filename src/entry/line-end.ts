import { lineEnd } from '../actions/line-end/line-end.ts';
import { runOnRunner } from '../actions/run-on-runner.ts';
import { lineEndInterface } from '../interfaces/line-end.ts';

await runOnRunner(lineEndInterface, lineEnd);
