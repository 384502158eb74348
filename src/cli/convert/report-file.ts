// The forms of a report, by the ending of the file's name. Each renderer is loaded when it is asked for.

import fs from 'node:fs';
import path from 'node:path';
import type { Conversion } from '../../convert/convert.ts';
import { reasonOf } from '../../host/files/repository.ts';
import { writeWhole } from '../../host/files/write-files.ts';
import { look } from '../../host/look.ts';
import { reportJson } from '../../report/report.ts';

/** `within`: the folder that was converted, below the root of its repository; '' for the root itself. */
type Renderer = (conversion: Conversion, version: string, within?: string) => string;

type Form = {
  readonly load: () => Promise<Renderer>;
  /** How every report of this form begins. */
  readonly beginning: RegExp;
};

export const renderJson: Renderer = reportJson;

const forms: Readonly<Record<string, Form>> = {
  '.json': {
    load: async () => renderJson,
    beginning: /^\{\s*(?:"\$schema": "[^"]*",\s*)?"version": 1,\s*"tool": \{\s*"name": "transship"/,
  },
  '.md': {
    load: async () => {
      const { renderMarkdown } = await import('../../report/markdown.ts');
      return (conversion) => renderMarkdown(conversion);
    },
    beginning: /^# transship report/,
  },
  '.sarif': {
    load: async () => (await import('../../report/sarif.ts')).renderSarif,
    beginning: /^\{[^}]*"name": "transship"/,
  },
  '.html': {
    load: async () => (await import('./html-report.ts')).renderHtml,
    beginning: /^<!doctype html>\n<html lang="en">[\s\S]{0,900}<title>transship report<\/title>/,
  },
  '.csv': {
    load: async () => (await import('../../report/csv.ts')).renderCsv,
    beginning: /^kind,file,line,column,/,
  },
};

export const reportEndings = Object.keys(forms);

const formOf = (file: string): Form | undefined => forms[path.extname(file).toLowerCase()];

export const hasReportEnding = (file: string): boolean => formOf(file) !== undefined;

/** Why a report may not be written to this absolute path; undefined where it may. */
export function whyNoReport(file: string, force: boolean): string | undefined {
  const stat = look(file);
  if (stat === undefined || force) return undefined;
  if (!stat.isFile()) return 'it is not a regular file';
  try {
    const isReport = formOf(file)?.beginning.test(fs.readFileSync(file, 'utf8')) === true;
    return stat.size === 0 || isReport ? undefined : 'transship did not write it';
  } catch (error) {
    return reasonOf(error);
  }
}

/** The report in the form that the file's ending asks for. */
export async function renderReport(
  file: string,
  conversion: Conversion,
  version: string,
  within = '',
): Promise<string> {
  const render = (await formOf(file)?.load()) ?? renderJson;
  return render(conversion, version, within);
}

/** Renders and writes a report; gives the system's reason where that fails. */
export const writeReport = async (
  file: string,
  conversion: Conversion,
  version: string,
): Promise<string | undefined> => writeWhole(file, await renderReport(file, conversion, version));
