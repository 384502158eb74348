// The forms of an audit's report, by the ending of the file's name. Each is loaded when it is asked for.

import fs from 'node:fs';
import path from 'node:path';
import type { EstateReport } from '../../estate/estate.ts';
import { reasonOf } from '../../host/files/repository.ts';
import { schemaAddress } from '../../report/schema-address.ts';
import type { PackedViews } from './estate-page.ts';

type Renderer = (report: EstateReport, views: PackedViews) => string;

type Form = {
  readonly load: () => Promise<Renderer>;
  /** How every report of this form begins. */
  readonly beginning: RegExp;
};

export const renderEstateJson = (report: EstateReport): string =>
  `${JSON.stringify({ $schema: schemaAddress('audit'), ...report }, undefined, 2)}\n`;

const forms: Readonly<Record<string, Form>> = {
  '.json': {
    load: async () => renderEstateJson,
    beginning:
      /^\{\s*(?:"\$schema": "[^"]*",\s*)?"version": 1,\s*"tool": \{\s*"name": "transship",[^}]*\},\s*"kind": "audit"/,
  },
  '.md': {
    load: async () => (await import('../../estate/markdown.ts')).renderEstateMarkdown,
    beginning: /^# transship audit/,
  },
  '.html': {
    load: async () => (await import('./estate-page.ts')).renderEstatePage,
    beginning: /^<!doctype html>\n<html lang="en">[\s\S]{0,900}<title>transship report<\/title>/,
  },
  '.csv': {
    load: async () => (await import('../../estate/csv.ts')).renderEstateCsv,
    beginning: /^row,repository,branch,/,
  },
  '.sarif': {
    load: async () => (await import('../../estate/sarif.ts')).renderEstateSarif,
    beginning: /^\{[^}]*"name": "transship"/,
  },
};

export const auditEndings = Object.keys(forms);

const formOf = (file: string): Form | undefined => forms[path.extname(file).toLowerCase()];

/** Why nothing may be written to this absolute path; undefined where it may. */
export function whyNoAuditReport(file: string): string | undefined {
  const form = formOf(file);
  if (form === undefined) return `the extension selects the format: ${auditEndings.join(', ')}`;
  try {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (stat === undefined) {
      return fs.statSync(path.dirname(file), { throwIfNoEntry: false })?.isDirectory() === false
        ? 'its folder is a file'
        : undefined;
    }
    if (!stat.isFile()) return 'it is not a regular file';
    if (stat.size === 0 || form.beginning.test(fs.readFileSync(file, 'utf8'))) return undefined;
    return 'there is a file that transship did not write; remove it, or choose another name';
  } catch (error) {
    return `it cannot be read (${reasonOf(error)})`;
  }
}

/** Whether a form shows what became of every value, beyond what the report counts. */
export const showsValues = (file: string): boolean => formOf(file) === forms['.html'];

export const renderAuditReport = async (
  file: string,
  report: EstateReport,
  views: PackedViews,
): Promise<string> => ((await formOf(file)?.load()) ?? renderEstateJson)(report, views);
