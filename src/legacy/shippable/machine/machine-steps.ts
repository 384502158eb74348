// The steps that make the machine what the commands expect: a setup action, or a booted image.

import {
  isEvaluated,
  mixedText,
  shownText,
  sourcesOfText,
  type Text,
} from '../../../expression/text.ts';
import { defined, filled } from '../../../ground/defined.ts';
import {
  buildTools,
  installTool,
  isBuildTool,
  mavenWithoutTls,
  releaseFor,
} from '../../../machine/languages/build-tools.ts';
import { usesJavaFx } from '../../../machine/languages/java-fx.ts';
import { pythonForModules } from '../../../machine/languages/native-modules.ts';
import type { PhpSetup } from '../../../machine/languages/php-commands.ts';
import { chooseJdk } from '../../../machine/versions/jdk.ts';
import { majorOfNode } from '../../../machine/versions/node.ts';
import { traced } from '../../../output/tree.ts';
import { quoteWord } from '../../../shell/words.ts';
import type { SourceNode } from '../../../source/node.ts';
import type { Step } from '../../../workflow/model.ts';
import type { TranslationContext } from '../../translation.ts';
import { buildPlace, type LanguageRow, languages, setupJava } from '../environment/languages.ts';
import type { Matrix } from '../environment/matrix.ts';
import { matrixValue } from '../environment/matrix-value.ts';
import type { Boot, ShippableConfig } from '../keys/config.ts';
import { plainLine } from '../scripts/script.ts';
import type { Machine } from './machine.ts';
import { distributionsOf } from './matrix-layout.ts';

/** Where the servers are that commands of an image connect to. */
type Reach = { readonly onLocalhost: boolean; readonly sockets: readonly string[] };

type SetupParts = {
  readonly machine: Machine;
  readonly language: LanguageRow;
  readonly matrix: Matrix;
  readonly config: ShippableConfig;
  /** Programs that the commands call; absent where none is of the language. */
  readonly called?: ReadonlySet<string> | undefined;
  readonly php: PhpSetup;
};

export const machineSteps = {
  /** What makes the language's version available on the runner. */
  setup(
    { machine, language, matrix, config, called, php }: SetupParts,
    context: TranslationContext,
  ): Step[] {
    if (machine.kind !== 'runner' || called === undefined) return [];
    const steps: Step[] = [];
    const before = config.keys.language?.before ?? [];
    const onJvm = [languages.java, languages.scala, languages.clojure].includes(language);
    if (onJvm || usesJdk(matrix)) {
      steps.push(javaStep(machine.version, language, matrix, config.keys.language, context));
      steps.push(...buildToolSteps(called, jdksOf(matrix), config, context));
    }
    const isBrought = called.has('sbt') && releaseFor('sbt', jdksOf(matrix)) !== undefined;
    if (
      language.setup !== undefined &&
      language !== languages.java &&
      !(language === languages.scala && isBrought) &&
      machine.version !== undefined
    ) {
      steps.push(
        machine.nvm === true
          ? nvmStep(machine.version)
          : {
              kind: 'uses',
              ...language.setup(machine.version, php),
            },
      );
    }
    if (language === languages.node_js) steps.push(...moduleSteps(matrix, config, context));
    const [first, ...rest] = steps;
    if (first === undefined) return [];
    const from = config.keys.language === undefined ? {} : { from: [config.keys.language] };
    return [{ ...first, ...from, ...defined({ before: filled(before) }) }, ...rest];
  },

  /** `madeBefore`: `pre_ci` makes the image, so the one on the machine is booted. */
  boot(machine: Machine, reach: Reach, madeBefore: boolean, config: ShippableConfig): Step[] {
    const languageNode = config.keys.language;
    switch (machine.kind) {
      case 'runner':
        return [];
      case 'boot': {
        const { boot } = machine;
        const fields = [
          { name: 'image_name' as const, value: machine.image },
          ...(machine.tag === undefined
            ? []
            : [{ name: 'image_tag' as const, value: machine.tag }]),
          ...pullInput(boot, madeBefore),
          ...bootEnv(boot),
          ...(boot.options === undefined
            ? []
            : [{ name: 'options' as const, value: traced(boot.options.text, boot.options) }]),
        ];
        const before = boot.node.before;
        return [
          {
            kind: 'own',
            action: 'pull-boot-image',
            name: 'Boot the CI image',
            ...defined({ before: filled(before) }),
            with: fields,
          },
        ];
      }
      case 'boot-name':
      case 'official':
        return [
          {
            kind: 'own',
            action: 'pull-boot-image',
            name: 'Boot the CI image',
            ...(machine.kind === 'official' && languageNode !== undefined
              ? { from: [languageNode] }
              : {}),
            with: [
              {
                name: 'image_name',
                value:
                  machine.tag === undefined
                    ? machine.image
                    : mixedText`${machine.image}:${machine.tag}`,
              },
              ...(machine.kind === 'official' ? bootEnv(config.boot) : []),
              ...officialOptions(config.boot, reach),
            ],
          },
        ];
      default:
        return machine satisfies never;
    }
  },
};

function bootEnv(boot: Boot | undefined) {
  if (boot?.env === undefined || boot.env.length === 0) return [];
  const value = { text: boot.env.map(({ text }) => text).join('\n'), from: boot.env };
  return [{ name: 'env' as const, value }];
}

/** What an official image needs to reach servers of the runner: its network, and the folders of their sockets. */
function officialOptions(boot: Boot | undefined, { onLocalhost, sockets }: Reach) {
  const own = boot?.options;
  const hasNet = /(?:^|\s)--net(?:work)?\b/.test(own?.text ?? '');
  const added = [
    ...(onLocalhost && !hasNet ? ['--net=host'] : []),
    ...sockets.map((folder) => `-v ${folder}:${folder}`),
  ];
  if (own !== undefined)
    return [{ name: 'options' as const, value: traced([own.text, ...added].join(' '), own) }];
  return added.length > 0
    ? [{ name: 'options' as const, value: ['--privileged=true', ...added].join(' ') }]
    : [];
}

function pullInput({ pull }: Boot, madeBefore: boolean) {
  if (madeBefore) {
    const value = pull === undefined ? 'false' : traced('false', pull.node);
    return [{ name: 'pull' as const, value, raw: true as const }];
  }
  if (pull === undefined) return [];
  const value = traced(String(pull.value), pull.node);
  return [{ name: 'pull' as const, value, raw: true as const }];
}

const usesJdk = (matrix: Matrix): boolean => matrix.axes.includes('jdk');

/** JDKs that some row asks for; the default of the last machine image where none does. */
function jdksOf(matrix: Matrix): readonly number[] {
  const cells = matrix.rows.flatMap((row) => row.cells.get('jdk') ?? []);
  return cells.length === 0
    ? [Number(chooseJdk('default').spelled)]
    : cells.map(({ text }) => Number(chooseJdk(text).spelled));
}

function javaStep(
  version: Text | undefined,
  language: LanguageRow,
  matrix: Matrix,
  languageNode: SourceNode | undefined,
  { report, repository }: TranslationContext,
): Step {
  const cells = matrix.rows.flatMap((row) => row.cells.get('jdk') ?? []);
  // The JDKs of the language itself were looked at with its versions.
  for (const cell of language === languages.java ? [] : cells) {
    const [node] = cell.from;
    const { change, spelled } = chooseJdk(cell.text);
    if (node === undefined || change === undefined) continue;
    report(
      change.kind === 'near' ? 'near-version' : 'lost-version',
      node,
      `JDK \`${cell.text}\` becomes \`${spelled}\`: ${change.why}`,
    );
  }
  if (jdksOf(matrix).every((jdk) => jdk === 8) && usesJavaFx(repository)) {
    if (languageNode !== undefined)
      report(
        'as-before',
        languageNode,
        "the sources use JavaFX, which Oracle's JDK had and Temurin has not; the JDK of Zulu with JavaFX is set up",
      );
    const only = cells[0];
    const jdk = only === undefined ? '8' : traced('8', ...only.from);
    return {
      kind: 'uses',
      ...setupJava(language === languages.java ? (version ?? '8') : jdk, 'zulu', 'jdk+fx'),
    };
  }
  const all = distributionsOf(matrix);
  const distribution = all.length > 1 ? matrixValue('distribution') : (all[0] ?? 'temurin');
  if (language === languages.java) {
    return { kind: 'uses', ...setupJava(version ?? '8', distribution) };
  }
  const [cell] = cells;
  if (cell === undefined && languageNode !== undefined) {
    report(
      'default-version',
      languageNode,
      'without a version Shippable used JDK 8, so the job does, too',
      'to change it, set `jdk` in the file',
    );
  }
  if (matrix.rows.length > 1 && cell !== undefined) {
    return { kind: 'uses', ...setupJava(matrixValue('java'), distribution) };
  }
  return {
    kind: 'uses',
    ...setupJava(
      cell === undefined ? '8' : traced(chooseJdk(cell.text).spelled, ...cell.from),
      distribution,
    ),
  };
}

/** The Python that compiles the native modules of an old Node.js. */
function moduleSteps(
  matrix: Matrix,
  config: ShippableConfig,
  context: TranslationContext,
): readonly Step[] {
  const cells = matrix.rows.flatMap((row) => row.cells.get('node_js') ?? []);
  const written =
    cells.length > 0 ? cells.map(({ text }) => text) : [languages.node_js.defaultVersion ?? ''];
  const version = pythonForModules(
    written.map((one) => majorOfNode(languages.node_js.choose(one, buildPlace(context)).spelled)),
    context.repository,
  );
  if (version === undefined) return [];
  const node = config.keys.language;
  if (node !== undefined)
    context.report(
      'as-before',
      node,
      "the project has native modules, which this Node.js compiles with an older Python than the runner's; a step sets it up",
    );
  return [
    {
      kind: 'uses',
      name: 'Set up Python for native modules',
      uses: 'actions/setup-python',
      with: [{ name: 'python-version', value: version }],
    },
  ];
}

/** Maven, Gradle and Ant in releases that run on the JDKs of the rows, where the runner's own do not. */
function buildToolSteps(
  called: ReadonlySet<string>,
  jdks: readonly number[],
  config: ShippableConfig,
  context: TranslationContext,
): Step[] {
  return [...called].filter(isBuildTool).flatMap((tool): Step[] => {
    const forJdk = releaseFor(tool, jdks);
    const plain =
      forJdk === undefined && tool === 'mvn' ? mavenWithoutTls(context.repository) : undefined;
    const version = forJdk ?? plain;
    if (version === undefined) return [];
    if (plain !== undefined && config.keys.language !== undefined)
      context.report(
        'as-before',
        config.keys.language,
        "the runner's Maven refuses the repositories of `pom.xml` that begin with `http:`; an older one is set up",
        'write `https:` in `pom.xml`, then remove the step',
      );
    const { title, runnerNeeds } = buildTools[tool];
    const isOld = Math.min(...jdks) < 8;
    return [
      {
        kind: 'run',
        name: `Set up ${title}`,
        before: [
          plain === undefined
            ? `${tool === 'sbt' ? 'A current' : "The runner's"} ${title} needs Java ${runnerNeeds}.`
            : "The runner's Maven refuses repositories that begin with http:.",
        ],
        run: [
          ...installTool(tool, version).map(plainLine),
          // Maven Central refuses what JDK 7 speaks unless it is told.
          ...(isOld && (tool === 'mvn' || tool === 'sbt')
            ? [
                plainLine(
                  `echo ${tool === 'mvn' ? 'MAVEN' : 'SBT'}_OPTS=-Dhttps.protocols=TLSv1.2 >> "$GITHUB_ENV"`,
                ),
              ]
            : []),
        ],
      },
    ];
  });
}

/** nvm is a function of the shell, so the step leaves its choice to the next ones by PATH. */
function nvmStep(version: Text): Step {
  const isCell = isEvaluated(version);
  return {
    kind: 'run',
    name: 'Set up Node.js',
    ...(isCell ? { env: [{ name: 'NODE_VERSION', value: version }] } : {}),
    run: [
      plainLine('. ~/.nvm/nvm.sh --no-use'),
      isCell
        ? plainLine('nvm install "$NODE_VERSION" || exit')
        : {
            text: `nvm install ${quoteWord(shownText(version))} || exit`,
            from: sourcesOfText(version),
          },
      plainLine('echo "$NVM_BIN" >> "$GITHUB_PATH"'),
      plainLine('# The certificates that come with this old npm are too old for its registry.'),
      plainLine('echo npm_config_cafile=/etc/ssl/certs/ca-certificates.crt >> "$GITHUB_ENV"'),
    ],
  };
}
