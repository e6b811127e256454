import { describe, expect, it } from "vitest";
import { monotonicity } from "../../experiments/monotonicity.ts";

const at = (x: number, ...values: number[]) => ({ x, values: Float64Array.from(values) });

describe("monotonicity", () => {
  it("tells which way a response goes, whatever the order of the values", () => {
    expect(monotonicity([at(3, 7, 8, 9), at(1, 1, 2, 3), at(2, 5, 6, 7)], 0.95)).toMatchObject({
      direction: 1,
      reversals: [],
    });
    expect(monotonicity([at(1, 5, 6), at(2, 1, 2)], 0.95).direction).toBe(-1);
  });

  it("finds neighbours that go against it, over the replications that both have", () => {
    const { reversals } = monotonicity([at(1, 0, 1, 2), at(2, 10, 11, 12, 99), at(3, 8, 9, 10)], 0.95);
    expect(reversals).toEqual([{ from: 2, to: 3, mean: -2, halfWidth: 0 }]);
  });

  it("takes chance for chance: a difference whose interval holds zero is no reversal", () => {
    const noisy = monotonicity([at(1, 0, 1, 2), at(2, 10, 11, 12), at(3, 9, 14, 9)], 0.95);
    expect(noisy.reversals).toEqual([]);
    expect(monotonicity([at(1, 0, 1), at(2, 1, 0)], 0.95).direction).toBe(0);
  });

  it("leaves out what is not defined, and needs two values", () => {
    expect(monotonicity([at(1, Number.NaN, 1), at(2, 3, Number.NaN)], 0.95).direction).toBe(0);
    expect(() => monotonicity([at(1, 1, 2)], 0.95)).toThrow("at least two values, got 1");
  });
});
