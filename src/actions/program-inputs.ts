// Names and secrecy of input values, for the program that reads them and the generator that writes `action.yml`.

/** The variable that carries an input to the program; `sh` drops variables with other characters in their names. */
export function inputVariable(inputName: string): string {
  return `INPUT_${inputName.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
}

/** Hides the value of a secret input: all of it, or of `NAME=value` lines the values that are secret. */
export function maskInput(
  secret: true | 'pairs',
  value: string,
  mask: (text: string) => void,
): void {
  if (secret === true) {
    mask(value);
    return;
  }
  for (const line of value.split(/\r?\n/)) {
    const [name, text] = splitPair(line);
    if (text !== undefined && !isPublicPair(name, text)) mask(text);
  }
}

/** `NAME=value` at its first `=`; without one, the value is undefined. */
export function splitPair(line: string): readonly [name: string, value: string | undefined] {
  const at = line.indexOf('=');
  return at < 0 ? [line.trim(), undefined] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

/** Whether a value may be shown: its name says that it is not a secret, and there is no password in it. */
export function isPublicPair(name: string, value: string): boolean {
  return isPublicName(name) && !holdsPassword(value);
}

/** Whether a text holds a URL with a password, or with a token in the place of the user: `https://user:pass@host`. */
export function holdsPassword(text: string): boolean {
  return /[a-z][a-z0-9+.-]*:\/\/[^\s/?#@]+@/i.test(text);
}

/**
 * Whether a variable's name says that its value is not a secret. Masking an address, an account or a region would blot it
 * out of every message, and GitHub drops job outputs that contain it.
 */
export function isPublicName(name: string): boolean {
  return /(^|_)(URL|USERNAME|USER|EMAIL|REGION|LOCATION|REGISTRY|REGISTRY_NAME|REGISTRY_IDS|PROJECT_ID|PROJECTNAME|ACCOUNT|AWSACCOUNTID|PROVIDER|PUBLIC|ENDPOINT|CONNECTIONID)$/i.test(
    name,
  );
}
