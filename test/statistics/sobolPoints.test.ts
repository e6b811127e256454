import { describe, expect, it } from "vitest";
import { keyedUniform } from "../../engine/statistics/keyedUniform.ts";
import { SOBOL_DIRECTIONS } from "../../engine/statistics/sobolDirections.ts";
import { MOST_SOBOL_DIMENSIONS, sobolPoints } from "../../engine/statistics/sobolPoints.ts";
import { chiSquareDeviation, mean, standardErrorsOff, variance } from "../engine/moments.ts";

/** The first ten points in three dimensions, as on Frances Kuo's page on Sobol sequences (output of sobol.cc). */
const PUBLISHED = [
  [0, 0, 0],
  [0.5, 0.5, 0.5],
  [0.75, 0.25, 0.25],
  [0.25, 0.75, 0.75],
  [0.375, 0.375, 0.625],
  [0.875, 0.875, 0.125],
  [0.625, 0.125, 0.875],
  [0.125, 0.625, 0.375],
  [0.1875, 0.3125, 0.9375],
  [0.6875, 0.8125, 0.4375],
];

/** Counted from 0. */
const DIMENSIONS = [0, 1, 2, 31, 63, 100, 127];
/**
 * scipy 1.17.1: qmc.Sobol(128, scramble=False, bits=32).random(70000) in those dimensions. SciPy reads the file of
 * Joe and Kuo by its own code.
 */
const SCIPY = [
  [3, [0.25, 0.75, 0.75, 0.75, 0.25, 0.75, 0.75]],
  [1000, [0.2197265625, 0.0966796875, 0.5185546875, 0.1455078125, 0.4462890625, 0.7685546875, 0.5439453125]],
  [
    65535,
    [
      1.52587890625e-5, 0.9999847412109375, 0.5637969970703125, 0.5090179443359375, 0.2963714599609375,
      0.6520233154296875, 0.2404327392578125,
    ],
  ],
  [
    69999,
    [
      0.10781097412109375, 0.6641769409179688, 0.9635848999023438, 0.5199966430664062, 0.7990798950195312,
      0.23998260498046875, 0.5990676879882812,
    ],
  ],
] as const;

describe("SOBOL_DIRECTIONS", () => {
  it("SOBOL_DIRECTIONS are odd, below 2^i, and as many as the polynomial's degree allows", () => {
    for (const [coefficients, ...initial] of SOBOL_DIRECTIONS) {
      expect(initial.every((m, i) => m % 2 === 1 && m < 2 ** (i + 1))).toBe(true);
      expect(coefficients).toBeLessThan(2 ** (initial.length - 1));
    }
  });

  it("SOBOL_DIRECTIONS use every polynomial once, by degree", () => {
    const polynomials = SOBOL_DIRECTIONS.map(([a, ...initial]) => `${initial.length}/${a}`);
    expect(new Set(polynomials).size).toBe(127);
    // Primitive polynomials over GF(2) of degree 1 to 9: phi(2^s - 1) / s; the table ends within degree 10.
    const counts = [1, 1, 2, 2, 6, 6, 18, 16, 48];
    counts.forEach((count, i) => {
      expect(SOBOL_DIRECTIONS.filter((row) => row.length === i + 2).length).toBe(count);
    });
  });
});

describe("sobolPoints", () => {
  it("sobolPoints gives the published first ten points", () => {
    expect(sobolPoints(10, 3).map((point) => [...point])).toEqual(PUBLISHED);
  });

  it("sobolPoints gives SciPy's points in dimensions up to 128", () => {
    const points = sobolPoints(70_000, MOST_SOBOL_DIMENSIONS);
    for (const [index, coordinates] of SCIPY) {
      expect(DIMENSIONS.map((j) => points[index]![j])).toEqual(coordinates);
    }
  });

  it.each([
    ["the plain sequence", undefined],
    ["a scrambled one", keyedUniform("3", "sobol")],
  ])("sobolPoints of %s have one point in each stratum of every dimension", (_, scramble) => {
    const points = sobolPoints(256, MOST_SOBOL_DIMENSIONS, scramble);
    for (let j = 0; j < MOST_SOBOL_DIMENSIONS; j++) {
      expect(new Set(points.map((point) => Math.floor(point[j]! * 256))).size).toBe(256);
    }
  });

  it.each([
    ["the plain sequence", undefined],
    ["a scrambled one", keyedUniform("4", "sobol")],
  ])(
    "sobolPoints of %s have Sobol's property A: one point in each half-cube of ten dimensions",
    (_, scramble) => {
      const points = sobolPoints(1024, 10, scramble);
      expect(new Set(points.map((point) => point.map((x) => Math.floor(2 * x)).join())).size).toBe(1024);
    },
  );

  it("sobolPoints scrambled keeps every coordinate of a point uniform: chi-square over 100 bins", () => {
    const counts = new Array<number>(100).fill(0);
    for (let seed = 0; seed < 5000; seed++) {
      const [, , third] = sobolPoints(3, 2, keyedUniform(`${seed}`, "sobol"));
      counts[Math.floor(third![1]! * 100)]!++;
    }
    expect(Math.abs(chiSquareDeviation(counts))).toBeLessThan(4);
  });

  it("sobolPoints scrambled estimates an integral without bias, with an error that falls as n^-1.5", () => {
    // The integral of the product of (3/2) x² + 1/2 over the square is 1; the integrand is smooth.
    const estimates = (n: number) =>
      Array.from({ length: 200 }, (_, seed) =>
        mean(
          sobolPoints(n, 2, keyedUniform(`${seed}`, "integral")).map(
            ([x, y]) => (1.5 * x! ** 2 + 0.5) * (1.5 * y! ** 2 + 0.5),
          ),
        ),
      );
    const few = estimates(16);
    const many = estimates(256);
    expect(Math.abs(standardErrorsOff(few, 1))).toBeLessThan(4);
    expect(Math.abs(standardErrorsOff(many, 1))).toBeLessThan(4);
    // Owen (1997): variance of order n^-3 log n; independent points would fall by 16, here it is 16³ / 2 at least.
    expect(variance(few) / variance(many)).toBeGreaterThan(16 ** 3 / 2);
  });

  it("sobolPoints scrambled leaves the first points as they are when there are more", () => {
    const uniform = keyedUniform("1", "more");
    const few = sobolPoints(8, 3, uniform).map((point) => [...point]);
    expect(
      sobolPoints(64, 3, uniform)
        .slice(0, 8)
        .map((point) => [...point]),
    ).toEqual(few);
  });

  it("sobolPoints refuses no points and 129 dimensions", () => {
    expect(() => sobolPoints(0, 1)).toThrow("sobolPoints requires 1 to 2^31 points, got 0");
    expect(() => sobolPoints(1, 129)).toThrow("sobolPoints requires 1 to 128 dimensions, got 129");
  });
});
