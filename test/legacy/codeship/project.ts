// A CodeShip project as texts, converted.

import { parse } from 'yaml';
import { type Conversion, convert } from '../../../src/convert/convert.ts';
import { defaultSettings, type Settings } from '../../../src/legacy/translation.ts';
import { ownPin } from '../../golden-case.ts';

export type Texts = Readonly<Record<string, string>>;

export function convertTexts(texts: Texts, settings: Partial<Settings> = {}): Promise<Conversion> {
  return convert({
    repository: { paths: Object.keys(texts).sort(), read: (file) => texts[file] },
    settings: { ...defaultSettings, ...settings },
    own: ownPin,
  });
}

export const convertFiles = (
  services: string,
  steps: string,
  settings: Partial<Settings> = {},
): Promise<Conversion> =>
  convertTexts({ 'codeship-services.yml': services, 'codeship-steps.yml': steps }, settings);

export type Step = {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
};

export const workflowsOf = ({ files }: Conversion) =>
  files.filter(({ path }) => path.startsWith('.github/workflows/'));

/** Every step of every job, those of parallel groups too. */
export function stepsOf(conversion: Conversion): readonly Step[] {
  type Group = Step & { readonly parallel?: readonly Step[] };
  return workflowsOf(conversion).flatMap(({ content }) => {
    const { jobs } = parse(content) as {
      jobs: Record<string, { readonly steps: readonly Group[] }>;
    };
    return Object.values(jobs).flatMap(({ steps }) =>
      steps.flatMap((step) => step.parallel ?? [step]),
    );
  });
}
