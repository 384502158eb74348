// A tag as CodeShip made it of a text: without what a tag cannot have (codeship.md 4.4).

import { fail, ok } from '../../ground/result.ts';
import { stripTag } from '../../template/strip-tag.ts';
import type { RenderedTag } from './targets.ts';

/** @param text a rendered template or a literal tag */
export function tagOf(text: string): RenderedTag {
  const { tag, removed, leading, cut } = stripTag(text);
  if (tag === '') return fail(`\`${text}\` contains no characters that a tag can have.`);
  if (tag === text) return ok({ tag });
  const what = [
    ...(removed.length > 0
      ? [`without ${removed.map((character) => `\`${character}\``).join(' ')}`]
      : []),
    ...(leading === '' ? [] : [`without \`${leading}\` in front`]),
    ...(cut === '' ? [] : ['cut to 128 characters']),
  ];
  const warning = `The tag is \`${tag}\`: \`${text}\` ${what.join(', ')}, as tags require and CodeShip did. Two branches can get the same tag.`;
  return ok({ tag, warning });
}
