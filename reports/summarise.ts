import type { ReplicationResult } from "../engine/result.ts";
import { confidenceInterval } from "../engine/statistics/confidenceInterval.ts";
import { quantileBand } from "../engine/statistics/quantileBand.ts";
import type { CompiledScenario } from "../scenarios/compiledScenario.ts";
import { inReplicationOrder, measureReader } from "./measures.ts";
import { QUANTILES, type QuantileName, type SummaryRow } from "./rows.ts";
import { type Point, pointsOf, type Selection } from "./selection.ts";

/** Confidence level that is used unless another is asked for. */
export const DEFAULT_LEVEL = 0.95;

const PROBABILITIES = QUANTILES.map(Number);

/**
 * Points that are read of one replication before the next: their values take little memory, and a replication is
 * fetched into the processor's cache once for all of them.
 */
const BLOCK = 1024;

/**
 * Rows that summarise a scenario's replications: mean with its confidence interval, and quantiles of outcomes.
 *
 * Intervals are those of the values as they come: never re-centred, never set by hand. A measure that is not
 * defined in a replication leaves it out (`n` says how many stayed); one that is defined in none has no row.
 *
 * @param scenario the scenario that gave the results
 * @param results one per replication, in any order
 * @param selection see {@link Selection}
 * @returns rows in the order of the measures, then of the dates
 * @throws {RangeError} if a measure or date of the selection is unknown
 * @example
 * summarise(scenario, results, { measures: ["us.system.stock"], dates: ["2027-01-01"] })[0].mean; // => 150021.4
 */
export function summarise(
  scenario: CompiledScenario,
  results: readonly ReplicationResult[],
  selection: Selection = {},
): SummaryRow[] {
  const ordered = inReplicationOrder(results);
  const level = selection.level ?? DEFAULT_LEVEL;
  const points = pointsOf(scenario, selection);
  const rows: SummaryRow[] = [];
  for (let first = 0; first < points.length; first += BLOCK) {
    const block = points.slice(first, first + BLOCK);
    for (const [i, all] of valuesOf(scenario, ordered, block).entries()) {
      const values = definedOf(all);
      if (values.length > 0) rows.push(summaryRow(scenario.id, block[i]!, values, level));
    }
  }
  return rows;
}

/** Values of some points, by point and replication. */
function valuesOf(
  scenario: CompiledScenario,
  results: readonly ReplicationResult[],
  points: readonly Point[],
): Float64Array[] {
  const readers = points.map(({ measure, at }) => measureReader(scenario, measure.name, at));
  const values = points.map(() => new Float64Array(results.length));
  for (const [i, result] of results.entries()) {
    for (const [point, read] of readers.entries()) values[point]![i] = read(result);
  }
  return values;
}

/** Values of the replications that define a measure; the list itself where all do, as nearly always. */
function definedOf(values: Float64Array): Float64Array {
  for (const value of values) {
    if (!Number.isFinite(value)) return values.filter(Number.isFinite);
  }
  return values;
}

function summaryRow(scenario: string, point: Point, values: Float64Array, level: number): SummaryRow {
  const { mean, halfWidth, n } = confidenceInterval(values, level);
  const quantiles = quantileBand(values, PROBABILITIES);
  return {
    scenario,
    measure: point.measure.name,
    unit: point.measure.unit,
    ...point.when,
    mean,
    halfWidth,
    level,
    interval: "confidence interval of the mean",
    quantiles: Object.fromEntries(QUANTILES.map((name, i) => [name, quantiles[i]])) as Record<
      QuantileName,
      number
    >,
    n,
  };
}
