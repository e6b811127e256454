import { confidenceInterval } from "../engine/statistics/confidenceInterval.ts";

/** A value of the parameter and what its replications gave, in the order of the replications. */
export interface EvaluatedValue {
  readonly x: number;
  /** NaN where a replication does not define it. */
  readonly values: Float64Array;
}

/** Two neighbours between which the response goes against its direction. */
export interface Reversal {
  readonly from: number;
  readonly to: number;
  /** Mean of the paired differences, second − first, and its half-width. */
  readonly mean: number;
  readonly halfWidth: number;
}

/** Whether a response goes one way over the values that were evaluated. */
export interface Monotonicity {
  /** From the least to the greatest value: 1 = rises, -1 = falls, 0 = neither is established. */
  readonly direction: -1 | 0 | 1;
  readonly reversals: readonly Reversal[];
  /** Level of each interval; all hold together at the level asked for. */
  readonly level: number;
}

/**
 * Looks for neighbours whose paired difference has, beyond chance, the sign opposite to that of the whole range. On
 * common random numbers only the replications that both have count. No reversal means that none was found at these
 * values, not that there is none between them.
 *
 * @param evaluated two values or more, in any order
 * @param level confidence that holds for all differences together (Bonferroni)
 * @throws {RangeError} if there are fewer than two
 * @example
 * const [low, high] = [[1, 2, 1], [5, 6, 6]].map((values, x) => ({ x, values: Float64Array.from(values) }));
 * monotonicity([low, high], 0.95).direction; // => 1
 */
export function monotonicity(evaluated: readonly EvaluatedValue[], level: number): Monotonicity {
  if (evaluated.length < 2) {
    throw new RangeError(`monotonicity requires at least two values, got ${evaluated.length}`);
  }
  const ordered = evaluated.toSorted((a, b) => a.x - b.x);
  const each = 1 - (1 - level) / ordered.length;
  const whole = difference(ordered[0]!, ordered.at(-1)!, each);
  const direction = whole === null ? 0 : signOf(whole);
  const reversals = ordered.slice(1).flatMap((right, i): Reversal[] => {
    const found = difference(ordered[i]!, right, each);
    const against = found !== null && direction !== 0 && signOf(found) === -direction;
    return against ? [found] : [];
  });
  return { direction, reversals, level: each };
}

/** Sign of a difference, 0 while its interval holds zero. */
function signOf({ mean, halfWidth }: Reversal): -1 | 0 | 1 {
  return Math.abs(mean) <= halfWidth ? 0 : mean > 0 ? 1 : -1;
}

function difference(left: EvaluatedValue, right: EvaluatedValue, level: number): Reversal | null {
  const n = Math.min(left.values.length, right.values.length);
  const differences = Array.from({ length: n }, (_, i) => right.values[i]! - left.values[i]!);
  const defined = differences.filter((value) => !Number.isNaN(value));
  if (defined.length < 2) return null;
  const { mean, halfWidth } = confidenceInterval(defined, level);
  return { from: left.x, to: right.x, mean, halfWidth: halfWidth! };
}
