// The first step of a job, which lays out what it takes in, and the last one, which collects what it made.

import { expression, property } from '../../../expression/expression.ts';
import type { Text } from '../../../expression/text.ts';
import { lastOfEach } from '../../../ground/each-once.ts';
import { whenGiven } from '../../../ground/when-given.ts';
import { integrationPrefix } from '../../../integration/prefix.ts';
import { writeScalar } from '../../../output/scalar.ts';
import { type Line, type Traced, traced } from '../../../output/tree.ts';
import { commandWords } from '../../../shell/commands.ts';
import type { ScalarNode } from '../../../source/node.ts';
import type { Field, Step } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import type { LineJob } from '../files/model.ts';
import type { JobNode } from '../graph/graph.ts';
import { isSurelyOwn } from './checkout-steps.ts';
import { block, inEntry, outEntry } from './entries.ts';
import { commandsOf, type JobParts } from './job-parts.ts';
import type { JobSecrets } from './line-secrets.ts';
import { taskVariableValues } from './task-variables.ts';

const startId = 'start';

const endId = 'end';

/** The word that tells later jobs of a new version: job outputs that hold a part of a secret are dropped. */
export const newVersion = 'line-new-version';

const lines = (parts: readonly (readonly Line[])[]): Traced | undefined => {
  const all = parts.flat();
  return all.length === 0 ? undefined : block(all);
};

/** Whether files of the job's state, or of a `state`, are read or written: they may be encrypted. */
function keepsState(node: JobNode, commands: readonly ScalarNode[]): boolean {
  const hasState = [...node.inputs, ...node.outputs].some(
    (one) => one.kind === 'resource' && one.resource.type === 'state',
  );
  return (
    hasState ||
    commands.some(({ text }) =>
      /copy_file_(?:to_state|from_prev_state)|refresh_file_to_state|JOB_(?:PREVIOUS_)?STATE\}?(?!["']?\/[^/\s]*\.env)|\/build\/(?:state|previousState)\/(?!\S*\.env)/.test(
        text,
      ),
    )
  );
}

const keyInput = (node: JobNode, commands: readonly ScalarNode[]) =>
  keepsState(node, commands)
    ? [{ name: 'key' as const, value: expression`secrets.ASSEMBLY_LINE_KEY` }]
    : [];

/** What the job `watch` found, in the form of pins. */
const foundCommits = expression`needs.watch.outputs.commits`;

const noSecrets: JobSecrets = { env: [], lines: () => [] };

/** A name that stands twice is one folder: the last one counts, as it did in the old list of dependencies. */
const eachNameOnce = <T extends { readonly step: { readonly name: string } }>(
  steps: readonly T[],
): readonly T[] => lastOfEach(steps, ({ step }) => step.name);

/** What the job of CI has besides, which no job of these files holds. */
type More = {
  readonly in?: readonly Line[];
  readonly out?: readonly Line[];
  readonly commands?: readonly ScalarNode[];
};

/** The step that lays out what the job takes in. */
export function startStep(
  node: JobNode,
  { own, pins, watches, context }: JobParts,
  secrets: JobSecrets = noSecrets,
  more: More = {},
): Step {
  const { job } = node;
  const commands = more.commands ?? commandsOf(job);
  const seen = new Set<string>();
  /** Fields are said where the name stands first. */
  const once = (name: string): readonly Line[] => {
    if (seen.has(name)) return [];
    seen.add(name);
    return secrets.lines(name);
  };
  const about = linesAbout(own, versionReader(job, commands));
  const ins = lines([
    ...eachNameOnce(node.inputs).map((input) =>
      inEntry(input, (name) => [...about(input), ...once(name)]),
    ),
    more.in ?? [],
  ]);
  const outs = lines([
    ...eachNameOnce(node.outputs).map((output) => outEntry(output, once)),
    more.out ?? [],
  ]);
  const integrations = lines(
    (job?.keys.integrations ?? []).map((name) => [
      traced(`- name: ${writeScalar(name.text)}`, name),
      ...secrets.lines(name.text),
    ]),
  );
  const counts = countsBuilds(node, commands, context);
  const takesParams = node.inputs.some(
    (one) => one.kind === 'resource' && one.resource.type === 'params',
  );
  return {
    kind: 'own',
    action: 'line-start',
    name: 'Resources of the job',
    id: startId,
    with: [
      { name: 'job', value: job === undefined ? node.name : traced(job.name, job.named) },
      { name: 'type', value: typeText(node) },
      ...whenGiven(ins, (value) => ({ name: 'in', value })),
      ...whenGiven(outs, (value) => ({ name: 'out', value })),
      ...whenGiven(integrations, (value) => ({ name: 'integrations', value })),
      ...(pins ? [pinInput(watches === true)] : []),
      ...(counts ? [buildNumberOffset] : []),
      ...(takesParams ? [{ name: 'variables' as const, value: expression`toJSON(vars)` }] : []),
      ...(usesBuild(commands)
        ? [{ name: 'build-link' as const, value: 'true', raw: true as const }]
        : []),
      ...keyInput(node, commands),
    ],
  };
}

const pinInput = (watches: boolean) => ({
  name: 'pin' as const,
  value: watches ? expression`inputs.pin || ${foundCommits}` : expression`inputs.pin`,
});

const buildNumberOffset = {
  name: 'build-number-offset' as const,
  value: expression`vars.BUILD_NUMBER_OFFSET`,
};

/** Whether a command names the root of the job by its old path. The folder of the state has a variable, which takes its place. */
const usesBuild = (commands: readonly ScalarNode[]): boolean =>
  commands.some(({ text }) => /(?<![\w.$}/-])\/build\b(?!\/state\b)/.test(text));

/** Further lines of an input's entry: what of it the run has to know. */
const linesAbout =
  (own: JobParts['own'], readsVersion: (name: string) => boolean) =>
  (input: JobNode['inputs'][number]): readonly Line[] => {
    if (input.kind === 'elsewhere')
      return readsVersion(input.name) ? [traced('  versioned: true')] : [];
    if (input.kind !== 'resource') return [];
    const { resource, of } = input;
    return [
      // Where it is only guessed, the checkout names the repository, and the run looks whether it is its own.
      ...(resource.type === 'gitRepo' && isSurelyOwn(resource, own) ? [traced('  own: true')] : []),
      ...whenGiven(of, (name) => traced(`  of: ${writeScalar(name)}`)),
    ];
  };

/** Whether commands read the version of a resource: by its variable, or by `shipctl` with its name or a variable that holds it. */
function versionReader(
  job: LineJob | undefined,
  commands: readonly ScalarNode[],
): (name: string) => boolean {
  const values = taskVariableValues(job);
  const names = new Set(
    commands.flatMap(({ text }) =>
      text.includes('get_resource_version_')
        ? commandWords(text).flatMap(({ word, rest }) => {
            const [call = '', target = '', key = ''] = rest.map((one) => one.replace(/["']/g, ''));
            if (word !== 'shipctl' || !/^get_resource_version_(?:name|number|key)$/.test(call))
              return [];
            if (call.endsWith('_key') && key !== 'versionName') return [];
            const variable = /^\$\{?(\w+)\}?$/.exec(target)?.[1];
            return variable === undefined ? [target] : (values.get(variable) ?? []);
          })
        : [],
    ),
  );
  return (name) =>
    names.has(name) ||
    commands.some(({ text }) =>
      new RegExp(`\\$\\{?${integrationPrefix(name)}_VERSIONNAME\\b`).test(text),
    );
}

/** Whether numbers of builds may become versions, which then must not begin again. */
function countsBuilds(
  { role, outputs, alsoWrites }: JobNode,
  commands: readonly ScalarNode[],
  { report }: TranslationContext,
): boolean {
  if (role !== 'script' && role !== 'ci') return false;
  const reader = commands.find(({ text }) => /\bBUILD_NUMBER\b/.test(text));
  if (reader !== undefined)
    report(
      'line-build-number',
      reader,
      '`BUILD_NUMBER` counts from 1 again: a tag that repeats an old one is not a new version',
      '`gh variable set BUILD_NUMBER_OFFSET --body NUMBER`, with the number of the last build on Shippable',
    );
  return (
    reader !== undefined ||
    alsoWrites !== undefined ||
    outputs.some((output) => output.kind === 'resource' && output.resource.type !== 'state')
  );
}

function typeText({ job }: JobNode): Text {
  if (job === undefined) return 'runCI';
  return job.keys.type === undefined ? job.type : traced(job.type, job.keys.type);
}

/** Runs after a failure, too: what a job made is looked at either way. */
export const endStep = (
  node: JobNode,
  commands: readonly ScalarNode[] = commandsOf(node.job),
): Step => ({
  kind: 'own',
  action: 'line-end',
  name: 'New versions',
  id: endId,
  if: expression`!cancelled()`,
  with: keyInput(node, commands),
});

/** Outputs for the resources that some job waits for. */
export const versionOutputs = (keys: ReadonlyMap<string, string>, step = endId): readonly Field[] =>
  [...keys].map(([resource, key]) => ({
    name: key,
    value: expression`contains(${property(expression`steps`, step)}.outputs.new, ${`"${resource}"`}) && ${newVersion} || ''`,
  }));
