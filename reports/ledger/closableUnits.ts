/**
 * Whole housing units that a facility can close at each sample and keep closed until the last one: a unit counts
 * from the first sample on after which the facility always holds at least its places fewer people than in the
 * base. Fewer people than one unit holds free nothing.
 *
 * It says that the people would fit without the unit as well as they did before, not that anybody closes it; and
 * where a facility is crowded, the same freed places cannot also be counted as relief.
 *
 * @param freed people fewer than in the base at each sample, in order of time; negative = more
 * @param places of one housing unit (persons)
 * @returns units at each sample; never falls
 * @throws {RangeError} if `places` is not a whole number above 0
 * @example
 * closableUnits([0, 150, 130, 260], 128); // => [0, 1, 1, 2]
 */
export function closableUnits(freed: ArrayLike<number>, places: number): number[] {
  if (!(Number.isInteger(places) && places > 0)) {
    throw new RangeError(`closableUnits requires a whole number of places above 0, got ${places}`);
  }
  const units = new Array<number>(freed.length).fill(0);
  let least = Number.POSITIVE_INFINITY;
  for (let sample = freed.length - 1; sample >= 0; sample -= 1) {
    least = Math.min(least, freed[sample]!);
    units[sample] = Math.max(0, Math.floor(least / places));
  }
  return units;
}

/**
 * Change in the number of housing units in use over each period between two samples, scenario less base: those
 * that can close count −1, those that must open +1, both only while it stays so until the end. Counting both
 * keeps chance from looking like a saving: people who only sit in another facility close a unit here and open
 * one there.
 *
 * @param freed as in {@link closableUnits}
 * @returns one number a period, one fewer than samples
 * @example
 * unitChange([0, 150, 130, 260], 128); // => [0, -1, -1]
 */
export function unitChange(freed: ArrayLike<number>, places: number): number[] {
  const closed = closableUnits(freed, places);
  const opened = closableUnits(
    Array.from(freed, (persons) => -persons),
    places,
  );
  return closed.slice(0, -1).map((units, period) => opened[period]! - units);
}
