// The shape of bash text, as far as a translator has to understand it: which commands there are, how
// they hang together, and which parts of a word are expanded. All offsets count UTF-16 units.

/** Where reading stopped making sense. `open` says that the text ended inside something. */
export type ShellProblem = {
  readonly offset: number;
  readonly message: string;
  readonly open: boolean;
};

/** A shell word with the commands that are substituted into it. */
export type Word = {
  readonly start: number;
  readonly end: number;
  /** Exactly as written. */
  readonly raw: string;
  /** The text after quote removal, only when nothing in the word is expanded by `$` or backticks. */
  readonly value?: string;
  readonly substitutions: readonly List[];
};

export type Redirection = {
  readonly operator: string;
  readonly target: Word;
  /** Commands substituted into the body of a here-document. */
  readonly body?: readonly List[];
};

export type SimpleCommand = {
  readonly kind: 'simple';
  readonly start: number;
  readonly end: number;
  readonly assignments: readonly Word[];
  readonly words: readonly Word[];
  readonly redirections: readonly Redirection[];
};

/** `[[ ]]` and `(( ))`: commands of their own to `-e`, without command words. */
export type TestCommand = {
  readonly kind: 'test' | 'arithmetic';
  readonly start: number;
  readonly end: number;
  readonly redirections: readonly Redirection[];
  readonly substitutions: readonly List[];
};

export type CompoundCommand = {
  readonly kind: 'if' | 'while' | 'until' | 'for' | 'select' | 'case' | 'group' | 'subshell';
  readonly start: number;
  readonly end: number;
  /** Lists of which the status decides what runs, and is forgotten then. */
  readonly conditions: readonly List[];
  /** Lists of which the last status can be the status of the whole. */
  readonly bodies: readonly List[];
  /** The words of `for` and `case`. The first word of `for` and `select` is the variable. */
  readonly words: readonly Word[];
  /** `for` and `select`: the text before the body, as written. */
  readonly header: string;
  readonly redirections: readonly Redirection[];
};

export type FunctionDefinition = {
  readonly kind: 'function';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly body: Command;
  readonly redirections: readonly Redirection[];
};

export type Command = SimpleCommand | TestCommand | CompoundCommand | FunctionDefinition;

export type Pipeline = {
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
  readonly timed: boolean;
  readonly commands: readonly Command[];
};

/** Pipelines joined by `&&` and `||`: `operators[i]` stands between pipeline `i` and `i + 1`. */
export type AndOrList = {
  readonly start: number;
  readonly end: number;
  readonly pipelines: readonly Pipeline[];
  readonly operators: readonly ('&&' | '||')[];
  /** Ended by `&`. */
  readonly background: boolean;
};

export type List = {
  readonly statements: readonly AndOrList[];
};

/** What was understood of a text. With a problem, what stands before it is still there. */
export type Script = List & {
  readonly problem?: ShellProblem;
};
