import { describe, expect, it } from "vitest";
import { studentTQuantile } from "../../engine/statistics/studentTQuantile.ts";

/** Abramowitz & Stegun, table 26.10: degrees of freedom, then t for upper tails of 0.05, 0.025 and 0.005. */
const TABLE = [
  [1, 6.314, 12.706, 63.657],
  [2, 2.92, 4.303, 9.925],
  [3, 2.353, 3.182, 5.841],
  [5, 2.015, 2.571, 4.032],
  [10, 1.812, 2.228, 3.169],
  [20, 1.725, 2.086, 2.845],
  [30, 1.697, 2.042, 2.75],
  [60, 1.671, 2.0, 2.66],
  [120, 1.658, 1.98, 2.617],
] as const;

/** Roots of the incomplete beta function, found with mpmath at 40 digits (betainc, findroot). */
const MPMATH = [
  [0.95, 3, 2.3533634348018238],
  [0.975, 9, 2.2621571627982053],
  [0.995, 29, 2.7563859036706053],
  [0.975, 99, 1.9842169515864174],
  [0.9, 7.5, 1.4052118464159529],
  [0.975, 10000, 1.9602012398906263],
] as const;

describe("studentTQuantile", () => {
  it.each(TABLE)(
    "studentTQuantile gives the published table at %d degrees of freedom",
    (n, t95, t975, t995) => {
      expect(studentTQuantile(0.95, n)).toBeCloseTo(t95, 3);
      expect(studentTQuantile(0.975, n)).toBeCloseTo(t975, 3);
      expect(studentTQuantile(0.995, n)).toBeCloseTo(t995, 2);
    },
  );

  it.each(MPMATH)("studentTQuantile(%d, %d) is within 1e-11 of the 40-digit root", (probability, n, t) => {
    expect(Math.abs(studentTQuantile(probability, n) / t - 1)).toBeLessThan(1e-11);
  });

  it("studentTQuantile agrees with the closed form for four degrees of freedom", () => {
    const p = 0.99;
    const alpha = 4 * p * (1 - p);
    const q = Math.cos(Math.acos(Math.sqrt(alpha)) / 3) / Math.sqrt(alpha);
    expect(studentTQuantile(p, 4)).toBeCloseTo(2 * Math.sqrt(q - 1), 10);
  });

  it("studentTQuantile is odd about one half", () => {
    expect(studentTQuantile(0.5, 7)).toBe(0);
    expect(studentTQuantile(0.125, 7)).toBe(-studentTQuantile(0.875, 7));
  });

  it("studentTQuantile refuses a probability of 1 and no degrees of freedom", () => {
    expect(() => studentTQuantile(1, 5)).toThrow("a probability in (0, 1), got 1");
    expect(() => studentTQuantile(0.9, 0)).toThrow("degrees of freedom above 0, got 0");
  });
});
