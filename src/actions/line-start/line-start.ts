// The action `line-start`.

import type { lineStartInterface } from '../../interfaces/line-start.ts';
import { type ActionContext, type ActionResult, failed } from '../program.ts';

export async function lineStart(
  _: ActionContext<typeof lineStartInterface>,
): Promise<ActionResult> {
  return failed({ message: 'line-start is not part of this version yet.' });
}
