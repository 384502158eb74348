import { runAction } from '../actions/program.ts';
import { push } from '../actions/push/push.ts';
import { githubRunner } from '../host/github-runner.ts';
import { pushInterface } from '../interfaces/push.ts';

process.exit(await runAction(pushInterface, push, githubRunner()));
