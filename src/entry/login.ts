import { login } from '../actions/login/login.ts';
import { runAction } from '../actions/program.ts';
import { githubRunner } from '../host/github-runner.ts';
import { loginInterface } from '../interfaces/login.ts';

process.exit(await runAction(loginInterface, login, githubRunner()));
