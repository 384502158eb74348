// The syntax tree of a Go template, as far as CodeShip's fields can use the language.

export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly pipeline: TemplatePipeline }
  | {
      readonly kind: 'if' | 'with';
      readonly pipeline: TemplatePipeline;
      readonly body: readonly Node[];
      readonly otherwise: readonly Node[];
    };

/** Commands joined by `|`, with the variable that gets the result. */
export type TemplatePipeline = {
  readonly variable?: { readonly name: string; readonly declares: boolean };
  readonly commands: readonly TemplateCommand[];
};

/** A function or method with its arguments, or a single operand. Offsets count UTF-16 units. */
export type TemplateCommand = {
  readonly offset: number;
  readonly operands: readonly Operand[];
};

export type Operand =
  | { readonly kind: 'dot' | 'nil' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'function'; readonly name: string; readonly offset: number }
  /** `.A.B` */
  | { readonly kind: 'field'; readonly names: readonly string[]; readonly offset: number }
  /** `$x.A.B`; the name holds its `$`. */
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly names: readonly string[];
      readonly offset: number;
    }
  /** `( )`, with fields behind it. */
  | {
      readonly kind: 'group';
      readonly pipeline: TemplatePipeline;
      readonly names: readonly string[];
      readonly offset: number;
    };

export type Template = {
  readonly nodes: readonly Node[];
};

/** Why a template can't be read or rendered, and where. */
export type TemplateError = {
  readonly offset: number;
  readonly message: string;
};
