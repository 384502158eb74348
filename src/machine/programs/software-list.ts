// Reads the software list that actions/runner-images publishes with each image.

/** Name and version of every part, in the order of the list. */
export function parseSoftwareList(markdown: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let section = '';
  let part = '';
  for (const line of markdown.split('\n')) {
    const heading = /^(#{2,4}) (.*?)\s*$/.exec(line);
    if (heading !== null) {
      if (heading[1]?.length === 4) part = heading[2] ?? '';
      else {
        section = heading[2] ?? '';
        part = '';
      }
      continue;
    }
    // Versions in the tool cache are looked up by the setup actions; modules are no programs.
    if (section === 'Cached Tools' || part.startsWith('PowerShell Modules')) continue;
    const item =
      /^- ([^:]+): (.*)$/.exec(line) ??
      /^- (.*?) \(build from commit (\w+)\)/.exec(line) ??
      /^- (.*?) (\d\S*)/.exec(line);
    const [, name, version] = item ?? row(line, section) ?? [];
    if (name === undefined || version === undefined || found.has(name.trim())) continue;
    found.set(name.trim(), (version.split(' - ')[0] ?? version).trim());
  }
  const jdks = [...markdown.matchAll(/^\| ([\d.]+\+\d+)[^|]*\| JAVA_HOME_\d+/gm)].map(
    (match) => match[1],
  );
  if (jdks.length > 0) found.set('Java', jdks.join(', '));
  return found;
}

/** A row of the tables of web servers and of apt packages. */
function row(line: string, section: string): RegExpExecArray | undefined {
  const match = /^\| ([\w.+-]+) +\| ([\w.:+~-]+) +\|/.exec(line);
  if (match === null || /^(?:Name|-+)$/.test(match[1] ?? '')) return undefined;
  return section === 'Web Servers' || section === 'Installed apt packages' ? match : undefined;
}
