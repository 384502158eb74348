// Where the JSON schemas of what is written are published: at the tag that moves to each release of version 1.

/** @param name of a file below `.github/schemas`, without its ending */
export const schemaAddress = (name: 'report' | 'audit'): string =>
  `https://raw.githubusercontent.com/transship/transship/v1/.github/schemas/${name}.schema.json`;
