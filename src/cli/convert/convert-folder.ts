// One repository folder from disk to a full account, with nothing written yet. The command and the root
// action do the same.

import fs from 'node:fs';
import path from 'node:path';
import { type Conversion, convert, inOrder } from '../../convert/convert.ts';
import { isLegacyConfiguration } from '../../convert/discover.ts';
import { defined } from '../../ground/defined.ts';
import { enterpriseServerOf, isEnterpriseServer } from '../../ground/github-server.ts';
import type { Repository } from '../../ground/repository.ts';
import { generatedFiles } from '../../host/files/generated-files.ts';
import { type OpenedRepository, openRepository, reasonOf } from '../../host/files/repository.ts';
import { findOwnPin } from '../../host/git/own-pin.ts';
import {
  type Choices,
  defaultSettings,
  optionNames,
  type Settings,
} from '../../legacy/translation.ts';
import { fileDiagnostic, furtherFindings } from '../../report/further-findings.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import type { LoadedHooks } from '../hooks.ts';
import { type LineOptions, lineWords, type RecordedLines, recordedLines } from './line-options.ts';
import { type EarlierFile, type Recorded, recordedChoices } from './recorded-choices.ts';
import {
  defaultSettingsFile,
  type ReadSettings,
  readSettings,
  serverSettings,
} from './settings.ts';

export type FolderRequest = {
  /** Absolute path of the repository. */
  readonly folder: string;
  /** Folder below it, with `/`, whose legacy files alone count; their workflows go where they always go. Without it, all. */
  readonly within?: string;
  /** Absolute path of the settings; without it, the default file of the repository if there is one. */
  readonly config?: string;
  /** Absolute path of the folder with the files of an earlier conversion; without it, the repository. */
  readonly out?: string;
  /** Options, which win over what an earlier conversion was given, and that over the settings. */
  readonly choices?: Choices;
  /** The text of CodeShip's key, where it was given: names in encrypted files are read with it. */
  readonly aesKey?: string;
  /** GITHUB_SERVER_URL, inside an action. */
  readonly serverUrl?: string;
  /** Options for Assembly Lines. */
  readonly lines?: LineOptions;
  /** Hooks of the user's own. */
  readonly hooks?: LoadedHooks;
  /** GITHUB_ACTION_REF, inside the root action. */
  readonly actionRef?: string;
};

export type FolderResult =
  | {
      readonly kind: 'converted';
      readonly conversion: Conversion;
      /** What was converted. */
      readonly repository: Repository;
    }
  /** The request itself is wrong: exit code 2. */
  | {
      readonly kind: 'refused';
      readonly message: string;
      readonly diagnostics: readonly Diagnostic[];
    };

export async function convertFolder(request: FolderRequest): Promise<FolderResult> {
  const unusable = whyNoFolder(request.folder);
  if (unusable !== undefined) return { kind: 'refused', message: unusable, diagnostics: [] };
  const earlier = generatedFiles(request.out ?? request.folder, []);
  return convertOpened(
    request,
    readFolderSettings(request),
    earlier,
    () => openRepository(request.folder),
    request.folder,
  );
}

/** A repository that lies anywhere: its files as they are given, its settings from among them or from the disk. */
export async function convertRepository(
  request: Omit<FolderRequest, 'folder'>,
  opened: OpenedRepository & { readonly earlier: readonly EarlierFile[] },
): Promise<FolderResult> {
  const own = opened.repository.read(defaultSettingsFile);
  const settings =
    request.config !== undefined
      ? readFolderSettings({ ...request, folder: path.dirname(request.config) })
      : own === undefined
        ? noSettings
        : readSettings(defaultSettingsFile, own);
  return convertOpened(request, settings, opened.earlier, () => opened);
}

const noSettings: ReadSettings = {
  settings: defaultSettings,
  says: {},
  diagnostics: [],
  usable: true,
};

async function convertOpened(
  request: Omit<FolderRequest, 'folder'>,
  read: ReadSettings | string,
  earlier: readonly EarlierFile[],
  open: () => OpenedRepository,
  /** What folders of earlier options are relative to; undefined for a repository without a folder. */
  base?: string,
): Promise<FolderResult> {
  const refused = (message: string, diagnostics: readonly Diagnostic[] = []): FolderResult => ({
    kind: 'refused',
    message,
    diagnostics,
  });
  if (typeof read === 'string') return refused(read);
  if (!read.usable) return refused('the settings cannot be used', read.diagnostics);

  const recorded = recordedChoices(earlier).filter(
    ({ name }) => request.choices?.[name] === undefined,
  );
  const given: Choices = {
    ...Object.fromEntries(recorded.map(({ name, value }) => [name, value])),
    ...request.choices,
  };
  const ownLines = request.lines ?? { with: [] };
  const unusable = ownLines.with.map(whyNoFolder).find((reason) => reason !== undefined);
  if (unusable !== undefined) return refused(unusable);
  const earlierLines = recordedLines(earlier, ownLines, base);
  const lines: LineOptions = {
    ...earlierLines.options,
    ...ownLines,
    types: { ...earlierLines.options.types, ...ownLines.types },
    with: ownLines.with.length > 0 ? ownLines.with : (earlierLines.options.with ?? []),
  };
  const { with: folders, types, ...lineSettings } = lines;
  const there = folders.filter((folder) => whyNoFolder(folder) === undefined);
  const { repository, diagnostics } = openWithin(open(), request.within);
  const server = serverFound(request, read, repository);
  const settings = {
    ...read.settings,
    ...(server === undefined ? {} : withServer(server, read)),
    ...given,
    ...lineSettings,
    types: { ...read.settings.types, ...types },
  };
  const own = findOwnPin({
    ...defined({ settings: read.own, actionRef: request.actionRef }),
  });
  const openSealed =
    request.aesKey === undefined
      ? undefined
      : (await import('../../secret/sealed-names.ts')).sealedNames(request.aesKey);
  const conversion = await convert({
    repository,
    settings,
    own: own.pin,
    given,
    lineWords: lineWords(lines, base),
    others: there.map((folder) => openRepository(folder).repository),
    ...defined({ openSealed, hooks: request.hooks }),
  });
  const found = [
    ...read.diagnostics,
    ...foreignPin(request, read),
    ...(conversion.sources.length === 0 ? [] : recorded.map(saidBefore)),
    ...(conversion.sources.length === 0 || request.hooks !== undefined
      ? []
      : hooksMissing(earlier)),
    ...(conversion.lines === undefined ? [] : earlierLines.said.map(lineSaidBefore)),
    ...(conversion.lines === undefined || there.length === folders.length ? [] : [foldersGone]),
    ...(server === undefined || conversion.sources.length === 0 ? [] : [onServer(server)]),
    ...diagnostics,
    ...furtherFindings(conversion, repository, own),
  ];
  return { kind: 'converted', conversion: withDiagnostics(conversion, found), repository };
}

/** The Enterprise Server that the settings do not name, where this runs on one, or the repository is at one. */
function serverFound(
  { serverUrl }: Pick<FolderRequest, 'serverUrl'>,
  { says }: ReadSettings,
  { server }: Repository,
): string | undefined {
  if (says.server) return undefined;
  if (serverUrl === undefined || !URL.canParse(serverUrl))
    return server === undefined ? undefined : enterpriseServerOf(server);
  const { hostname } = new URL(serverUrl);
  return isEnterpriseServer(hostname) ? hostname : undefined;
}

const withServer = (server: string, { says }: ReadSettings): Partial<Settings> => {
  const { parallel } = serverSettings(server);
  return says.parallel ? { server } : { server, parallel };
};

const onServer = (server: string): Diagnostic =>
  fileDiagnostic(
    'enterprise-server',
    undefined,
    `the workflows are written for the GitHub Enterprise Server \`${server}\``,
    'if they will run on github.com, add `server: github.com` to the settings',
  );

/** Other files stay in sight: a build may take its context from anywhere. */
function openWithin(opened: OpenedRepository, within = ''): OpenedRepository {
  if (within === '') return opened;
  const isHidden = (at: string): boolean =>
    isLegacyConfiguration(at) && !at.startsWith(`${within}/`);
  const { paths, read } = opened.repository;
  return {
    ...opened,
    repository: {
      ...opened.repository,
      paths: paths.filter((at) => !isHidden(at)),
      read: (at) => (isHidden(at) ? undefined : read(at)),
    },
  };
}

/** The conversion with further diagnostics at their places in the order. */
export const withDiagnostics = (conversion: Conversion, more: readonly Diagnostic[]): Conversion =>
  more.length === 0
    ? conversion
    : { ...conversion, diagnostics: inOrder([...conversion.diagnostics, ...more]) };

function whyNoFolder(folder: string): string | undefined {
  try {
    return fs.statSync(folder).isDirectory()
      ? undefined
      : `\`${folder}\` is a file; pass the folder of the repository`;
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === 'ENOENT' || reason === 'ENOTDIR') return `there is no folder \`${folder}\``;
    return `\`${folder}\` cannot be read (${reason})`;
  }
}

/** The settings of a folder, or why there are none that can be used. */
export function readFolderSettings({
  folder,
  config,
}: Pick<FolderRequest, 'folder' | 'config'>): ReadSettings | string {
  const file = config ?? path.join(folder, defaultSettingsFile);
  const shown = config === undefined ? defaultSettingsFile : path.relative(folder, file);
  try {
    if (config === undefined && !liesWithin(folder, file)) {
      return `the settings \`${shown}\` are a link that leads out of the repository`;
    }
    // A pipe would be waited for.
    if (config === undefined && !fs.statSync(file).isFile()) {
      return `the settings \`${shown}\` are not a regular file`;
    }
    return readSettings(shown.replaceAll('\\', '/'), fs.readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = reasonOf(error);
    if (config === undefined && (reason === 'ENOENT' || reason === 'ENOTDIR')) {
      return noSettings;
    }
    return `the settings \`${file}\` cannot be read (${reason})`;
  }
}

/** Actions that the repository chose, not the one who converts it. */
function foreignPin(
  { config }: Pick<FolderRequest, 'config'>,
  { own, settings }: ReadSettings,
): readonly Diagnostic[] {
  if (config !== undefined) return [];
  const others = Object.entries(settings.actions ?? {}).flatMap(([action, { name, ref }]) =>
    name === undefined ? [] : [`\`${name}@${ref}\` instead of \`${action}\``],
  );
  const said = [
    ...(own === undefined ? [] : [`the commit \`${own.commit}\` of the actions of transship`]),
    ...others,
  ];
  return said.map((chosen) =>
    fileDiagnostic(
      'foreign-pin',
      defaultSettingsFile,
      `the repository's own settings choose ${chosen}`,
      own === undefined
        ? 'check that it is yours, or pass the settings with `--config`'
        : 'check that it is the commit of a release, or pass the settings with `--config`',
    ),
  );
}

/** Whether a file of the repository is one: what a link reads elsewhere would end up in the report. */
function liesWithin(folder: string, file: string): boolean {
  return fs.realpathSync(file).startsWith(fs.realpathSync(folder) + path.sep);
}

/** The first workflow that hooks had a part in. */
const hooksMissing = (earlier: readonly EarlierFile[]): readonly Diagnostic[] =>
  earlier
    .flatMap(({ path: at, options }) => {
      const name = options.find((option) => option.startsWith('--hooks='))?.slice(8);
      if (name === undefined || !at.startsWith('.github/workflows/')) return [];
      return [
        fileDiagnostic(
          'hooks-not-given',
          at,
          `this file was written with \`--hooks ${name}\`, but now there are no hooks`,
          `pass \`--hooks ${name}\` again; without it, the workflow is what transship itself writes`,
        ),
      ];
    })
    .slice(0, 1);

const saidBefore = ({ name, value, path: at }: Recorded): Diagnostic =>
  fileDiagnostic(
    'recorded-option',
    at,
    `\`--${optionNames[name]}=${value}\` still applies: the conversion that wrote this file used it`,
    `give another \`--${optionNames[name]}\` to change it`,
  );

const lineSaidBefore = ({ word, path: at }: RecordedLines['said'][number]): Diagnostic =>
  fileDiagnostic(
    'recorded-option',
    at,
    `\`${word}\` still holds: the conversion that wrote this file was given it`,
    'give the option with another value to change it, or remove it from the first line of the file to end it',
  );

const foldersGone: Diagnostic = fileDiagnostic(
  'line-elsewhere',
  undefined,
  'a repository that an earlier conversion was given by `--with` is not here, so its names are unknown',
  'check it out at the same place, or give its new place by `--with`',
);
