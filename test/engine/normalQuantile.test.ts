import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../engine/normalQuantile.ts";

/** Wichura's check values (Applied Statistics 37, 1988), then sqrt(2) erfinv(2 p - 1) from mpmath at 40 digits. */
const PUBLISHED = [
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167814],
  [0.975, 1.959963984540054],
  [0.3, -0.5244005127080408],
  [0.5000001, 2.50662827331165e-7],
  [1e-5, -4.264890793922825],
  [1e-10, -6.361340902404056],
  [1e-15, -7.941345326170977],
  [0.075, -1.439531470938456],
  [0.0749999, -1.4395321773759],
  [Math.exp(-25), -6.657904643501104],
  [2 ** -54, -8.2923610758136],
] as const;

describe("normalQuantile", () => {
  it.each(PUBLISHED)(
    "normalQuantile(%d) is the published deviate within 4e-15 of it",
    (probability, value) => {
      expect(Math.abs(normalQuantile(probability) / value - 1)).toBeLessThan(4e-15);
    },
  );

  it("normalQuantile(0.5) is 0", () => {
    expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
  });

  it("normalQuantile is symmetric: p and 1 - p give opposite deviates", () => {
    for (let k = 1; k < 2048; k++) {
      expect(normalQuantile(k / 4096)).toBe(-normalQuantile(1 - k / 4096));
    }
  });

  it("normalQuantile stays finite at 0 and at the largest uniform, 1 - 2^-53", () => {
    expect(normalQuantile(0)).toBeCloseTo(-8.2923610758136, 12);
    expect(normalQuantile(1 - 2 ** -53)).toBeGreaterThan(8.2);
    expect(normalQuantile(1 - 2 ** -53)).toBeLessThan(8.3);
  });

  it("normalQuantile rises with the probability, also across the seams of its three formulas", () => {
    const seams = [0.075, 0.925, Math.exp(-25), 1 - Math.exp(-25)];
    const near = seams.flatMap((p) => [p * (1 - 1e-9), p, p + (1 - p) * 1e-9]);
    const grid = [0, ...Array.from({ length: 9999 }, (_, i) => (i + 1) / 10_000), ...near].sort(
      (a, b) => a - b,
    );
    const deviates = grid.map(normalQuantile);
    for (let i = 1; i < grid.length; i++) {
      expect(deviates[i]!).toBeGreaterThanOrEqual(deviates[i - 1]!);
    }
  });
});
