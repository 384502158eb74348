import { convertAction } from '../actions/convert/convert.ts';
import { runAction } from '../actions/program.ts';
import { githubRunner } from '../host/github-runner.ts';
import { convertInterface } from '../interfaces/convert.ts';

process.exitCode = await runAction(convertInterface, convertAction, githubRunner());
