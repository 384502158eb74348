// What a security linter (zizmor) will say of a generated workflow because of the user's own commands and
// images, which stay as they are: listed, so that nobody looks for the fault in the conversion.

import type { Conversion } from '../convert/convert.ts';
import { codeRow } from '../diagnostic/codes.ts';
import { shownText, sourcesOfText } from '../expression/text.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { SourceNode } from '../source/node.ts';
import type { Job, RunStep, Step } from '../workflow/model.ts';

type Audit = {
  readonly rule: string;
  readonly what: string;
  readonly help: string;
  /** What was written for the user's text, and is not the text itself. */
  readonly isOurs?: true;
};

/** The audits that the user's own text can cause, or what it needs, by the names that zizmor gives them. */
const audits = {
  adhoc: {
    rule: 'adhoc-packages',
    what: 'a command installs a package outside of a lock file',
    help: 'to satisfy the linter, add the package to the lock file of the project',
  },
  program: {
    rule: 'adhoc-packages',
    what: 'a step installs what the commands call, outside of a lock file',
    help: 'to satisfy the linter, add it to the lock file of the project, and remove it from the step',
    isOurs: true,
  },
  publish: {
    rule: 'use-trusted-publishing',
    what: 'a command publishes a package with a secret',
    help: 'the registry may accept a token of the job (OIDC) instead',
  },
  image: {
    rule: 'unpinned-images',
    what: 'an image is referenced by a tag, which can be moved',
    help: 'add the digest after the tag: `NAME:TAG@sha256:...`',
  },
  service: {
    rule: 'unpinned-images',
    what: 'the image of a service, the closest to what ran before, is referenced by a tag, which can be moved',
    help: 'to pin it, set it with its digest under `images` in `.github/transship.yml`',
    isOurs: true,
  },
} as const satisfies Record<string, Audit>;

const adhoc =
  /\b(?:npm|pnpm)\s+(?:i|in|ins|install|add)(?:\s+(?:-\S+|"[^"]*"))*\s+(?!-)"?[@\w]|\byarn\s+(?:global\s+)?add(?:\s+-\S+)*\s+(?!-)[@\w]|\bgem\s+install(?:\s+-\S+)*\s+(?!-)\w|\bbundle\s+add\s/;
const publish =
  /\b(?:npm|pnpm|yarn|poetry|cargo|uv|hatch|flit)\s+(?:npm\s+)?publish\b|\bgem\s+push\b|\btwine\s+upload\b|\bdotnet\s+nuget\s+push\b/;

/** One note for each command and image that a linter will name. */
export function inheritedFindings({ workflows }: Conversion): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const note = ({ rule, what, help, isOurs }: Audit, node: SourceNode | undefined): void => {
    if (node === undefined) return;
    const { severity } = codeRow('inherited-finding');
    const whose = isOurs === true ? '' : '; it is yours and stays as it is';
    const message = `${what}${whose} (zizmor: \`${rule}\`)`;
    const key = `${rule} ${node.file.path} ${node.start}`;
    found.set(key, { code: 'inherited-finding', severity, message, help, at: node });
  };
  for (const job of workflows.flatMap(({ jobs }) => jobs)) {
    for (const { image, from } of job.services ?? []) {
      if (!shownText(image).includes('@sha256:')) {
        const sources = sourcesOfText(image);
        const isOwn = sources.some(
          (node) => node.kind === 'scalar' && node.text === shownText(image),
        );
        note(isOwn ? audits.image : audits.service, sources[0] ?? from?.[0] ?? job.from?.[0]);
      }
    }
    for (const step of runSteps(job)) {
      for (const { text, from } of step.run) {
        if (adhoc.test(text)) {
          const [own] = from;
          if (own === undefined)
            note(audits.program, step.from?.[0] ?? job.from?.[0] ?? firstNode(job));
          else note(audits.adhoc, own);
        }
        if (publish.test(text)) note(audits.publish, from[0]);
      }
    }
  }
  return [...found.values()];
}

/** The first value of the user's that a command of the job comes from. */
const firstNode = (job: Job): SourceNode | undefined =>
  runSteps(job).flatMap(({ run }) => run.flatMap(({ from }) => from))[0];

const runSteps = ({ steps }: Job): readonly RunStep[] =>
  steps
    .flatMap((step: Step) => (step.kind === 'parallel' ? step.steps : [step]))
    .filter((step) => step.kind === 'run');
