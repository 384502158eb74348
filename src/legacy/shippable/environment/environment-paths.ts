// Values of variables that name folders of Shippable's machines, or servers that are gone. A value becomes text that a
// shell expands where the job runs on a runner, whose folders lie elsewhere.

import { applyEdits } from '../../../machine/calls/edit.ts';
import { goneServer } from '../../../machine/changed/changed-commands.ts';
import { mapPaths } from '../../../machine/changed/vendor-paths.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Environment, EnvRow, Variable } from './environment.ts';
import type { Matrix } from './matrix.ts';

type Declared = { readonly declared: Environment; readonly matrix: Matrix };

/** The environment of a job on a runner, and the rows of its matrix that belong to it. */
export function environmentOnRunner(
  { declared, matrix }: Declared,
  context: TranslationContext,
): Declared {
  const changed = new Map<EnvRow, EnvRow>();
  const ofRow = (row: EnvRow): EnvRow => {
    const known = changed.get(row);
    if (known !== undefined) return known;
    const variables = row.variables.map((variable) => onRunner(variable, context));
    const other = variables.every((variable, at) => variable === row.variables[at])
      ? row
      : { ...row, variables };
    changed.set(row, other);
    return other;
  };
  return {
    declared: {
      ...declared,
      global: declared.global.map((variable) => onRunner(variable, context)),
      rows: declared.rows.map(ofRow),
    },
    matrix: {
      ...matrix,
      rows: matrix.rows.map((row) =>
        row.env === undefined ? row : { ...row, env: ofRow(row.env) },
      ),
    },
  };
}

function onRunner(variable: Variable, { report }: TranslationContext): Variable {
  const [node] = variable.from;
  if (node === undefined) return variable;
  const gone = goneServer(variable.source);
  if (gone !== undefined) report('gone-from-machine', node, gone.why, gone.help);
  const { edits, mapped } = mapPaths(variable.source, false);
  for (const { path, to } of mapped)
    report(
      'mapped-path',
      node,
      `\`${path}\` was a folder of Shippable's machines; it becomes \`${to}\``,
    );
  if (edits.length === 0) return variable;
  const { value: _value, ...rest } = variable;
  return { ...rest, source: applyEdits(variable.source, edits) };
}
