import { describe, expect, it } from "vitest";
import { confidenceInterval } from "../../engine/statistics/confidenceInterval.ts";

describe("confidenceInterval", () => {
  it("confidenceInterval is mean ± t s / √n, with t from the published table", () => {
    const values = [4.1, 5.3, 4.7, 6.0, 5.2];
    const mean = (4.1 + 5.3 + 4.7 + 6.0 + 5.2) / 5;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const halfWidth = 2.776445 * Math.sqrt(squares / 4 / 5);
    const interval = confidenceInterval(values, 0.95);
    expect(interval.mean).toBeCloseTo(mean, 12);
    expect(interval.halfWidth).toBeCloseTo(halfWidth, 6);
    expect(interval).toMatchObject({ level: 0.95, n: 5 });
  });

  it("confidenceInterval of one value has no half-width", () => {
    expect(confidenceInterval([7], 0.95)).toEqual({ mean: 7, halfWidth: null, level: 0.95, n: 1 });
  });

  it("confidenceInterval of equal values is exact", () => {
    expect(confidenceInterval([0.1, 0.1, 0.1], 0.95)).toEqual({ mean: 0.1, halfWidth: 0, level: 0.95, n: 3 });
  });

  it("confidenceInterval widens with the level", () => {
    const narrow = confidenceInterval([1, 2, 4], 0.9).halfWidth as number;
    expect(confidenceInterval([1, 2, 4], 0.99).halfWidth).toBeGreaterThan(narrow);
  });

  it("confidenceInterval refuses no values and a level of 95", () => {
    expect(() => confidenceInterval([], 0.95)).toThrow("confidenceInterval requires at least one value");
    expect(() => confidenceInterval([1, 2], 95)).toThrow("a level in (0, 1), got 95");
  });
});
