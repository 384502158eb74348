// The pins of actions in the text of a workflow. Bots raise them in files that they have no part in otherwise, so they count
// neither as an edit nor as a difference, and a conversion keeps those that stand in a file.

/** `uses: owner/name@`, and behind it a commit or a release with the comment that names the release. */
const pin =
  /^(?<head>\s*(?:- )?uses: (?<action>[\w.-]+\/[\w./-]+)@)(?<ref>(?:[0-9a-f]{40}|v\d+(?:\.\d+){0,2})(?: # \S+)?)$/gm;

/** The text with every pin left out: equal for texts that differ in pins alone. */
export const withoutPins = (text: string): string => text.replace(pin, '$<head>');

/**
 * The text with the pins that another text has for the same actions; an action that has several there keeps its own.
 *
 * @param chosen actions whose version somebody chose: theirs stay as they are in the text
 */
export function withPinsOf(
  other: string,
  text: string,
  chosen: ReadonlySet<string> = new Set(),
): string {
  const pins = new Map<string, string | undefined>();
  for (const { groups: { action = '', ref = '' } = {} } of other.matchAll(pin)) {
    pins.set(action, pins.has(action) && pins.get(action) !== ref ? undefined : ref);
  }
  return text.replace(pin, (line, head: string, action: string) => {
    const ref = chosen.has(action) ? undefined : pins.get(action);
    return ref === undefined ? line : `${head}${ref}`;
  });
}
