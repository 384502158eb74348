// The table of the fuzzers: readers of foreign text, and what must hold whatever the text.

import fc from 'fast-check';
import { parse } from 'yaml';
import { parseEnvFile } from '../../format/env-file.ts';
import { familiarName, parseReference } from '../../image/reference.ts';
import { writeScalar } from '../../output/scalar.ts';
import { compileRe2 } from '../../pattern/re2.ts';
import { classifyRefPattern, refMatches } from '../../pattern/ref-pattern.ts';
import { parseDockercfg } from '../../registry/docker-config/dockercfg.ts';
import { readNetworkToken } from '../../registry/protocol/network-token.ts';
import { quoteWord, splitWords } from '../../shell/words.ts';
import { parseTemplate, renderTemplate, templateFields } from '../../template/go-template.ts';
import { checkConversion, legacyRepositories } from './converter.ts';
import { demand, type FuzzTarget, fuzzTarget, hostileText } from './target.ts';

const templates = [
  '{{',
  '}}',
  '.Branch',
  '.CommitID',
  ' | ',
  'printf ',
  '"%s"',
  'if ',
  'else',
  'end',
];
const actions = [
  'range ',
  'with ',
  '$x := ',
  'index ',
  '(',
  ')',
  'len ',
  'html ',
  '1',
  "'a'",
  '/*',
  '*/',
  '-',
];
const patterns = [
  '^',
  '$',
  '(',
  ')',
  '|',
  '.*',
  '.+',
  '[a-z]',
  '\\d',
  '?',
  '{2}',
  '(?i)',
  'main',
  'v',
  '/',
];
const refs = ['main', 'release/1.0', 'v1.2.3', 'a', 'Main', 'feature/x-y', '1', 'é'];

export const fuzzTargets: readonly FuzzTarget[] = [
  fuzzTarget(
    'converter',
    "A report instead of a crash, twice the same, and workflows that GitHub's parser accepts and that evaluate nothing of the file.",
    legacyRepositories,
    checkConversion,
  ),
  fuzzTarget(
    'templates',
    'A Go template is read or refused with a place in it, and rendered within its bounds.',
    () => hostileText([...templates, ...actions]),
    (text) => {
      const parsed = parseTemplate(text);
      if (!parsed.ok) {
        demand(parsed.failure.offset <= text.length, 'an error lies outside of the template');
        return;
      }
      templateFields(parsed.value);
      const fields = { Branch: 'main', CommitID: 'a'.repeat(40) };
      const rendered = renderTemplate(parsed.value, fields);
      demand(!rendered.ok || rendered.value.length <= 1_048_576, 'the text is too long');
    },
  ),
  fuzzTarget(
    'patterns',
    'What is said of `tag` and `exclude` without the RE2 engine is what the engine says.',
    () => fc.tuple(hostileText(patterns), fc.constantFrom(...refs)),
    ([text, ref]) => {
      const fast = refMatches(classifyRefPattern(text), ref);
      if (fast === undefined || text === '') return;
      const compiled = compileRe2(text);
      const slow = text === ref || (/[$^]/.test(text) && compiled.ok && compiled.value(ref));
      demand(
        fast === slow,
        `\`${text}\` on \`${ref}\`: ${fast} without the engine, ${slow} with it`,
      );
    },
  ),
  fuzzTarget(
    'env-files',
    'Each entry has a name of a variable, on one line, and stands in the file.',
    () => hostileText(['A=', 'B', '=', '\n', '# ', 'export ', 'KEY: value', '"x"', ' ', 'A=1\n']),
    (text) => {
      for (const { name, value } of parseEnvFile(text).entries) {
        demand(/^[^\s=]+$/.test(name), `\`${name}\` is not a name`);
        demand(!/\n/.test(value), 'a value has several lines');
        demand(text.includes(name), 'a name is in no line of the file');
      }
    },
  ),
  fuzzTarget(
    'image-references',
    'A reference is read to one host, and its name for people means the same image.',
    () =>
      hostileText([
        'docker.io/',
        'docker.io',
        'index.docker.io',
        'localhost:5000',
        'quay.io',
        'a',
        'library',
        '/',
        ':',
        '1.0',
        '@sha256:',
        'a'.repeat(64),
        '[::1]:80',
        'A',
      ]),
    (text) => {
      const parsed = parseReference(text);
      if (!parsed.ok) return;
      const again = parseReference(familiarName(parsed.value));
      demand(
        again.ok && JSON.stringify(again.value) === JSON.stringify(parsed.value),
        `\`${text}\` and \`${familiarName(parsed.value)}\` are two images`,
      );
      demand(!/[\s/@]/.test(parsed.value.host), 'the host is not a host');
    },
  ),
  fuzzTarget(
    'tokens',
    'What a server calls a token is none, or one line that a header carries, masked as a whole and as it is.',
    () =>
      fc.oneof(hostileText(['eyJ', 'ghs_', '.', 'abc', '::add-mask::', '%0A', ' ']), fc.anything()),
    (value: unknown) => {
      const masks: string[] = [];
      const token = readNetworkToken({ mask: (secret) => void masks.push(secret) }, value);
      demand(masks.length === (token === undefined ? 0 : 1), 'it is masked never or twice');
      if (token === undefined) return;
      demand(token === value && masks[0] === token, 'another text than the server sent is used');
      demand(!/[^\x21-\x7e]/.test(token), 'a header cannot carry it');
    },
  ),
  fuzzTarget(
    'dockercfg',
    'A file of credentials is read or refused, and what is said of it holds nothing of it.',
    () =>
      fc.oneof(
        hostileText(['{', '}', '"auths":', '"auth":', '"aGk6cHc="', '"quay.io":', ',', '[', ']']),
        fc.json(),
      ),
    (text) => {
      const found = parseDockercfg(text);
      demand(found !== undefined, 'nothing was said');
    },
  ),
  fuzzTarget(
    'yaml',
    'A text that is written reads back to the same text in YAML 1.1 and 1.2.',
    () =>
      hostileText(['a', '1', 'yes', '0x1f', '1:30', '2001-01-01', '=', ' ', 'null', '.5', '---']),
    (text) => {
      for (const version of ['1.1', '1.2'] as const) {
        const read: unknown = parse(`- ${writeScalar(text)}\n`, { version });
        demand(
          Array.isArray(read) && read[0] === text,
          `YAML ${version} reads ${JSON.stringify(read)}`,
        );
      }
    },
  ),
  fuzzTarget(
    'words',
    'A word that is quoted for a shell is one word, and the same.',
    () => hostileText(['a', ' ', '~', '#', '!', '*', '$HOME', '&&', ';']),
    (text) => {
      if (text.includes('\0')) return;
      const { words } = splitWords(quoteWord(text));
      demand(words.length === 1 && words[0] === text, `it became ${JSON.stringify(words)}`);
    },
  ),
];
