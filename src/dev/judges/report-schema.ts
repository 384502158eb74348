import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const findSchema = (from: string): string => {
  const path = join(from, 'src', 'report', 'report.schema.json');
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const above = dirname(from);
    if (above === from) throw error;
    return findSchema(above);
  }
};

let validator: ValidateFunction | undefined;

/** Holds a report (parsed JSON) against the published schema; one line a violation, none if it is valid. */
export const validateReport = (report: unknown): readonly string[] => {
  validator ??= new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
  }).compile(JSON.parse(findSchema(dirname(fileURLToPath(import.meta.url)))));
  if (validator(report)) return [];
  return (validator.errors ?? []).map((error) => {
    const detail =
      'additionalProperty' in error.params ? ` (${error.params['additionalProperty']})` : '';
    return `${error.instancePath === '' ? '/' : error.instancePath} ${error.message ?? error.keyword}${detail}`;
  });
};
