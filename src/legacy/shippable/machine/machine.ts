// Pass 4: where the container sections run: on the runner with a setup step, or inside a booted image.
// The vendor's own images are gone; the runner stands for them, except where it cannot get a version.

import { expression } from '../../../expression/expression.ts';
import type { Text } from '../../../expression/text.ts';
import { defined } from '../../../ground/defined.ts';
import { refusedImage, remedyFor } from '../../../image/old-images.ts';
import { isVendorImage } from '../../../machine/programs/machines.ts';
import { forNvm } from '../../../machine/versions/node.ts';
import { joined, traced } from '../../../output/tree.ts';
import type { SourceNode } from '../../../source/node.ts';
import { replacedImage } from '../../replaced-image.ts';
import type { TranslationContext } from '../../translation.ts';
import { buildPlace, type LanguageRow } from '../environment/languages.ts';
import { type Cell, type Matrix, matrixOf } from '../environment/matrix.ts';
import { matrixValue } from '../environment/matrix-value.ts';
import type { Boot, ShippableConfig } from '../keys/config.ts';
import { type Spelling, spelledApart } from './matrix-layout.ts';

export type Machine =
  /** `nvm`: its version comes from nvm, not from a setup action. */
  | { readonly kind: 'runner'; readonly version?: Text; readonly nvm?: true }
  /** `boot`: the user's own image. `official`: the language's image, because of a version or a container name. */
  | { readonly kind: 'boot'; readonly image: Text; readonly tag?: Text; readonly boot: Boot }
  | { readonly kind: 'boot-name'; readonly image: Text; readonly tag?: Text }
  | { readonly kind: 'official'; readonly image: string; readonly tag: Text };

/** A machine, and the rows of the matrix that run on it. */
export type Placement = {
  readonly machine: Machine;
  readonly matrix: Matrix;
  /** The version as the machine's step spells it. */
  readonly spell: Spelling;
  /** Behind the name of the job, where rows of one matrix need several machines. */
  readonly suffix: '' | '-image' | '-system';
  readonly isPart: boolean;
};

type Needs = {
  /** A command names the build container. */
  readonly container: boolean;
  /** Commands install their version with nvm, which runners have. */
  readonly nvm: boolean;
  /** No command runs anything of the language. */
  readonly unused: boolean;
};

/** Rows whose versions need different machines are jobs of their own, so that an old one leaves the others alone. */
export function placeRows(
  config: ShippableConfig,
  language: LanguageRow,
  matrix: Matrix,
  needs: Needs,
  context: TranslationContext,
): Placement[] {
  const place = buildPlace(context);
  const spell: Spelling = (version) => language.choose(version, place).spelled;
  const whole = { matrix, spell, suffix: '', isPart: false } as const;
  const custom = customImage(config, context);
  if (custom !== undefined) {
    for (const { from } of matrix.rows.flatMap((row) => [...row.cells.values()])) {
      for (const node of from) {
        context.otherwise(
          'version-on-own-image',
          node,
          'versions had no effect on an image of your own, as Shippable said in the log',
          'remove it, or install the version in the image',
        );
      }
    }
    return [{ ...whole, machine: custom }];
  }
  if (needs.unused && !needs.container) {
    // Some languages have the JDK as a second axis.
    const second = matrix.rows.flatMap((row) => row.cells.get('jdk') ?? []);
    for (const { from } of [...versionsOf(matrix, language), ...second]) {
      for (const node of from) {
        context.otherwise(
          'unused-language',
          node,
          `no command uses ${language.title}, so it is not set up`,
        );
      }
    }
    return [{ ...whole, machine: { kind: 'runner' } }];
  }
  const standard = language.defaultVersion;
  const choices = matrix.rows.map((row) => {
    const cell = language.versionKey === undefined ? undefined : row.cells.get(language.versionKey);
    const version = cell?.text ?? standard;
    return version === undefined ? undefined : language.choose(version, place);
  });
  const byNvm = choices.some((choice) => choice?.way === 'nvm');
  const nvmSpell: Spelling = (version) => forNvm(language.choose(version, place)).spelled;
  if (byNvm && needs.nvm) return [{ ...whole, machine: { kind: 'runner' } }];
  const wayOf = (index: number): 'image' | 'machine' | 'setup' => {
    const way = choices[index]?.way;
    if (needs.container && language.image !== undefined) return 'image';
    return way === 'image' || way === 'machine' ? way : 'setup';
  };
  const ways = (['setup', 'image', 'machine'] as const).filter((way) =>
    matrix.rows.some((_, index) => wayOf(index) === way),
  );
  if (!byNvm || !needs.container) reportVersions(config, matrix, language, context);
  const isPart = ways.length > 1;
  return ways.map((way, index): Placement => {
    const rows = !isPart
      ? matrix
      : matrixOf(
          matrix.rows.filter((_, at) => wayOf(at) === way),
          matrix.from,
        );
    const suffix = index === 0 ? '' : way === 'image' ? '-image' : '-system';
    if (way === 'machine')
      return { machine: { kind: 'runner' }, matrix: rows, spell, suffix, isPart };
    const spelling = way === 'image' ? imageTag(spell) : byNvm ? nvmSpell : spell;
    const version =
      versionText(rows, language, spelling) ??
      (standard === undefined ? undefined : spelling(standard));
    if (way === 'image') {
      return {
        machine: {
          kind: 'official',
          image: language.image ?? language.title,
          tag: version ?? 'latest',
        },
        matrix: rows,
        spell: spelling,
        suffix,
        isPart,
      };
    }
    return {
      machine: {
        kind: 'runner',
        ...defined({ version }),
        ...(byNvm ? { nvm: true as const } : {}),
      },
      matrix: rows,
      spell: spelling,
      suffix,
      isPart,
    };
  });
}

/** Tags that are called otherwise than the versions of the setup actions. */
const imageTag =
  (spell: Spelling): Spelling =>
  (version) =>
    spell(version)
      .replace(/^lts\/\*$/, 'lts')
      .replace(/^stable$/, 'latest')
      .replace(/\.x$/, '');

function reportVersions(
  config: ShippableConfig,
  matrix: Matrix,
  language: LanguageRow,
  context: TranslationContext,
): void {
  const place = buildPlace(context);
  const { title } = language;
  const cells = versionsOf(matrix, language);
  for (const { text, from } of cells) {
    const [node] = from;
    if (node === undefined) continue;
    const { change, way, spelled, image } = language.choose(text, place);
    if (way === 'machine' && change === undefined) {
      context.otherwise('default-value', node, `${title} on the runner`);
      continue;
    }
    const name =
      way === 'image' && image !== undefined
        ? `the image \`${image}:${spelled}\``
        : `\`${spelled}\``;
    if (change !== undefined) {
      context.report(
        change.kind === 'near' ? 'near-version' : 'lost-version',
        node,
        `${title} \`${text}\` becomes ${name}: ${change.why}`,
        change.kind === 'near'
          ? undefined
          : `run the build with ${name} once; if it fails, set a version that works`,
      );
    }
    if (way === 'image' && change === undefined) {
      context.report(
        'old-version',
        node,
        `runners no longer support ${title} ${text}, so the job boots ${name}`,
        'move to a maintained version when you can',
      );
    }
  }
  const standard = language.defaultVersion;
  const node = config.keys.language;
  const isWritten = cells.length === matrix.rows.length;
  if (isWritten || standard === undefined || node === undefined) return;
  const { way, image, spelled } = language.choose(standard, place);
  if (way === 'machine') return;
  if (way === 'image') {
    context.report(
      'old-default',
      node,
      `without a version Shippable used ${title} ${standard}, which runners no longer support, so the job boots the image \`${image}:${spelled}\``,
      `to change it, set \`${language.versionKey}\` in the file, to a maintained version when you can`,
    );
    return;
  }
  context.report(
    'default-version',
    node,
    `without a version Shippable used ${title} ${standard}, so the job does, too`,
    `to change it, set \`${language.versionKey}\` in the file`,
  );
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
      otherwise('part-of-vendor-image', node, 'this belongs to the official image, which is gone');
  if (boot !== undefined && name !== undefined) {
    if (!isVendorImage(name.text)) {
      const written = boot.image_tag?.text;
      const pulled = replaced(
        `${name.text}${written === undefined ? '' : `:${written}`}`,
        name,
        report,
      );
      const { image = name.text, tag = written } = pulled ?? {};
      return {
        kind: 'boot',
        image: traced(image, name),
        boot,
        ...(tag === undefined ? {} : { tag: traced(tag, boot.image_tag ?? name) }),
      };
    }
    report(
      'vendor-image',
      name,
      `\`${name.text}\` was an image of Shippable and is gone; the job sets up what its commands need`,
      'programs that no step can install are listed separately',
    );
    return undefined;
  }
  if (buildImage !== undefined) {
    if (isVendorImage(buildImage.text)) {
      report(
        'vendor-image',
        buildImage,
        `\`${buildImage.text}\` was an image of Shippable and is gone; the job sets up what its commands need`,
        'programs that no step can install are listed separately',
      );
      return undefined;
    }
    const { image, tag } =
      replaced(buildImage.text, buildImage, report) ?? partsOf(buildImage.text);
    return {
      kind: 'boot-name',
      image: traced(image, buildImage),
      ...(tag === undefined ? {} : { tag: traced(tag, buildImage) }),
    };
  }
  return undefined;
}

function partsOf(name: string): { readonly image: string; readonly tag?: string } {
  const [, image = name, tag] = /^(.*?)(?::([^:/]+))?$/.exec(name) ?? [];
  return { image, ...defined({ tag }) };
}

/** What stands for an image that no runner can pull, where that is known; the rest is said. */
function replaced(
  name: string,
  node: SourceNode,
  report: TranslationContext['report'],
): ReturnType<typeof partsOf> | undefined {
  const refused = refusedImage(name);
  if (refused === undefined) return undefined;
  const { why, instead } = refused;
  if (instead !== undefined) return partsOf(replacedImage(name, { why, instead }, node, report));
  report('image-not-pulled', node, `no runner can pull \`${name}\`: ${why}`, remedyFor(refused));
  return undefined;
}

function versionsOf(matrix: Matrix, language: LanguageRow): Cell[] {
  const key = language.versionKey;
  if (key === undefined) return [];
  return matrix.rows.flatMap((row) => row.cells.get(key) ?? []);
}

/** The version for an input: a literal for a single job, the matrix cell for several. */
function versionText(matrix: Matrix, language: LanguageRow, spell: Spelling): Text | undefined {
  const key = language.versionKey;
  if (key === undefined || !matrix.axes.includes(key)) return undefined;
  if (matrix.rows.length > 1) {
    const cells = versionsOf(matrix, language);
    // A row of an include may say no version: then the image's default counts.
    const { defaultVersion } = language;
    const cell = matrixValue(spelledApart(matrix, language, spell) ? 'version' : key);
    return cells.length < matrix.rows.length && defaultVersion !== undefined
      ? expression`${cell} || ${spell(defaultVersion)}`
      : cell;
  }
  const cell = matrix.rows[0]?.cells.get(key);
  return cell === undefined ? undefined : joined([{ text: spell(cell.text), from: cell.from }]);
}
