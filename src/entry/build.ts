import { build } from '../actions/build/build.ts';
import { buildInterface } from '../actions/build/interface.ts';
import { runAction } from '../actions/program.ts';
import { githubRunner } from '../host/github-runner.ts';

process.exit(await runAction(buildInterface, build, githubRunner()));
