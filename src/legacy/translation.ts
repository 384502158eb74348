// What every translator is given and what it gives back.

import type { Repository } from '../ground/repository.ts';
import type { OwnPin } from '../interfaces/pins.ts';
import type { JudgedCall } from '../machine/programs/judge-calls.ts';
import type { OutMap } from '../output/tree.ts';
import type { SealedContent } from '../secret/sealed-content.ts';
import type { Report } from '../source/diagnostic.ts';
import type { SourceNode } from '../source/node.ts';
import type { SourceDocument } from '../source/parse.ts';
import type { Field, Step, Workflow } from '../workflow/model.ts';
import type { ChosenActions } from '../workflow/used-actions.ts';
import type { LineGraph } from './line-graph.ts';

/** What `--config` can say; every field has a default. */
export type Settings = {
  /** `runs-on` for each Shippable node pool. */
  readonly nodePools: Readonly<Record<string, string>>;
  /** `runs-on` where nothing else says one. */
  readonly runner: string;
  /** Replacements of image names, by the name as written. */
  readonly images: Readonly<Record<string, string>>;
  /** Names of secrets that already exist, by the name that transship would give. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Whether up to 100 runs of a job wait, where the job waits for itself. */
  readonly queue?: boolean;
  /** Commits of other repositories are looked for by a schedule. */
  readonly watch?: 'poll';
  /** The environment of Assembly Lines jobs that deploy. */
  readonly environment?: string;
  /** Kinds of integrations and clusters, by the name of the integration or of the resource. */
  readonly types?: Readonly<Record<string, string>>;
  /** OWNER/NAME of the repository; without it, what its folder tells. */
  readonly repository?: string;
  /** Host of the GitHub that the workflows run on. */
  readonly server: string;
  /** Name of the workflow, and the beginning of the names of several. */
  readonly name: string;
  /** Whether every workflow can be started by hand. */
  readonly workflowDispatch: boolean;
  /** How a CodeShip parallel group is written: GitHub's parallel steps, or background processes of one script. */
  readonly parallel: 'native' | 'shell';
  /** What the old build did and nothing else, or what an expert would write today, each change reported. */
  readonly style: 'exact' | 'idiomatic';
  /** Whether encrypted files stay and one key opens them, or every variable is a secret of its own. */
  readonly secretValues: 'file' | 'each';
  /** Whether pull requests run the commands that publish or deploy, as they did on Shippable. */
  readonly pullRequests: 'as-before' | 'no-deploy';
  /** Whether GitHub attests what the action `push` pushed. */
  readonly attest?: boolean;
  /** Names of variables whose values may lie open, although they look like credentials. */
  readonly publicValues: readonly string[];
  /** Actions to use in place of others, or other versions of them. */
  readonly actions?: ChosenActions;
  /** Patterns of the actions that may be used; without it, all. */
  readonly allowedActions?: readonly string[];
  /** Names of workflows, by the name of the file. */
  readonly workflowNames?: Readonly<Record<string, string>>;
  /** Names of jobs, by their id. */
  readonly jobNames?: Readonly<Record<string, string>>;
};

/** Settings that an option of the command line wins over, with their words. */
export const choices = {
  parallel: ['native', 'shell'],
  style: ['exact', 'idiomatic'],
  secretValues: ['file', 'each'],
  pullRequests: ['as-before', 'no-deploy'],
} as const satisfies { readonly [name in keyof Settings]?: readonly Settings[name][] };

/** The option, and the input of the root action, that chooses. */
export const optionNames = {
  parallel: 'parallel',
  style: 'style',
  secretValues: 'secrets',
  pullRequests: 'pull-requests',
} as const satisfies { readonly [name in keyof typeof choices]: string };

export type Choices = { readonly [name in keyof typeof choices]?: Settings[name] };

export const defaultSettings: Settings = {
  nodePools: {},
  runner: 'ubuntu-24.04',
  images: {},
  secrets: {},
  server: 'github.com',
  name: 'CI',
  workflowDispatch: false,
  parallel: 'native',
  style: 'exact',
  secretValues: 'file',
  pullRequests: 'as-before',
  publicValues: [],
};

export type TranslationContext = {
  readonly report: Report;
  /** Reports only if nothing else accounts for the value. */
  readonly otherwise: Report;
  readonly repository: Repository;
  readonly settings: Settings;
  readonly own: OwnPin;
  /** What an encrypted text holds, by name; absent where the key was not given. */
  readonly openSealed?: (ciphertext: string) => SealedContent;
  /** Further repositories, only read. */
  readonly others?: readonly Repository[];
  /** What goes around the commands of CI where its job is a part of an Assembly Line. */
  readonly line?: LineFrame;
  /** Is told the verdict on every program that the commands call. */
  readonly watchCalls?: (call: JudgedCall) => void;
};

/** The steps before and after the commands of a job, and the outputs that tell later jobs of new versions. */
type LineFrame = {
  readonly start: readonly Step[];
  /** Credentials for the steps that run commands. */
  readonly env?: readonly Field[];
  readonly end: readonly Step[];
  readonly outputs: readonly Field[];
};

/** Where the value of a secret lies, for whoever has the key. */
export type SecretSource =
  /** The text of `codeship.aes`. */
  | { readonly kind: 'key' }
  /** A variable of an encrypted file, or of a ciphertext that stood in the services file. */
  | {
      readonly kind: 'variable';
      readonly path?: string;
      readonly text?: string;
      readonly name: string;
    }
  /** An account of an encrypted dockercfg. */
  | {
      readonly kind: 'account';
      readonly path: string;
      readonly host: string;
      readonly field: 'username' | 'password';
    };

/** A secret that somebody has to create, because of a value in a legacy file or a name that a script reads. */
export type SecretNeed = {
  readonly name: string;
  readonly why: string;
  readonly at?: SourceNode;
  readonly source?: SecretSource;
};

/** A companion file that is YAML: its places are tracked like those of a workflow. */
export type CompanionDocument = {
  readonly path: string;
  readonly header: readonly string[];
  readonly root: OutMap;
};

/** A companion file that is plain text, such as a script. */
export type CompanionText = {
  readonly path: string;
  readonly text: string;
  readonly from: readonly SourceNode[];
};

export type Translation = {
  readonly system: 'shippable' | 'shippable-assembly-lines' | 'codeship';
  readonly sources: readonly SourceDocument[];
  /** The files that the workflow names as its origin, where they are more. */
  readonly madeFrom?: readonly SourceDocument[];
  readonly workflows: readonly Workflow[];
  readonly documents: readonly CompanionDocument[];
  readonly texts: readonly CompanionText[];
  readonly secrets: readonly SecretNeed[];
  /** Jobs, resources and edges of Assembly Lines. */
  readonly lines?: LineGraph;
};
