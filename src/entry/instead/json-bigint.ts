// In the bundle in place of `json-bigint`, by which Google's client reads what the metadata server answers, and whose numbers
// are a library of their own. Of the answers only the token is used, which has no number that a double cannot hold.

export const parse = JSON.parse;
