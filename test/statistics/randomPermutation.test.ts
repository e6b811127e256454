import { describe, expect, it } from "vitest";
import { keyedUniform } from "../../engine/statistics/keyedUniform.ts";
import { randomPermutation } from "../../engine/statistics/randomPermutation.ts";
import { chiSquareDeviation } from "../engine/moments.ts";

describe("randomPermutation", () => {
  it("randomPermutation gives each of the 24 orders of four equally often", () => {
    const uniform = keyedUniform("1", "permutation");
    const counts = new Map<string, number>();
    for (let trial = 0; trial < 24_000; trial++) {
      const order = randomPermutation(4, (i) => uniform(trial, i)).join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(Math.abs(chiSquareDeviation([...counts.values()]))).toBeLessThan(4);
  });

  it("randomPermutation orders equal uniforms by index", () => {
    expect([...randomPermutation(3, () => 0.5)]).toEqual([0, 1, 2]);
  });

  it("randomPermutation of none is empty", () => {
    expect(randomPermutation(0, () => 0.5).length).toBe(0);
  });
});
