// Tools of Go that commands install from source. Today's sources need a newer Go than the old one of a job, and from Go
// 1.17 on `go get` no longer installs; the runner's own Go builds them as modules.

import { callsFunctions } from '../../shell/commands.ts';
import type { Call } from '../calls/calls.ts';
import { type Edit, withoutWord } from '../calls/edit.ts';

/** Paths that people wrote, with the module's package of today where it is another one. */
const tools: Readonly<Record<string, string>> = {
  'golang.org/x/lint/golint': '',
  'github.com/golang/lint/golint': 'golang.org/x/lint/golint',
  'golang.org/x/tools/cmd/goimports': '',
  'golang.org/x/tools/cmd/stringer': '',
  'github.com/mattn/goveralls': '',
  'github.com/axw/gocov/gocov': '',
  'github.com/AlekSi/gocov-xml': '',
  'github.com/matm/gocov-html': 'github.com/matm/gocov-html/cmd/gocov-html',
  'github.com/jstemmer/go-junit-report': '',
  'github.com/tebeka/go2xunit': '',
  'github.com/t-yuki/gocover-cobertura': '',
  'github.com/modocache/gover': '',
  'github.com/wadey/gocovmerge': '',
  'github.com/haya14busa/goverage': '',
  'github.com/kisielk/errcheck': '',
  'github.com/fzipp/gocyclo': 'github.com/fzipp/gocyclo/cmd/gocyclo',
  'github.com/gordonklaus/ineffassign': '',
  'github.com/client9/misspell/cmd/misspell': '',
  'honnef.co/go/tools/cmd/staticcheck': '',
  'github.com/onsi/ginkgo/ginkgo': '',
  'github.com/mitchellh/gox': '',
  'github.com/tcnksm/ghr': '',
  'github.com/golang/mock/mockgen': '',
};

/** What has come with Go itself since then. */
const inGo = /^(?:golang\.org\/x\/tools|code\.google\.com\/p\/go\.tools)\/cmd\/(?:cover|vet)$/;

/** Whether a path is a program, as far as is known here. */
export const isGoTool = (path: string): boolean =>
  inGo.test(path) || Object.hasOwn(tools, withoutRelease(path));

const withoutRelease = (path: string): string => path.replace(/@.*$/, '');

const installOne =
  'env -u GOROOT GO111MODULE=on GOTOOLCHAIN=auto GOBIN="$(go env GOPATH)/bin" /usr/bin/go install "$tool"';

/** The function that a section gets for the tools. */
export const installGoTool: readonly string[] = [
  'install_go_tool() {',
  '  local tool',
  '  for tool; do',
  "    # By the runner's own Go: the sources of today need a newer one than the job's.",
  `    ${installOne} || return`,
  '  done',
  '}',
];

/** The same for a program in front, which finds no function. */
const installAsProgram = `sh -c 'for tool; do ${installOne} || exit; done' sh`;

type ToolChange = {
  readonly edits: readonly Edit[];
  /** Installed in another way. */
  readonly installed: readonly string[];
  /** Left out. */
  readonly needless: readonly string[];
};

/** What a call of Go installs that is a tool, and the text that takes its place. */
export function goToolChange(
  { word, args, offset, command, wrappers }: Call,
  text: string,
): ToolChange {
  const none: ToolChange = { edits: [], installed: [], needless: [] };
  if (word !== 'go' || !/^(?:get|install)$/.test(args[0] ?? '') || args.includes('-d')) return none;
  const paths = args.slice(1).filter((arg) => !arg.startsWith('-'));
  const needless = paths.filter((path) => inGo.test(path));
  const installed = paths.filter((path) => Object.hasOwn(tools, withoutRelease(path)));
  if (needless.length + installed.length === 0) return none;
  const last = command.words.at(-1);
  if (offset === undefined || last === undefined) return { ...none, installed, needless };
  const install = installed.map((path) => {
    const release = /@.*$/.exec(path)?.[0] ?? '@latest';
    return `${tools[withoutRelease(path)] || withoutRelease(path)}${release}`;
  });
  const isAll = needless.length + installed.length === paths.length;
  const call = install.length === 0 ? '' : `install_go_tool ${install.join(' ')}`;
  const isBare = wrappers.every((one) => callsFunctions(one.word));
  const whole = isBare ? call || ':' : call.replace(/^install_go_tool/, installAsProgram) || 'true';
  if (isAll)
    return {
      edits: [{ start: offset, end: last.end, text: whole }],
      installed,
      needless,
    };
  const edits = command.words.flatMap(({ value, start, end }): readonly Edit[] =>
    value !== undefined && [...needless, ...installed].includes(value)
      ? [withoutWord(text, { start, end })]
      : [],
  );
  return {
    edits: [
      ...edits,
      ...(call === '' ? [] : [{ start: last.end, end: last.end, text: ` && ${call}` }]),
    ],
    installed,
    needless,
  };
}
