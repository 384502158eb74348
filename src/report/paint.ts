// Colours of a terminal (SGR codes), or none.

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;

export type Paint = (style: keyof typeof codes, text: string) => string;

export const painter =
  (color: boolean): Paint =>
  (style, text) =>
    color ? `\u001B[${codes[style]}m${text}\u001B[0m` : text;
