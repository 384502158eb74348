import { prepareInterface } from '../actions/prepare/interface.ts';
import { prepare } from '../actions/prepare/prepare.ts';
import { runAction } from '../actions/program.ts';
import { githubRunner } from '../host/github-runner.ts';

process.exit(await runAction(prepareInterface, prepare, githubRunner()));
