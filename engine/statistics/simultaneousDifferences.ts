import { type PairedDifference, pairedDifference } from "./pairedDifference.ts";

/** Paired differences of several scenarios against one base, true together. */
export interface SimultaneousDifferences {
  /** Probability, at least, that every interval holds its difference. */
  readonly familyLevel: number;
  /** One per scenario; their own `level` is the higher one that this takes. */
  readonly differences: readonly PairedDifference[];
}

/**
 * Level of each of several intervals that are to hold together, by Bonferroni's inequality.
 *
 * @param familyLevel in (0, 1)
 * @param count of the intervals, at least one
 * @example
 * levelOfEach(0.95, 2); // => 0.975
 */
export function levelOfEach(familyLevel: number, count: number): number {
  return 1 - (1 - familyLevel) / count;
}

/**
 * Paired differences of m scenarios against one base, with intervals that hold together, by Bonferroni: each at the
 * level 1 - (1 - level) / m.
 *
 * Right whatever the scenarios have in common. Dunnett's shorter intervals assume independent samples of equal
 * variance; scenarios that share their random numbers have neither. Bonferroni's are wider than need be when the
 * scenarios are much alike.
 *
 * @param scenarios at least one; each one value per replication
 * @param base values of the base, in the same order
 * @param level family-wise confidence level in (0, 1)
 * @throws {RangeError} if there is no scenario, a length differs, or the level is out of its range
 * @see Law (2015), Simulation Modeling and Analysis, 5th ed., section 10.3.1
 * @example
 * simultaneousDifferences([[3, 5, 7], [2, 2, 2]], [1, 2, 3], 0.95).differences[0].level; // => 0.975
 */
export function simultaneousDifferences(
  scenarios: readonly ArrayLike<number>[],
  base: ArrayLike<number>,
  level: number,
): SimultaneousDifferences {
  if (scenarios.length === 0) {
    throw new RangeError("simultaneousDifferences requires at least one scenario");
  }
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`simultaneousDifferences requires a level in (0, 1), got ${level}`);
  }
  const each = levelOfEach(level, scenarios.length);
  return {
    familyLevel: level,
    differences: scenarios.map((scenario) => pairedDifference(scenario, base, each)),
  };
}
