import { runAction } from '../actions/program.ts';
import { pushInterface } from '../actions/push/interface.ts';
import { push } from '../actions/push/push.ts';
import { githubRunner } from '../host/github-runner.ts';

process.exit(await runAction(pushInterface, push, githubRunner()));
