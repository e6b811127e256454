import { confidenceInterval } from "../engine/statistics/confidenceInterval.ts";
import { quantileBand } from "../engine/statistics/quantileBand.ts";
import type { CompiledScenario } from "../scenarios/compiledScenario.ts";
import { columnsOf } from "./columnsOf.ts";
import { measureReader } from "./measures.ts";
import { inReplicationOrder, type Results } from "./results.ts";
import { QUANTILES, type SummaryRow } from "./rows.ts";
import { type Point, pointsOf, type Selection } from "./selection.ts";

/** Confidence level that is used unless another is asked for. */
export const DEFAULT_LEVEL = 0.95;

const PROBABILITIES = QUANTILES.map(Number);

/**
 * Rows that summarise a scenario's replications: mean with its confidence interval, and quantiles of outcomes.
 *
 * Intervals are those of the values as they come: never re-centred, never set by hand. A measure that is not
 * defined in a replication leaves it out (`n` says how many stayed); one that is defined in none has no row.
 *
 * @param scenario the scenario that gave the results
 * @param results see {@link Results}
 * @param selection see {@link Selection}
 * @returns rows in the order of the measures, then of the dates
 * @throws {RangeError} if a measure or date of the selection is unknown
 * @example
 * summarise(scenario, results, { measures: ["us.system.stock"], dates: ["2027-01-01"] })[0].mean; // => 150021.4
 */
export function summarise(
  scenario: CompiledScenario,
  results: Results,
  selection: Selection = {},
): SummaryRow[] {
  const level = selection.level ?? DEFAULT_LEVEL;
  const points = pointsOf(scenario, selection);
  const columns = columnsOf(inReplicationOrder(results), points, ({ measure, at }) =>
    measureReader(scenario, measure.name, at),
  );
  const rows: SummaryRow[] = [];
  for (const [point, all] of columns) {
    const values = definedOf(all);
    if (values.length > 0) rows.push(summaryRow(scenario.id, point, values, level));
  }
  return rows;
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
  const [low, lowerQuartile, median, upperQuartile, high] = quantileBand(values, PROBABILITIES);
  return {
    scenario,
    measure: point.measure.name,
    unit: point.measure.unit,
    ...point.when,
    mean,
    halfWidth,
    level,
    interval: "confidence interval of the mean",
    quantiles: {
      "0.05": low!,
      "0.25": lowerQuartile!,
      "0.5": median!,
      "0.75": upperQuartile!,
      "0.95": high!,
    },
    n,
  };
}
