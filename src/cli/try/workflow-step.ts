// Parts of a workflow as YAML gives them.

export type Fields = Readonly<Record<string, unknown>>;
export type Step = Fields;
