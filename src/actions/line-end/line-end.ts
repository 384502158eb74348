// The action `line-end`.

import type { lineEndInterface } from '../../interfaces/line-end.ts';
import { type ActionContext, type ActionResult, failed } from '../program.ts';

export async function lineEnd(_: ActionContext<typeof lineEndInterface>): Promise<ActionResult> {
  return failed({ message: 'line-end is not part of this version yet.' });
}
