// One of CodeShip's examples: copied, converted, and run on the machine between its own before.sh and after.sh.

import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../e2e/setup/command.ts';
import { removeFolder } from '../e2e/setup/remove-folder.ts';
import { runAct } from '../equivalence/act.ts';
import { actionsOf } from '../equivalence/actions.ts';
import { equivalenceFolder } from '../equivalence/case.ts';
import { makeNamesOwn, removeWhatBuildsLeave } from '../equivalence/compose-names.ts';
import { encrypt, projectKey } from '../equivalence/encrypt.ts';
import { filesBelow } from '../equivalence/files.ts';
import { createHistory, repositoryName } from '../equivalence/history.ts';
import { lower } from '../equivalence/lower.ts';
import type { Tools } from '../equivalence/run-case.ts';
import { differences } from '../equivalence/trace.ts';
import { ranCommands } from './commands.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { pushedImages } from './pushed-images.ts';
import type { Row } from './rows.ts';
import { pipelineOf } from './steps.ts';

/** Where the examples lie, beside the project. */
export const examplesFolder = new URL(
  '../../../shared/examples/codeship-tool-examples',
  import.meta.url,
).pathname;

export type Run = Outcome & {
  readonly event: string;
  readonly compared: number;
  readonly differences: number;
  readonly log: string;
};

/** Runs an example for each of its branches. */
export async function runFolder(row: Row, tools: Tools): Promise<readonly Run[]> {
  const root = mkdtempSync(join(tmpdir(), `transship-example-${row.folder}-`));
  try {
    const files = join(root, 'files');
    copyExample(row, files);
    const said = await tools.translator.convert(files);
    if (row.explained !== undefined) return [explained(row.explained.diagnostic, said, files)];
    const id = `ex${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`;
    makeNamesOwn(files, id);
    const runs: Run[] = [];
    for (const branch of row.branches ?? ['main'])
      runs.push(await runBranch(row, branch, { root, files, id }, tools));
    return runs;
  } finally {
    await removeFolder(root);
  }
}

function copyExample(row: Row, to: string): void {
  const from = join(examplesFolder, row.folder);
  cpSync(from, to, { recursive: true });
  for (const path of ['.', ...filesBelow(to)]) chmodSync(join(to, path), 0o755);
  for (const [path, plain] of Object.entries(row.encrypted ?? {}))
    writeFileSync(join(to, path), encrypt(readFileSync(join(from, plain), 'utf8')));
  for (const path of row.mounted ?? []) {
    mkdirSync(join(to, path));
    writeFileSync(join(to, path, '.gitkeep'), '');
  }
  const services = join(to, 'codeship-services.yml');
  for (const [key, plain] of Object.entries(row.encryptedValues ?? {}))
    writeFileSync(
      services,
      readFileSync(services, 'utf8').replace(
        new RegExp(`(${key}: )\\S+`),
        (_, before: string) => `${before}${encrypt(plain)}`,
      ),
    );
}

/** A folder without a pipeline: the translator names the reason and writes no workflow. */
function explained(diagnostic: string, said: string, files: string): Run {
  const expected = [diagnostic, 'no workflow'];
  const actual = [
    said.includes(`[${diagnostic}]`) ? diagnostic : said,
    existsSync(join(files, '.github')) ? 'a workflow' : 'no workflow',
  ];
  return { event: '', expected, actual, ...counted({ expected, actual }), log: said };
}

const counted = ({ expected, actual }: Outcome) => ({
  compared: expected.length,
  differences: differences(actual, expected),
});

type Project = { readonly root: string; readonly files: string; readonly id: string };

async function runBranch(row: Row, branch: string, project: Project, tools: Tools): Promise<Run> {
  const { files, id } = project;
  const folder = join(project.root, branch);
  const [home, commands, kept] = ['home', 'commands', 'kept'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const each of [home, commands]) mkdirSync(each, { recursive: true });
  const env = {
    PATH: [
      join(import.meta.dirname, 'machine'),
      join(equivalenceFolder, 'runner'),
      process.env['PATH'],
    ].join(':'),
    HOME: home,
    LANG: 'C.UTF-8',
    EXAMPLE_COMMANDS: commands,
  };
  const event = {
    event: { kind: 'push' as const, branch },
    message: 'Change something',
    title: '',
    expected: undefined,
    stop: undefined,
    approved: true,
    changes: {},
  };
  const history = await createHistory(folder, files, event, env);
  const [name = ''] = readdirSync(join(files, '.github/workflows'));
  const text = readFileSync(join(files, '.github/workflows', name), 'utf8');
  const lowered = lower(text, {
    approved: true,
    enabled: [],
    ownActions: tools.ownActions,
    keepWorkspace: kept,
  });
  const [workflow, payload] = [join(folder, 'workflow.yml'), join(folder, 'event.json')];
  writeFileSync(workflow, lowered.text);
  writeFileSync(payload, JSON.stringify(history.payload));
  await script('before.sh', files);
  try {
    const { jobs, log } = await runAct({
      cwd: history.clone,
      workflow,
      eventName: history.eventName,
      payload,
      actions: actionsOf(text, tools.ownActions),
      env: { ...env, EQUIVALENCE_ORIGIN: history.origin },
      contexts: {
        GITHUB_REPOSITORY: repositoryName,
        GITHUB_REF: history.ref,
        GITHUB_REF_TYPE: 'branch',
        GITHUB_RUN_ID: String(Date.now() * 1000 + Math.floor(Math.random() * 1000)),
        GITHUB_RUN_NUMBER: '1',
      },
      secrets: { CODESHIP_AES_KEY: projectKey },
      stopAfter: undefined,
    });
    const [job] = jobs;
    const pipeline = pipelineOf(readFileSync(join(files, 'codeship-steps.yml'), 'utf8'), branch);
    const facts = {
      result: jobs.length === 1 ? (job?.result ?? 'not run') : `${jobs.length} jobs`,
      pushed: pipeline.pushes.length === 0 ? [] : await pushedImages(),
      console: job?.console ?? [],
    };
    const place = {
      repository: files,
      kept: join(kept, job?.id ?? ''),
      branch,
      commit: history.names['sha'] ?? '',
    };
    const outcome = outcomeOf(row, pipeline, ranCommands(commands), facts, place);
    return { event: `push ${branch}`, ...outcome, ...counted(outcome), log };
  } finally {
    await script('after.sh', files);
    await removeWhatBuildsLeave(files, id);
  }
}

async function script(name: string, folder: string): Promise<void> {
  if (existsSync(join(folder, name))) await run(join(folder, name), [], { cwd: folder });
}
