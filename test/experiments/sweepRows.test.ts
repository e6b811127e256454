import { describe, expect, it } from "vitest";
import { sweepPoints, sweepRows } from "../../experiments/sweepRows.ts";
import { parseVariation } from "../../experiments/variation.ts";
import type { Measure } from "../../reports/measures.ts";

const point = (name: string) => {
  const measure = { name, unit: "persons", reading: "date" } as Measure;
  return { measure, at: 0, when: { at: "2027-01-01" } } as const;
};
const lists = (...values: number[][]) => values.map((list) => Float64Array.from(list));

describe("sweepPoints", () => {
  it("takes every pair of values, the second parameter fastest, end points included", () => {
    const points = sweepPoints(["a=1..3:2", "b=x,y"].map(parseVariation));
    expect(points.map((values) => values.map(({ text }) => text))).toEqual([
      ["1", "x"],
      ["1", "y"],
      ["3", "x"],
      ["3", "y"],
    ]);
  });
});

describe("sweepRows", () => {
  const values = [lists([1, 2, 3]), lists([4, 5, 9])];

  it("summarises each point and sets it against the reference pair by pair", () => {
    const rows = sweepRows([point("m")], values, values[0]!, 0.95);
    expect(rows.map(({ point: p, mean, n, at }) => [p, mean, n, at])).toEqual([
      [0, 2, 3, "2027-01-01"],
      [1, 6, 3, "2027-01-01"],
    ]);
    // Quantiles of type 7 of 4, 5, 9; differences 3, 3, 6 with t = 4.303 at two degrees of freedom.
    expect(rows[1]!.quantiles["0.25"]).toBe(4.5);
    expect(rows[1]!.difference!.mean).toBe(4);
    expect(rows[1]!.difference!.halfWidth).toBeCloseTo(4.3026527 * Math.sqrt(3 / 3), 6);
  });

  it("gives the reference itself a difference of exactly zero", () => {
    const [first] = sweepRows([point("m")], values, values[0]!, 0.95);
    expect(first!.difference).toMatchObject({ mean: 0, halfWidth: 0, identical: true });
  });

  it("leaves out what is not defined: a value, a pair, or a whole point", () => {
    const gaps = [
      lists([1, Number.NaN, 3]),
      lists([Number.NaN, 5, 9]),
      lists([Number.NaN, Number.NaN, Number.NaN]),
    ];
    const rows = sweepRows([point("m")], gaps, gaps[0]!, 0.95);
    expect(rows.map(({ point: p, n, difference }) => [p, n, difference?.n])).toEqual([
      [0, 2, 2],
      [1, 2, 1],
    ]);
    expect(sweepRows([point("m")], gaps, gaps[2]!, 0.95)[0]!.difference).toBeNull();
  });

  it("goes measure by measure", () => {
    const two = [lists([1, 2], [10, 20]), lists([3, 4], [30, 40])];
    const rows = sweepRows([point("m"), point("k")], two, two[0]!, 0.95);
    expect(rows.map(({ measure, mean }) => [measure, mean])).toEqual([
      ["m", 1.5],
      ["m", 3.5],
      ["k", 15],
      ["k", 35],
    ]);
  });
});
