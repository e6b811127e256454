import { describe, expect, it } from "vitest";
import { pairedDifference } from "../../engine/statistics/pairedDifference.ts";

describe("pairedDifference", () => {
  it("pairedDifference gives the paired t test of Student's 1908 sleep data", () => {
    // Extra sleep under two drugs; t = 4.0621 with 9 degrees of freedom, mean difference 1.58.
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const difference = pairedDifference(second, first, 0.95);
    expect(difference.mean).toBeCloseTo(1.58, 12);
    expect(difference.mean - (difference.halfWidth as number)).toBeCloseTo(0.7001142, 6);
    expect(difference.mean + (difference.halfWidth as number)).toBeCloseTo(2.4598858, 6);
    expect(difference.shareSameSign).toBe(0.9);
  });

  it("pairedDifference of equal series is exactly zero and has no variance reduction", () => {
    const series = [0.1, 0.2, 0.7];
    expect(pairedDifference(series, [...series], 0.95)).toEqual({
      mean: 0,
      halfWidth: 0,
      level: 0.95,
      n: 3,
      shareSameSign: 1,
      varianceReduction: null,
    });
  });

  it("pairedDifference states the variance reduction by the formula written out", () => {
    // Variances of (2, 2, 4) and (1, 2, 2) are 4/3 and 1/3; that of the differences (1, 0, 2) is 1.
    expect(pairedDifference([2, 2, 4], [1, 2, 2], 0.95).varianceReduction).toBeCloseTo(
      (4 / 3 + 1 / 3) / 1,
      12,
    );
  });

  it("pairedDifference of one pair has no half-width", () => {
    expect(pairedDifference([2], [5], 0.95)).toMatchObject({ mean: -3, halfWidth: null, n: 1 });
  });

  it("pairedDifference refuses series of unequal length", () => {
    expect(() => pairedDifference([1, 2], [1], 0.95)).toThrow("series of one length, got 2 and 1");
  });
});
