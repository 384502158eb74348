import { prepare } from '../actions/prepare/prepare.ts';
import { runAction } from '../actions/program.ts';
import { githubRunner } from '../host/github-runner.ts';
import { prepareInterface } from '../interfaces/prepare.ts';

process.exit(await runAction(prepareInterface, prepare, githubRunner()));
