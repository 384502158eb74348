// The workflow model as an output tree: GitHub's customary order of keys, and nothing empty.

import { type Expression, expression, property } from '../expression/expression.ts';
import { type FixedText, type Text, titleText, written } from '../expression/text.ts';
import { defined, filled } from '../ground/defined.ts';
import type { OwnPin } from '../interfaces/pins.ts';
import { writeScalar } from '../output/scalar.ts';
import {
  flowList,
  type Line,
  list,
  map,
  type Out,
  type OutEntry,
  type OutItem,
  type OutMap,
  raw,
  scalar,
  scalarOrBlock,
  seq,
  type Traced,
} from '../output/tree.ts';
import { withoutDefaults } from './default-inputs.ts';
import { shell, startsOtherShell } from './default-shell.ts';
import type {
  Field,
  GivenStep,
  GivenValue,
  Job,
  MatrixRow,
  ServiceContainer,
  StartInputs,
  Step,
  Triggers,
  Workflow,
} from './model.ts';
import { type MovedScript, moveScripts } from './move-scripts.ts';
import { idsRead } from './step-ids.ts';
import { type ChosenActions, type Pinning, usedAction } from './used-actions.ts';

export type LaidOut = {
  readonly root: OutMap;
  /** Scripts that cannot stand in the workflow itself. */
  readonly scripts: readonly MovedScript[];
};

export function layoutWorkflow(
  whole: Workflow,
  name: string,
  own: OwnPin,
  onEnterpriseServer = false,
  chosen: ChosenActions = {},
): LaidOut {
  const { workflow, scripts } = moveScripts(whole);
  return { root: layoutRoot(workflow, name, { own, onEnterpriseServer, chosen }), scripts };
}

function layoutRoot(workflow: Workflow, name: string, pinning: Pinning): OutMap {
  return map(
    spaced([
      { key: 'name', value: scalar(titleText(name)) },
      { key: 'on', value: layoutTriggers(workflow.on) },
      { key: 'permissions', value: map([]) },
      {
        key: 'concurrency',
        value: map([
          { key: 'group', value: evaluated(workflow.concurrency) },
          ...cancelling(workflow),
        ]),
      },
      ...(workflow.jobs.some(startsOtherShell)
        ? [
            {
              key: 'defaults',
              value: map([{ key: 'run', value: map([{ key: 'shell', value: scalar(shell) }]) }]),
            },
          ]
        : []),
      {
        key: 'jobs',
        value: map(
          workflow.jobs.map((job) => ({
            key: identifier(job.id),
            value: layoutJob(job, pinning),
            ...defined({ before: filled(job.before) }),
          })),
        ),
      },
    ]),
  );
}

const cancelling = ({ cancelInProgress }: Workflow): readonly OutEntry[] =>
  cancelInProgress === undefined
    ? []
    : [
        {
          key: 'cancel-in-progress',
          value: cancelInProgress === true ? raw('true') : evaluated(cancelInProgress),
        },
      ];

/** Text in a place where GitHub fills in expressions. */
const evaluated = (text: Text) => scalar(written(text));

/** The one place where GitHub takes an expression without its signs. */
const layoutCondition = (condition: Expression | undefined): Out | undefined =>
  condition === undefined ? undefined : scalar({ text: condition.code, from: condition.from });

/** Names of jobs, steps and services are letters, digits, `_` and `-`: nothing else gets there, whoever made the name. */
const identifier = (id: string): string => id.replace(/[^\w-]+/g, '-');

/** A blank line above what a reader looks for. */
const spaced = (entries: readonly OutEntry[]): OutEntry[] =>
  entries.map((entry) =>
    ['on', 'permissions', 'jobs'].includes(entry.key)
      ? { ...entry, before: ['', ...(entry.before ?? [])] }
      : entry,
  );

function layoutTriggers(on: Triggers): OutMap {
  const filters = (of: { branches?: readonly FixedText[]; tags?: readonly FixedText[] }): Out => {
    const entries = [
      ...(of.branches?.length ? [{ key: 'branches', value: flowList(of.branches) }] : []),
      ...(of.tags?.length ? [{ key: 'tags', value: flowList(of.tags) }] : []),
    ];
    return entries.length > 0 ? map(entries) : raw('');
  };
  const entries: OutEntry[] = [];
  if (on.push) {
    entries.push({
      key: 'push',
      value: filters(on.push),
      ...(on.push.comment === undefined ? {} : { before: [on.push.comment] }),
    });
  }
  if (on.pullRequest) {
    const { types } = on.pullRequest;
    const found = filters(on.pullRequest);
    const typed = types?.length ? [{ key: 'types', value: flowList(types) }] : [];
    entries.push({
      key: 'pull_request',
      value:
        typed.length === 0
          ? found
          : map([...(found.kind === 'map' ? found.entries : []), ...typed]),
    });
  }
  if (on.release?.length)
    entries.push({ key: 'release', value: map([{ key: 'types', value: flowList(on.release) }]) });
  if (on.schedule?.length) {
    entries.push({
      key: 'schedule',
      value: seq(
        on.schedule.map((cron) => ({ value: map([{ key: 'cron', value: scalar(cron) }]) })),
      ),
    });
  }
  if (on.repositoryDispatch?.length)
    entries.push({
      key: 'repository_dispatch',
      value: map([{ key: 'types', value: flowList(on.repositoryDispatch) }]),
    });
  if (on.dispatch) entries.push({ key: 'workflow_dispatch', value: layoutDispatch(on.dispatch) });
  if (on.call) entries.push({ key: 'workflow_call', value: layoutCallable(on.call) });
  return map(entries);
}

function layoutCallable({ inputs, secrets, outputs }: NonNullable<Triggers['call']>): Out {
  const each = (names: readonly string[], key: string, value: Out): Out =>
    map(names.map((name) => ({ key: name, value: map([{ key, value }]) })));
  const entries: OutEntry[] = [
    ...(inputs.length > 0 ? [{ key: 'inputs', value: each(inputs, 'type', raw('string')) }] : []),
    ...(secrets.length > 0
      ? [{ key: 'secrets', value: each(secrets, 'required', raw('false')) }]
      : []),
    ...(outputs.length > 0
      ? [
          {
            key: 'outputs',
            value: map(
              outputs.map(({ name, value }) => ({
                key: name,
                value: map([{ key: 'value', value: evaluated(value) }]),
              })),
            ),
          },
        ]
      : []),
  ];
  return entries.length > 0 ? map(entries) : raw('');
}

function layoutDispatch(dispatch: true | StartInputs): Out {
  if (dispatch === true) return raw('');
  const start = map([
    {
      key: 'description',
      value: scalar('Job to start at; what it takes in comes from the recorded versions'),
    },
    { key: 'type', value: scalar('choice') },
    { key: 'options', value: list(dispatch.start) },
  ]);
  const pin = map([
    {
      key: 'description',
      value: scalar('Versions to take instead of the newest: NAME=VERSION ...'),
    },
    { key: 'type', value: scalar('string') },
  ]);
  return map([
    {
      key: 'inputs',
      value: map([
        { key: 'start', value: start },
        ...(dispatch.pin ? [{ key: 'pin', value: pin }] : []),
      ]),
    },
  ]);
}

function layoutJob(job: Job, pinning: Pinning): OutMap {
  const entries: OutEntry[] = [{ key: 'name', value: evaluated(job.name) }];
  const add = (key: string, value: Out | undefined): void => {
    if (value !== undefined) entries.push({ key, value });
  };
  add('if', layoutCondition(job.if));
  add(
    'needs',
    job.needs?.length
      ? job.needs.length === 1
        ? scalar(identifier(job.needs[0] ?? ''))
        : flowList(job.needs.map(identifier))
      : undefined,
  );
  const permissions = map(
    job.permissions.map((permission) => ({
      key: permission.scope,
      value: scalar(permission.access, permission.reason),
    })),
  );
  if (job.calls !== undefined) {
    add('permissions', permissions);
    // The newer `$/` is not known to every GitHub Enterprise Server, nor to actionlint.
    add('uses', scalar(`./${job.calls.path}`, 'zizmor: ignore[self-repository]'));
    add('with', layoutFields(job.calls.with));
    const secrets = job.calls.secrets.map((name): Field => {
      const value = property(expression`secrets`, name);
      return { name, value };
    });
    add('secrets', layoutFields(secrets));
    return map(entries, job.from ?? []);
  }
  add('runs-on', evaluated(job.runsOn));
  add('environment', job.environment === undefined ? undefined : evaluated(job.environment));
  const { timeoutMinutes } = job;
  add(
    'timeout-minutes',
    raw(typeof timeoutMinutes === 'number' ? String(timeoutMinutes) : timeoutMinutes),
  );
  if (job.concurrency !== undefined) {
    const { group, keepsAll } = job.concurrency;
    add(
      'concurrency',
      keepsAll
        ? map([
            { key: 'group', value: evaluated(group) },
            { key: 'queue', value: scalar('max') },
          ])
        : map([{ key: 'group', value: evaluated(group) }]),
    );
  }
  if (job.continueOnError !== undefined) {
    const { continueOnError } = job;
    add('continue-on-error', continueOnError === true ? raw('true') : evaluated(continueOnError));
  }
  add('permissions', permissions);
  if (job.matrix !== undefined) {
    add(
      'strategy',
      map([
        { key: 'fail-fast', value: raw('false') },
        { key: 'matrix', value: layoutMatrix(job.matrix, job.nativeMatrix ? 'native' : 'rows') },
      ]),
    );
  }
  add('services', job.services?.length ? map(job.services.map(layoutService)) : undefined);
  add('outputs', layoutFields(job.outputs));
  add('env', layoutFields(job.env));
  const ids = idsRead(job);
  add('steps', seq(job.steps.map((step) => layoutStep(step, ids, pinning))));
  return map(entries, job.from ?? []);
}

/** Lists of an axis each where that gives the same jobs in the same order. Otherwise each row is included. */
function layoutMatrix(rows: readonly MatrixRow[], form: 'native' | 'rows'): OutMap {
  const axes = axesOf(rows);
  return axes !== undefined && (form === 'native' || axes.length === 1)
    ? map(axes.map(({ name, values }) => ({ key: name, value: flowList(values) })))
    : map([{ key: 'include', value: seq(rows.map(layoutRow)) }]);
}

const nameOf = ({ name }: Field): string => written(name).text;

type Axis = { readonly name: string; readonly values: readonly Traced[] };

/** The axes whose combinations, the first one slowest, are these rows. */
function axesOf(rows: readonly MatrixRow[]): readonly Axis[] | undefined {
  const names = rows[0]?.fields.map(nameOf) ?? [];
  const isPlain = rows.every(
    ({ fields, from }) =>
      !from?.length &&
      fields.map(nameOf).join() === names.join() &&
      fields.every(({ raw: isRaw, before }) => !isRaw && !before?.length),
  );
  if (!isPlain || names.length === 0 || names.some((name) => /^(?:in|ex)clude$/.test(name))) {
    return undefined;
  }
  const axes = names.map((name, column): Axis => {
    const values = new Map<string, Traced>();
    for (const { fields } of rows) {
      const { text, from } = written(fields[column]?.value ?? '');
      // A value stands once, and tells of all the cells that it came from.
      values.set(text, { text, from: [...new Set([...(values.get(text)?.from ?? []), ...from])] });
    }
    return { name, values: [...values.values()] };
  });
  const combinations = axes.reduce<readonly (readonly string[])[]>(
    (rest, { values }) => rest.flatMap((row) => values.map(({ text }) => [...row, text])),
    [[]],
  );
  const wanted = rows.map(({ fields }) => fields.map(({ value }) => written(value).text));
  return JSON.stringify(combinations) === JSON.stringify(wanted) ? axes : undefined;
}

const layoutRow = (row: MatrixRow): OutItem => ({
  value: map(row.fields.map(layoutField), row.from ?? []),
});

const layoutField = (field: Field): OutEntry => ({
  key: written(field.name).text,
  value: field.raw ? raw(written(field.value)) : scalarOrBlock(written(field.value)),
  ...defined({ before: filled(field.before) }),
});

const layoutFields = (fields: readonly Field[] | undefined): OutMap | undefined =>
  fields?.length ? map(fields.map(layoutField)) : undefined;

function layoutService(service: ServiceContainer): OutEntry {
  const entries: OutEntry[] = [{ key: 'image', value: evaluated(service.image) }];
  const env = layoutFields(service.env);
  if (env !== undefined) entries.push({ key: 'env', value: env });
  if (service.ports?.length)
    entries.push({ key: 'ports', value: flowList(service.ports.map(written)) });
  if (service.options !== undefined)
    entries.push({ key: 'options', value: evaluated(service.options) });
  return {
    key: identifier(service.id),
    value: map(entries, service.from ?? []),
    ...defined({ before: filled(service.before) }),
  };
}

/** @param ids those that something reads */
export function layoutStep(step: Step, ids: ReadonlySet<string>, pinning: Pinning): OutItem {
  const before = step.before?.length ? { before: step.before } : {};
  if (step.kind === 'given')
    return { value: { ...layoutGiven(step), from: step.from ?? [] }, ...before };
  if (step.kind === 'parallel') {
    return {
      value: map(
        [
          {
            key: 'parallel',
            value: seq(step.steps.map((child) => layoutStep(child, ids, pinning))),
          },
        ],
        step.from ?? [],
      ),
      ...before,
    };
  }
  const inputs = step.kind === 'own' ? withoutDefaults(step.action, step.with) : undefined;
  const entries: OutEntry[] = [];
  const add = (key: string, value: Out | undefined): void => {
    if (value !== undefined) entries.push({ key, value });
  };
  add('name', step.name === undefined ? undefined : evaluated(step.name));
  add('id', step.id === undefined || !ids.has(step.id) ? undefined : scalar(identifier(step.id)));
  add('if', layoutCondition(step.if));
  add('continue-on-error', step.continueOnError ? raw('true') : undefined);
  switch (step.kind) {
    case 'uses':
    case 'own': {
      const { name, ref, version } = usedAction(step, pinning);
      add('uses', scalar(`${name}@${ref}`, version));
      add('with', layoutFields(inputs?.fields ?? step.with));
      add('env', layoutFields(step.env));
      break;
    }
    case 'run':
      add(
        'working-directory',
        step.workingDirectory === undefined ? undefined : evaluated(step.workingDirectory),
      );
      add('shell', step.shell === undefined ? undefined : scalar(step.shell));
      add('env', layoutFields(step.env));
      add('run', layoutScript(step.run));
      break;
    default:
      return step satisfies never;
  }
  return { value: map(entries, [...(step.from ?? []), ...(inputs?.from ?? [])]), ...before };
}

/** A hook's own texts: GitHub evaluates what is in them, and a release stands behind `uses` as a comment. */
function layoutGiven({ step }: GivenStep): OutMap {
  const value = (given: GivenValue): Out => {
    if (typeof given === 'string') return scalarOrBlock(given);
    if (given === null || typeof given !== 'object') return raw(String(given));
    if (Array.isArray(given)) return seq(given.map((item) => ({ value: value(item) })));
    return map(Object.entries(given).map(([key, part]) => ({ key, value: value(part) })));
  };
  return map(
    Object.entries(step).map(([key, given]): OutEntry => {
      if (key === 'run' && typeof given === 'string') {
        const lines = given.replace(/\n+$/, '').split('\n');
        return { key, value: layoutScript(lines.map((text) => ({ text, from: [] }))) };
      }
      const [, uses, release] =
        /^(\S+)\s+#\s*(.+)$/.exec(key === 'uses' ? String(given) : '') ?? [];
      return { key, value: uses === undefined ? value(given) : scalar(uses, release) };
    }),
  );
}

/** One line stands behind the key; several are a block. */
function layoutScript(lines: readonly Line[]): Out {
  const [only] = lines;
  if (
    lines.length === 1 &&
    only !== undefined &&
    !only.text.includes('\n') &&
    !only.text.startsWith('#') &&
    !/^['"]/.test(writeScalar(only.text))
  ) {
    return scalar(only);
  }
  return { kind: 'block', lines };
}
