import { convertAction } from '../actions/convert/convert.ts';
import { convertInterface } from '../actions/convert/interface.ts';
import { runAction } from '../actions/program.ts';
import { githubRunner } from '../host/github-runner.ts';

process.exitCode = await runAction(convertInterface, convertAction, githubRunner());
