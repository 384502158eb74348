// Pass 1: the file as read, with the older format and root-level sections settled into one shape.

import { defined } from '../../../ground/defined.ts';
import type { Section } from '../../../source/keys.ts';
import type { MappingNode, ScalarNode, SourceNode } from '../../../source/node.ts';
import type { SourceDocument } from '../../../source/parse.ts';
import { lineKeys, type ShippableSources } from '../../sources.ts';
import type { TranslationContext } from '../../translation.ts';
import type { CacheFolder, CacheValue } from './cache-value.ts';
import { type buildKeys, type preCiBootKeys, type rootKeys, shippableRoot } from './keys.ts';

/** One item of a section: the shell text, where it came from, and the comments that stood with it. */
export type Command = {
  readonly text: string;
  readonly from: readonly SourceNode[];
  readonly before: readonly string[];
};

export type Boot = Section<typeof preCiBootKeys>;

type Sections = {
  readonly preCi: readonly Command[];
  /** Undefined where the default commands of the language run. */
  readonly ci?: readonly Command[];
  readonly postCi: readonly Command[];
  readonly onSuccess: readonly Command[];
  readonly onFailure: readonly Command[];
  readonly always: readonly Command[];
  readonly push: readonly Command[];
};

/** The two places of an old-format script where a default command of the language may have to stand. */
type OldScript = {
  readonly beforeInstall: readonly Command[];
  readonly install?: readonly Command[];
  readonly beforeScript: readonly Command[];
  readonly script?: readonly Command[];
};

export type ShippableConfig = {
  readonly root: MappingNode;
  readonly keys: Section<typeof rootKeys>;
  readonly sections: Sections;
  /** The older format's `install` and `script`, where they make the `ci` section. */
  readonly oldScript?: OldScript;
  readonly boot?: Boot;
  readonly buildImage?: ScalarNode;
  readonly cache?: CacheValue;
  readonly cacheFolders: readonly CacheFolder[];
};

/** Reads the root mapping; undefined where there is nothing to make a workflow from. */
export function readConfig(
  sources: ShippableSources,
  context: TranslationContext,
): ShippableConfig | undefined {
  const { report } = context;
  if (sources.templates !== undefined) settleTemplates(sources.templates, context);
  const { main } = sources;
  if (main.broken) {
    if (main.root !== undefined) {
      report(
        'broken-file',
        main.root,
        'the file is not converted: Shippable could not have read it',
        'correct the errors of this file and convert again',
      );
    }
    return undefined;
  }
  const root = main.root;
  if (root?.kind !== 'mapping') {
    const message = 'the file has no keys, so there is nothing to convert';
    if (root === undefined) report('empty-file', { file: main.file, start: 0, end: 0 }, message);
    else report('wrong-type', root, `found no mapping: ${message}`);
    return undefined;
  }
  const keys = shippableRoot.read(root, context);
  if (keys === undefined) return undefined;
  if (root.entries.some(({ key }) => lineKeys.includes(key.text))) {
    const rest = root.entries.some(({ key }) => !lineKeys.includes(key.text));
    if (!rest) return undefined;
  }
  for (const reference of keys.externalReferences ?? []) {
    report(
      'external-reference',
      reference,
      `anchors from \`${reference.text}\` are unknown: the converter does not use the network`,
      `download ${reference.text}, paste it at the top of the file, and convert again`,
    );
  }
  const mails = keys.notifications?.email;
  if (mails !== undefined) {
    report(
      'mail-notification',
      mails,
      "GitHub sends emails according to each person's settings, so no step is written for them",
      'each person chooses under Settings, Notifications, Actions',
    );
  }
  return { root, keys, ...settleSections(keys, context) };
}

/** The templates file holds anchors; what nobody uses has no effect. */
export function settleTemplates(
  { root }: SourceDocument,
  { otherwise, report }: TranslationContext,
): void {
  if (root === undefined) return;
  otherwise('unused-template', root, 'no other file uses this template');
  if (root.kind !== 'mapping') return;
  for (const { key, value } of root.entries) {
    if (key.text === 'externalReferences') {
      report(
        'external-reference',
        value,
        'anchors from external references are unknown: the converter does not use the network',
        'download the files, paste them at the top of this one, and convert again',
      );
    }
  }
}

/** The root keys of Assembly Lines, which are read elsewhere. */

type Keys = Section<typeof rootKeys>;

/** The section of `build` that an older key stands for (shippable.md 2.9). */
const newNames = {
  before_install: 'ci',
  install: 'ci',
  before_script: 'ci',
  script: 'ci',
  after_success: 'on_success',
  after_failure: 'on_failure',
  after_script: 'always',
} as const;

/** Keys that stand under `build`, and that people wrote at the root. */
type BuildKey =
  | 'pre_ci'
  | 'ci'
  | 'post_ci'
  | 'on_success'
  | 'on_failure'
  | 'always'
  | 'push'
  | 'pre_ci_boot'
  | 'cache'
  | 'cache_dir_list';

function settleSections(
  keys: Keys,
  context: TranslationContext,
): Omit<ShippableConfig, 'root' | 'keys'> {
  const { build } = keys;
  const pick = <K extends BuildKey>(key: K): Keys[K] | undefined => settleKey(key, keys, context);
  const commands = (nodes: readonly ScalarNode[] | undefined): Command[] =>
    (nodes ?? []).map(toCommand);
  const ci = pick('ci');
  const old = [keys.before_install, keys.install, keys.before_script, keys.script];
  const hasOld = old.some((part) => part !== undefined);
  const ciIsGiven = ci !== undefined && ci.length > 0;
  // All of the older keys, hooks too: Shippable rewrote a file of the older format as a whole.
  const oldHooks: Pick<Keys, 'after_success' | 'after_failure' | 'after_script'> =
    build === undefined ? keys : {};
  if (ciIsGiven || build !== undefined) reportShadowed(keys, context);
  const useOld = hasOld && build === undefined && !ciIsGiven;
  const image = keys.build_image;
  const boot = settleBoot(pick('pre_ci_boot'), image, context);
  const cache = pick('cache');
  const cacheFolders = pick('cache_dir_list') ?? [];
  return {
    sections: {
      preCi: commands(pick('pre_ci')),
      ...(ciIsGiven ? { ci: commands(ci) } : {}),
      postCi: commands(pick('post_ci')),
      onSuccess: [...commands(pick('on_success')), ...commands(oldHooks.after_success)],
      onFailure: [...commands(pick('on_failure')), ...commands(oldHooks.after_failure)],
      always: [...commands(pick('always')), ...commands(oldHooks.after_script)],
      push: commands(pick('push')),
    },
    ...(useOld ? { oldScript: oldScriptOf(keys) } : {}),
    ...defined({ boot }),
    ...(image === undefined || !('kind' in image) ? {} : { buildImage: image }),
    ...defined({ cache }),
    cacheFolders: [...cacheFolders, ...(cache?.folders ?? [])],
  };
}

/** A key of `build`, wherever the file has it. */
function settleKey<K extends BuildKey>(
  key: K,
  keys: Keys,
  context: TranslationContext,
): Keys[K] | undefined {
  const inside = keys.build?.[key] as Keys[K] | undefined;
  const atRoot = keys[key];
  const node = entryOf(keys, key);
  if (atRoot === undefined || node === undefined) return inside;
  if (inside !== undefined) {
    context.otherwise(
      'shadowed-key',
      node,
      `\`${key}\` at the root is ignored because there is a \`build.${key}\``,
    );
    return inside;
  }
  if (key !== 'cache') {
    context.report(
      'misplaced-key',
      node,
      `\`${key}\` is at the root; Shippable only read it under \`build\``,
      'it is converted as if it were under `build`: check that you want it to run',
    );
  }
  return atRoot;
}

const entryOf = ({ node }: Keys, key: string): SourceNode | undefined =>
  node.entries.find((entry) => entry.key.text === key)?.value;

/** Commands of the older format that a `build` took the place of. */
function reportShadowed(keys: Keys, { report }: TranslationContext): void {
  const hooks = ['after_success', 'after_failure', 'after_script'] as const;
  const shadowed = ['before_install', 'install', 'before_script', 'script'] as const;
  for (const name of [...shadowed, ...(keys.build === undefined ? [] : hooks)]) {
    const node = entryOf(keys, name);
    if (node === undefined) continue;
    report(
      'shadowed-key',
      node,
      `\`${name}\` is ignored because there is a \`build\``,
      `move its commands to \`build.${newNames[name]}\` if they should run`,
    );
  }
}

function oldScriptOf(keys: Keys): OldScript {
  const commands = (nodes: readonly ScalarNode[]): Command[] => nodes.map(toCommand);
  return {
    beforeInstall: commands(keys.before_install ?? []),
    beforeScript: commands(keys.before_script ?? []),
    ...(keys.install === undefined ? {} : { install: commands(keys.install) }),
    ...(keys.script === undefined ? {} : { script: commands(keys.script) }),
  };
}

/** The image to boot: a mapping of the newer key's form under the older key is read as that key. */
function settleBoot(
  given: Boot | undefined,
  image: Keys['build_image'],
  { otherwise }: TranslationContext,
): Boot | undefined {
  if (given === undefined) return image === undefined || 'kind' in image ? undefined : image;
  if (image !== undefined) {
    otherwise(
      'shadowed-key',
      'kind' in image ? image : image.node,
      '`build_image` is ignored because there is a `pre_ci_boot`',
    );
  }
  return given;
}

function toCommand(node: ScalarNode): Command {
  const behind = node.behind === undefined ? [] : [node.behind];
  return { text: node.text.replace(/\s+$/, ''), from: [node], before: [...node.before, ...behind] };
}

/** A command that no file holds: a default of the language. */
export const defaultCommand = (text: string, ...from: readonly SourceNode[]): Command => ({
  text,
  from,
  before: [],
});

/** The sections of a node pool: its own where it has them, the file's otherwise. */
export function overrideSections(
  config: ShippableConfig,
  own: Section<typeof buildKeys> | undefined,
): ShippableConfig {
  if (own === undefined) return config;
  const { sections } = config;
  const pick = (
    nodes: readonly ScalarNode[] | undefined,
    shared: readonly Command[],
  ): readonly Command[] => (nodes === undefined ? shared : nodes.map(toCommand));
  const ci = own.ci !== undefined && own.ci.length > 0 ? own.ci.map(toCommand) : sections.ci;
  return {
    ...config,
    sections: {
      preCi: pick(own.pre_ci, sections.preCi),
      ...defined({ ci }),
      postCi: pick(own.post_ci, sections.postCi),
      onSuccess: pick(own.on_success, sections.onSuccess),
      onFailure: pick(own.on_failure, sections.onFailure),
      always: pick(own.always, sections.always),
      push: pick(own.push, sections.push),
    },
    ...defined({ boot: own.pre_ci_boot, cache: own.cache }),
    cacheFolders:
      own.cache_dir_list === undefined && own.cache === undefined
        ? config.cacheFolders
        : [...(own.cache_dir_list ?? config.cacheFolders), ...(own.cache?.folders ?? [])],
  };
}
