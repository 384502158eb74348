// The file to fill in: `NAME=value` lines, `NAME<<END` with lines up to `END` for a value of several. Everything behind
// the first `=` is the value, to the letter.

import { ok, type Result } from '../../ground/result.ts';
import type { PlannedSecret } from './planned.ts';
import { scopeText } from './planned.ts';

export function templateText(plan: readonly PlannedSecret[]): string {
  return [
    '# Secrets to create with: transship secrets set --from FILE. Keep this file out of git, and delete it afterwards.',
    '# A value with several lines: a line NAME<<END, the value, a line END. Names that you leave empty are skipped.',
    ...plan.flatMap(({ name, kind, scope, why }) => [
      '',
      `# ${oneLine(why)} (${kind}; ${scopeText(scope)})`,
      `${name}=`,
    ]),
    '',
  ].join('\n');
}

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ');

/** The failure names the line, never what stands there. */
export type FilledIn = Result<
  ReadonlyMap<string, string>,
  { readonly line: number; readonly message: string }
>;

export function readTemplate(text: string): FilledIn {
  const values = new Map<string, string>();
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const wrong = (index: number, message: string): FilledIn => ({
    ok: false,
    failure: { line: index + 1, message },
  });
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, name = '', sign = '', rest = ''] = /^\s*([A-Za-z_]\w*)(=|<<)(.*)$/.exec(line) ?? [];
    if (name === '') return wrong(index, 'this is not a `NAME=value` line');
    if (values.has(name.toUpperCase())) return wrong(index, 'this name was already set above');
    if (sign === '=') {
      if (rest !== '') values.set(name.toUpperCase(), rest);
      continue;
    }
    const end = lines.findIndex((each, at) => at > index && each === rest.trim());
    if (rest.trim() === '' || end < 0)
      return wrong(index, 'the line that ends this value is missing');
    values.set(name.toUpperCase(), lines.slice(index + 1, end).join('\n'));
    index = end;
  }
  return ok(values);
}
