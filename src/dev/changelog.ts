// The change log by versions: what a release says of itself.

/**
 * The text below `## VERSION` up to the next version; undefined where the version has no section or an empty one.
 * @param version as in package.json; a date may follow it in the heading, after a comma
 */
export function notesOf(changelog: string, version: string): string | undefined {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((text) => text.split(/[,\n]/, 1)[0]?.trim() === version);
  const notes = section?.split('\n').slice(1).join('\n').trim();
  return notes === '' ? undefined : notes;
}
