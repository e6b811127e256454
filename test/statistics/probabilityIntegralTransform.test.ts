import { describe, expect, it } from "vitest";
import { keyedUniform } from "../../engine/statistics/keyedUniform.ts";
import { probabilityIntegralTransform } from "../../engine/statistics/probabilityIntegralTransform.ts";
import { chiSquareDeviation } from "../engine/moments.ts";

const histogram = (
  name: string,
  forecast: (u: number) => number,
  nature: (u: number) => number,
): number[] => {
  const uniform = keyedUniform("1", name);
  const counts = new Array<number>(20).fill(0);
  for (let i = 0; i < 20_000; i++) {
    const sample = Array.from({ length: 9 }, (_, j) => forecast(uniform(i, j)));
    const value = probabilityIntegralTransform(sample, nature(uniform(i, 9)), uniform(i, 10));
    counts[Math.floor(value * 20)]!++;
  }
  return counts;
};

describe("probabilityIntegralTransform", () => {
  it("probabilityIntegralTransform is the rank, spread over its share", () => {
    expect(probabilityIntegralTransform([1, 2, 3, 4], 2.5, 0)).toBe(0.4);
    expect(probabilityIntegralTransform([1, 2, 3, 4], 0, 0.5)).toBe(0.1);
    // Two outcomes equal to the observation: three places, the second to the fourth of five.
    expect(probabilityIntegralTransform([1, 2, 2, 4], 2, 0)).toBe(0.2);
    expect(probabilityIntegralTransform([1, 2, 2, 4], 2, 0.5)).toBe(0.5);
  });

  it.each([
    ["continuous", (u: number) => u],
    ["discrete", (u: number) => Math.floor(3 * u * u)],
  ])("probabilityIntegralTransform of a right forecast is uniform: %s outcomes", (name, draw) => {
    expect(Math.abs(chiSquareDeviation(histogram(name, draw, draw)))).toBeLessThan(4);
  });

  it("probabilityIntegralTransform of a forecast that is too narrow piles up at the ends", () => {
    const counts = histogram(
      "narrow",
      (u) => 0.5 + (u - 0.5) / 2,
      (u) => u,
    );
    // A quarter of nature lies below all forecasts, and nine of ten of those below the sample's least.
    expect(counts[0]! + counts[19]!).toBeGreaterThan(3 * (counts[9]! + counts[10]!));
  });

  it("probabilityIntegralTransform refuses an empty sample", () => {
    expect(() => probabilityIntegralTransform([], 1, 0.5)).toThrow("requires at least one outcome");
  });
});
