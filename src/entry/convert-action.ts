import { convertAction } from '../actions/convert/convert.ts';
import { runAction } from '../actions/program.ts';
import { listenForCancellation } from '../host/cancellation.ts';
import { toolkitRunner } from '../host/runner/toolkit-runner.ts';
import { convertInterface } from '../interfaces/convert.ts';

listenForCancellation();
const runner = toolkitRunner();
const code = await runAction(convertInterface, convertAction, runner.host);
await runner.end(code);
