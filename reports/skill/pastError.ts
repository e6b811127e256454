import { normalQuantile } from "../../engine/normalQuantile.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import { endOf, type When } from "../rows.ts";
import { type SkillRecord, scoresOfMethod } from "./skillRecord.ts";

/** Measures that past errors are known of: the total of the US system, and what is proportional to it. */
export const SCORED_MEASURES: readonly string[] = ["us.system.stock", "us.system.occupancy"];

/** Scenarios whose US system is the one that was scored: these, and all that extend them. */
const SCORED_SCENARIOS = ["baseline", "hindcast-2017"];

const DAY = 86_400_000;
const DAYS_PER_YEAR = 365.25;

/**
 * Root mean square of the past errors of forecasts so many years ahead, the shock of 2020 among them, as a ratio to
 * what came. Straight lines between the horizons that were scored; 0 at the start, which is a count.
 *
 * @param years from the start of the forecast
 * @returns null before the start and beyond the longest horizon
 * @example
 * const score = { method: "model", withShock: true, horizonYears: 2, rootMeanSquare: 0.06 };
 * pastErrorAt({ scores: [score] }, 1); // => 0.03
 */
export function pastErrorAt(record: Pick<SkillRecord, "scores">, years: number): number | null {
  const scores = scoresOfMethod(record, "model", true);
  const known = [{ horizonYears: 0, rootMeanSquare: 0 }, ...scores];
  const after = known.findIndex(({ horizonYears }) => horizonYears >= years);
  if (years < 0 || after < 0) return null;
  if (after === 0) return 0;
  const [from, to] = [known[after - 1]!, known[after]!];
  const way = (years - from.horizonYears) / (to.horizonYears - from.horizonYears);
  return from.rootMeanSquare + way * (to.rootMeanSquare - from.rootMeanSquare);
}

/**
 * The past error of a forecast like this one on the date of a row, as a ratio.
 *
 * @returns null where none is known: other measures, other systems, too many years ahead
 */
export function pastErrorOf(
  record: SkillRecord | null,
  { chain, startDate }: Pick<CompiledScenario, "chain" | "startDate">,
  row: When & { readonly measure: string },
): number | null {
  if (record === null || !SCORED_MEASURES.includes(row.measure)) return null;
  if (!chain.some((id) => SCORED_SCENARIOS.includes(id))) return null;
  const days = (Date.parse(endOf(row)) - Date.parse(startDate)) / DAY;
  return pastErrorAt(record, days / DAYS_PER_YEAR);
}

/** Half the width of a 90 % interval of the normal, in standard deviations. */
const Z90 = normalQuantile(0.95);

/**
 * A 90 % band of outcomes widened by a past error: on each side the two distances from the mean are added as the
 * sides of a right angle, as independent errors are. Past errors hold chance too, so the result counts it twice.
 *
 * @param low 5 % quantile of the outcomes, in the unit of the mean
 * @param high 95 % quantile
 * @param ratio past error, from {@link pastErrorOf}
 * @example
 * widened(100, 97, 104, 0).map(Math.round); // => [97, 104]
 * widened(100, 97, 104, 0.02).map(Math.round); // => [96, 105]
 */
export function widened(mean: number, low: number, high: number, ratio: number): [low: number, high: number] {
  const error = Z90 * ratio * mean;
  return [mean - Math.hypot(mean - low, error), mean + Math.hypot(high - mean, error)];
}
