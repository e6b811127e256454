import { describe, expect, it } from "vitest";
import { intervalCoverage } from "../../engine/statistics/intervalCoverage.ts";

describe("intervalCoverage", () => {
  it("intervalCoverage counts what came within, the ends included, and on which side the others lay", () => {
    const observed = [0, 1, 0.5, -0.1, 1.1, 2];
    const { covered, below, above } = intervalCoverage(
      observed.map((value) => ({ low: 0, high: 1, observed: value })),
      0.95,
    );
    expect(covered).toMatchObject({ share: 0.5, n: 6, level: 0.95 });
    expect([below, above]).toEqual([1, 2]);
  });

  it("intervalCoverage gives the share Newcombe's published interval: 81 of 263", () => {
    const forecasts = Array.from({ length: 263 }, (_, i) => ({
      low: 0,
      high: 1,
      observed: i < 81 ? 0.5 : 2,
    }));
    const { covered } = intervalCoverage(forecasts, 0.95);
    expect(covered.low).toBeCloseTo(0.2553, 4);
    expect(covered.high).toBeCloseTo(0.3662, 4);
  });

  it("intervalCoverage refuses no forecasts", () => {
    expect(() => intervalCoverage([], 0.95)).toThrow("intervalCoverage requires at least one forecast");
  });
});
