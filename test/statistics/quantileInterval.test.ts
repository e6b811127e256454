import { describe, expect, it } from "vitest";
import { keyedUniform } from "../../engine/statistics/keyedUniform.ts";
import { quantileInterval } from "../../engine/statistics/quantileInterval.ts";

const counted = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

/**
 * Ranks of the sign test's interval of a median at 95 %, with its exact level: Dixon & Massey, Introduction to
 * Statistical Analysis, table A-25; levels from scipy 1.17.1 (binom).
 */
const MEDIANS = [
  [6, 1, 6, 0.96875],
  [10, 2, 9, 0.978515625],
  [20, 6, 15, 0.9586105346679688],
  [25, 8, 18, 0.9567147493362427],
  [100, 40, 61, 0.9647997997822952],
] as const;

describe("quantileInterval", () => {
  it.each(MEDIANS)(
    "quantileInterval of a median of %d values has the published ranks",
    (n, low, high, coverage) => {
      const interval = quantileInterval(counted(n), 0.5, 0.95);
      expect(interval).toMatchObject({ quantile: (n + 1) / 2, low, high, n });
      expect(interval.coverage).toBeCloseTo(coverage, 12);
    },
  );

  it("quantileInterval of the 90 % quantile of 100 values has SciPy's binomial ranks", () => {
    // binom.cdf(83, 100, 0.9) = 0.0206, cdf(84) = 0.0399; sf(95) = 0.0237, sf(94) = 0.0576.
    const interval = quantileInterval(counted(100), 0.9, 0.95);
    expect(interval).toMatchObject({ low: 84, high: 96 });
    expect(interval.coverage).toBeCloseTo(
      1 - 0.010007279262125012 - (0.020598810145300142 - 0.010007279262125012) - 0.023711082663476803,
      9,
    );
  });

  it("quantileInterval has no bound where too few values lie beyond the quantile: 0.95^71 > 0.025 > 0.95^72", () => {
    expect(quantileInterval(counted(71), 0.05, 0.95).low).toBeNull();
    expect(quantileInterval(counted(72), 0.05, 0.95).low).toBe(1);
    expect(quantileInterval(counted(71), 0.95, 0.95).high).toBeNull();
    expect(quantileInterval(counted(72), 0.95, 0.95).high).toBe(72);
  });

  it("quantileInterval covers at its exact level for skewed values", () => {
    const uniform = keyedUniform("1", "quantile");
    const runs = 3000;
    const truth = -Math.log(0.1);
    let held = 0;
    let coverage = 0;
    for (let run = 0; run < runs; run++) {
      const values = Array.from({ length: 100 }, (_, i) => -Math.log1p(-uniform(run, i)));
      const interval = quantileInterval(values, 0.9, 0.95);
      held += interval.low! <= truth && truth <= interval.high! ? 1 : 0;
      coverage = interval.coverage;
    }
    expect(Math.abs(held / runs - coverage)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / runs));
  });

  it("quantileInterval does not depend on the order of the values", () => {
    expect(quantileInterval([3, 1, 2, 6, 5, 4], 0.5, 0.95)).toEqual(quantileInterval(counted(6), 0.5, 0.95));
  });

  it("quantileInterval refuses a probability of 0, a level of 1 and no values", () => {
    expect(() => quantileInterval([1], 0, 0.95)).toThrow("a probability in (0, 1), got 0");
    expect(() => quantileInterval([1], 0.5, 1)).toThrow("a level in (0, 1), got 1");
    expect(() => quantileInterval([], 0.5, 0.95)).toThrow("at least one value");
  });
});
