// Modules of Node that few runs need and that take long to load: node:child_process and node:tty load all of node:net
// first, 8 ms where a whole conversion takes 80, and node:crypto all of node:stream, 4 ms.

import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

export const childProcess = (): typeof import('node:child_process') => load('node:child_process');

export const terminal = (): typeof import('node:tty') => load('node:tty');

export const cryptography = (): typeof import('node:crypto') => load('node:crypto');

export const v8 = (): typeof import('node:v8') => load('node:v8');
