// Which steps need conditions that are exact to the letter: those that get a secret, log in, push or deploy, with all
// that they run.

import { hasMark } from '../../../ground/open-mark.ts';
import { holdsOpenValue } from '../secrets/open-environment.ts';
import { sealedEnvironment } from '../services/environment.ts';
import { type Service, startedWith } from '../services/service.ts';
import type { Item, Leaf } from '../steps/items.ts';
import { allLeavesOf } from '../steps/items.ts';

export type Exactness = {
  /** Whether its container, or the build of its image, gets a secret or the engine of the machine. */
  readonly service: (service: Service) => boolean;
  /** Whether the step, or one within the group, may do what not every branch may. */
  readonly item: (item: Item) => boolean;
};

/** What a step that changes something outside is called, or calls. */
const outside =
  /deploy|publish|release|push|upload|promot|provision|rollout|migrat|terraform|kubectl|\bhelm\b|ansible|capistrano|\bcap\b|heroku|\baws|gcloud|firebase|netlify|serverless|elastic ?beanstalk|\beb\b|\bs3\b|\bscp\b|\brsync\b|\bssh\b/i;

export function exactness(services: Iterable<Service>, folder: string): Exactness {
  const all = [...services];
  const own = new Map(all.map((service) => [service, hasSecret(service, folder)]));
  // What one of them leaves in a folder or a volume of the job, another one may read.
  const secretsMayLie = all.some((service) => own.get(service) === true && hasVolumes(service));
  const ofService = (service: Service): boolean =>
    own.get(service) === true || (secretsMayLie && hasVolumes(service));
  const ofLeaf = (leaf: Leaf): boolean => {
    if (leaf.kind === 'push' || leaf.credentials !== undefined) return true;
    const started = [...startedWith(leaf.service), leaf.service];
    if (started.some(ofService)) return true;
    return leaf.kind === 'run' && (leaf.argv.some(hasMark) || changesOutside(leaf));
  };
  return {
    service: ofService,
    item: (item) => allLeavesOf({ ...item, onFail: [] }).some(ofLeaf),
  };
}

const changesOutside = (leaf: Extract<Leaf, { kind: 'run' }>): boolean =>
  [leaf.label.text, leaf.service.name, ...leaf.argv].some((text) => outside.test(text));

const hasVolumes = ({ keys, volumesFrom }: Service): boolean =>
  volumesFrom.length > 0 || (keys.volumes?.length ?? 0) > 0;

function hasSecret(service: Service, folder: string): boolean {
  const { keys, build, credentials } = service;
  return (
    credentials !== undefined ||
    holdsOpenValue(service) ||
    sealedEnvironment(service, folder).length > 0 ||
    (build?.encryptedArgs.length ?? 0) + (build?.encryptedArgsFiles.length ?? 0) > 0 ||
    keys.add_docker?.value === true ||
    (keys.volumes ?? []).some(({ text }) => text.includes('docker.sock'))
  );
}
