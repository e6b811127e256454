import { crossedVarianceSplit } from "../engine/statistics/crossedVarianceSplit.ts";
import { quantileBand } from "../engine/statistics/quantileBand.ts";
import type { Point } from "../reports/selection.ts";
import type { Band, VarianceRow } from "../reports/uncertainty/varianceRow.ts";

/** Values of one measure: one list of replications with what is written, and one for each draw. */
export interface DrawnValues {
  readonly written: Float64Array;
  /** Replication r in place r of each: the same random numbers in every draw. */
  readonly drawn: readonly Float64Array[];
}

/**
 * What the draws say of one measure.
 *
 * The variance is split by {@link crossedVarianceSplit}. A replication in which some draw does not define the
 * measure is left out of the split and of the means of draws.
 *
 * @param level confidence level of the split's interval
 * @returns null if no replication of any draw defines the measure
 * @example
 * varianceRow({ scenario: "a" }, point, { written, drawn }, 0.95).split?.share?.value; // => 0.61...
 */
export function varianceRow(
  name: { readonly scenario: string; readonly base?: string },
  { measure, when }: Point,
  { written, drawn }: DrawnValues,
  level: number,
): VarianceRow | null {
  const complete = Array.from(written.keys()).filter((r) => drawn.every((list) => !Number.isNaN(list[r])));
  const table = drawn.map((list) => Float64Array.from(complete, (r) => list[r]!));
  const outcomes = drawn.flatMap((list) => defined(list));
  if (outcomes.length === 0) return null;
  return {
    ...name,
    measure: measure.name,
    unit: measure.unit,
    ...when,
    mean: meanOf(outcomes),
    split: drawn.length >= 3 && complete.length >= 3 ? crossedVarianceSplit(table, level) : null,
    bands: {
      chance: bandOf(defined(written)),
      parameters: complete.length === 0 ? null : bandOf(table.map((list) => meanOf(Array.from(list)))),
      together: bandOf(outcomes),
    },
    draws: drawn.length,
    n: complete.length,
  };
}

/** Paired differences of two scenarios, draw by draw and replication by replication. */
export function differenceOf(other: DrawnValues, base: DrawnValues): DrawnValues {
  const minus = (left: Float64Array, right: Float64Array) => left.map((value, i) => value - right[i]!);
  return {
    written: minus(other.written, base.written),
    drawn: other.drawn.map((list, k) => minus(list, base.drawn[k]!)),
  };
}

function defined(list: Float64Array): number[] {
  return Array.from(list).filter((value) => !Number.isNaN(value));
}

/** Of at least one value; exact where all are equal. */
function meanOf(values: readonly number[]): number {
  const first = values[0]!;
  return first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
}

function bandOf(values: readonly number[]): Band | null {
  if (values.length === 0) return null;
  const [low, middle, high] = quantileBand(values, [0.05, 0.5, 0.95]);
  return { "0.05": low!, "0.5": middle!, "0.95": high! };
}
