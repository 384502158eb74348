// The values of the job's row of the matrix.

import { type Expression, expression, property } from '../../../expression/expression.ts';

/** What a column holds in this job. */
export const matrixValue = (column: string): Expression => property(expression`matrix`, column);
