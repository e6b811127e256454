import { confidenceInterval } from "../engine/statistics/confidenceInterval.ts";
import { pairedDifference } from "../engine/statistics/pairedDifference.ts";
import { quantileBand } from "../engine/statistics/quantileBand.ts";
import { QUANTILES, type QuantileName } from "../reports/rows.ts";
import type { Point } from "../reports/selection.ts";
import type { ResponseDifference, ResponseRow } from "../reports/sweep/response.ts";
import type { Variation, VariedValue } from "./variation.ts";

/**
 * The points of a sweep: every value of one parameter, or every pair of two, the second varying fastest.
 *
 * @example
 * const [a, b] = ["a", "b"].map((path) => ({ path, values: [{ text: path + 1 }, { text: path + 2 }] }));
 * sweepPoints([a, b]).map((values) => values.map(({ text }) => text).join()); // => ["a1,b1", "a1,b2", "a2,b1", "a2,b2"]
 */
export function sweepPoints(variations: readonly Variation[]): (readonly VariedValue[])[] {
  return variations.reduce<(readonly VariedValue[])[]>(
    (points, { values }) => points.flatMap((point) => values.map((value) => [...point, value])),
    [[]],
  );
}

/**
 * Rows of a sweep: each measure at each point, with its difference from a reference.
 *
 * @param points the measures that were read
 * @param values by point of the sweep and measure, one per replication
 * @param reference values of the reference by measure, of the same replications
 * @param level confidence level of intervals
 * @returns measure by measure; a point in which no replication defines the measure has no row
 */
export function sweepRows(
  points: readonly Point[],
  values: readonly (readonly Float64Array[])[],
  reference: readonly Float64Array[],
  level: number,
): ResponseRow[] {
  return points.flatMap(({ measure, when }, m) =>
    values.flatMap((lists, point): ResponseRow[] => {
      const defined = lists[m]!.filter((value) => !Number.isNaN(value));
      if (defined.length === 0) return [];
      const { mean, halfWidth, n } = confidenceInterval(defined, level);
      const quantiles = quantileBand(defined, QUANTILES.map(Number));
      const named = QUANTILES.map((name, i) => [name, quantiles[i]]);
      return [
        {
          point,
          measure: measure.name,
          unit: measure.unit,
          ...when,
          mean,
          halfWidth,
          level,
          interval: "confidence interval of the mean",
          quantiles: Object.fromEntries(named) as Record<QuantileName, number>,
          n,
          difference: differenceOf(lists[m]!, reference[m]!, level),
        },
      ];
    }),
  );
}

function differenceOf(values: Float64Array, base: Float64Array, level: number): ResponseDifference | null {
  const both = (_: number, i: number): boolean => !Number.isNaN(values[i]) && !Number.isNaN(base[i]);
  const [a, b] = [values.filter(both), base.filter(both)];
  if (a.length === 0) return null;
  const { mean, halfWidth, shareSameSign, varianceReduction, n } = pairedDifference(a, b, level);
  return { mean, halfWidth, shareSameSign, varianceReduction, identical: a.every((x, i) => x === b[i]), n };
}
