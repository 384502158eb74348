import { build } from '../actions/build/build.ts';
import { runAction } from '../actions/program.ts';
import { githubRunner } from '../host/github-runner.ts';
import { buildInterface } from '../interfaces/build.ts';

process.exit(await runAction(buildInterface, build, githubRunner()));
