// Credentials by the name of an integration: lines of the input `credentials`, then environment variables of the
// contract's rule `<NAME>_INTEGRATION_<FIELD>` (shippable.md 8.4).

import { cleanPlain, cleanSecret } from '../../ground/given-text.ts';
import type { Host } from '../../host/host.ts';
import { integrationPrefix } from '../../integration/prefix.ts';
import type { FieldRow } from '../../integration/registries.ts';
import { fail, ok, type Result } from '../../registry/protocol/result.ts';
import { holdsPassword, isPublicPair } from '../program-inputs.ts';

export type CredentialValues = {
  /** The value of a field; undefined where nobody names it, empty where the secret behind it is empty. */
  readonly read: (integration: string, field: FieldRow) => string | undefined;
  /** Whether anything at all is there for an integration. */
  readonly knows: (integration: string) => boolean;
};

const pairLine = /^\s*([^=]+?)_INTEGRATION_([A-Za-z0-9_]+)=(.*)$/;

/** Masks every secret value of the input as it is read. */
export function credentialValues(host: Host, input: string): Result<CredentialValues> {
  const lines = readLines(input);
  if (!lines.ok) return lines;
  for (const [name, value] of lines.value) if (!isPublicPair(name, value)) host.mask(value);
  const variables = new Map(
    Object.entries(host.env).map(([name, value]) => [name.toUpperCase(), value]),
  );
  const lookUp = (integration: string, field: string): string | undefined => {
    const variable = `${integrationPrefix(integration)}_INTEGRATION_${field}`;
    return (
      // The exact name first: two integrations may have the same variable.
      lines.value.get(`${integration}_INTEGRATION_${field}`) ??
      lines.value.get(variable) ??
      variables.get(variable)
    );
  };
  return ok({
    read: (integration, field) => {
      const values = field.names
        .map((name) => lookUp(integration, name))
        .filter((value) => value !== undefined);
      const cleaned = values.map(field.secret === true ? cleanSecret : cleanPlain);
      const value = cleaned.find((text) => text !== '') ?? cleaned[0];
      const isSecret = field.secret === true || holdsPassword(value ?? '');
      if (value !== undefined && isSecret) host.mask(value);
      return value;
    },
    knows: (integration) => {
      const prefixes = [
        `${integration}_INTEGRATION_`,
        `${integrationPrefix(integration)}_INTEGRATION_`,
      ];
      const names = [...lines.value.keys(), ...variables.keys()];
      return names.some((name) => prefixes.some((prefix) => name.startsWith(prefix)));
    },
  });
}

/** `NAME_INTEGRATION_FIELD=value` lines; a value that begins as JSON or PEM does goes on over the lines below it. */
function readLines(input: string): Result<ReadonlyMap<string, string>> {
  const values = new Map<string, string>();
  let last = '';
  for (const [index, line] of input.split(/\r?\n/).entries()) {
    const [, name, field, value = ''] = pairLine.exec(line) ?? [];
    if (name !== undefined && field !== undefined) {
      last = `${name}_INTEGRATION_${field.toUpperCase()}`;
      values.set(last, value);
      continue;
    }
    const begun = values.get(last) ?? '';
    if (/^\s*(\{|-----BEGIN)/.test(begun)) values.set(last, `${begun}\n${line}`);
    else if (line.trim() !== '' && !line.trim().startsWith('#')) {
      return fail(
        'wrong',
        `Line ${index + 1} of \`credentials\` is not a \`NAME_INTEGRATION_FIELD=value\` line.`,
        'Only JSON and PEM values can have several lines.',
      );
    }
  }
  return ok(values);
}
