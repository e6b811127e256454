import { describe, expect, it } from "vitest";
import type { ModelParameters, PlacementRule, Regime, StreamRegime } from "../../engine/index.ts";
import { ReplicationRunner, runReplication } from "../../engine/index.ts";
import { standardErrorsOff } from "./moments.ts";
import {
  daysTo,
  facility,
  forever,
  group,
  inFull,
  Reading,
  regime,
  smallModel,
  streamRegime,
} from "./smallModel.ts";
import { expectCounts, MOST_STANDARD_ERRORS, readings } from "./theory/readings.ts";

function run(parameters: ModelParameters, seed = "designation"): Reading {
  return new Reading(parameters, runReplication(parameters, seed, 0));
}

/** One group of facilities, filled by admissions who stay; capacities and weights are given. */
function filling(
  values: Partial<Regime> & { readonly capacity: Regime["capacity"] },
  stream: Partial<StreamRegime> = {},
  changes: Partial<ModelParameters> = {},
): ModelParameters {
  return smallModel({
    facilities: values.capacity.map((_, i) => facility(i)),
    regimes: [
      regime({
        placement: [{ kind: "proportional" }],
        streams: [streamRegime({ admissionsPerDay: 5, ...stream })],
        ...values,
      }),
    ],
    ...changes,
  });
}

/** Expects the stocks at the end to be Poisson with the stated shares of 5 a day over 100 days. */
function expectShares(model: ModelParameters, shares: readonly number[]): void {
  const runs = readings(model, 150);
  shares.forEach((share, i) => {
    const counts = runs.map((one) => one.stock(0, i));
    if (share === 0) {
      expect(counts.every((count) => count === 0)).toBe(true);
    } else {
      expectCounts(counts, { mean: 500 * share, variance: 500 * share });
    }
  });
}

describe("runReplication, proportional placement", () => {
  it("runReplication fills facilities in proportion to their weights, whatever their capacities", () => {
    const model = filling({ capacity: [1, 500, 20, null, 9], designationWeight: [1, 2, 0, 4, 3] });
    expectShares(model, [0.1, 0.2, 0, 0.4, 0.3]);
  });

  it("runReplication sends nobody to a closed facility, and the others stay in proportion", () => {
    expectShares(
      filling({ capacity: [0, 10, 0, 10, 0], designationWeight: [7, 1, 5, 4, 6] }),
      [0, 0.2, 0, 0.8, 0],
    );
  });

  it("runReplication moves nobody by closing a facility who would not have gone to it", () => {
    const weights = { designationWeight: [3, 2, 4, 1] };
    const open = run(filling({ capacity: [10, 10, 10, 10], ...weights }));
    const closed = run(filling({ capacity: [10, 10, 0, 10], ...weights }));
    const gained = [0, 1, 3].map((i) => closed.stock(0, i) - open.stock(0, i));
    expect(open.stock(0, 2)).toBeGreaterThan(150);
    expect(gained.every((count) => count > 0)).toBe(true);
    expect(gained.reduce((sum, count) => sum + count, 0)).toBe(open.stock(0, 2));
  });

  it.each([3, 0.1, 1e6])(
    "runReplication gives the same bits when all weights are multiplied by %d",
    (factor) => {
      const weights = [0.7, 3, 1.1, 0, 5];
      const stream = { moves: { kind: "exponential", meanDays: 20 } } as const;
      const [plain, scaled] = [1, factor].map((k) => {
        const designationWeight = weights.map((weight) => weight * k);
        return runReplication(filling({ capacity: [9, 9, 9, 9, 9], designationWeight }, stream), "scale", 0);
      });
      expect(scaled!.gridStock).toEqual(plain!.gridStock);
      expect(scaled!.gridFlows).toEqual(plain!.gridFlows);
    },
  );

  it("runReplication draws anew at every move: a person stays with the share of the facility", () => {
    const shares = [0.5, 0.3, 0.2];
    const model = filling(
      { capacity: [10, 10, 10], designationWeight: [5, 3, 2] },
      { admissionsPerDay: 0, moves: { kind: "fixed", days: 10 } },
      { initialStock: [{ stream: 0, persons: 200, facility: -1, group: 0, residual: forever }] },
    );
    const runs = readings(model, 50);
    const changing = 1 - shares.reduce((sum, share) => sum + share ** 2, 0);
    const moves = runs.map((one) => one.flow(0, 0, "moves"));
    // Moves on days 10 to 90; nine for each of 200 people.
    expect(Math.abs(standardErrorsOff(moves, 9 * 200 * changing))).toBeLessThan(MOST_STANDARD_ERRORS);
  });

  it("runReplication names the facilities of a group in which nobody can be placed", () => {
    expect(() => run(filling({ capacity: [10, 0], designationWeight: [0, 3] }))).toThrow(
      new RangeError("designate requires an open facility among F0, F1"),
    );
  });
});

describe("runReplication, placement by function", () => {
  it.each<PlacementRule>([
    { kind: "leastCrowded" },
    { kind: "regionFirst", maximumOccupancy: 9 },
    { kind: "closedAbove", occupancy: 0.1 },
  ])("runReplication places by weight in a group that takes by function under $kind", (rule) => {
    const model = filling(
      { capacity: [10, 10], designationWeight: [1, 3], placement: [rule] },
      {},
      { groups: [group([0, 1], { byFunction: true })] },
    );
    expectShares(model, [0.25, 0.75]);
  });
});

describe("runReplication, placement closed above an occupancy", () => {
  const capacity = [10, 40, 25, 5];
  const weights = [4, 1, 2, 3];
  const rule = { kind: "closedAbove", occupancy: 1.2 } as const;
  const fine = filling(
    { capacity, designationWeight: weights, placement: [rule] },
    { admissionsPerDay: 2 },
    { gridDays: daysTo(100, 0.01) },
  );

  /** Facility and stocks before it, for each sampling interval in which just one person came. */
  function arrivals(model: ModelParameters, reading: Reading): { to: number; stocks: number[] }[] {
    const stocksAt = (row: number): number[] => capacity.map((_, i) => reading.stock(row, i));
    return model.gridDays.slice(1).flatMap((_, row) => {
      const [before, after] = [stocksAt(row), stocksAt(row + 1)];
      const grown = after.flatMap((stock, i) => (stock === before[i]! + 1 ? [i] : []));
      const sum = (list: readonly number[]): number => list.reduce((all, n) => all + n, 0);
      return grown.length === 1 && sum(after) === sum(before) + 1 ? [{ to: grown[0]!, stocks: before }] : [];
    });
  }

  it("runReplication sends nobody to a facility at or above the occupancy while another stands below", () => {
    let beyond = 0;
    for (const seed of ["a", "b", "c", "d"]) {
      const reading = run(fine, seed);
      for (const { to, stocks } of arrivals(fine, reading)) {
        const below = stocks.map((stock, i) => stock / capacity[i]! < rule.occupancy);
        if (below.some((is) => is)) {
          expect(below[to]).toBe(true);
        } else {
          const loads = stocks.map((stock, i) => stock / capacity[i]!);
          expect(loads[to]).toBe(Math.min(...loads));
          beyond++;
        }
      }
    }
    expect(beyond).toBeGreaterThan(100);
  });

  it("runReplication chooses among those below the occupancy in proportion to weight", () => {
    // Facility 3 is full with 6 people: after it, the next one goes to the others as 4 : 1 : 2.
    const after = new Array<number>(4).fill(0);
    const runner = new ReplicationRunner(fine);
    for (let index = 0; index < 150; index++) {
      for (const { to, stocks } of arrivals(fine, new Reading(fine, runner.run("share", index)))) {
        const open = stocks.map((stock, i) => stock / capacity[i]! < rule.occupancy);
        if (open.join() === "true,true,true,false") {
          after[to]!++;
        }
      }
    }
    const all = after.reduce((sum, count) => sum + count, 0);
    expect([all > 500, after[3]]).toEqual([true, 0]);
    [4, 1, 2].forEach((weight, i) => {
      const share = weight / 7;
      const standardError = Math.sqrt(all * share * (1 - share));
      expect(Math.abs(after[i]! - all * share) / standardError).toBeLessThan(MOST_STANDARD_ERRORS);
    });
  });
});

describe("runReplication, rules that do not look at weights", () => {
  it.each<PlacementRule>([{ kind: "leastCrowded" }, { kind: "regionFirst", maximumOccupancy: 0.8 }])(
    "runReplication gives the same bits whatever the weights under $kind",
    (rule) => {
      const [ones, others] = [
        [1, 1, 1],
        [5, 0, 0.2],
      ].map((designationWeight) =>
        runReplication(
          filling({ capacity: [30, 50, 200], designationWeight, placement: [rule] }, { admissionsPerDay: 3 }),
          "weights",
          0,
        ),
      );
      expect(Buffer.from(others!.buffer).equals(Buffer.from(ones!.buffer))).toBe(true);
    },
  );

  it("runReplication knows the home regions of those who came before a regime that asks for them", () => {
    const stay = inFull(forever);
    const model = smallModel({
      gridDays: [49, 100],
      facilities: [facility(0, 0, 0), facility(1, 0, 1)],
      regions: ["north", "south"],
      regimes: (["leastCrowded", "regionFirst"] as const).map((kind, i) =>
        regime({
          fromDay: 50 * i,
          capacity: [100, 100],
          placement: [kind === "leastCrowded" ? { kind } : { kind, maximumOccupancy: 9 }],
          streams: [
            streamRegime({
              admissionsPerDay: 10 * (1 - i),
              timeToServe: stay,
              homeRegion: [{ index: 1, share: 1 }],
              moves: { kind: "uniform", fromDays: 5, toDays: 20 },
            }),
          ],
        }),
      ),
    });
    const reading = run(model);
    expect(reading.stock(0, 0)).toBeGreaterThan(200);
    expect(reading.stock(1, 0)).toBe(0);
  });
});
