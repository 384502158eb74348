/**
 * A text as a definition of `docker buildx bake` has it in JSON, where every string is a template of HCL: each `$` and `%`
 * by an expression of its own, because what the escapes `$${` and `%%{` mean beside further signs differs.
 * https://github.com/hashicorp/hcl/blob/main/json/spec.md
 */
export function bakeTemplate(text: string): string {
  return text.replace(/[$%]/g, (sign) => (sign === '$' ? '${"$"}' : '${"%"}'));
}
