// Marks of secrets become secrets: in `env` and `with` an expression, in a script a variable of the step. Pass over a
// whole workflow, right before it is laid out.

import { type Expression, expression, isExpression, property } from '../expression/expression.ts';
import { mixed, sourcesOfText, type Text } from '../expression/text.ts';
import { defined, filled } from '../ground/defined.ts';
import { hasMark, marksIn, withoutMarks } from '../ground/open-mark.ts';
import { type Line, textOf, traced } from '../output/tree.ts';
import type { Field, Job, Step, Workflow } from './model.ts';

export function withOpenSecrets(workflow: Workflow): Workflow {
  return { ...workflow, jobs: workflow.jobs.map(jobWithSecrets) };
}

const secretOf = (name: string): Expression => property(expression`secrets`, name);

/** Secrets stand at steps only, so a variable of the job goes to each step that runs something. */
function jobWithSecrets(job: Job): Job {
  const open = (job.env ?? []).filter(({ value }) => isMarked(value));
  const names = new Set(open);
  const { env, ...rest } = job;
  const kept = (env ?? []).filter((field) => !names.has(field));
  return {
    ...rest,
    name: shown(job.name),
    ...defined({ env: filled(kept) }),
    ...defined({
      matrix: job.matrix?.map((row) => ({
        ...row,
        // GitHub has no secrets there.
        fields: row.fields.map((field) => ({ ...field, value: shown(field.value) })),
      })),
    }),
    steps: job.steps.map((step) => stepWithSecrets(step, open)),
  };
}

function stepWithSecrets(step: Step, ofJob: readonly Field[]): Step {
  if (step.kind === 'parallel') {
    return {
      ...step,
      steps: step.steps.map((each) => stepWithSecrets(each, ofJob) as typeof each),
    };
  }
  if (step.kind === 'given') return step;
  const name = step.name === undefined ? {} : { name: shown(step.name) };
  const own = step.env ?? [];
  if (step.kind === 'run') {
    const used = [...new Set(step.run.flatMap(({ text }) => marksIn(text)))];
    const env = [
      ...ofJob.filter((field) => own.every((each) => each.name !== field.name)),
      ...own,
    ].map(fieldWithSecrets);
    const added = used
      .filter((secret) => env.every((field) => field.name !== secret))
      .map((secret): Field => ({ name: secret, value: secretOf(secret) }));
    const all = [...env, ...added];
    return {
      ...step,
      ...name,
      ...defined({ env: filled(all) }),
      run: linesWithSecrets(step.run),
    };
  }
  const env = own.map(fieldWithSecrets);
  const fields = step.with.map(fieldWithSecrets) as typeof step.with;
  return { ...step, ...name, ...defined({ env: filled(env) }), with: fields } as Step;
}

const isMarked = (text: Text): boolean =>
  !isExpression(text) &&
  ('parts' in Object(text)
    ? (text as { parts: readonly unknown[] }).parts
    : [textOf(text as string)]
  ).some((part) => typeof part === 'string' && hasMark(part));

const fieldWithSecrets = <F extends Field>(field: F): F =>
  isMarked(field.value) ? { ...field, value: textWithSecrets(field.value) } : field;

function textWithSecrets(text: Text): Text {
  if (isExpression(text)) return text;
  const from = sourcesOfText(text);
  const parts = typeof text === 'object' && 'parts' in text ? text.parts : [textOf(text)];
  const filled = parts.flatMap((part): (string | Expression)[] => {
    if (typeof part !== 'string' || !hasMark(part)) return [part];
    return part
      .split(/(\uF8F1\w+\uF8F2)/)
      .filter((each) => each !== '')
      .map((each) => {
        const [name] = marksIn(each);
        return name === undefined ? each : secretOf(name);
      });
  });
  const [only] = filled;
  if (filled.length === 1 && only !== undefined && typeof only !== 'string') return only;
  return { ...mixed(filled), from };
}

/** A title shows stars. */
const shown = <T extends Text>(text: T): T => {
  if (isExpression(text) || !isMarked(text)) return text;
  const from = sourcesOfText(text);
  if (typeof text === 'object' && 'parts' in text)
    return {
      ...text,
      parts: text.parts.map((part) => (typeof part === 'string' ? withoutMarks(part) : part)),
    };
  return traced(withoutMarks(textOf(text)), ...from) as Text as T;
};

/** In bash: a variable, in whatever quotes the mark stands. */
export function linesWithSecrets(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => hasMark(text))) return lines;
  const open: Quote[] = [];
  return lines.map((line) => ({ ...line, text: shellWithSecrets(line.text, open) }));
}

/** What is open around a place: quotes, and `(` of a command substitution or a subshell, in which quotes begin anew. */
type Quote = "'" | '"' | '(';

const variableIn: Readonly<Record<Quote, (name: string) => string>> = {
  '"': (name) => `\${${name}}`,
  "'": (name) => `'"\${${name}}"'`,
  '(': (name) => `"\${${name}}"`,
};

function shellWithSecrets(text: string, open: Quote[]): string {
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    const around = open.at(-1) ?? '(';
    if (character === '\uF8F1') {
      const end = text.indexOf('\uF8F2', at);
      result += variableIn[around](text.slice(at + 1, end));
      at = end;
      continue;
    }
    result += character;
    if (around === "'") {
      if (character === "'") open.pop();
      continue;
    }
    if (character === '\\') {
      const next = text[at + 1] ?? '';
      if (next !== '\uF8F1') {
        result += next;
        at++;
      }
    } else if (character === '"') {
      if (around === '"') open.pop();
      else open.push('"');
    } else if (character === '(' && (around === '(' || text[at - 1] === '$')) open.push('(');
    else if (around === '(' && character === ')') {
      // The `)` of a `case` closes nothing.
      if (open.length > 0) open.pop();
    } else if (around === '(' && character === "'") open.push("'");
    // A comment has no quotes; an apostrophe in it opens none.
    else if (
      around === '(' &&
      character === '#' &&
      /(?:^|\s)$/.test(text.slice(Math.max(0, at - 1), at))
    ) {
      const end = text.indexOf('\n', at);
      const rest = text.slice(at + 1, end < 0 ? undefined : end);
      result += withoutMarks(rest);
      at += rest.length;
    }
  }
  return result;
}
