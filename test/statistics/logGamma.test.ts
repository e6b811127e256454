import { describe, expect, it } from "vitest";
import { logGamma } from "../../engine/statistics/logGamma.ts";

/** loggamma from mpmath at 40 digits. */
const MPMATH = [
  [0.1, 2.252712651734206],
  [0.5, 0.5723649429247001],
  [3.7, 1.4280723266653879],
  [100.5, 361.4355404677776],
] as const;

describe("logGamma", () => {
  it.each(MPMATH)("logGamma(%d) is within 1e-13 of the 40-digit value", (x, value) => {
    expect(Math.abs(logGamma(x) - value)).toBeLessThan(1e-13 * Math.max(1, value));
  });

  it("logGamma of a whole number is the logarithm of a factorial", () => {
    expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 12);
  });

  it("logGamma refuses 0", () => {
    expect(() => logGamma(0)).toThrow("an argument above 0, got 0");
  });
});
