// Whether the words of a legacy file arrive in the output: its commands, images, branch rules and environment
// keys, extracted here without the translator's tables.

import { parseAllDocuments, visit } from 'yaml';
import type { Conversion } from '../../convert/convert.ts';
import type { CoveredLeaf } from './coverage.ts';

export type ContentKind = 'command' | 'image' | 'branch' | 'environment key';

export type ContentItem = {
  readonly kind: ContentKind;
  readonly text: string;
  readonly covered: CoveredLeaf;
};

const command =
  /^(?:\/build)?\/(?:pre_ci|ci|post_ci|push|on_success|on_failure|on_cancel|before_install|install|before_script|script|after_success|after_failure|after_script)(?:\/\d+)*$/;
const stepCommand = /\/command$/;

/** What a leaf is by its place in the file; most are nothing of it. */
export function contentOf(covered: CoveredLeaf): readonly ContentItem[] {
  const { file, leaf } = covered;
  const item = (kind: ContentKind, text: string): ContentItem => ({ kind, text, covered });
  if (leaf.text === '') return [];
  if (/(?:codeship|jet)-steps\./.test(file)) {
    return stepCommand.test(leaf.path) ? [item('command', leaf.text)] : [];
  }
  if (/(?:codeship|jet)-services\.|docker-compose\.yml$/.test(file)) {
    if (/\/image$/.test(leaf.path)) return [item('image', leaf.text)];
    const list = /\/environment\/\d+$/.test(leaf.path) ? /^[A-Za-z_]\w*/.exec(leaf.text)?.[0] : '';
    const key = /\/environment\/([A-Za-z_]\w*)$/.exec(leaf.path)?.[1] ?? list;
    return key ? [item('environment key', key)] : [];
  }
  if (command.test(leaf.path)) return [item('command', leaf.text)];
  if (/\/pre_ci_boot\/image_name$/.test(leaf.path)) return [item('image', leaf.text)];
  if (/^\/branches\/(?:only|except)(?:\/\d+)?$/.test(leaf.path)) return [item('branch', leaf.text)];
  if (/^\/env(?:\/(?:global|matrix))?(?:\/\d+)*$/.test(leaf.path)) {
    return [...leaf.text.matchAll(/(?:^|\s)([A-Za-z_]\w*)=/g)].map(([, key = '']) =>
      item('environment key', key),
    );
  }
  return [];
}

/** Every value and key of the output, with white space made one blank; comments are left out. */
export function outputTexts({ files }: Conversion): readonly string[] {
  return files.flatMap(({ path, content }) => {
    if (!/\.ya?ml$/.test(path)) return [squeeze(withoutComments(content))];
    const texts: string[] = [];
    for (const document of parseAllDocuments(content, { schema: 'failsafe', logLevel: 'silent' })) {
      visit(document as Parameters<typeof visit>[0], {
        Scalar: (_key, { value }) => {
          texts.push(squeeze(withoutComments(String(value))));
        },
      });
    }
    return texts;
  });
}

const withoutComments = (script: string): string => script.replace(/^\s*#.*$/gm, '');
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

export type Found = 'verbatim' | 'word by word' | 'accounted' | 'missing';

/** How an item is found in the output; `accounted` is manual, dropped or invalid, or changed, with a reason. */
export function findItem({ kind, text, covered }: ContentItem, texts: readonly string[]): Found {
  const wanted = squeeze(kind === 'command' ? withoutComments(text) : text);
  if (wanted === '' || texts.some((value) => value.includes(wanted))) return 'verbatim';
  const outcome = covered.entry?.outcome;
  const code = covered.entry?.code;
  if (/^(?:mapped-path|needless-sudo|as-before|old-image-replaced)$/.test(code ?? ''))
    return 'accounted';
  if (outcome === 'manual' || outcome === 'dropped' || outcome === 'invalid') return 'accounted';
  if (kind === 'command' && texts.some((value) => hasWords(value, wanted))) return 'word by word';
  return 'missing';
}

/** All words of a command in their order in one value: quoting and what is put between them may differ. */
function hasWords(value: string, wanted: string): boolean {
  const bare = (text: string): string => text.replace(/["'\\]/g, '');
  const words = bare(wanted).split(' ');
  const all = bare(value);
  let at = 0;
  for (const word of words) {
    const found = all.indexOf(word, at);
    if (found < 0) return false;
    at = found + word.length;
  }
  return true;
}
