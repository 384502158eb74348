// The files $JOB_STATE/NAME.env, by which scripts give a resource a new version (shippable.md 8.5, 14.3).

import { defined } from '../ground/defined.ts';

export type EnvLines = {
  /** Undefined where the file names no version. */
  readonly versionName?: string;
  readonly pairs: Readonly<Record<string, string>>;
  /** Keys whose value holds a `=`: what stands behind it is lost, as it always was. */
  readonly cut: readonly string[];
  /** Keys without a value, which count for nothing. */
  readonly empty: readonly string[];
};

/** Each line is split at every `=`, and its second part is the value. */
export function readEnvLines(text: string): EnvLines {
  const pairs: Record<string, string> = {};
  const cut: string[] = [];
  const empty: string[] = [];
  let versionName: string | undefined;
  for (const line of text.replace(/^\uFEFF/, '').split('\n')) {
    const [key = '', value, ...rest] = line.split('=');
    if (key === '' || key === '__proto__') continue;
    if (value === undefined) {
      empty.push(key);
      continue;
    }
    if (rest.length > 0) cut.push(key);
    if (key === 'versionName') versionName = value;
    else pairs[key] = value;
  }
  return { ...defined({ versionName }), pairs, cut, empty };
}
