// Text of a user in a field where GitHub evaluates expressions.

/** The text with every `${{` of the user's own kept as text. */
export const fieldText = (text: string): string => text.replaceAll('${{', () => "${{ '${{' }}");
