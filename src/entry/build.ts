import { build } from '../actions/build/build.ts';
import { runOnRunner } from '../actions/run-on-runner.ts';
import { buildInterface } from '../interfaces/build.ts';

await runOnRunner(buildInterface, build);
