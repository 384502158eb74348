import type { ActionProgram } from '../program.ts';
import { done } from '../program.ts';
import type { loginInterface } from './interface.ts';

export const login: ActionProgram<typeof loginInterface> = async () => done;
