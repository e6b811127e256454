import type { ModelParameters } from "../../engine/parameters.ts";
import type { ReplicationResult } from "../../engine/result.ts";

/** Days on which head-counts are known, from day 0 to the end of the run, ascending. */
export function sampleDays({ gridDays, horizonDays }: ModelParameters): number[] {
  return [0, ...gridDays.filter((day) => day > 0 && day < horizonDays), horizonDays];
}

/**
 * Head-count of a facility on each of the {@link sampleDays}. A run that is not sampled on its last day ends with
 * the count of its last sample.
 */
export function sampledStock(
  { facilities, gridDays, horizonDays }: ModelParameters,
  result: ReplicationResult,
  facility: number,
): number[] {
  const count = (grid: number) => result.gridStock[grid * facilities.length + facility]!;
  const stock = [result.initialStock[facility]!];
  for (let grid = 0; grid < gridDays.length; grid += 1) {
    const day = gridDays[grid]!;
    if (day > 0 && day < horizonDays) stock.push(count(grid));
  }
  stock.push(count(gridDays.length - 1));
  return stock;
}
