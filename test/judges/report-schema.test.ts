import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validateReport } from './index.ts';

const ours = new URL('../../src/report/report.schema.json', import.meta.url);
const contract = new URL('../../../shared/contract/report.schema.json', import.meta.url);

const report = {
  version: 1,
  tool: { name: 'transship', version: '1.0.0' },
  sources: [{ system: 'shippable', files: ['shippable.yml'] }],
  files: [{ path: '.github/workflows/shippable.yml', content: 'name: CI\n' }],
  nodes: [
    {
      file: 'shippable.yml',
      path: '/language',
      line: 1,
      column: 11,
      outcome: 'translated',
      target: 'a#/b',
    },
    {
      file: 'shippable.yml',
      path: '/x',
      line: 2,
      column: 4,
      outcome: 'dropped',
      code: 'dropped-key',
    },
  ],
  diagnostics: [
    {
      code: 'dropped-key',
      severity: 'warning',
      message: 'm',
      help: 'h',
      file: 'shippable.yml',
      line: 2,
      column: 1,
      endLine: 2,
      endColumn: 5,
    },
  ],
  secrets: [{ name: 'A', why: 'w', file: 'shippable.yml', line: 3 }],
  summary: { translated: 1, approximated: 0, manual: 0, dropped: 1, invalid: 0 },
};

describe('the schema of the report', () => {
  it('accepts a report', () => {
    expect(validateReport(report)).toEqual([]);
  });

  it('names each violation and its place', () => {
    const [{ target: _, ...node } = {}] = report.nodes;
    const bad = {
      ...report,
      version: 2,
      nodes: [node, { ...report.nodes[1], line: 0 }],
      summary: { ...report.summary, manual: -1 },
    };
    expect(validateReport(bad)).toEqual([
      '/version must be equal to constant',
      "/nodes/0 must have required property 'target'",
      '/nodes/0 must match "then" schema',
      '/nodes/1/line must be >= 1',
      '/summary/manual must be >= 0',
    ]);
    expect(validateReport(null)).toEqual(['/ must be object']);
  });

  it.skipIf(!existsSync(contract))('is the schema of the contract, where that is at hand', () => {
    expect(readFileSync(ours, 'utf8')).toBe(readFileSync(contract, 'utf8'));
  });
});
