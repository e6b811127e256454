import { describe, expect, it } from "vitest";
import { betaQuantile } from "../../engine/statistics/betaQuantile.ts";

/** Roots of the incomplete beta function, found with mpmath 1.3 at 40 digits (betainc, findroot). */
const MPMATH = [
  [0.025, 2, 3, 0.06758598648854296],
  [0.9, 2.5, 7.25, 0.44116144066963536],
  [0.001, 60, 940, 0.039317317989523454],
  [0.999, 60, 940, 0.08567968600918856],
  [0.5, 0.1, 0.3, 0.011719644944097713],
] as const;

/** scipy 1.17.1: scipy.stats.beta.ppf. */
const SCIPY = [
  [0.3, 5000, 2000, 0.7114690084259135],
  [0.99, 0.7, 0.5, 0.9998430296415188],
] as const;

describe("betaQuantile", () => {
  it.each([...MPMATH, ...SCIPY])(
    "betaQuantile(%d, %d, %d) is within 1e-11 of the published value",
    (p, a, b, x) => {
      expect(Math.abs(betaQuantile(p, a, b) / x - 1)).toBeLessThan(1e-11);
    },
  );

  it("betaQuantile gives F quantiles of the published table: F = b x / (a (1 - x)), degrees of freedom 2a and 2b", () => {
    const f = (p: number, d1: number, d2: number) => {
      const x = betaQuantile(p, d1 / 2, d2 / 2);
      return (d2 * x) / (d1 * (1 - x));
    };
    // NIST/SEMATECH e-Handbook, 1.3.6.7.3: upper critical values at 5 % and 1 %.
    expect(f(0.95, 5, 10)).toBeCloseTo(3.326, 3);
    expect(f(0.99, 4, 20)).toBeCloseTo(4.431, 3);
  });

  it.each([1e-100, 1e-10, 0.003, 0.5, 0.77, 1 - 1e-9, 1 - 2 ** -53])(
    "betaQuantile follows the closed forms for b = 1, a = 1 and the arc sine law at %d",
    (p) => {
      expect(Math.abs(betaQuantile(p, 2.5, 1) / p ** 0.4 - 1)).toBeLessThan(1e-13);
      expect(Math.abs(betaQuantile(p, 1, 3) / -Math.expm1(Math.log1p(-p) / 3) - 1)).toBeLessThan(1e-12);
      expect(Math.abs(betaQuantile(p, 0.5, 0.5) / Math.sin((Math.PI * p) / 2) ** 2 - 1)).toBeLessThan(1e-12);
    },
  );

  it("betaQuantile of a tiny first parameter follows the power law of its lower tail", () => {
    // I = x^a / (a B(a, b)) to leading order, and with b = 1 exactly x^a.
    expect(Math.abs(betaQuantile(1e-5, 0.05, 1) / 1e-100 - 1)).toBeLessThan(1e-9);
    expect(betaQuantile(5e-324, 0.05, 1)).toBe(0);
  });

  it("betaQuantile rises with the probability", () => {
    for (const [a, b] of [
      [0.3, 0.2],
      [2, 5],
      [300, 20],
    ] as const) {
      const values = Array.from({ length: 400 }, (_, i) => betaQuantile(i / 399, a, b));
      values.slice(1).forEach((value, i) => {
        expect(value).toBeGreaterThan(values[i]!);
      });
    }
  });

  it("betaQuantile refuses a probability above 1 and a parameter of 0", () => {
    expect(() => betaQuantile(1.1, 1, 1)).toThrow("a probability in [0, 1], got 1.1");
    expect(() => betaQuantile(0.5, 1, 0)).toThrow("parameters above 0, got 1 and 0");
  });
});
