import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestRemainder, roundedShares } from "../../data/pipeline/largestRemainder.ts";
import { proportionalFit } from "../../data/pipeline/proportionalFit.ts";
import { wholeFit } from "../../data/pipeline/wholeFit.ts";

const weights = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 1, maxLength: 30 });

describe("largestRemainder", () => {
  it("largestRemainder adds to the total and stays within one of the quota", () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 100_000 }), (values, total) => {
        const whole = largestRemainder(values, total);
        const sum = values.reduce((a, b) => a + b, 0);
        expect(whole.reduce((a, b) => a + b, 0)).toBe(total);
        whole.forEach((count, index) => {
          expect(Math.abs(count - ((values[index] ?? 0) / sum) * total)).toBeLessThan(1 + 1e-6);
        });
      }),
    );
  });

  it("largestRemainder gives ties to the earlier weight", () => {
    expect(largestRemainder([1, 1, 1], 10)).toEqual([4, 3, 3]);
  });

  it("roundedShares adds to 1", () => {
    expect(roundedShares([1, 2], 2)).toEqual([0.33, 0.67]);
  });
});

describe("proportionalFit", () => {
  it("proportionalFit meets both margins and keeps the odds ratio of the seed", () => {
    const seed = [1, 2, 3, 1];
    const { cells } = proportionalFit(seed, [
      { name: "row", groupOfCell: [0, 0, 1, 1], targets: [40, 60] },
      { name: "column", groupOfCell: [0, 1, 0, 1], targets: [30, 70] },
    ]);
    const [a = 0, b = 0, c = 0, d = 0] = cells;
    expect(a + b).toBeCloseTo(40, 6);
    expect(a + c).toBeCloseTo(30, 6);
    expect((a * d) / (b * c)).toBeCloseTo((1 * 1) / (2 * 3), 9);
  });
});

describe("wholeFit", () => {
  it("wholeFit meets rows and columns exactly, keeps zeros and goes through a third column if it must", () => {
    const fitted = [
      [1.6, 1.4, 0],
      [0, 1.6, 1.4],
      [1.5, 0, 1.5],
    ];
    const whole = wholeFit(fitted, [3, 3, 3], [3, 3, 3]);
    expect(whole.map((row) => row.reduce((a, b) => a + b, 0))).toEqual([3, 3, 3]);
    expect([0, 1, 2].map((k) => whole.reduce((sum, row) => sum + (row[k] ?? 0), 0))).toEqual([3, 3, 3]);
    expect([whole[0]?.[2], whole[1]?.[0], whole[2]?.[1]]).toEqual([0, 0, 0]);
  });
});
