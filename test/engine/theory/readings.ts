import { expect } from "vitest";
import type { ModelParameters } from "../../../engine/index.ts";
import { ReplicationRunner } from "../../../engine/index.ts";
import { mean, variance } from "../moments.ts";
import { Reading } from "../smallModel.ts";

/** All seeds are fixed. A right engine stays within 3.5 standard errors in each of the some 60 comparisons. */
export const MOST_STANDARD_ERRORS = 3.5;

/** Replications of one parameter set. */
export function readings(parameters: ModelParameters, count: number): Reading[] {
  const runner = new ReplicationRunner(parameters);
  return Array.from({ length: count }, (_, index) => new Reading(parameters, runner.run("theory", index)));
}

/** Expects counts of this mean and variance: the mean exactly known, the variance as of a sum of rare events. */
export function expectCounts(counts: readonly number[], expected: { mean: number; variance: number }): void {
  const n = counts.length;
  const ofMean = Math.sqrt(expected.variance / n);
  // The fourth cumulant of a Poisson count is its variance, of a binomial one less.
  const ofVariance = expected.variance * Math.sqrt((2 + 1 / expected.variance) / n);
  expect(Math.abs(mean(counts) - expected.mean) / ofMean).toBeLessThan(MOST_STANDARD_ERRORS);
  expect(Math.abs(variance(counts) - expected.variance) / ofVariance).toBeLessThan(MOST_STANDARD_ERRORS);
}
