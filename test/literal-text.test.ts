// Whatever a legacy file holds arrives as text: nothing of it is evaluated, and every reader reads it alike.

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isMap, isScalar, parseAllDocuments, parseDocument, visit } from 'yaml';
import { readSettings } from '../src/cli/convert/settings.ts';
import { type Conversion, convert } from '../src/convert/convert.ts';
import type { Repository } from '../src/ground/repository.ts';
import { goldenCases, ownPin, repositoryOf } from './golden-case.ts';
import { readWorkflow, splitCode } from './judges/read-workflow.ts';

/** What nobody else writes, as text that GitHub would evaluate: `index` tells where it stood. */
const canary = (index: number): string => `\${{ canary.c${index} }}`;
const anyCanary = /canary\.c\d+/;

const isConfiguration = (file: string): boolean =>
  /(?:shippable[^/]*|(?:codeship|jet)-(?:services|steps)|docker-compose)\.(?:yml|json)$/i.test(
    file,
  );

/** Words that the products give a meaning: with a canary in them there would be nothing to translate. */
const words =
  /^(?:[\d.]+|true|false|yes|no|on|off|always|never|change|success|failure|serial|parallel|push|run|load|manual|matrix|slack|webhook|email|irc|hipchat|docker.*|ecr|gcr|gcloudKey|quay\S*|artifactory|ssh-?key|pem-?key|postgres\w*|mysql|mongo\w*|redis\S*|memcached?|rabbitmq\S*|elasticsearch|couch\w*|cassandra|neo4j|rethinkdb|riak|selenium|node_js|python|ruby|java|go|php|scala|clojure|c|none|generic|nodejs)$/i;

type Where = 'values' | 'keys';

/** The file with canaries behind its texts, or behind the keys of the user's own mappings. */
function planted(text: string, where: Where): string {
  let count = 0;
  const documents = parseAllDocuments(text, { uniqueKeys: false, merge: true });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return text;
  for (const document of documents) {
    visit(document, {
      Scalar(key, node, parents) {
        if (typeof node.value !== 'string' || node.value === '') return;
        if (key === 'key') {
          if (where === 'keys' && isOwnMapping(parents)) node.value += canary(count++);
        } else if (where === 'values' && !words.test(node.value)) node.value += canary(count++);
      },
    });
  }
  try {
    return documents.map((document) => document.toString({ lineWidth: 0 })).join('');
  } catch {
    // An alias of an anchor in another file.
    return text;
  }
}

/** Mappings whose keys are names that a user chose, by the key that they stand under. */
function isOwnMapping(parents: readonly unknown[]): boolean {
  const names = ['environment', 'args', 'global', 'env', 'addons', 'extra_hosts', 'labels'];
  const pair = parents.at(-3);
  const key =
    typeof pair === 'object' && pair !== null && 'key' in pair && isScalar(pair.key)
      ? String(pair.key.value)
      : '';
  return names.includes(key) || (isMap(parents.at(-2)) && parents.length === 3);
}

function plantedRepository(folder: string, where: Where | 'folders'): Repository {
  const { paths, read } = repositoryOf(folder);
  const rename = (file: string): string =>
    where !== 'folders' || /^\.?shippable|\.github\//i.test(file) || path.dirname(file) === '.'
      ? file
      : file.replace(/[^/]+(?=\/)/, (name) => `${name}${canary(0)}`);
  const texts = new Map(
    paths.map((file) => {
      const text = read(file);
      const isPlanted = where !== 'folders' && isConfiguration(file);
      return [rename(file), isPlanted ? planted(text ?? '', where) : text];
    }),
  );
  return { paths: [...texts.keys()].sort(), read: (file) => texts.get(file) };
}

async function conversionOf(folder: string, where: Where | 'folders'): Promise<Conversion> {
  const repository = plantedRepository(folder, where);
  const config = repositoryOf(folder).read('.github/transship.yml') ?? '';
  const { settings } = readSettings('.github/transship.yml', config);
  return convert({ repository, settings, own: ownPin });
}

/** What is wrong with a generated workflow that holds canaries. */
async function faultsOf(content: string): Promise<readonly string[]> {
  const { scalars, errors } = await readWorkflow(content);
  // A canary that would be evaluated is an unknown name.
  const faults: string[] = [...errors];
  for (const { path: at, text, isExpression, isKey } of scalars) {
    if (isExpression && anyCanary.test(splitCode(text).rest)) faults.push(`${at}: ${text}`);
    if (/\/run$/.test(at) && !isKey && text.includes('${{')) faults.push(`${at}: ${text}`);
    // A condition that holds the sign is read as a text, which is always true.
    if (/\/if$/.test(at) && !isKey && /\$\{\{/.test(text)) faults.push(`${at}: ${text}`);
  }
  return faults;
}

/** Keys and values that a reader of YAML 1.1 takes for something else than a reader of YAML 1.2. */
function differences(content: string): readonly string[] {
  const [modern, old] = (['1.2', '1.1'] as const).map((version) => {
    const said: string[] = [];
    const document = parseDocument(content, { version, merge: false });
    visit(document, {
      Scalar: (key, { value }) =>
        void said.push(`${key === 'key' ? 'key' : 'value'} ${typeof value} ${value}`),
    });
    return said;
  });
  // The workflow's own key is the one word that nobody quotes.
  return (modern ?? []).filter((one, index) => one !== old?.[index] && one !== 'key string on');
}

/** Values of a Compose file that Compose would take for a variable of its own. */
function filledIn(content: string): readonly string[] {
  const found: string[] = [];
  visit(parseDocument(content), {
    Scalar(key, { value }) {
      const text = String(value).replaceAll('$$', '');
      if (key !== 'key' && /\$\{\{/.test(text)) found.push(String(value));
    },
  });
  return found;
}

const cases = goldenCases();
const isYaml = (file: string): boolean => /\.ya?ml$/.test(file);
const isWorkflow = (file: string): boolean => file.startsWith('.github/workflows/');

describe('text of legacy files', () => {
  test.each(['values', 'keys', 'folders'] as const)(
    'is evaluated nowhere: canaries in %s',
    async (where) => {
      let planted = 0;
      for (const { name, folder } of cases) {
        const { files } = await conversionOf(folder, where);
        for (const { path: at, content } of files) {
          if (anyCanary.test(content)) planted++;
          if (isWorkflow(at)) expect(await faultsOf(content), `${name} ${at}`).toEqual([]);
          if (isYaml(at)) expect(differences(content), `${name} ${at}`).toEqual([]);
          if (/compose[^/]*\.yml$/.test(at)) expect(filledIn(content), `${name} ${at}`).toEqual([]);
        }
      }
      expect(planted).toBeGreaterThan(where === 'values' ? 150 : 5);
    },
    60_000,
  );

  test('is text to readers of YAML 1.1 and of YAML 1.2', () => {
    for (const { name, folder } of cases) {
      const expected = path.join(folder, 'expected');
      if (!fs.existsSync(expected)) continue;
      for (const file of fs.readdirSync(expected, { recursive: true, encoding: 'utf8' })) {
        if (!isYaml(file)) continue;
        const content = fs.readFileSync(path.join(expected, file), 'utf8');
        expect(differences(content), `${name} ${file}`).toEqual([]);
      }
    }
  });
});
