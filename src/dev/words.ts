// Phrases that came up in texts for people, and what to write in their place. `npm run check` looks for them in every
// document and in every text that documents are made from; src/README.md has the style.

export type PhraseRow = { readonly pattern: RegExp; readonly instead: string };

export const phrases: readonly PhraseRow[] = [
  { pattern: /\bone(?: [\w`=[\]-]+){0,3} a line\b|\bvalue a line\b/i, instead: '"one per line"' },
  {
    pattern: /(?<!there )\b(?:is|are) no (?!longer\b|more\b)[\w`]+/i,
    instead: '"is not a ..."',
  },
  { pattern: /\bnames none\b|\bneeds none of them\b/i, instead: 'what it does without them' },
  { pattern: /\b(?:could|can) be made whole\b/i, instead: '"was converted completely"' },
  { pattern: /\bleave (?:Shippable|CodeShip)\b/i, instead: '"move from ..."' },
  { pattern: /\bsays more of\b/i, instead: '"explains"' },
  { pattern: /\bwas edited since\b/i, instead: '"was edited afterwards"' },
  { pattern: /\bupper (?:and|from) lower case apart\b/i, instead: '"are not case-sensitive"' },
  { pattern: /\bthe ending chooses the form\b/i, instead: '"the extension selects the format"' },
  {
    pattern: /\bswitch(?:ed)? the old service off\b|\bcompare the runs\b/i,
    instead: 'nothing: both services are gone',
  },
  { pattern: /\bany more\b(?! than)/i, instead: '"no longer", or "anymore"' },
  { pattern: /\b(?:for ever|in silence)\b/i, instead: '"always", "silently"' },
  { pattern: /\bis none that\b|\bnone that \w+ knew\b/i, instead: '"... did not support it"' },
  { pattern: /\bgives? way to\b/i, instead: '"is replaced by"' },
  { pattern: /\btakes? no (?:value|push|request|argument)/i, instead: '"does not accept"' },
  { pattern: /\bhas? no equal\b/i, instead: '"has no equivalent"' },
  {
    pattern: /\bstands? (?:in|on|at|below|above|beside|behind) (?:the|a|an|its|one|two|double|`)/i,
    instead: '"is in", "goes in"',
  },
  { pattern: /\bsends? mails\b|\bgot mails\b/i, instead: '"emails"' },
  {
    pattern: /\bcompare with the (?:old )?(?:settings|dashboard|service)\b/i,
    instead: 'nothing: both services are gone',
  },
  { pattern: /\b(?:in|by|that) a step before\b/i, instead: '"an earlier step"' },
  { pattern: /\b(?:and|or) (?:its|their|the) like\b/i, instead: '"and similar ..."' },
  { pattern: /\banew\b/i, instead: '"again"' },
  { pattern: /\bexcludes? each other\b/i, instead: '"cannot be combined"' },
  { pattern: /\bcounts? for nothing\b/i, instead: '"is ignored"' },
  { pattern: /\bspeaks? plain http\b/i, instead: '"uses plain HTTP"' },
  {
    pattern: /\bas it stands\b|\bletter case\b|\bwhite space\b/i,
    instead: '"unchanged", "case", "whitespace"',
  },
  {
    pattern: /\b(?:lies?|lay) (?:below|in|outside|beside|behind|open)\b/i,
    instead: '"is in", "is exposed"',
  },
  { pattern: /\bsteers?\b/i, instead: '"affects"' },
  { pattern: /\bsays more\b|\bsays no\b/i, instead: '"gives details", "rejects"' },
  { pattern: /\bcolour|\blicence\b|\bbehaviour\b|\bartefact/i, instead: 'American spelling' },
];
