import { describe, expect, it } from "vitest";
import { keyedUniform } from "../../engine/statistics/keyedUniform.ts";
import { latinHypercube } from "../../engine/statistics/latinHypercube.ts";
import { mean, standardErrorsOff, variance } from "../engine/moments.ts";

const designs = (count: number, points: number, dimensions: number): Float64Array[][] =>
  Array.from({ length: count }, (_, d) =>
    latinHypercube(points, dimensions, keyedUniform(`${d}`, "latin hypercube")),
  );

describe("latinHypercube", () => {
  it("latinHypercube places points by hand-computed strata: (order + place) / n", () => {
    // Column 0: 0.2, 0.9, 0.5 have the order 0, 2, 1; column 1: places 0.5, 0.25, 0 within the strata.
    const given = [
      [0.2, 0.5],
      [0.9, 0.25],
      [0.5, 0],
    ];
    const design = latinHypercube(3, 1, (row, column) => given[row]![column]!);
    expect(design.map((point) => point[0])).toEqual([0.5 / 3, 2.25 / 3, 1 / 3]);
  });

  it("latinHypercube has one point in each of n strata of every dimension (McKay, Beckman & Conover 1979)", () => {
    const [design] = designs(1, 137, 5);
    for (let j = 0; j < 5; j++) {
      const strata = design!.map((point) => Math.floor(point[j]! * 137)).sort((a, b) => a - b);
      expect(strata).toEqual(Array.from({ length: 137 }, (_, i) => i));
    }
  });

  it("latinHypercube gives means of a sum of d coordinates with the exact variance d / (12 n³)", () => {
    // Only the places within the strata vary: each mean is a constant plus the mean of n uniforms, divided by n.
    const n = 8;
    const sums = designs(4000, n, 3).map((design) =>
      mean(design.map((point) => point[0]! + point[1]! + point[2]!)),
    );
    const expected = 3 / (12 * n ** 3);
    // Kurtosis of a sum of uniforms is below 3, so the variance has a relative standard error of at most sqrt(2 / 4000).
    expect(Math.abs(variance(sums) / expected - 1)).toBeLessThan(4 * Math.sqrt(2 / 4000));
    expect(Math.abs(standardErrorsOff(sums, 1.5))).toBeLessThan(4);
  });

  it("latinHypercube gives an unbiased mean of a product, whose strata are paired at random", () => {
    const products = designs(4000, 8, 2).map((design) => mean(design.map((point) => point[0]! * point[1]!)));
    expect(Math.abs(standardErrorsOff(products, 0.25))).toBeLessThan(4);
    // With strata paired by chance, the mean of (x - 1/2)(y - 1/2) has a variance of (1/12)² / (n - 1) at most.
    expect(variance(products)).toBeLessThan(1.2 / (144 * 7));
    expect(variance(products)).toBeGreaterThan(0.5 / (144 * 8));
  });

  it("latinHypercube keeps a dimension when another one is added", () => {
    const uniform = keyedUniform("1", "dimensions");
    const two = latinHypercube(20, 2, uniform);
    const three = latinHypercube(20, 3, uniform);
    expect(three.map((point) => [point[0], point[1]])).toEqual(two.map((point) => [...point]));
  });

  it("latinHypercube stays below 1 with the largest uniform", () => {
    expect(latinHypercube(1, 1, () => 1 - 2 ** -53)[0]![0]).toBeLessThan(1);
    expect(latinHypercube(3, 1, () => 1 - 2 ** -53)[2]![0]).toBeLessThan(1);
  });

  it("latinHypercube refuses no points and no dimensions", () => {
    expect(() => latinHypercube(0, 1, () => 0)).toThrow("latinHypercube requires at least one point, got 0");
    expect(() => latinHypercube(1, 0, () => 0)).toThrow(
      "latinHypercube requires at least one dimension, got 0",
    );
  });
});
