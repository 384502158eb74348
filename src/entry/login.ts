import { login } from '../actions/login/login.ts';
import { runOnRunner } from '../actions/run-on-runner.ts';
import { loginInterface } from '../interfaces/login.ts';

await runOnRunner(loginInterface, login);
