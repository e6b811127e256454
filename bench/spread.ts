import { median } from "simple-statistics";

/** A median and the least and largest value around it. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/**
 * Median, least and largest of some values, to four significant digits.
 *
 * @param values at least one
 * @throws {RangeError} if there is none
 * @example
 * spread([3, 1, 2]); // => { median: 2, least: 1, most: 3 }
 */
export function spread(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError("spread requires at least one value, got none");
  const rounded = (value: number): number => Number(value.toPrecision(4));
  return {
    median: rounded(median([...values])),
    least: rounded(Math.min(...values)),
    most: rounded(Math.max(...values)),
  };
}

/**
 * Ratios of what was measured in the same round.
 *
 * @param over as many values as `under`, in the order of the rounds
 * @example
 * ratios([2, 9], [1, 3]); // => { median: 2.5, least: 2, most: 3 }
 */
export function ratios(over: readonly number[], under: readonly number[]): Spread {
  return spread(over.map((value, round) => value / under[round]!));
}
