// Scripts that were written for Python 2, which `python` was on every machine of Shippable, whatever the language of the
// project. On a runner it is Python 3.

import type { Repository } from '../../ground/repository.ts';
import type { Call } from '../calls/calls.ts';

/** Modules that Python 3 renamed. Inside of `try` a script asks for both names, so only a line of its own counts. */
const renamedModule =
  /^(?:import|from)\s+(?:[\w, ]+,\s*)?(?:httplib|urllib2|urlparse|ConfigParser|StringIO|cPickle|Queue|commands|HTMLParser|cookielib|xmlrpclib|__builtin__|SocketServer|BaseHTTPServer|SimpleHTTPServer)\b/m;

/** What Python 3 cannot parse. */
const oldSyntax =
  /^[ \t]*(?:print[ \t]+(?:["'\w]|>>)|except\s+[\w.()]+(?:\([^)]*\))?\s*,\s*\w+\s*:|exec\s+["'])|;\s*print\s+[\w"']/m;

const isForPython2 = (text: string): boolean => renamedModule.test(text) || oldSyntax.test(text);

/** The script of Python 2 that a call runs: its path, or `-c`. */
export function scriptOfPython2(
  { word, args }: Pick<Call, 'word' | 'args'>,
  repository: Repository,
): string | undefined {
  const isPython = /^(?:\/usr\/bin\/)?python$/.test(word);
  if (isPython && args[0] === '-c') return isForPython2(args[1] ?? '') ? `python -c` : undefined;
  const named = isPython ? args.find((arg) => !arg.startsWith('-')) : word;
  const path = named?.replace(/^(?:\.\/)+/, '') ?? '';
  if ((!isPython && !/[/]/.test(word)) || !repository.paths.includes(path)) return undefined;
  const text = repository.read(path) ?? '';
  const [first = ''] = text.split('\n', 1);
  if (!isPython && !/^#!.*\bpython(?:2(?:\.\d)?)?\s*$/.test(first)) return undefined;
  return isForPython2(text.replace(/\r/g, '')) ? path : undefined;
}
