import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestRemainder, roundedShares } from "../../data/pipeline/largestRemainder.ts";
import { normalCdf, solveStayVariation, stockShareYoungerThan } from "../../data/pipeline/lognormalStay.ts";
import { proportionalFit } from "../../data/pipeline/proportionalFit.ts";
import { meanPlacementDays, meanStayDays } from "../../data/pipeline/timeToServe.ts";
import { joinSmallStreams } from "../../data/pipeline/usStreamStock.ts";
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

describe("meanStayDays", () => {
  const rule = { share: 0.85, preTrialCreditDays: 200, minimumDays: 30 };

  it("meanStayDays is the served mean when nobody dies", () => {
    const band = { key: "5_to_10y", fromYears: 5, toYears: 10 };
    const servedDays = 0.85 * 7.5 * 365.25 - 200;
    expect(meanStayDays(band, rule, 1e-5) / servedDays).toBeCloseTo(1, 3);
  });

  it("meanStayDays is the minimum where the credit covers the whole band", () => {
    const band = { key: "short", fromYears: 0, toYears: 0.5 };
    expect(meanStayDays(band, rule, 1e-5)).toBeCloseTo(30, 3);
  });

  it("meanPlacementDays is the placement itself in a band of long sentences", () => {
    const band = { key: "over_20y", fromYears: 20, toYears: 40 };
    expect(meanPlacementDays(band, rule, 1e-5, 180)).toBeCloseTo(180, 1);
  });

  it("meanPlacementDays is zero where nobody serves that long", () => {
    const band = { key: "short", fromYears: 0, toYears: 0.5 };
    expect(meanPlacementDays(band, rule, 0.002, 180)).toBe(0);
  });
});

describe("normalCdf", () => {
  it("normalCdf agrees with the tables of Abramowitz and Stegun (26.2)", () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 12);
    expect(normalCdf(-1.96)).toBeCloseTo(0.02499789514822, 12);
    expect(normalCdf(-5)).toBeCloseTo(2.866515718791939e-7, 16);
  });
});

describe("solveStayVariation", () => {
  it("solveStayVariation gives back the spread of a known lognormal", () => {
    const logSd = Math.sqrt(Math.log(1 + 2.5 * 2.5));
    const share = stockShareYoungerThan(4, 3, logSd);
    expect(solveStayVariation(4, 3, share)).toBeCloseTo(2.5, 6);
  });

  it("solveStayVariation gives null where no spread has the share", () => {
    expect(solveStayVariation(4, 20, 0.9)).toBeNull();
  });
});

describe("joinSmallStreams", () => {
  it("joinSmallStreams moves fewer than five people to the next citizenship and loses nobody", () => {
    const stream = { offence: "violent", sex: "female" } as const;
    const joined = joinSmallStreams([
      { ...stream, id: "violent-MX-female", citizenship: "MX", persons: 3 },
      { ...stream, id: "violent-other-female", citizenship: "other", persons: 9 },
    ]);
    expect(joined.map((entry) => [entry.id, entry.persons])).toEqual([["violent-other-female", 12]]);
  });
});
