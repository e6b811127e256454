import { describe, expect, it } from "vitest";
import type { ParameterDistribution } from "../../engine/statistics/parameterDistribution.ts";
import { quantileFunction } from "../../engine/statistics/quantileFunction.ts";

/**
 * Quantiles at 0.05, 0.5 and 0.95 from scipy 1.17.1: triang(c=0.3, loc=2, scale=10), beta between 2 and 12 with
 * a = 1 + 4 * 0.3 and b = 1 + 4 * 0.7, beta with mean 0.2 and sd 0.05 (a = 12.6, b = 50.4), norm(10, 2), lognorm with
 * sigma² = ln(1 + 0.3²) and mean 100.
 */
const SCIPY: readonly (readonly [ParameterDistribution, readonly number[]])[] = [
  [
    { kind: "triangular", low: 2, mode: 5, high: 12 },
    [3.224744871391589, 6.083920216900384, 10.12917130661303],
  ],
  [{ kind: "pert", low: 2, mode: 5, high: 12 }, [2.957042835291989, 5.509994849491181, 8.915510177116264]],
  [{ kind: "beta", mean: 0.2, sd: 0.05 }, [0.12346785398848009, 0.19681253095846302, 0.2874298016809775]],
  [{ kind: "normal", mean: 10, sd: 2 }, [6.710292746097054, 10, 13.289707253902945]],
  [{ kind: "lognormal", mean: 100, sd: 30 }, [59.09920564135929, 95.78262852211522, 155.23579085443876]],
];

/** Every continuous kind, with its mean and standard deviation in closed form. */
const MOMENTS: readonly (readonly [ParameterDistribution, number, number])[] = [
  [{ kind: "uniform", low: -3, high: 9 }, 3, 12 / Math.sqrt(12)],
  // Variance (a² + b² + c² - ab - ac - bc) / 18.
  [{ kind: "triangular", low: 2, mode: 5, high: 12 }, 19 / 3, Math.sqrt((4 + 25 + 144 - 10 - 24 - 60) / 18)],
  // Mean (a + 4 m + b) / 6, variance (mean - a)(b - mean) / 7.
  [{ kind: "pert", low: 2, mode: 5, high: 12 }, 34 / 6, Math.sqrt(((34 / 6 - 2) * (12 - 34 / 6)) / 7)],
  [{ kind: "beta", mean: 0.2, sd: 0.05 }, 0.2, 0.05],
  [{ kind: "beta", mean: 0.7, sd: 0.4 }, 0.7, 0.4],
  [{ kind: "normal", mean: 10, sd: 2 }, 10, 2],
  [{ kind: "lognormal", mean: 100, sd: 30 }, 100, 30],
];

const named = <T extends readonly [ParameterDistribution, ...unknown[]]>(rows: readonly T[]) =>
  rows.map((row) => [JSON.stringify(row[0]), ...row] as const);

describe("quantileFunction", () => {
  it.each(named(SCIPY))("quantileFunction of %s gives SciPy's quantiles", (_, distribution, expected) => {
    const quantile = quantileFunction(distribution);
    [0.05, 0.5, 0.95].forEach((p, i) => {
      expect(Math.abs(quantile(p) / expected[i]! - 1)).toBeLessThan(1e-12);
    });
  });

  it.each(named(MOMENTS))(
    "quantileFunction of %s has the mean and sd of its closed form",
    (_, distribution, mean, sd) => {
      const quantile = quantileFunction(distribution);
      // The integral of the quantile function over probability is the mean; midpoints of 20,000 strata.
      const values = Array.from({ length: 20_000 }, (_, i) => quantile((i + 0.5) / 20_000));
      const found = values.reduce((sum, value) => sum + value, 0) / values.length;
      const squares = values.reduce((sum, value) => sum + (value - found) ** 2, 0) / values.length;
      expect(Math.abs(found - mean)).toBeLessThan(1e-4 * sd);
      expect(Math.abs(Math.sqrt(squares) / sd - 1)).toBeLessThan(1e-3);
    },
  );

  it.each(named(MOMENTS))(
    "quantileFunction of %s never falls and is finite at 0 and 1",
    (_, distribution) => {
      const quantile = quantileFunction(distribution);
      const values = Array.from({ length: 1001 }, (_, i) => quantile(i / 1000));
      expect(values.every(Number.isFinite)).toBe(true);
      values.slice(1).forEach((value, i) => {
        expect(value).toBeGreaterThanOrEqual(values[i]!);
      });
    },
  );

  it("quantileFunction of a triangle inverts its areas: half of a right triangle's height at a quarter", () => {
    const rising = quantileFunction({ kind: "triangular", low: 0, mode: 1, high: 1 });
    expect([0, 0.25, 1].map(rising)).toEqual([0, 0.5, 1]);
    const falling = quantileFunction({ kind: "triangular", low: 0, mode: 0, high: 1 });
    expect([0, 0.75, 1].map(falling)).toEqual([0, 0.5, 1]);
  });

  it("quantileFunction of a discrete distribution gives values in proportion to their weights, in order", () => {
    const quantile = quantileFunction({ kind: "discrete", values: [7, 3, 5, 1], weights: [2, 1, 1, 0] });
    expect([0, 0.2499, 0.25, 0.4999, 0.5, 0.75, 1].map(quantile)).toEqual([3, 3, 5, 5, 7, 7, 7]);
  });

  it("quantileFunction of an empirical distribution gives each value for an equal share", () => {
    const quantile = quantileFunction({ kind: "empirical", values: [10, 30, 20, 20] });
    expect([0, 0.24, 0.25, 0.74, 0.75, 1].map(quantile)).toEqual([10, 10, 20, 20, 30, 30]);
  });

  it.each<[ParameterDistribution, string]>([
    [{ kind: "uniform", low: 2, high: 2 }, "low below high, got 2 and 2"],
    [
      { kind: "triangular", low: 0, mode: 3, high: 2 },
      "low <= mode <= high and low below high, got 0, 3 and 2",
    ],
    [{ kind: "pert", low: 1, mode: 1, high: 1 }, "low <= mode <= high and low below high, got 1, 1 and 1"],
    [
      { kind: "beta", mean: 0.5, sd: 0.5 },
      "a mean in (0, 1) and an sd in (0, sqrt(mean (1 - mean))), got 0.5 and 0.5",
    ],
    [{ kind: "normal", mean: 0, sd: 0 }, "a finite mean and sd above 0, got 0 and 0"],
    [{ kind: "lognormal", mean: -1, sd: 1 }, "mean and sd above 0, got -1 and 1"],
    [{ kind: "discrete", values: [1, 2], weights: [1] }, "one weight from 0 up for each value, got 1"],
    [{ kind: "discrete", values: [1], weights: [0] }, "a weight above 0"],
    [{ kind: "empirical", values: [] }, "at least one value"],
    [{ kind: "empirical", values: [1, Number.NaN] }, "finite values, got 1, NaN"],
  ])("quantileFunction refuses %o", (distribution, rule) => {
    expect(() => quantileFunction(distribution)).toThrow(new RangeError(`quantileFunction requires ${rule}`));
  });

  it("quantileFunction refuses a probability above 1", () => {
    const quantile = quantileFunction({ kind: "uniform", low: 0, high: 1 });
    expect(() => quantile(1.5)).toThrow("quantileFunction requires a probability in [0, 1], got 1.5");
  });
});
