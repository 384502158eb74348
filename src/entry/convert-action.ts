import { convertAction } from '../actions/convert/convert.ts';
import { runAction } from '../actions/program.ts';
import { toolkitRunner } from '../host/toolkit-runner.ts';
import { convertInterface } from '../interfaces/convert.ts';

const runner = toolkitRunner();
const code = await runAction(convertInterface, convertAction, runner.host);
await runner.end(code);
