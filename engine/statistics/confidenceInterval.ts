import { mean as arithmeticMean, sampleVariance } from "simple-statistics";
import { studentTQuantile } from "./studentTQuantile.ts";

/** A confidence interval of a mean: `mean` ± `halfWidth`. */
export interface ConfidenceInterval {
  readonly mean: number;
  /** t × s / √n, in the unit of the mean; null when one value says nothing about the spread. */
  readonly halfWidth: number | null;
  /** Confidence level, e.g. 0.95. */
  readonly level: number;
  /** Values that were used. */
  readonly n: number;
}

/**
 * Confidence interval of the mean of independent values, by Student's t.
 *
 * Says how well the mean is known from these replications (chance only), not where outcomes lie. Values that
 * are all equal give a half-width of exactly 0. Linear time.
 *
 * @param values at least one, all finite
 * @param level confidence level in (0, 1)
 * @throws {RangeError} if there is no value, or the level is out of its range
 * @see Law (2015), Simulation Modeling and Analysis, 5th ed., section 4.5
 * @example
 * confidenceInterval([1, 2, 3], 0.95); // => { mean: 2, halfWidth: 2.484..., level: 0.95, n: 3 }
 */
export function confidenceInterval(values: ArrayLike<number>, level: number): ConfidenceInterval {
  const n = values.length;
  if (n === 0) {
    throw new RangeError("confidenceInterval requires at least one value");
  }
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`confidenceInterval requires a level in (0, 1), got ${level}`);
  }
  // In one form: what reads it stays fast, whatever lists of numbers others come with.
  const list = values instanceof Float64Array ? values : new Float64Array(values);
  const first = list[0] as number;
  const constant = list.every((value) => value === first);
  const mean = constant ? first : arithmeticMean(asNumbers(list));
  return { mean, halfWidth: halfWidthOf(list, level, constant), level, n };
}

/** The library reads any list by index; its types only know arrays. */
function asNumbers(list: Float64Array): number[] {
  return list as unknown as number[];
}

function halfWidthOf(list: Float64Array, level: number, constant: boolean): number | null {
  if (list.length === 1) {
    return null;
  }
  const factor = studentTFactor(level, list.length - 1);
  return constant ? 0 : factor * Math.sqrt(sampleVariance(asNumbers(list)) / list.length);
}

const factors = new Map<string, number>();

/** Two-sided t factor, remembered: a report asks for the same one thousands of times. */
function studentTFactor(level: number, degreesOfFreedom: number): number {
  const key = `${level}/${degreesOfFreedom}`;
  const known = factors.get(key);
  if (known !== undefined) {
    return known;
  }
  const factor = studentTQuantile((1 + level) / 2, degreesOfFreedom);
  factors.set(key, factor);
  return factor;
}
