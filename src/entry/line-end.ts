import { lineEnd } from '../actions/line-end/line-end.ts';
import { runAction } from '../actions/program.ts';
import { githubRunner } from '../host/github-runner.ts';
import { lineEndInterface } from '../interfaces/line-end.ts';

process.exit(await runAction(lineEndInterface, lineEnd, githubRunner()));
