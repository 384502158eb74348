// The builders that a runner may have, and what each of them can do.

export type Builder =
  /**
   * Through buildx. `own-engine`: the engine's own builder sees the engine's images. Others (`docker-container`,
   * `remote`, …) keep their images to themselves and load the result into the engine.
   */
  | {
      readonly kind: 'buildx';
      readonly name: string;
      readonly ownEngine: boolean;
      /** Whether it writes caches other than `inline`, and keeps images of several platforms. */
      readonly full: boolean;
    }
  /** `docker build` of a client that has BuildKit inside (18.09 to 22). */
  | { readonly kind: 'engine-buildkit' }
  /** `docker build` of any other client without buildx: the builder from before BuildKit. */
  | { readonly kind: 'engine-classic' };

/** In words, for the log. */
export function builderTitle(builder: Builder): string {
  if (builder.kind === 'buildx')
    return builder.ownEngine ? "the engine's own builder" : `the builder \`${builder.name}\``;
  return builder.kind === 'engine-buildkit'
    ? 'BuildKit of the docker client'
    : 'the classic builder of the engine';
}
