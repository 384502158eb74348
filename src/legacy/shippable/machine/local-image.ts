// Whether `pre_ci` makes the image that `pre_ci_boot` names: then the one on the machine is meant, whatever `pull`
// says or leaves open (shippable.md 13, 15).

import { commandWords } from '../../../shell/commands.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Boot, Command, ShippableConfig } from '../keys/config.ts';
import { scriptsOf } from '../scripts/scripts.ts';

/** Whether the image on the machine is booted; a `pull: true` that cannot have meant the registry's is reported. */
export function bootsLocalImage(
  { boot, sections }: ShippableConfig,
  context: TranslationContext,
): boolean {
  if (boot === undefined || !makesImage(sections.preCi, boot, context)) return false;
  if (boot.pull?.value === true) {
    context.report(
      'pull-after-build',
      boot.pull.node,
      '`pre_ci` builds this image, so the local one is booted without a pull',
      'if you mean the image in the registry, rename one of them',
    );
  }
  return true;
}

/** Whether a command of `pre_ci`, or a script that it runs, builds, tags or pulls the image. */
function makesImage(
  preCi: readonly Command[],
  { image_name: name, image_tag: tag }: Boot,
  { repository }: TranslationContext,
): boolean {
  if (name === undefined) return false;
  const wanted = withTag(plain(name.text), tag === undefined ? undefined : plain(tag.text));
  const all = [...preCi, ...preCi.flatMap((command) => scriptsOf(command, repository))];
  return all
    .flatMap(({ text }) => commandWords(text))
    .some(({ word, rest }) => word === 'docker' && imagesMade(rest).includes(wanted));
}

function imagesMade(words: readonly string[]): readonly string[] {
  const [command = '', ...rest] =
    words[0] === 'image' || words[0] === 'buildx' ? words.slice(1) : words;
  const names = rest.filter((part) => !part.startsWith('-'));
  switch (command) {
    case 'build':
      return rest.flatMap((part, index) => {
        const attached = /^(?:--tag=|-t=?)(.+)$/.exec(part)?.[1];
        const next = part === '-t' || part === '--tag' ? rest[index + 1] : undefined;
        const name = attached ?? next;
        return name === undefined ? [] : [withTag(plain(name))];
      });
    case 'tag':
    case 'commit':
    case 'pull':
      return names.slice(-1).map((name) => withTag(plain(name)));
    default:
      return [];
  }
}

const plain = (text: string): string =>
  text.replace(/^(["'])(.*)\1$/, '$2').replace(/\$\{(\w+)\}/g, '$$$1');

const withTag = (name: string, tag?: string): string =>
  tag !== undefined ? `${name}:${tag}` : /:[^/]*$/.test(name) ? name : `${name}:latest`;
