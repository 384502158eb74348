// The settings file as a JSON Schema, for editors: `.github/schemas/settings.schema.json` is made from it, and it from the
// rows that the file is read with.

import type { KeyRow, KeyTable } from '../../source/keys.ts';
import { settingKeys } from './settings.ts';

type Schema = Readonly<Record<string, unknown>>;

export const settingsSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Settings of transship, .github/transship.yml',
  ...objectOf(settingKeys),
};

function objectOf(keys: KeyTable): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(keys).map(([key, row]) => [
        key,
        { description: `${row.summary} ${row.becomes}`, ...typeOf(row) },
      ]),
    ),
  };
}

/** By the words in which a row says what it takes. */
function typeOf({ accepts: { expects }, keys }: KeyRow): Schema {
  if (keys !== undefined) return objectOf(keys);
  if (expects === '`true` or `false`') return { type: 'boolean' };
  if (expects.startsWith('one of ')) {
    return { enum: [...expects.matchAll(/`([^`]+)`/g)].map(([, word]) => word) };
  }
  if (expects.startsWith('a list')) {
    return { type: 'array', items: { type: ['string', 'number'] } };
  }
  if (expects.startsWith('a mapping')) {
    return { type: 'object', additionalProperties: { type: ['string', 'number'] } };
  }
  return { type: ['string', 'number'] };
}
