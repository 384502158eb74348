// Every row of the vendor's tables has a case: a function of shipctl, a variable, a type, a kind, a recorded behavior.
// The tables are in the reference beside the repository; without it, this is skipped.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Proof, rows } from './rows.ts';

const reference = new URL('../../../../shared/reference/shippable.md', import.meta.url).pathname;
const tests = new URL('../..', import.meta.url).pathname;

/** All texts below a folder whose names end so. */
const textsIn = (folder: string, end: RegExp): string =>
  readdirSync(join(tests, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => end.test(name))
    .map((name) => readFileSync(join(tests, folder, name), 'utf8'))
    .join('\n');

const isThere = (proof: Proof): boolean => {
  if ('golden' in proof) {
    const folder = `golden/assembly-lines/${proof.golden}`;
    const said = readFileSync(join(tests, folder, 'expected.txt'), 'utf8');
    return proof.has.test(`${textsIn(`${folder}/expected`, /\.yml$/)}\n${said}`);
  }
  const text = readFileSync(join(tests, proof.file), 'utf8');
  return ["'", '"'].some((quote) => text.includes(`test(${quote}${proof.test}${quote}`));
};

/** Named there, and never in a file or on a machine that a job sees. */
const nobodysVariables = [
  // Set by a chat program that is gone with the service.
  'SHIPPABLE_TRIGGER_DETAIL',
];

describe.skipIf(!existsSync(reference))('tables of the reference', () => {
  const text = existsSync(reference) ? readFileSync(reference, 'utf8') : '';
  const section = (head: string): string => {
    const start = text.indexOf(`\n${head}`) + 1;
    const next = /\n#{2,3} /g;
    next.lastIndex = start + head.length;
    return text.slice(start, next.exec(text)?.index);
  };
  /** The first cells of a table. */
  const cells = (head: string): readonly string[] =>
    section(head)
      .split('\n')
      .flatMap((line) => /^\| (.*?) \|/.exec(line.replaceAll('\\|', '/'))?.[1] ?? [])
      .filter((cell) => !/^-+$/.test(cell));
  const words = (cell: string, pattern = /`([^`]+)`/g): readonly string[] =>
    [...cell.matchAll(pattern)].map(([, word = '']) => word);
  const programs = textsIn('actions/line-start', /\.test\.ts$/);
  const runs = textsIn('actions/line', /\.test\.ts$/);
  const goldens = textsIn('golden/assembly-lines', /\.yml$/);
  const missing = (
    wanted: readonly string[],
    has: (word: string) => boolean,
  ): readonly string[] => {
    expect(wanted.length).toBeGreaterThan(0);
    return [...new Set(wanted)].filter((word) => !has(word));
  };

  test('functions of shipctl (9), and its recorded calls (14.4)', () => {
    // A row that lists several names the first in full.
    const functions = cells('## 9. shipctl')
      .flatMap((cell) => words(cell, /`([a-z_]+)(?: [a-z]+)?`/g))
      .map((name) =>
        name.startsWith('_')
          ? `get_resource${name.replace(/^_(id|number)$/, '_version_$1')}`
          : name,
      );
    const calls = cells('### 14.4')
      .flatMap((cell) => words(cell).slice(0, 1))
      .map((call) => call.split(/[\s;`]/)[0] ?? '')
      .filter((name) => !name.includes('*'));
    expect(
      missing(
        [...functions, ...calls],
        (name) =>
          programs.includes(`'${name}`) ||
          programs.includes(` ${name} `) ||
          programs.includes(`${name}'`),
      ),
    ).toEqual([]);
  });

  test("a TASK's shell (14.2)", () => {
    const rows = cells('### 14.2').filter((cell) => !/^(?:Item\(s\)|Hooks)$/.test(cell));
    // One case each: items in one table, hooks and logins in tests of their own.
    const cases = programs.match(/^\s{4}\[$|^\s{4}\['|^test\(|^\s{2}test\(/gm) ?? [];
    expect(cases.length).toBeGreaterThanOrEqual(rows.length);
  });

  test('variables (8.4, 14.1)', () => {
    const names = section('### 8.4')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .flatMap((line) => words(line))
      .flatMap((names) => names.split(/[ /]+/))
      .map((name) => name.replace(/^<(?:R|JOB)>_?/, '_').replace(/<[^>]*>|\*$/g, ''))
      .filter((name) => /^_?[A-Z][A-Z_]+$/.test(name) && !nobodysVariables.includes(name));
    expect(missing(names, (name) => runs.includes(name))).toEqual([]);
  });

  describe.each(Object.entries(rows))('each row of %s has its case', (head, proofs) => {
    /** First cells of a table, or the beginnings of a list. */
    const listed =
      head === '### 14.3'
        ? section(head)
            .split('\n')
            .flatMap((line) => /^\* (.*)/.exec(line)?.[1] ?? [])
        : cells(head).slice(1);
    const begins = Object.keys(proofs);
    test('and no row is without one', () => {
      expect(listed.length).toBeGreaterThan(0);
      expect(listed.filter((row) => !begins.some((begin) => row.startsWith(begin)))).toEqual([]);
      expect(begins.filter((begin) => !listed.some((row) => row.startsWith(begin)))).toEqual([]);
    });
    test.each(begins)('%s', (begin) => {
      const found = proofs[begin] ?? [];
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter((proof) => !isThere(proof))).toEqual([]);
    });
  });

  test('types of resources (8.6) and of jobs (8.3)', () => {
    const types = [...cells('### 8.6'), ...cells('### 8.3')].flatMap((cell) =>
      words(cell).slice(0, 1),
    );
    expect(missing(types, (type) => new RegExp(`type: ${type}\\b`).test(goldens))).toEqual([]);
  });

  test('kinds of integrations (6.4) and logins (8.7)', () => {
    const kinds = [...cells('### 6.4'), ...cells('### 8.7')].flatMap((cell) =>
      words(cell, /`([A-Za-z]\w*)`/g),
    );
    expect(missing(kinds, (kind) => new RegExp(`: ${kind}\\b`).test(goldens))).toEqual([]);
  });
});
