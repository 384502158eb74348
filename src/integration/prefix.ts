// How the name of an integration becomes part of variables (contract; shippable.md 8.4).

/** An integration's name as Shippable put it into variables: letters, digits, underscores; no digits in front. */
export const integrationPrefix = (name: string): string =>
  name
    .replace(/[^A-Za-z0-9_]/g, '')
    .replace(/^[0-9]+/, '')
    .toUpperCase();
