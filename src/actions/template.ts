// Go templates of CodeShip in the inputs of actions, with the values that the runner knows (codeship.md 4.3).

import type { Failure } from '../ground/failure.ts';
import { fail, ok, type Result } from '../ground/result.ts';
import type { Host } from '../host/host.ts';
import {
  type FieldValue,
  parseTemplate,
  renderTemplate,
  type Template,
  templateFields,
} from '../template/go-template.ts';
import { codeshipTemplateFields } from '../variables/codeship-template.ts';
import { buildTime } from './build-time.ts';
import { builtRefs } from './built-refs.ts';
import { commitHistory } from './commit-history.ts';
import { computations } from './computed-variables.ts';
import { builtCommit, eventPayload, eventText } from './event.ts';

/** What only the step itself knows, for `.StepName`, `.ServiceName` and `.ImageName`. */
export type StepFields = {
  readonly name?: string;
  readonly service?: string;
  readonly image_name?: string;
};

/** The text; a failure is one line, without the place. */
export type Rendered = Result<string>;

export type Templates = {
  /** Fills in one of the texts that `readTemplates` was given; a text without `{{` is itself. */
  readonly render: (text: string, step?: StepFields) => Rendered;
};

const isTemplate = (text: string): boolean => text.includes('{{');

/**
 * Reads texts that may be templates and finds out the values of the fields that they name; nothing is asked of git
 * for a field that none of them names.
 */
export async function readTemplates(
  host: Host,
  texts: readonly string[],
): Promise<{ readonly templates: Templates; readonly failures: readonly Failure[] }> {
  const parsed = new Map<string, Template | string>();
  const names = new Set<string>();
  for (const text of texts.filter(isTemplate)) {
    const result = parseTemplate(text);
    parsed.set(text, result.ok ? result.value : result.failure.message);
    if (result.ok) for (const name of templateFields(result.value)) names.add(name);
  }
  const values: Record<string, FieldValue> = {};
  const failures: Failure[] = [];
  for (const name of names) {
    const value = await fieldValue(host, name);
    if (value === undefined) continue;
    if (value.ok) values[name] = value.value;
    else
      failures.push({
        ...value.failure,
        message: `Template field .${name}: ${value.failure.message}`,
      });
  }
  const render: Templates['render'] = (text, step = {}) => {
    const template = parsed.get(text);
    if (template === undefined) return ok(text);
    if (typeof template === 'string') return fail(template);
    const own = {
      StepName: step.name ?? '',
      ServiceName: step.service ?? '',
      ImageName: step.image_name ?? '',
    };
    const result = renderTemplate(template, { ...values, ...own });
    return result.ok ? result : fail(result.failure.message);
  };
  return { templates: { render }, failures };
}

type Found = Result<FieldValue>;

/** Undefined for names that are no field, and for those of the step: rendering says the rest. */
async function fieldValue(host: Host, name: string): Promise<Found | undefined> {
  const source = Object.hasOwn(codeshipTemplateFields, name)
    ? codeshipTemplateFields[name]?.source
    : undefined;
  switch (source?.kind) {
    case undefined:
    case 'step':
      return undefined;
    case 'literal':
      return ok(source.value);
    case 'build-time':
      return ok({ unixSeconds: buildTime(host) / 1000 });
    case 'variable': {
      const found = await variableValue(host, source.name);
      // A number, so that `printf "%d"` and comparisons work.
      const seconds = name === 'Timestamp' && found.ok ? Number(found.value) : Number.NaN;
      return Number.isInteger(seconds) ? ok(seconds) : found;
    }
  }
}

/** A variable that a step before exported counts; else what the runner and git say. */
async function variableValue(host: Host, name: string): Promise<Found> {
  const exported = host.env[name];
  if (exported !== undefined && exported !== '') return ok(exported);
  const payload = await eventPayload(host);
  const event = (path: string): string | undefined => eventText(payload, path);
  const compute = Object.hasOwn(computations, name) ? computations[name] : undefined;
  if (compute !== undefined) {
    const history = commitHistory(host, builtCommit(host, payload));
    return compute({ host, history, event, jobIndex: '' });
  }
  const known: Readonly<Record<string, string | undefined>> = {
    CI_PROJECT_ID: host.env['GITHUB_REPOSITORY_ID'],
    CI_BUILD_ID: host.env['GITHUB_RUN_ID'],
    CI_REPO_NAME: host.env['GITHUB_REPOSITORY']?.split('/').at(-1),
    CI_BRANCH: builtRefs(host.env).codeship,
    CI_COMMIT_ID: builtCommit(host, payload),
    CI_COMMITTER_USERNAME: event('head_commit.committer.username') ?? host.env['GITHUB_ACTOR'],
  };
  const value = known[name];
  if (value !== undefined && value !== '') return ok(value);
  return fail(`the runner does not set ${name}.`, `Set ${name} under \`env:\`.`);
}
