import { convertPullRequest } from '../actions/convert-pull-request/convert-pull-request.ts';
import { runAction } from '../actions/program.ts';
import { githubRunner } from '../host/github-runner.ts';
import { convertPullRequestInterface } from '../interfaces/convert-pull-request.ts';

const program = convertPullRequest(() => import('../pull-request/bundled-parser.ts'));
process.exitCode = await runAction(convertPullRequestInterface, program, githubRunner());
