// What is said of a project as a whole, and of what a translation cannot see from one key alone.

import { withoutCapitals } from '../../../image/capitals.ts';
import { refusedImage } from '../../../image/old-images.ts';
import { normalizeRegistry, parseReference } from '../../../image/reference.ts';
import type { ScalarNode, SourceNode } from '../../../source/node.ts';
import { nearestWord } from '../../../source/spelling.ts';
import { parseTemplate, templateFields } from '../../../template/go-template.ts';
import { codeshipTemplateFields } from '../../../variables/codeship-template.ts';
import type { TranslationContext } from '../../translation.ts';
import type { BuildPlan } from '../compose/build-plan.ts';
import { servicesOf } from '../jobs/jobs.ts';
import type { Project } from '../jobs/project.ts';
import { differences } from '../services/ci-variables.ts';
import { hasNoLatest, knownImage } from '../services/known-images.ts';
import { linkVariables } from '../services/link-variables.ts';
import { laterVersion } from '../services/old-bases.ts';
import { scanRepository } from '../services/scan-repository.ts';
import { imageKey, type Service, startedWith } from '../services/service.ts';
import type { Leaf, PushItem } from '../steps/items.ts';
import { targetOf } from '../steps/push-target.ts';
import { reportInstallers } from './dockerfile-installers.ts';
import { reportRunTools } from './dockerfile-runs.ts';
import { reportGoneServers } from './dockerfile-servers.ts';
import { reportMissingFiles } from './missing-files.ts';

export type Reported = {
  readonly project: Project;
  readonly services: readonly Service[];
  readonly leaves: readonly Leaf[];
  readonly builds: ReadonlyMap<Service, BuildPlan | undefined>;
  readonly used: ReadonlySet<Service>;
  /** Predefined variables that files and commands name. */
  readonly named: ReadonlySet<string>;
};

export function reportProject(reported: Reported): void {
  const { project, leaves, named } = reported;
  const { context, stepsFile } = project;
  const whole = { file: stepsFile.file, start: 0, end: 0 };
  context.report(
    'project-settings',
    whole,
    "CodeShip's project settings were not in any file: the workflow builds every push of a branch or tag, and no pull request",
    'check that `on` and `concurrency` are what you want; then remove the webhook, the required status checks and the badge',
  );
  const differs = differences(named);
  if (differs.length > 0) {
    context.report('variable-differs', whole, `predefined variables differ: ${differs.join('; ')}`);
  }
  const login = firstLogin(leaves);
  for (const [index, leaf] of leaves.entries()) {
    if (leaf.kind === 'push') reportPush(leaf, index >= login, reported);
    if (leaf.kind === 'run') reportRun(leaf, reported);
  }
  const started = new Set(servicesOf(leaves));
  const generators = generatorsOf(reported);
  reportMissingFiles(
    {
      services: reported.services.filter((each) => reported.used.has(each) || generators.has(each)),
      readsEnvironment: (each) => started.has(each) || generators.has(each),
    },
    leaves,
    project.folder,
    context,
  );
  reportImageNames(reported);
  const built = reported.services.filter((each) => reported.used.has(each) || generators.has(each));
  reportGoneServers(built, project.folder, context);
  reportRunTools(built, project.folder, context);
  reportInstallers(built, project.folder, context);
  reportUnused(reported);
  reportLinks(reported);
  reportSharedImages(reported);
}

/** The first leaf by whose time the job has logged in somewhere: that login stays. */
const firstLogin = (leaves: readonly Leaf[]): number => {
  const index = leaves.findIndex((leaf) =>
    [leaf, leaf.service, ...startedWith(leaf.service)].some(
      ({ credentials }) => credentials !== undefined,
    ),
  );
  return index < 0 ? leaves.length : index;
};

const generatorsOf = ({ leaves, services }: Reported): ReadonlySet<Service> =>
  new Set(
    [...leaves, ...services].flatMap(({ credentials }) =>
      credentials?.kind === 'generator' ? [credentials.service] : [],
    ),
  );

function reportPush(leaf: PushItem, isLoggedIn: boolean, { project: { context } }: Reported): void {
  const { imageName, registry } = leaf;
  const { name, tag } = targetOf(leaf);
  if (tag !== undefined) {
    context.report('tag-in-image-name', imageName, `the tag \`${tag}\` is in \`image_name\``);
  }
  const literal = leaf.imageTag ?? (tag === undefined ? undefined : imageName);
  const variable = /\$\{?(\w+)\}?/.exec(literal?.text ?? '');
  if (literal !== undefined && variable !== null) {
    const field = fieldOf(variable[1] ?? '');
    context.report(
      'variable-in-tag',
      literal,
      `\`${variable[0]}\` in a tag is text, without what a tag cannot contain; CodeShip filled in templates alone`,
      field === undefined ? 'write a template, such as `{{.Branch}}`' : `write \`{{.${field}}}\``,
    );
  }
  if (leaf.imageTag !== undefined) reportTemplate(leaf.imageTag, context);
  const parsed = parseReference(name);
  const host = parsed.ok ? parsed.value.host : undefined;
  const isLocal = /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(host ?? '');
  if (!isLoggedIn && !isLocal) {
    const { file, start, end } = leaf.node;
    context.report(
      'push-without-credentials',
      { file, start, end },
      `nothing says how to log in to ${host === undefined ? 'the registry' : `\`${host}\``} for this push`,
      'add `encrypted_dockercfg_path` or `dockercfg_service`, or add a step with the `login` action to the workflow',
    );
  }
  if (registry === undefined || host === undefined) return;
  const said = normalizeRegistry(registry.text);
  if (said !== host) {
    context.report(
      'push-to-other-registry',
      registry,
      `the push goes to \`${host}\` from \`image_name\`, not to \`${said}\``,
      'use the same host for both',
    );
  }
}

function reportTemplate(tag: ScalarNode, { report }: TranslationContext): void {
  const parsed = parseTemplate(tag.text);
  const say = (why: string, help: string): void =>
    report('broken-tag', tag, `the tag \`${tag.text}\` cannot be rendered: ${why}`, help);
  if (!parsed.ok) {
    say(parsed.failure.message, 'correct the template');
    return;
  }
  const known = Object.keys(codeshipTemplateFields);
  const unknown = [...templateFields(parsed.value)].find((field) => !known.includes(field));
  if (unknown === undefined) return;
  const near = nearestWord(unknown, known);
  say(
    `there is no field \`.${unknown}\``,
    near === undefined ? `the fields are ${known.join(', ')}` : `write \`.${near}\``,
  );
}

/** The field of a template for a variable. */
const fieldOf = (name: string): string | undefined =>
  Object.entries(codeshipTemplateFields).find(
    ([, { source }]) => source.kind === 'variable' && source.name === name,
  )?.[0];

function reportRun(leaf: Extract<Leaf, { kind: 'run' }>, { project: { context } }: Reported): void {
  const [node] = leaf.command;
  if (node !== undefined && /\bgit\s+push\b/.test(leaf.argv.join(' '))) {
    context.report(
      'push-of-git',
      node,
      'the command runs `git push`; the checkout stores no credentials, and its remote is an https address',
      'push to the SSH address with a key of your own, or add a token to the remote',
    );
  }
}

/** Docker refuses capitals in the name of an image, and so did every registry. */
function reportImageNames({ services, leaves, used, project: { context } }: Reported): void {
  const names = [
    ...services.flatMap((each) => (used.has(each) && each.image.node ? [each.image.node] : [])),
    ...leaves.flatMap((leaf) => (leaf.kind === 'push' ? [leaf.imageName] : [])),
  ];
  for (const node of new Set(names)) {
    const lower = withoutCapitals(node.text);
    if (lower === undefined) continue;
    context.report(
      'image-name-capitals',
      node,
      `\`${node.text}\` contains uppercase letters, which image names cannot have`,
      `write \`${lower}\` everywhere`,
    );
  }
}

/** Keys that only matter once the service is used. */
function reportUnused(reported: Reported): void {
  const {
    services,
    used,
    project: { context },
  } = reported;
  const generators = generatorsOf(reported);
  const built = new Set(services.flatMap(({ build, image }) => (build ? [image.name] : [])));
  for (const service of services) {
    const pulled = service.build === undefined ? service.image : undefined;
    if (
      pulled?.node !== undefined &&
      used.has(service) &&
      !built.has(pulled.name) &&
      knownImage(pulled.name).fromVendor
    ) {
      context.report(
        'codeship-image',
        pulled.node,
        `\`${pulled.name}\` is one of CodeShip's own images, which may be removed from Docker Hub`,
        'keep a copy in your own registry, or replace it with the tools of the runner',
      );
    }
    const refused =
      pulled !== undefined && used.has(service) ? refusedImage(pulled.name) : undefined;
    if (pulled?.node !== undefined && refused !== undefined) {
      context.report(
        'image-not-pulled',
        pulled.node,
        `no runner can pull \`${pulled.name}\`: ${refused.why}`,
        laterVersion(pulled.name),
      );
    }
    if (pulled?.node !== undefined && hasNoLatest(pulled.name)) {
      context.report(
        'image-without-latest',
        pulled.node,
        `\`${pulled.name}\` no longer has the tag \`latest\` on Docker Hub, so it cannot be pulled`,
        'set a version, such as the one in production',
      );
    }
    const why = used.has(service)
      ? 'nothing else in the service needs it'
      : generators.has(service)
        ? 'the login does not need it'
        : `no step uses the service \`${service.name}\``;
    const idle = (value: SourceNode, name: string): void =>
      context.otherwise('unused-key', value, `\`${name}\` is left out: ${why}`);
    for (const { key, value } of service.node.entries) {
      // Of a build that is used, only single keys have no effect, and each says so itself.
      if (!used.has(service) || key.text !== 'build' || value.kind !== 'mapping')
        idle(value, key.text);
      else for (const each of value.entries) idle(each.value, `build.${each.key.text}`);
    }
  }
}

/** Old links made variables; nothing does today (codeship.md 2.5). */
function reportLinks({ services, project: { context, folder, stepsFile } }: Reported): void {
  const reading = {
    scan: () => scanRepository(context.repository),
    steps: stepsFile.file.text,
    folder,
  };
  for (const service of services) {
    for (const { node } of service.links) {
      const set = (service.keys.environment?.items ?? []).filter((each) => each.node === node);
      if (set.length > 0) {
        context.report(
          'link-variable',
          node,
          `the service gets ${set.map(({ name }) => `\`${name}\``).join(', ')}, which the link made and something reads`,
        );
      }
    }
    for (const { name, link } of linkVariables(service, reading).missing) {
      context.report(
        'link-variable-missing',
        link.node,
        `something reads \`${name}\`, which links no longer make`,
        `set it under \`environment\` of \`${service.name}\``,
      );
    }
  }
}

function reportSharedImages({ services, project: { context } }: Reported): void {
  const first = new Map<string, Service>();
  for (const service of services) {
    const { build, image } = service;
    if (build === undefined || image.node === undefined) continue;
    const other = first.get(image.name);
    if (other === undefined) first.set(image.name, service);
    else if (imageKey(other) !== imageKey(service)) {
      context.report(
        'image-built-twice',
        image.node,
        `\`${service.name}\` and \`${other.name}\` build different images, both named \`${image.name}\``,
        'give each build its own `image`',
      );
    }
  }
}
