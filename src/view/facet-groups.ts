// What repositories are filtered by. A page imports this alone, and not what makes the data.

export const facetGroups = {
  work: 'Left to a person',
  differs: 'Different',
  secret: 'Secrets',
  variable: 'Variables',
  image: 'Images that are no longer maintained',
  runner: 'Runners',
  action: 'Actions',
} as const;

export type FacetGroup = keyof typeof facetGroups;
