import { describe, expect, it } from "vitest";
import { variancesWithoutOne } from "../../engine/statistics/variancesWithoutOne.ts";

describe("variancesWithoutOne", () => {
  it("variancesWithoutOne are the variances of the others, worked out by hand", () => {
    // Without 1: 2, 3, 6 with mean 11/3 and squares 26/3; without 2: 1, 3, 6, squares 38/3; and so on.
    const found = variancesWithoutOne([1, 2, 3, 6]);
    [13 / 3, 19 / 3, 7, 1].forEach((variance, i) => {
      expect(found[i]).toBeCloseTo(variance, 12);
    });
  });

  it("variancesWithoutOne is exactly 0 where the others are equal", () => {
    expect(variancesWithoutOne([0.1, 0.1, 0.1, 0.3])[3]).toBe(0);
  });

  it("variancesWithoutOne refuses two values", () => {
    expect(() => variancesWithoutOne([1, 2])).toThrow(
      "variancesWithoutOne requires at least three values, got 2",
    );
  });
});
