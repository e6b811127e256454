import { describe, expect, it } from "vitest";
import { keyedUniform } from "../../engine/statistics/keyedUniform.ts";
import { morrisDesign } from "../../engine/statistics/morrisDesign.ts";
import { chiSquareDeviation } from "../engine/moments.ts";

const OPTIONS = { parameters: 4, trajectories: 500, levels: 6, margin: 0 };
const design = morrisDesign(OPTIONS, keyedUniform("1", "morris"));

describe("morrisDesign", () => {
  it("morrisDesign steps half of the levels: p / (2 (p - 1))", () => {
    expect(design.step).toBeCloseTo(0.6, 15);
    expect(morrisDesign({ ...OPTIONS, levels: 4 }, () => 0).step).toBeCloseTo(2 / 3, 15);
  });

  it("morrisDesign changes every parameter once in each trajectory, by one step, and no other with it", () => {
    for (let t = 0; t < 500; t++) {
      const changed = [...design.changed.slice(4 * t, 4 * t + 4)];
      expect([...changed].sort()).toEqual([0, 1, 2, 3]);
      changed.forEach((parameter, s) => {
        const before = design.points[5 * t + s]!;
        const after = design.points[5 * t + s + 1]!;
        before.forEach((x, j) => {
          expect(Math.abs(after[j]! - x)).toBeCloseTo(j === parameter ? 0.6 : 0, 12);
        });
      });
    }
  });

  it("morrisDesign stays on the grid and uses its levels equally often", () => {
    const levels = [0, 0, 0, 0, 0, 0];
    for (const point of design.points) {
      const level = point[2]! * 5;
      expect(Math.abs(level - Math.round(level))).toBeLessThan(1e-12);
    }
    // First points of the trajectories only: they are independent of each other.
    for (let t = 0; t < 500; t++) levels[Math.round(design.points[5 * t]![2]! * 5)]!++;
    expect(Math.abs(chiSquareDeviation(levels))).toBeLessThan(4);
  });

  it("morrisDesign changes parameters in every order and both directions equally often", () => {
    const orders = new Map<string, number>();
    let upwards = 0;
    for (let t = 0; t < 500; t++) {
      const changed = design.changed.slice(4 * t, 4 * t + 4).join();
      orders.set(changed, (orders.get(changed) ?? 0) + 1);
      upwards += design.points[5 * t + 4]![1]! > design.points[5 * t]![1]! ? 1 : 0;
    }
    expect(orders.size).toBe(24);
    expect(Math.abs(chiSquareDeviation([...orders.values()]))).toBeLessThan(4);
    expect(Math.abs(upwards - 250) / Math.sqrt(125)).toBeLessThan(4);
  });

  it("morrisDesign keeps a margin off both ends", () => {
    const inner = morrisDesign({ ...OPTIONS, margin: 0.05 }, keyedUniform("1", "morris"));
    inner.points.forEach((point, i) => {
      point.forEach((x, j) => {
        expect(x).toBeCloseTo(0.05 + 0.9 * design.points[i]![j]!, 12);
      });
    });
  });

  it.each([
    [{ parameters: 0 }, "at least one parameter, got 0"],
    [{ trajectories: 1 }, "at least two trajectories, got 1"],
    [{ levels: 5 }, "an even number of levels, got 5"],
    [{ margin: 0.5 }, "a margin in [0, 0.5), got 0.5"],
  ])("morrisDesign refuses %o", (wrong, rule) => {
    expect(() => morrisDesign({ ...OPTIONS, ...wrong }, () => 0)).toThrow(
      new RangeError(`morrisDesign requires ${rule}`),
    );
  });
});
