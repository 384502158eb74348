// Every block of YAML in the documents is an example of something: a workflow, a part of one, a legacy file, settings, or a
// file of another tool. What an example is an example of reads it here, so that none can be wrong or of an unknown kind.

import { parse } from 'yaml';
import { readSettings } from '../cli/convert/settings.ts';
import { convert } from '../convert/convert.ts';
import { defaultSettings } from '../legacy/translation.ts';

export type Example = { readonly file: string; readonly line: number; readonly text: string };

/** `workflow` is a whole one; `fragment` is lines of `with:` or of jobs, which nothing reads by themselves. */
export type ExampleKind =
  | 'workflow'
  | 'steps'
  | 'fragment'
  | 'settings'
  | 'compose'
  | 'dependabot'
  | 'shippable.yml'
  | 'codeship-services.yml'
  | 'codeship-steps.yml'
  | 'codeship-basic.yml';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const settingsOf = ['runner', 'server', 'actions', 'allowed-actions', 'own-actions', 'name'];

/** What an example is, by its first comment, else by its keys; undefined where nobody could tell. */
export function kindOf(text: string): ExampleKind | undefined {
  const named = /^# (shippable\.yml|codeship-(?:services|steps|basic)\.yml)$/m.exec(text)?.[1];
  if (named !== undefined) return named as ExampleKind;
  if (/^# yaml-language-server: .*settings\.schema\.json/.test(text)) return 'settings';
  if (/^on:/m.test(text) && /^jobs:/m.test(text)) return 'workflow';
  const value: unknown = parse(text);
  if (Array.isArray(value)) return listKind(value);
  if (!isFields(value)) return undefined;
  const has = (...names: readonly string[]): boolean =>
    names.some((name) => Object.hasOwn(value, name));
  if (has('setup', 'tests', 'deployments')) return 'codeship-basic.yml';
  if (has('steps')) return 'steps';
  if (has('updates')) return 'dependabot';
  if (has('services') && isFields(value['services'])) return 'compose';
  if (has('language', 'build', 'resources') || Array.isArray(value['jobs'])) return 'shippable.yml';
  if (Object.keys(value).every((name) => settingsOf.includes(name) || name === 'jobs'))
    return has('jobs') && Object.keys(value).length === 1 ? 'fragment' : 'settings';
  if (has('in', 'build-args', 'keep-tags')) return 'fragment';
  const services = Object.values(value).every(
    (one) => isFields(one) && ('image' in one || 'build' in one),
  );
  return services ? 'codeship-services.yml' : undefined;
}

function listKind(items: readonly unknown[]): ExampleKind | undefined {
  const all = items.filter(isFields);
  if (all.length !== items.length) return undefined;
  if (all.every((item) => 'uses' in item || 'run' in item)) return 'steps';
  return all.every((item) => 'service' in item || 'steps' in item)
    ? 'codeship-steps.yml'
    : undefined;
}

const withoutIndent = (text: string): string => {
  const indent = /^ */.exec(text.split('\n').find((line) => line.trim() !== '') ?? '')?.[0] ?? '';
  return text.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
};

/** A workflow around steps, so that what reads workflows reads them. */
export function workflowOf(text: string): string {
  const given = withoutIndent(text);
  const job = /^steps:/m.test(given) ? given : `steps:\n${given}`;
  return `on: push\njobs:\n  job:\n    runs-on: ubuntu-24.04\n${job.replaceAll(/^(?=.)/gm, '    ')}`;
}

/** What the program says of examples of the files that it reads, and examples that nobody can place. */
export async function exampleProblems(examples: readonly Example[]): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const example of examples) {
    const at = `${example.file}:${example.line}`;
    const kind = kindOf(example.text);
    if (kind === undefined) problems.push(`${at}: an example of nothing that is known`);
    if (kind === 'settings') {
      const { diagnostics } = readSettings(example.file, example.text);
      problems.push(...diagnostics.map(({ code, message }) => `${at}: ${code}: ${message}`));
    }
    const files = legacyFiles(kind, example, examples);
    if (files !== undefined)
      problems.push(...(await conversionProblems(files)).map((text) => `${at}: ${text}`));
  }
  return problems;
}

/** The legacy project that an example is or belongs to; one with services and steps is read once, by its steps. */
function legacyFiles(
  kind: ExampleKind | undefined,
  { file, text }: Example,
  examples: readonly Example[],
): Fields | undefined {
  if (kind === 'shippable.yml' || kind === 'codeship-basic.yml') return { [kind]: text };
  if (kind !== 'codeship-steps.yml') return undefined;
  const beside = examples.find(
    (one) => one.file === file && kindOf(one.text) === 'codeship-services.yml',
  );
  const named = [...text.matchAll(/^\s*(?:- )?service: (\S+)$/gm)].map(([, name = '']) => name);
  const given = parse(beside?.text ?? '{}') as Fields;
  const missing = named.filter((name) => !Object.hasOwn(given, name));
  const more = missing.map((name) => `${name}:\n  image: acme/${name}\n`);
  return {
    'codeship-services.yml': [beside?.text ?? '', ...new Set(more)].join(''),
    'codeship-steps.yml': text,
  };
}

/** Diagnostics that say that a file is wrong; what GitHub does otherwise is none. */
async function conversionProblems(files: Fields): Promise<readonly string[]> {
  const { diagnostics, files: written } = await convert({
    repository: { paths: Object.keys(files), read: (file) => files[file] as string | undefined },
    settings: defaultSettings,
    own: { commit: '1'.repeat(40), version: 'v1.0.0' },
  });
  const wrong = diagnostics.filter(
    ({ code, severity }) => severity === 'error' || code === 'unknown-key' || code === 'wrong-type',
  );
  return [
    ...wrong.map(({ code, message }) => `${code}: ${message}`),
    ...(written.length === 0 ? ['no workflow comes of it'] : []),
  ];
}
