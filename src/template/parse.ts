// The parser of templates; what Go knows and CodeShip's fields can't use is refused by its name.

import { ok, type Result } from '../ground/result.ts';
import type {
  Node,
  Operand,
  Template,
  TemplateCommand,
  TemplateError,
  TemplatePipeline,
} from './ast.ts';
import { formatFault } from './format.ts';
import { isFunction } from './functions.ts';
import { lexTemplate, type Token } from './lex.ts';
import { goCharacter, goNumber, goString } from './literal.ts';

type ParsedTemplate = Result<Template, TemplateError>;

/** The reading position. An error moves it to the end, so that every loop ends by itself. */
type Parser = {
  readonly tokens: readonly Token[];
  readonly length: number;
  at: number;
  depth: number;
  error: TemplateError | undefined;
  variables: readonly string[];
};

/** Nesting beyond this is an error of the template, not of the call stack. */
const deepest = 100;
/** Parts of Go's language without a use here: no field is a list, and a template is one line. */
const unsupported = new Set(['range', 'define', 'block', 'template', 'break', 'continue']);

/** Reads a Go template (codeship.md 4.3). The first error ends the reading. */
export function parseTemplate(text: string): ParsedTemplate {
  const lexed = lexTemplate(text);
  if (!lexed.ok) return lexed;
  const parser: Parser = {
    tokens: lexed.value,
    length: text.length,
    at: 0,
    depth: 0,
    error: undefined,
    variables: ['$'],
  };
  const { nodes, ending } = list(parser);
  if (ending !== undefined) fail(parser, ending.offset, `unexpected \`${ending.text}\``);
  if (parser.error !== undefined) return { ok: false, failure: parser.error };
  return ok({ nodes });
}

function fail(parser: Parser, offset: number, message: string): void {
  parser.error ??= { offset, message };
  parser.at = parser.tokens.length;
}

function peek(parser: Parser): Token | undefined {
  return parser.tokens[parser.at];
}

function skipSpace(parser: Parser): Token | undefined {
  while (peek(parser)?.kind === 'space') parser.at += 1;
  return peek(parser);
}

function offsetOf(parser: Parser): number {
  return peek(parser)?.offset ?? parser.length;
}

/** Steps over the end of an action. */
function expectClose(parser: Parser): void {
  const token = skipSpace(parser);
  if (token?.kind === 'close') parser.at += 1;
  else fail(parser, offsetOf(parser), `unexpected \`${token?.text ?? 'end'}\` in an action`);
}

/** Reads up to the end, or to `end` or `else`, of which only the word is read. */
function list(parser: Parser): { readonly nodes: readonly Node[]; readonly ending?: Token } {
  const nodes: Node[] = [];
  for (;;) {
    const token = peek(parser);
    if (token === undefined) return { nodes };
    parser.at += 1;
    if (token.kind === 'text') {
      nodes.push({ kind: 'text', text: token.text });
      continue;
    }
    const word = skipSpace(parser);
    const keyword = word?.kind === 'word' ? word.text : undefined;
    if (word !== undefined && (keyword === 'end' || keyword === 'else')) {
      parser.at += 1;
      return { nodes, ending: word };
    }
    if (keyword === 'if' || keyword === 'with') {
      parser.at += 1;
      nodes.push(control(parser, keyword));
    } else if (keyword !== undefined && unsupported.has(keyword)) {
      fail(parser, word?.offset ?? 0, `\`${keyword}\` is not supported`);
    } else {
      nodes.push({ kind: 'action', pipeline: pipeline(parser, 'close') });
    }
  }
}

function control(parser: Parser, kind: 'if' | 'with'): Node {
  const variables = parser.variables;
  const opened = offsetOf(parser);
  const node = nested(parser, () => {
    const condition = pipeline(parser, 'close');
    const { nodes: body, ending } = list(parser);
    const otherwise = ending?.text === 'else' ? alternative(parser, kind, opened) : [];
    if (ending?.text === 'end') expectClose(parser);
    else if (ending === undefined) fail(parser, opened, `\`${kind}\` without \`end\``);
    return { kind, pipeline: condition, body, otherwise };
  });
  parser.variables = variables;
  return node ?? { kind: 'text', text: '' };
}

/** Reads what follows `else`, with the `end` of the whole. */
function alternative(parser: Parser, kind: 'if' | 'with', opened: number): readonly Node[] {
  const word = skipSpace(parser);
  if (word?.kind === 'word' && word.text === kind) {
    parser.at += 1;
    return [control(parser, kind)];
  }
  expectClose(parser);
  const { nodes, ending } = list(parser);
  if (ending?.text === 'end') expectClose(parser);
  else fail(parser, ending?.offset ?? opened, `\`${kind}\` without \`end\``);
  return nodes;
}

function nested<T>(parser: Parser, read: () => T): T | undefined {
  if (parser.depth >= deepest) {
    fail(parser, offsetOf(parser), `nested more than ${deepest} levels deep`);
    return undefined;
  }
  parser.depth += 1;
  const result = read();
  parser.depth -= 1;
  return result;
}

const notExecutable: readonly Operand['kind'][] = ['bool', 'dot', 'nil', 'int', 'string'];

/** Reads commands up to the end of the action or the parenthesis, and steps over that. */
function pipeline(parser: Parser, end: 'close' | 'right'): TemplatePipeline {
  const start = offsetOf(parser);
  const variable = declaration(parser);
  const commands: TemplateCommand[] = [];
  for (;;) {
    const token = skipSpace(parser);
    if (token?.kind === end) break;
    if (token === undefined || !startsOperand(token)) {
      fail(parser, offsetOf(parser), `unexpected \`${token?.text ?? 'end'}\` in an action`);
      break;
    }
    const next = command(parser);
    const [first] = next.operands;
    if (commands.length > 0 && first !== undefined && notExecutable.includes(first.kind)) {
      fail(parser, next.offset, 'what follows a pipe has to be a function or a method');
    }
    commands.push(next);
  }
  parser.at += 1;
  if (commands.length === 0) fail(parser, start, 'an action without a value');
  return variable === undefined ? { commands } : { variable, commands };
}

function declaration(parser: Parser): TemplatePipeline['variable'] {
  const start = parser.at;
  const name = skipSpace(parser);
  if (name?.kind !== 'variable') return undefined;
  parser.at += 1;
  const operator = skipSpace(parser);
  if (operator?.kind === 'declare' || operator?.kind === 'assign') {
    parser.at += 1;
    parser.variables = [...parser.variables, name.text];
    return { name: name.text, declares: operator.kind === 'declare' };
  }
  parser.at = start;
  return undefined;
}

function startsOperand({ kind }: Token): boolean {
  return ['dot', 'field', 'variable', 'word', 'number', 'character', 'string', 'left'].includes(
    kind,
  );
}

/** Reads operands up to a pipe, which belongs to the command, or to the end of the pipeline. */
function command(parser: Parser): TemplateCommand {
  const offset = offsetOf(parser);
  const operands: Operand[] = [];
  for (;;) {
    const token = skipSpace(parser);
    if (token !== undefined && startsOperand(token)) operands.push(operand(parser));
    const after = peek(parser);
    if (after?.kind === 'space') {
      parser.at += 1;
      continue;
    }
    if (after?.kind === 'pipe') parser.at += 1;
    else if (after?.kind !== 'close' && after?.kind !== 'right') {
      fail(parser, offsetOf(parser), `unexpected \`${after?.text ?? 'end'}\` behind a value`);
    }
    const [called, format] = operands;
    if (called?.kind === 'function' && called.name === 'printf' && format?.kind === 'string') {
      const fault = formatFault(format.value);
      if (fault !== undefined) fail(parser, offset, fault);
    }
    return { offset, operands };
  }
}

function operand(parser: Parser): Operand {
  const offset = offsetOf(parser);
  const term = readTerm(parser);
  const names: string[] = [];
  for (let token = peek(parser); token?.kind === 'field'; token = peek(parser)) {
    names.push(token.text.slice(1));
    parser.at += 1;
  }
  if (names.length === 0) return term;
  if (term.kind === 'field' || term.kind === 'variable' || term.kind === 'group') {
    return { ...term, names: [...term.names, ...names] };
  }
  if (term.kind === 'function') {
    return { kind: 'group', pipeline: { commands: [{ offset, operands: [term] }] }, names, offset };
  }
  fail(parser, offset, 'a constant has no fields');
  return term;
}

function readTerm(parser: Parser): Operand {
  const token = peek(parser);
  const nil: Operand = { kind: 'nil' };
  if (token === undefined) return nil;
  const { text, offset } = token;
  parser.at += 1;
  switch (token.kind) {
    case 'dot':
      return { kind: 'dot' };
    case 'field':
      return { kind: 'field', names: [text.slice(1)], offset };
    case 'variable':
      if (!parser.variables.includes(text))
        fail(parser, offset, `variable \`${text}\` is not declared`);
      return { kind: 'variable', name: text, names: [], offset };
    case 'left': {
      const inner = nested(parser, () => pipeline(parser, 'right'));
      return inner === undefined ? nil : { kind: 'group', pipeline: inner, names: [], offset };
    }
    case 'word':
      if (text === 'nil') return nil;
      if (text === 'true' || text === 'false') return { kind: 'bool', value: text === 'true' };
      if (!isFunction(text)) fail(parser, offset, `there is no function \`${text}\``);
      return { kind: 'function', name: text, offset };
    default: {
      const constant = literal(token);
      if (constant === undefined) {
        const fault = token.kind === 'number' ? 'is not a whole number' : 'is malformed';
        fail(parser, offset, `\`${text.slice(0, 40)}\` ${fault}`);
      }
      return constant ?? nil;
    }
  }
}

function literal({ kind, text }: Token): Operand | undefined {
  if (kind === 'number') return goNumber(text);
  if (kind === 'character') {
    const code = goCharacter(text);
    return code === undefined ? undefined : { kind: 'int', value: BigInt(code) };
  }
  const value = goString(text);
  return value === undefined ? undefined : { kind: 'string', value };
}
