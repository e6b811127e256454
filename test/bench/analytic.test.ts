import { describe, expect, it } from "vitest";
import { expectedMeanStock, expectedStock, WORKLOAD_DAYS } from "../../bench/analytic.ts";

describe("expectedStock", () => {
  it("is the initial stock at the start", () => {
    expect(expectedStock(0, true)).toBe(150_000);
  });

  it.each([
    [false, 143_321],
    [true, 140_865],
  ])("with transfers %s ends at the published value", (transfers, published) => {
    expect(Math.round(expectedStock(WORKLOAD_DAYS, transfers))).toBe(published);
  });

  it("tends to admissions times mean stay when nobody is transferred", () => {
    expect(expectedStock(100_000, false)).toBeCloseTo((45_000 / 365) * 1200, 0);
  });

  it("is the same with and without transfers until after the first batch", () => {
    expect(expectedStock(90, true)).toBe(expectedStock(90, false));
    expect(expectedStock(90.001, true)).toBeLessThan(expectedStock(90.001, false) - 100);
  });
});

describe("expectedMeanStock", () => {
  it.each([
    [false, 144_467],
    [true, 142_212],
  ])("with transfers %s and a record every fifth day is the published value", (transfers, published) => {
    expect(Math.round(expectedMeanStock(transfers, 5))).toBe(published);
  });

  it.each([false, true])("with transfers %s changes little with the records taken", (transfers) => {
    expect(Math.abs(expectedMeanStock(transfers) - expectedMeanStock(transfers, 5))).toBeLessThan(5);
  });
});
