/** One item made of a value, or none where there is no value: `[first, ...whenGiven(tag, (tag) => tagField(tag))]`. */
export const whenGiven = <T, const R>(value: T | undefined, make: (value: T) => R): readonly R[] =>
  value === undefined ? [] : [make(value)];
