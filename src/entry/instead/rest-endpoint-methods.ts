// In the bundle in place of the plugin that gives the client of GitHub's API a method for each of its 900 calls. Ours are
// made by `request`, which names the path.

export const restEndpointMethods = (): Record<string, never> => ({});
