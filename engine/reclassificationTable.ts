import { type Choice, choices } from "./choice.ts";
import type { StreamRegime } from "./parameters.ts";

/** Hazards of a change of group under a regime. Row: stream x group. */
export interface ReclassificationTable {
  /** Hazard of leaving the group, all new groups together (per day). */
  readonly perDay: Float64Array;
  /** The new groups, each with its share of that hazard. */
  readonly to: Choice;
}

/** Lays the hazards of all streams out as columns. */
export function reclassificationTable(
  streams: readonly StreamRegime[],
  groups: number,
): ReclassificationTable {
  const rows = streams.flatMap(({ reclassification }) =>
    Array.from({ length: groups }, (_, group) =>
      reclassification.filter(({ from, perDay }) => from === group && perDay > 0),
    ),
  );
  const perDay = Float64Array.from(rows, (row) => row.reduce((sum, change) => sum + change.perDay, 0));
  const shares = rows.map((row, i) =>
    row.map((change) => ({ index: change.to, share: change.perDay / perDay[i]! })),
  );
  return { perDay, to: choices(shares) };
}
