// What the page and its worker say to each other.

import type { FoundPin } from '../../interfaces/pins.ts';
import type { Choices, Settings } from '../../legacy/translation.ts';
import type { RepositoryView } from '../../view/view.ts';

export type InputFile = { readonly path: string; readonly text: string };

/** What a copy of the page carries, and what a link holds (without the pin). */
export type PlaygroundInput = {
  /** Paths of all files of the repository; those without a text are only known by name. */
  readonly paths: readonly string[];
  readonly files: readonly InputFile[];
  /** Files and folders that are there although `paths` leaves them out: what package managers install. */
  readonly held?: readonly string[];
  readonly settings: Partial<Settings>;
  /** What the command would get as options: the header of the workflow names them. */
  readonly given: Choices;
};

export type PageFacts = { readonly version: string; readonly own: FoundPin };

/** An input as it differs from the one before; the lists of names only where they are others. */
export type InputChanges = Omit<PlaygroundInput, 'files' | 'paths' | 'held'> & {
  readonly files: readonly InputFile[];
  readonly removed: readonly string[];
  readonly names?: Pick<PlaygroundInput, 'paths' | 'held'>;
};

export type ToWorker = {
  readonly id: number;
  readonly changes: InputChanges;
  readonly facts: PageFacts;
  /** Also the report of `convert --json`. */
  readonly report: boolean;
};

export type FromWorker = {
  readonly id: number;
  /** Time of the conversion itself, in milliseconds. */
  readonly milliseconds: number;
} & (
  | { readonly kind: 'converted'; readonly view: RepositoryView; readonly report?: string }
  | { readonly kind: 'failed'; readonly message: string }
);
