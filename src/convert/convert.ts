// The translator as one function: a view of a repository in, files and a full account out. No effects.

import { defined } from '../ground/defined.ts';
import { firstOfEach } from '../ground/each-once.ts';
import { isEnterpriseServer } from '../ground/github-server.ts';
import { withoutMarks } from '../ground/open-mark.ts';
import type { Repository } from '../ground/repository.ts';
import type { OwnPin } from '../interfaces/pins.ts';
import { lineWork } from '../legacy/assembly-lines/files/line-work.ts';
import type { LineGraph } from '../legacy/line-graph.ts';
import {
  type Choices,
  type CompanionText,
  choices,
  optionNames,
  type SecretNeed,
  type Settings,
  type Translation,
  type TranslationContext,
} from '../legacy/translation.ts';
import { commentLine, emit } from '../output/emit.ts';
import { markerLine } from '../output/marker.ts';
import type { Diagnostic, Report } from '../source/diagnostic.ts';
import type { SourceNode } from '../source/node.ts';
import { sourceFile } from '../source/source-file.ts';
import { withAttestations } from '../workflow/attest.ts';
import { layoutWorkflow } from '../workflow/layout.ts';
import type { Workflow } from '../workflow/model.ts';
import { withOpenSecrets } from '../workflow/open-secrets.ts';
import { splitLarge } from '../workflow/split-large.ts';
import { chosenNames } from '../workflow/used-actions.ts';
import { reportActions } from './allowed-actions.ts';
import type { Hooked } from './apply-hooks.ts';
import { discover, withoutOddNames } from './discover.ts';
import type { Hooks } from './hooks.d.ts';
import { createLedger, type Ledger, type LedgerEntry } from './ledger.ts';
import { reportOpenFiles } from './open-files.ts';
import { hideOpenValues } from './open-values.ts';
import { type ReadSources, readSources } from './sources.ts';
import { translators } from './translators.ts';
import { nameWorkflows, withJobNames } from './workflow-names.ts';

export type OutputFile = { readonly path: string; readonly content: string };

export type Conversion = {
  readonly sources: readonly {
    readonly system: Translation['system'];
    readonly files: readonly string[];
  }[];
  readonly files: readonly OutputFile[];
  /** The workflows among the files, for a report that says what will run. */
  readonly workflows: readonly Workflow[];
  readonly entries: readonly LedgerEntry[];
  readonly diagnostics: readonly Diagnostic[];
  readonly secrets: readonly SecretNeed[];
  /** Jobs, resources and edges of Assembly Lines. */
  readonly lines?: LineGraph;
  /** Actions whose version the settings choose, as the workflows name them. */
  readonly chosenActions?: ReadonlySet<string>;
};

export type ConvertOptions = {
  readonly repository: Repository;
  readonly settings: Settings;
  /** How this project's own actions are pinned. */
  readonly own: OwnPin;
  /** Settings that an option gave, now or when the files were written first: the head of each workflow names them. */
  readonly given?: Choices;
  /** Options for Assembly Lines of the same kind, as words of a head: no blanks. */
  readonly lineWords?: readonly string[];
  /** What an encrypted text holds, by name, where the key was given. */
  readonly openSealed?: TranslationContext['openSealed'];
  /** Further repositories, only read: Assembly Lines went across repositories. */
  readonly others?: readonly Repository[];
  /** Of the user's own, and the name of their module; what they give stands in place of what the translators made. */
  readonly hooks?: { readonly module: Hooks; readonly name: string };
  /** Is told the verdict on every program that the commands call. */
  readonly watchCalls?: TranslationContext['watchCalls'];
};

/** Translates every legacy configuration of a repository. Deterministic and total. */
export async function convert(options: ConvertOptions): Promise<Conversion> {
  const ledger = createLedger();
  const repository = withoutOddNames(options.repository, ledger.report);
  const context: TranslationContext = {
    report: ledger.report,
    otherwise: ledger.otherwise,
    repository,
    settings: options.settings,
    own: options.own,
    ...defined({
      others: options.others,
      openSealed: options.openSealed,
      watchCalls: options.watchCalls,
    }),
  };
  const sources = readSources(discover(repository.paths), repository, ledger.report);
  // Before anything is translated, so that no translator can copy it.
  const open = hideOpenValues(sources.documents, options.settings, ledger.report);
  reportOpenFiles(sources.documents, repository, options.settings, ledger.report);
  const { attest, server } = options.settings;
  const attests = attest === true && !isEnterpriseServer(server);
  const translated = withDispatch(await translate(sources, context), options.settings).map(
    (translation) => ({
      ...translation,
      workflows: translation.workflows
        .map((workflow) => (attests ? withAttestations(workflow) : workflow))
        .map(withOpenSecrets),
    }),
  );
  const hooked = await hookedBy(translated, options, ledger);
  const translations = hooked.translations.map((translation) => ({
    ...translation,
    workflows: translation.workflows.map((workflow) =>
      withJobNames(workflow, options.settings.jobNames ?? {}),
    ),
  }));
  reportActions(
    translations.flatMap(({ workflows }) => workflows),
    options,
    ledger.report,
  );
  const written = write(translations, options, hooked.isUsed);
  reportSizes(written, ledger.report);
  const entries = sources.documents.flatMap((document) => ledger.settle(document, written.targets));
  return {
    sources: translations.map(({ system, sources: documents }) => ({
      system,
      files: documents.map((document) => document.file.path),
    })),
    files: written.files,
    workflows: translations.flatMap((translation) => translation.workflows),
    entries,
    diagnostics: inOrder(ledger.diagnostics()),
    secrets: withOpen(
      stillNeeded(eachOnce(translations.flatMap(({ secrets }) => secrets)), hooked, written.files),
      open,
    ),
    ...linesOf(translations),
    ...(options.settings.actions === undefined
      ? {}
      : { chosenActions: chosenNames(options.settings.actions) }),
  };
}

/** GitHub starts no workflow of a larger file, in bytes. */
const largestWorkflow = 500_000;
/** Of them, for the comments above a workflow. */
const forTheHead = 4000;
const byteLength = (text: string): number => new TextEncoder().encode(text).length;

function reportSizes({ files, splits }: Written, report: Report): void {
  const kilobytes = (size: number): string => `${Math.ceil(size / 1000)} kB`;
  const bound = `GitHub takes at most ${kilobytes(largestWorkflow)}`;
  const at = (path: string) => ({ file: sourceFile(path, ''), start: 0, end: 0 });
  for (const { path, size, called } of splits)
    report(
      'workflow-split',
      at(path),
      `the workflow has ${kilobytes(size)}, and ${bound}: ${called} of its jobs are files of their own, which it calls in the same run`,
    );
  for (const { path, content } of files) {
    const size = byteLength(content);
    if (!path.startsWith('.github/workflows/') || size <= largestWorkflow) continue;
    report(
      'workflow-too-large',
      at(path),
      `the workflow has ${kilobytes(size)}, and ${bound}`,
      'move a part of the jobs, with what they make, to files of another repository and convert both with `--with`: versions then go between them by events',
    );
  }
}

async function hookedBy(
  translations: readonly Translation[],
  { hooks, own, settings }: ConvertOptions,
  ledger: Ledger,
): Promise<Hooked> {
  if (hooks === undefined) return { translations, isUsed: false, isClaimed: () => false };
  const { applyHooks } = await import('./apply-hooks.ts');
  const pinning = {
    own,
    onEnterpriseServer: isEnterpriseServer(settings.server),
    ...defined({ chosen: settings.actions }),
  };
  return applyHooks(translations, hooks.module, pinning, ledger);
}

/** A secret of a construct that a hook took over is needed only if something still reads it. */
const stillNeeded = (
  needs: readonly SecretNeed[],
  { isClaimed }: Hooked,
  files: readonly OutputFile[],
): readonly SecretNeed[] =>
  needs.filter(
    ({ name, at }) =>
      at === undefined ||
      !isClaimed(at) ||
      files.some(({ content }) => new RegExp(`\\bsecrets\\.${name}\\b`, 'i').test(content)),
  );

/** A secret that CI and a line both need is created once. */
const eachOnce = (secrets: readonly SecretNeed[]): readonly SecretNeed[] =>
  firstOfEach(secrets, ({ name }) => name);

function linesOf(translations: readonly Translation[]): { readonly lines?: LineGraph } {
  const lines = translations.flatMap((translation) => translation.lines ?? [])[0];
  return lines === undefined ? {} : { lines };
}

async function translate(
  sources: ReadSources,
  context: TranslationContext,
): Promise<Translation[]> {
  const translations: Translation[] = [];
  const { assemblyLines, shippable, templates, codeship, basic } = sources;
  if (shippable !== undefined || assemblyLines.length > 0) {
    const found = {
      documents: assemblyLines,
      ...defined({ shippable, templates }),
    };
    // The larger half of what translates Shippable, and most repositories have CI alone.
    const work = lineWork(found, context.repository);
    if (work !== undefined) {
      const { translateLines } = await translators.assemblyLines();
      translations.push(...translateLines(found, work, context));
    } else if (shippable !== undefined) {
      const { translateShippable } = await translators.shippable();
      translations.push(translateShippable(shippable, context));
    }
  }
  if (codeship.length > 0) {
    const { translateCodeship } = await translators.codeship();
    const hasRoot = shippable !== undefined || codeship.some(({ folder }) => folder === '');
    for (const project of codeship) {
      const byHandOnly = hasRoot && project.folder !== '';
      translations.push(await translateCodeship(project, { byHandOnly }, context));
    }
  }
  if (basic !== undefined) {
    const { translateCodeshipBasic } = await translators.codeshipBasic();
    translations.push(translateCodeshipBasic(basic, context));
  }
  return translations;
}

/** Where the settings ask for it, every workflow can be started by hand. */
function withDispatch(
  translations: readonly Translation[],
  { workflowDispatch }: Settings,
): readonly Translation[] {
  if (!workflowDispatch) return translations;
  return translations.map((translation) => ({
    ...translation,
    workflows: translation.workflows.map((workflow) => ({
      ...workflow,
      on: { ...workflow.on, dispatch: workflow.on.dispatch ?? true },
    })),
  }));
}

type Written = {
  readonly files: readonly OutputFile[];
  readonly targets: ReadonlyMap<SourceNode, string>;
  readonly splits: readonly Split[];
};

/** A workflow that was larger than GitHub takes. */
type Split = {
  readonly path: string;
  readonly size: number;
  /** Jobs that are files of their own. */
  readonly called: number;
};

function write(
  translations: readonly Translation[],
  { own, settings, given = {}, lineWords = [], hooks }: ConvertOptions,
  withHooks: boolean,
): Written {
  const titles = nameWorkflows(translations, settings.name, settings.workflowNames);
  const hasLines = translations.some(({ lines }) => lines !== undefined);
  // In the order of the table, whatever the order of the command line was.
  const options = [
    ...(Object.keys(choices) as (keyof Choices)[]).flatMap((name) =>
      given[name] === undefined ? [] : [`--${optionNames[name]}=${given[name]}`],
    ),
    ...(hasLines ? lineWords : []),
    ...(hooks === undefined || !withHooks ? [] : [`--hooks=${hooks.name}`]),
  ];
  const files: OutputFile[] = [];
  const targets = new Map<SourceNode, string>();
  const splits: Split[] = [];
  const bounds = {
    most: largestWorkflow - forTheHead,
    calls: isEnterpriseServer(settings.server) ? 20 : 50,
  };
  const paths = new Set(translations.flatMap(({ workflows }) => workflows.map(({ path }) => path)));
  for (const translation of translations) {
    const made = translation.madeFrom ?? translation.sources;
    const names = made.map((document) => document.file.path);
    const add = (
      path: string,
      text: string,
      found: ReadonlyMap<SourceNode, string>,
      header: readonly string[],
      words: readonly string[] = [],
    ): void => {
      const above = header.map((line) => `${commentLine(line)}\n`).join('');
      const body = withoutMarks(`${above}${text}`, redacted);
      files.push({
        path,
        content: `${commentLine(markerLine(names, body, words))}\n${body}`,
      });
      for (const [node, pointer] of found) {
        if (!targets.has(node)) targets.set(node, `${path}#${pointer}`);
      }
    };
    const addText = ({ path, text, from }: CompanionText): void => {
      files.push({ path, content: withMarker(withoutMarks(text, redacted), names) });
      for (const node of from) if (!targets.has(node)) targets.set(node, `${path}#`);
    };
    for (const whole of translation.workflows) {
      const name = titles.get(whole) ?? settings.name;
      const laidOut = (workflow: Workflow) => {
        const title = workflow.on.call === undefined ? name : `${name}: ${workflow.title}`;
        const { root, scripts } = layoutWorkflow(
          workflow,
          title,
          own,
          isEnterpriseServer(settings.server),
          settings.actions,
        );
        return { ...emit(root), scripts };
      };
      const put = (workflow: Workflow, { text, targets: found, scripts } = laidOut(workflow)) => {
        add(workflow.path, text, found, workflow.header, options);
        scripts.forEach(addText);
      };
      const first = laidOut(whole);
      const size = byteLength(first.text);
      if (size <= bounds.most) {
        put(whole, first);
        continue;
      }
      const sizeOf = (workflow: Workflow): number => byteLength(laidOut(workflow).text);
      const [caller, ...called] = splitLarge(whole, sizeOf, bounds, paths);
      put(caller);
      for (const workflow of called) put(workflow);
      if (called.length > 0) splits.push({ path: whole.path, size, called: called.length });
    }
    for (const document of translation.documents) {
      const emitted = emit(document.root);
      add(document.path, emitted.text, emitted.targets, document.header);
    }
    translation.texts.forEach(addText);
  }
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), targets, splits };
}

/** A script keeps its `#!` line first. */
function withMarker(text: string, names: readonly string[]): string {
  const shebang = /^#!.*\n/.exec(text)?.[0] ?? '';
  const body = text.slice(shebang.length);
  return `${shebang}${commentLine(markerLine(names, body))}\n${body}`;
}

/** By file, place and code. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = (diagnostic: Diagnostic): [string, number] => [
    diagnostic.at?.file.path ?? '',
    // It speaks of the errors above it.
    diagnostic.code === 'broken-file' ? Number.MAX_SAFE_INTEGER : (diagnostic.at?.start ?? 0),
  ];
  return [...diagnostics].sort((a, b) => {
    const [fileA, startA] = key(a);
    const [fileB, startB] = key(b);
    return fileA === fileB
      ? startA - startB || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
      : fileA < fileB
        ? -1
        : 1;
  });
}

/** A secret that a translator asked for by itself is not asked for twice. */
const withOpen = (
  needs: readonly SecretNeed[],
  open: readonly SecretNeed[],
): readonly SecretNeed[] => {
  const names = new Set(needs.map(({ name }) => name.toUpperCase()));
  return [...needs, ...open.filter(({ name }) => !names.has(name.toUpperCase()))];
};

/** Where no translator and no layout has a place for a secret; a word that YAML and shells take as it is. */
const redacted = (): string => 'REDACTED';
