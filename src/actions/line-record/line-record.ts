// The action `line-record`.

import type { lineRecordInterface } from '../../interfaces/line-record.ts';
import { type ActionContext, type ActionResult, failed } from '../program.ts';

export async function lineRecord(
  _: ActionContext<typeof lineRecordInterface>,
): Promise<ActionResult> {
  return failed({ message: 'line-record is not part of this version yet.' });
}
