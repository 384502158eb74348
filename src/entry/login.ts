import { loginInterface } from '../actions/login/interface.ts';
import { login } from '../actions/login/login.ts';
import { runAction } from '../actions/program.ts';
import { githubRunner } from '../host/github-runner.ts';

process.exit(await runAction(loginInterface, login, githubRunner()));
