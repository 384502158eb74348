// The golden cases that the documents show, converted: files, picture and report come from one conversion.

import { type Conversion, convert } from '../convert/convert.ts';
import { defaultSettings } from '../legacy/translation.ts';
import { filesBelow, inProject, readProjectFile } from './project.ts';

/** The golden cases that the documents show, by system. */
export const samples = {
  shippable: 'test/golden/shippable/readme-example',
  codeship: 'test/golden/codeship/readme-example',
} as const;

/** What the golden tests pin the own actions to, so that a release changes no document. */
const own = { commit: '1'.repeat(40), version: 'v1.0.0' };

export async function convertSample(folder: string): Promise<Conversion> {
  const paths = filesBelow(inProject(folder)).filter((file) => !/^expected[./]/.test(file));
  return convert({
    repository: {
      paths,
      read: (file) => (paths.includes(file) ? readProjectFile(`${folder}/${file}`) : undefined),
    },
    settings: defaultSettings,
    own,
  });
}
