import { describe, expect, it } from "vitest";
import { KeyedRandom } from "../../engine/keyedRandom.ts";
import { keyedUniform } from "../../engine/statistics/keyedUniform.ts";
import { chiSquareDeviation } from "../engine/moments.ts";

describe("keyedUniform", () => {
  it("keyedUniform gives the same number for a key whatever was drawn before", () => {
    const first = keyedUniform("1", "design");
    const forwards = Array.from({ length: 50 }, (_, i) => first(i, 7 * i));
    const second = keyedUniform("1", "design");
    const backwards = Array.from({ length: 50 }, (_, i) => second(49 - i, 7 * (49 - i))).reverse();
    expect(backwards).toEqual(forwards);
    expect(new Set(forwards).size).toBe(50);
  });

  it.each([
    ["rows", (i: number) => [i, 0]],
    ["columns", (i: number) => [0, i]],
    ["rows of the last bit", (i: number) => [(2 ** 31 + i) >>> 0, 3]],
  ] as const)("keyedUniform is uniform over neighbouring %s: chi-square over 500 bins", (_, key) => {
    const uniform = keyedUniform("1", "neighbours");
    const counts = new Array<number>(500).fill(0);
    for (let i = 0; i < 50_000; i++) {
      const [row, column] = key(i);
      counts[Math.floor(uniform(row!, column!) * 500)]!++;
    }
    expect(Math.abs(chiSquareDeviation(counts))).toBeLessThan(4);
  });

  it("keyedUniform differs by seed, by name, and from the replications of the same seed and name", () => {
    const cell = new Float64Array(1);
    const replication = new KeyedRandom("1", 0, ["design"]);
    replication.uniform(0, 5, 0, 3, cell);
    const values = [
      keyedUniform("1", "design")(5, 3),
      keyedUniform("2", "design")(5, 3),
      keyedUniform("1", "bootstrap")(5, 3),
      cell[0]!,
    ];
    expect(new Set(values).size).toBe(4);
  });
});
