import { describe, expect, it } from "vitest";
import { quantileBand } from "../../engine/statistics/quantileBand.ts";

describe("quantileBand", () => {
  it("quantileBand interpolates as R's type 7 does", () => {
    // quantile(c(1, 3, 6, 10, 15), c(.05, .25, .5, .75, .95)) in R: position (n - 1) p, linear between.
    expect(quantileBand([15, 1, 10, 3, 6], [0.05, 0.25, 0.5, 0.75, 0.95])).toEqual([
      1 + 0.2 * (3 - 1),
      3,
      6,
      10,
      expect.closeTo(10 + 0.8 * (15 - 10), 12),
    ]);
  });

  it("quantileBand leaves its input alone and reaches both ends", () => {
    const values = [3, 1, 2];
    expect(quantileBand(values, [0, 1])).toEqual([1, 3]);
    expect(values).toEqual([3, 1, 2]);
  });

  it("quantileBand refuses no values and a probability of 95", () => {
    expect(() => quantileBand([], [0.5])).toThrow("quantileBand requires at least one value");
    expect(() => quantileBand([1], [95])).toThrow("probabilities in [0, 1], got 95");
  });
});
