import { describe, expect, it } from "vitest";
import { wilsonInterval } from "../../engine/statistics/wilsonInterval.ts";

/**
 * Newcombe (1998), Statistics in Medicine 17, table I, method 3 (score without continuity correction):
 * successes, trials, bounds at 95 %.
 */
const NEWCOMBE = [
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
] as const;

describe("wilsonInterval", () => {
  it.each(NEWCOMBE)("wilsonInterval(%d, %d, 0.95) gives Newcombe's published bounds", (k, n, low, high) => {
    const interval = wilsonInterval(k, n, 0.95);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it("wilsonInterval ends exactly at 0 and 1 when no or every trial succeeds", () => {
    expect(wilsonInterval(0, 10, 0.95).low).toBe(0);
    expect(wilsonInterval(10, 10, 0.95).high).toBe(1);
  });

  it("wilsonInterval refuses more successes than trials", () => {
    expect(() => wilsonInterval(3, 2, 0.95)).toThrow("successes in 0..2, got 3");
    expect(() => wilsonInterval(0, 0, 0.95)).toThrow("at least one trial, got 0");
  });
});
