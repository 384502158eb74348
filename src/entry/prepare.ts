import { prepare } from '../actions/prepare/prepare.ts';
import { runOnRunner } from '../actions/run-on-runner.ts';
import { prepareInterface } from '../interfaces/prepare.ts';

await runOnRunner(prepareInterface, prepare);
