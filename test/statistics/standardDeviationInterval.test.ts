import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../engine/normalQuantile.ts";
import { keyedUniform } from "../../engine/statistics/keyedUniform.ts";
import { standardDeviationInterval } from "../../engine/statistics/standardDeviationInterval.ts";

describe("standardDeviationInterval", () => {
  it("standardDeviationInterval gives the jackknife of the log variance as computed with NumPy and SciPy", () => {
    // n = 8; ps = n * log(x.var(ddof=1)) - (n - 1) * [log(np.delete(x, i).var(ddof=1)) for i in range(n)];
    // exp((ps.mean() ± t.ppf(0.975, 7) * ps.std(ddof=1) / sqrt(8)) / 2)
    const interval = standardDeviationInterval([2.1, 3.4, 1.9, 5.6, 4.4, 3.8, 2.7, 8.1], 0.95);
    expect(interval.standardDeviation).toBeCloseTo(2.0577380091463815, 12);
    expect(interval.low).toBeCloseTo(0.8593639320256072, 10);
    expect(interval.high).toBeCloseTo(6.638258772925212, 10);
  });

  it.each([
    ["normal", normalQuantile, 1],
    ["uniform", (u: number) => u, 1 / Math.sqrt(12)],
  ] as const)(
    "standardDeviationInterval of 20 %s values holds the true one in 95 of 100 samples",
    (name, f, sd) => {
      const uniform = keyedUniform("1", `sd ${name}`);
      let held = 0;
      for (let sample = 0; sample < 1500; sample++) {
        const { low, high } = standardDeviationInterval(
          Array.from({ length: 20 }, (_, i) => f(uniform(sample, i))),
          0.95,
        );
        held += low! <= sd && sd <= high! ? 1 : 0;
      }
      // Standard error 0.6 %; the method itself is off by a percent or so at 20.
      expect(held / 1500).toBeGreaterThan(0.93);
      expect(held / 1500).toBeLessThan(0.97);
    },
  );

  it("standardDeviationInterval of equal values is exactly 0", () => {
    expect(standardDeviationInterval([0.1, 0.1, 0.1], 0.95)).toEqual({
      standardDeviation: 0,
      low: 0,
      high: 0,
      level: 0.95,
    });
  });

  it("standardDeviationInterval has no bounds when one value alone makes the spread, or of two values", () => {
    expect(standardDeviationInterval([0, 0, 0, 2], 0.95)).toMatchObject({
      standardDeviation: 1,
      low: null,
      high: null,
    });
    expect(standardDeviationInterval([1, 3], 0.95)).toMatchObject({ low: null, high: null });
  });

  it("standardDeviationInterval refuses one value", () => {
    expect(() => standardDeviationInterval([1], 0.95)).toThrow("at least two values, got 1");
  });
});
