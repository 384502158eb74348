// What an action takes and gives, declared once. `actions/<name>/action.yml`, the tables in its README,
// the types that its program reads and the steps that the translator writes all come from these rows.

export type InputRow = {
  /** Full sentences: what it is; what happens without it; what it excludes. */
  readonly description: string;
  readonly default?: string;
  readonly required?: true;
  /** A yes or no, which programs get as a boolean; `default` says which where nothing is given. */
  readonly boolean?: true;
  /** A credential, masked before anything else happens; `pairs`: lines `NAME=value`, of which the secret values are masked. */
  readonly secret?: true | 'pairs';
};

type OutputRow = { readonly description: string };

export type ActionInterface = {
  readonly name: string;
  /** `name` of `action.yml`: the Marketplace wants one that no other action, user or organization has. */
  readonly title: string;
  /** Of Feather, for the Marketplace: https://docs.github.com/actions/reference/metadata-syntax-reference#branding. */
  readonly icon: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, InputRow>>;
  /** Inputs of other actions that people write here, with what to write instead: the step ends with it. */
  readonly foreign?: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, OutputRow>>;
  /** Steps of `action.yml` that run first, as lines of YAML, and what they hand to the program's step. */
  readonly beforeProgram?: {
    readonly steps: readonly string[];
    readonly env: Readonly<Record<string, string>>;
  };
  /** Steps of `action.yml` that run after the program, as lines of YAML. */
  readonly afterProgram?: readonly string[];
};

/** The names of an action's inputs, as a type: a step or a program that misspells one does not compile. */
export type InputName<A extends ActionInterface> = keyof A['inputs'] & string;
export type OutputName<A extends ActionInterface> = keyof A['outputs'] & string;
