import { describe, expect, it } from "vitest";
import { parameterDraws, uncertainPaths, valuesAt } from "../../experiments/parameterDraws.ts";
import { openUncertainStock } from "./uncertainStock.ts";

describe("parameterDraws", () => {
  it.each(["lhs", "sobol"] as const)(
    "parameterDraws puts one %s draw into each stratum of each parameter",
    (design) => {
      const points = parameterDraws(3, 16, design, "7");
      for (let j = 0; j < 3; j++) {
        const strata = points.map((point) => Math.floor(point[j]! * 16));
        expect(strata.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, i) => i));
      }
    },
  );

  it.each(["lhs", "sobol"] as const)(
    "parameterDraws gives a parameter the same %s draws whatever parameters follow it",
    (design) => {
      const [few, many] = [parameterDraws(2, 8, design, "7"), parameterDraws(5, 8, design, "7")];
      expect(many.map((point) => Array.from(point.slice(0, 2)))).toEqual(
        few.map((point) => Array.from(point)),
      );
    },
  );

  it("parameterDraws differs by seed and by design", () => {
    const texts = [
      parameterDraws(1, 8, "lhs", "1"),
      parameterDraws(1, 8, "lhs", "2"),
      parameterDraws(1, 8, "sobol", "1"),
    ].map((points) => points.map((point) => point[0]).join());
    expect(new Set(texts).size).toBe(3);
  });

  it("parameterDraws says how many dimensions Sobol's sequence has", () => {
    expect(() => parameterDraws(1000, 8, "sobol", "1")).toThrow(
      /^Sobol's sequence has at most \d+ dimensions, got 1000$/,
    );
  });
});

describe("valuesAt", () => {
  const { scenario } = openUncertainStock();

  it("valuesAt puts medians at one half, and leaves what is written for null", () => {
    const paths = uncertainPaths([scenario, scenario]);
    expect(paths).toHaveLength(3);
    const [rate, stay, capacity] = valuesAt(scenario.uncertain, paths, [null, 0.5, 0.25]);
    expect(rate).toBeNull();
    expect(stay).toBeCloseTo(100 / Math.sqrt(1 + 0.2 ** 2), 10);
    expect(capacity).toBe(75);
  });

  it("valuesAt finds coordinates by path, not by place", () => {
    const paths = uncertainPaths([scenario]).toReversed();
    expect(valuesAt(scenario.uncertain, paths, [0.25, null, null])).toEqual([null, null, 75]);
  });

  it("valuesAt refuses a parameter without a coordinate", () => {
    expect(() => valuesAt(scenario.uncertain, ["other"], [0.5])).toThrow(
      /^valuesAt requires a coordinate for "systems/,
    );
  });
});
