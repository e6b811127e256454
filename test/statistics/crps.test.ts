import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../engine/normalQuantile.ts";
import { crps } from "../../engine/statistics/crps.ts";
import { complementaryError, mean } from "../engine/moments.ts";

const outcome = fc.integer({ min: -20, max: 20 });

/** Gneiting & Raftery (2007), equation 5: y (2 Φ(y) - 1) + 2 φ(y) - 1 / √π for a standard normal forecast. */
const ofNormal = (y: number): number =>
  y * (1 - complementaryError(y / Math.SQRT2)) +
  (2 * Math.exp((-y * y) / 2)) / Math.sqrt(2 * Math.PI) -
  1 / Math.sqrt(Math.PI);

describe("crps", () => {
  it.each([-2.5, -0.4, 0, 1, 3])(
    "crps of a sample of normal quantiles comes to the normal's closed form at %d",
    (y) => {
      const n = 4000;
      const sample = Array.from({ length: n }, (_, i) => normalQuantile((i + 0.5) / n));
      expect(crps(sample, y)).toBeCloseTo(ofNormal(y), 3);
    },
  );

  it("crps at the centre of a standard normal forecast is (√2 - 1) / √π = 0.2337", () => {
    expect(ofNormal(0)).toBeCloseTo((Math.SQRT2 - 1) / Math.sqrt(Math.PI), 12);
  });

  it("crps is the mean distance to the observation less half the mean distance of two outcomes", () => {
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 12 }), outcome, (sample, y) => {
        const far = mean(sample.map((x) => Math.abs(x - y)));
        const apart = mean(sample.map((x) => mean(sample.map((other) => Math.abs(x - other)))));
        expect(crps(sample, y)).toBeCloseTo(far - apart / 2, 9);
      }),
    );
  });

  it("crps of one outcome is the absolute error, and 0 when it is hit", () => {
    expect(crps([4], 6.5)).toBe(2.5);
    expect(crps([4, 4, 4], 4)).toBe(0);
  });

  it("crps refuses an empty sample", () => {
    expect(() => crps([], 1)).toThrow("crps requires at least one outcome");
  });
});
