import { lineStart } from '../actions/line-start/line-start.ts';
import { runAction } from '../actions/program.ts';
import { githubRunner } from '../host/github-runner.ts';
import { lineStartInterface } from '../interfaces/line-start.ts';

process.exit(await runAction(lineStartInterface, lineStart, githubRunner()));
