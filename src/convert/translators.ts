// The translators, each loaded only where there is something for it: most repositories have files of one.

export const translators = {
  assemblyLines: () => import('../legacy/assembly-lines/translate.ts'),
  shippable: () => import('../legacy/shippable/translate.ts'),
  codeship: () => import('../legacy/codeship/translate.ts'),
  codeshipBasic: () => import('../legacy/codeship-basic/translate.ts'),
} as const;
