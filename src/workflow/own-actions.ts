// This project's own actions that a workflow may use, by name.

import type { ActionInterface } from '../interfaces/action-interface.ts';
import { buildInterface } from '../interfaces/build.ts';
import { lineEndInterface } from '../interfaces/line-end.ts';
import { lineRecordInterface } from '../interfaces/line-record.ts';
import { lineStartInterface } from '../interfaces/line-start.ts';
import { loginInterface } from '../interfaces/login.ts';
import { prepareInterface } from '../interfaces/prepare.ts';
import { pullBootImageInterface } from '../interfaces/pull-boot-image.ts';
import { pushInterface } from '../interfaces/push.ts';

export const ownInterfaces = {
  login: loginInterface,
  'pull-boot-image': pullBootImageInterface,
  build: buildInterface,
  push: pushInterface,
  prepare: prepareInterface,
  'line-start': lineStartInterface,
  'line-end': lineEndInterface,
  'line-record': lineRecordInterface,
} as const satisfies Readonly<Record<string, ActionInterface>>;

export type OwnAction = keyof typeof ownInterfaces;
