import { describe, expect, it } from "vitest";
import { G_COEFFICIENTS, gFunction, ishigami } from "../../bench/intervals/testFunctions.ts";
import { keyedUniform } from "../../engine/statistics/keyedUniform.ts";
import { morrisDesign } from "../../engine/statistics/morrisDesign.ts";
import { morrisEffects } from "../../engine/statistics/morrisEffects.ts";
import { mean, standardErrorsOff, variance } from "../engine/moments.ts";

const screen = (f: (point: Float64Array) => number, parameters: number, trajectories: number, margin = 0) => {
  const design = morrisDesign({ parameters, trajectories, levels: 4, margin }, keyedUniform("5", "morris"));
  return morrisEffects(design, design.points.map(f), 0.95);
};

describe("morrisEffects", () => {
  it("morrisEffects of a linear function are its coefficients, without spread", () => {
    const effects = screen(([x, y, z]) => 3 * x! - 2 * y! + 0 * z! + 7, 3, 8);
    expect(effects.map(({ mu }) => mu.mean).map((value) => Math.round(value * 1e9) / 1e9)).toEqual([
      3, -2, 0,
    ]);
    expect(effects.map(({ muStar }) => Math.round(muStar.mean * 1e9) / 1e9)).toEqual([3, 2, 0]);
    for (const { sigma } of effects) expect(sigma.standardDeviation).toBeLessThan(1e-12);
    expect(effects[2]!.sigma).toEqual({ standardDeviation: 0, low: 0, high: 0, level: 0.95 });
  });

  it("morrisEffects count the full range of the grid also with a margin", () => {
    const [effect] = screen(([x]) => 3 * x!, 1, 5, 0.1);
    // From 0.1 to 0.9 the output rises by 2.4.
    expect(effect!.mu.mean).toBeCloseTo(2.4, 12);
  });

  it("morrisEffects of x² on four levels are 2/3 or 4/3, whatever the direction", () => {
    // ((x + 2/3)² - x²) / (2/3) = 2 x + 2/3 for x = 0 or 1/3.
    const [effect] = screen(([x]) => x! ** 2, 1, 60);
    for (const value of effect!.effects) {
      expect(Math.min(Math.abs(value - 2 / 3), Math.abs(value - 4 / 3))).toBeLessThan(1e-12);
    }
    expect(new Set([...effect!.effects].map((value) => value.toFixed(6))).size).toBe(2);
  });

  it("morrisEffects of a product are the other coordinate, whose levels are 0, 1/3, 2/3, 1: mean 1/2, variance 5/36", () => {
    const [effect] = screen(([x, y]) => x! * y!, 2, 4000);
    const values = [...effect!.effects];
    expect(Math.abs(standardErrorsOff(values, 1 / 2))).toBeLessThan(4);
    // The fourth central moment of the levels is 41/1296, so the variance has a relative standard error of
    // sqrt((41 / 1296 / (5 / 36)² - 1) / 4000) = 0.0127.
    expect(Math.abs(variance(values) / (5 / 36) - 1)).toBeLessThan(4 * 0.0127);
    expect(effect!.sigma.standardDeviation).toBeCloseTo(Math.sqrt(variance(values)), 12);
  });

  it("morrisEffects of Ishigami's function on four levels have the exact mean absolute effects", () => {
    // Over the full range -π..π a step is 2/3. x2: from sin² = 0 to 3/4, so 7 * 3/4 / (2/3) = 7.875 always.
    // x3: 0.1 π⁴ (1 - 1/81) |sin x1| / (2/3) with |sin x1| = 0 or √3/2 equally often.
    // x1: |2 sin(π/3)| … between -π and π/3 or -π/3 and π: √3/2 (1 + 0.1 x3⁴) / (2/3), x3⁴ = π⁴ or π⁴/81.
    const effects = screen(ishigami, 3, 2000);
    const root = Math.sqrt(3) / 2;
    const expected = [
      (root * (1 + (0.1 * Math.PI ** 4 * (1 + 1 / 81)) / 2)) / (2 / 3),
      7.875,
      (0.1 * Math.PI ** 4 * (80 / 81) * root) / 2 / (2 / 3),
    ];
    expect(effects[1]!.muStar.mean).toBeCloseTo(7.875, 10);
    for (const j of [0, 2]) {
      const absolute = [...effects[j]!.effects].map(Math.abs);
      expect(Math.abs(standardErrorsOff(absolute, expected[j]!))).toBeLessThan(4);
      expect(effects[j]!.muStar.mean).toBeCloseTo(mean(absolute), 12);
    }
    // Effects of x2 and x3 cancel: up and down are equally likely.
    for (const j of [1, 2]) expect(Math.abs(standardErrorsOff([...effects[j]!.effects], 0))).toBeLessThan(4);
  });

  it("morrisEffects rank the parameters of the g-function by their coefficients with 20 trajectories", () => {
    const effects = screen(gFunction, 8, 20);
    const muStar = effects.map((effect) => effect.muStar.mean);
    const order = muStar.map((_, j) => j).sort((a, b) => muStar[b]! - muStar[a]!);
    expect(order.slice(0, 4).map((j) => G_COEFFICIENTS[j])).toEqual([0, 1, 4.5, 9]);
    expect(Math.min(...muStar.slice(0, 4))).toBeGreaterThan(5 * Math.max(...muStar.slice(4)));
  });

  it("morrisEffects refuses outputs that are not as many as the points", () => {
    const design = morrisDesign({ parameters: 1, trajectories: 2, levels: 4, margin: 0 }, () => 0.3);
    expect(() => morrisEffects(design, [1, 2, 3], 0.95)).toThrow("one output per point, 4, got 3");
  });
});
