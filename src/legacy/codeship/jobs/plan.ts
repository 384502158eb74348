// What is decided for a whole project before its steps are written.

import type { Expression } from '../../../expression/expression.ts';
import type { TranslationContext } from '../../translation.ts';
import type { BuildPlan } from '../compose/build-plan.ts';
import type { HealthChecks } from '../compose/health-check.ts';
import type { Conditions } from '../conditions/conditions.ts';
import type { SecretPlan } from '../secrets/secret-step.ts';
import type { Service } from '../services/service.ts';
import type { Exactness } from './exactness.ts';
import type { NativeServices } from './native-services.ts';

export type Plan = {
  readonly context: TranslationContext;
  /** Folder of the services file; '' is the root. */
  readonly folder: string;
  readonly services: ReadonlyMap<string, Service>;
  /** Where GitHub's service containers stand for the Compose file; with the file that names the variables. */
  readonly native?: NativeServices & { readonly namesFile: string };
  readonly conditions: Conditions;
  /** What needs conditions that are exact to the letter. */
  readonly exactness: Exactness;
  readonly healthCheck: HealthChecks;
  /** Undefined for a service whose image is pulled. */
  readonly buildOf: (service: Service) => BuildPlan | undefined;
  /** Whether the Compose file has volumes that must outlive a step. */
  readonly keepsVolumes: boolean;
  /** What those are called in the engine, for bash within double quotes. */
  readonly volumeNames: readonly string[];
  /** The service that is the registry a push goes to, if that runs within the build. */
  readonly registryOf: (imageName: string) => Service | undefined;
  /** How encrypted values reach the jobs. */
  readonly secrets: SecretPlan;
  /** The secret with the project's key. */
  readonly key: Expression;
  /** Path of the script that runs a command with what its service needs, from the root of the checkout. */
  readonly runScript: string;
  /** Path of the script that points an old image to the archive of its distribution. */
  readonly archiveScript: string;
};
