import { push } from '../actions/push/push.ts';
import { runOnRunner } from '../actions/run-on-runner.ts';
import { pushInterface } from '../interfaces/push.ts';

await runOnRunner(pushInterface, push);
