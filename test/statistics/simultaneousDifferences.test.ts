import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../engine/normalQuantile.ts";
import { keyedUniform } from "../../engine/statistics/keyedUniform.ts";
import { pairedDifference } from "../../engine/statistics/pairedDifference.ts";
import { simultaneousDifferences } from "../../engine/statistics/simultaneousDifferences.ts";

describe("simultaneousDifferences", () => {
  it.each([
    [11, 2.87],
    [21, 2.61],
    [31, 2.54],
  ])("simultaneousDifferences of three scenarios with %d replications use Dunn's published t", (n, t) => {
    // Dunn (1961), Journal of the American Statistical Association 56, table 1: three comparisons at 5 %.
    const scenario = Array.from({ length: n }, (_, i) => i);
    const base = new Array<number>(n).fill(0);
    const { differences } = simultaneousDifferences([scenario, scenario, scenario], base, 0.95);
    // 0 … n - 1 have the variance n (n + 1) / 12, so the standard error is sqrt((n + 1) / 12).
    expect(differences[2]!.halfWidth! / Math.sqrt((n + 1) / 12)).toBeCloseTo(t, 2);
  });

  it("simultaneousDifferences of one scenario are the paired difference", () => {
    const { familyLevel, differences } = simultaneousDifferences([[3, 5, 8]], [1, 2, 3], 0.95);
    expect(familyLevel).toBe(0.95);
    expect(differences[0]!.halfWidth).toBeCloseTo(pairedDifference([3, 5, 8], [1, 2, 3], 0.95).halfWidth!, 9);
  });

  it("simultaneousDifferences all hold together in at least 95 of 100 cases, and in fewer without the correction", () => {
    const uniform = keyedUniform("1", "family");
    const runs = 1500;
    let together = 0;
    let uncorrected = 0;
    for (let run = 0; run < runs; run++) {
      const column = (c: number) =>
        Array.from({ length: 20 }, (_, i) => normalQuantile(uniform(run, 20 * c + i)));
      const base = column(0);
      // Each scenario is 0.1 above the base and has noise of its own.
      const scenarios = [1, 2, 3, 4].map((c) => column(c).map((noise, i) => base[i]! + 0.1 + noise));
      const holds = (level: number) =>
        simultaneousDifferences(scenarios, base, level).differences.every(
          ({ mean, halfWidth }) => Math.abs(mean - 0.1) <= halfWidth!,
        );
      together += holds(0.95) ? 1 : 0;
      // A family level of 0.8 gives each of four the usual 95 %.
      uncorrected += holds(0.8) ? 1 : 0;
    }
    // Independent noise: expected (1 - 0.05 / 4)^4 = 0.951 and 0.95^4 = 0.815; standard errors 0.6 and 1 %.
    expect(Math.abs(together / runs - 0.951)).toBeLessThan(4 * 0.0056);
    expect(Math.abs(uncorrected / runs - 0.815)).toBeLessThan(4 * 0.01);
  });

  it("simultaneousDifferences of a scenario that changes nothing are exactly 0", () => {
    const base = [0.1, 0.7, 0.2];
    const { differences } = simultaneousDifferences([[...base], [1, 2, 4]], base, 0.95);
    expect(differences[0]).toMatchObject({ mean: 0, halfWidth: 0 });
  });

  it("simultaneousDifferences refuses no scenario and a level of 1", () => {
    expect(() => simultaneousDifferences([], [1], 0.95)).toThrow(
      "simultaneousDifferences requires at least one scenario",
    );
    expect(() => simultaneousDifferences([[1]], [1], 1)).toThrow("a level in (0, 1), got 1");
  });
});
