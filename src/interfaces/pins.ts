// The actions that generated workflows use, each pinned to the full commit of a release.

export type Pin = { readonly version: string; readonly commit: string };

/** Commits as GitHub published them on 2026-09-18; renew all rows together. */
export const pins = {
  'actions/checkout': { version: 'v7.0.1', commit: '3d3c42e5aac5ba805825da76410c181273ba90b1' },
  'actions/setup-node': { version: 'v7.0.0', commit: '820762786026740c76f36085b0efc47a31fe5020' },
  'actions/setup-python': { version: 'v7.0.0', commit: '5fda3b95a4ea91299a34e894583c3862153e4b97' },
  'actions/setup-java': { version: 'v6.0.1', commit: 'de7274f081f381c8f8158605e0321c36c376e2e6' },
  'actions/setup-go': { version: 'v7.0.0', commit: 'b7ad1dad31e06c5925ef5d2fc7ad053ef454303e' },
  'ruby/setup-ruby': { version: 'v1.324.0', commit: 'a0102e0972be65f351c307e2d64b9314a57c8073' },
  'shivammathur/setup-php': {
    version: '2.37.2',
    commit: 'f3e473d116dcccaddc5834248c87452386958240',
  },
  'DeLaGuardo/setup-clojure': {
    version: '13.6.0',
    commit: '02f5a82b79a547523e664fe8a7a32ea14884d7b2',
  },
  'actions/cache': { version: 'v6.1.0', commit: '55cc8345863c7cc4c66a329aec7e433d2d1c52a9' },
  'actions/cache/restore': {
    version: 'v6.1.0',
    commit: '55cc8345863c7cc4c66a329aec7e433d2d1c52a9',
  },
  'actions/cache/save': { version: 'v6.1.0', commit: '55cc8345863c7cc4c66a329aec7e433d2d1c52a9' },
  'actions/upload-artifact': {
    version: 'v7.0.1',
    commit: '043fb46d1a93c77aae656e7c1c64a875d1fc6a0a',
  },
  'actions/download-artifact': {
    version: 'v8.0.1',
    commit: '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c',
  },
  'aws-actions/amazon-ecs-deploy-task-definition': {
    version: 'v2.6.3',
    commit: 'c465972ecbd160473f22e683363b422a5412a3de',
  },
  'hashicorp/setup-terraform': {
    version: 'v4.0.1',
    commit: 'dfe3c3f87815947d99a8997f908cb6525fc44e9e',
  },
  'actions/github-script': {
    version: 'v9.0.0',
    commit: '3a2844b7e9c422d3c10d287c895573f7108da1b3',
  },
  'actions/attest': { version: 'v4.2.2', commit: '1e69f48acb82d1966a394da916b4c1698aa569d6' },
  'mikepenz/action-junit-report': {
    version: 'v6.4.2',
    commit: 'd9f48fc87bc235f7e214acf696ca5abc0a986f16',
  },
  'sbt/setup-sbt': { version: 'v1.5.2', commit: '6444f4c8111de4b9059c3975def104b03cfaa5f0' },
} as const satisfies Record<string, Pin>;

export type PinnedAction = keyof typeof pins;

/** Others for GitHub Enterprise Server, which has no artifacts of version 4 and later. */
export const enterpriseServerPins: Partial<Record<PinnedAction, Pin>> = {
  'actions/upload-artifact': {
    version: 'v3.2.2',
    commit: 'c6a366c94c3e0affe28c06c8df20a878f24da3cf',
  },
};

/** This project's own actions, pinned by what the edge found (settings, the running action, the checkout). */
export type OwnPin = Pin;

/** A pin of our own, and whether it is a commit. */
export type FoundPin = {
  readonly pin: OwnPin;
  /** False where only a tag is known, which somebody could move. */
  readonly exact: boolean;
};

export const ownRepository = 'transship/transship';
