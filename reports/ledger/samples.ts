import type { ModelParameters } from "../../engine/parameters.ts";
import type { ReplicationResult } from "../../engine/result.ts";

/** Days on which head-counts are known, from day 0 to the end of the run, ascending. */
export function sampleDays({ gridDays, horizonDays }: ModelParameters): number[] {
  return [0, ...gridDays.filter((day) => day > 0 && day < horizonDays), horizonDays];
}

/**
 * Head-counts of all facilities on each of the {@link sampleDays}. A run that is not sampled on its last day ends
 * with the counts of its last sample.
 */
export function sampledStocks(
  { facilities, gridDays, horizonDays }: ModelParameters,
  result: ReplicationResult,
): Int32Array[] {
  const counts = (grid: number) =>
    result.gridStock.subarray(grid * facilities.length, (grid + 1) * facilities.length);
  const stocks = [result.initialStock];
  for (let grid = 0; grid < gridDays.length; grid += 1) {
    const day = gridDays[grid]!;
    if (day > 0 && day < horizonDays) stocks.push(counts(grid));
  }
  stocks.push(counts(gridDays.length - 1));
  return stocks;
}
