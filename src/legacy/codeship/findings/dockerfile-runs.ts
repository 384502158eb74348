// Programs that a Dockerfile installs without a version: the newest release does not run on an old base image.

import { readDockerfile } from '../../../format/dockerfile.ts';
import type { Repository } from '../../../ground/repository.ts';
import { type Call, readCalls } from '../../../machine/calls/calls.ts';
import { applyEdits } from '../../../machine/calls/edit.ts';
import { selfUpdate } from '../../../machine/changed/self-updates.ts';
import { takesTooNew } from '../../../machine/languages/npm-of-then.ts';
import { composerNeeds } from '../../../machine/languages/php.ts';
import type { TranslationContext } from '../../translation.ts';
import { dockerfilesOf } from '../services/dockerfiles.ts';
import type { Service } from '../services/service.ts';

/** One warning for each call, at its place in the Dockerfile. */
export function reportRunTools(
  services: readonly Service[],
  folder: string,
  { repository, report }: TranslationContext,
): void {
  for (const file of dockerfilesOf(services, folder, repository)) {
    const { text } = file;
    const told = new Set<string>();
    for (const run of readDockerfile(text, new Map()).runs) {
      const language = languageOf(run.base);
      if (language === undefined) continue;
      for (const call of readCalls(run.text, repository).calls) {
        const finding = findingOf(call, run.text, language, repository);
        if (finding === undefined || told.has(finding.message)) continue;
        told.add(finding.message);
        report('too-new-for-base', { file, ...spanOf(text, call) }, finding.message, finding.help);
      }
    }
  }
}

type Language = { readonly key: string; readonly title: string; readonly version: string };

const languages: Readonly<Record<string, { readonly key: string; readonly title: string }>> = {
  node: { key: 'node_js', title: 'Node.js' },
  ruby: { key: 'ruby', title: 'Ruby' },
  php: { key: 'php', title: 'PHP' },
};

/** The language of an official image with a version in its tag. */
function languageOf(image: string): Language | undefined {
  const match = /^(?:(?:docker\.io\/)?library\/)?(node|ruby|php):v?(\d+(?:\.\d+)*)/.exec(image);
  const row = languages[match?.[1] ?? ''];
  return row === undefined ? undefined : { ...row, version: match?.[2] ?? '' };
}

type Finding = { readonly message: string; readonly help: string };

function findingOf(
  call: Call,
  text: string,
  { key, title, version }: Language,
  repository: Repository,
): Finding | undefined {
  const { command, offset, word, args } = call;
  if (offset === undefined) return undefined;
  const written = [word, ...args].join(' ');
  if (key === 'php') {
    const needs = composerNeeds([call], repository);
    if (needs?.lacksPlugins !== true || args.includes('--no-plugins')) return undefined;
    return {
      message: `\`${written}\`: since 2.2 Composer runs only plugins that are allowed, and \`composer.lock\` has plugins: the build fails`,
      help: 'list them under `config.allow-plugins` in `composer.json`',
    };
  }
  const update = selfUpdate(call, text, key, [version], { listed: new Set() });
  if (update === undefined && key === 'node_js' && takesTooNew(call, version, repository))
    return {
      message: `\`${written}\`: this npm reads \`npm-shrinkwrap.json\` alone, and without it takes the newest releases, which may not run on ${title} ${version}`,
      help: 'commit an `npm-shrinkwrap.json`, or start from a newer image',
    };
  if (update === undefined) return undefined;
  const edits = update.edits.map((edit) => ({
    ...edit,
    start: edit.start - command.start,
    end: edit.end - command.start,
  }));
  const instead = applyEdits(text.slice(command.start, command.end), edits).replace(/\s+/g, ' ');
  return {
    message: instead.startsWith('(')
      ? `\`${written}\`: it takes the newest release, which may not run on ${title} ${version}`
      : `\`${written}\`: the newest release does not run on ${title} ${version}`,
    help: instead.startsWith(': ') ? 'remove it' : `write \`${instead}\``,
  };
}

/** Where the Dockerfile has the words of a call; its beginning where a variable or a line break is between them. */
function spanOf(
  text: string,
  { word, args }: Call,
): { readonly start: number; readonly end: number } {
  const words = [word, ...args].map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const match =
    new RegExp(words.join('[\\s\\\\"\']+')).exec(text) ??
    new RegExp(`\\b${words[0]}\\b`).exec(text);
  if (match === null) return { start: 0, end: 0 };
  return { start: match.index, end: match.index + match[0].length };
}
