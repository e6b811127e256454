import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../engine/normalQuantile.ts";
import { crossedVarianceSplit } from "../../engine/statistics/crossedVarianceSplit.ts";
import { keyedUniform } from "../../engine/statistics/keyedUniform.ts";
import { nestedVarianceSplit } from "../../engine/statistics/nestedVarianceSplit.ts";
import { standardErrorsOff } from "../engine/moments.ts";

/**
 * Snedecor & Cochran, Statistical Methods, one-way classification with random effects: calcium in four turnip leaves, four determinations
 * each. Printed: mean square between leaves 0.2961, within 0.0066, so the variance of leaves is 0.0724.
 */
const LEAVES = [
  [3.28, 3.09, 3.03, 3.03],
  [3.52, 3.48, 3.38, 3.38],
  [2.88, 2.8, 2.81, 2.76],
  [3.34, 3.38, 3.23, 3.26],
];

/**
 * Snedecor & Cochran, the randomised blocks of soybean seeds that failed: five treatments by five blocks. Printed mean
 * squares: treatments 20.96, blocks 12.46, error 5.41.
 */
const SOYBEANS = [
  [8, 10, 12, 13, 11],
  [2, 6, 7, 11, 5],
  [4, 10, 9, 8, 10],
  [3, 5, 9, 10, 6],
  [9, 7, 5, 5, 3],
];

const KINDS = { normal: normalQuantile, uniform: (u: number) => (u - 0.5) * Math.sqrt(12) };

/** Draws by replications with the given variances: of draws, of what a replication adds to all, and of the rest. */
function simulated(
  run: number,
  [draws, replications]: readonly [number, number],
  [ofDraw, ofReplication, ofRest]: readonly [number, number, number],
  kind: keyof typeof KINDS,
): number[][] {
  const uniform = keyedUniform(`${run}`, "variance split");
  const effect = (row: number, column: number) => KINDS[kind](uniform(row, column));
  const shared = Array.from({ length: replications }, (_, r) => Math.sqrt(ofReplication) * effect(-1, r));
  return Array.from({ length: draws }, (_, k) => {
    const own = Math.sqrt(ofDraw) * effect(k, -1);
    return shared.map((value, r) => own + value + Math.sqrt(ofRest) * normalQuantile(uniform(k, r)));
  });
}

describe("nestedVarianceSplit", () => {
  it("nestedVarianceSplit gives the published analysis of the turnip leaves", () => {
    const split = nestedVarianceSplit(LEAVES, 0.95);
    expect(split.chance.value).toBeCloseTo(0.0066, 4);
    expect(split.parameters.value).toBeCloseTo(0.0724, 4);
    expect(split.share!.value).toBeCloseTo(0.0724 / (0.0724 + 0.0066), 3);
    expect(split).toMatchObject({ draws: 4, replications: 4, level: 0.95 });
  });

  it("nestedVarianceSplit gives the jackknife intervals of the leaves as computed with NumPy and SciPy", () => {
    // Pseudo-values of log(4 m.var(ddof=1) / w.mean()) and of log(w.mean()), leaves left out one at a time.
    const { share, chance, parameters } = nestedVarianceSplit(LEAVES, 0.95);
    expect(share!.low).toBeCloseTo(0.008916415217765726, 10);
    expect(share!.high).toBeCloseTo(0.9988355378540464, 10);
    expect(chance.low).toBeCloseTo(0.00174672, 8);
    expect(chance.high).toBeCloseTo(0.02989673, 8);
    expect(parameters.low).toBeCloseTo(5.939652034013393e-5, 12);
    expect(parameters.high).toBeCloseTo(5.663039782033472, 9);
  });

  it("nestedVarianceSplit estimates known components without bias", () => {
    const splits = Array.from({ length: 400 }, (_, run) =>
      nestedVarianceSplit(simulated(run, [30, 5], [2, 0, 3], "uniform"), 0.95),
    );
    const parameters = splits.map((split) => split.parameters.value);
    const chance = splits.map((split) => split.chance.value);
    expect(Math.abs(standardErrorsOff(parameters, 2))).toBeLessThan(4);
    expect(Math.abs(standardErrorsOff(chance, 3))).toBeLessThan(4);
  });

  it.each([
    [0.1, "normal"],
    [0.5, "uniform"],
    [0.9, "normal"],
  ] as const)(
    "nestedVarianceSplit covers a share of %d of %s effects in 93-98 of 100 cases",
    (truth, kind) => {
      let held = 0;
      for (let run = 0; run < 1000; run++) {
        const { share } = nestedVarianceSplit(simulated(run, [30, 8], [truth, 0, 1 - truth], kind), 0.95);
        held += share!.low! <= truth && truth <= share!.high! ? 1 : 0;
      }
      // Standard error 0.7 %.
      expect(held).toBeGreaterThanOrEqual(930);
      expect(held).toBeLessThanOrEqual(980);
    },
  );

  it("nestedVarianceSplit of draws that differ by chance alone begins its interval at 0", () => {
    const splits = Array.from({ length: 100 }, (_, run) =>
      nestedVarianceSplit(simulated(run, [30, 8], [0, 0, 1], "normal"), 0.95),
    );
    const zero = splits.filter((split) => split.share!.low === 0);
    expect(zero.length).toBeGreaterThan(90);
    expect(splits.every((split) => split.parameters.value >= 0)).toBe(true);
  });

  it("nestedVarianceSplit gives everything to the parameters when replications agree, without bounds", () => {
    const split = nestedVarianceSplit(
      [
        [1, 1],
        [2, 2],
        [4, 4],
      ],
      0.95,
    );
    expect(split.chance).toEqual({ value: 0, low: null, high: null });
    expect(split.share).toEqual({ value: 1, low: null, high: null });
    expect(split.parameters.value).toBeCloseTo(7 / 3, 12);
  });

  it("nestedVarianceSplit of an output that does not vary has no share", () => {
    const constant = [0.1, 0.1, 0.1];
    expect(nestedVarianceSplit([constant, constant, constant], 0.95).share).toBeNull();
  });

  it("nestedVarianceSplit refuses two draws, one replication and unequal replications", () => {
    expect(() => nestedVarianceSplit(LEAVES.slice(0, 2), 0.95)).toThrow(
      "at least three draws of at least two replications, got 2 of 4",
    );
    expect(() => nestedVarianceSplit([[1], [2], [3]], 0.95)).toThrow("got 3 of 1");
    expect(() => nestedVarianceSplit([[1, 2], [1], [1, 2]], 0.95)).toThrow(
      "equally many replications of every draw",
    );
  });
});

describe("crossedVarianceSplit", () => {
  it("crossedVarianceSplit gives the components of the published analysis of soybean seeds", () => {
    const split = crossedVarianceSplit(SOYBEANS, 0.95);
    expect(split.parameters.value).toBeCloseTo((20.96 - 5.41) / 5, 2);
    // Blocks (12.46 - 5.41) / 5 and error 5.41 together.
    expect(split.chance.value).toBeCloseTo((12.46 - 5.41) / 5 + 5.41, 2);
  });

  it("crossedVarianceSplit gives the jackknife bounds of the soybeans as computed with NumPy and SciPy", () => {
    // log((parameters + chance) / chance) without each row and each column; variances added; t.ppf(0.975, 4).
    const { share } = crossedVarianceSplit(SOYBEANS, 0.95);
    expect(share!.value).toBeCloseTo(0.31319234642497484, 12);
    expect(share!.low).toBe(0);
    expect(share!.high).toBeCloseTo(0.887107029332634, 10);
  });

  it("crossedVarianceSplit estimates known components without bias, where the nested estimate is too low", () => {
    const tables = Array.from({ length: 400 }, (_, run) => simulated(run, [20, 5], [2, 4, 1], "uniform"));
    const crossed = tables.map((table) => crossedVarianceSplit(table, 0.95));
    expect(
      Math.abs(
        standardErrorsOff(
          crossed.map((split) => split.parameters.value),
          2,
        ),
      ),
    ).toBeLessThan(4);
    expect(
      Math.abs(
        standardErrorsOff(
          crossed.map((split) => split.chance.value),
          5,
        ),
      ),
    ).toBeLessThan(4);
    // Expected 2 - 4 / 5 (before it is raised to 0).
    const nested = tables.map((table) => nestedVarianceSplit(table, 0.95).parameters.value);
    expect(standardErrorsOff(nested, 2)).toBeLessThan(-10);
  });

  it.each([
    [[0.5, 0.4, 0.1], "normal"],
    [[0.1, 0.6, 0.3], "uniform"],
    [[0.9, 0.05, 0.05], "normal"],
  ] as const)(
    "crossedVarianceSplit covers the share of variances %o (%s) in about 95 of 100 cases",
    (variances, kind) => {
      let held = 0;
      const runs = 400;
      for (let run = 0; run < runs; run++) {
        const { share } = crossedVarianceSplit(simulated(run, [25, 15], variances, kind), 0.95);
        held += share!.low! <= variances[0] && variances[0] <= share!.high! ? 1 : 0;
      }
      // Standard error 1.1 %; allowed three of them beyond 94.5 and 96 %.
      expect(held / runs).toBeGreaterThanOrEqual(0.91);
      expect(held / runs).toBeLessThanOrEqual(0.995);
    },
  );

  it("crossedVarianceSplit of equal outputs has no share, and refuses two replications", () => {
    const constant = [0.1, 0.1, 0.1];
    expect(crossedVarianceSplit([constant, constant, constant], 0.95).share).toBeNull();
    expect(() =>
      crossedVarianceSplit(
        [
          [1, 2],
          [3, 4],
          [5, 7],
        ],
        0.95,
      ),
    ).toThrow("at least three replications, got 2");
  });
});
