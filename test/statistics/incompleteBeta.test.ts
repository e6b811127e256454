import { describe, expect, it } from "vitest";
import { incompleteBeta } from "../../engine/statistics/incompleteBeta.ts";

/** mpmath 1.3 at 40 digits: betainc(a, b, 0, x, regularized=True). */
const MPMATH = [
  [0.3, 2.5, 1.5, 0.0889437231706656],
  [0.9, 0.5, 3, 0.9996750253207289],
  [0.06, 60, 940, 0.5155857787785124],
  [0.2, 3, 20, 0.8455085183826825],
  [0.001, 0.1, 0.2, 0.34331868399316445],
] as const;

describe("incompleteBeta", () => {
  it.each(MPMATH)("incompleteBeta(%d, %d, %d) is within 1e-12 of the 40-digit value", (x, a, b, value) => {
    expect(Math.abs(incompleteBeta(x, a, b) / value - 1)).toBeLessThan(1e-12);
  });

  it("incompleteBeta is a sum of binomial probabilities for whole parameters", () => {
    // At least 2 of 5 with probability 0.3: 1 - 0.7^5 - 5 * 0.3 * 0.7^4 = 0.47178.
    expect(incompleteBeta(0.3, 2, 4)).toBeCloseTo(0.47178, 12);
  });

  it("incompleteBeta follows the arc sine law for parameters of one half", () => {
    for (const x of [0.001, 0.3, 0.5, 0.99]) {
      expect(incompleteBeta(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 13);
    }
  });

  it("incompleteBeta is 0 at 0 and 1 at 1, and keeps the digits of a given 1 - x", () => {
    expect(incompleteBeta(0, 2, 3)).toBe(0);
    expect(incompleteBeta(1, 2, 3)).toBe(1);
    // 1 - x^a for b = 1 and x = 1 - 1e-20, which is 1 as a double.
    expect(incompleteBeta(1, 1, 0.01, 1e-20)).toBeCloseTo(1 - 1e-20 ** 0.01, 12);
  });

  it("incompleteBeta refuses x above 1 and a parameter of 0", () => {
    expect(() => incompleteBeta(1.5, 1, 1)).toThrow("x in [0, 1], got 1.5");
    expect(() => incompleteBeta(0.5, 0, 1)).toThrow("parameters above 0, got 0 and 1");
  });
});
