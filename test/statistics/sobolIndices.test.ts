import { describe, expect, it } from "vitest";
import { gFunction, gIndices, ishigami, ishigamiIndices } from "../../bench/intervals/testFunctions.ts";
import { keyedUniform } from "../../engine/statistics/keyedUniform.ts";
import { sobolIndexDesign } from "../../engine/statistics/sobolIndexDesign.ts";
import { sobolIndices } from "../../engine/statistics/sobolIndices.ts";
import { sobolPoints } from "../../engine/statistics/sobolPoints.ts";

const bootstrap = (resamples: number) => ({
  level: 0.95,
  resamples,
  uniform: keyedUniform("1", "bootstrap"),
});

const analyse = (f: (point: Float64Array) => number, parameters: number, rows: number, resamples = 20) => {
  const base = sobolPoints(rows, 2 * parameters, keyedUniform("1", "sobol indices"));
  return sobolIndices(parameters, sobolIndexDesign(base).points.map(f), bootstrap(resamples));
};

describe("sobolIndexDesign", () => {
  it("sobolIndexDesign lists A, B, and A with one column from B", () => {
    const design = sobolIndexDesign([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
    expect(design.points.map((point) => [...point])).toEqual([
      [1, 2],
      [5, 6],
      [3, 4],
      [7, 8],
      [3, 2],
      [7, 6],
      [1, 4],
      [5, 8],
    ]);
    expect(design).toMatchObject({ parameters: 2, rows: 2 });
  });

  it("sobolIndexDesign refuses one point and an odd number of dimensions", () => {
    expect(() => sobolIndexDesign([[1, 2]])).toThrow("at least two points, got 1");
    expect(() =>
      sobolIndexDesign([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ).toThrow("an even number of dimensions, got 3");
  });
});

describe("sobolIndices", () => {
  it.each([
    ["Ishigami's function", ishigami, 3, 2048, ishigamiIndices()],
    ["the g-function", gFunction, 8, 4096, gIndices()],
  ] as const)("sobolIndices of %s are within 0.02 of the exact ones", (_, f, parameters, rows, exact) => {
    const { parameters: indices, variance } = analyse(f, parameters, rows);
    for (let i = 0; i < parameters; i++) {
      expect(Math.abs(indices![i]!.first.value - exact.first[i]!)).toBeLessThan(0.02);
      expect(Math.abs(indices![i]!.total.value - exact.total[i]!)).toBeLessThan(0.02);
    }
    expect(Math.abs(variance / exact.variance - 1)).toBeLessThan(0.02);
  });

  it("sobolIndices of the g-function are compared with what SALib prints as exact (test_functions/Sobol_G.py)", () => {
    [0.7165, 0.1791, 0.0237, 0.0072, 0.0001].forEach((value, i) => {
      expect(gIndices().first[i]).toBeCloseTo(value, 3);
    });
  });

  it("sobolIndices are SciPy's, but for its variance with divisor 2 n where ours has 2 n - 1", () => {
    // scipy 1.17.1: sobol_indices(func={"f_A": [[3, 1, 4, 1]], "f_B": [[5, 9, 2, 6]], "f_AB": …}, n=4)
    const outputs = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3];
    const { parameters } = sobolIndices(2, outputs, bootstrap(1));
    [0.9645390070921985, 1.2245862884160756].forEach((value, i) => {
      expect(parameters![i]!.first.value).toBeCloseTo((value * 7) / 8, 12);
      expect(parameters![i]!.total.value).toBeCloseTo(
        ([1.0969267139479906, 1.9101654846335698][i]! * 7) / 8,
        12,
      );
    });
  });

  it("sobolIndices of a sum are its shares of variance, first and total alike", () => {
    // Variances 9 : 4 : 1 : 0.
    const { parameters } = analyse(([x, y, z]) => 3 * x! + 2 * y! - z!, 4, 1024);
    [9 / 14, 4 / 14, 1 / 14, 0].forEach((share, i) => {
      expect(parameters![i]!.first.value).toBeCloseTo(share, 2);
      expect(parameters![i]!.total.value).toBeCloseTo(share, 2);
    });
    expect(parameters![3]).toEqual({
      first: { value: 0, low: 0, high: 0 },
      total: { value: 0, low: 0, high: 0 },
    });
  });

  it("sobolIndices of a pure interaction are 0 at first order and 1 in total", () => {
    const { parameters } = analyse(([x, y]) => (x! - 0.5) * (y! - 0.5), 2, 2048);
    for (const { first, total } of parameters!) {
      expect(Math.abs(first.value)).toBeLessThan(0.02);
      expect(Math.abs(total.value - 1)).toBeLessThan(0.02);
    }
  });

  it("sobolIndices do not change when a large constant is added or the unit changes", () => {
    const plain = analyse(ishigami, 3, 256);
    const moved = analyse((point) => 1e6 + 1000 * ishigami(point), 3, 256);
    plain.parameters!.forEach(({ first, total }, i) => {
      expect(moved.parameters![i]!.first.value).toBeCloseTo(first.value, 6);
      expect(moved.parameters![i]!.total.high).toBeCloseTo(total.high, 6);
    });
  });

  it("sobolIndices give intervals as wide as the estimates vary over independent designs", () => {
    const rows = 256;
    const repeat = (seed: number) => {
      const uniform = keyedUniform(`${seed}`, "independent rows");
      const base = Array.from({ length: rows }, (_, r) => Array.from({ length: 6 }, (_, j) => uniform(r, j)));
      return sobolIndices(3, sobolIndexDesign(base).points.map(ishigami), {
        level: 0.95,
        resamples: 200,
        uniform: keyedUniform(`${seed}`, "bootstrap"),
      }).parameters!;
    };
    const repeats = Array.from({ length: 200 }, (_, seed) => repeat(seed));
    const exact = ishigamiIndices();
    for (let i = 0; i < 3; i++) {
      for (const kind of ["first", "total"] as const) {
        const held = repeats.filter((pairs) => {
          const { low, high } = pairs[i]![kind];
          return low <= exact[kind][i]! && exact[kind][i]! <= high;
        });
        // 95 % of 200 is 190, with a standard error of 3.1: within four of them, and not always.
        expect(held.length).toBeGreaterThan(190 - 4 * 3.1);
        expect(held.length).toBeLessThan(200);
      }
    }
  });

  it("sobolIndices follow the formulas, worked out by hand for three rows", () => {
    // f(A) = 0, 1, 5; f(B) = 2, 1, 0; with one parameter AB is B. Mean 1.5, variance 17.5 / 5 = 3.5.
    const { variance, parameters } = sobolIndices(1, [0, 1, 5, 2, 1, 0, 2, 1, 0], bootstrap(1));
    expect(variance).toBeCloseTo(3.5, 12);
    expect(parameters![0]!.first.value).toBeCloseTo((0.5 * 2 + 0 + 1.5 * 5) / 3 / 3.5, 12);
    expect(parameters![0]!.total.value).toBeCloseTo((4 + 0 + 25) / 6 / 3.5, 12);
  });

  it("sobolIndices of a constant output have no shares", () => {
    expect(analyse(() => 0.1, 2, 16)).toEqual({ variance: 0, parameters: null, level: 0.95 });
  });

  it("sobolIndices refuses outputs that fill no rows", () => {
    expect(() => sobolIndices(2, [1, 2, 3, 4], bootstrap(1))).toThrow(
      "4 outputs for each of at least two rows, got 4",
    );
    expect(() => sobolIndices(1, [1, 2, 3, 4, 5, 6], bootstrap(0))).toThrow(
      "at least one resample, got 0.95 and 0",
    );
  });
});
