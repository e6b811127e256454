import type { MortalityBand } from "./parameters.ts";

/** A hazard by age as a row of numbers, for {@link lifeLeftInPlace}: [count, then for each band: from age, per day]. */
export function mortalityRow(bands: readonly MortalityBand[]): number[] {
  return [bands.length, ...bands.flatMap(({ fromAgeDays, perDay }) => [fromAgeDays, perDay])];
}

/**
 * Days until death under a hazard that is constant within each band of age: the time after which the cumulative
 * hazard from the present age reaches a given value. With a value that is exponential of mean 1, the time has that
 * hazard.
 *
 * @param table holds the row
 * @param offset where the row stands
 * @param cell holds the cumulative hazard and the present age (days); receives the days until death in its first
 *   element, Infinity where the hazard ends before
 * @see D. R. Cox and D. Oakes, Analysis of Survival Data (1984), chapter 2
 */
export function lifeLeftInPlace(table: Float64Array, offset: number, cell: Float64Array): void {
  const last = offset + 2 * table[offset]! - 1;
  let left = cell[0]!;
  let age = cell[1]!;
  for (let at = offset + 1; at <= last; at += 2) {
    let end = Infinity;
    if (at < last) {
      end = table[at + 2]!;
    }
    const perDay = table[at + 1]!;
    if (end > age && perDay > 0) {
      if (perDay * (end - age) > left) {
        cell[0] = age + left / perDay - cell[1]!;
        return;
      }
      left -= perDay * (end - age);
    }
    if (end > age) {
      age = end;
    }
  }
  cell[0] = Infinity;
}
