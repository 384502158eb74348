// Pass 4: where the container sections run: on the runner with a setup action, or inside a booted image.
// The vendor's own images are gone; the runner stands for them, except where a version is too old for it.

import { joined, type Text, traced } from '../../output/tree.ts';
import type { TranslationContext } from '../translation.ts';
import type { Boot, ShippableConfig } from './config.ts';
import type { LanguageRow } from './languages.ts';
import type { Cell, Matrix } from './matrix.ts';
import { spelledApart } from './matrix-layout.ts';

export type Machine =
  | { readonly kind: 'runner'; readonly version?: Text }
  /** `boot`: the user's own image. `official`: the language's image, because of a version or a container name. */
  | { readonly kind: 'boot'; readonly image: Text; readonly tag?: Text; readonly boot: Boot }
  | { readonly kind: 'boot-name'; readonly image: Text; readonly tag?: Text }
  | { readonly kind: 'official'; readonly image: string; readonly tag: Text };

/** Images that Shippable published, with the settings of its machines inside (shippable.md 4). */
const vendorImage = /^(?:drydock|drydockaarch64|drydock\w*|shippable|shippableimages)\//;

export function chooseMachine(
  config: ShippableConfig,
  language: LanguageRow,
  matrix: Matrix,
  needs: {
    /** A command names the build container. */
    readonly container: boolean;
    /** Commands install their version with nvm, which runners have. */
    readonly nvm: boolean;
  },
  context: TranslationContext,
): Machine {
  const versions = versionsOf(matrix, language);
  const custom = customImage(config, context);
  if (custom !== undefined) {
    const cells = matrix.rows.flatMap((row) => [...row.cells.values()]);
    for (const { from } of cells) {
      for (const node of from) {
        context.otherwise(
          'version-on-own-image',
          node,
          'versions chose nothing on an image of your own, which Shippable said in the log',
          'remove it, or have the image bring the version',
        );
      }
    }
    return custom;
  }
  const dead = versions.filter((cell) => !language.onRunner(cell.text));
  const spell = language.spell ?? ((version: string) => version);
  const standard = language.defaultVersion;
  if (dead.length > 0 && needs.nvm) return { kind: 'runner' };
  const standardIsDead =
    versions.length === 0 && standard !== undefined && !language.onRunner(standard);
  if (standardIsDead && config.keys.language !== undefined && language.image !== undefined) {
    context.report(
      'old-default',
      config.keys.language,
      `without a version Shippable ran ${language.title} ${standard}, which no runner has any more, so the job boots the image \`${language.image}:${spell(standard)}\``,
      'name a version that is still maintained when you can',
    );
  }
  if (language.image !== undefined && (dead.length > 0 || standardIsDead || needs.container)) {
    for (const cell of dead) {
      const [node] = cell.from;
      if (node === undefined) continue;
      context.report(
        'old-version',
        node,
        `no runner has ${language.title} ${cell.text} any more, so the job boots the image \`${language.image}:${spell(cell.text)}\``,
        'move to a version that is still maintained when you can',
      );
    }
    return {
      kind: 'official',
      image: language.image,
      tag: versionText(matrix, language, spell) ?? language.defaultVersion ?? 'latest',
    };
  }
  const version =
    versionText(matrix, language, spell) ??
    (language.defaultVersion === undefined ? undefined : spell(language.defaultVersion));
  return { kind: 'runner', ...(version === undefined ? {} : { version }) };
}

function customImage(
  config: ShippableConfig,
  { report, otherwise }: TranslationContext,
): Machine | undefined {
  const { boot, buildImage } = config;
  const name = boot?.image_name;
  // Without a name the official image is meant (shippable.md 15); what else is said goes with it.
  for (const node of [boot?.image_tag, boot?.pull?.node])
    if (node !== undefined)
      otherwise('part-of-vendor-image', node, 'this goes with the official image, which is gone');
  if (boot !== undefined && name !== undefined) {
    if (!vendorImage.test(name.text)) {
      return {
        kind: 'boot',
        image: traced(name.text, name),
        boot,
        ...(boot.image_tag === undefined
          ? {}
          : { tag: traced(boot.image_tag.text, boot.image_tag) }),
      };
    }
    report(
      'vendor-image',
      name,
      `\`${name.text}\` was an image of Shippable and is gone; the runner stands for it`,
      'check that the runner has the tools that the commands use',
    );
    return undefined;
  }
  if (buildImage !== undefined) {
    if (vendorImage.test(buildImage.text)) {
      report(
        'vendor-image',
        buildImage,
        `\`${buildImage.text}\` was an image of Shippable and is gone; the runner stands for it`,
        'check that the runner has the tools that the commands use',
      );
      return undefined;
    }
    const match = /^(.*?)(?::([^:/]+))?$/.exec(buildImage.text);
    return {
      kind: 'boot-name',
      image: traced(match?.[1] ?? buildImage.text, buildImage),
      ...(match?.[2] === undefined ? {} : { tag: traced(match[2], buildImage) }),
    };
  }
  return undefined;
}

function versionsOf(matrix: Matrix, language: LanguageRow): Cell[] {
  const key = language.versionKey;
  if (key === undefined) return [];
  return matrix.rows.flatMap((row) => row.cells.get(key) ?? []);
}

/** The version for an input: a literal for a single job, the matrix cell for several. */
function versionText(
  matrix: Matrix,
  language: LanguageRow,
  spell: (version: string) => string,
): Text | undefined {
  const key = language.versionKey;
  if (key === undefined || !matrix.axes.includes(key)) return undefined;
  if (matrix.rows.length > 1) {
    const cells = versionsOf(matrix, language);
    // A row of an include may say no version: then the image's default counts.
    const fallback =
      cells.length < matrix.rows.length && language.defaultVersion !== undefined
        ? ` || '${language.defaultVersion}'`
        : '';
    const column = spelledApart(matrix, language) ? 'version' : key;
    return `\${{ matrix.${column}${fallback} }}`;
  }
  const cell = matrix.rows[0]?.cells.get(key);
  return cell === undefined ? undefined : joined([{ text: spell(cell.text), from: cell.from }]);
}
