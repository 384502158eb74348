// What the two products printed when something was wrong, as people still find it in old logs and search for it. One row
// each, with what it meant and what helps today (codeship.md 9, the page on image registries; shippable.md 1.3).

export type VendorMessage = {
  readonly system: 'CodeShip' | 'Shippable';
  /** The message as it was printed; a part that differed each time is `...`. */
  readonly text: string;
  readonly pattern: RegExp;
  readonly cause: string;
  readonly remedy: string;
};

const keyRemedy =
  'Use the `codeship.aes` of the project that encrypted the file: `transship decrypt FILE` tells you whether it fits. Nobody can get the key from CodeShip anymore: without it, `transship convert --secrets each` makes one secret for each variable.';

export const vendorMessages: readonly VendorMessage[] = [
  {
    system: 'CodeShip',
    text: "Failed to parse dockercfg: invalid character '...' after top-level value",
    pattern:
      /failed to parse \.?dockercfg|invalid character .{1,12} (?:after top-level value|looking for beginning of value)/i,
    cause:
      'The dockercfg is not valid JSON, or it was decrypted with a key that is wrong, truncated, or from another project.',
    remedy: `Open it with \`transship decrypt FILE\` and check that it is JSON. ${keyRemedy}`,
  },
  {
    system: 'CodeShip',
    text: 'jet: no key',
    pattern: /jet: no key|no aes key provided/i,
    cause:
      'The key is missing: there is no `codeship.aes` in the folder that the command runs in, and `--key-path` points elsewhere.',
    remedy:
      'Put `codeship.aes` in the folder, pass it with `--key-path`, or set the variable CODESHIP_AES_KEY.',
  },
  {
    system: 'CodeShip',
    text: 'docker: no decryptor available',
    pattern: /no decryptor available/i,
    cause: 'An encrypted file was used without a key.',
    remedy: keyRemedy,
  },
  {
    system: 'CodeShip',
    text: 'checksum for decrypted data is invalid, corrupt AES key or data',
    pattern: /checksum for decrypted data is invalid|corrupt aes key/i,
    cause:
      'The file has the signed format (first line `codeship:v2` or `cloudbees:v1`), and the key is wrong or the file is damaged.',
    remedy: keyRemedy,
  },
  {
    system: 'CodeShip',
    text: 'One or more build-args [...] were not consumed',
    pattern: /one or more build-args .*not consumed/i,
    cause: 'The Dockerfile has no `ARG` with that name. Docker before 1.13 refused to build.',
    remedy: 'Add `ARG NAME` to the Dockerfile, or remove the build argument.',
  },
  {
    system: 'CodeShip',
    text: 'no basic auth credentials',
    pattern: /no basic auth credentials/i,
    cause:
      'The registry of the push ends with a slash, or the dockercfg has no entry for the host in the name of the image.',
    remedy:
      'Compare the host in `image_name` with the entries of the dockercfg. The actions `login` and `push` ignore the scheme, the path and a trailing slash when they match hosts.',
  },
  {
    system: 'CodeShip',
    text: 'unauthorized: authentication required',
    pattern:
      /unauthorized: (?:authentication required|access to the requested resource|incorrect username)/i,
    cause:
      'The image name lacks the host of its registry, the account may not write there (on Quay.io, each robot needs permission for each repository), or Docker Hub requires an access token instead of the password.',
    remedy: 'Correct the name, give the account permission, or create a token.',
  },
  {
    system: 'Shippable',
    text: 'failed to find yml file',
    pattern: /failed to find yml file/i,
    cause: 'The root of that branch had no `shippable.yml`.',
    remedy: 'Convert a branch that has one.',
  },
  {
    system: 'Shippable',
    text: 'invalid yml format',
    pattern: /invalid yml format/i,
    cause: 'The file is not valid YAML, or a value has the wrong type.',
    remedy: '`transship convert --dry-run` shows the line and column.',
  },
  {
    system: 'Shippable',
    text: 'Bad YML data in build.ci. Only strings allowed',
    pattern: /bad yml data in|only strings allowed/i,
    cause:
      'A command contains `: ` or starts with a special character of YAML, so that it is not a string.',
    remedy: 'Put the command in quotes.',
  },
  {
    system: 'Shippable',
    text: 'Integration name specified in yml does not match integrations present in Subscription settings: ...',
    pattern: /integration name specified in yml does not match/i,
    cause: 'The subscription had no integration with exactly that name; names were case-sensitive.',
    remedy:
      'Correct the `integrationName`; transship names the secrets of an integration after it.',
  },
  {
    system: 'Shippable',
    text: 'Invalid integration ... specified for integration type: ...',
    pattern: /invalid integration .*specified for integration type/i,
    cause: 'The integration was listed under the wrong family.',
    remedy: 'Move the entry to the family of its type: `hub`, `key`, `deploy` or `notifications`.',
  },
  {
    system: 'Shippable',
    text: 'common2 ... _cleanRunYml',
    pattern: /_cleanrunyml/i,
    cause:
      'Shippable did not support the `language`, or the project was enabled under the discontinued tab "Infra".',
    remedy: 'Correct `language`; `transship explain language` lists the valid names.',
  },
];

/** The messages that a line of a log, or a part of a message, fits. */
export function vendorMessagesIn(text: string): readonly VendorMessage[] {
  const said = vendorMessages.filter(({ pattern }) => pattern.test(text));
  if (said.length > 0) return said;
  const part = text.trim().toLowerCase();
  return part.length < 6
    ? []
    : vendorMessages.filter((row) => row.text.toLowerCase().includes(part));
}
