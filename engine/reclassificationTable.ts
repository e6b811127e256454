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

/**
 * The first regime after each one in which the hazard of a row is another, or the number of regimes: regime x row.
 *
 * @param tables of the regimes in order
 */
export function nextOtherHazard(tables: readonly ReclassificationTable[]): Int32Array {
  const rows = tables[0]?.perDay.length ?? 0;
  const next = new Int32Array(tables.length * rows).fill(tables.length);
  for (let regime = tables.length - 2; regime >= 0; regime--) {
    for (let row = 0; row < rows; row++) {
      const same = Object.is(tables[regime + 1]!.perDay[row], tables[regime]!.perDay[row]);
      next[regime * rows + row] = same ? next[(regime + 1) * rows + row]! : regime + 1;
    }
  }
  return next;
}
