// The form of `codeship-basic.yml` as a JSON Schema (2020-12): `.github/schemas/codeship-basic.schema.json` is made from it.

import { basicKeys } from './keys.ts';
import { templateFields } from './templates.ts';

type Schema = Readonly<Record<string, unknown>>;

const line: Schema = { type: 'string' };
const commands: Schema = {
  description: 'A list of commands, or a string with one command per line.',
  oneOf: [line, { type: 'array', items: line }],
};

const record = (
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[],
): Schema => ({ type: 'object', additionalProperties: false, required, properties });

const deployment = record(
  {
    branch: {
      ...line,
      description: 'The branch; with `%` at its end, every branch that starts with it.',
    },
    match: { enum: ['exact', 'prefix'] },
    name: line,
    commands,
    ...Object.fromEntries(
      Object.entries(templateFields).map(([name, fields]) => [
        name,
        record(
          Object.fromEntries(Object.keys(fields).map((field) => [field, line])),
          Object.keys(fields).filter((field) => fields[field] === 'required'),
        ),
      ]),
    ),
  },
  ['branch'],
);

const forms: Readonly<Record<string, Schema>> = {
  setup: commands,
  tests: {
    oneOf: [
      commands,
      { type: 'object', additionalProperties: commands },
      { type: 'array', items: record({ name: line, commands }, ['commands']) },
    ],
  },
  deployments: { type: 'array', items: deployment },
  environment: {
    oneOf: [
      { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } },
      {
        type: 'array',
        items: record({ name: line, value: { type: ['string', 'null'] } }, ['name']),
      },
    ],
  },
  services: { type: 'array', items: line },
};

export const basicSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A CodeShip Basic project as transship reads it',
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    Object.entries(forms).map(([key, form]) => [
      key,
      { ...form, description: basicKeys[key as keyof typeof basicKeys].summary },
    ]),
  ),
};
