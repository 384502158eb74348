import { convertPullRequest } from '../actions/convert-pull-request/convert-pull-request.ts';
import { runAction } from '../actions/program.ts';
import { listenForCancellation } from '../host/cancellation.ts';
import { toolkitRunner } from '../host/runner/toolkit-runner.ts';
import { convertPullRequestInterface } from '../interfaces/convert-pull-request.ts';

const program = convertPullRequest(() => import('../pull-request/bundled-parser.ts'));
listenForCancellation();
const runner = toolkitRunner();
const code = await runAction(convertPullRequestInterface, program, runner.host);
await runner.end(code);
