// The Compose file of a project: what its services are, for the workflow and for a person's own machine.

import { map, type OutEntry, scalar } from '../../../output/tree.ts';
import { quoteWord } from '../../../shell/words.ts';
import type { CompanionDocument, TranslationContext } from '../../translation.ts';
import type { Service } from '../services/service.ts';
import { projectName } from '../values/project-name.ts';
import { composeService, type ServiceFacts } from './compose-service.ts';

export function composeFile(
  path: string,
  services: readonly Service[],
  facts: ServiceFacts,
  context: TranslationContext,
): CompanionDocument {
  const sealed = services.some(
    ({ keys }) => keys.encrypted_env_file ?? keys.encrypted_env ?? keys.encrypted_environment,
  );
  const entries: OutEntry[] = [
    // Jobs that share an engine must not share containers, nor two attempts of a run.
    { key: 'name', value: scalar(projectName) },
    {
      key: 'services',
      value: map(
        services.map((service) => ({
          key: service.id,
          value: composeService(service, facts, context),
          before: service.before,
        })),
      ),
    },
  ];
  const { declared } = facts.volumes;
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
  if (declared.length > 0) entries.push({ key: 'volumes', value: map(declared) });
  return {
    path,
    header: [
      `On your own machine: transship run${folder === '.' ? '' : ` --dir ${quoteWord(folder)}`} [STEP]`,
      ...(sealed
        ? [
            context.settings.secretValues === 'each'
              ? 'Secrets are read from files below $RUNNER_TEMP/codeship, which a step of the workflow writes.'
              : 'Encrypted files are read, decrypted, from $RUNNER_TEMP/codeship; `transship run` opens them with codeship.aes.',
          ]
        : []),
    ],
    root: map(entries),
  };
}
