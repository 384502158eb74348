// The legs of a job, as GitHub's service makes them of `strategy.matrix` before any runner sees them.

export type Leg = Readonly<Record<string, unknown>>;

/**
 * Every combination of the axes without the excluded ones; an include extends the combinations whose own
 * values it leaves alone, and is a leg of its own where there is none
 * (https://docs.github.com/en/actions/reference/workflow-syntax-for-github-actions#jobsjob_idstrategymatrixinclude).
 */
export function legsOf(matrix: Readonly<Record<string, unknown>>): readonly Leg[] {
  const axes = Object.entries(matrix).filter(([key]) => key !== 'include' && key !== 'exclude');
  let legs: Record<string, unknown>[] = axes.length === 0 ? [] : [{}];
  for (const [key, values] of axes)
    legs = legs.flatMap((leg) => (values as unknown[]).map((value) => ({ ...leg, [key]: value })));
  const excluded = (matrix['exclude'] ?? []) as Record<string, unknown>[];
  legs = legs.filter((leg) => !excluded.some((entry) => agrees(leg, entry, Object.keys(entry))));
  const own = new Map(legs.map((leg) => [leg, Object.keys(leg)]));
  for (const entry of (matrix['include'] ?? []) as Record<string, unknown>[]) {
    const extended = [...own].filter(([leg, keys]) =>
      agrees(
        leg,
        entry,
        keys.filter((key) => key in entry),
      ),
    );
    if (extended.length === 0) legs.push({ ...entry });
    for (const [leg] of extended) Object.assign(leg, entry);
  }
  return legs;
}

const agrees = (leg: Leg, entry: Leg, keys: readonly string[]): boolean =>
  keys.every((key) => leg[key] === entry[key]);
